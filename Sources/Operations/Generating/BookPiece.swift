import Accrual
import Banks
import Classification
import Generator
import LoanProducts
import Origination
import Posting
import Quantities
import Repositories
import Risk
import Scheduling
import Servicing

/// The rows of some loans of one bank, with all that follows from them.
struct BookPiece: Sendable {
  let bankID: Int64
  var rows = BookRows()
  /// What each run of the bank did to these loans.
  var runs: [RunSums]
  /// The largest serial of each year's loan numbers.
  var serials: [Int: Int] = [:]
  /// Set with the last piece of a bank.
  var end: BankEnd?

  /// What one run did.
  struct RunSums: Sendable {
    var loanCount = 0
    var transferCount = 0
    var interest = Money.zero
    var penalty = Money.zero
  }

  /// The facts of the bank itself, and where it stands.
  struct BankEnd: Sendable {
    let facts: [FactRecord]
    let runs: [(run: AccrualRun, request: RunRequest)]
    let head: BookEnd
  }
}

/// Makes pieces: invents the loans, numbers their facts, and has the engine replay their books.
struct PieceMaker: Sendable {
  let desk: BankDesk
  let numbers: FactNumbers
  private let runs: [BookedRun]
  private let requests: [RunRequest]
  private let counts: [PieceCount]

  init(_ desk: BankDesk, _ counts: [PieceCount]) {
    self.desk = desk
    self.counts = counts
    numbers = FactNumbers(counts: counts.map(\.facts), plan: desk.plan)
    runs = numbers.runs
    requests = runs.map { desk.request($0.month) }
  }

  func piece(_ number: Int) throws -> BookPiece {
    var piece = BookPiece(
      bankID: desk.bank.id,
      runs: [BookPiece.RunSums](repeating: BookPiece.RunSums(), count: runs.count))
    var counters = numbers.counters(ofPiece: number)
    var details = DetailColumns()
    let known = counts[number].events
    for (index, place) in desk.places(ofPiece: number).enumerated() {
      let invented = try desk.inventor.loan(
        at: place, events: known.isEmpty ? nil : known[index])
      let loan = try record(invented)
      piece.serials[loan.terms.agreedOn.year] = place + 1
      let borrowers = try desk.borrowers.borrowers(of: invented)
      for borrower in borrowers { piece.rows.add(borrower, reference: "G\(borrower.id)") }
      piece.rows.add(loan)
      piece.rows.add(invented.schedule, of: loan)
      let payers = LoanPayers(
        programme: invented.payers.programme, fund: invented.payers.fund,
        fundSharePercent: invented.payers.fundSharePercent)
      if payers != LoanPayers() { piece.rows.add(payers, of: loan) }
      let facts = facts(of: invented, loan, &counters)
      for fact in facts { piece.rows.add(fact, detail: details.column(of: fact.detail)) }
      // Who comes back with another loan is a student.
      let isRetail = borrowers.allSatisfy(\.kind.isNatural)
      try book(loan, isRetail: isRetail, facts, in: &piece)
    }
    return piece
  }

  private func record(_ invented: InventedLoan) throws -> LoanRecord {
    let number = try LoanNumber(
      bankNumber: desk.bank.number, year: invented.terms.agreedOn.year,
      serial: invented.place + 1)
    var loan = LoanRecord(
      bankID: desk.bank.id, loanID: Int64(invented.place) + 1, number: number.text,
      line: invented.application.line, terms: invented.terms)
    loan.branchID = desk.branches[invented.place % desk.branches.count].id
    loan.officerID = desk.accountOfficer
    loan.borrowerID = BorrowerInventor.id(at: invented.borrowerPlace)
    loan.productVersion = invented.productVersion
    loan.purpose = invented.application.purpose
    loan.category = invented.application.category
    return loan
  }

  private func facts(
    of invented: InventedLoan, _ loan: LoanRecord, _ counters: inout [Int64]
  ) -> [FactRecord] {
    var made = InventedFacts(desk, loan, invented.application)
    return invented.events.map { event in
      let index = event.bookedOn - numbers.firstDay
      counters[index] += 1
      var fact = FactRecord(
        .noted, of: loan.bankID, number: counters[index], bookedOn: event.bookedOn,
        recordedAt: numbers.recordedAt(counters[index], on: event.bookedOn))
      made.complete(&fact, event)
      return fact
    }
  }
}

extension PieceMaker {
  /// Replays the loan's books, and adds what they say.
  private func book(
    _ loan: LoanRecord, isRetail: Bool, _ facts: [FactRecord], in piece: inout BookPiece
  ) throws {
    let last = facts.last { $0.kind != .proposed }?.number ?? 0
    let status = Self.status(facts)
    var state = LoanState(loan, status: status, lastFactNumber: last)
    defer { piece.rows.add(state, of: loan) }
    guard status == .active else { return }
    let booked = facts.compactMap { fact in
      fact.loanFact.map { BookedFact($0, bookedOn: fact.bookedOn) }
    }
    let market = desk.inventor.rules.market
    let end = max(booked.last?.number ?? 0, runs.last?.number ?? 0)
    var pass = LoanPass(loan, isRetail: isRetail, market, end: end, requests)
    try LoanBooks.each(loan.terms, market: market, facts: booked, runs: runs) {
      pass.add($0, to: &piece, &state)
    }
  }

