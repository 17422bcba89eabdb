import Interchange

/// The terms of a life, line by line, as the members that `calculate life` reads.
struct TermsText {
  private(set) var terms: [JSONValue.Member] = []
  /// The published rates.
  private(set) var market: [JSONValue.Member] = []

  mutating func read(_ line: String) throws {
    var words = Words(line)
    switch try words.next() {
    case "loan": try loan(&words)
    case "rate": try rate(&words)
    case let index where index.hasPrefix("LPR"): try publications(index, &words)
    case "subsidy": try subsidy(&words)
    case "compound": try compound(&words)
    case "student": try student(&words)
    case "fund":
      add("lossSharing", .object([.init("fundSharePercent", try words.percent())]))
    case "penalty": add("penaltyPercent", .integer(try Self.wholePercent(&words)))
    case "misuse": add("misusePercent", .integer(try Self.wholePercent(&words)))
    case "grace":
      try words.expect("days")
      add("graceDays", try words.count())
    case "days": add("basis", .string(try words.next()))
    case "end":
      try words.expect("of month")
      add("endOfMonth", true)
    case "first":
      try words.expect("due on")
      add("firstDueOn", try words.day())
    case "signed": add("agreedOn", try words.day())
    default:
      words = Words(line)
      terms += try Self.repayment(&words)
    }
    try words.end()
  }

  private mutating func add(_ name: String, _ value: JSONValue) {
    terms.append(.init(name, value))
  }

  /// Reads `loan 50,000.00 on 2025-03-20, 20,000.00 on 2025-05-01 until 2026-03-20`.
  private mutating func loan(_ words: inout Words) throws {
    let parts = try words.list { words in
      let amount = try words.amount()
      try words.expect("on")
      return JSONValue.object([.init("on", try words.day()), .init("amount", amount)])
    }
    add("disbursements", .array(parts))
    if words.take("until") { add("maturesOn", try words.day()) }
  }

  /// Reads `rate 3.50 %`, or `rate LPR5Y − 30 bp, reset 12-21`.
  private mutating func rate(_ words: inout Words) throws {
    guard words.first?.hasPrefix("LPR") == true else {
      return add("annualRatePercent", try words.percent())
    }
    let index = try words.next()
    let isNegative = words.take("−")
    if !isNegative { try words.expect("+") }
    guard case .integer(let spread) = try words.count() else { return }
    try words.expect("bp , reset")
    add(
      "rate",
      .object([
        .init("index", .string(index)),
        .init("spreadBasisPoints", .integer(isNegative ? -spread : spread)),
        .init("reset", .string(try words.next())),
      ]))
  }

  /// Reads `LPR5Y 2020-08-20 4.65 %, 2022-08-22 4.30 %`.
  private mutating func publications(_ index: String, _ words: inout Words) throws {
    let list = try words.list { words in
      JSONValue.object([.init("on", try words.day()), .init("percent", try words.percent())])
    }
    market.append(.init(index, .array(list)))
  }

  /// Reads `subsidy finance 50 % on 50,000.00 until 2025-09-01 also when overdue`.
  private mutating func subsidy(_ words: inout Words) throws {
    var members = [JSONValue.Member("payer", .string(try words.next()))]
    members.append(.init("sharePercent", try words.percent()))
    if words.take("on") { members.append(.init("principalLimit", try words.amount())) }
    if words.take("until") { members.append(.init("until", try words.day())) }
    if words.take("also when overdue") { members.append(.init("stopsWhenOverdue", false)) }
    add("subsidy", .object(members))
  }

  private mutating func compound(_ words: inout Words) throws {
    guard words.take("joins every") else { return add("compound", .object([])) }
    add("compound", .object([.init("joinsEveryMonths", try words.count())]))
    try words.expect("months")
  }

  /// Reads `student grace 60 months, 15 years to maturity, longest 22 years`.
  private mutating func student(_ words: inout Words) throws {
    try words.expect("grace")
    var members = [JSONValue.Member("graceMonths", try words.count())]
    try words.expect("months")
    if words.take(", longest") {
      members.append(.init("longestYears", try words.count()))
      try words.expect("years")
    }
    if words.take(",") {
      members.append(.init("yearsToMaturity", try words.count()))
      try words.expect("years to maturity")
    }
    add("studentAid", .object(members))
  }

  private static func wholePercent(_ words: inout Words) throws -> Int64 {
    guard case .integer(let number) = try words.count() else { return 0 }
    try words.expect("%")
    return number
  }

  /// One line of how the loan comes back, as of terms and of a reschedule.
  static func repayment(_ words: inout Words) throws -> [JSONValue.Member] {
    if words.take("method") {
      let method = JSONValue.Member("method", .string(try words.next()))
      guard words.take("every") else { return [method] }
      return [method, .init("every", try months(&words))]
    }
    if words.take("settlement day") {
      return [.init("settlementDay", try words.count())]
    }
    if words.take("principal every") { return [.init("principalEvery", try months(&words))] }
    if words.take("principal from") { return [.init("principalFrom", try words.day())] }
    if words.take("plan") {
      let parts = try words.list { words in
        JSONValue.object([.init("on", try words.day()), .init("principal", try words.amount())])
      }
      return [.init("plan", .array(parts))]
    }
    if words.take("weights") {
      return [.init("weights", .array(try (1...12).map { _ in try words.count() }))]
    }
    try words.expect("steps")
    let steps = try words.list { words in
      try words.expect("from")
      let from = try words.count()
      return JSONValue.object([
        .init("fromNumber", from), .init("percent", .integer(try wholePercent(&words))),
      ])
    }
    return [.init("steps", .array(steps))]
  }

  /// Reads `1 month`, `3 months`.
  private static func months(_ words: inout Words) throws -> JSONValue {
    guard case .integer(let count) = try words.count() else { return .null }
    if !words.take("month") { try words.expect("months") }
    return .string("P\(count)M")
  }
}
