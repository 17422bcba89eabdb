package import Postgres
package import Quantities
package import Servicing

/// A recorded event of a bank.
///
/// Facts are never edited.
package struct FactRecord: Hashable, Sendable {
  package var bankID: Int64
  package var number: Int64
  /// Nil for a fact of the whole bank.
  package var loanID: Int64?
  package var kind: FactKind
  package var effectiveOn: Day
  package var bookedOn: Day
  package var recordedAt: Instant
  package var officerID: Int64
  /// The login that was authenticated.
  package var login: String
  /// Unique in its bank.
  package var idempotencyKey: String
  /// The request as it was made: the same key with another request is refused.
  package var request: String
  package var amount: Money?
  package var paidToOn: Day?
  /// The fact that is undone, of a reversal.
  package var reverses: Int64?
  package var detail: FactDetail

  package init(
    head: inout BankHead, kind: FactKind, effectiveOn: Day, key: String, request: String
  ) {
    bankID = head.bankID
    number = head.nextFactNumber()
    loanID = nil
    self.kind = kind
    self.effectiveOn = effectiveOn
    bookedOn = head.businessDate
    recordedAt = head.recordedAt
    officerID = 0
    login = ""
    idempotencyKey = key
    self.request = request
    amount = nil
    paidToOn = nil
    reverses = nil
    detail = FactDetail()
  }

  fileprivate init(_ row: Row, bankID: Int64) throws(PostgresError) {
    self.bankID = bankID
    number = try row.get("fact_number")
    loanID = try row.optional("loan_id")
    kind = try row.value("kind")
    effectiveOn = try row.get("effective_on")
    bookedOn = try row.get("booked_on")
    recordedAt = try row.get("recorded_at")
    officerID = try row.get("officer_id")
    login = try row.get("login")
    idempotencyKey = try row.get("idempotency_key")
    request = try row.get("request")
    amount = try row.optional("amount")
    paidToOn = try row.optional("paid_to_on")
    reverses = try row.optional("reverses")
    detail = try FactDetail(row)
  }

  /// The fact as the claim knows it; nil for one that does not move a claim.
  package var loanFact: LoanFact? {
    kind.loanKind(detail, amount: amount, paidToOn: paidToOn, reverses: reverses).map {
      LoanFact(
        number: number, effectiveOn: effectiveOn, kind: $0, amount: amount ?? .zero,
        isRestructuring: detail.isRestructuring ?? false)
    }
  }
}

extension [FactRecord] {
  /// The numbers of the facts that are undone, each with the reversal in force that undoes it.
  package var reversals: [Int64: Int64] {
    Reversals.undone(
      by: compactMap { fact in fact.reverses.map { (number: fact.number, undoes: $0) } })
  }

  /// The facts that count: without those reversed, and without reversals.
  package var inForce: [FactRecord] {
    let undone = reversals
    return filter { $0.reverses == nil && undone[$0.number] == nil }
  }

  /// The facts as the claim knows them.
  package var loanFacts: [LoanFact] { compactMap(\.loanFact) }
}

/// Facts: added, found by key, listed; nothing else.
package struct FactRepository {
  private static let insertFact = Statement.file("facts/insert_fact")
  private static let findFactByKey = Statement.file("facts/find_fact_by_key")
  private static let listFactsOfLoan = Statement.file("facts/list_facts_of_loan")
  private static let listFactsOfLoans = Statement.file("facts/list_facts_of_loans")
  private static let listFactsOfKey = Statement.file("facts/list_facts_of_key")
  private static let listReversals = Statement.file("facts/list_reversals")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  package func insert(_ fact: FactRecord) throws(PostgresError) {
    let (statement, parameters) = Self.insertion(fact)
    _ = try connection.execute(statement, parameters)
  }

  /// What `insert` runs.
  static func insertion(_ fact: FactRecord) -> (Statement, [(any PostgresEncodable)?]) {
    (
      insertFact,
      [
        fact.bankID, fact.number, fact.loanID, fact.kind.rawValue, fact.effectiveOn,
        fact.bookedOn, fact.recordedAt, fact.officerID, fact.login, fact.idempotencyKey,
        fact.request, fact.amount, fact.paidToOn, fact.detail.column, fact.reverses,
      ]
    )
  }

  package func find(bankID: Int64, key: String) throws(PostgresError) -> FactRecord? {
    guard let row = try connection.first(Self.findFactByKey, [bankID, key]) else { return nil }
    return try FactRecord(row, bankID: bankID)
  }

  /// The facts of a loan, in the order they became known.
  package func list(bankID: Int64, loanID: Int64) throws(PostgresError) -> [FactRecord] {
    var facts: [FactRecord] = []
    for row in try connection.query(Self.listFactsOfLoan, [bankID, loanID]) {
      facts.append(try FactRecord(row, bankID: bankID))
    }
    return facts
  }

  /// The facts of a batch of loans, each loan's in the order they became known.
  package func list(
    bankID: Int64, loanIDs: [Int64]
  ) throws(PostgresError) -> [Int64: [FactRecord]] {
    var facts: [Int64: [FactRecord]] = [:]
    for row in try connection.query(Self.listFactsOfLoans, [bankID, loanIDs]) {
      let fact = try FactRecord(row, bankID: bankID)
      if let loanID = fact.loanID { facts[loanID, default: []].append(fact) }
    }
    return facts
  }

  /// The parts of a request that was recorded as several facts, under `key/…`.
  package func list(bankID: Int64, partsOf key: String) throws(PostgresError) -> [FactRecord] {
    var facts: [FactRecord] = []
    for row in try connection.query(Self.listFactsOfKey, [bankID, key]) {
      facts.append(try FactRecord(row, bankID: bankID))
    }
    return facts
  }

  /// Every reversal of a bank, the latest first.
  package func reversals(bankID: Int64) throws(PostgresError) -> [Reversals.Pair] {
    var reversals: [Reversals.Pair] = []
    for row in try connection.query(Self.listReversals, [bankID]) {
      reversals.append((try row.get("fact_number"), try row.get("reverses")))
    }
    return reversals
  }

  /// The fact in a row, as the claim knows it; nil for one that does not move a claim.
  static func loanFact(_ row: Row) throws(PostgresError) -> LoanFact? {
    let kind: FactKind = try row.value("kind")
    let detail = try FactDetail(row)
    let amount: Money? = try row.optional("amount")
    guard
      let known = kind.loanKind(
        detail, amount: amount, paidToOn: try row.optional("paid_to_on"),
        reverses: try row.optional("reverses"))
    else { return nil }
    return LoanFact(
      number: try row.get("fact_number"), effectiveOn: try row.get("effective_on"), kind: known,
      amount: amount ?? .zero, isRestructuring: detail.isRestructuring ?? false)
  }
}
