import Classification
package import Postgres
package import Quantities
package import Risk
package import Servicing

/// What portfolios are counted from: a bank's loans and borrowers, and positions by the million.
package struct TraitRepository {
  private static let copyLoans = Statement.file("portfolio/copy_loans")
  private static let copyBranches = Statement.file("portfolio/copy_branches")
  private static let copyTurns = Statement.file("portfolio/copy_turns")
  private static let copyBorrowers = Statement.file("portfolio/copy_borrowers")
  private static let copyPositions = Statement.file("portfolio/copy_positions")
  private static let copyStandings = Statement.file("portfolio/copy_standings")
  private static let listReferences = Statement.file("portfolio/list_references")

  let connection: Connection
  let bankID: Int64

  package init(_ connection: Connection, bankID: Int64) {
    self.connection = connection
    self.bankID = bankID
  }

  /// All loans, how far they came, and all borrowers.
  package func traits(_ currency: Currency) throws -> PortfolioTraits {
    var traits = PortfolioTraits(
      currency, reversals: try FactRepository(connection).reversals(bankID: bankID))
    let bank = StatementPart.number(bankID)
    try connection.copyOut(Self.copyLoans.with(["bank": bank])) { row in
      var loan = PortfolioTraits.Loan(
        loanID: try row.bigint(0), borrowerID: try row.bigint(1), line: try row.get(2),
        principal: Money(minorUnits: try row.bigint(7)), startsOn: try row.get(8))
      loan.productVersion = try row.optional(3)
      loan.officer = try row.get(4)
      loan.purpose = try row.get(5)
      loan.category = try row.get(6)
      loan.maturesOn = try row.get(9)
      traits.add(loan)
    }
    var last = 0
    try connection.copyOut(Self.copyTurns.with(["bank": bank])) { row in
      let loanID = try row.bigint(0)
      last = traits.place(of: loanID, from: last) ?? last
      let turn = PortfolioTraits.Turn(
        isWriteOff: try row.get(1), factNumber: try row.bigint(2), day: try row.optional(3))
      traits.add(turn, of: loanID, from: last)
    }
    try connection.copyOut(Self.copyBorrowers.with(["bank": bank])) { row in
      var borrower = PortfolioTraits.Borrower(
        borrowerID: try row.bigint(0), kind: try row.get(1), sex: try row.optional(2),
        division: try row.get(3), village: try row.optional(5), group: try row.optional(4))
      borrower.villageAfter = try row.bigint(6, null: 0)
      traits.add(borrower)
    }
    return traits
  }

  /// The code of the branch that each loan is with, as known at a fact, by the loan's id.
  package func branches(
    at factNumber: Int64, _ reversals: [Reversals.Pair]
  ) throws -> [Int64: String] {
    let undone = Reversals.undone(by: reversals, through: factNumber)
    var branches: [Int64: String] = [:]
    try connection.copyOut(Self.copyBranches.with(["bank": .number(bankID)])) { row in
      let number = try row.bigint(2)
      if number <= factNumber, undone[number] == nil {
        branches[try row.bigint(0)] = try row.get(1)
      }
    }
    return branches
  }

  /// Calls `body` with each position of a version, by loan: what counting needs of it.
  package func eachPosition(
    of version: CountedVersion, _ body: (LoanPosition) throws -> Void
  ) throws {
    try connection.copyOut(Self.copyPositions.with(naming(version))) { row in
      var position = LoanPosition(
        bankID: bankID, branchID: try row.bigint(1), line: "", loanID: try row.bigint(0),
        borrowerID: try row.bigint(2))
      let principal = try row.bigint(3)
      position.principal = Money(minorUnits: principal)
      position.principalDue = Money(minorUnits: try row.bigint(4, null: 0))
      position.interestDue = Money(minorUnits: try row.bigint(5, null: 0))
      position.interestRunning = Money(minorUnits: try row.bigint(6))
      position.penaltyDue = Money(minorUnits: try row.bigint(7, null: 0))
      position.principalOverdueDays = Int(try row.integer(8, null: 0))
      position.interestOverdueDays = position.principalOverdueDays
      position.isRestructured = try row.boolean(9, null: false)
      position.riskClass = try Self.riskClass(row, 10)
      position.bookPrincipal = Money(minorUnits: try row.bigint(11, null: principal))
      position.generalProvision = Money(minorUnits: try row.bigint(12))
      position.specialProvision = Money(minorUnits: try row.bigint(13, null: 0))
      try body(position)
    }
  }

  /// Where the loans stood at a month's end.
  package func states(
    at version: CountedVersion, of traits: PortfolioTraits
  ) throws -> PortfolioStates {
    var states = PortfolioStates(loanCount: traits.loanCount)
    var next = 0
    try connection.copyOut(Self.copyStandings.with(naming(version))) { row in
      guard let place = traits.place(of: try row.bigint(0), from: next) else { return }
      next = place + 1
      states.set(
        place, overdueDays: Int(try row.integer(2, null: 0)), try Self.riskClass(row, 3),
        principal: Money(minorUnits: try row.bigint(1)))
    }
    return states
  }

  private static func riskClass(_ row: CopyRow, _ index: Int) throws(PostgresError) -> RiskClass {
    row.field(index) == nil ? .normal : try row.value(index)
  }

  /// The references of some borrowers, by their ids as text.
  package func references(of borrowers: [Int64]) throws(PostgresError) -> [String: String] {
    var references: [String: String] = [:]
    for row in try connection.query(Self.listReferences, [bankID, borrowers]) {
      references[String(try row.get("borrower_id", as: Int64.self))] = try row.get("reference")
    }
    return references
  }

  func naming(_ version: CountedVersion) -> KeyValuePairs<String, StatementPart> {
    [
      "bank": .number(bankID), "month": .day(version.month.firstDay),
      "version": .number(Int64(version.version)),
    ]
  }
}
