package import Quantities

/// A published loan prime rate (LPR, 贷款市场报价利率).
package enum RateIndex: String, Hashable, Sendable, CaseIterable {
  case oneYear = "LPR1Y"
  case fiveYear = "LPR5Y"
}

/// When a floating rate takes the last published LPR anew.
package enum RateReset: Hashable, Sendable {
  /// Each year on this day: 1 January, 21 December.
  case yearly(month: Int, day: Int)
  /// Each year on the day of the disbursement; for one of 29 February on the 28th of other years.
  case anniversary
  /// On each day the LPR is published, changed or not.
  case publication

  /// `01-01`, `12-21`, `anniversary` or `publication`.
  package var text: String {
    switch self {
    case .anniversary: return "anniversary"
    case .publication: return "publication"
    case .yearly(let month, let day):
      return "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
  }

  package init?(text: String) {
    switch text {
    case "anniversary": self = .anniversary
    case "publication": self = .publication
    default:
      // 2024 is a leap year: 29 February is a day to reset on, the 28th in other years.
      guard let day = Day("2024-\(text)") else { return nil }
      self = .yearly(month: day.civil.month, day: day.civil.day)
    }
  }
}

/// What a loan's yearly rate is.
package enum RateTerms: Hashable, Sendable {
  case fixed(AnnualRate)
  /// The index as last published before the agreement, plus a spread that may be negative; taken
  /// anew at each reset.
  case floating(index: RateIndex, spread: AnnualRate, reset: RateReset)

  /// Whether later rates follow publications: beyond the last one they repeat it, provisionally.
  package var isFloating: Bool {
    if case .floating = self { return true }
    return false
  }
}

/// The most and the least that a floating rate can be.
package struct RateBounds: Hashable, Sendable {
  package var cap: AnnualRate?
  package var floor: AnnualRate?

  package init(cap: AnnualRate? = nil, floor: AnnualRate? = nil) {
    self.cap = cap
    self.floor = floor
  }

  /// The rate, or the bound it lies beyond; a cap below the floor never gets here.
  package func bounding(_ rate: AnnualRate) -> AnnualRate {
    if let floor, rate < floor { return floor }
    if let cap, rate > cap { return cap }
    return rate
  }
}

/// The LPR as published: one entry a publication, ascending by day.
package struct MarketRates: Hashable, Sendable {
  package struct Publication: Hashable, Sendable {
    package let on: Day
    package let oneYear: AnnualRate
    package let fiveYear: AnnualRate

    package init(on day: Day, oneYear: AnnualRate, fiveYear: AnnualRate) {
      self.on = day
      self.oneYear = oneYear
      self.fiveYear = fiveYear
    }
  }

  /// A publication that was loaded when the bank had facts already.
  package struct Arrival: Hashable, Sendable {
    package let on: Day
    /// The bank's last fact that did not know it.
    package let factNumber: Int64

    package init(on day: Day, factNumber: Int64) {
      self.on = day
      self.factNumber = factNumber
    }
  }

  package let publications: [Publication]
  private let arrivals: [Arrival]

  /// - Parameters:
  ///   - publications: in any order.
  ///   - arrivals: of those that facts of the bank whose loans are replayed did not know; none for
  ///     what is decided now, by all that is known.
  package init(_ publications: [Publication], arrivals: [Arrival] = []) {
    self.publications = publications.sorted { $0.on < $1.on }
    self.arrivals = arrivals
  }

  /// What a fact or run of the bank knew.
  package func known(at factNumber: Int64) -> MarketRates {
    let unknown = Set(arrivals.filter { $0.factNumber >= factNumber }.map(\.on))
    guard !unknown.isEmpty else { return self }
    return MarketRates(publications.filter { !unknown.contains($0.on) })
  }

  /// The day of the first publication that a fact or run of the bank did not know; the last of all
  /// days if it knew each.
  package func unknownFrom(at factNumber: Int64) -> Day {
    arrivals.filter { $0.factNumber >= factNumber }.map(\.on).min() ?? .last
  }

  /// The last publication on or before a day; nil before the first.
  package func published(by day: Day) -> Publication? {
    let count = count(by: day)
    return count == 0 ? nil : publications[count - 1]
  }

  /// The publications after one day and before another.
  package func published(after first: Day, before last: Day) -> ArraySlice<Publication> {
    let start = count(by: first)
    return publications[start..<max(start, count(by: last - 1))]
  }

  /// How many publications there were up to and with a day.
  package func count(by day: Day) -> Int {
    var low = 0
    var high = publications.count
    while low < high {
      let middle = (low + high) / 2
      if publications[middle].on <= day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The rate of an index as last published on or before a day; nil before the first.
  package func rate(_ index: RateIndex, by day: Day) -> AnnualRate? {
    published(by: day).map { index == .oneYear ? $0.oneYear : $0.fiveYear }
  }
}