  /// Where the loan stands by its last fact before anything was paid out; active from then on.
  private static func status(_ facts: [FactRecord]) -> LoanStatus {
    for fact in facts.reversed() {
      switch fact.kind {
      case .disbursed: return .active
      case .refused: return .refused
      case .withdrawn: return .withdrawn
      default: continue
      }
    }
    switch facts.last?.kind {
    case .signed: return .signed
    case .approved: return .approved
    default: return .applied
    }
  }
}

/// What the column `detail` holds, found once for the facts of a piece that say the same.
private struct DetailColumns {
  private var known: [FactDetail: String?] = [FactDetail(): nil]

  mutating func column(of detail: FactDetail) -> String? {
    if let column = known[detail] { return column }
    let column = detail.column
    known.updateValue(column, forKey: detail)
    return column
  }
}

/// One loan on its way through its entries, the only one of a debtor that is no retail customer.
private struct LoanPass {
  private let loan: LoanRecord
  private let isRetail: Bool
  private let market: MarketRates
  /// The number of the last entry: where it leaves the loan is its state.
  private let end: Int64
  /// Of each run.
  private let requests: [RunRequest]
  /// As the last entry left them.
  private var terms: LoanTerms
  private var hasPosition = false
  private var hasFacts = false

  init(
    _ loan: LoanRecord, isRetail: Bool, _ market: MarketRates, end: Int64,
    _ requests: [RunRequest]
  ) {
    self.loan = loan
    self.isRetail = isRetail
    self.market = market
    self.end = end
    self.requests = requests
    terms = loan.terms
  }

  mutating func add(_ entry: LoanBooks.Entry, to piece: inout BookPiece, _ state: inout LoanState) {
    guard let claim = entry.claim else { return }
    if let run = entry.run {
      addRun(entry, run, claim, to: &piece)
    } else {
      addFact(entry, claim, to: &piece)
    }
    guard entry.number == end else { return }
    state.follow(claim, on: entry.bookedOn, of: loan)
    if !hasPosition { state.posted = entry.posted }
    let stored = StoredOutlook(
      of: loan, claim, on: entry.bookedOn, market, posted: entry.posted)
    let row = OutlookRow(
      loanID: loan.loanID, factNumber: state.lastFactNumber, from: entry.bookedOn, stored: stored)
    piece.rows.add(row, of: loan)
  }

  private mutating func addFact(
    _ entry: LoanBooks.Entry, _ claim: Claim, to piece: inout BookPiece
  ) {
    hasFacts = true
    for transfer in entry.transfers {
      piece.rows.add(
        transfer, of: loan, factNumber: entry.number, bookedOn: entry.bookedOn,
        valueOn: entry.valueOn)
    }
    if claim.terms != terms {
      terms = claim.terms
      piece.rows.add(version: claim.upcoming, of: loan, factNumber: entry.number)
    }
  }

  private mutating func addRun(
    _ entry: LoanBooks.Entry, _ run: Int, _ claim: Claim, to piece: inout BookPiece
  ) {
    let isOver = claim.isSettled || claim.isWrittenOff
    if hasPosition || hasFacts || !claim.isSettled { piece.runs[run].loanCount += 1 }
    for transfer in entry.transfers {
      piece.runs[run].add(transfer)
      piece.rows.add(
        transfer, of: loan, runNumber: Int32(run) + 1, bookedOn: entry.bookedOn)
    }
    if !isOver {
      let month = entry.bookedOn.month
      let request = requests[run]
      let debtor = isRetail ? nil : request.classes.map { DebtorGrounds(by: $0) }
      let position = LoanPosition(
        claim, of: loan, on: entry.bookedOn, by: request.positionsRule, debtor ?? .retail)
      piece.rows.add(position, entry.posted, month: month.firstDay, version: 1)
    }
    hasPosition = !isOver
    hasFacts = false
  }
}

extension BookPiece.RunSums {
  mutating func add(_ transfer: Transfer) {
    transferCount += 1
    let isTaken = transfer.debit == .interestIncome || transfer.debit == .penaltyIncome
    let amount = isTaken ? -transfer.amount : transfer.amount
    switch transfer.kind {
    case .interest: interest += amount
    case .penalty, .compound: penalty += amount
    default: break
    }
  }

  mutating func add(_ other: BookPiece.RunSums) {
    loanCount += other.loanCount
    transferCount += other.transferCount
    interest += other.interest
    penalty += other.penalty
  }
}
