import Classification
import LoanProducts
import Quantities
import Servicing

/// A part of a loan that a scenario leaves in one state: what is late of it, or the rest.
///
/// Rounds: what the scenario makes late of each amount half up to the minor unit; the rest is what
///         is left, so the parts add up to the loan.
struct StressPart {
  let principal: Money
  let interestDue: Money
  private let interestRunning: Money
  private let yearInterest: Money
  private let repricedInterest: Money
  private let yearSubsidy: Money
  private let repricedSubsidy: Money
  let grounds: ClassGrounds

  /// Of each amount of a loan what `divided` leaves of it.
  private init(_ loan: StressLoan, _ grounds: ClassGrounds, _ divided: (Money) -> Money) {
    principal = divided(loan.principal)
    interestDue = divided(loan.interestDue)
    interestRunning = divided(loan.interestRunning)
    yearInterest = divided(loan.yearInterest)
    repricedInterest = divided(loan.repricedInterest)
    yearSubsidy = divided(loan.yearSubsidy)
    repricedSubsidy = divided(loan.repricedSubsidy)
    self.grounds = grounds
  }

  /// The late part and the rest of a loan; the loan itself if nothing is later than it is now.
  static func parts(of loan: StressLoan, under effect: StressEffect) -> [StressPart] {
    guard effect.lateShare > 0, effect.lateDays > 0 else {
      return [StressPart(loan, loan.grounds) { $0 }]
    }
    func late(_ amount: Money) -> Money {
      let share = Int128(amount.minorUnits) * Int128(effect.lateShare)
      return Money(minorUnits: Int64(Rounding.halfUp.divide(share, by: 10_000)))
    }
    var grounds = loan.grounds
    grounds.overdueDays += effect.lateDays
    grounds.isExcused = false
    return [
      StressPart(loan, grounds, late), StressPart(loan, loan.grounds) { $0 - late($0) },
    ]
  }

  /// Whether it is overdue for no more days than accrue.
  private var accrues: Bool { grounds.overdueDays <= NonAccrual.lastAccruingDay }

  /// The income of 12 months, in minor units.
  ///
  /// Rule:   nothing of a loan that does not accrue, or of a part that accrues no more. A new rate
  ///         moves what borrowers and others pay for periods after its next reset; what falls due
  ///         before stays. What a payer stops paying is the bank's loss, moved or not, or the
  ///         borrower owes it and it stays income.
  /// Rounds: repriced interest × new rate ÷ rate, and repriced subsidy so, each once, half up.
  func income(of loan: StressLoan, under effect: StressEffect) -> Int128 {
    guard !loan.isNonAccrual, accrues else { return 0 }
    let rate = effect.rate(of: loan)
    func moved(_ amount: Money, repriced: Money) -> Int128 {
      guard rate != loan.rate else { return Int128(amount.minorUnits) }
      let then = Rounding.halfUp.divide(
        Int128(repriced.minorUnits) * Int128(rate.trillionths), by: Int128(loan.rate.trillionths))
      return Int128((amount - repriced).minorUnits) + then
    }
    let interest = moved(yearInterest, repriced: repricedInterest)
    let isLost = effect.stopsSubsidy && loan.isStoppedSubsidyLost
    return isLost ? interest : interest + moved(yearSubsidy, repriced: repricedSubsidy)
  }

  /// The interest that the books take back, in minor units: due or running, of a part that accrues
  /// no more of a loan that does today.
  func reversed(of loan: StressLoan) -> Int128 {
    guard !loan.isNonAccrual, !accrues else { return 0 }
    return Int128((interestDue + interestRunning).minorUnits)
  }

  /// What a fund may be asked for, in minor units: its share of principal and interest due of a
  /// part that is overdue for longer than its buffer, half up.
  func claimable(of cover: FundCover) -> Int128 {
    guard grounds.overdueDays > cover.bufferDays else { return 0 }
    let share = CompensationFund.share(
      percent: cover.sharePercent, of: principal + interestDue)
    return Int128(share.minorUnits)
  }
}
