import Accrual
import Classification
import LoanProducts
package import Postgres
import Posting
package import Quantities
import Risk
import SQLScripts
import Scheduling
import Servicing

/// What a verification reads: loans by ranges of their ids, runs and closes.
package struct EvidenceRepository {
  private static let listLoans = Statement.file("verification/list_loans")
  private static let listLoansOfDebtors = Statement.file("verification/list_loans_of_debtors")
  private static let listSchedules = Statement.file("verification/list_schedules")
  private static let listRuns = Statement.file("verification/list_runs")
  private static let listCloses = Statement.file("verification/list_closes")
  private static let copyFacts = Statement.file("verification/copy_facts")
  private static let copyFactsOfDebtors = Statement.file("verification/copy_facts_of_debtors")
  private static let copyTransfers = Statement.file("verification/copy_transfers")
  private static let copyRunTransfers = Statement.file("verification/copy_run_transfers")
  private static let copyPositions = Statement.file("verification/copy_positions")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  package func runs(bankID: Int64) throws(PostgresError) -> [StoredRun] {
    var runs: [StoredRun] = []
    for row in try connection.query(Self.listRuns, [bankID]) {
      let month: Day = try row.get("month")
      runs.append(
        StoredRun(
          number: try row.get("run_number"), factNumber: try row.get("fact_number"),
          month: month.month, version: try row.optional("version"),
          request: try row.get("request")))
    }
    return runs
  }

  package func closes(bankID: Int64) throws(PostgresError) -> [StoredClose] {
    var closes: [StoredClose] = []
    for row in try connection.query(Self.listCloses, [bankID]) {
      let month: Day = try row.get("month")
      let previous: [UInt8]? = try row.optional("previous_digest")
      closes.append(
        StoredClose(
          month: month.month, version: try row.get("version"),
          factNumber: try row.get("fact_number"),
          positionVersion: try row.get("position_version"),
          previous: previous.map { Digest(bytes: $0) },
          digest: Digest(bytes: try row.get("digest"))))
    }
    return closes
  }

  /// The queries of `SQL/checks` that find something, each with the bank of its first row.
  package func brokenChecks() throws(PostgresError) -> [(name: String, bankID: Int64)] {
    var broken: [(name: String, bankID: Int64)] = []
    for path in SQLScripts.files(in: "checks") {
      let check = Statement(name: path, text: SQLScripts.text(path))
      guard let row = try connection.query(check).first else { continue }
      broken.append((path, try row.get("bank_id")))
    }
    return broken
  }

  /// A range of loans with their facts, and nothing else that is stored of them, by id.
  ///
  /// - Parameters:
  ///   - bankID: whose.
  ///   - range: of their ids.
  ///   - months: in one of which they have a position; nil for all loans.
  /// - Returns: each with its facts by number.
  /// - Throws: `PostgresError`.
  package func histories(
    bankID: Int64, _ range: ClosedRange<Int64>, in months: ClosedRange<Month>? = nil
  ) throws -> [LoanEvidence] {
    try histories(
      connection.query(
        Self.listLoans,
        [
          bankID, range.lowerBound, range.upperBound, months?.lowerBound.firstDay,
          months?.upperBound.firstDay,
        ]),
      facts: Self.copyFacts.with([
        "bank": .number(bankID), "first": .number(range.lowerBound),
        "last": .number(range.upperBound),
      ]))
  }

  /// The loans of a bank's debtors that are no retail customers and owe, or have owed, more than
  /// one, each with its facts by number.
  package func historiesOfDebtors(bankID: Int64) throws -> [LoanEvidence] {
    try histories(
      connection.query(Self.listLoansOfDebtors, [bankID]),
      facts: Self.copyFactsOfDebtors.with(["bank": .number(bankID)]))
  }

  /// The loans of rows as signed, with the facts that a COPY gives of them.
  private func histories(_ rows: [Row], facts: Statement) throws -> [LoanEvidence] {
    var loans = try rows.map { LoanEvidence(try LoanRecord($0)) }
    guard !loans.isEmpty else { return [] }
    let places = Self.places(of: loans)
    try connection.copyOut(facts) { row in
      guard let place = places[try row.get(0)] else { return }
      try loans[place].take(factIn: row)
    }
    return loans
  }

  private static func places(of loans: [LoanEvidence]) -> [Int64: Int] {
    var places: [Int64: Int] = [:]
    for (place, evidence) in loans.enumerated() { places[evidence.loan.loanID] = place }
    return places
  }

  /// A range of loans with all that is stored of them, by id.
  ///
  /// - Parameters:
  ///   - bankID: whose.
  ///   - range: of their ids.
  ///   - month: that of which transfers and positions are read, without states and schedules; nil
  ///     for all that is stored.
  /// - Returns: each with what stands of it.
  /// - Throws: `PostgresError`.
  package func loans(
    bankID: Int64, _ range: ClosedRange<Int64>, month: Month?
  ) throws -> [LoanEvidence] {
    let key: [(any PostgresEncodable)?] = [bankID, range.lowerBound, range.upperBound]
    var loans = try histories(bankID: bankID, range)
    let places = Self.places(of: loans)
    if month == nil { try addStates(to: &loans, bankID: bankID, key, places) }
    let first = month ?? Day.first.month
    let last = month ?? Day.last.month
    let bounds: KeyValuePairs<String, StatementPart> = [
      "bank": .number(bankID), "first": .number(range.lowerBound),
      "last": .number(range.upperBound), "from_day": .day(first.firstDay),
      "to_day": .day(last.lastDay), "from_month": .day(first.firstDay),
      "to_month": .day(last.firstDay),
    ]
    for (statement, isOfRun) in [(Self.copyTransfers, false), (Self.copyRunTransfers, true)] {
      try connection.copyOut(statement.with(bounds)) { row in
        guard let place = places[try row.get(0)] else { return }
        loans[place].transfers.append(try StoredTransfer(row, isOfRun: isOfRun))
      }
    }
    try connection.copyOut(Self.copyPositions.with(bounds)) { row in
      guard let place = places[try row.get(0)] else { return }
      loans[place].positions.append(try StoredPosition(row, bankID: bankID))
    }
    return loans
  }

  private func addStates(
    to loans: inout [LoanEvidence], bankID: Int64, _ key: [(any PostgresEncodable)?],
    _ places: [Int64: Int]
  ) throws {
    for (loanID, state) in try StateRepository(connection)
      .load(bankID: bankID, loanIDs: loans.map(\.loan.loanID))
    {
      if let place = places[loanID] { loans[place].state = state }
    }
    for row in try connection.query(Self.listSchedules, key) {
      guard let place = places[try row.get("loan_id")] else { continue }
      let number: Int64? = try row.optional("fact_number")
      loans[place].schedules.append((number, try ScheduleVersionRepository.installments(row)))
    }
  }
}

