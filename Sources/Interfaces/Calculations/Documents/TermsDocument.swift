package import LoanProducts
package import Quantities
import Scheduling

/// The terms of a loan as a JSON object says them, with the rates and the calendar it brings along.
///
/// Its members are described in `Schemas/schedule.schema.json`.
package struct TermsDocument {
  package let currency: Currency
  package let terms: LoanTerms
  /// The rates that the document names; nil if they are to be taken from the market.
  package let rates: RatePath?
  package let calendar: BusinessCalendar

  /// The members that `init` knows.
  package static let members = [
    "currency", "disbursements", "agreedOn", "maturesOn", "count", "every", "firstDueOn",
    "lengthDays", "annualRatePercent", "rateChanges", "method", "interest", "interestPeriod",
    "basis", "daysInMonth", "daysInYear", "leapDay", "yearSplit", "rounding", "lastInstallment",
    "principalGraceCount", "interestGraceCount", "interestFreeCount", "downPaymentPercent",
    "installmentMultiple", "plan", "weights", "steps", "settlementDay", "settlementDayBelongsTo",
    "principalEvery", "principalFrom", "lastPeriod", "endOfMonth", "shift", "calendar",
  ]

  /// - Parameters:
  ///   - fields: the object.
  ///   - more: members that the caller reads by itself.
  /// - Throws: `DocumentError` for a member that is missing, unknown or not allowed.
  package init(_ fields: Fields, allowing more: [String] = []) throws(DocumentError) {
    try fields.allow(Self.members + more)
    currency = try Self.currency(fields)
    let disbursements = try Self.disbursements(fields, currency)
    let start = disbursements[0].on
    let cycle = try Self.cycle(fields, "every")
    var principal = Money.zero
    for part in disbursements { principal += part.amount }
    var terms = LoanTerms(
      principal: principal, agreedOn: try fields.optionalDay("agreedOn") ?? start, startsOn: start,
      maturesOn: try Self.maturity(fields, start: start, cycle: cycle),
      rate: .fixed(try fields.optionalPercent("annualRatePercent") ?? .zero))
    terms.laterDisbursements = disbursements.dropFirst().map {
      LaterDisbursement(on: $0.on, amount: $0.amount)
    }
    terms.rounding = try fields.optionalChoice("rounding") ?? .halfUp
    terms.basis = try Self.basis(fields, cycle: cycle)
    terms.repayment = try Self.repayment(fields, currency, cycle: cycle)
    if let percent = try Self.downPaymentPercent(fields) {
      let share = terms.rounding.divide(
        Int128(disbursements[0].amount.minorUnits) * Int128(percent), by: 1_000_000_000_000)
      terms.repayment.downPayment = Money(minorUnits: Int64(share))
    }
    self.terms = terms
    rates = try Self.rates(fields, start: start)
    calendar = try Self.calendar(fields)
  }

  private static func currency(_ fields: Fields) throws(DocumentError) -> Currency {
    guard let currency = try fields.optionalObject("currency") else { return .yuan }
    try currency.allow(["code", "decimals"])
    return Currency(
      code: try currency.text("code"), decimals: try currency.count("decimals", in: 0...10))
  }

  private static func disbursements(
    _ fields: Fields, _ currency: Currency
  ) throws(DocumentError) -> [LaterDisbursement] {
    var parts: [LaterDisbursement] = []
    for part in try fields.objects("disbursements") {
      try part.allow(["on", "amount"])
      let amount = try part.amount("amount", currency)
      guard amount.minorUnits.magnitude <= Money.largestAmount.minorUnits.magnitude,
        parts.count < 1_000
      else {
        throw .notAllowed(
          path: part.at("amount"), found: currency.plain(amount),
          allowed: "1000 × ≤ \(currency.plain(.largestAmount))")
      }
      parts.append(LaterDisbursement(on: try part.day("on"), amount: amount))
    }
    guard !parts.isEmpty else { throw .missing(path: fields.at("disbursements")) }
    return parts
  }

  static func cycle(_ fields: Fields, _ name: String) throws(DocumentError) -> Cycle? {
    try fields.optional(name, "an ISO 8601 duration such as P1M, P2W, P15D") { Cycle(iso8601: $0) }
  }

  /// The last due day: named, or the given number of cycles after the start.
  ///
  /// A `lengthDays` moves it: the whole length, counted in the unit of `every`.
  private static func maturity(
    _ fields: Fields, start: Day, cycle: Cycle?
  ) throws(DocumentError) -> Day {
    if let day = try fields.optionalDay("maturesOn") { return day }
    let last = try fields.elements("plan").last
    if !fields.has("count"), let last {
      return try Fields(last, path: fields.at("plan")).day("on")
    }
    let count = try fields.count("count", in: 1...10_000)
    guard let cycle else { throw .missing(path: fields.at("every")) }
    guard !fields.has("settlementDay") else { throw .missing(path: fields.at("maturesOn")) }
    let day: Day?
    if let length = try fields.optionalCount("lengthDays", in: 1...100_000) {
      day = Cycle(count: 1, unit: cycle.unit)?.day(length, from: start)
    } else if let first = try fields.optionalDay("firstDueOn") {
      let isEndOfMonth = try fields.flag("endOfMonth") ?? false
      day = cycle.day(count - 1, from: first, endOfMonth: isEndOfMonth)
    } else {
      day = cycle.day(count, from: start, endOfMonth: try fields.flag("endOfMonth") ?? false)
    }
    guard let day else {
      throw .notAllowed(
        path: fields.at("count"), found: "\(count)", allowed: "due days up to \(Day.last)")
    }
    return day
  }

  private static func downPaymentPercent(_ fields: Fields) throws(DocumentError) -> Int64? {
    try fields.optional("downPaymentPercent", "0…100") { text in
      AnnualRate(percent: text).flatMap {
        (AnnualRate.zero...AnnualRate.largest).contains($0) ? $0.trillionths : nil
      }
    }
  }

  /// The changes of a fixed rate, ascending.
  private static func rates(_ fields: Fields, start: Day) throws(DocumentError) -> RatePath? {
    guard fields.has("annualRatePercent") else { return nil }
    var steps = [RatePath.Step(from: start, rate: try lawful(fields, "annualRatePercent"))]
    for change in try fields.objects("rateChanges") {
      try change.allow(["from", "annualRatePercent"])
      let day = try change.day("from")
      guard day > steps[steps.count - 1].from else {
        throw .notAllowed(
          path: change.at("from"), found: "\(day)", allowed: "> \(steps[steps.count - 1].from)")
      }
      steps.append(RatePath.Step(from: day, rate: try lawful(change, "annualRatePercent")))
    }
    return RatePath(steps: steps)
  }

  private static func lawful(_ fields: Fields, _ name: String) throws(DocumentError) -> AnnualRate {
    let rate = try fields.percent(name)
    guard (AnnualRate.zero...AnnualRate.largest).contains(rate) else {
      throw .notAllowed(path: fields.at(name), found: rate.percent, allowed: "0…100")
    }
    return rate
  }

  private static func calendar(_ fields: Fields) throws(DocumentError) -> BusinessCalendar {
    guard let calendar = try fields.optionalObject("calendar") else {
      return BusinessCalendar(years: nil)
    }
    try calendar.allow(["holidays", "makeUpWorkdays"])
    return BusinessCalendar(
      holidays: try days(calendar, "holidays"),
      makeUpWorkdays: try days(calendar, "makeUpWorkdays"), years: nil)
  }

  private static func days(_ fields: Fields, _ name: String) throws(DocumentError) -> Set<Day> {
    var days: Set<Day> = []
    for value in try fields.elements(name) {
      guard let text = value.scalarText, let day = Day(text) else {
        throw .notAllowed(path: fields.at(name), found: value.brief, allowed: "YYYY-MM-DD")
      }
      days.insert(day)
    }
    return days
  }
}
