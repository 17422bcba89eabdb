import CommandLine
import Fixtures
import Operations
import Quantities
import Testing

@Suite("what collection work refuses, in words")
struct CollectionWordsTests {
  static let day: Day = "2025-08-15"

  static let errors: [(CollectionError, String)] = [
    (.roundDayOutsideRange(day, allowed: day...day), "collections.round_day_outside_range"),
    (.daysAheadOutsideRange(9, allowed: 0...7), "collections.days_ahead_outside_range"),
    (.divisionMalformed("x"), "collections.division_malformed"),
    (.villageUnknown("x", known: []), "collections.village_unknown"),
    (.villageUnknown("x", known: ["y"]), "collections.village_unknown"),
    (
      .textLengthOutsideRange(length: 0, allowed: 1...7), "collections.text_length_outside_range"
    ),
    (.promisedDayOutsideRange(day, allowed: day...day), "collections.promised_day_outside_range"),
    (.nothingToRemind(loan: "7", on: day), "collections.nothing_to_remind"),
    (.notADueDay(day, loan: "7", dueDays: [day]), "collections.not_a_due_day"),
    (.sameAsLine(7, key: "k"), "collections.same_as_line"),
    (.partyWithoutFrom("B1"), "collections.party_without_from"),
    (.groupUnknown("G1", bank: "b"), "collections.group_unknown"),
    (.loanNotOfGroup("7", group: "G1", loans: ["8"]), "collections.loan_not_of_group"),
    (.moreThanDue("2.00", due: "1.00", group: "G1"), "collections.more_than_due"),
    (.notInGroup(loan: "7"), "collections.not_in_group"),
    (.groupHasNoOthers(group: "G1"), "collections.group_has_no_others"),
    (.guarantorIsBorrower("B1"), "collections.guarantor_is_borrower"),
    (.nothingDue(loan: "7", on: day), "collections.nothing_due"),
  ]

  @Test("is one line in each language with the code at its end", arguments: errors)
  func words(_ error: CollectionError, _ code: String) {
    let failure = Failure(error)
    #expect(error.code == code && failure.code == code && failure.kind == .refused)
    for language in Language.allCases {
      let line = failure.line(in: language)
      #expect(line.hasSuffix(" [\(code)]\n") && line.split(separator: "\n").count == 1)
    }
    #expect(failure.phrase.zh != failure.phrase.en)
  }
}
