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

/// A loan as it stood at a month's end, with what is to come of it.
struct MonthEndLoan {
  let loan: LoanRecord
  /// At the end of the month's last day, from the facts that the month's run knew.
  let claim: Claim
  let position: LoanPosition
  let grounds: ClassGrounds
  /// Whether publications to come move its rate: no rate was agreed anew since it was signed.
  let isFloating: Bool
}

/// A bank's loans at a month's end, replayed from the facts before the run that wrote the month's
/// positions, under the rates published by then.
///
/// Bounds: memory by the range.
/// Why:    what falls due later is not kept with positions; it follows from the facts, and the same
///         facts tell the same whenever they are asked.
struct MonthEndLoans: Sendable {
  /// Loans read at once.
  private static let rangeSize: Int64 = 2_000

  let bank: Bank
  let version: CountedVersion
  private let lastLoanID: Int64
  /// The rates published by the month's end.
  private let market: MarketRates
  private let debtors: DebtorClasses

  private init(
    bank: Bank, version: CountedVersion, lastLoanID: Int64, market: MarketRates,
    debtors: DebtorClasses
  ) {
    self.bank = bank
    self.version = version
    self.lastLoanID = lastLoanID
    self.market = market
    self.debtors = debtors
  }

  /// A bank's loans at the ends of some months.
  ///
  /// - Parameters:
  ///   - versions: the months' positions.
  ///   - bank: whose loans.
  ///   - connection: in a transaction that sees one state of the database.
  /// - Returns: one for each version, in their order.
  /// - Throws: `PostgresError`.
  static func at(
    _ versions: [CountedVersion], of bank: Bank, _ connection: Connection
  ) throws -> [MonthEndLoans] {
    let head = try BankRepository(connection).readHead(bankID: bank.id)
    let market = try ProductRepository(connection).market(knownIn: bank.id)
    let debtors = try DebtorClasses(
      connection, bankID: bank.id, market: market,
      runs: versions.map {
        DebtorClasses.Run(factNumber: $0.factNumber, month: $0.month, classes: $0.classes)
      })
    return versions.map { version in
      MonthEndLoans(
        bank: bank, version: version, lastLoanID: head?.lastLoanID ?? 0,
        market: market.published(by: version.month.lastDay, knownAt: version.factNumber),
        debtors: debtors)
    }
  }

  var day: Day { version.month.lastDay }

  /// The loans by their ids, in parts that are read at once.
  var ranges: [ClosedRange<Int64>] {
    stride(from: Int64(1), through: lastLoanID, by: Int(Self.rangeSize)).map {
      $0...min(lastLoanID, $0 + Self.rangeSize - 1)
    }
  }

  /// - Returns: nil for a loan without a position at the month's end.
  /// - Throws: `SchedulingError`, `ServicingError`.
  func loan(_ evidence: LoanEvidence) throws -> MonthEndLoan? {
    let facts = evidence.facts.lazy.filter { $0.number < version.factNumber }
      .compactMap(\.fact)
    guard !facts.isEmpty else { return nil }
    let known = Array(facts)
    let contract = try LoanContract(evidence.loan.terms, market: market, facts: known)
    guard let claim = try contract.claim(of: known, through: day) else { return nil }
    return self.loan(evidence, claim)
  }

  /// A loan at several months' ends.
  ///
  /// Why: with a fixed rate one walk of the facts serves all of them; a floating one has at each
  ///      end the rates published by then, and is replayed for each.
  ///
  /// - Parameters:
  ///   - evidence: the loan's facts.
  ///   - ends: of its bank.
  ///   - body: takes the loan at each end at which it had a position.
  /// - Throws: `SchedulingError`, `ServicingError`.
  static func each(
    _ evidence: LoanEvidence, at ends: [MonthEndLoans],
    _ body: (MonthEndLoans, MonthEndLoan) -> Void
  ) throws {
    if evidence.loan.terms.rate.isFloating {
      for end in ends {
        if let loan = try end.loan(evidence) { body(end, loan) }
      }
      return
    }
    let ends = ends.sorted { $0.version.factNumber < $1.version.factNumber }
    guard let last = ends.last else { return }
    try LoanBooks.each(
      evidence.loan.terms, market: last.market,
      facts: evidence.facts.filter { $0.number < last.version.factNumber },
      runs: ends.map { BookedRun(number: $0.version.factNumber, month: $0.version.month) }
    ) { entry in
      guard let run = entry.run, let claim = entry.claim,
        let loan = ends[run].loan(evidence, claim)
      else { return }
      body(ends[run], loan)
    }
  }

