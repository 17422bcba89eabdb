package import Quantities

// Days, amounts and rates written as they are printed, so that a test reads like a contract.

extension Day: ExpressibleByStringLiteral {
  /// `"2026-03-31"`.
  package init(stringLiteral text: String) {
    guard let day = Day(text) else { preconditionFailure("no day: \(text)") }
    self = day
  }
}

extension Money: ExpressibleByStringLiteral {
  /// Yuan and fen: `"1465.10"`.
  package init(stringLiteral text: String) {
    guard let amount = Currency.yuan.money(text) else { preconditionFailure("no amount: \(text)") }
    self = amount
  }
}

extension AnnualRate: ExpressibleByStringLiteral {
  /// Per cent a year: `"3.45"`.
  package init(stringLiteral text: String) {
    guard let rate = AnnualRate(percent: text) else { preconditionFailure("no rate: \(text)") }
    self = rate
  }
}

extension Money: CustomStringConvertible {
  /// Yuan and fen, so that a failed expectation prints `1465.10`.
  package var description: String { Currency.yuan.plain(self) }
}

extension AnnualRate: CustomStringConvertible {
  /// Per cent a year, so that a failed expectation prints `3.45%`.
  package var description: String { percent + "%" }
}
