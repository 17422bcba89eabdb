package import Classification
import Quantities

/// What a risk-compensation fund has to do with in a book, in minor units.
package struct StressFund: Hashable, Sendable {
  /// Of the loans of its line and place, covered or not: its stop line is asked of them.
  package var principal: Int128 = 0
  /// Of that, what is substandard or worse.
  package var nonPerforming: Int128 = 0
  /// What it may be asked for of the loans it covers alone, as `FundCover` says; each part of a
  /// loan rounds half up.
  package var claimable: Int128 = 0

  package init() {}

  /// The principal that may yet become non-performing before new lending stops; below nothing when
  /// it has stopped.
  ///
  /// - Parameter stopBasisPoints: see `CompensationFund`.
  /// - Returns: rounded down, so that with all of it non-performing lending still goes on.
  package func headroom(stopBasisPoints: Int) -> Int128 {
    principal * Int128(stopBasisPoints) / 10_000 - nonPerforming
  }

  package static func + (left: StressFund, right: StressFund) -> StressFund {
    var sum = left
    sum.principal += right.principal
    sum.nonPerforming += right.nonPerforming
    sum.claimable += right.claimable
    return sum
  }
}

/// The figures of a book, today or under a scenario, in minor units.
///
/// Figures add: those of two books are the sum.
package struct StressFigures: Hashable, Sendable {
  package var principal: Int128 = 0
  /// For each of `PortfolioFigures.atRiskDays`, the principal of that portfolio at risk: of what is
  /// overdue for more days, and of restructured loans.
  package var atRisk = [Int128](repeating: 0, count: PortfolioFigures.atRiskDays.count)
  /// Principal by class; a class without any is left out.
  package var classes: [RiskClass: Int128] = [:]
  /// The provision required; each part of a loan rounds as `ProvisionRule` does.
  package var general: Int128 = 0
  package var special: Int128 = 0
  /// The income of the next 12 months: borrowers' interest and what others pay on top of it.
  package var interest: Int128 = 0
  /// Interest that the books take back: booked, due or running, of what is overdue for more days
  /// than accrue, of loans that accrue today.
  ///
  /// Today's is of loans that are themselves beyond these days, and still accrue.
  package var reversed: Int128 = 0
  /// By the fund's code.
  package var funds: [String: StressFund] = [:]

  package init() {}

  /// Substandard, doubtful and loss.
  package var nonPerforming: Int128 {
    classes.reduce(0) { $1.key.isNonPerforming ? $0 + $1.value : $0 }
  }

  package var requiredProvision: Int128 { general + special }

  /// What a scenario adds to a year's profit, before tax.
  ///
  /// - Parameter today: the figures of the same book without the scenario.
  /// - Returns: the change of income, less that of the provision required and that of the interest
  ///   that the books take back; below nothing for a loss.
  package func profitEffect(against today: StressFigures) -> Int128 {
    (interest - today.interest) - (requiredProvision - today.requiredProvision)
      - (reversed - today.reversed)
  }

  package static func + (left: StressFigures, right: StressFigures) -> StressFigures {
    var sum = left
    sum.principal += right.principal
    for index in sum.atRisk.indices { sum.atRisk[index] += right.atRisk[index] }
    sum.classes.merge(right.classes, uniquingKeysWith: +)
    sum.general += right.general
    sum.special += right.special
    sum.interest += right.interest
    sum.reversed += right.reversed
    sum.funds.merge(right.funds, uniquingKeysWith: +)
    return sum
  }

  /// The figures of a book without a part of it.
  static func - (left: StressFigures, right: StressFigures) -> StressFigures {
    var rest = left
    rest.principal -= right.principal
    for index in rest.atRisk.indices { rest.atRisk[index] -= right.atRisk[index] }
    rest.classes.merge(right.classes.mapValues { -$0 }, uniquingKeysWith: +)
    rest.classes = rest.classes.filter { $0.value != 0 }
    rest.general -= right.general
    rest.special -= right.special
    rest.interest -= right.interest
    rest.reversed -= right.reversed
    for (code, fund) in right.funds {
      rest.funds[code]?.principal -= fund.principal
      rest.funds[code]?.nonPerforming -= fund.nonPerforming
      rest.funds[code]?.claimable -= fund.claimable
    }
    return rest
  }

  /// Adds a loan as an effect leaves it.
  mutating func add(_ loan: StressLoan, under effect: StressEffect) {
    for part in StressPart.parts(of: loan, under: effect) {
      add(part, of: loan)
      interest += part.income(of: loan, under: effect)
      reversed += part.reversed(of: loan)
    }
  }

  private mutating func add(_ part: StressPart, of loan: StressLoan) {
    let amount = Int128(part.principal.minorUnits)
    let riskClass = ClassificationRule.riskClass(part.grounds)
    principal += amount
    if amount != 0 { classes[riskClass, default: 0] += amount }
    for (index, days) in PortfolioFigures.atRiskDays.enumerated()
    where part.grounds.overdueDays > days || part.grounds.isRestructured {
      atRisk[index] += amount
    }
    general += Int128(loan.rule.general(principal: part.principal, riskClass).minorUnits)
    special += Int128(loan.rule.special(principal: part.principal, riskClass).minorUnits)
    for code in loan.fundPlaces {
      funds[code, default: StressFund()].principal += amount
      if riskClass.isNonPerforming { funds[code]?.nonPerforming += amount }
    }
    if let cover = loan.fund {
      funds[cover.code, default: StressFund()].claimable += part.claimable(of: cover)
    }
  }
}
