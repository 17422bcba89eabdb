package import LoanProducts
package import Origination
package import Quantities
package import Repositories

/// Why a step from the application to the disbursement is refused, beside `OperationError`.
///
/// Cases stand in the order in which the steps check them.
package enum ApprovalError: Explained, Hashable {
  case surveyWrong(SurveyError)
  case documentUnknown(String, known: [String])
  case documentThere(String, on: Day)
  case scorecardMissing(ProductLine, on: Day)
  case decidedByBranchManager(above: Money)
  case decidedByCommittee(above: Money, quorum: Int)
  case notForCommittee(ApprovalAuthority)
  case alreadyVoted(officer: String, isInFavour: Bool)
  case documentsMissing([String])
  case surveyMissing
  case scoreMissing
  /// Only the committee may approve with fewer points than the pass mark.
  case scoreTooLow(points: Int, passMark: Int)
  case reasonMissing
  case approvalExpired(until: Day)
  case approvalHolds(until: Day?)
  /// The day is before that of the step that comes first.
  case dayBeforeStep(Day, step: FactKind, on: Day)
  case conditionCodeWrong(String)
  case conditionThere(String)
  case conditionUnknown(String, open: [String])
  case conditionsNotMet([String])
  case partOutsideRange(Money, left: Money)

  package var code: String {
    switch self {
    case .surveyWrong(let error): return error.code
    case .documentUnknown: return "approval.document_unknown"
    case .documentThere: return "approval.document_there"
    case .scorecardMissing: return "approval.scorecard_missing"
    case .decidedByBranchManager: return "approval.decided_by_branch_manager"
    case .decidedByCommittee: return "approval.decided_by_committee"
    case .notForCommittee: return "approval.not_for_committee"
    case .alreadyVoted: return "approval.already_voted"
    case .documentsMissing: return "approval.documents_missing"
    case .surveyMissing: return "approval.survey_missing"
    case .scoreMissing: return "approval.score_missing"
    case .scoreTooLow: return "approval.score_too_low"
    case .reasonMissing: return "approval.reason_missing"
    case .approvalExpired: return "approval.approval_expired"
    case .approvalHolds: return "approval.approval_holds"
    case .dayBeforeStep: return "approval.day_before_step"
    case .conditionCodeWrong: return "approval.condition_code_wrong"
    case .conditionThere: return "approval.condition_there"
    case .conditionUnknown: return "approval.condition_unknown"
    case .conditionsNotMet: return "approval.conditions_not_met"
    case .partOutsideRange: return "approval.part_outside_range"
    }
  }
}
