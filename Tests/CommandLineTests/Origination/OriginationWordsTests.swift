import CommandLine
import LoanProducts
import Operations
import Origination
import Quantities
import Repositories
import Testing

@Suite("What a decision refuses has words in both languages")
struct OriginationWordsTests {
  private static let day = Day(number: 20_270)
  private static let money = Money(minorUnits: 12_345_67)

  private static let errors: [(any Explained, String)] = [
    (ApprovalError.documentUnknown("x", known: ["identity"]), "approval.document_unknown"),
    (ApprovalError.documentThere("identity", on: day), "approval.document_there"),
    (ApprovalError.scorecardMissing(.tourism, on: day), "approval.scorecard_missing"),
    (ApprovalError.decidedByBranchManager(above: money), "approval.decided_by_branch_manager"),
    (ApprovalError.decidedByCommittee(above: money, quorum: 3), "approval.decided_by_committee"),
    (ApprovalError.notForCommittee(.officer), "approval.not_for_committee"),
    (ApprovalError.alreadyVoted(officer: "甲", isInFavour: true), "approval.already_voted"),
    (ApprovalError.documentsMissing(["identity"]), "approval.documents_missing"),
    (ApprovalError.surveyMissing, "approval.survey_missing"),
    (ApprovalError.scoreMissing, "approval.score_missing"),
    (ApprovalError.scoreTooLow(points: 5, passMark: 60), "approval.score_too_low"),
    (ApprovalError.reasonMissing, "approval.reason_missing"),
    (ApprovalError.approvalExpired(until: day), "approval.approval_expired"),
    (ApprovalError.approvalHolds(until: day), "approval.approval_holds"),
    (ApprovalError.dayBeforeStep(day, step: .signed, on: day + 1), "approval.day_before_step"),
    (ApprovalError.conditionCodeWrong("A b"), "approval.condition_code_wrong"),
    (ApprovalError.conditionThere("proof"), "approval.condition_there"),
    (ApprovalError.conditionUnknown("x", open: ["proof"]), "approval.condition_unknown"),
    (ApprovalError.conditionsNotMet(["proof"]), "approval.conditions_not_met"),
    (ApprovalError.partOutsideRange(money, left: .zero), "approval.part_outside_range"),
    (
      ApprovalError.surveyWrong(.amountOutsideRange(-money, largest: .largestAmount)),
      "survey.amount_outside_range"
    ),
    (
      ApprovalError.surveyWrong(.yearsOutsideRange(99, most: 80)), "survey.years_outside_range"
    ),
  ]

  @Test("each is one line with its code, what was found and what is allowed")
  func words() {
    for (error, code) in Self.errors {
      let failure = Failure(error)
      #expect(failure.kind == .refused && failure.code == code && error.code == code)
      #expect(failure.phrase.zh != failure.phrase.en)
      for language in Language.allCases {
        let line = failure.line(in: language)
        #expect(line.hasPrefix("shanhai: ") && line.hasSuffix(" [\(code)]\n"))
        #expect(line.split(separator: "\n").count == 1, "\(line)")
        if "\(error)".contains("1234567") { #expect(line.contains("12,345.67"), "\(line)") }
      }
    }
    #expect(Failure(ApprovalError.approvalHolds(until: nil)).phrase.en.contains("no end"))
  }
}
