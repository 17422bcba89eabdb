package import Classification
package import Quantities

/// A number of loans and their principal, in minor units.
package struct Tally: Hashable, Sendable {
  package var loans = 0
  package var principal: Int128 = 0

  package init() {}

  package init(loans: Int, principal: Int128) {
    self.loans = loans
    self.principal = principal
  }

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

  package init(overdueDays: Int) { self.init(DaysBand(overdueDays: overdueDays)) }

  package init(_ band: DaysBand) {
    switch band {
    case .none: self = .notOverdue
    case .from1, .from2: self = .days1To30
    case .from31: self = .days31To60
    case .from61: self = .days61To90
    case .from91: self = .days91To180
    case .from181: self = .days181To270
    case .from271: self = .days271To360
    case .from361: self = .daysOver360
    }
  }
}

/// The risk figures of a set of loans, added up cell by cell.
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
  /// Principal on the books, by days overdue and class: what supervisory tables count.
  package var supervised: [AgeingBucket: [RiskClass: Int128]] = [:]
  package var bookPrincipal: Int128 = 0
  package var principalDue: Int128 = 0
  package var interestDue: Int128 = 0
  package var interestRunning: Int128 = 0
  package var penaltyDue: Int128 = 0
  package var generalProvision: Int128 = 0
  package var specialProvision: Int128 = 0

  package init() {}

  /// Adds the loans of a cell; loans without principal add what they still owe in interest.
  package mutating func add(_ cell: PortfolioMonth.Cell, _ key: PortfolioMonth.CellKey) {
    let tally = Tally(loans: Int(cell.loans), principal: Int128(cell.principal))
    outstanding = outstanding + tally
    bookPrincipal += Int128(cell.bookPrincipal)
    principalDue += Int128(cell.principalDue)
    interestDue += Int128(cell.interestDue)
    interestRunning += Int128(cell.interestRunning)
    penaltyDue += Int128(cell.penaltyDue)
    generalProvision += Int128(cell.generalProvision)
    specialProvision += Int128(cell.specialProvision)
    guard cell.loans > 0 else { return }
    if key.isRestructured { restructured = restructured + tally }
    for (index, days) in Self.atRiskDays.enumerated()
    where key.days.isBeyond(days) || key.isRestructured {
      atRisk[index] = atRisk[index] + tally
    }
    let bucket = AgeingBucket(key.days)
    ageing[bucket] = (ageing[bucket] ?? Tally()) + tally
    classes[key.riskClass] = (classes[key.riskClass] ?? Tally()) + tally
    supervised[bucket, default: [:]][key.riskClass, default: 0] += Int128(cell.bookPrincipal)
  }

  /// Substandard, doubtful and loss.
  package var nonPerforming: Tally {
    RiskClass.allCases.filter(\.isNonPerforming)
      .reduce(Tally()) { $0 + (classes[$1] ?? Tally()) }
  }

  /// What a borrower owes on average, rounded half up; nil without any.
  package var averageLoan: Int128? {
    borrowers == 0
      ? nil : Rounding.halfUp.divide(outstanding.principal, by: Int128(borrowers))
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
    for (bucket, classes) in right.supervised {
      sum.supervised[bucket, default: [:]].merge(classes, uniquingKeysWith: +)
    }
    sum.bookPrincipal += right.bookPrincipal
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
