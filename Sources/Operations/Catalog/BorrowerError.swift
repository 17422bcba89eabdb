import Quantities
package import Repositories

/// Why a row of borrowers is refused, beside its name and number.
///
/// Cases stand in the order in which an import checks them.
package enum BorrowerError: Explained, Hashable, Sendable {
  case anotherBank(found: String, expected: String)
  case referenceTwice(String, line: Int)
  /// Neither current nor retired.
  case divisionUnknown(String)
  /// Too long, digits alone, or with a comma, an equals sign, a control character or space at its
  /// ends.
  case villageMalformed(String)
  /// Another borrower of the bank, in the file or stored, has this identity.
  case identityTaken(by: String)
  /// A borrower with this reference is stored with another content; names and numbers are masked.
  case differs(reference: String, CatalogDifference)
  /// No borrower of the bank with this reference is a household.
  case householdUnknown(String)
  case coBorrowerUnknown(String)
  /// A co-borrower is a natural person, or a household.
  case coBorrowerNotNatural(String)
  /// Those who sign with others have nobody to sign with them.
  case coBorrowerHasCoBorrower(String)

  package var code: String {
    switch self {
    case .anotherBank: "borrower.another_bank"
    case .referenceTwice: "borrower.reference_twice"
    case .divisionUnknown: "borrower.division_unknown"
    case .villageMalformed: "borrower.village_malformed"
    case .identityTaken: "borrower.identity_taken"
    case .differs: "borrower.differs"
    case .householdUnknown: "borrower.household_unknown"
    case .coBorrowerUnknown: "borrower.co_borrower_unknown"
    case .coBorrowerNotNatural: "borrower.co_borrower_not_natural"
    case .coBorrowerHasCoBorrower: "borrower.co_borrower_has_co_borrower"
    }
  }
}
