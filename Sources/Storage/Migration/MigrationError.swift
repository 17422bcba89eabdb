import Quantities

/// Why a database isn't migrated, or isn't fit for this program.
///
/// Cases stand in the order they are checked: first the program's own scripts, then the database.
package enum MigrationError: Explained, Equatable, Sendable {
  /// A migration's file is named `NNNN_name.sql`: four digits, then lowercase words.
  case fileNameMalformed(String)
  case numberTwice(number: Int, names: [String])
  /// Numbers run from 1 without a gap.
  case numberMissing(number: Int)
  /// A migration is one transaction already and may neither begin nor end one.
  case controlsTransaction(number: Int, name: String, line: Int)
  /// The database was migrated by a newer program.
  case databaseIsNewer(found: Int, known: Int)
  /// The script was changed after it had been applied.
  case changed(number: Int, name: String)
  /// A later migration was applied without this one.
  case leftOut(number: Int, applied: Int)
  /// These numbers are still to be applied.
  case notMigrated(pending: [Int])

  package var code: String {
    switch self {
    case .fileNameMalformed: "migration.file_name_malformed"
    case .numberTwice: "migration.number_twice"
    case .numberMissing: "migration.number_missing"
    case .controlsTransaction: "migration.controls_transaction"
    case .databaseIsNewer: "migration.database_is_newer"
    case .changed: "migration.changed"
    case .leftOut: "migration.left_out"
    case .notMigrated: "migration.not_migrated"
    }
  }
}
