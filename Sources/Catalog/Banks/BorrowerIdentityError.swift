package import Quantities

/// Why the name and number given for a borrower can't be theirs.
///
/// Cases stand in the order in which they are checked; the first that applies is thrown.
package enum BorrowerIdentityError: Explained, Hashable, Sendable {
  case nameEmpty
  case nameTooLong(found: Int, most: Int)
  case nameHasControlCharacter(position: Int)

  case residentIDWrongLength(found: Int, expected: Int)
  /// `position` counts from 1.
  case residentIDWrongCharacter(found: Character, position: Int)
  case residentIDUnknownArea(found: String)
  /// `found` is the eight digits of the day of birth.
  case residentIDNoSuchBirthDay(found: String)
  case residentIDWrongCheckDigit(found: Character, expected: Character)

  case socialCreditCodeWrongLength(found: Int, expected: Int)
  case socialCreditCodeWrongCharacter(found: Character, position: Int)
  case socialCreditCodeWrongCheckCharacter(found: Character, expected: Character)

  case otherNumberEmpty
  case otherNumberTooLong(found: Int, most: Int)
  case otherNumberHasControlCharacter(position: Int)

  case schemeNotForKind(scheme: IdentityScheme, kind: BorrowerKind)
  case birthDayDiffersFromNumber(found: Day, expected: Day)
  case sexDiffersFromNumber(found: Sex, expected: Sex)

  package var code: String {
    switch self {
    case .nameEmpty: "identity.name_empty"
    case .nameTooLong: "identity.name_too_long"
    case .nameHasControlCharacter: "identity.name_has_control_character"
    case .residentIDWrongLength: "identity.resident_id_wrong_length"
    case .residentIDWrongCharacter: "identity.resident_id_wrong_character"
    case .residentIDUnknownArea: "identity.resident_id_unknown_area"
    case .residentIDNoSuchBirthDay: "identity.resident_id_no_such_birth_day"
    case .residentIDWrongCheckDigit: "identity.resident_id_wrong_check_digit"
    case .socialCreditCodeWrongLength: "identity.social_credit_code_wrong_length"
    case .socialCreditCodeWrongCharacter: "identity.social_credit_code_wrong_character"
    case .socialCreditCodeWrongCheckCharacter: "identity.social_credit_code_wrong_check_character"
    case .otherNumberEmpty: "identity.other_number_empty"
    case .otherNumberTooLong: "identity.other_number_too_long"
    case .otherNumberHasControlCharacter: "identity.other_number_has_control_character"
    case .schemeNotForKind: "identity.scheme_not_for_kind"
    case .birthDayDiffersFromNumber: "identity.birth_day_differs_from_number"
    case .sexDiffersFromNumber: "identity.sex_differs_from_number"
    }
  }
}
