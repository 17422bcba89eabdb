package import Quantities

/// Why an ACTUS contract has no events.
///
/// Terms are named as the ACTUS dictionary names them: `cycleOfInterestPayment`.
package enum ActusError: Explained, Hashable {
  case unknownContractType(found: String, known: [String])
  case missingTerm(String)
  case termNotAllowed(name: String, found: String, allowed: String)
  case cycleUnreadable(name: String, found: String)
  /// What the terms ask for is part of ACTUS and not of this program.
  case notSupported(name: String, found: String)
  case datesOutOfOrder(earlier: String, on: Day, later: String, by: Day)
  /// Arrays that go together have different lengths.
  case arraysDiffer(name: String, count: Int, expected: Int)
  /// The redemption is too small ever to repay the principal, so no maturity follows from it.
  case neverRedeemed(redemption: String)
  /// No level payment repays the principal on the days that are left.
  case noLevelPayment(on: Day)
  case tooManyEvents(largest: Int)
  case dateOutOfRange(first: Day, last: Day)
  case marketDataMissing(code: String, on: Day)
  case rateOutOfRange(found: AnnualRate, largest: AnnualRate)
  /// An amount has more than 17 digits, those after the point included: the engine holds 10, 8 or
  /// 6 of them.
  case amountTooLarge

  package var code: String {
    switch self {
    case .unknownContractType: "actus.unknown_contract_type"
    case .missingTerm: "actus.missing_term"
    case .termNotAllowed: "actus.term_not_allowed"
    case .cycleUnreadable: "actus.cycle_unreadable"
    case .notSupported: "actus.not_supported"
    case .datesOutOfOrder: "actus.dates_out_of_order"
    case .arraysDiffer: "actus.arrays_differ"
    case .neverRedeemed: "actus.never_redeemed"
    case .noLevelPayment: "actus.no_level_payment"
    case .tooManyEvents: "actus.too_many_events"
    case .dateOutOfRange: "actus.date_out_of_range"
    case .marketDataMissing: "actus.market_data_missing"
    case .rateOutOfRange: "actus.rate_out_of_range"
    case .amountTooLarge: "actus.amount_too_large"
    }
  }
}