extension LoanEvidence {
  fileprivate mutating func take(factIn row: CopyRow) throws {
    let text: String = try row.get(2)
    guard let kind = FactKind(rawValue: text) else {
      throw PostgresError(
        .wrongResult, "column kind holds “\(text)”, which this program doesn't know")
    }
    let number: Int64 = try row.get(1)
    let effectiveOn: Day = try row.get(3)
    let amount: Money? = try row.optional(5)
    var detail = FactDetail()
    if let text: String = try row.optional(7) { detail = try FactDetail(text) }
    let known = kind.loanKind(
      detail, amount: amount, paidToOn: try row.optional(6), reverses: try row.optional(8))
    let fact = known.map {
      LoanFact(
        number: number, effectiveOn: effectiveOn, kind: $0, amount: amount ?? .zero,
        isRestructuring: detail.isRestructuring ?? false)
    }
    facts.append(
      BookedFact(
        number: number, bookedOn: try row.get(4), effectiveOn: effectiveOn, fact: fact))
    if kind == .takenOver || kind == .transferred {
      parties.append(
        PartyFact(number: number, borrowerID: detail.partyID, branchID: detail.branchID))
    }
  }
}

extension StoredTransfer {
  fileprivate init(_ row: CopyRow, isOfRun: Bool) throws {
    let number: Int64 = isOfRun ? Int64(try row.get(1, as: Int32.self)) : try row.get(1)
    self.init(
      number: number, isOfRun: isOfRun, kind: try row.get(2), payer: try row.get(3),
      bookedOn: try row.get(4), valueOn: try row.get(5), debit: try row.get(6),
      credit: try row.get(7), amount: try row.get(8))
  }
}

extension StoredPosition {
  fileprivate init(_ row: CopyRow, bankID: Int64) throws {
    var position = LoanPosition(
      bankID: bankID, branchID: try row.get(3), line: try row.get(5), loanID: try row.get(0),
      borrowerID: try row.get(4))
    try position.take(row, from: 6)
    let month: Day = try row.get(1)
    self.init(
      month: month.month, version: try row.get(2), position: position,
      posted: AccrualTarget(
        interest: InterestByPayer(
          borrower: try row.get(20), finance: try row.get(21), programme: try row.get(22)),
        penalty: try row.get(23), compound: try row.get(24), suspended: try row.get(25)))
  }
}
