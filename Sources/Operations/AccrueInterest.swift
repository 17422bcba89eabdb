import Accrual
import Banks
import LoanProducts
package import Postgres
import Posting
package import Quantities
package import Repositories
import Risk
import Scheduling
import Servicing

/// The monthly interest accrual of one bank: what is posted is brought to the target, and the
/// month's positions are written.
///
/// Shape:    batches of loans by id: read, compute, write; all in one transaction of the bank.
/// Bounds:   memory by the batch, not by the book.
/// Ordering: months go forward; the last month may be run again, and posts only what differs.
/// Why:      a run that is killed leaves nothing; run again, it gives the books of one clean run.
package enum AccrueInterest {
  /// Loans read at once.
  static let batchSize = 5_000

  /// Runs the month for one bank.
  ///
  /// - Parameters:
  ///   - month: a month that is over by the bank's business date.
  ///   - bank: the bank's code.
  ///   - caller: who asks.
  ///   - pool: where.
  ///   - progress: called after each batch with the number of its loans.
  /// - Returns: the run; nil if there was nothing to post and no position moved.
  /// - Throws: `OperationError.monthNotOver`, `.monthBeforeLastRun`, `PostgresError`.
  package static func run(
    month: Month, bank: String, caller: Caller, on pool: ConnectionPool,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> AccrualRun? {
    do {
      return try await BankWork.perform(
        pool, bank: bank, caller: caller, booking: month.lastDay
      ) { work in
        try work.requireNotAfterBusinessDate(of: month)
        let last = try AccrualRepository(work.connection).lastRun(bankID: work.bank.id)
        if let last, month < last.month {
          throw OperationError.monthBeforeLastRun(month, last: last.month)
        }
        var pass = try AccrualPass(work, month: month, since: last)
        try pass.run(progress)
        if let last, last.month == month, try !pass.changedAnything(since: last) {
          throw NothingToPost()
        }
        try pass.finish()
        return pass.run
      }
    } catch is NothingToPost {
      return nil
    }
  }

  /// Rolls back a run that would repeat the last one.
  private struct NothingToPost: Error {}
}

extension BankWork {
  fileprivate func requireNotAfterBusinessDate(of month: Month) throws(OperationError) {
    guard month.lastDay <= head.businessDate else {
      throw .monthNotOver(month, businessDate: head.businessDate)
    }
  }
}

/// One pass over a bank's loans for a month's end.
private struct AccrualPass {
  let work: BankWork
  let repository: AccrualRepository
  let market: MarketRates
  let since: AccrualRun?
  let fact: FactRecord
  var run: AccrualRun

  init(_ work: BankWork, month: Month, since: AccrualRun?) throws {
    self.work = work
    self.since = since
    repository = AccrualRepository(work.connection)
    market = try work.market()
    let number = work.head.nextRunNumber()
    let version = since.map { $0.month == month ? $0.version + 1 : 1 } ?? 1
    fact = try work.record(
      .accrued, effectiveOn: month.lastDay, key: "accrue/\(month)/run-\(number)",
      request: "accrue\nmonth=\(month)"
    ) { $0.bookedOn = month.lastDay }
    run = AccrualRun(number: number, factNumber: fact.number, month: month, version: version)
  }

  mutating func run(_ progress: (Int) -> Void) throws {
    var after: Int64 = 0
    while true {
      let batch = try repository.candidates(
        bankID: work.bank.id, after: after, count: AccrueInterest.batchSize, since: since)
      guard let last = batch.last else { return }
      try take(batch)
      after = last.loan.loanID
      progress(batch.count)
    }
  }

  private mutating func take(_ batch: [AccrualCandidate]) throws {
    var transfers: [TransferRecord] = []
    var positions: [(position: LoanPosition, posted: AccrualTarget)] = []
    for candidate in batch {
      guard let outcome = try outcome(candidate) else { continue }
      run.loanCount += 1
      for transfer in outcome.transfers {
        let sign: Int64 =
          transfer.debit == .interestIncome || transfer.debit == .penaltyIncome
          ? -1 : 1
        let amount = Money(minorUnits: sign * transfer.amount.minorUnits)
        if transfer.kind == .interest { run.interest += amount }
        if transfer.kind == .penalty || transfer.kind == .compound { run.penalty += amount }
        transfers.append(
          TransferRecord(
            fact: fact, loan: candidate.loan, runNumber: run.number, transfer))
      }
      if let position = outcome.position { positions.append((position, outcome.target)) }
      if let state = outcome.state {
        try work.states.update(state, bankID: work.bank.id, loanID: candidate.loan.loanID)
      }
    }
    run.transferCount += transfers.count
    try work.transfers.insert(transfers)
    try repository.insert(positions, month: run.month, version: run.version)
  }

  /// What the month's end brings to one loan.
  private struct Outcome {
    var target: AccrualTarget
    var transfers: [Transfer]
    /// Nil for a loan on which nothing is owed any more.
    var position: LoanPosition?
    /// The loan's state, if it changes.
    var state: LoanState?
  }

  /// - Returns: nil for a loan not disbursed by the month's end.
  private func outcome(_ candidate: AccrualCandidate) throws -> Outcome? {
    let monthEnd = run.month.lastDay
    let contract = try LoanContract(
      candidate.loan.terms, market: market, facts: candidate.facts)
    guard let claim = try contract.claim(of: candidate.facts, through: monthEnd) else { return nil }
    let target = claim.bookTarget
    var outcome = Outcome(
      target: target, transfers: Posting.accrual(target: target, posted: candidate.state.posted))
    var state = candidate.state
    // A fact booked after the month's end has already brought the use of money up to its own day.
    if candidate.lastBookedOn <= monthEnd {
      outcome.transfers += Posting.moves(target: Moved(claim), posted: state.moved)
      state.follow(claim, on: monthEnd, of: candidate.loan)
    }
    if claim.isSettled || claim.isWrittenOff {
      state.posted = target
    } else {
      outcome.position = position(candidate, claim, on: monthEnd)
      state.posted = candidate.state.posted
    }
    // What was posted moves from the last position to the state of a loan that has none any more.
    let losesPosition = candidate.hasPosition && outcome.position == nil
    if state != candidate.state || losesPosition { outcome.state = state }
    return outcome
  }

  private func position(
    _ candidate: AccrualCandidate, _ claim: Claim, on day: Day
  ) -> LoanPosition {
    let loan = candidate.loan
    var position = LoanPosition(
      bankID: loan.bankID, branchID: candidate.state.branchID, line: loan.line.rawValue,
      loanID: loan.loanID, borrowerID: candidate.state.borrowerID)
    position.principal = claim.principal - (claim.writtenOff - claim.recovered)
    position.bookPrincipal = claim.bookPrincipal
    position.isNonAccrual = claim.nonAccrual != nil
    position.principalDue = min(position.principal, claim.principalDue)
    position.interestDue = claim.interestDue
    position.interestRunning = claim.running.borrower
    position.penaltyDue = max(.zero, claim.penaltyDue) + max(.zero, claim.compoundDue)
    position.credit = claim.repaid.credit
    position.principalOverdueDays = claim.overdueDays(of: \.principal, on: day)
    position.interestOverdueDays = claim.overdueDays(of: \.interest, on: day)
    position.isRestructured = loan.isRestructured || claim.isObserved(on: day)
    position.classify(
      isOnProbation: claim.isOnProbation(on: day) || claim.isObservedAsNonPerforming(on: day))
    return position
  }

  /// Whether the run posted anything or moved a position of the month's last version.
  func changedAnything(since last: AccrualRun) throws -> Bool {
    if run.transferCount > 0 { return true }
    return try repository.positionsDiffer(
      bankID: work.bank.id, month: run.month, last.version, run.version)
  }

  func finish() throws { try repository.insert(run, bankID: work.bank.id) }
}
