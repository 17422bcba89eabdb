import Banks
import LoanProducts
package import Postgres
package import Quantities
import Servicing

/// Claims on programmes: added and read, never changed.
package struct SubsidyRepository {
  private static let lastRunBy = Statement.file("subsidies/last_run_by")
  private static let listAccrued = Statement.file("subsidies/list_accrued")
  private static let listLastClaims = Statement.file("subsidies/list_last_claims")
  private static let insertClaim = Statement.file("subsidies/insert_claim")
  private static let insertLine = Statement.file("subsidies/insert_line")
  private static let insertConfirmation = Statement.file("subsidies/insert_confirmation")
  private static let insertSettlement = Statement.file("subsidies/insert_settlement")
  private static let listClaims = Statement.file("subsidies/list_claims")
  private static let listLines = Statement.file("subsidies/list_lines")
  private static let listSettledByKey = Statement.file("subsidies/list_settled_by_key")

  private let connection: Connection
  private let bankID: Int64

  package init(_ connection: Connection, bankID: Int64) {
    self.connection = connection
    self.bankID = bankID
  }

  /// The fact of the last run of this month or an earlier one; nil before the first.
  package func lastRun(by month: Month) throws(PostgresError) -> Int64? {
    try connection.query(Self.lastRunBy, [bankID, month.firstDay])[0].optional("fact_number")
  }

  /// What programmes owe on each loan by a month's end and was not claimed.
  ///
  /// - Parameters:
  ///   - month: what was booked through its last day counts.
  ///   - programme: the code of one; nil for all.
  ///   - run: the fact of the last run by then.
  ///   - undone: the facts undone by that run.
  /// - Returns: nothing for loans of which all was claimed.
  /// - Throws: `PostgresError`.
  package func unclaimed(
    month: Month, programme: String?, run: Int64, undone: Set<Int64>
  ) throws(PostgresError) -> [UnclaimedSubsidy] {
    var found: [UnclaimedSubsidy] = []
    let rows = try connection.query(
      Self.listAccrued, [bankID, month.lastDay, programme, run, undone.sorted()])
    for row in rows {
      let claimedTo: Day? = try row.optional("claimed_to")
      found.append(
        UnclaimedSubsidy(
          loanID: try row.get("loan_id"), programme: try row.get("programme"),
          claimedTo: claimedTo?.month, amount: try row.get("amount")))
    }
    return found
  }

  /// The month and batch of each programme's last claim, and the bank's last claim number.
  package func lastClaims() throws(PostgresError) -> (
    byProgramme: [String: (month: Month, batch: Int)], number: Int
  ) {
    var last: [String: (month: Month, batch: Int)] = [:]
    var number = 0
    for row in try connection.query(Self.listLastClaims, [bankID]) {
      let month: Day = try row.get("month")
      last[try row.get("programme")] = (month.month, try row.get("batch"))
      number = try row.get("last_number")
    }
    return (last, number)
  }

  /// Adds a claim with its lines.
  package func insert(_ claim: NewSubsidyClaim) throws(PostgresError) {
    let sum = claim.lines.reduce(Money.zero) { $0 + $1.amount }
    _ = try connection.execute(
      Self.insertClaim,
      [
        bankID, claim.number, claim.programme, claim.month.firstDay, claim.batch, claim.fact,
        claim.lines.count, sum,
      ])
    var rows = Batch(Self.insertLine)
    for line in claim.lines {
      rows.add([
        bankID, claim.number, line.loanID, line.amount, line.from, line.until, line.days,
        line.principal, line.subsidisedPrincipal, line.rate, line.shareBasisPoints,
      ])
    }
    try rows.run(connection)
  }

  package func insertConfirmation(claim: Int, fact: Int64) throws(PostgresError) {
    _ = try connection.execute(Self.insertConfirmation, [bankID, claim, fact])
  }

  package func insertSettlement(
    fact: Int64, claim: Int, loanID: Int64, key: String, request: String
  ) throws(PostgresError) {
    _ = try connection.execute(
      Self.insertSettlement, [bankID, fact, claim, loanID, key, request])
  }

  /// The claims of the bank, by number: all, those on a programme, one, or those of one fact.
  package func claims(
    programme: String? = nil, number: Int? = nil, fact: Int64? = nil
  ) throws(PostgresError) -> [SubsidyClaim] {
    let undone = try undone()
    var claims: [SubsidyClaim] = []
    for row in try connection.query(Self.listClaims, [bankID, programme, number, fact, undone]) {
      let month: Day = try row.get("month")
      let bearer: BearerOfRefused = try row.value("refused_owed_by")
      claims.append(
        SubsidyClaim(
          number: try row.get("claim_number"), programme: try row.get("programme"),
          name: try row.name(), payer: try row.value("payer"),
          refusedIsOwedByBorrower: bearer == .borrower, month: month.month,
          batch: try row.get("batch"), loanCount: try row.get("loan_count"),
          amount: try row.get("amount"), claimedOn: try row.get("claimed_on"),
          confirmedOn: try row.optional("confirmed_on"), paid: try row.get("paid"),
          refused: try row.get("refused")))
    }
    return claims
  }

  /// The numbers of the bank's facts that are undone.
  private func undone() throws(PostgresError) -> [Int64] {
    let reversals = try FactRepository(connection).reversals(bankID: bankID)
    return Reversals.undone(by: reversals).keys.sorted()
  }

  /// The lines of a claim, by loan.
  package func lines(claim: Int) throws(PostgresError) -> [SubsidyClaimLine] {
    let undone = try undone()
    var lines: [SubsidyClaimLine] = []
    for row in try connection.query(Self.listLines, [bankID, claim, undone]) {
      var line = SubsidyClaimLine(
        loanID: try row.get("loan_id"), amount: try row.get("amount"),
        from: try row.get("from_on"), until: try row.get("until_on"))
      line.loanNumber = try row.get("loan_number")
      line.borrowerID = try row.get("borrower_id")
      line.days = try row.get("days")
      line.principal = try row.get("principal")
      line.subsidisedPrincipal = try row.get("subsidised_principal")
      line.rate = try row.get("rate_e12")
      line.shareBasisPoints = try row.get("share_basis_points")
      line.paid = try row.get("paid")
      line.refused = try row.get("refused")
      lines.append(line)
    }
    return lines
  }

  /// What a request under this key recorded before, by loan; empty if there was none.
  package func settled(key: String) throws(PostgresError) -> [SettledSubsidy] {
    var settled: [SettledSubsidy] = []
    for row in try connection.query(Self.listSettledByKey, [bankID, key]) {
      settled.append(
        SettledSubsidy(
          loanNumber: try row.get("loan_number"), amount: try row.get("amount"),
          effectiveOn: try row.get("effective_on"), factNumber: try row.get("fact_number"),
          request: try row.get("request")))
    }
    return settled
  }
}
