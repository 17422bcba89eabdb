import LoanProducts
import Quantities
import Scheduling

/// The terms of a bank's own loan: those of any schedule, and what default, subsidies and
/// graduation add.
///
/// Its members are described in `Schemas/life.schema.json`.
struct LifeTerms {
  let currency: Currency
  let terms: LoanTerms
  private let rates: RatePath?
  private let market: MarketRates
  private let calendar: BusinessCalendar

  /// The members that `TermsDocument` does not know.
  static let members = [
    "rate", "subsidy", "penaltyPercent", "misusePercent", "compound", "studentAid", "graceDays",
    "lossSharing",
  ]

  /// - Parameters:
  ///   - fields: the object.
  ///   - market: the case, which holds the published rates.
  /// - Throws: `DocumentError`, `SchedulingError`.
  init(_ fields: Fields, market: Fields) throws {
    let document = try TermsDocument(fields, allowing: Self.members)
    var terms = document.terms
    currency = document.currency
    terms.penaltyPercent = try fields.optionalCount("penaltyPercent", in: 0...1_000) ?? 150
    terms.misusePercent = try fields.optionalCount("misusePercent", in: 0...1_000) ?? 200
    terms.compound = try Self.compound(fields)
    terms.subsidy = try Self.subsidy(fields, currency)
    terms.graduation = try Self.graduation(fields)
    terms.graceDays = try fields.optionalCount("graceDays", in: 0...31) ?? 0
    if let sharing = try fields.optionalObject("lossSharing") {
      try sharing.allow(["fundSharePercent"])
      terms.fundSharePercent = try sharing.count("fundSharePercent", in: 0...100)
    }
    calendar = document.calendar
    guard let rate = try fields.optionalObject("rate") else {
      guard let rates = document.rates else { throw DocumentError.missing(path: fields.at("rate")) }
      self.rates = rates
      self.market = MarketRates([])
      self.terms = terms
      return
    }
    for name in ["annualRatePercent", "rateChanges"] where fields.has(name) {
      throw DocumentError.notAllowed(
        path: fields.at(name), found: fields.value(name)?.brief ?? "",
        allowed: "annualRatePercent (rateChanges) | rate, not both")
    }
    self.market = try Self.floating(rate, of: &terms, market: market)
    self.rates = nil
    self.terms = terms
  }

  /// The contract, its rates found until a later maturity that a fact gives it.
  ///
  /// - Throws: `SchedulingError`.
  func contract(reaching last: Day?) throws(SchedulingError) -> LoanContract {
    if let rates { return try LoanContract(terms, rates: rates, calendar: calendar) }
    return try LoanContract(terms, market: market, calendar: calendar, reaching: last)
  }

  /// Reads a floating rate into the terms.
  ///
  /// - Returns: the publications of its index; the other index is never asked for.
  private static func floating(
    _ fields: Fields, of terms: inout LoanTerms, market: Fields
  ) throws -> MarketRates {
    try fields.allow(["index", "spreadBasisPoints", "reset", "capPercent", "floorPercent"])
    let index: RateIndex = try fields.choice("index")
    let spread = try fields.count("spreadBasisPoints", in: -10_000...10_000)
    let reset = try fields.required("reset", "MM-DD, anniversary, publication") {
      RateReset(text: $0)
    }
    terms.rate = .floating(
      index: index, spread: AnnualRate(basisPoints: Int64(spread)), reset: reset)
    let bounds = RateBounds(
      cap: try fields.optionalPercent("capPercent"),
      floor: try fields.optionalPercent("floorPercent"))
    if bounds != RateBounds() { terms.rateBounds = bounds }
    guard let rates = try market.optionalObject("market") else { return MarketRates([]) }
    try rates.allow(RateIndex.allCases.map(\.rawValue))
    return MarketRates(
      try rates.objects(index.rawValue).map { publication in
        try publication.allow(["on", "percent"])
        let percent = try publication.percent("percent")
        return MarketRates.Publication(
          on: try publication.day("on"), oneYear: percent, fiveYear: percent)
      })
  }

  private static func compound(_ fields: Fields) throws(DocumentError) -> CompoundTerms? {
    guard let compound = try fields.optionalObject("compound") else { return nil }
    try compound.allow(["joinsEveryMonths"])
    let months = try compound.optional("joinsEveryMonths", "1, 3") { text in
      ["1": 1, "3": 3][text]
    }
    return CompoundTerms(joinsEveryMonths: months)
  }

  private static func subsidy(
    _ fields: Fields, _ currency: Currency
  ) throws(DocumentError) -> SubsidyTerms? {
    guard let subsidy = try fields.optionalObject("subsidy") else { return nil }
    try subsidy.allow(["payer", "sharePercent", "principalLimit", "until", "stopsWhenOverdue"])
    let share = try subsidy.required("sharePercent", "0…100, at most 2 decimals") { text in
      AnnualRate(percent: text).flatMap { rate -> Int? in
        let (points, rest) = rate.trillionths.quotientAndRemainder(dividingBy: 100_000_000)
        return rest == 0 && (0...10_000).contains(points) ? Int(points) : nil
      }
    }
    return SubsidyTerms(
      payer: try subsidy.choice("payer"), shareBasisPoints: share,
      principalLimit: try subsidy.optionalAmount("principalLimit", currency),
      until: try subsidy.optionalDay("until"),
      stopsWhenOverdue: try subsidy.flag("stopsWhenOverdue") ?? true)
  }

  private static func graduation(_ fields: Fields) throws(DocumentError) -> GraduationTerms? {
    guard let aid = try fields.optionalObject("studentAid") else { return nil }
    try aid.allow(["graceMonths", "yearsToMaturity", "longestYears"])
    return GraduationTerms(
      graceMonths: try aid.optionalCount("graceMonths", in: 0...600) ?? 60,
      yearsToMaturity: try aid.optionalCount("yearsToMaturity", in: 0...60),
      longestYears: try aid.optionalCount("longestYears", in: 1...60) ?? 22)
  }
}
