import Banks
import LoanProducts
import Posting
package import Quantities
package import Repositories
import Scheduling
package import Servicing

/// One loan in a unit of work: as signed, its facts, where it stands.
package struct LoanUnderWork {
  package let work: BankWork
  package let loan: LoanRecord
  package private(set) var state: LoanState
  package let facts: [FactRecord]

  init(_ number: String, _ work: BankWork, allowed: [LoanStatus]) throws {
    self.work = work
    (loan, state) = try work.open(number, allowed: allowed)
    facts = try work.facts(of: loan)
  }

  /// The claim at the end of a day; nil if no fact starts the loan, or not yet.
  ///
  /// - Parameters:
  ///   - facts: the loan's.
  ///   - number: a fact whose use of money is asked for.
  ///   - day: the day; the business date unless told.
  /// - Returns: the claim, and what that fact used.
  /// - Throws: `ServicingError`, `SchedulingError`, `PostgresError`.
  package func claim(
    _ facts: [FactRecord], watching number: Int64 = 0, through day: Day? = nil
  ) throws -> (claim: Claim?, used: Repaid) {
    let known = facts.loanFacts
    var used = Repaid()
    let contract = try work.contract(of: loan, facts: known)
    let day = day ?? work.head.businessDate
    let claim = try contract.claim(of: known, through: day) { fact, change, _ in
      if fact.number == number { used = change }
    }
    return (claim, used)
  }

  /// What the loan's class has from who owes it, at the end of a day; the business date unless
  /// told.
  func debtor(on day: Day? = nil) throws -> DebtorToday {
    try DebtorToday(
      loan, owedBy: state.borrowerID, on: day ?? work.head.businessDate, work.connection)
  }

  /// The day a fact is effective: as asked, the business date, or that of the fact it undoes.
  func effectiveDay(_ draft: FactDraft, asked: Day?) throws -> Day {
    if let number = draft.reverses { return try reversible(number).effectiveOn }
    let day = asked ?? work.head.businessDate
    try work.requireNotAfterBusinessDate(day)
    return day
  }

  /// Refuses amounts that are none, but for a subsidy given back, and a repayment that looks like
  /// one recorded already.
  func check(_ draft: FactDraft, on day: Day, acceptsDuplicate: Bool) throws {
    if let amount = draft.amount, !(draft.kind == .subsidyPaid && amount.isNegative) {
      guard amount.isPositive, amount <= .largestAmount else {
        throw OperationError.amountOutsideRange(amount, largest: .largestAmount)
      }
    }
    guard draft.kind == .repaid, !acceptsDuplicate else { return }
    let twin = facts.inForce.first {
      $0.kind == .repaid && $0.amount == draft.amount && $0.effectiveOn == day
    }
    if let twin, let amount = draft.amount {
      throw OperationError.looksLikeDuplicate(
        loan: loan.number, amount: amount, on: day, fact: twin.number)
    }
  }

  /// The fact of this number, if it can be undone.
  private func reversible(_ number: Int64) throws -> FactRecord {
    guard let fact = facts.first(where: { $0.number == number }) else {
      throw OperationError.factNotOfLoan(number, loan: loan.number)
    }
    guard fact.kind.isReversible else {
      throw OperationError.factNotReversible(number, kind: fact.kind)
    }
    if let other = facts.reversals[number] {
      throw OperationError.factReversedAlready(number, by: other)
    }
    if fact.kind == .disbursed {
      let later = facts.inForce.first {
        $0.number > number && FactKind.servicing.contains($0.kind)
      }
      if let later { throw OperationError.disbursementFollowed(number, by: later.number) }
      let isAccrued = try work.transfers.list(bankID: loan.bankID, loanID: loan.loanID)
        .contains { $0.runNumber != nil && $0.bookedOn >= fact.bookedOn }
      if isAccrued { throw OperationError.disbursementAccrued(number) }
    }
    return fact
  }

  /// Finds the borrower or branch that a detail names.
  func resolve(_ detail: inout FactDetail) throws {
    if let reference = detail.party {
      let found = try BorrowerRepository(work.connection)
        .find(bankID: work.bank.id, reference: reference)
      guard let found else {
        throw OperationError.borrowerUnknown(reference, bank: work.bank.code)
      }
      detail.partyID = found.borrower.id
    }
    if let code = detail.branch {
      let branches = try BankRepository(work.connection).listBranches(bankID: work.bank.id)
      guard let branch = branches.first(where: { $0.code == code }) else {
        throw OperationError.branchUnknown(code, known: branches.map(\.code))
      }
      detail.branchID = branch.id
    }
  }

  /// Books what the loan's facts change, and brings its state up to them.
  ///
  /// - Returns: what was booked.
  mutating func follow(
    _ claim: Claim?, facts: [FactRecord], _ fact: FactRecord
  ) throws -> [Transfer] {
    let transfers = Posting.moves(
      target: claim.map { Moved($0) } ?? Moved(), posted: state.moved)
    if let claim {
      state.follow(claim, on: work.head.businessDate, of: loan)
    } else if !state.moved.stored.isEmpty {
      state.unstart(loan)
    }
    let marks = facts.inForce
    state.borrowerID =
      marks.last { $0.kind == .takenOver }?.detail.partyID ?? loan.borrowerID
    state.branchID = marks.last { $0.kind == .transferred }?.detail.branchID ?? loan.branchID
    state.lastFactNumber = fact.number
    try work.states.update(state, bankID: work.bank.id, loanID: loan.loanID)
    try work.keepOutlook(of: loan, claim, factNumber: fact.number)
    try work.book(transfers.map { TransferRecord(fact: fact, loan: loan, $0) })
    return transfers.map { $0.of(loan.line) }
  }

  /// Keeps the schedule that a change leaves, if it is another one than before.
  func keepSchedule(_ before: Claim?, _ after: Claim?, _ fact: FactRecord) throws {
    guard let before, let after, before.terms != after.terms else { return }
    try ScheduleVersionRepository(work.connection)
      .insert(after.upcoming, of: loan, factNumber: fact.number)
  }
}

extension FactKind {
  /// Whether a fact of this kind can be undone by another.
  package var isReversible: Bool {
    switch self {
    case .imported: return false
    case .died, .takenOver, .transferred, .promised, .noted, .reminded: return true
    default: return FactKind.servicing.contains(self)
    }
  }
}
