package import Banks
package import LoanProducts
package import Quantities

/// Why an application does not become a loan.
///
/// Cases stand in the order in which they are checked; the first that applies is thrown.
package enum OriginationError: Explained, Hashable {
  case principalNotPositive(Money)
  case daysOutOfOrder(agreedOn: Day, startsOn: Day, maturesOn: Day)
  case purposeMissing
  case noProductOffered(ProductLine, on: Day, periods: [String])
  case borrowerKindNotEligible(BorrowerKind, allowed: [BorrowerKind])
  case coBorrowerMissing
  case ageUnknown(allowed: ClosedRange<Int>)
  case ageOutsideRange(Int, allowed: ClosedRange<Int>)
  case outsideBankArea(divisionCode: String, allowed: [String])
  case methodNotOffered(RepaymentMethod, allowed: [RepaymentMethod])
  case intervalNotOffered(months: Int, allowed: [Int])
  case basisNotOffered(InterestBasis, allowed: [InterestBasis])
  case termTooLong(maturesOn: Day, latest: Day)
  case categoryUnknown(String, allowed: [String])
  case principalOutsideRange(asked: Money, taken: Money, allowed: ClosedRange<Money>)
  case lprNotPublished(on: Day)
  case lprTooOld(publishedOn: Day, agreedOn: Day, daysAllowed: Int)
  case rateAboveCap(AnnualRate, cap: AnnualRate)
  case rateNotTheProducts(AnnualRate, expected: AnnualRate)
  case subsidyNotOffered
  case subsidyEndMissing
  case householdAlreadySubsidised(loans: Int)
  case netCapitalUnknown(on: Day)
  case singleBorrowerLimit(asked: Money, exposure: Money, limit: Money)

  package var code: String {
    switch self {
    case .principalNotPositive: return "origination.principal_not_positive"
    case .daysOutOfOrder: return "origination.days_out_of_order"
    case .purposeMissing: return "origination.purpose_missing"
    case .noProductOffered: return "origination.no_product_offered"
    case .borrowerKindNotEligible: return "origination.borrower_kind_not_eligible"
    case .coBorrowerMissing: return "origination.co_borrower_missing"
    case .ageUnknown: return "origination.age_unknown"
    case .ageOutsideRange: return "origination.age_outside_range"
    case .outsideBankArea: return "origination.outside_bank_area"
    case .methodNotOffered: return "origination.method_not_offered"
    case .intervalNotOffered: return "origination.interval_not_offered"
    case .basisNotOffered: return "origination.basis_not_offered"
    case .termTooLong: return "origination.term_too_long"
    case .categoryUnknown: return "origination.category_unknown"
    case .principalOutsideRange: return "origination.principal_outside_range"
    case .lprNotPublished: return "origination.lpr_not_published"
    case .lprTooOld: return "origination.lpr_too_old"
    case .rateAboveCap: return "origination.rate_above_cap"
    case .rateNotTheProducts: return "origination.rate_not_the_products"
    case .subsidyNotOffered: return "origination.subsidy_not_offered"
    case .subsidyEndMissing: return "origination.subsidy_end_missing"
    case .householdAlreadySubsidised: return "origination.household_already_subsidised"
    case .netCapitalUnknown: return "origination.net_capital_unknown"
    case .singleBorrowerLimit: return "origination.single_borrower_limit"
    }
  }
}
