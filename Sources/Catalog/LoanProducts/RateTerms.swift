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
  /// Each year on the day of the disbursement.
  case anniversary

  /// `01-01`, `12-21` or `anniversary`.
  package var text: String {
    switch self {
    case .anniversary: return "anniversary"
    case .yearly(let month, let day):
      return "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
  }

  package init?(text: String) {
    if text == "anniversary" {
      self = .anniversary
      return
    }
    guard let day = Day("2024-\(text)") else { return nil }
    self = .yearly(month: day.civil.month, day: day.civil.day)
  }
}

/// What a loan's yearly rate is.
package enum RateTerms: Hashable, Sendable {
  case fixed(AnnualRate)
  /// The index as last published before the agreement, plus a spread that may be negative; taken
  /// anew at each reset.
  case floating(index: RateIndex, spread: AnnualRate, reset: RateReset)
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

  package let publications: [Publication]

  package init(_ publications: [Publication]) {
    self.publications = publications.sorted { $0.on < $1.on }
  }

  /// The last publication on or before a day; nil before the first.
  package func published(by day: Day) -> Publication? {
    var low = 0
    var high = publications.count
    while low < high {
      let middle = (low + high) / 2
      if publications[middle].on <= day { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : publications[low - 1]
  }

  /// The rate of an index as last published on or before a day; nil before the first.
  package func rate(_ index: RateIndex, by day: Day) -> AnnualRate? {
    published(by: day).map { index == .oneYear ? $0.oneYear : $0.fiveYear }
  }
}

/// The rate in force on each day of a loan's life: steps, ascending, the first from the start.
package struct RatePath: Hashable, Sendable {
  package struct Step: Hashable, Sendable {
    package let from: Day
    package let rate: AnnualRate

    package init(from: Day, rate: AnnualRate) {
      self.from = from
      self.rate = rate
    }
  }

  package let steps: [Step]

  package init(steps: [Step]) {
    precondition(!steps.isEmpty, "a rate path has at least one step")
    self.steps = steps
  }

  /// The rate in force on a day; before the first step, the first step's.
  package func rate(on day: Day) -> AnnualRate {
    var rate = steps[0].rate
    for step in steps.dropFirst() {
      if step.from > day { break }
      rate = step.rate
    }
    return rate
  }

  /// Calls `body` with each stretch of `[from, until)` in which the rate stays the same.
  package func forEachStretch(
    from: Day, until: Day, _ body: (_ from: Day, _ until: Day, _ rate: AnnualRate) -> Void
  ) {
    var start = from
    var rate = steps[0].rate
    for step in steps.dropFirst() {
      if step.from >= until { break }
      if step.from > start {
        body(start, step.from, rate)
        start = step.from
      }
      rate = step.rate
    }
    if start < until { body(start, until, rate) }
  }
}
