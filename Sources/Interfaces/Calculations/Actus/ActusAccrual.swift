import LoanProducts
import Quantities
import Scheduling

/// What has accrued and is not paid yet: interest on a base, or a fee on the notional.
///
/// Rounds: when it is asked for; conventions that look at a period as a whole also at the end of
///         each period.
struct ActusAccrual: Hashable {
  private let dayCount: DayCount
  /// The maturity, where 30E/360 ISDA leaves the last of February as it is.
  private let endsOn: Day?
  /// What accrued before the meter began.
  private var carried = Money.zero
  private var meter: InterestMeter?

  init(_ dayCount: DayCount, endsOn: Day?) {
    self.dayCount = dayCount
    self.endsOn = endsOn
  }

  /// How the days of a period that ends on a day count.
  func dayCount(until day: Day) -> DayCount {
    guard dayCount == .thirtyE360ISDA, day == endsOn, day.civil.month == 2 else { return dayCount }
    // The same rule, but for an end in February, which stays what it is.
    return .thirty360PSA
  }

  /// Adds what accrues on `balance` in `[from, until)` at a yearly rate.
  mutating func add(
    _ balance: Money, from: Day, until: Day, rate: AnnualRate
  ) throws(ActusError) {
    guard from < until, balance.isPositive, rate != .zero else { return }
    let dayCount = dayCount(until: until)
    if let meter, meter.period.dayCount != dayCount { carry(try amount()) }
    var meter =
      self.meter
      ?? InterestMeter(
        period: InterestPeriod(
          from: from, until: until, wholeMonths: nil, basis: .days(dayCount)))
    meter.add(
      balance: balance, from: from, until: until,
      rates: RatePath(steps: [RatePath.Step(from: from, rate: rate)]), subsidy: nil)
    self.meter = meter
    if !dayCount.isAdditive { carry(try amount()) }
  }

  /// Takes an amount that accrued elsewhere; drops what has accrued here.
  mutating func carry(_ amount: Money) {
    carried = amount
    meter = nil
  }

  mutating func clear() { carry(.zero) }

  /// The whole, rounded to the minor unit.
  ///
  /// - Throws: `ActusError.amountTooLarge`.
  func amount() throws(ActusError) -> Money {
    guard let meter else { return carried }
    guard let metered = meter.whole(.halfUp) else { throw .amountTooLarge }
    return try ActusError.held(carried, plus: metered)
  }
}

extension ActusError {
  /// The sum of two amounts, if it is one that a contract may have.
  static func held(_ left: Money, plus right: Money) throws(ActusError) -> Money {
    let (sum, overflow) = left.minorUnits.addingReportingOverflow(right.minorUnits)
    guard !overflow, sum.magnitude <= ActusReader.largest.minorUnits.magnitude else {
      throw .amountTooLarge
    }
    return Money(minorUnits: sum)
  }
}
