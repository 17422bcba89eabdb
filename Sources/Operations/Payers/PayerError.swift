package import Quantities

/// Why what others pay is refused: a claim on a programme, or on a fund.
///
/// Cases stand in the order in which each operation checks them.
package enum PayerError: Explained, Hashable {
  /// The non-performing part of the line in the fund's place is above its stop line.
  case lendingStopped(fund: String, NonPerformingRatio, allowedBasisPoints: Int)
  case programmeUnknown(String, known: [String])
  /// Claims go forward: a later month of the programme was claimed already.
  case monthBeforeLastClaim(Month, last: Month, programme: String)
  case claimUnknown(Int, bank: String)
  case claimNotConfirmed(Int)
  case loanNotInClaim(String, claim: Int)
  case nothingOpen(claim: Int)
  /// More than is neither paid nor refused; of a net claim that gives back, another amount.
  case moreThanOpen(Money, open: Money)

  case notCovered(loan: String)
  case withinBuffer(loan: String, overdueDays: Int, buffer: Int)
  case claimedAlready(loan: String, Money)
  case aboveShare(Money, allowed: Money, percent: Int)
  /// More than was claimed and neither paid nor refused.
  case moreThanClaimed(Money, open: Money)
  /// More than the fund's share of what was recovered and not yet given back.
  case moreThanOwedBack(Money, owed: Money)

  package var code: String {
    switch self {
    case .lendingStopped: return "payers.lending_stopped"
    case .programmeUnknown: return "payers.programme_unknown"
    case .monthBeforeLastClaim: return "payers.month_before_last_claim"
    case .claimUnknown: return "payers.claim_unknown"
    case .claimNotConfirmed: return "payers.claim_not_confirmed"
    case .loanNotInClaim: return "payers.loan_not_in_claim"
    case .nothingOpen: return "payers.nothing_open"
    case .moreThanOpen: return "payers.more_than_open"
    case .notCovered: return "payers.not_covered"
    case .withinBuffer: return "payers.within_buffer"
    case .claimedAlready: return "payers.claimed_already"
    case .aboveShare: return "payers.above_share"
    case .moreThanClaimed: return "payers.more_than_claimed"
    case .moreThanOwedBack: return "payers.more_than_owed_back"
    }
  }
}
