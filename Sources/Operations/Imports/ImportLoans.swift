import Accrual
import Banks
import LoanProducts
package import Postgres
import Posting
package import Quantities
import Repositories
import Scheduling
import Servicing

/// What became of one loan of a book.
package enum ImportOutcome: Sendable {
  /// Its number here; not new if the same line was imported before.
  case imported(loanNumber: String, isNew: Bool)
  /// Checked and not stored: a finished loan has no balance to take over.
  case nothingOwed
  case refused(any Explained)

  package var isRefused: Bool {
    if case .refused = self { return true }
    return false
  }
}

/// Loans of an existing book are taken over at a cutover day: number, terms with the balance as
/// principal, remaining schedule, fact, state, opening balances.
///
/// Shape:    batches of loans: look up, check, compute, write; all in one transaction of the bank.
/// Bounds:   beside the loans asked for, memory by the batch.
/// Books:    the balance, and the interest and penalty earned from the paid-to day to the end of
///           the cutover day, are opened against 期初余额, so a run posts only what came after.
package enum ImportLoans {
  static let batchSize = 1_000

  /// Takes over loans of one bank.
  ///
  /// - Returns: one outcome for each loan, in their order. Where nothing is written, loans that
  ///   would have gone in are reported as imported, without a number.
  /// - Throws: `OperationError.bankUnknown`, `.officerUnknown`, `.roleMissing`, `PostgresError`.
  package static func run(
    _ loans: [BookLoan], mode: BatchRule, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> [ImportOutcome] {
    do {
      return try await BankWork.perform(pool, bank: bank, caller: caller) { work in
        try work.require(.approver)
        var desk = try ImportDesk(work, mode: mode)
        var outcomes: [ImportOutcome] = []
        outcomes.reserveCapacity(loans.count)
        for batch in loans.batches(of: batchSize) { outcomes += try desk.take(batch) }
        guard desk.writes else { throw NothingKept(outcomes: outcomes) }
        return outcomes
      }
    } catch let nothing as NothingKept {
      return nothing.outcomes
    }
  }

  /// Rolls the book back and carries its outcomes out.
  private struct NothingKept: Error {
    let outcomes: [ImportOutcome]
  }
}

/// What the loans of one book share: branches, officers, rates, the old numbers seen so far.
private struct ImportDesk {
  private let work: BankWork
  private let repository: ImportRepository
  private let mode: BatchRule
  private let market: MarketRates
  private let branches: [String: Int64]
  private let officers: [String: Int64]
  private var firstLines: [String: Int] = [:]
  /// Whether what is taken is written; false for good once nothing is to be kept.
  private(set) var writes: Bool

  init(_ work: BankWork, mode: BatchRule) throws {
    self.work = work
    self.mode = mode
    repository = ImportRepository(work.connection)
    market = try work.market()
    let banks = BankRepository(work.connection)
    branches = Dictionary(
      try banks.listBranches(bankID: work.bank.id).map { ($0.code, $0.id) },
      uniquingKeysWith: { first, _ in first })
    officers = Dictionary(
      try banks.listOfficers(bankID: work.bank.id).map { ($0.code, $0.officer.id) },
      uniquingKeysWith: { first, _ in first })
    writes = mode != .checkOnly
    if writes { try work.transfers.makeMonth(of: work.head.businessDate) }
  }

  /// A loan that was found good, and what it owes at the end of the cutover day.
  private struct Accepted {
    let loan: BookLoan
    let branchID: Int64
    let officerID: Int64
    let borrowerID: Int64
    let schedule: RepaymentSchedule
    let contract: LoanContract
  }

  /// What a batch looks up at once.
  private struct Known {
    let imported: [String: (request: String, loanNumber: String)]
    let borrowers: [String: Int64]
  }

  mutating func take(_ batch: ArraySlice<BookLoan>) throws -> [ImportOutcome] {
    let known = Known(
      imported: try repository.imported(bankID: work.bank.id, keys: batch.map(\.key)),
      borrowers: try repository.borrowerIDs(
        bankID: work.bank.id, references: Array(Set(batch.map(\.borrower)))))
    var outcomes: [ImportOutcome] = []
    var accepted: [(position: Int, loan: Accepted)] = []
    for loan in batch {
      do {
        if let earlier = try earlier(loan, known) {
          outcomes.append(.imported(loanNumber: earlier, isNew: false))
        } else if let good = try check(loan, known) {
          accepted.append((outcomes.count, good))
          outcomes.append(.imported(loanNumber: "", isNew: true))
        } else {
          outcomes.append(.nothingOwed)
        }
      } catch let error as PostgresError {
        throw error
      } catch let error as any Explained {
        if mode == .allOrNone { writes = false }
        outcomes.append(.refused(error))
      }
    }
    guard writes else { return outcomes }
    let numbers = try write(accepted.map(\.loan))
    for (number, position) in zip(numbers, accepted.map(\.position)) {
      outcomes[position] = .imported(loanNumber: number, isNew: true)
    }
    return outcomes
  }

  /// The number of a loan that was imported before.
  private mutating func earlier(
    _ loan: BookLoan, _ known: Known
  ) throws(ImportError) -> String? {
    let length = loan.oldNumber.utf8.count
    guard (1...BookLoan.longestOldNumber).contains(length) else {
      throw .oldNumberTooLong(length: length, most: BookLoan.longestOldNumber)
    }
    if let first = firstLines[loan.oldNumber] {
      throw .oldNumberTwice(loan.oldNumber, firstLine: first)
    }
    firstLines[loan.oldNumber] = loan.line
    guard let earlier = known.imported[loan.key] else { return nil }
    guard earlier.request == loan.canonical else {
      throw .importedDifferently(loan.oldNumber, loanNumber: earlier.loanNumber)
    }
    return earlier.loanNumber
  }

  /// - Returns: nil for a loan on which nothing is owed.
  private func check(_ loan: BookLoan, _ known: Known) throws -> Accepted? {
    guard let branchID = branches[loan.branch] else {
      throw OperationError.branchUnknown(loan.branch, known: branches.keys.sorted())
    }
    let officerID: Int64
    if let code = loan.officer {
      guard let id = officers[code] else {
        throw OperationError.officerUnknown(code, bank: work.bank.code)
      }
      officerID = id
    } else {
      officerID = work.officer.id
    }
    guard let borrowerID = known.borrowers[loan.borrower] else {
      throw OperationError.borrowerUnknown(loan.borrower, bank: work.bank.code)
    }
    try loan.check(businessDate: work.head.businessDate)
    if loan.terms.principal.isZero { return nil }
    var loan = loan
    loan.terms.keepIndex(of: market)
    let contract = try LoanContract(loan.terms, market: market)
    return Accepted(
      loan: loan, branchID: branchID, officerID: officerID, borrowerID: borrowerID,
      schedule: try RepaymentSchedule(contract, paidToOn: loan.paidToOn), contract: contract)
  }

  /// Stores loans and their opening balances.
  ///
  /// - Returns: their numbers, in order.
  private func write(_ accepted: [Accepted]) throws -> [String] {
    var serials: [Int: Range<Int>] = [:]
    for (year, loans) in Dictionary(grouping: accepted, by: \.loan.terms.agreedOn.year) {
      let taken = try repository.takeSerials(
        bankID: work.bank.id, year: year, count: loans.count)
      serials[year] = taken.lowerBound..<(taken.upperBound + 1)
    }
    var imported: [ImportedLoan] = []
    var transfers: [TransferRecord] = []
    for good in accepted {
      let year = good.loan.terms.agreedOn.year
      let serial = serials[year]?.popFirst() ?? 0
      let number = try LoanNumber(bankNumber: work.bank.number, year: year, serial: serial)
      let (loan, opening) = try open(good, number: number)
      imported.append(loan)
      transfers += opening
    }
    try repository.insert(imported)
    try work.transfers.insert(transfers)
    return imported.map(\.loan.number)
  }

  private func open(
    _ good: Accepted, number: LoanNumber
  ) throws -> (ImportedLoan, [TransferRecord]) {
    var loan = LoanRecord(
      bankID: work.bank.id, loanID: work.head.nextLoanID(), number: number.text,
      line: good.loan.productLine, terms: good.loan.terms)
    loan.branchID = good.branchID
    loan.officerID = good.officerID
    loan.borrowerID = good.borrowerID
    loan.isRestructured = good.loan.isRestructured
    loan.granted = good.loan.granted
    let fact = work.next(
      .imported, effectiveOn: good.loan.cutoverOn, key: good.loan.key,
      request: good.loan.canonical
    ) { fact in
      fact.loanID = loan.loanID
      fact.amount = loan.terms.principal
      fact.paidToOn = good.loan.paidToOn
    }
    let facts = [fact].compactMap(\.loanFact)
    let opening = try Claim(good.contract, facts: facts, through: good.loan.cutoverOn)
    let today = try Claim(good.contract, facts: facts, through: work.head.businessDate)
    var state = LoanState(loan, status: .active, lastFactNumber: fact.number)
    state.follow(today, on: work.head.businessDate, of: loan)
    state.posted = opening.bookTarget
    let transfers =
      [Transfer(.openingPrincipal, change: opening.principal)].compactMap { $0 }
      + Posting.accrual(
        target: opening.bookTarget,
        posted: AccrualTarget(interest: .zero, penalty: .zero), opening: true)
    let outlook = StoredOutlook(
      of: loan, today, on: work.head.businessDate, market, posted: opening.bookTarget)
    return (
      ImportedLoan(
        loan: loan, schedule: good.schedule, fact: fact, state: state,
        outlook: OutlookRow(
          loanID: loan.loanID, factNumber: fact.number, from: work.head.businessDate,
          stored: outlook)),
      transfers.map { TransferRecord(fact: fact, loan: loan, $0) }
    )
  }
}
