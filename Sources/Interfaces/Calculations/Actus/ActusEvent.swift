import Quantities

/// What happens to a contract, by the codes of the ACTUS dictionary.
enum ActusEventKind: String, Hashable {
  case initialExchange = "IED"
  case redemption = "PR"
  case increase = "PI"
  case interest = "IP"
  case capitalization = "IPCI"
  case fee = "FP"
  case rateReset = "RR"
  case fixedRateReset = "RRF"
  /// The redemption is taken anew, so that the principal is repaid by the end.
  case redemptionFixing = "PRF"
  case scaling = "SC"
  case baseFixing = "IPCB"
  case purchase = "PRD"
  case termination = "TD"
  case maturity = "MD"

  /// The place among the events of the same moment.
  var rank: Int {
    switch self {
    case .initialExchange: 0
    case .redemption, .increase: 1
    case .interest, .capitalization: 2
    case .fee: 3
    case .rateReset, .fixedRateReset: 4
    case .redemptionFixing: 5
    case .scaling: 6
    case .baseFixing: 7
    case .purchase: 8
    case .termination: 9
    case .maturity: 10
    }
  }
}

/// An event of a contract's timetable.
struct ActusEvent: Hashable, Comparable {
  var kind: ActusEventKind
  /// When the schedule has it; the market is observed then.
  let scheduled: ActusMoment
  /// When it happens, moved off days that are no working days.
  let at: ActusMoment
  /// The day up to which it counts interest.
  let counted: Day
  /// Which step of an array schedule it belongs to.
  var step = 0

  /// By moment, then by kind.
  static func < (left: ActusEvent, right: ActusEvent) -> Bool {
    if left.at != right.at { return left.at < right.at }
    if left.kind.rank != right.kind.rank { return left.kind.rank < right.kind.rank }
    return left.counted < right.counted
  }
}
