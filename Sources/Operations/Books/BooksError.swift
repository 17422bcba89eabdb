package import Quantities

/// Why the books can't be shown as asked.
///
/// Cases stand in the order they are checked.
package enum BooksError: Explained, Hashable {
  case daysReversed(from: Day, until: Day)
  case accountUnknown(String)

  package var code: String {
    switch self {
    case .daysReversed: "books.days_reversed"
    case .accountUnknown: "books.account_unknown"
    }
  }
}
