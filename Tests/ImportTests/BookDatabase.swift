import Foundation
import Logging
import Operations
import Postgres
import Quantities
import SQLScripts
import TestDatabase

/// A fresh database with one foreign bank, in which the program is run as a user runs it.
struct BookDatabase: Sendable {
  let info: String
  let pool: ConnectionPool
  static let bank = "czech"
  let caller = Caller()

  /// A bank in Czech crowns with these branches and borrowers; its officer runs the test.
  init(
    businessDate: String, branches: [(id: Int, name: String)], borrowers: [CzechBook.Owner]
  ) async throws {
    info = try await TestDatabase.fresh()
    pool = ConnectionPool(
      ConnectionInfo(info), size: 2, logger: Logger(label: "import-tests"))
    try await pool.transaction { connection in
      var inserts: [(Statement, [(any PostgresEncodable)?])] = [
        (Self.insertBank, [Self.bank]), (Self.insertHead, [Day(businessDate)]),
      ]
      for branch in branches {
        inserts.append((Self.insertBranch, [Int64(branch.id), "d\(branch.id)", branch.name]))
      }
      inserts.append((Self.insertOfficer, []))
      for borrower in borrowers {
        inserts.append(
          (
            Self.insertBorrower,
            [
              Int64(borrower.client), "c\(borrower.client)", Day(borrower.bornOn),
              borrower.isMale ? "male" : "female",
            ]
          ))
      }
      _ = try connection.pipeline(inserts)
    }
  }

  private static let insertBank = Statement(
    name: "test/insert_bank",
    text: """
      INSERT INTO banks (bank_id, code, number, name_zh, name_en, division_code, currency,
        currency_decimals, sponsor_id, area_prefixes, source, remark)
      VALUES (1, $1, '901', '捷克银行', 'Czech bank', '', 'CZK', 2, NULL, '{}', 'PKDD''99', '')
      """)
  private static let insertHead = Statement(
    name: "test/insert_head",
    text: "INSERT INTO bank_heads (bank_id, business_date) VALUES (1, $1)")
  private static let insertBranch = Statement(
    name: "test/insert_branch",
    text: """
      INSERT INTO branches (bank_id, branch_id, code, name_zh, name_en, division_code, source)
      VALUES (1, $1, $2, $3, $3, '', 'PKDD''99')
      """)
  private static let insertOfficer = Statement(
    name: "test/insert_officer",
    text: """
      INSERT INTO officers (bank_id, officer_id, code, name, login, roles, source)
      VALUES (1, 1, 'keeper', 'Keeper', session_user, '{approver,account-officer,cashier}', 'test')
      """)
  private static let insertBorrower = Statement(
    name: "test/insert_borrower",
    text: """
      INSERT INTO borrowers (bank_id, borrower_id, reference, kind, name, identity_scheme,
        identity_number, born_on, sex, division_code)
      VALUES (1, $1, $2, 'person', $2, 'other', $2, $3, $4, '')
      """)

  struct Result: Sendable {
    let output: String
    let error: String
    let exitCode: Int32

    /// The rows of JSON output, each value as text.
    func rows() throws -> [[String: String]] {
      let json = try JSONSerialization.jsonObject(with: Data(output.utf8))
      let rows = (json as? [String: Any])?["rows"] as? [[String: Any]] ?? []
      return rows.map { $0.mapValues { "\($0)" } }
    }
  }

  /// Runs `shanhai import loans` on a file with these bytes.
  func importLoans(_ file: some Sequence<UInt8>, _ options: String...) throws -> Result {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("shanhai-book-\(UUID().uuidString).csv")
    try Data(file).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    return try program(
      ["import", "loans", path.path, "--bank", Self.bank, "--format", "json"] + options)
  }

  /// Runs the program, which lies beside the test's own executable, on this database.
  func program(_ arguments: [String]) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("shanhai-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let output = folder.appendingPathComponent("output")
    let error = folder.appendingPathComponent("error")
    try Data().write(to: output)
    try Data().write(to: error)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("shanhai")
    process.arguments = arguments + ["--database", info, "--language", "en"]
    process.environment = ["PATH": "/usr/bin:/bin"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    try process.run()
    process.waitUntilExit()
    return Result(
      output: try String(contentsOf: output, encoding: .utf8),
      error: try String(contentsOf: error, encoding: .utf8), exitCode: process.terminationStatus)
  }

  /// The rows of a statement, each value as text.
  func query(_ text: String) async throws -> [[String]] {
    try await pool.run { connection in
      try connection.query(Statement(name: "test/\(text.hashValue)", text: text)).map { row in
        try row.get("line", as: [String].self)
      }
    }
  }

  /// Everything an import may write, counted, and the bank's next numbers.
  func counts() async throws -> [String] {
    try await query(
      """
      SELECT ARRAY[(SELECT count(*) FROM facts), (SELECT count(*) FROM loans),
        (SELECT count(*) FROM signed_schedules), (SELECT count(*) FROM loan_states),
        (SELECT count(*) FROM transfers), (SELECT coalesce(sum(last_serial), 0) FROM loan_serials),
        last_fact_number, last_loan_id]::text[] AS line
      FROM bank_heads
      """)[0]
  }

  /// The names of the program's checks that find a row.
  func failingChecks() async throws -> [String] {
    try await pool.run { connection in
      try SQLScripts.files(in: "checks").filter { path in
        try !connection.query(Statement(name: path, text: SQLScripts.text(path))).isEmpty
      }
    }
  }
}
