package import Classification
package import Quantities
package import Risk

/// What the fact of a month-end run says: which month, by which rule it makes provisions, and by
/// what it judges debtors, and what the losses it expects are reckoned from.
///
/// Why: a run is so rebuilt and verified by the rules it had, whatever the policies are by then.
package struct RunRequest: Hashable, Sendable {
  package let month: Month
  /// Nil for a run that stops before its positions.
  package let provisions: ProvisionRule?
  /// Nil for a run that stops before its positions.
  package let classes: ClassPolicy?
  /// Of a run that posts expected losses.
  package let losses: LossBasis?

  /// - Parameters:
  ///   - month: which.
  ///   - provisions: the bank's rule; nil for a run without positions.
  ///   - classes: nil for a run without positions.
  ///   - losses: what expected losses are reckoned from; without it a rule that asks for them goes
  ///     by its percentages.
  package init(
    month: Month, provisions: ProvisionRule?, classes: ClassPolicy?, losses: LossBasis? = nil
  ) {
    self.month = month
    self.losses = provisions?.regime == .expectedLoss ? losses : nil
    self.provisions = losses == nil ? provisions?.byPercentages : provisions
    self.classes = classes
  }

  /// See `positionsRule(of:)`.
  package var positionsRule: ProvisionRule { provisions ?? .standard }

  private static let head = "accrue\n"
  private static let rule = "provisions="
  private static let policy = "classes="
  private static let basis = "losses="
  private static let noPositions = "positions=none"

  package var text: String {
    Self.head + "month=\(month)\n" + (classes.map { Self.policy + $0.text + "\n" } ?? "")
      + (losses.map { Self.basis + $0.text + "\n" } ?? "")
      + (provisions.map { Self.rule + $0.text } ?? Self.noPositions)
  }

  /// The rule of a run; nil for one that booked no provisions, as those did from before they were.
  package static func rule(of request: String) -> ProvisionRule? {
    request.split(separator: "\n").lazy.filter { $0.hasPrefix(rule) }
      .compactMap { ProvisionRule(text: $0.dropFirst(rule.count)) }.first
  }

  /// By what a run judged debtors; nil for one that did not, as those from before they were.
  package static func classes(of request: String) -> ClassPolicy? {
    request.split(separator: "\n").lazy.filter { $0.hasPrefix(policy) }
      .compactMap { ClassPolicy(text: $0.dropFirst(policy.count)) }.first
  }

  /// What the losses that a run expected are reckoned from; nil for one that expected none.
  package static func losses(of request: String) -> LossBasis? {
    request.split(separator: "\n").lazy.filter { $0.hasPrefix(basis) }
      .compactMap { LossBasis(text: $0.dropFirst(basis.count)) }.first
  }

  /// The rule that a run's positions have: runs from before provisions were booked had the
  /// guideline's own percentages.
  package static func positionsRule(of request: String) -> ProvisionRule {
    rule(of: request) ?? .standard
  }

  /// Whether a run wrote positions.
  package static func writesPositions(_ request: String) -> Bool {
    request.hasPrefix(head) && !request.hasSuffix("\n" + noPositions)
  }
}
