package import Quantities

/// The loans of one quarter, by months on book.
package struct VintageCurve: Hashable, Sendable {
  /// Fewer loans than these tell little: a curve of them is marked.
  package static let smallest: Int64 = 30

  /// The first month of the quarter.
  package let quarter: Month
  package private(set) var grantedLoans: Int64 = 0
  package private(set) var granted: Int128 = 0
  /// By months on book: what is seen of loans of that age.
  private var ages: [Int: PortfolioMonth.Vintage] = [:]
  /// The last age that all loans of the quarter have reached.
  package let wholeThrough: Int

  /// - Parameters:
  ///   - quarter: its first month.
  ///   - month: the last one seen.
  package init(quarter: Month, through month: Month) {
    self.quarter = quarter
    wholeThrough = month - (quarter + 2)
  }

  /// Adds what a month shows of the quarter's loans of one age.
  ///
  /// - Parameters:
  ///   - vintage: what a month shows.
  ///   - monthsOnBook: the age.
  ///   - isLast: whether it is the last month seen, whose loans are all there ever were.
  package mutating func add(
    _ vintage: PortfolioMonth.Vintage, monthsOnBook: Int, isLast: Bool
  ) {
    ages[monthsOnBook, default: PortfolioMonth.Vintage()] += vintage
    guard isLast else { return }
    grantedLoans += vintage.grantedLoans
    granted += Int128(vintage.granted)
  }

  package var isSmall: Bool { grantedLoans < Self.smallest }

  /// Of what was granted, what has been in default by an age, in hundredths of a per cent; nil
  /// before all loans have reached it, and where earlier months were not seen.
  package func defaulted(by age: Int) -> Int128? {
    guard age >= 0, age <= wholeThrough, isSeen(through: age) else { return nil }
    let sum = (0...age).reduce(Int128(0)) { $0 + Int128(ages[$1]?.defaultGranted ?? 0) }
    return Ratio.basisPoints(sum, of: granted)
  }

  /// Of what was granted, the principal at risk by more than 30 days at an age.
  package func atRisk30(at age: Int) -> Int128? {
    guard age >= 0, age <= wholeThrough, let vintage = ages[age],
      Int128(vintage.granted) == granted
    else { return nil }
    return Ratio.basisPoints(Int128(vintage.atRisk30), of: granted)
  }

  /// Loans that came into default at an age.
  package func defaults(at age: Int) -> Int64 { ages[age]?.defaultLoans ?? 0 }

  /// The ages there is anything of.
  package var seen: [Int] { ages.keys.sorted() }

  private func isSeen(through age: Int) -> Bool {
    // The first month may be one in which the bank had no positions yet.
    (1...max(1, age)).allSatisfy { $0 > age || Int128(ages[$0]?.granted ?? 0) == granted }
  }
}
