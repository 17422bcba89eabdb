import Generator
import LoanProducts
import Origination
import Quantities

extension BookPlan {
  /// Holds what is asked for to what a book can be.
  ///
  /// - Throws: `GenerateError.countOutsideRange`, `.monthTooEarly`.
  func check() throws(GenerateError) {
    let months = lastMonth - firstMonth + 1
    try Self.check(.loans, loanCount, 1...Self.largestLoanCount)
    try Self.check(.banks, bankCount, 1...Self.largestBankCount)
    try Self.check(.months, months, 1...Self.largestMonthCount)
    let largest = (0..<bankCount).map { loanCount(ofBankAt: $0) }.max() ?? 0
    try Self.check(.loansOfOneBank, largest, 0...Self.largestLoanCountOfBank)
    guard firstMonth >= Self.earliestMonth else {
      throw .monthTooEarly(firstMonth, earliest: Self.earliestMonth)
    }
  }

  /// Holds the last month to the rates published.
  ///
  /// - Throws: `GenerateError.monthWithoutRates`.
  func check(_ market: MarketRates) throws(GenerateError) {
    let last = market.published(by: .last)?.on
    guard let last, lastMonth <= last.month else {
      throw .monthWithoutRates(lastMonth, latest: last?.month)
    }
  }

  private static func check(
    _ count: GenerateError.Count, _ found: Int, _ allowed: ClosedRange<Int>
  ) throws(GenerateError) {
    guard allowed.contains(found) else {
      throw .countOutsideRange(count, found: found, allowed: allowed)
    }
  }
}
