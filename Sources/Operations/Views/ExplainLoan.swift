import Accrual
package import Classification
package import Postgres
package import Quantities
import Repositories
package import Servicing

/// How the figures of a loan came about, stretch by stretch.
package struct LoanExplanation: Sendable {
  package let file: LoanFile
  /// The day on which the interest was billed; nil for the interest that runs and is billed later.
  package let billedOn: Day?
  package let interest: Explanation
  /// Penalty and compound interest of all days so far; nil where there is none.
  package let penalty: Explanation?
  package let compound: Explanation?
  /// The claim at the end of the day.
  package let claim: Claim
  /// Its class, and what keeps it from being better.
  package let assessment: ClassAssessment

  /// The fact that rates the loan on the day; nil if none does.
  package var ratedBy: Int64? {
    guard claim.rating(on: file.asOf) != nil else { return nil }
    return file.facts.inForce
      .filter { $0.kind == .rated && $0.effectiveOn <= file.asOf }
      .max { ($0.effectiveOn, $0.number) < ($1.effectiveOn, $1.number) }?.number
  }
}

/// The interest billed on a due day, the charges, and what is owed, each from the claim's meters;
/// and the loan's class.
package enum ExplainLoan {
  /// - Parameters:
  ///   - number: the loan's number.
  ///   - day: a day on which interest was billed; nil for the last one, or, if there is none yet,
  ///     for the interest that runs.
  ///   - asOf: the day whose end is asked for; nil for the bank's business date.
  ///   - bank: the bank's code.
  ///   - pool: where.
  /// - Returns: the explanations, and the claim they belong to.
  /// - Throws: what `ShowLoan` throws; `ViewError.notDisbursed`, `.nothingBilled`;
  ///   `ServicingError.notExplained`.
  package static func run(
    _ number: String, on day: Day?, asOf: Day?, bank: String, on pool: ConnectionPool
  ) async throws -> LoanExplanation {
    let file = try await ShowLoan.run(number, asOf: asOf, bank: bank, on: pool)
    guard let claim = file.claim, let fallen = file.fallen else {
      throw ViewError.notDisbursed(number, by: file.asOf)
    }
    if let day, !fallen.billedOn.contains(day) {
      throw ViewError.nothingBilled(on: day, last: fallen.billedOn.suffix(3))
    }
    let billedOn = day ?? fallen.billedOn.last
    let target = claim.accrualTarget
    let end = file.asOf + 1
    let figure = billedOn.map { ExplainedFigure.billed(on: $0) } ?? .interest(in: .until(end))
    return LoanExplanation(
      file: file, billedOn: billedOn, interest: try file.explanation(figure),
      penalty: target.penalty.isZero ? nil : try file.explanation(.penalty(in: .until(end))),
      compound: target.compound.isZero ? nil : try file.explanation(.compound(in: .until(end))),
      claim: claim,
      assessment: ClassAssessment(
        claim, on: file.asOf, isRestructured: file.loan.isRestructured, file.debtor))
  }
}

extension LoanFile {
  fileprivate func explanation(_ figure: ExplainedFigure) throws -> Explanation {
    try Explanation(figure, contract, facts: loanFacts, through: asOf)
  }
}
