package import Quantities

/// Why a rule of law or of the product doesn't let a loan be changed so.
///
/// What the claim itself does not allow is a `ServicingError`. Cases stand in the order in which
/// they are checked, extensions first.
package enum ChangeRuleError: Explained, Hashable {
  /// A loan is extended, or a microcredit extended or renewed, once.
  case extendedBefore(on: Day, LegalBasis)
  case extendedTooFar(to: Day, latest: Day, ExtensionRule.Bound, LegalBasis)
  /// A rate that the product caps and fixes may only be lowered.
  case rateNotLower(AnnualRate, largest: AnnualRate)
  case notAStudents
  case graduatedOutside(Day, allowed: ClosedRange<Day>, LegalBasis)
  case yearNotWaived(Int, known: [Int])
  case yearWaivedBefore(Int)
  case yearOver(Int, on: Day)
  /// Finance pays the interest of the whole year in any case.
  case stillAtSchool(until: Day, year: Int)
  /// The loan is this borrower's already.
  case owedAlready(by: String)
  /// The loan is this branch's already.
  case branchAlready(String)
  case diedBefore(on: Day)

  package var code: String {
    switch self {
    case .extendedBefore: return "servicing.extended_before"
    case .extendedTooFar: return "servicing.extended_too_far"
    case .rateNotLower: return "servicing.rate_not_lower"
    case .notAStudents: return "servicing.not_a_students"
    case .graduatedOutside: return "servicing.graduated_outside"
    case .yearNotWaived: return "servicing.year_not_waived"
    case .yearWaivedBefore: return "servicing.year_waived_before"
    case .yearOver: return "servicing.year_over"
    case .stillAtSchool: return "servicing.still_at_school"
    case .owedAlready: return "servicing.owed_already"
    case .branchAlready: return "servicing.branch_already"
    case .diedBefore: return "servicing.died_before"
    }
  }
}
