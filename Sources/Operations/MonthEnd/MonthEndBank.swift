import Accrual
import Classification
import LoanProducts
import Postgres
import Posting
import Quantities
import Repositories
import Risk
import Scheduling
import Servicing

/// What a run knows of one bank, for all connections that work on it.
struct MonthEndBank: Sendable {
  let bankID: Int64
  let market: MarketRates
  let month: Month
  let runNumber: Int32
  /// Of the run's own fact.
  let factNumber: Int64
  /// What the run's fact says.
  let request: RunRequest
  /// Whether only sums are asked for.
  var isPreview = false
  /// The bank's last run; nil before the first.
  let since: AccrualRun?
  /// The loans of the bank have ids from 1 to this one.
  let lastLoanID: Int64
  /// Of a run that posts expected losses.
  let losses: ExpectedProvisions?

  var end: Day { month.lastDay }
  var writesPositions: Bool { request.provisions != nil }

  /// What loans have from who owes them at the month's end.
  func debtors(_ connection: Connection) throws -> DebtorClasses {
    try DebtorClasses(
      connection, bankID: bankID, market: market,
      runs: [DebtorClasses.Run(factNumber: factNumber, month: month, classes: request.classes)])
  }

  /// Whether what an outlook has seen is in the books.
  ///
  /// One that a run made which never became part of the books has seen credits put to use that no
  /// books hold: its loan is replayed.
  private func holds(_ stored: StoredOutlook) -> Bool {
    guard stored.madeByRun > 0 else { return true }
    guard let since, stored.madeByRun <= since.factNumber else { return false }
    return stored.from <= since.month.lastDay
  }

  /// Whether an outlook tells the month's end and may be taken as it stands.
  func place(_ stored: StoredOutlook) -> Int? {
    guard let place = stored.place(on: end), holds(stored) else { return nil }
    let outlook = stored.outlook(at: place)
    // What is expected to be lost follows from all that is to come of a loan.
    if losses != nil, !outlook.isOver { return nil }
    // What a fact has settled stays so, whatever rate becomes known.
    let isSettled = place == 0 && outlook.isSettled && outlook.from <= end
    return isSettled || outlook.reaches(end, market) ? place : nil
  }

  func posted(_ row: OutlookRow, _ stored: StoredOutlook) -> AccrualTarget {
    Self.posted(row, stored, since: since)
  }

  /// What runs have posted of a loan.
  static func posted(
    _ row: OutlookRow, _ stored: StoredOutlook, since: AccrualRun?
  ) -> AccrualTarget {
    guard let since, let place = place(row, stored, toldBy: since) else { return stored.posted }
    return stored.outlook(at: place).bookTarget(on: since.month.lastDay)
  }

  /// The place that tells the end of a run's month, of an outlook older than the run: what the run
  /// posted by; nil of another, and of one that a run made which never became part of the books.
  private static func place(
    _ row: OutlookRow, _ stored: StoredOutlook, toldBy run: AccrualRun
  ) -> Int? {
    guard row.factNumber < run.factNumber, stored.madeByRun <= run.factNumber else { return nil }
    return stored.place(on: run.month.lastDay)
  }

  /// The place up to which facts and runs have brought the books of facts.
  func bookedPlace(_ row: OutlookRow, _ stored: StoredOutlook) -> Int {
    since.flatMap { Self.place(row, stored, toldBy: $0) } ?? 0
  }
}

/// What a run brings to some loans of one bank, before it is written.
struct MonthEndPage {
  let bank: MonthEndBank
  let debtors: DebtorClasses
  var transfers: [RunTransferRow] = []
  var positions: [(position: LoanPosition, posted: AccrualTarget)] = []
  var renewed: [OutlookRow] = []
  var followed = FollowedLoans()
  var preview: [PreviewKey: StepTally] = [:]
  var tally = RunTally()

  init(_ bank: MonthEndBank, _ debtors: DebtorClasses) {
    self.bank = bank
    self.debtors = debtors
  }

