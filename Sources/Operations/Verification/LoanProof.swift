import Accrual
import Banks
import Classification
import LoanProducts
import Postgres
import Posting
import Quantities
import Repositories
import Risk
import Scheduling
import Servicing

/// What a verification knows of one bank.
struct VerifiedBank: Sendable {
  let bankID: Int64
  let code: String
  let market: MarketRates
  let runs: [StoredRun]
  /// The month that is verified; nil for all.
  let month: Month?
  let debtors: DebtorClasses
  /// Of the runs that posted expected losses, by their facts.
  private let losses: [Int64: ExpectedProvisions]

  /// - Throws: `PostgresError`, `ExpectedLossError`.
  init(_ connection: Connection, _ bank: Bank, runs: [StoredRun], month: Month?) throws {
    bankID = bank.id
    code = bank.code
    market = try ProductRepository(connection).market(knownIn: bank.id)
    self.runs = runs
    self.month = month
    debtors = try DebtorClasses(
      connection, bankID: bank.id, market: market,
      runs: runs.filter { month == nil || $0.month == month }.map {
        DebtorClasses.Run(factNumber: $0.factNumber, month: $0.month, classes: $0.classes)
      })
    var losses: [Int64: ExpectedProvisions] = [:]
    for run in runs where month == nil || run.month == month {
      losses[run.factNumber] = try ExpectedProvisions(
        run.losses, month: run.month, factNumber: run.factNumber, market: market)
    }
    self.losses = losses
  }

  /// The position that a run made of a loan.
  ///
  /// - Parameters:
  ///   - claim: at the end of the run's month.
  ///   - evidence: whose.
  ///   - parties: of the loan.
  ///   - run: which.
  /// - Returns: with the provisions of the run's rule.
  /// - Throws: what keeps its expected loss from being told.
  func position(
    _ claim: Claim, of evidence: LoanEvidence, _ parties: LoanParties, at run: StoredRun
  ) throws -> LoanPosition {
    var loan = evidence.loan
    (loan.borrowerID, loan.branchID) = parties.known(before: run.factNumber)
    let debtor = debtors.grounds(of: loan.borrowerID, atRun: run.factNumber)
    var position = LoanPosition(
      claim, of: loan, on: run.month.lastDay, by: run.positionsRule, debtor)
    if let losses = losses[run.factNumber] {
      let known = evidence.facts.filter { $0.number < run.factNumber }.compactMap(\.fact)
      try losses.provide(&position, claim, of: loan, facts: known, debtor)
    }
    return position
  }

  var bookedRuns: [BookedRun] {
    runs.map { BookedRun(number: $0.factNumber, month: $0.month) }
  }

  /// Whether what is booked in a month is looked at.
  func covers(_ other: Month) -> Bool { month == nil || month == other }
}

/// One loan, replayed from its facts and held to what is stored of it.
///
/// Why: it shares the pure core with the operations and none of their steps, so that a fault of
///      theirs is found, too.
struct LoanProof {
  private let bank: VerifiedBank
  private let evidence: LoanEvidence
  private let parties: LoanParties
  private var transfers: [StoredTransfer] = []
  private var positions: [StoredPosition] = []
  /// What a fact left to come, by its number.
  private var upcoming: [Int64: [Installment]] = [:]
  private var state: LoanState?

  /// - Throws: what keeps the loan from being replayed.
  init(_ evidence: LoanEvidence, in bank: VerifiedBank) throws {
    self.bank = bank
    self.evidence = evidence
    parties = LoanParties(evidence)
    let (facts, runs) = (evidence.facts, bank.bookedRuns)
    let events = bank.month.map { BookedEvents(facts, runs, in: $0) } ?? BookedEvents(facts, runs)
    try LoanBooks.each(evidence.loan.terms, market: bank.market, events) { entry in
      try take(entry)
    }
  }

  private mutating func take(_ entry: LoanBooks.Entry) throws {
    let run = entry.run.map { bank.runs[$0] }
    for transfer in entry.transfers {
      let booked = transfer.of(evidence.loan.line)
      transfers.append(
        StoredTransfer(
          number: run.map { Int64($0.number) } ?? entry.number, isOfRun: run != nil,
          kind: booked.kind.rawValue, payer: booked.payer.rawValue, bookedOn: entry.bookedOn,
          valueOn: entry.valueOn, debit: booked.debit.rawValue, credit: booked.credit.rawValue,
          amount: booked.amount))
    }
    if let run, let version = run.version, let claim = entry.claim,
      !claim.isSettled, !claim.isWrittenOff
    {
      positions.append(
        StoredPosition(
          month: run.month, version: version,
          position: try bank.position(claim, of: evidence, parties, at: run),
          posted: entry.posted))
    }
    guard bank.month == nil else { return }
    let isVersion = evidence.schedules.contains { $0.factNumber == entry.number }
    if isVersion, run == nil { upcoming[entry.number] = try entry.foreseen()?.upcoming ?? [] }
    guard entry.isFollowed else { return }
    try follow(entry)
  }

