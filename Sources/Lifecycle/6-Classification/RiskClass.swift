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

  /// Its place among the five, 0 for normal.
  package var rank: Int {
    switch self {
    case .normal: return 0
    case .specialMention: return 1
    case .substandard: return 2
    case .doubtful: return 3
    case .loss: return 4
    }
  }
}

/// The rules of law that give a class: `ClassRule`, the worst of which decides.
///
/// Source: 《商业银行金融资产风险分类办法》, 中国银保监会 中国人民银行令〔2023〕第1号, in force 2023-07-01,
/// all older business by 2025-12-31: overdue at all, more than 90, 270, 360 days, whatever the
/// security. Months before that day are classed by it too, so that a book is comparable over time.
package enum ClassificationRule {
  /// The document, as it is printed under a report.
  package static let document = "中国银保监会 中国人民银行令〔2023〕第1号"

  /// More than 0, 90, 270, 360 days overdue.
  package static let steps = OverdueSteps(
    specialMention: 1, substandard: 91, doubtful: 271, loss: 361)

  /// The class of a loan: the worst that a rule gives.
  package static func riskClass(_ grounds: ClassGrounds) -> RiskClass {
    var worst = RiskClass.normal
    for rule in ClassRule.inOrder { worst = max(worst, rule.floor(grounds)) }
    return worst
  }
}
