package import Quantities

/// A number of days after a start, which may be a fraction (30.4375, a twelfth of 365.25) or before
/// it.
package struct DayOffset: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Whole numbers of 1e-10 day.
  let units: Int64

  /// The offset that a plain decimal names; decimals beyond ten are dropped.
  ///
  /// - Returns: nil for any other text, and beyond ±110,000 days (300 years).
  package init?(_ text: some StringProtocol) {
    guard let units = FixedPoint.parse(text.cut(decimals: 10), decimals: 10),
      units.magnitude <= 110_000 * 10_000_000_000
    else { return nil }
    self.units = units
  }

  var days: Double { Double(units) / 1e10 }

  package var description: String { FixedPoint.trimmed(Int128(units), decimals: 10, least: 0) }

  package static func < (left: DayOffset, right: DayOffset) -> Bool { left.units < right.units }
}

/// What a lender advances and what is paid for it, fees included, each at its moment.
///
/// Units: amounts in minor units of one currency; which one makes no difference to a rate.
package struct Credit<Moment: Comparable & Hashable & Sendable>: Hashable, Sendable {
  package struct Flow: Hashable, Sendable {
    package let at: Moment
    package let amount: Money

    package init(at moment: Moment, amount: Money) {
      self.at = moment
      self.amount = amount
    }
  }

  /// Ascending, without zeros; neither is empty.
  package let advances: [Flow]
  package let payments: [Flow]

  /// - Throws: the first `AnnualPercentageError` that applies.
  package init(advances: [Flow], payments: [Flow]) throws(AnnualPercentageError) {
    let count = advances.count + payments.count
    guard count <= creditFlowsAllowed else {
      throw .tooManyFlows(count, allowed: creditFlowsAllowed)
    }
    if let negative = (advances + payments).first(where: { $0.amount.isNegative }) {
      throw .amountNegative(negative.amount)
    }
    self.advances = advances.filter { $0.amount.isPositive }.sorted { $0.at < $1.at }
    self.payments = payments.filter { $0.amount.isPositive }.sorted { $0.at < $1.at }
    guard let firstAdvance = self.advances.first else { throw .noAdvances }
    guard let lastPayment = self.payments.last else { throw .noPayments }
    guard lastPayment.at > firstAdvance.at else {
      throw .lastPaymentNotAfterFirstAdvance(
        lastPayment: "\(lastPayment.at)", firstAdvance: "\(firstAdvance.at)")
    }
  }

  /// The first moment at which anything changes hands.
  var start: Moment { min(advances[0].at, payments[0].at) }

  /// The equation whose root is the rate, each moment in periods as `time` says.
  func presentValue(_ time: (Moment) -> PeriodCount) -> PresentValue {
    PresentValue(
      advances.map { (Double($0.amount.minorUnits), time($0.at)) }
        + payments.map { (-Double($0.amount.minorUnits), time($0.at)) })
  }
}

/// The most flows that one credit may have: every day of 27 years.
package let creditFlowsAllowed = 10_000

extension StringProtocol {
  /// The text without the decimals beyond a number of them, as binary fractions are printed:
  /// `7.024038461538462` to ten decimals is `7.0240384615`.
  func cut(decimals: Int) -> String {
    guard let point = firstIndex(of: "."),
      let end = index(point, offsetBy: decimals + 1, limitedBy: endIndex),
      self[end...].allSatisfy({ "0123456789".contains($0) })
    else { return String(self) }
    return String(self[..<end])
  }
}
