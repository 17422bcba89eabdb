package import Accrual
package import LoanProducts
package import Quantities
import Scheduling

/// What a claim will be at the end of each day from one day through another, if nothing is
/// recorded: days in which nothing falls due and no rate changes, so that every meter runs evenly.
///
/// It is what a month's end needs of a loan, without the loan's history: the same sums, rounded by
/// the same functions, as the claim's own.
/// Shape: whole sums as they stand at the end of `from`, and what a day adds to them.
package struct ClaimOutlook: Hashable, Sendable {
  /// An exact sum that grows evenly.
  struct Line: Hashable, Sendable {
    var at: Int128 = 0
    var daily: Int128 = 0

    func after(_ days: Int) -> Int128 { at + daily * Int128(days) }
  }

  /// What of a claim stays as it is.
  struct Standing: Hashable, Sendable {
    var billed = InterestByPayer.zero
    var carried = InterestByPayer.zero
    /// All principal owed, and of it what is due, and what is on the books.
    var principal = Money.zero
    var principalDue = Money.zero
    var bookPrincipal = Money.zero
    /// Principal that left the books as a loss and is not recovered.
    var lost = Money.zero
    var interestDue = Money.zero
    /// Paid and forgiven.
    var penaltyGone = Money.zero
    var compoundGone = Money.zero
    var credit = Money.zero
    /// What the books recognise in a time without accrual; nil in another.
    var recognised: Recognised?
    var oldestPrincipalDueOn: Day?
    var oldestInterestDueOn: Day?
    var graceDays = 0
    var flags = Flags()
  }

  struct Recognised: Hashable, Sendable {
    var interest: Money
    var penalty: Money
    var compound: Money
  }

  struct Flags: Hashable, Sendable {
    /// Whether the State pays what runs.
    var isWaived = false
    var isSettled = false
    var isWrittenOff = false
    var isObserved = false
    var isOnProbation = false
    /// Whether what is late is so for technical reasons, and not for long.
    var isExcused = false
    /// What an officer rated the loan; nil if none did.
    var rating: RatedClass?
  }

  /// Which publications a floating rate was found from.
  struct RateMark: Hashable, Sendable {
    var count: Int
    var lastOn: Day
    /// Whether each publication changes the rate.
    var followsEach: Bool
  }

  package let from: Day
  package internal(set) var through: Day
  let rounding: Rounding
  let payer: Payer?
  let standing: Standing
  /// By which the days of the open period count.
  let dayCount: DayCount
  let interest: InterestSums
  /// What a counted day adds to the interest, and to the subsidised part of it.
  let interestDaily: Int128
  let subsidisedDaily: Int128
  let penalty: Line
  let compound: Line
  /// Nil for a fixed rate.
  let rateMark: RateMark?

  /// Whether it tells the end of a day under the rates published so far.
  package func reaches(_ day: Day, _ market: MarketRates) -> Bool {
    guard from <= day, day <= through else { return false }
    guard let mark = rateMark else { return true }
    if market.count(by: mark.lastOn) != mark.count { return false }
    // Which instalments credit covers hangs on the rates to come.
    if credit.isPositive, market.publications.count != mark.count { return false }
    return market.count(by: mark.followsEach ? day : from) <= mark.count
  }

  /// The running interest of the open period at the end of a day, by payer.
  package func running(on day: Day) -> InterestByPayer {
    let amounts = sums(on: day).amounts(rounding)
    let running =
      standing.carried
      + InterestByPayer(whole: amounts.whole, subsidised: amounts.subsidised, payer: payer)
    return standing.flags.isWaived ? running.waived : running
  }

  /// The open period's interest at the end of a day.
  ///
  /// Not every day counts, nor every day the same: see `DayCount`.
  func sums(on day: Day) -> InterestSums {
    var sums = interest
    let days = Int128(dayCount.weight(from: from + 1, until: day + 1))
    sums.total += interestDaily * days
    sums.subsidised += subsidisedDaily * days
    return sums
  }

  /// What the books recognise as earned by the end of a day: `Claim.bookTarget`.
  package func bookTarget(on day: Day) -> AccrualTarget {
    let running = self.running(on: day)
    var target = AccrualTarget(
      interest: standing.billed + running,
      penalty: PenaltyMeter.amount(penalty.after(day - from), rounding),
      compound: PenaltyMeter.amount(compound.after(day - from), rounding))
    guard let recognised = standing.recognised else { return target }
    let charges =
      max(.zero, target.penalty - standing.penaltyGone)
      + max(.zero, target.compound - standing.compoundGone)
    let owed = standing.principal + standing.interestDue + running.borrower + charges
    target.interest.borrower = recognised.interest
    target.penalty = recognised.penalty
    target.compound = recognised.compound
    target.suspended = owed - standing.bookPrincipal - standing.lost
    return target
  }

  /// What penalty and compound interest the borrower owes at the end of a day.
  package func chargesDue(on day: Day) -> Money {
    max(.zero, PenaltyMeter.amount(penalty.after(day - from), rounding) - standing.penaltyGone)
      + max(
        .zero, PenaltyMeter.amount(compound.after(day - from), rounding) - standing.compoundGone)
  }

  /// All principal owed, lost or not.
  package var owed: Money { standing.principal }
  package var isSettled: Bool { standing.flags.isSettled }
  package var isWrittenOff: Bool { standing.flags.isWrittenOff }
  /// The principal owed and not lost, due or not.
  package var principal: Money { standing.principal - standing.lost }
  package var principalDue: Money { min(principal, standing.principalDue) }
  package var bookPrincipal: Money { standing.bookPrincipal }
  package var interestDue: Money { standing.interestDue }
  package var credit: Money { standing.credit }
  package var isNonAccrual: Bool { standing.recognised != nil }
  package var isObserved: Bool { standing.flags.isObserved }
  /// Whether its class stays down after a cure or restructuring.
  package var isOnProbation: Bool { standing.flags.isOnProbation }
  /// Whether what is late does not lower its class.
  package var isExcused: Bool { standing.flags.isExcused }
  /// The class it is rated by hand at least; nil if it is not.
  package var rating: RatedClass? { standing.flags.rating }
  /// Whether it stands in no position: nothing is owed, or nothing is on the books.
  package var isOver: Bool { isSettled || isWrittenOff }
  /// Whether nothing will ever be earned again.
  package var isDone: Bool { isSettled && through == .last }

  /// `Claim.overdueDays` of principal at the end of a day.
  package func principalOverdueDays(on day: Day) -> Int {
    overdueDays(since: standing.oldestPrincipalDueOn, on: day)
  }

  /// `Claim.overdueDays` of interest at the end of a day.
  package func interestOverdueDays(on day: Day) -> Int {
    overdueDays(since: standing.oldestInterestDueOn, on: day)
  }

  private func overdueDays(since due: Day?, on day: Day) -> Int {
    guard let due else { return 0 }
    let days = max(0, day - due)
    return days > standing.graceDays ? days : 0
  }
}