  private func loan(_ evidence: LoanEvidence, _ claim: Claim) -> MonthEndLoan? {
    guard !claim.isSettled, !claim.isWrittenOff else { return nil }
    var loan = evidence.loan
    (loan.borrowerID, loan.branchID) = LoanParties(evidence).known(before: version.factNumber)
    let known = evidence.facts.filter { $0.number < version.factNumber }.compactMap(\.fact)
    let isFixedSince = known.inForce.contains(where: \.agreesRate)
    let debtor = debtors.grounds(of: loan.borrowerID, atRun: version.factNumber)
    return MonthEndLoan(
      loan: loan, claim: claim,
      position: LoanPosition(claim, of: loan, on: day, by: version.rule, debtor),
      grounds: ClassGrounds(claim, on: day, isRestructured: loan.isRestructured, debtor),
      isFloating: loan.terms.rate.isFloating && !isFixedSince)
  }
}

extension MonthEndLoan {
  /// What is due, and what falls due in each month ahead.
  ///
  /// What was written off of a loan that is still on the books is the last to come, and left out.
  ///
  /// - Parameters:
  ///   - month: the one that has ended.
  ///   - last: the last month whose instalments are told; nil for all.
  /// - Returns: what is due, and the months.
  func cash(after month: Month, through last: Month? = nil) -> CashLoan {
    var cash = planned(after: month, through: last)
    cash.cover(by: position.credit)
    cash.principalAhead = position.principal - position.principalDue
    return cash
  }

  private func planned(after month: Month, through last: Month?) -> CashLoan {
    var cash = CashLoan()
    let isWhole = last == nil || claim.writtenOff > claim.recovered
    cash.principalDue = position.principalDue
    cash.interestDue = position.interestDue + position.penaltyDue
    for installment in claim.upcoming(through: isWhole ? .last : last?.lastDay ?? .last) {
      let ahead = max(1, installment.dueOn.month.index - month.index)
      while cash.instalments.count < ahead { cash.instalments.append(CashLoan.Instalment()) }
      cash.instalments[ahead - 1].principal += installment.principal
      cash.instalments[ahead - 1].interest += installment.interest - installment.subsidised
      cash.instalments[ahead - 1].subsidy += installment.subsidised
    }
    guard isWhole else { return cash }
    let planned = cash.instalments.reduce(cash.principalDue) { $0 + $1.principal }
    var lost = planned - position.principal
    for place in cash.instalments.indices.reversed() where lost.isPositive {
      let part = min(lost, cash.instalments[place].principal)
      cash.instalments[place].principal -= part
      lost -= part
    }
    return cash
  }

  /// What its stage is told from.
  var signs: StageSigns {
    StageSigns(
      overdueDays: position.overdueDays, riskClass: position.riskClass,
      isOnProbation: grounds.isOnProbation || grounds.isObservedAsNonPerforming,
      isRestructured: position.isRestructured)
  }

  /// What is owed and when, for its expected loss; of a loan that does not accrue without interest
  /// and penalty, which the books do not hold.
  func exposure(after month: Month, _ model: ExpectedLossModel) -> LoanExposure {
    guard let segment = model.segment(of: loan.line.rawValue) else {
      preconditionFailure("a model is made for every line")
    }
    let cash = cash(after: month)
    var exposure = LoanExposure(
      loanID: loan.loanID, segment: segment, security: .unsecured,
      rate: claim.contract.rates.rate(on: month.lastDay))
    exposure.signs = signs
    exposure.dueUnpaid = cash.principalDue
    if !position.isNonAccrual {
      exposure.dueUnpaid += cash.interestDue
      exposure.interestRunning = max(.zero, claim.running.borrower)
    }
    exposure.instalments = cash.instalments.map {
      LoanExposure.Instalment(principal: $0.principal, interest: $0.interest)
    }
    exposure.fundShare = loan.terms.fundSharePercent * 100
    return exposure
  }
}

extension LoanFact {
  /// Whether it agrees a rate that no publication moves any more.
  fileprivate var agreesRate: Bool {
    switch kind {
    case .rateChanged, .renewed: true
    default: false
    }
  }
}
