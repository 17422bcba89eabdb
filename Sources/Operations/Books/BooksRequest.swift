package import Postgres
package import Quantities

/// Up to which moment the books were known.
package enum KnownAt: Hashable, Sendable {
  /// By the bank's fact of this number.
  case fact(Int64)
  /// By everything that had been recorded then.
  case instant(Instant)

  /// `1234`, or a moment such as `2026-03-31T08:15:30Z`.
  package init?(_ text: some StringProtocol) {
    if let number = FixedPoint.parse(text, decimals: 0), number >= 0 {
      self = .fact(number)
    } else if let instant = Instant(text) {
      self = .instant(instant)
    } else {
      return nil
    }
  }
}

/// Which days of the books are asked for, and as what they are to be seen.
package struct BooksRequest: Hashable, Sendable {
  /// The first day; nil for the first there is.
  package var from: Day?
  /// The last day; nil for the last there is.
  package var until: Day?
  /// Nothing booked after this day is seen.
  package var asOf: Day?
  /// Nothing recorded later is seen; nil for all.
  package var knownAt: KnownAt?

  package init(
    from: Day? = nil, until: Day? = nil, asOf: Day? = nil, knownAt: KnownAt? = nil
  ) {
    self.from = from
    self.until = until
    self.asOf = asOf
    self.knownAt = knownAt
  }

  /// The last day that is seen, if one is laid down.
  private var last: Day? {
    guard let until, let asOf else { return until ?? asOf }
    return min(until, asOf)
  }

  /// The days asked for, of those there are.
  ///
  /// - Throws: `BooksError.daysReversed`
  func days(within span: ClosedRange<Day>) throws(BooksError) -> ClosedRange<Day> {
    let first = from ?? min(span.lowerBound, last ?? span.lowerBound)
    let last = last ?? max(span.upperBound, first)
    guard first <= last else { throw .daysReversed(from: first, until: last) }
    return first...last
  }
}
