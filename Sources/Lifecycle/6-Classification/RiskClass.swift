package import Quantities

/// The five classes of loans (贷款五级分类), best first.
package enum RiskClass: String, Hashable, Sendable, CaseIterable, Comparable {
  /// 正常
  case normal = "normal"
  /// 关注
  case specialMention = "special-mention"
  /// 次级
  case substandard = "substandard"
  /// 可疑
  case doubtful = "doubtful"
  /// 损失
  case loss = "loss"

  /// Non-performing (不良): substandard, doubtful and loss.
  package var isNonPerforming: Bool { self >= .substandard }

  package static func < (left: RiskClass, right: RiskClass) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .normal: return 0
    case .specialMention: return 1
    case .substandard: return 2
    case .doubtful: return 3
    case .loss: return 4
    }
  }
}

/// The rule of law that gives a class by overdue days.
///
/// Source: 《商业银行金融资产风险分类办法》, 中国银保监会 中国人民银行令〔2023〕第1号, in force 2023-07-01,
/// all older business by 2025-12-31: overdue at all, more than 90, 270, 360 days, whatever the
/// security. Months before that day are classed by it too, so that a book is comparable over time.
package enum ClassificationRule {
  /// The document, as it is printed under a report.
  package static let document = "中国银保监会 中国人民银行令〔2023〕第1号"

  /// A loan is in a class when it is overdue for more than these days, worst first.
  package static let overdueDaysMoreThan: [(days: Int, class: RiskClass)] = [
    (360, .loss), (270, .doubtful), (90, .substandard), (0, .specialMention),
  ]

  /// The class of a loan by its overdue days and whether it is a restructured asset.
  ///
  /// - Parameters:
  ///   - overdueDays: the larger of principal's and interest's overdue days.
  ///   - isRestructured: art. 17 to 21: at least special mention while under observation.
  ///   - isOnProbation: art. 15: cured of being non-performing, and not yet paid well for long
  ///     enough; or restructured when it was non-performing: at least substandard.
  /// - Returns: the worst of the floors.
  package static func riskClass(
    overdueDays: Int, isRestructured: Bool, isOnProbation: Bool = false
  ) -> RiskClass {
    let floor = overdueDaysMoreThan.first { overdueDays > $0.days }?.class ?? .normal
    if isOnProbation { return max(floor, .substandard) }
    return isRestructured ? max(floor, .specialMention) : floor
  }
}

/// The provision a loan requires.
///
/// Source: 《银行贷款损失准备计提指引》 2002 (银发〔2002〕98号; number unconfirmed), from 2002-01-01: general
/// 1 % of loans; special 2, 25, 50, 100 % of special mention, substandard, doubtful, loss.
/// Rounds: each loan's, half up to the minor unit, so every cut adds up to the whole.
package enum ProvisionRule {
  package static let document = "银行贷款损失准备计提指引（2002）"

  package static let generalPercent = 1

  package static func specialPercent(_ riskClass: RiskClass) -> Int {
    switch riskClass {
    case .normal: return 0
    case .specialMention: return 2
    case .substandard: return 25
    case .doubtful: return 50
    case .loss: return 100
    }
  }

  package static func general(principal: Money) -> Money {
    percent(generalPercent, of: principal)
  }

  package static func special(principal: Money, _ riskClass: RiskClass) -> Money {
    percent(specialPercent(riskClass), of: principal)
  }

  private static func percent(_ percent: Int, of principal: Money) -> Money {
    Money(
      minorUnits: Int64(
        Rounding.halfUp.divide(Int128(principal.minorUnits) * Int128(percent), by: 100)))
  }
}
