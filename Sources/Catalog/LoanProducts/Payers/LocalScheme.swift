package import Quantities

/// What somebody beside the bank offers for a line of loans in a place: a programme, a fund.
package protocol LocalScheme: Sendable {
  /// A short name for commands, unique among its kind: `microcredit-huangping`.
  var code: String { get }
  var line: ProductLine { get }
  /// The division codes (GB/T 2260) it is for begin so; empty for all.
  var divisionPrefix: String { get }
  /// For agreements of this day and later.
  var validFrom: Day { get }
}

extension Collection where Element: LocalScheme {
  /// The scheme for an agreement: of the schemes of the line that are for the division and have
  /// begun, the nearest (the longest prefix), and of these the last to begin.
  ///
  /// - Parameters:
  ///   - line: the line of the loan.
  ///   - division: where the borrower lives; empty if that is not known.
  ///   - day: the day of the agreement.
  /// - Returns: nil if none is for it.
  package func nearest(line: ProductLine, division: String, on day: Day) -> Element? {
    filter {
      $0.line == line && $0.validFrom <= day && division.hasPrefix($0.divisionPrefix)
    }
    .max {
      ($0.divisionPrefix.count, $0.validFrom, $1.code)
        < ($1.divisionPrefix.count, $1.validFrom, $0.code)
    }
  }
}
