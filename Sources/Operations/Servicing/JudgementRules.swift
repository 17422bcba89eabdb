import Classification
import LoanProducts
import Quantities
import Repositories
import Servicing

/// What an officer's judgement of a loan's class is held to: the class it has without it.
enum JudgementRules {
  /// - Parameters:
  ///   - kind: of the fact to be recorded.
  ///   - detail: what it says.
  ///   - day: on which it is effective.
  ///   - file: the loan.
  /// - Throws: the first `RatingError` that applies.
  static func check(
    _ kind: FactKind, _ detail: FactDetail, on day: Day, of file: LoanUnderWork
  ) throws {
    guard kind == .rated || kind == .overdueExcused,
      let claim = try file.claim(file.facts, through: day).claim
    else { return }
    let assessment = ClassAssessment(
      claim, on: day, isRestructured: file.loan.isRestructured,
      try file.debtor(on: day).grounds(claim, leavingOutRating: kind == .rated))
    switch kind.judgement(detail) {
    case .rated(let rated, let until): try RatingRule.check(rated, until: until, assessment)
    case .overdueExcused: try RatingRule.checkExcuse(assessment)
    default: return
    }
  }
}
