/// The contract rate from day to day: a published rate and a spread, fixed or reset.
struct DemoRate: Sendable {
  /// A day's loan prime rates in hundredths of a per cent, by the name of the tenor.
  struct Publication: Sendable {
    let day: CalendarDay
    let basisPoints: [String: Int]
  }

  private let tenor: String
  private let spread: Int
  private let agreedOn: CalendarDay
  private let startsOn: CalendarDay
  /// `MM-DD`, `anniversary`, or nothing for a fixed rate.
  private let reset: String?
  private let publications: [Publication]

  static func publications() throws -> [Publication] {
    try DemoFiles.rows("seeds/lpr.csv").map { row in
      Publication(
        day: try DemoFiles.day(row["effective_on"]),
        basisPoints: [
          "LPR1Y": try DemoFiles.fen(row["one_year_percent", default: ""]),
          "LPR5Y": try DemoFiles.fen(row["five_year_percent", default: ""]),
        ])
    }
  }

  init(
    _ rate: DemoProduct.Rate, agreedOn: CalendarDay, startsOn: CalendarDay,
    maturesOn: CalendarDay, _ publications: [Publication]
  ) throws {
    let isShort = maturesOn <= startsOn.adding(months: rate.index.upToMonths)
    tenor = isShort ? rate.index.short : rate.index.long
    spread = rate.spreadBasisPoints
    reset = rate.kind == "floating" ? rate.reset : nil
    self.agreedOn = agreedOn
    self.startsOn = startsOn
    self.publications = publications
  }

  /// The rate that a day bears, in hundredths of a per cent a year.
  func basisPoints(on day: CalendarDay) -> Int {
    var pricedOn = agreedOn
    if let reset {
      let anniversary = startsOn.description.dropFirst(5)
      let monthAndDay = reset == "anniversary" ? String(anniversary) : reset
      for year in startsOn.year...max(startsOn.year, day.year) {
        if let candidate = CalendarDay("\(year)-\(monthAndDay)"), candidate > startsOn,
          candidate <= day
        {
          pricedOn = candidate
        }
      }
    }
    let published = publications.last { $0.day <= pricedOn }
    return (published?.basisPoints[tenor] ?? 0) + spread
  }
}
