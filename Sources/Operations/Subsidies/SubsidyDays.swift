import Banks
import LoanProducts
import Postgres
import Quantities
import Repositories
import Scheduling
import Servicing

/// What a programme is told beside the amount: for which days, on what principal, at what rate.
///
/// The amount is the books'; the days are those that the claim's own meters counted.
struct SubsidyDays {
  private let work: BankWork
  private let month: Month
  private let market: MarketRates

  init(_ work: BankWork, month: Month) throws {
    self.work = work
    self.month = month
    market = try work.market()
  }

  /// A line of the claim for each loan, in their order.
  func lines(_ loans: [UnclaimedSubsidy]) throws -> [SubsidyClaimLine] {
    try loans.map(line)
  }

  private func line(_ unclaimed: UnclaimedSubsidy) throws -> SubsidyClaimLine {
    guard let loan = try work.loans.load(bankID: work.bank.id, loanID: unclaimed.loanID) else {
      throw OperationError.loanUnknown("\(unclaimed.loanID)", bank: work.bank.code)
    }
    let until = month.lastDay + 1
    let claimedTo = unclaimed.claimedTo.map { min(($0 + 1).firstDay, until) }
    var line = SubsidyClaimLine(
      loanID: unclaimed.loanID, amount: unclaimed.amount,
      from: claimedTo ?? min(loan.terms.startsOn, until), until: until)
    let facts = try work.facts(of: loan).loanFacts
    let contract = try LoanContract(loan.terms, market: market, facts: facts)
    guard let claim = try contract.claim(of: facts, through: month.lastDay) else { return line }
    if claimedTo == nil { line.from = claim.startsOn }
    line.principal = claim.principal
    try describe(&line, contract, facts)
    return line
  }

  /// Adds the subsidised days and what the last of them bore; a sum too large for exact fractions
  /// is claimed without.
  private func describe(
    _ line: inout SubsidyClaimLine, _ contract: LoanContract, _ facts: [LoanFact]
  ) throws {
    let from = line.from
    let explained: [InterestLine]
    do throws(ServicingError) {
      explained = try Explanation(
        .interest(in: .until(line.until)), contract, facts: facts, through: month.lastDay
      ).lines
    } catch {
      guard error == .notExplained else { throw error }
      return
    }
    let others = explained.filter { $0.payer != .borrower && $0.until > from }
      .sorted { $0.from < $1.from }
    var counted = from
    for part in others where part.until > counted {
      line.days += part.until - max(counted, part.from)
      counted = part.until
    }
    guard let last = others.max(by: { $0.until < $1.until }) else { return }
    line.subsidisedPrincipal = last.balance
    line.rate = last.rate
    line.shareBasisPoints = last.shareBasisPoints
  }
}
