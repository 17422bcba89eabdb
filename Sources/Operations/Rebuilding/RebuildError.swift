import Quantities

/// Why no database is rebuilt; cases stand in the order of the checks.
package enum RebuildError: Explained, Hashable, Sendable {
  /// Keys are dropped and made anew, which only the owner of the tables may.
  case notOwner
  case notEmpty(table: String)
  /// A line, from 1, is no row of a table that an export holds.
  case lineUnreadable(Int)
  /// A fact that tells of a run or close in words that the program does not write.
  case factUnreadable(Int64, bank: String)

  package var code: String {
    switch self {
    case .notOwner: "rebuild.not_owner"
    case .notEmpty: "rebuild.not_empty"
    case .lineUnreadable: "rebuild.line_unreadable"
    case .factUnreadable: "rebuild.fact_unreadable"
    }
  }
}
