import CatalogFiles
import Foundation
import Logging
import Operations
package import Postgres
import TestDatabase

/// Databases that hold what `seeds/` holds.
package enum TestCatalog {
  /// The project's `seeds/`.
  package static let seeds = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "seeds").path

  /// A new database with all seeds and the demo borrowers.
  ///
  /// - Returns: how libpq reaches it as the owner of everything.
  package static func loaded() async throws -> String {
    try await TestDatabase.copy(of: Template.shared.name())
  }

  /// Connections in the role the program works as.
  package static func pool(_ connectionInfo: String) -> ConnectionPool {
    let role = Statement(name: "set_role", text: "SET ROLE shanhai_app")
    return ConnectionPool(
      ConnectionInfo(connectionInfo, sessionSetup: [role]), size: 2,
      logger: Logger(label: "test-catalog"))
  }
}

/// The database the others are copies of, made at the first need.
private actor Template {
  static let shared = Template()

  private var making: Task<String, any Error>?

  func name() async throws -> String {
    let making = making ?? Task { try await Self.make() }
    self.making = making
    return try await making.value
  }

  private static func make() async throws -> String {
    let connectionInfo = try await TestDatabase.fresh()
    let pool = TestCatalog.pool(connectionInfo)
    let folder = try CatalogFolder(path: TestCatalog.seeds)
    _ = try await LoadCatalog.run(folder.content, on: pool)
    let borrowers = BorrowerFile(path: TestCatalog.seeds + "/demo/borrowers.csv", bank: nil)
    let officer = Caller(login: "test", actingAs: "officer")
    let outcomes = try await ImportBorrowers.run(
      borrowers.rows, mode: .allOrNone, caller: officer, on: pool)
    precondition(outcomes.allSatisfy { $0.isAdded }, "the demo borrowers are refused: \(outcomes)")
    await pool.close()
    return TestDatabase.name(in: connectionInfo)
  }
}
