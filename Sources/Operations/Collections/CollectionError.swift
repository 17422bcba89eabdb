package import Quantities

/// Why work on arrears is refused, beside what any operation refuses.
///
/// Cases stand in the order in which operations check them.
package enum CollectionError: Explained, Hashable {
  /// A round is planned from the bank's business date on.
  case roundDayOutsideRange(Day, allowed: ClosedRange<Day>)
  case daysAheadOutsideRange(Int, allowed: ClosedRange<Int>)
  /// Not two to six digits.
  case divisionMalformed(String)
  /// No borrower of the bank lives there.
  case villageUnknown(String, known: [String])
  case textLengthOutsideRange(length: Int, allowed: ClosedRange<Int>)
  case promisedDayOutsideRange(Day, allowed: ClosedRange<Day>)
  /// Nothing is due, and nothing will fall due any more.
  case nothingToRemind(loan: String, on: Day)
  case notADueDay(Day, loan: String, dueDays: [Day])
  /// A line of a file is an earlier one under another key.
  case sameAsLine(Int, key: String)
  case partyWithoutFrom(String)
  case groupUnknown(String, bank: String)
  case loanNotOfGroup(String, group: String, loans: [String])
  case moreThanDue(Money, due: Money, group: String)
  case notInGroup(loan: String)
  case groupHasNoOthers(group: String)
  /// Who owes can't be called to stand in for himself.
  case guarantorIsBorrower(String)
  case nothingDue(loan: String, on: Day)

  package var code: String {
    switch self {
    case .roundDayOutsideRange: return "collections.round_day_outside_range"
    case .daysAheadOutsideRange: return "collections.days_ahead_outside_range"
    case .divisionMalformed: return "collections.division_malformed"
    case .villageUnknown: return "collections.village_unknown"
    case .textLengthOutsideRange: return "collections.text_length_outside_range"
    case .promisedDayOutsideRange: return "collections.promised_day_outside_range"
    case .nothingToRemind: return "collections.nothing_to_remind"
    case .notADueDay: return "collections.not_a_due_day"
    case .sameAsLine: return "collections.same_as_line"
    case .partyWithoutFrom: return "collections.party_without_from"
    case .groupUnknown: return "collections.group_unknown"
    case .loanNotOfGroup: return "collections.loan_not_of_group"
    case .moreThanDue: return "collections.more_than_due"
    case .notInGroup: return "collections.not_in_group"
    case .groupHasNoOthers: return "collections.group_has_no_others"
    case .guarantorIsBorrower: return "collections.guarantor_is_borrower"
    case .nothingDue: return "collections.nothing_due"
    }
  }
}
