package import Classification
package import Quantities

/// A number of loans and their principal, in minor units.
package struct Tally: Hashable, Sendable {
  package var loans = 0
  package var principal: Int128 = 0

  package init() {}

  package mutating func add(_ amount: Money) {
    loans += 1
    principal += Int128(amount.minorUnits)
  }

  package static func + (left: Tally, right: Tally) -> Tally {
    var sum = left
    sum.loans += right.loans
    sum.principal += right.principal
    return sum
  }
}

/// How long a loan has been overdue, in the columns of the supervisory ageing table.
///
/// Source: the columns banks use for G11 (未逾期, 1–30, 31–60, 61–90, 91–180, 181–270, 271–360,
/// ≥ 361).
package enum AgeingBucket: String, Hashable, Sendable, CaseIterable {
  case notOverdue = "0"
  case days1To30 = "1-30"
  case days31To60 = "31-60"
  case days61To90 = "61-90"
  case days91To180 = "91-180"
  case days181To270 = "181-270"
  case days271To360 = "271-360"
  case daysOver360 = "361+"

  package init(overdueDays: Int) {
    switch overdueDays {
    case ...0: self = .notOverdue
    case ...30: self = .days1To30
    case ...60: self = .days31To60
    case ...90: self = .days61To90
    case ...180: self = .days91To180
    case ...270: self = .days181To270
    case ...360: self = .days271To360
    default: self = .daysOver360
    }
  }
}

/// The risk figures of a set of loans, counted from their positions one by one.
///
/// Figures add: the figures of two sets of loans without a common borrower are the sum.
package struct PortfolioFigures: Hashable, Sendable {
  /// The limits of days of the portfolio at risk.
  package static let atRiskDays = [1, 30, 60, 90, 180]

  package var outstanding = Tally()
  package var borrowers = 0
  /// Portfolio at risk (PAR) for each of `atRiskDays`.
  ///
  /// The whole unpaid principal, due and not, of loans more than n days late with principal or
  /// interest, and of all restructured loans.
  /// Source: IRIS FP2635 (GIIN).
  package var atRisk = [Tally](repeating: Tally(), count: atRiskDays.count)
  package var restructured = Tally()
  package var ageing: [AgeingBucket: Tally] = [:]
  package var classes: [RiskClass: Tally] = [:]
  package var principalDue: Int128 = 0
  package var interestDue: Int128 = 0
  package var interestRunning: Int128 = 0
  package var penaltyDue: Int128 = 0
  package var generalProvision: Int128 = 0
  package var specialProvision: Int128 = 0

  package init() {}

  /// Counts one loan; a loan without principal adds what it still owes in interest, and no loan.
  package mutating func add(_ position: LoanPosition) {
    interestDue += Int128(position.interestDue.minorUnits)
    interestRunning += Int128(position.interestRunning.minorUnits)
    penaltyDue += Int128(position.penaltyDue.minorUnits)
    guard position.principal.isPositive else { return }
    let principal = position.principal
    outstanding.add(principal)
    principalDue += Int128(position.principalDue.minorUnits)
    generalProvision += Int128(position.generalProvision.minorUnits)
    specialProvision += Int128(position.specialProvision.minorUnits)
    if position.isRestructured { restructured.add(principal) }
    for (index, days) in Self.atRiskDays.enumerated()
    where position.overdueDays > days || position.isRestructured {
      atRisk[index].add(principal)
    }
    ageing[AgeingBucket(overdueDays: position.overdueDays), default: Tally()].add(principal)
    classes[position.riskClass, default: Tally()].add(principal)
  }

  /// Substandard, doubtful and loss.
  package var nonPerforming: Tally {
    RiskClass.allCases.filter(\.isNonPerforming)
      .reduce(Tally()) { $0 + (classes[$1] ?? Tally()) }
  }

  package var requiredProvision: Int128 { generalProvision + specialProvision }

  package static func + (left: PortfolioFigures, right: PortfolioFigures) -> PortfolioFigures {
    var sum = left
    sum.outstanding = left.outstanding + right.outstanding
    sum.borrowers += right.borrowers
    for index in sum.atRisk.indices { sum.atRisk[index] = left.atRisk[index] + right.atRisk[index] }
    sum.restructured = left.restructured + right.restructured
    sum.ageing.merge(right.ageing) { $0 + $1 }
    sum.classes.merge(right.classes) { $0 + $1 }
    sum.principalDue += right.principalDue
    sum.interestDue += right.interestDue
    sum.interestRunning += right.interestRunning
    sum.penaltyDue += right.penaltyDue
    sum.generalProvision += right.generalProvision
    sum.specialProvision += right.specialProvision
    return sum
  }
}

/// A quotient of two amounts as per cent with two decimals, for print.
package enum Ratio {
  /// `part` ÷ `whole` in hundredths of a per cent, half up; nil when the whole is zero.
  package static func basisPoints(_ part: Int128, of whole: Int128) -> Int128? {
    whole > 0 ? Rounding.halfUp.divide(part * 10_000, by: whole) : nil
  }

  /// `12.34%`, or nil when the whole is zero.
  package static func percent(_ part: Int128, of whole: Int128) -> String? {
    basisPoints(part, of: whole).map { FixedPoint.text($0, decimals: 2) + "%" }
  }
}
