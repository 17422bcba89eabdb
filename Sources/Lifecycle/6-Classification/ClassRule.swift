/// A rule that keeps a loan's class from being better than one: its floor.
///
/// Source: 中国银保监会 中国人民银行令〔2023〕第1号, and for small enterprises
/// `SmallEnterpriseMatrix.document`. Of the first the text of arts. 17–20 was seen; the rules of
/// the others were seen elsewhere, and the numbers of their articles were not: see
/// `ClassArticle.isConfirmed`.
package enum ClassRule: String, Hashable, Sendable, CaseIterable {
  /// More than 0, 90, 270, 360 days.
  case overdue = "overdue"
  /// A small enterprise's loan, by security and days overdue.
  case smallEnterprise = "small-enterprise"
  /// Special mention while a restructured loan is observed.
  case restructured = "restructured"
  /// Substandard while one is observed that was non-performing, or was restructured again.
  case restructuredNonPerforming = "restructured-non-performing"
  /// Substandard after a default, until it has been paid well for two due days and six months.
  case probation = "probation"
  /// The other loans of a debtor that is no retail customer.
  case crossDefault = "cross-default"
  /// The class that an officer rated by hand.
  case rated = "rated"

  /// Kept, so that no run makes the list for each loan.
  static let inOrder = allCases

  /// What the rule makes of a loan; normal where it does not meet it.
  package func floor(_ grounds: ClassGrounds) -> RiskClass {
    switch self {
    case .overdue:
      return grounds.isExcused ? .normal : ClassificationRule.steps.riskClass(grounds.overdueDays)
    case .smallEnterprise:
      guard let steps = grounds.debtor.steps, !grounds.isExcused else { return .normal }
      return steps.riskClass(grounds.overdueDays)
    case .restructured: return grounds.isRestructured ? .specialMention : .normal
    case .restructuredNonPerforming:
      return grounds.isObservedAsNonPerforming ? .substandard : .normal
    case .probation: return grounds.isOnProbation ? .substandard : .normal
    case .crossDefault: return grounds.debtor.floor
    case .rated: return grounds.rating
    }
  }

  /// The document that has the rule; nil of one that is the bank's own.
  package var document: String? {
    switch self {
    case .smallEnterprise: return SmallEnterpriseMatrix.document
    case .rated: return nil
    default: return ClassificationRule.document
    }
  }

  /// Where the document says so; nil of a rule that is the bank's own or stands in an annex.
  ///
  /// - Parameter floor: what the rule gives: each class has an article of its own for overdue days.
  /// - Returns: the article or articles.
  package func article(_ floor: RiskClass) -> ClassArticle? {
    switch self {
    case .overdue:
      switch floor {
      case .normal, .specialMention: return ClassArticle(10, isConfirmed: false)
      case .substandard: return ClassArticle(11, isConfirmed: false)
      case .doubtful: return ClassArticle(12, isConfirmed: false)
      case .loss: return ClassArticle(13, isConfirmed: false)
      }
    case .restructured: return ClassArticle(17, through: 21, isConfirmed: true)
    case .restructuredNonPerforming: return ClassArticle(17, through: 21, isConfirmed: false)
    case .probation: return ClassArticle(15, isConfirmed: false)
    // From memory, as are the numbers of articles 10 to 13.
    case .crossDefault: return ClassArticle(floor.isNonPerforming ? 8 : 10, isConfirmed: false)
    case .smallEnterprise, .rated: return nil
    }
  }
}

/// Articles of `ClassificationRule.document`.
package struct ClassArticle: Hashable, Sendable {
  package let first: Int
  package let last: Int
  /// Whether the number was seen in the document's text; whoever files with a regulator checks the
  /// others in the gazette first.
  package let isConfirmed: Bool

  package init(_ first: Int, through last: Int? = nil, isConfirmed: Bool) {
    self.first = first
    self.last = last ?? first
    self.isConfirmed = isConfirmed
  }

  /// As `17–20` or `15`.
  package var numbers: String { first == last ? "\(first)" : "\(first)–\(last)" }
}
