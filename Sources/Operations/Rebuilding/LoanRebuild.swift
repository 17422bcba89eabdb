import Accrual
import Classification
import LoanProducts
import Posting
import Quantities
import Repositories
import Risk
import Servicing

/// One loan on its way through its facts and runs, to the rows that follow from them.
struct LoanRebuild {
  private let bank: VerifiedBank
  private let evidence: LoanEvidence
  private let parties: LoanParties
  private var state: LoanState
  private var posted = AccrualTarget(interest: .zero, penalty: .zero)
  /// Where the last entry that brought it further left the loan; the claim is nil where nothing
  /// starts it any more.
  private var last: (claim: Claim?, on: Day, number: Int64)?
  private var hasPosition = false
  private var hasFacts = false

  init(_ evidence: LoanEvidence, _ steps: [LoanStep], in bank: VerifiedBank) {
    self.bank = bank
    self.evidence = evidence
    parties = LoanParties(evidence)
    state = LoanState(
      evidence.loan, status: Self.status(steps), lastFactNumber: steps.last?.number ?? 0)
  }

  /// - Throws: what keeps the loan from being replayed.
  mutating func add(to rows: inout BookRows, _ sums: inout [BookPiece.RunSums]) throws {
    let loan = evidence.loan
    try LoanBooks.each(
      loan.terms, market: bank.market, facts: evidence.facts, runs: bank.bookedRuns
    ) { entry in
      if let place = entry.run {
        try addRun(entry, bank.runs[place], to: &rows, &sums[place])
      } else {
        for transfer in entry.transfers {
          rows.add(
            transfer, of: loan, factNumber: entry.number, bookedOn: entry.bookedOn,
            valueOn: entry.valueOn)
        }
        // Nothing but a takeover posts accruals.
        if entry.posted != posted { state.posted = entry.posted }
        hasFacts = true
      }
      posted = entry.posted
      try follow(entry)
    }
    rows.add(state, of: loan)
    guard let last else { return }
    let market = bank.market.known(at: last.number)
    let stored = last.claim.map {
      StoredOutlook(of: loan, $0, on: last.on, market, posted: posted)
    }
    rows.add(
      OutlookRow(
        loanID: loan.loanID, factNumber: state.lastFactNumber, from: last.on, stored: stored),
      of: loan)
  }

  private mutating func addRun(
    _ entry: LoanBooks.Entry, _ run: StoredRun, to rows: inout BookRows,
    _ sums: inout BookPiece.RunSums
  ) throws {
    guard let claim = entry.claim else { return }
    let isOver = claim.isSettled || claim.isWrittenOff
    if hasPosition || hasFacts || !claim.isSettled { sums.loanCount += 1 }
    for transfer in entry.transfers {
      sums.add(transfer)
      rows.add(
        transfer, of: evidence.loan, runNumber: run.number, bookedOn: entry.bookedOn)
    }
    if isOver { state.posted = entry.posted }
    if !isOver, let version = run.version {
      rows.add(
        try bank.position(claim, of: evidence, parties, at: run), entry.posted,
        month: run.month.firstDay, version: version)
    }
    hasPosition = !isOver
    hasFacts = false
  }

  private mutating func follow(_ entry: LoanBooks.Entry) throws {
    guard entry.isFollowed else { return }
    try state.follow(entry, of: evidence.loan, parties)
    last = (entry.claim, entry.bookedOn, entry.number)
  }

  /// Where the loan stands by what happened before it was paid out.
  private static func status(_ steps: [LoanStep]) -> LoanStatus {
    for step in steps.reversed() {
      switch step.kind {
      case .approved: return .approved
      case .refused: return .refused
      case .withdrawn: return .withdrawn
      case .signed: return .signed
      case .expired: return .expired
      default: continue
      }
    }
    return .applied
  }
}
