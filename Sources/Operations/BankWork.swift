package import Banks
package import LoanProducts
package import Postgres
package import Quantities
package import Repositories
package import Scheduling
package import Servicing

/// Who asks for an operation.
package struct Caller: Hashable, Sendable {
  /// The operating system's user, for the private database, whose socket only its owner reaches;
  /// nil for the login that the server authenticated.
  package var login: String?
  /// The officer the owner of the private database acts for; recorded beside the login.
  package var actingAs: String?

  package init(login: String? = nil, actingAs: String? = nil) {
    self.login = login
    self.actingAs = actingAs
  }
}

/// One unit of work of one officer in one bank, inside a transaction that holds the bank's head.
///
/// It is the way every fact is recorded: the head gives the fact its number and instant.
package final class BankWork {
  package let connection: Connection
  package let bank: Bank
  package let officer: Officer
  package let login: String
  package var head: BankHead

  package let loans: LoanRepository
  package let states: StateRepository
  package let transfers: TransferRepository
  private let facts: FactRepository

  /// What the keys begin with that no request may bring: those of runs, closes and imports, and of
  /// steps that a loan takes once.
  private static let reservedPrefixes = [
    "accrue/", "close-day/", "close-month/", "reopen-month/",
    "import/", "approve/", "vote/", "score/", "sign/",
    "expire/",
    "disburse/", "subsidy-claim/", "subsidy-confirm/",
  ]

  /// The longest idempotency key.
  package static let longestKey = 200

  private init(_ connection: Connection, bankCode: String, caller: Caller) throws {
    self.connection = connection
    let banks = BankRepository(connection)
    bank = try banks.loadBank(code: bankCode)
    head = try banks.loadLockedHead(of: bank)
    let login = try caller.login ?? banks.sessionLogin()
    let known =
      if let code = caller.actingAs {
        try banks.findOfficer(bankID: bank.id, code: code)
      } else {
        try banks.findOfficer(bankID: bank.id, login: login)
      }
    guard let known else {
      throw OperationError.officerUnknown(caller.actingAs ?? login, bank: bankCode)
    }
    self.officer = known.officer
    self.login = login
    loans = LoanRepository(connection)
    states = StateRepository(connection)
    transfers = TransferRepository(connection)
    facts = FactRepository(connection)
  }

  /// Runs `body` in one transaction that holds the bank's head; a transient failure of the
  /// database runs all of it again.
  ///
  /// - Parameters:
  ///   - pool: where.
  ///   - bank: the bank's code.
  ///   - caller: who asks.
  ///   - day: a day of the month that is booked into; nil for the bank's business date.
  ///   - body: the work; it may run several times.
  /// - Returns: what `body` returned the time it was committed.
  /// - Throws: `OperationError.bankUnknown`, `.officerUnknown`, what `body` throws,
  /// `PostgresError`.
  package static func perform<R: Sendable>(
    _ pool: ConnectionPool, bank: String, caller: Caller, booking day: Day? = nil,
    _ body: @escaping @Sendable (BankWork) throws -> R
  ) async throws -> R {
    try await makeMonth(of: day, pool, bank: bank)
    return try await pool.transaction { connection in
      let work = try BankWork(connection, bankCode: bank, caller: caller)
      let result = try body(work)
      try BankRepository(connection).save(work.head)
      return result
    }
  }

  /// As `perform`, for several banks at once: their heads are locked in the order of their ids.
  package static func performTogether<R: Sendable>(
    _ pool: ConnectionPool, banks: [Bank], caller: Caller, deadline: Duration? = nil,
    _ body: @escaping @Sendable ([BankWork]) throws -> R
  ) async throws -> R {
    let codes = banks.sorted { $0.id < $1.id }.map(\.code)
    return try await pool.transaction(deadline: deadline) { connection in
      let works = try codes.map { try BankWork(connection, bankCode: $0, caller: caller) }
      let result = try body(works)
      for work in works { try BankRepository(connection).save(work.head) }
      return result
    }
  }

  /// Makes the partition of the month that the work books into, in a transaction of its own.
  ///
  /// Its making keeps every bank from its books until it commits, which must not last as long as
  /// a run.
  private static func makeMonth(
    of day: Day?, _ pool: ConnectionPool, bank code: String
  ) async throws {
    try await pool.transaction { connection in
      let banks = BankRepository(connection)
      guard let bank = try banks.findBank(code: code),
        let head = try banks.readHead(bankID: bank.id)
      else { return }
      try TransferRepository(connection)
        .makeMonth(of: min(day ?? head.businessDate, head.businessDate))
    }
  }

  package func require(_ role: OfficerRole) throws(OperationError) {
    guard officer.roles.contains(role) else {
      throw .roleMissing(officer: officer.name, needed: role)
    }
  }

  /// The fact recorded under this key before, if the same request was made.
  ///
  /// - Throws: `OperationError.keyUsedForAnotherRequest` if another request was;
  ///   `.keyEmptyOrTooLong`, `.keyReserved`.
  package func earlier(key: String, request: String) throws -> FactRecord? {
    guard (1...Self.longestKey).contains(key.utf8.count) else {
      throw OperationError.keyEmptyOrTooLong(length: key.utf8.count, most: Self.longestKey)
    }
    if let prefix = Self.reservedPrefixes.first(where: key.hasPrefix) {
      throw OperationError.keyReserved(key: key, prefix: prefix)
    }
    return try recorded(under: key, request: request)
  }

  /// As `earlier`, under the key of the caller or, if there is none, under the step's own, which no
  /// caller can give.
  package func earlier(
    key: String?, own: String, request: String
  ) throws -> (key: String, fact: FactRecord?) {
    if let key { return (key, try earlier(key: key, request: request)) }
    return (own, try recorded(under: own, request: request))
  }

  private func recorded(under key: String, request: String) throws -> FactRecord? {
    guard let fact = try facts.find(bankID: bank.id, key: key) else { return nil }
    guard fact.request == request else {
      throw OperationError.keyUsedForAnotherRequest(key: key, fact: fact.number)
    }
    return fact
  }

  /// Adds a fact of this officer; it takes the bank's next number.
  package func record(
    _ kind: FactKind, effectiveOn: Day, key: String, request: String,
    _ complete: (inout FactRecord) -> Void = { _ in }
  ) throws -> FactRecord {
    let fact = next(kind, effectiveOn: effectiveOn, key: key, request: request, complete)
    try facts.insert(fact)
    return fact
  }

  /// A fact of this officer with the bank's next number, to be added with others at once.
  func next(
    _ kind: FactKind, effectiveOn: Day, key: String, request: String,
    _ complete: (inout FactRecord) -> Void
  ) -> FactRecord {
    var fact = FactRecord(
      head: &head, kind: kind, effectiveOn: effectiveOn, key: key, request: request)
    fact.officerID = officer.id
    fact.login = login
    complete(&fact)
    return fact
  }

  package func facts(of loan: LoanRecord) throws -> [FactRecord] {
    try facts.list(bankID: bank.id, loanID: loan.loanID)
  }

  package func requireNotAfterBusinessDate(_ day: Day) throws(OperationError) {
    guard day <= head.businessDate else {
      throw .dayAfterBusinessDate(day, businessDate: head.businessDate)
    }
  }

  /// A loan of this bank and where it stands, in one of the allowed states.
  package func open(
    _ number: String, allowed: [LoanStatus]
  ) throws -> (loan: LoanRecord, state: LoanState) {
    guard let loan = try loans.find(bankID: bank.id, number: number),
      let state = try states.load(bankID: bank.id, loanID: loan.loanID)
    else { throw OperationError.loanUnknown(number, bank: bank.code) }
    guard allowed.contains(state.status) else {
      throw OperationError.statusNotAllowed(loan: number, found: state.status, allowed: allowed)
    }
    return (loan, state)
  }

  /// Books transfers of a fact.
  package func book(_ records: [TransferRecord]) throws {
    guard let first = records.first else { return }
    try transfers.makeMonth(of: first.bookedOn)
    try transfers.insert(records)
  }

  /// The contract of a loan, with rates for as long as its facts make it run.
  package func contract(of loan: LoanRecord, facts: [LoanFact]) throws -> LoanContract {
    try LoanContract(loan.terms, market: try market(), facts: facts)
  }

  /// The LPR as published so far.
  package func market() throws -> MarketRates { try ProductRepository(connection).market() }
}
