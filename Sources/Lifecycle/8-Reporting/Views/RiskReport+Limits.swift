package import Quantities
package import Risk

/// What supervision asks of a bank, as a report holds the bank to it.
package enum SupervisoryLimit: String, Hashable, Sendable, CaseIterable {
  case singleBorrower = "single_borrower"
  case tenLargest = "ten_largest"
  case provisionCoverage = "provision_coverage"
  case provisionRatio = "provision_ratio"
  case farmersAndSmallFirms = "farmers_and_small_firms"
  case averageLoan = "average_loan"

  /// Whether it is the least that is allowed; else the most.
  package var isLeast: Bool {
    switch self {
    case .provisionCoverage, .provisionRatio, .farmersAndSmallFirms: true
    case .singleBorrower, .tenLargest, .averageLoan: false
    }
  }

  /// In minor units of a currency for an average, else in hundredths of a per cent.
  fileprivate func bound(_ currency: Currency) -> Int128 {
    switch self {
    case .singleBorrower: SupervisoryLimits.singleBorrower
    case .tenLargest: SupervisoryLimits.tenLargest
    case .provisionCoverage: SupervisoryLimits.coverage
    case .provisionRatio: SupervisoryLimits.provisionRatio
    case .farmersAndSmallFirms: SupervisoryLimits.farmersAndSmallFirms
    case .averageLoan:
      SupervisoryLimits.averageLoan * Int128(currency.minorUnitsPerMajor)
    }
  }
}

/// A bank held to a limit.
package struct LimitCheck: Hashable, Sendable {
  package let limit: SupervisoryLimit
  /// In minor units for an average, else in hundredths of a per cent.
  package let value: Int128
  package let bound: Int128

  package var isBreach: Bool { limit.isLeast ? value < bound : value > bound }
}

extension RiskReport {
  /// A bank held to each limit, those that nothing is known of left out.
  ///
  /// - Parameters:
  ///   - bankID: whose.
  ///   - capital: its net capital, where it is known.
  /// - Returns: by limit.
  package func limits(bankID: Int64, capital: Money?) -> [LimitCheck] {
    guard let figures = figures(in: month, bankID: bankID) else { return [] }
    let whole = figures.outstanding.principal
    let debts = largest(.borrower, count: 10, bankID: bankID).map { Int128($0.debtor.principal) }
    let held = held(in: month, bankID: bankID) ?? 0
    func ofCapital(_ amount: Int128) -> Int128? {
      capital.flatMap { Ratio.basisPoints(amount, of: Int128($0.minorUnits)) }
    }
    return SupervisoryLimit.allCases.compactMap { limit in
      let value: Int128?
      switch limit {
      case .singleBorrower: value = debts.first.flatMap(ofCapital)
      case .tenLargest: value = ofCapital(debts.reduce(0, +))
      case .provisionCoverage:
        value = Ratio.basisPoints(held, of: figures.nonPerforming.principal)
      case .provisionRatio: value = Ratio.basisPoints(held, of: whole)
      case .farmersAndSmallFirms:
        value = Ratio.basisPoints(farmersAndSmallFirms(bankID: bankID), of: whole)
      // The limit is an amount in yuan.
      case .averageLoan: value = currency == .yuan ? figures.averageLoan : nil
      }
      return value.map { LimitCheck(limit: limit, value: $0, bound: limit.bound(currency)) }
    }
  }
}

extension RiskReport {
  /// What the banks have to set aside of their profits, see `ProvisionStanding.generalReserve`: the
  /// sum of the banks', for what one holds too much serves no other; nil of a part.
  package func generalReserve() -> Int128? {
    if isPart { return nil }
    return members(of: .whole).reduce(0) { sum, bank in
      let held = held(in: month, bankID: bank.key.bankID) ?? 0
      return sum + ProvisionStanding.generalReserve(of: bank.figures.classes, held: held)
    }
  }
}

/// How a bank stands among others.
package struct LeagueRank: Hashable, Sendable {
  /// 1 for the lowest share at risk by more than 30 days; equal ones share it; nil for a bank that
  /// nothing is owed to.
  package let rank: Int?
  /// Whether that share is far above the others'.
  package let isOutlier: Bool
}

extension RiskReport {
  /// The ranks of some figures, in their order.
  ///
  /// An outlier is above the upper quartile by more than one and a half times the quartiles'
  /// distance; of fewer than four there are none.
  /// Source: J. W. Tukey, Exploratory Data Analysis, 1977; quartiles by the nearest rank.
  package static func league(_ banks: [PortfolioFigures]) -> [LeagueRank] {
    let ratios = banks.map {
      Ratio.basisPoints($0.atRisk[1].principal, of: $0.outstanding.principal)
    }
    let sorted = ratios.compactMap { $0 }.sorted()
    var fence = Int128.max
    if sorted.count >= 4 {
      let lower = sorted[(sorted.count + 3) / 4 - 1]
      let upper = sorted[(3 * sorted.count + 3) / 4 - 1]
      fence = upper + (upper - lower) * 3 / 2
    }
    return ratios.map { ratio in
      guard let ratio else { return LeagueRank(rank: nil, isOutlier: false) }
      return LeagueRank(rank: 1 + sorted.count { $0 < ratio }, isOutlier: ratio > fence)
    }
  }
}