  private mutating func follow(_ entry: LoanBooks.Entry) throws {
    var state =
      self.state
      ?? LoanState(evidence.loan, status: .signed, lastFactNumber: entry.number)
    try state.follow(entry, of: evidence.loan, parties)
    self.state = state
  }

  // MARK: What differs

  /// The first difference in the order of booking; nil if there is none.
  var difference: BookDifference? {
    if let found = transferDifference ?? positionDifference { return found }
    return bank.month == nil ? stateDifference ?? scheduleDifference : nil
  }

  private func differs(
    _ place: String, _ what: String, _ found: String, _ expected: String
  ) -> BookDifference {
    BookDifference(
      bank: bank.code, loan: evidence.loan.number, place: place, what: what, found: found,
      expected: expected)
  }

  private var transferDifference: BookDifference? {
    let stored = evidence.transfers.filter { bank.covers($0.bookedOn.month) }
      .sorted { $0.isBefore($1) }
    let expected = transfers.sorted { $0.isBefore($1) }
    guard stored != expected else { return nil }
    for (found, wanted) in zip(stored, expected) where found != wanted {
      if found.isSameRow(as: wanted) {
        return differs(wanted.place, wanted.name, found.text, wanted.text)
      }
      return found.isBefore(wanted)
        ? differs(found.place, found.name, found.text, "none")
        : differs(wanted.place, wanted.name, "none", wanted.text)
    }
    if stored.count > expected.count, let found = stored.dropFirst(expected.count).first {
      return differs(found.place, found.name, found.text, "none")
    }
    guard let wanted = expected.dropFirst(stored.count).first else { return nil }
    return differs(wanted.place, wanted.name, "none", wanted.text)
  }

  private var positionDifference: BookDifference? {
    let expected = Dictionary(
      positions.map { (Key($0), $0) }, uniquingKeysWith: { _, last in last })
    var stored: [Key: StoredPosition] = [:]
    for position in evidence.positions where bank.covers(position.month) {
      stored[Key(position)] = position
    }
    for key in Set(expected.keys).union(stored.keys).sorted() {
      let place = "position \(key.month)/\(key.version)"
      switch (stored[key], expected[key]) {
      case (let found?, let wanted?) where found != wanted:
        let parts = zip(found.parts, wanted.parts).first { $0.1 != $1.1 }
        return differs(place, parts?.0.0 ?? "", parts?.0.1 ?? "", parts?.1.1 ?? "")
      case (let found?, nil): return differs(place, "row", found.position.principal.plain, "none")
      case (nil, let wanted?): return differs(place, "row", "none", wanted.position.principal.plain)
      default: continue
      }
    }
    return nil
  }

  private struct Key: Hashable, Comparable {
    let month: Month
    let version: Int32

    init(_ position: StoredPosition) {
      month = position.month
      version = position.version
    }

    static func < (one: Key, other: Key) -> Bool {
      (one.month, one.version) < (other.month, other.version)
    }
  }

  private var stateDifference: BookDifference? {
    guard let expected = state else { return nil }
    guard let found = evidence.state else { return differs("state", "row", "none", "one") }
    // One that is taken to go by facts, and does not, costs a list time and nothing else.
    if expected.isClassedByFacts, !found.isClassedByFacts {
      return differs("state", "class by facts", "no", "yes")
    }
    let parts = zip(found.parts, expected.parts).first { $0.1 != $1.1 }
    return parts.map { differs("state", $0.0, $0.1, $1.1) }
  }

  private var scheduleDifference: BookDifference? {
    for schedule in evidence.schedules {
      guard let number = schedule.factNumber else {
        if let found = signedDifference(schedule.installments) { return found }
        continue
      }
      let expected = upcoming[number] ?? []
      if schedule.installments.rows != expected.rows {
        return differs(
          "schedule of fact \(number)", "instalments", schedule.installments.rows.joined(),
          expected.rows.joined())
      }
    }
    return nil
  }

  /// The signed schedule of a fixed rate; that of a floating one told the future by the rates
  /// published by its day.
  private func signedDifference(_ stored: [Installment]) -> BookDifference? {
    let terms = evidence.loan.terms
    guard case .fixed = terms.rate else { return nil }
    var paidToOn: Day?
    if case .imported(let day) = evidence.facts.first?.fact?.kind { paidToOn = day }
    guard let contract = try? LoanContract(terms, market: bank.market),
      let schedule = try? paidToOn.map({ try RepaymentSchedule(contract, paidToOn: $0) })
        ?? RepaymentSchedule(contract)
    else { return differs("schedule", "as signed", "one", "none") }
    guard stored.rows != schedule.installments.rows else { return nil }
    return differs(
      "schedule", "as signed", stored.rows.joined(), schedule.installments.rows.joined())
  }
}

extension [Installment] {
  /// What is stored of each, as `2026-03-05 100.00 + 2.50 (0.00)`.
  fileprivate var rows: [String] {
    map {
      "\($0.dueOn) \($0.principal.plain) + \($0.interest.plain) (\($0.subsidised.plain)); "
    }
  }
}