  /// Takes a loan of which the outlook at a place tells the month's end.
  mutating func take(_ row: OutlookRow, _ stored: StoredOutlook, at place: Int) {
    let outlook = stored.outlook(at: place)
    let posted = bank.posted(row, stored)
    let booked = bank.bookedPlace(row, stored)
    guard booked == place else {
      // The use of money goes on with what fell due.
      let moves = Posting.moves(
        target: Moved(sums: stored.moved(at: place)), posted: Moved(sums: stored.moved(at: booked)))
      book(row, outlook, posted: posted, moves: moves.map { $0.of(stored.line) })
      tally.following.append(row.loanID)
      followed.told[row.loanID] = ToldState(stored, at: place, on: bank.end)
      return
    }
    book(row, outlook, posted: posted, moves: [])
    guard outlook.isOver else { return }
    // It may have had a position in the last run, which told what was posted of it.
    let isNew =
      bank.since.map { row.factNumber > $0.factNumber || row.from > $0.month.lastDay } ?? true
    if isNew || outlook.bookTarget(on: bank.end) != posted {
      tally.following.append(row.loanID)
    }
  }

  /// Takes a loan whose claim is replayed from its facts.
  ///
  /// - Parameters:
  ///   - row: the outlook that does not tell the month's end.
  ///   - candidate: the loan with its facts.
  ///   - booked: what was posted of it, as the books say, for a row that tells nothing.
  /// - Throws: `SchedulingError` or `ServicingError` of a loan that can't be computed.
  mutating func replay(
    _ row: OutlookRow, _ candidate: AccrualCandidate, booked: AccrualTarget?
  ) throws {
    let contract = try LoanContract(
      candidate.loan.terms, market: bank.market, facts: candidate.facts)
    guard let claim = try contract.claim(of: candidate.facts, through: bank.end) else { return }
    let loss = try expected(candidate, claim)
    let zero = AccrualTarget(interest: .zero, penalty: .zero)
    let posted = row.stored.map { bank.posted(row, $0) } ?? booked ?? zero
    // A fact booked after the month's end has already brought the use of money up to its own day.
    let isCurrent = candidate.lastBookedOn <= bank.end
    var moves: [Transfer] = []
    if isCurrent {
      moves = Posting.moves(target: Moved(claim), posted: candidate.state.moved)
        .map { $0.of(candidate.loan.line) }
    }
    let state = candidate.following(claim, on: bank.end)
    if state != candidate.state {
      tally.following.append(row.loanID)
      followed.states[row.loanID] = state
    }
    var row = row
    row.branchID = candidate.state.branchID
    row.borrowerID = candidate.state.borrowerID
    row.line = candidate.loan.line.rawValue
    if isCurrent {
      row.from = bank.end
      row.factNumber = candidate.state.lastFactNumber
      row.stored = StoredOutlook(
        of: candidate.loan, claim, on: bank.end, bank.market, posted: posted)
      row.stored?.madeByRun = bank.factNumber
      renewed.append(row)
    } else {
      let target = claim.bookTarget
      tally.postedLater.append(row.loanID)
      tally.postedLater += target.amounts
      row.stored = StoredOutlook(
        outlook: ClaimOutlook(claim, on: bank.end, bank.market), posted: posted,
        isRestructured: candidate.loan.isRestructured)
    }
    guard let outlook = row.stored?.outlook else { return }
    book(row, outlook, posted: posted, moves: moves, loss)
  }

  /// The position of a replayed loan with what is expected to be lost of it; nil of one that has no
  /// position, and in a run by percentages.
  private func expected(_ candidate: AccrualCandidate, _ claim: Claim) throws -> LoanPosition? {
    guard let losses = bank.losses, !claim.isSettled, !claim.isWrittenOff else { return nil }
    var loan = candidate.loan
    (loan.borrowerID, loan.branchID) = (candidate.state.borrowerID, candidate.state.branchID)
    let debtor = debtors.grounds(of: loan.borrowerID, atRun: bank.factNumber)
    var position = LoanPosition(
      claim, of: loan, on: bank.end, by: bank.request.positionsRule, debtor)
    try losses.provide(&position, claim, of: loan, facts: candidate.facts, debtor)
    return position
  }

