import Fixtures

/// A case as JSON text whose members are likely, odd or absurd, the same for the same seed.
struct RandomDocument {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func text() -> String {
    """
    "terms": {\(terms())}, "facts": [\(facts())], "asOf": \(day()),
    "market": {"LPR1Y": [{"on": "2020-01-20", "percent": \(percent())}]}
    """
  }

  private mutating func terms() -> String {
    var members = [
      "\"disbursements\": [{\"on\": \(start()), \"amount\": \(amount())}]",
      "\"maturesOn\": \(random.onceIn(9) ? day() : "\"2026-06-15\"")",
      "\"method\": \(method())",
      random.onceIn(4)
        ? "\"rate\": {\"index\": \"LPR1Y\", \"spreadBasisPoints\": 50, \"reset\": \"anniversary\"}"
        : "\"annualRatePercent\": \(percent())",
      "\"penaltyPercent\": \(random.pick("150", "0", "1000"))",
    ]
    let isSettled = random.onceIn(3)
    if !random.onceIn(8) {
      let days = isSettled && !random.onceIn(8) ? "\"P3M\"" : "\"P9D\""
      members.append("\"every\": \(random.pick("\"P1M\"", "\"P12M\"", days))")
    }
    if isSettled {
      members.append("\"settlementDay\": \(random.pick("20", "28", "20", "28", "29"))")
    }
    if random.onceIn(3) { members.append("\"compound\": {\"joinsEveryMonths\": 1}") }
    if random.onceIn(3) {
      members.append(
        "\"subsidy\": {\"payer\": \"finance\", \"sharePercent\": 33.33, \"until\": \(day())}")
    }
    if !random.onceIn(4) {
      members.append("\"studentAid\": {\"graceMonths\": 6, \"yearsToMaturity\": 3}")
    }
    if random.onceIn(3) { members.append("\"principalFrom\": \(day())") }
    if random.onceIn(4) {
      members.append(
        "\"basis\": \(random.pick("\"months/12\"", "\"30E/360\"", "\"act/act\"", "\"actual/365\""))"
      )
    }
    return members.joined(separator: ", ")
  }

  private mutating func facts() -> String {
    var facts = ["{\"kind\": \"disbursed\", \"effectiveOn\": \(start())}"]
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let on = "\"effectiveOn\": \(day())"
      switch Int.random(in: 0..<6, using: &random) {
      case 0: facts.append("{\"kind\": \"repaid\", \(on), \"amount\": \(amount())}")
      case 1:
        facts.append("{\"kind\": \"repaid\", \(on), \"amount\": \(amount()), \"inAdvance\": true}")
      case 2:
        facts.append("{\"kind\": \"rate-changed\", \(on), \"annualRatePercent\": \(percent())}")
      case 3: facts.append("{\"kind\": \"graduated\", \(on), \"on\": \(day())}")
      case 4:
        let from = random.onceIn(6) ? on : "\"effectiveOn\": \"2025-01-01\""
        facts.append(
          "{\"kind\": \"interest-waived\", \(from), \"year\": 2025, \"defersPrincipal\": true}")
      default:
        let until = random.onceIn(6) ? day() : "\"2030-12-31\""
        facts.append("{\"kind\": \"misused\", \(on), \"until\": \(until)}")
      }
    }
    return facts.joined(separator: ", ")
  }

  private mutating func method() -> String {
    "\""
      + random.pick(
        "equal-installments", "equal-principal", "at-maturity", "interest-then-principal",
        "revolving", "stepped") + "\""
  }

  private mutating func start() -> String { random.onceIn(12) ? day() : "\"2024-01-15\"" }

  private mutating func day() -> String {
    switch Int.random(in: 0..<90, using: &random) {
    case 0: return "\"1900-01-01\""
    case 1: return "\"2199-12-31\""
    case 2: return "\"2025-02-30\""
    default:
      let month = Int.random(in: 1...12, using: &random)
      let day = Int.random(in: 1...28, using: &random)
      let year = random.pick(2024, 2024, 2025, 2025, 2026, 2030)
      return "\"\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)\""
    }
  }

  private mutating func amount() -> String {
    random.pick(
      "\"20000.00\"", "\"1000.00\"", "3000", "0.01", "\"10000000000000.00\"",
      random.onceIn(4) ? "\"-5\"" : "123.45", random.onceIn(4) ? "\"0.001\"" : "500")
  }

  private mutating func percent() -> String {
    random.pick(
      "\"3.45\"", "\"6\"", "0", "100", "2.80", random.onceIn(4) ? "\"100.1\"" : "4",
      random.onceIn(4) ? "\"-1\"" : "5", random.onceIn(4) ? "\"x\"" : "7")
  }
}
