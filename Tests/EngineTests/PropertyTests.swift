import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Testing

/// Goal: what is true of each schedule, whatever its terms.
///
/// Method: random contracts of all methods; a failure prints the seed and the terms. Each test says
/// which contracts it is true of.
@Suite("Properties of random schedules")
struct PropertyTests {
  /// Calls `check` with random contracts that have a schedule; it answers with what is wrong.
  ///
  /// Of the `count` seeds of all parts, more than nine of ten must have a schedule.
  static func forEach(
    part: Int, count: Int,
    _ check: (RandomContract, LoanContract, [Installment]) throws -> String?
  ) throws {
    var refused = 0
    let seeds = Seeds.of(part: part, count: count)
    for seed in seeds {
      let random = RandomContract(seed: seed)
      do {
        guard let (contract, rows) = try random.schedule() else {
          refused += 1
          continue
        }
        guard let fault = try check(random, contract, rows) else { continue }
        Issue.record("\(fault)\n\(random)\n\(Self.text(rows))")
        return
      } catch {
        Issue.record("\(error) of \(random)")
        return
      }
    }
    // A debug build's handful of seeds tells nothing of their share.
    let isHandful = Seeds.isOne || seeds.count < 1_000
    #expect(isHandful || refused * 10 < seeds.count, "\(refused) of \(seeds.count) refused")
  }

  static func text(_ rows: [Installment]) -> String {
    rows.prefix(40).map { row in
      "  \(row.number) \(row.from)–\(row.dueOn) \(row.principal) + \(row.interest)"
        + " (\(row.subsidised)), \(row.balance) left"
    }.joined(separator: "\n")
  }

  @Test(
    """
    all: parts, down payment included, sum to the principal, none negative; the balance follows \
    them to 0 and rises only where more is paid out; due days ascend to maturity
    """,
    arguments: Seeds.parts)
  func shape(part: Int) throws {
    // 110,000 seeds, of which at least 100,000 have a schedule.
    try Self.forEach(part: part, count: 110_000) { random, _, rows in
      Self.brokenAmounts(rows, random.terms) ?? Self.brokenDays(rows, random)
    }
  }

  private static func brokenAmounts(_ rows: [Installment], _ terms: LoanTerms) -> String? {
    var repaid: Int64 = 0
    var previous = terms.principal
    for (index, row) in rows.enumerated() {
      repaid += row.principal.minorUnits
      let isSound =
        row.number == index + 1 && !row.principal.isNegative && !row.interest.isNegative
        && !row.subsidised.isNegative && row.subsidised <= row.interest && !row.balance.isNegative
      if !isSound { return "\(row)" }
      let drawn = terms.principal.minorUnits - repaid - row.balance.minorUnits
      let later = terms.laterDisbursements.reduce(Int64(0)) { $0 + $1.amount.minorUnits }
      if drawn < 0 || drawn > later { return "the balance of \(row) does not follow the parts" }
      if terms.laterDisbursements.isEmpty, row.balance > previous { return "\(row) rises" }
      previous = row.balance
    }
    if repaid != terms.principal.minorUnits { return "the parts sum to \(repaid)" }
    return previous.isZero ? nil : "\(previous) is left"
  }

  private static func brokenDays(_ rows: [Installment], _ random: RandomContract) -> String? {
    let terms = random.terms
    var previous = terms.startsOn
    for (index, row) in rows.enumerated() {
      if index == 0, terms.repayment.downPayment != nil {
        guard row.dueOn == terms.startsOn, row.interest.isZero else { return "\(row)" }
        continue
      }
      let isLater = row.dueOn > previous
      // Two days of one holiday move to the same workday.
      let isMoved = terms.repayment.shift != nil && index > 0 && row.dueOn == previous
      if !isLater, !isMoved { return "\(row) is not after \(previous)" }
      if row.from > row.dueOn || row.from < terms.startsOn { return "\(row) has no days" }
      previous = row.dueOn
    }
    guard let shift = terms.repayment.shift else {
      return previous == terms.maturesOn ? nil : "the last due day is \(previous)"
    }
    let moved = shift.rule.shift(terms.maturesOn, by: random.calendar)
    let last = moved > terms.startsOn ? moved : random.calendar.following(terms.maturesOn)
    return previous == last ? nil : "the last due day is \(previous), not \(last)"
  }

  @Test(
    """
    interest by days: each period's, and the subsidy's part, is the sum of its exact days, \
    rounded once, within half a minor unit
    """,
    arguments: Seeds.parts)
  func daily(part: Int) throws {
    try Self.forEach(part: part, count: 110_000) { random, contract, rows in
      if random.terms.repayment.isFlat { return nil }
      return DayByDay(contract).fault(in: rows, dueDays: contract.dueDays)
    }
  }

  @Test(
    "flat interest: the same each period or by the period's own days, on the first principal",
    arguments: Seeds.parts)
  func flat(part: Int) throws {
    try Self.forEach(part: part, count: 20_000) { random, _, rows in
      let terms = random.terms
      guard terms.repayment.isFlat, terms.repayment.lastInstallment != .levelled,
        terms.repayment.grace.isNone
      else { return nil }
      let dues = rows.dropFirst(terms.repayment.downPayment == nil ? 0 : 1)
      guard let first = dues.first?.interest, let last = dues.last?.interest else { return nil }
      let isEven = dues.dropLast().allSatisfy { $0.interest == first }
      // The last takes what rounding leaves: at most one unit for each of the others.
      let difference = abs(last.minorUnits - first.minorUnits)
      if isEven, difference <= Int64(dues.count) { return nil }
      return dues.contains { $0.interest.isZero } ? nil : "not flat"
    }
  }

  @Test(
    "within a period, interest over [a, c) is that over [a, b) and [b, c) together, exactly",
    arguments: Seeds.parts)
  func split(part: Int) throws {
    var meters = 0
    try Self.forEach(part: part, count: 20_000) { random, contract, _ in
      var chance = SplitMix64(seed: random.seed ^ 0xACE)
      for due in contract.dueDays {
        let period = due.period
        guard period.until > period.from else { continue }
        let from = Day.random(in: period.from...period.until, &chance)
        let until = Day.random(in: from...period.until, &chance)
        let middle = Day.random(in: from...until, &chance)
        let balance = Money(
          minorUnits: .random(in: 0...random.terms.principal.minorUnits, using: &chance))
        var whole = InterestMeter(period: period)
        var parts = whole
        for (meter, ends) in [(0, (from, until)), (1, (from, middle)), (1, (middle, until))] {
          var grown = meter == 0 ? whole : parts
          grown.add(
            balance: balance, from: ends.0, until: ends.1, rates: contract.rates,
            subsidy: random.terms.subsidy)
          if meter == 0 { whole = grown } else { parts = grown }
        }
        meters += 1
        if whole != parts { return "\(from) \(middle) \(until) of \(period)" }
      }
      return nil
    }
    #expect(Seeds.isOne || meters >= Seeds.least(80_000))
  }
}
