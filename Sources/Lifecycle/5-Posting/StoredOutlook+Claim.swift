package import Accrual
package import LoanProducts
package import Quantities
package import Servicing

extension StoredOutlook {
  /// What is kept of a claim at the end of a day: its outlooks through the last day of the month
  /// that the next day is in.
  ///
  /// Where they would not reach that day, the first alone: what follows would tell nothing that is
  /// asked for.
  ///
  /// - Parameters:
  ///   - claim: at the end of the day.
  ///   - day: the day.
  ///   - market: the rates that the claim's contract was made with.
  ///   - posted: what runs have posted of the loan.
  package init(_ claim: Claim, on day: Day, _ market: MarketRates, posted: AccrualTarget) {
    self.init(
      outlook: ClaimOutlook(claim, on: day, market), posted: posted, isRestructured: false)
    let end = (day + 1).month.lastDay
    var then = claim
    var stages: [Later] = []
    var through = outlook.through
    while through < end {
      guard stages.count < Self.mostLater, let next = then.ahead(toEndOf: through + 1) else {
        return
      }
      then = next
      let outlook = ClaimOutlook(then, on: through + 1, market)
      stages.append(
        Later(
          outlook: outlook, moved: Moved(then).stored,
          oldestUnpaidDueOn: then.unpaidSince))
      through = outlook.through
    }
    guard !stages.isEmpty else { return }
    moved = Moved(claim).stored
    later = stages
  }
}