  private mutating func book(
    _ row: OutlookRow, _ outlook: ClaimOutlook, posted: AccrualTarget, moves: [Transfer],
    _ expected: LoanPosition? = nil
  ) {
    let target = outlook.bookTarget(on: bank.end)
    tally.loans += 1
    if target != posted {
      for transfer in Posting.accrual(target: target, posted: posted) { add(transfer, row) }
    }
    for transfer in moves { add(transfer, row) }
    guard bank.writesPositions, !outlook.isOver else { return }
    let position = expected ?? position(row, outlook)
    positions.append((position, target))
    tally.classified.rows += 1
    tally.required +=
      (position.generalProvision + position.specialProvision).minorUnits
    tally.positions.add(position.principal)
  }

  private mutating func add(_ transfer: Transfer, _ row: OutlookRow) {
    let amount = tally.count(transfer)
    if bank.isPreview {
      let key = PreviewKey(
        line: row.line, payer: transfer.payer.rawValue, kind: transfer.kind.rawValue)
      preview[key, default: StepTally()].add(amount)
      if transfer.credit == .provisions { tally.moved += transfer.amount.minorUnits }
      if transfer.debit == .provisions { tally.moved -= transfer.amount.minorUnits }
      return
    }
    transfers.append(
      RunTransferRow(
        bankID: bank.bankID, bookedOn: bank.end, runNumber: bank.runNumber, loanID: row.loanID,
        transfer))
  }

  private func position(_ row: OutlookRow, _ outlook: ClaimOutlook) -> LoanPosition {
    let day = bank.end
    var position = LoanPosition(
      bankID: bank.bankID, branchID: row.branchID, line: row.line, loanID: row.loanID,
      borrowerID: row.borrowerID)
    position.principal = outlook.principal
    position.bookPrincipal = outlook.bookPrincipal
    position.isNonAccrual = outlook.isNonAccrual
    position.principalDue = outlook.principalDue
    position.interestDue = outlook.interestDue
    position.interestRunning = outlook.running(on: day).borrower
    position.penaltyDue = outlook.chargesDue(on: day)
    position.credit = outlook.credit
    position.principalOverdueDays = outlook.principalOverdueDays(on: day)
    position.interestOverdueDays = outlook.interestOverdueDays(on: day)
    let debtor = debtors.grounds(of: row.borrowerID, atRun: bank.factNumber)
    let grounds = ClassGrounds(
      outlook, on: day, isRestructured: row.stored?.isRestructured == true, debtor)
    position.isRestructured = grounds.isRestructured
    position.classify(grounds, by: bank.request.positionsRule)
    return position
  }
}

extension AccrualTarget {
  /// Interest by payer, penalty, compound interest and what is suspended, in minor units.
  var amounts: [Int64] {
    [
      interest.borrower, interest.finance, interest.programme, penalty, compound, suspended,
    ].map(\.minorUnits)
  }

  /// As `amounts` gives them.
  init(amounts: ArraySlice<Int64>) {
    let money = amounts.map { Money(minorUnits: $0) }
    self.init(
      interest: InterestByPayer(borrower: money[0], finance: money[1], programme: money[2]),
      penalty: money[3], compound: money[4], suspended: money[5])
  }
}

extension AccrualCandidate {
  /// The state that follows a claim at a month's end, unless a later fact has brought it further.
  func following(_ claim: Claim, on day: Day) -> LoanState {
    var state = self.state
    if lastBookedOn <= day { state.follow(claim, on: day, of: loan) }
    // What was posted is the state's to tell of a loan that has no position.
    if claim.isSettled || claim.isWrittenOff { state.posted = claim.bookTarget }
    return state
  }
}
