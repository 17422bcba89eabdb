package import Classification

/// The three stages of credit loss (预期信用损失的三个阶段).
///
/// Source: 企业会计准则第22号（财会〔2017〕7号）art. 48; IFRS 9 5.5.3 and 5.5.5.
package enum CreditStage: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// Default within 12 months counts.
  case one = 1
  /// Credit risk has increased significantly: default at any time counts.
  case two = 2
  /// Credit-impaired: the default is there.
  case three = 3

  package static func < (left: CreditStage, right: CreditStage) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What a loan's stage is told from.
package struct StageSigns: Hashable, Sendable {
  /// The larger of principal's and interest's overdue days.
  package var overdueDays: Int
  package var riskClass: RiskClass
  /// Cured of being non-performing and not yet paid well for long enough, or restructured when it
  /// was non-performing.
  package var isOnProbation: Bool
  /// Restructured, and still observed.
  package var isRestructured: Bool
  /// Somebody has put a mark on it that something is wrong.
  package var isOnWatch: Bool

  package init(
    overdueDays: Int = 0, riskClass: RiskClass = .normal, isOnProbation: Bool = false,
    isRestructured: Bool = false, isOnWatch: Bool = false
  ) {
    self.overdueDays = overdueDays
    self.riskClass = riskClass
    self.isOnProbation = isOnProbation
    self.isRestructured = isRestructured
    self.isOnWatch = isOnWatch
  }
}

/// Why a loan is in its stage.
///
/// Cases stand in the order they are asked; the first that holds is the reason.
package enum StageReason: String, Hashable, Sendable, CaseIterable {
  case overdueOver90 = "overdue-over-90"
  case probation = "probation"
  case nonPerforming = "non-performing"
  case overdueOver30 = "overdue-over-30"
  case restructured = "restructured"
  case specialMention = "special-mention"
  case watchMark = "watch-mark"
  /// None of the others.
  case noIncrease = "no-increase"

  /// More overdue days than these are presumed to be a default.
  package static let defaultDays = 90
  /// More than these are presumed to show a significant increase of credit risk.
  package static let increaseDays = 30

  /// The reason for a loan's stage.
  package init(_ signs: StageSigns) {
    if signs.overdueDays > Self.defaultDays {
      self = .overdueOver90
    } else if signs.isOnProbation {
      self = .probation
    } else if signs.riskClass.isNonPerforming {
      self = .nonPerforming
    } else if signs.overdueDays > Self.increaseDays {
      self = .overdueOver30
    } else if signs.isRestructured {
      self = .restructured
    } else if signs.riskClass == .specialMention {
      self = .specialMention
    } else {
      self = signs.isOnWatch ? .watchMark : .noIncrease
    }
  }

  package var stage: CreditStage {
    switch self {
    case .overdueOver90, .probation, .nonPerforming: .three
    case .overdueOver30, .restructured, .specialMention, .watchMark: .two
    case .noIncrease: .one
    }
  }

  /// The documents that the stage rests on, as printed under a report.
  ///
  /// The international standard presumes what the Chinese one, of the same content, presumes; a
  /// class and a probation are the bank's own definition of default, which has to agree with how it
  /// manages credit risk.
  package var documents: [String] {
    switch self {
    case .probation, .nonPerforming, .restructured, .specialMention:
      [Self.standard, Self.international, ClassificationRule.document]
    case .overdueOver90, .overdueOver30, .watchMark, .noIncrease:
      [Self.standard, Self.international]
    }
  }

  /// The article of each of `documents`, in the same order.
  ///
  /// Those of the Chinese documents, but for 15 and 17, are from memory: compare them with the
  /// gazette.
  package var articles: [String] {
    switch self {
    case .overdueOver90: ["40", "B5.5.37"]
    case .probation: ["40", "B5.5.37", "15"]
    case .nonPerforming: ["40", "Appendix A", "11–13"]
    case .overdueOver30: ["53", "5.5.11"]
    case .restructured: ["56", "5.5.12", "17"]
    case .specialMention: ["52", "B5.5.17", "10"]
    case .watchMark: ["52", "B5.5.17"]
    case .noIncrease: ["48", "5.5.5"]
    }
  }

  private static let standard = "企业会计准则第22号（财会〔2017〕7号）"
  private static let international = "IFRS 9"
}
