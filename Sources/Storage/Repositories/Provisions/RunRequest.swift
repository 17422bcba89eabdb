package import Classification
package import Quantities

/// What the fact of a month-end run says: which month, by which rule it makes provisions, and by
/// what it judges debtors.
///
/// Why: a run is so rebuilt and verified by the rules it had, whatever the policies are by then.
package struct RunRequest: Hashable, Sendable {
  package let month: Month
  /// Nil for a run that stops before its positions.
  package let provisions: ProvisionRule?
  /// Nil for a run that stops before its positions.
  package let classes: ClassPolicy?

  package init(month: Month, provisions: ProvisionRule?, classes: ClassPolicy?) {
    self.month = month
    self.provisions = provisions
    self.classes = classes
  }

  /// See `positionsRule(of:)`.
  package var positionsRule: ProvisionRule { provisions ?? .standard }

  private static let head = "accrue\n"
  private static let rule = "provisions="
  private static let policy = "classes="
  private static let noPositions = "positions=none"

  package var text: String {
    Self.head + "month=\(month)\n" + (classes.map { Self.policy + $0.text + "\n" } ?? "")
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
