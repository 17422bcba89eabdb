/// What a month's classes are judged by beside the law of all loans.
///
/// Why: a run keeps it, so that its month is verified and rebuilt by what it had.
package struct ClassPolicy: Hashable, Sendable {
  /// By which loans of small enterprises are judged; nil where no matrix was in force.
  package let smallEnterprise: OverdueSteps?

  package init(smallEnterprise: OverdueSteps?) { self.smallEnterprise = smallEnterprise }

  private static let none = "none"

  /// As `1/31/91/361`, or `none` without a matrix.
  package var text: String { smallEnterprise?.text ?? Self.none }

  /// - Returns: nil for what `text` gives of no policy.
  package init?(text: some StringProtocol) {
    if text == Self.none {
      self.init(smallEnterprise: nil)
    } else {
      guard let steps = OverdueSteps(text: text) else { return nil }
      self.init(smallEnterprise: steps)
    }
  }
}
