package import Quantities
package import Repositories

/// Why a row can't be in the catalog.
///
/// Cases stand in the order in which a load checks them.
package enum CatalogError: Explained, Hashable, Sendable {
  /// Another row of the same file has the same key; for the row's first line see `line`.
  case keyTwice(String, line: Int)
  /// A sponsor, bank or branch that is in no row of the load and not in the database.
  case referenceUnknown(column: String, found: String)
  /// The catalog has a row with this key that says something else. Nothing is edited.
  case rowDiffers(key: String, CatalogDifference)
  /// The number of another bank.
  case numberTaken(Int, by: String)
  /// The chart lacks an account that loans are posted to.
  case accountMissing(String)
  /// Another programme or fund is for the same payer, line, place and first day.
  case placeTaken(String, by: String)
  /// The scenarios that begin on a day have weights, in ten-thousandths, that are no whole.
  case weightsDoNotAddUp(Day, sum: Int)
  /// Reports of months that were run look at the row; its first day is after `month`, the last one.
  case beginsTooEarly(Day, month: Month)
  /// Rows of the load are refused, so that nothing is written.
  case loadRefused([CatalogProblem])

  package var code: String {
    switch self {
    case .keyTwice: "catalog.key_twice"
    case .referenceUnknown: "catalog.reference_unknown"
    case .rowDiffers: "catalog.row_differs"
    case .numberTaken: "catalog.number_taken"
    case .accountMissing: "catalog.account_missing"
    case .placeTaken: "catalog.place_taken"
    case .weightsDoNotAddUp: "catalog.weights_do_not_add_up"
    case .beginsTooEarly: "catalog.begins_too_early"
    case .loadRefused: "catalog.load_refused"
    }
  }
}

/// A row of a file that is refused.
package struct CatalogProblem: Hashable, Sendable {
  package let file: String
  /// The line of the file, from 1.
  package let line: Int
  package let error: CatalogError

  package init(file: String, line: Int, error: CatalogError) {
    self.file = file
    self.line = line
    self.error = error
  }
}
