/// What goes in of a batch of rows, when one is refused and when none is.
package enum BatchRule: Hashable, Sendable {
  /// All, or nothing if one row is refused.
  case allOrNone
  /// What is not refused.
  case goodRows
  /// Nothing ever: only the outcomes are told.
  case checkOnly
}
