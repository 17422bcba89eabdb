import Banks
import CommandLine
import Fixtures
import Foundation
import Interchange
import Logging
import Operations
import Postgres
import Quantities
import Repositories
import Servicing
import TestDatabase
import Testing

/// Goal: a database rebuilt from what happened is the one that it happened in.
@Suite("a database rebuilt from its facts")
struct RebuildTests {
  @Test("has the same books, reports and digests, goes on alike, and exports the same")
  func same() async throws {
    let village = try await Self.year()
    let lines = try await Self.lines(village.pool)
    let other = try await Self.rebuilt(lines)
    #expect(try await Self.lines(other.pool) == lines)
    try await Self.expectSame(village, other)
    #expect(try await other.verified(nil).difference == nil)
    // Both go on.
    for place in [village, other] {
      try await place.work(on: "2025-11-03")
      try await place.accrue("2025-10")
    }
    // At instants of their own.
    try await Self.expectSame(village, other, butFor: ["facts", "bank_heads"])
    await village.close()
    await other.close()
  }

  @Test("is refused where there is something already, and for lines that are none")
  func refused() async throws {
    let village = try await Village.opened()
    await #expect(throws: RebuildError.notOwner) {
      try await ImportFacts.run({ { nil } }, on: village.pool)
    }
    let owner = Self.owner(of: village.connectionInfo)
    await #expect(throws: RebuildError.notEmpty(table: "sponsors")) {
      try await ImportFacts.run({ { nil } }, on: owner)
    }
    await owner.close()
    await village.close()
    let error = await #expect(throws: RebuildError.self) {
      try await Self.rebuilt(["{\"table\":\"nothing\",\"row\":{}}"])
    }
    #expect(error?.code == "rebuild.line_unreadable")
    #expect(RebuildError.notOwner.code == "rebuild.not_owner")
    #expect(RebuildError.notEmpty(table: "").code == "rebuild.not_empty")
    #expect(RebuildError.factUnreadable(1, bank: "").code == "rebuild.fact_unreadable")
  }

  @Test("names each table of the schema once")
  func tables() async throws {
    let pool = Self.owner(of: try await TestDatabase.fresh())
    let names = try await pool.run { connection in
      let statement = Statement(
        name: "tables",
        text: """
          SELECT relname::text AS name FROM pg_class
          WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
            AND NOT relispartition
          """)
      return try connection.query(statement).map { try $0.get("name", as: String.self) }
    }
    let listed =
      SourceTables.names + SourceTables.derived + SourceTables.passing + SourceTables.fixed
    #expect(listed.sorted() == names.sorted())
    await pool.close()
  }
}

extension RebuildTests {
  /// Some months of loans that are paid, paid late, not paid, refused or still asked for; months
  /// that are closed, opened again and closed again.
  private static func year() async throws -> Village {
    let village = try await VerifyTests.half()
    _ = try await village.apply(.simple("B4", from: "2025-09-30", until: "2026-09-30"))
    let approved = try await village.apply(
      .simple("B5", from: "2025-09-30", until: "2026-09-30"))
    try await village.approve(approved)
    _ = try await village.neighbour.lend(.simple("B6"))
    try await village.neighbour.work(on: "2025-10-01")
    try await village.neighbour.accrue("2025-09")
    try await village.work(on: "2025-10-10")
    try await village.closeAll("2025-07")
    try await village.closeAll("2025-08")
    try await village.agree(
      try await village.firstLoan(), .rated(.substandard, until: "2025-12-01"), on: "2025-09-15")
    let month: Month = "2025-08"
    _ = try await ReopenMonth.propose(
      month, reason: "错账", bank: village.bank, caller: Village.anna, on: village.pool)
    _ = try await ReopenMonth.confirm(
      month, bank: village.bank, caller: Village.boris, on: village.pool)
    let loan = try await village.firstLoan()
    try await village.repay(loan, "11.00", on: "2025-09-20")
    try await village.closeAll("2025-09")
    return village
  }

  static func lines(_ pool: ConnectionPool) async throws -> [String] {
    try await ExportFacts.run(on: pool) { lines in
      var all: [String] = []
      try lines.each { all.append(String($0.dropLast())) }
      return all
    }
  }

  static func owner(of connectionInfo: String) -> ConnectionPool {
    ConnectionPool(
      ConnectionInfo(connectionInfo), size: 1, logger: Logger(label: "operations-tests"))
  }

  static func rebuilt(_ lines: [String]) async throws -> Village {
    let connectionInfo = try await TestDatabase.fresh()
    let pool = owner(of: connectionInfo)
    do {
      _ = try await ImportFacts.run(
        {
          var rest = lines.makeIterator()
          return { rest.next() }
        }, on: pool)
    } catch {
      await pool.close()
      throw error
    }
    await pool.close()
    return Village.on(connectionInfo)
  }

  private static func expectSame(
    _ one: Village, _ other: Village, butFor others: Set<String> = []
  ) async throws {
    for table in SourceTables.names + SourceTables.derived
    where table != "outlooks" && !others.contains(table) {
      let expected = try await rows(of: table, one)
      let found = try await rows(of: table, other)
      #expect(found == expected, "\(table)")
    }
    for bank in [one.bank, one.neighbour.bank] {
      for month in ["2025-07", "2025-08", "2025-09"] as [Month] {
        guard bank == one.bank || month == "2025-09" else { continue }
        #expect(
          try await page(month, bank, one.pool) == page(month, bank, other.pool), "\(bank)")
      }
      #expect(try await balance(bank, one.pool) == balance(bank, other.pool), "\(bank)")
    }
  }

  private static func rows(of table: String, _ village: Village) async throws -> [String] {
    try await village.pool.run { connection in
      var rows: [String] = []
      try RebuildRepository(connection).each(of: table) { rows.append($0) }
      return rows
    }
  }

  /// The risk report as it is printed.
  private static func page(
    _ month: Month, _ bank: String, _ pool: ConnectionPool
  ) async throws -> String {
    let named = try await ReportRisk.run(
      RiskRequest(month: month, scope: .bank(bank)), on: pool)
    return RiskDocument(named, .en).document.jsonText
  }

  /// The trial balance of all days, account by account.
  private static func balance(_ bank: String, _ pool: ConnectionPool) async throws -> String {
    let named = try await ReportTrialBalance.run(BooksRequest(), scope: .bank(bank), on: pool)
    let balance = named.balance
    return (balance.lines(off: false) + balance.lines(off: true)).map { line in
      "\(line.account.code) \(line.opening) \(line.debit) \(line.credit) \(line.closing)"
    }.joined(separator: "\n")
  }
}

extension Village {
  fileprivate func firstLoan() async throws -> String {
    let id = bankID
    return try await pool.run { connection in
      try StateRepository(connection).numbers(bankID: id, status: .active).first ?? ""
    }
  }
}
