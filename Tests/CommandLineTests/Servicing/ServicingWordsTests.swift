import CommandLine
import LoanProducts
import Operations
import Quantities
import Repositories
import Servicing
import Testing

/// Goal: whatever refuses a change has its code, and one line of words in each language.
@Suite("The words of what refuses a change")
struct ServicingWordsTests {
  private static let day = Day(number: 20_000)
  private static let amount = Money(minorUnits: 123_45)

  private static let rules: [(ChangeRuleError, String)] = [
    (.extendedBefore(on: day, .microcredit), "servicing.extended_before"),
    (
      .extendedTooFar(to: day, latest: day, .originalTerm, .generalRules),
      "servicing.extended_too_far"
    ),
    (
      .extendedTooFar(to: day, latest: day, .halfTerm, .generalRules), "servicing.extended_too_far"
    ),
    (
      .extendedTooFar(to: day, latest: day, .threeYears, .generalRules),
      "servicing.extended_too_far"
    ),
    (
      .extendedTooFar(to: day, latest: day, .productTerm(months: 36), .personalLoans),
      "servicing.extended_too_far"
    ),
    (.rateNotLower(.largest, largest: .zero), "servicing.rate_not_lower"),
    (.notAStudents, "servicing.not_a_students"),
    (.graduatedOutside(day, allowed: day...day, .studentAid), "servicing.graduated_outside"),
    (.yearNotWaived(2026, known: [2025]), "servicing.year_not_waived"),
    (.yearWaivedBefore(2025), "servicing.year_waived_before"),
    (.yearOver(2025, on: day), "servicing.year_over"),
    (.stillAtSchool(until: day, year: 2025), "servicing.still_at_school"),
    (.owedAlready(by: "H1"), "servicing.owed_already"),
    (.branchAlready("first"), "servicing.branch_already"),
    (.diedBefore(on: day), "servicing.died_before"),
  ]

  private static let claims: [(ServicingError, String)] = [
    (.refundedTooMuch(amount, credit: .zero), "servicing.refunded_too_much"),
    (.waivedTooMuch(.compound, amount, owed: .zero), "servicing.waived_too_much"),
    (.writtenOffTooMuch(amount, onBooks: .zero), "servicing.written_off_too_much"),
    (
      .compensationTooMuch(.returned, amount, allowed: .zero), "servicing.compensation_too_much"
    ),
    (.subsidyBeyondAccrued(.finance, amount, accrued: .zero), "servicing.subsidy_beyond_accrued"),
    (.changedAfterMaturity(effectiveOn: day, maturedOn: day), "servicing.changed_after_maturity"),
    (.maturityNotLater(day, maturesOn: day), "servicing.maturity_not_later"),
    (.renewedWithUnpaid(effectiveOn: day, unpaid: amount), "servicing.renewed_with_unpaid"),
    (.pauseEndsBefore(effectiveOn: day, until: day), "servicing.pause_ends_before"),
    (.termNotShortened(.atMaturity), "servicing.term_not_shortened"),
  ]

  private static let operations: [(OperationError, String)] = [
    (.needsConfirmation(.waived), "operation.needs_confirmation"),
    (
      .looksLikeDuplicate(loan: "1", amount: amount, on: day, fact: 7),
      "operation.looks_like_duplicate"
    ),
    (.factNotOfLoan(7, loan: "1"), "operation.fact_not_of_loan"),
    (.factNotReversible(7, kind: .applied), "operation.fact_not_reversible"),
    (.factReversedAlready(7, by: 9), "operation.fact_reversed_already"),
    (.disbursementFollowed(7, by: 9), "operation.disbursement_followed"),
    (.disbursementAccrued(7), "operation.disbursement_accrued"),
    (.proposedAlready(.waived, proposal: 7), "operation.proposed_already"),
    (.proposalUnknown(7, loan: "1"), "operation.proposal_unknown"),
    (.proposalDecided(7, by: 9), "operation.proposal_decided"),
  ]

  @Test("rules of law and of the bank", arguments: rules)
  func rule(_ error: ChangeRuleError, _ code: String) { expect(error, code) }

  @Test("what a claim can't bear", arguments: claims)
  func claim(_ error: ServicingError, _ code: String) { expect(error, code) }

  @Test("four eyes, reversals and duplicates", arguments: operations)
  func operation(_ error: OperationError, _ code: String) { expect(error, code) }

  private func expect(_ error: any Explained, _ code: String) {
    let failure = Failure(error)
    #expect(failure.code == code && failure.kind == .refused)
    #expect(failure.phrase.zh != failure.phrase.en)
    for language in Language.allCases {
      let line = failure.line(in: language)
      #expect(line.hasSuffix(" [\(code)]\n") && line.split(separator: "\n").count == 1)
    }
  }
}
