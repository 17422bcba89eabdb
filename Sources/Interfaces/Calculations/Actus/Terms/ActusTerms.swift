import Quantities

/// The contract types that have events here.
enum ActusKind: String, Hashable, CaseIterable {
  /// Principal at maturity.
  case pam = "PAM"
  /// Linear amortizer: the same part of the principal each time.
  case lam = "LAM"
  /// Negative amortizer: the same payment each time; interest first, the rest is principal.
  case nam = "NAM"
  /// Annuity: as NAM, with the payment that repays the principal by the end.
  case ann = "ANN"
  /// Exotic linear amortizer: as LAM, with steps of principal and rate.
  case lax = "LAX"

  /// Whether a redemption is a payment less its interest, and not an amount of principal.
  var paysInterestFirst: Bool { self == .nam || self == .ann }
}

/// On what interest accrues.
enum ActusBase: String, Hashable, CaseIterable {
  /// The notional as it stands.
  case notional = "NT"
  /// The amount at the initial exchange; follows the notional from the first redemption on, as the
  /// public test cases have it.
  case notionalAtStart = "NTIED"
  /// The notional of the last day of a cycle of its own.
  case notionalLagged = "NTL"
}

/// How a rate is taken anew at a reset.
struct ActusReset: Hashable {
  /// The index, observed on the day of the reset.
  var market: String?
  /// Units of 1e-9.
  var multiplier: Int64 = ActusReset.one
  var spread = AnnualRate.zero
  var lifeFloor: AnnualRate?
  var lifeCap: AnnualRate?
  /// The least and the most that a rate may change by at one reset.
  var periodFloor: AnnualRate?
  var periodCap: AnnualRate?
  /// The rate that the next reset is already known to bring.
  var next: AnnualRate?

  static let one: Int64 = 1_000_000_000
}

/// How an index scales payments.
struct ActusScaling: Hashable {
  var market: String?
  var scalesInterest = false
  var scalesNotional = false
  /// The index on the day of the deal, units of 1e-9.
  var indexAtDeal: Int64 = ActusReset.one
  var interest = ActusRatio.one
  var notional = ActusRatio.one
}

/// A positive factor, kept as the two numbers it is the quotient of.
struct ActusRatio: Hashable {
  let numerator: Int64
  let denominator: Int64

  static let one = ActusRatio(numerator: 1, denominator: 1)
}

/// A part of an array schedule of LAX: from its anchor until the next part's.
struct ActusStep: Hashable {
  var leg: ActusLeg
  /// What is paid back, or paid out if `isIncrease`.
  var amount = Money.zero
  var isIncrease = false
  var rate = AnnualRate.zero
  var isFixedRate = true
}

/// A sale of the contract on a day, and its price.
struct ActusSale: Hashable {
  let on: ActusMoment
  let price: Money
}

/// The terms of one contract; a missing one is nil.
///
/// Amounts are the contract's own, positive for claim and obligation alike.
struct ActusTerms: Hashable {
  let kind: ActusKind
  /// +1 for a claim, −1 for an obligation: the sign of every amount in the answer.
  let sign: Int64
  let currency: Currency
  let statusDate: ActusMoment
  let initialExchange: ActusMoment
  /// Nothing after it is answered.
  var to: ActusMoment?
  var maturity: ActusMoment?
  var amortization: ActusMoment?
  var notional = Money.zero
  var premium = Money.zero
  var rate: AnnualRate?
  var accrued: Money?
  var dayCount = DayCount.actual365
  var shift = ActusShift()
  var schedule = ActusSchedule(endOfMonth: false)

  var interest = ActusLeg()
  var capitalizationEnd: ActusMoment?
  var redemption = ActusLeg()
  var nextRedemption: Money?
  var base = ActusBase.notional
  var baseAmount: Money?
  var baseLeg = ActusLeg()
  var resetLeg = ActusLeg()
  var reset = ActusReset()
  var scalingLeg = ActusLeg()
  var scaling = ActusScaling()
  var fee = ActusFee()
  var purchase: ActusSale?
  var termination: ActusSale?

  var interestSteps: [ActusLeg] = []
  var redemptionSteps: [ActusStep] = []
  var rateSteps: [ActusStep] = []
}

/// A fee paid every cycle.
struct ActusFee: Hashable {
  var leg = ActusLeg()
  /// The amount each time.
  var amount: Money?
  /// The yearly rate on the notional.
  var rate: AnnualRate?
  var accrued = Money.zero
}

/// What becomes of an event on a day that is no working day.
///
/// Source: ACTUS Technical Specification 1.1, section Business Day Shift Convention.
struct ActusShift: Hashable {
  var shift = BusinessDayShift.none
  /// Whether interest counts to the day before it is shifted (`CS…`).
  var calculatesFirst = true
  /// Whether Monday to Friday are the working days; else every day is one.
  var hasWeekends = false

  func moved(_ moment: ActusMoment) -> ActusMoment {
    guard hasWeekends else { return moment }
    return ActusMoment(
      day: shift.shift(moment.day, by: .weekendsOnly), endsDay: moment.endsDay)
  }
}
