import Foundation
import Logging
import Postgres
import TestDatabase

/// The databases of these tests: each loaded once, by an SQL file beside this one.
enum LoanBook {
  private static let millionLoading = Task { try await load("million_loans") }
  private static let smallLoading = Task { try await load("small_book") }
  private static let judgedLoading = Task { try await load("small_book", andThen: "matrix") }

  /// Bank 1 with 1,000,000 loans, bank 2 with 1,000.
  static func million() async throws -> ConnectionPool { try await millionLoading.value }

  /// Two banks and seven loans.
  static func small() async throws -> ConnectionPool { try await smallLoading.value }

  /// The same, and the matrix of small enterprises.
  static func judged() async throws -> ConnectionPool { try await judgedLoading.value }

  /// The text of an SQL file in this folder.
  static func text(_ name: String) throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return try String(contentsOf: folder.appendingPathComponent("\(name).sql"), encoding: .utf8)
  }

  private static func load(
    _ name: String, andThen second: String? = nil
  ) async throws -> ConnectionPool {
    let info = ConnectionInfo(try await TestDatabase.fresh(), patience: .seconds(600))
    let pool = ConnectionPool(info, size: 2, logger: Logger(label: "list-tests"))
    let script = try text(name)
    let clock = ContinuousClock()
    let start = clock.now
    let more = try second.map(text)
    try await pool.run { connection in
      try connection.script(script, name: name)
      if let more { try connection.script(more, name: name) }
    }
    print("\(name) loaded in \(start.duration(to: clock.now))")
    return pool
  }
}
