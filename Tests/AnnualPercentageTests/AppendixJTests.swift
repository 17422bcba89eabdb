import AnnualPercentage
import Fixtures
import Quantities
import Testing

/// Goal: the actuarial method of Regulation Z, 12 CFR 1026 Appendix J.
///
/// Method: the appendix's own examples (c)(1) to (c)(5), whose rates it gives to two decimals; and
/// credits whose rate is chosen and whose payments follow from it by hand.
@Suite("The rate of Appendix J")
struct AppendixJTests {
  private typealias Flow = Credit<Day>.Flow

  private static func credit(
    _ advances: [(Day, Money)], _ payments: [(Day, Money)]
  ) throws -> Credit<Day> {
    try Credit(
      advances: advances.map { Flow(at: $0.0, amount: $0.1) },
      payments: payments.map { Flow(at: $0.0, amount: $0.1) })
  }

  private static func percent(_ credit: Credit<Day>, decimals: Int = 6) throws -> String {
    try AppendixJRate.solve(credit).rate.text(decimals: decimals)
  }

  /// An example: payments of one amount from a day on, with other ones before and after them.
  struct Example: Sendable {
    let name: String
    let advance: (Day, Money)
    let first: Day
    let count: Int
    let every: @Sendable (Day, Int) -> Day
    let amount: Money
    var odd: [(Day, Money)] = []
    let unit: (UnitPeriod.Kind, Int)
    let percent: String
  }

  private static func months(_ step: Int) -> @Sendable (Day, Int) -> Day {
    { $0.adding(months: step * $1) }
  }

  private static func weeks(_ step: Int) -> @Sendable (Day, Int) -> Day { { $0 + 7 * step * $1 } }

  @Sendable
  private static func semimonths(_ first: Day, _ number: Int) -> Day {
    first.adding(months: number / 2) + (number % 2 == 0 ? 0 : 15)
  }

  private static var examples: [Example] {
    [
      Example(
        name: "(c)(1)(ii) monthly, long first period", advance: ("1978-02-10", "6000.00"),
        first: "1978-04-01", count: 36, every: months(1), amount: "200.00", unit: (.month, 1),
        percent: "11.82"),
      Example(
        name: "(c)(1)(iii) semimonthly, short first period", advance: ("1978-02-23", "5000.00"),
        first: "1978-03-01", count: 24, every: semimonths, amount: "219.17",
        unit: (.semimonth, 1), percent: "10.34"),
      Example(
        name: "(c)(1)(iv) quarterly, long first period", advance: ("1978-05-23", "10000.00"),
        first: "1978-10-01", count: 40, every: months(3), amount: "385.00", unit: (.month, 3),
        percent: "8.97"),
      Example(
        name: "(c)(1)(v) weekly, long first period", advance: ("1978-03-20", "500.00"),
        first: "1978-04-21", count: 30, every: weeks(1), amount: "17.60", unit: (.week, 1),
        percent: "14.96"),
      Example(
        name: "(c)(3)(ii) fortnightly, odd last payment", advance: ("1978-04-03", "200.00"),
        first: "1978-04-11", count: 19, every: weeks(2), amount: "9.50",
        odd: [("1979-01-02", "30.00")], unit: (.week, 2), percent: "12.22"),
      Example(
        name: "(c)(4)(i) monthly, odd first and last payment", advance: ("1978-01-10", "5000.00"),
        first: "1978-03-10", count: 22, every: months(1), amount: "230.00",
        odd: [("1978-02-10", "250.00"), ("1980-01-10", "280.00")], unit: (.month, 1),
        percent: "10.90"),
      Example(
        name: "(c)(5)(i) one payment after 255 days", advance: ("1978-01-03", "1000.00"),
        first: "1978-09-15", count: 1, every: months(1), amount: "1080.00", unit: (.day, 255),
        percent: "11.45"),
    ]
  }

  @Test("the appendix's examples come out, with the unit-period found by its rules")
  func appendixExamples() throws {
    for example in Self.examples {
      let regular = (0..<example.count).map { (example.every(example.first, $0), example.amount) }
      let credit = try Self.credit([example.advance], regular + example.odd)
      let unit = try UnitPeriod(example.unit.0, multiple: example.unit.1)
      #expect(UnitPeriod(of: credit) == unit, "\(example.name)")
      #expect(try Self.percent(credit, decimals: 2) == example.percent, "\(example.name)")
    }
  }

  // 2 % a month: 10,000 × 1.02 × (1 + 0.02 × 5/30) = 10,234.
  @Test("a fraction of a unit-period bears that fraction of its rate, without compounding")
  func oddDays() throws {
    let credit = try Self.credit([("1978-01-10", "10000.00")], [("1978-02-15", "10234.00")])
    let rate = try AppendixJRate.solve(credit, unitPeriod: UnitPeriod(.month)).rate
    #expect(rate.text(decimals: 6) == "24.000000")
  }

  // 1 % a month of interest on each of these days, and the principal on the last.
  @Test(
    "months are equal, from month end to month end and on the 29th and 30th",
    arguments: [
      ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"],
      ["2026-01-30", "2026-02-28", "2026-03-30", "2026-04-30"],
      ["2027-12-29", "2028-01-29", "2028-02-29", "2028-03-29"],
      ["2026-01-10", "2026-02-10", "2026-03-10", "2026-04-10"],
    ] as [[Day]])
  func monthEnds(_ days: [Day]) throws {
    let credit = try Self.credit(
      [(days[0], "10000.00")],
      [(days[1], "100.00"), (days[2], "100.00"), (days[3], "10100.00")])
    #expect(try UnitPeriod(of: credit) == UnitPeriod(.month))
    #expect(try Self.percent(credit) == "12.000000")
  }

  // 10 % a year. Two years and six months: 10,000 × 1.1² × 1.05 = 12,705; a year and 73 days,
  // which is no whole number of months: 10,000 × 1.1 × (1 + 0.1 × 73/365) = 11,220.
  @Test("by years the rest is months ÷ 12 where it is whole months, else days ÷ 365")
  func years() throws {
    let months = try Self.credit([("2026-01-01", "10000.00")], [("2028-07-01", "12705.00")])
    #expect(try UnitPeriod(of: months) == UnitPeriod(.year))
    #expect(try Self.percent(months) == "10.000000")
    let days = try Self.credit([("2026-01-01", "10000.00")], [("2027-03-15", "11220.00")])
    #expect(try Self.percent(days) == "10.000000")
  }

  // Six months at 5 %: 10 % a year, as 12 ÷ 6 unit-periods; by 365 ÷ 181 days 10.082873 %.
  @Test("one payment within a year is one unit-period")
  func onePayment() throws {
    let credit = try Self.credit([("2026-01-10", "10000.00")], [("2026-07-10", "10500.00")])
    #expect(try UnitPeriod(of: credit) == UnitPeriod(.month, multiple: 6))
    #expect(try Self.percent(credit) == "10.000000")
    let byDays = try AppendixJRate.solve(credit, perYear: PeriodsPerYear("365/181")).rate
    #expect(byDays.text(decimals: 6) == "10.082873")
  }

  // 1 % a month. Two advances: 1,000 × 1.01² + 1,000 × 1.01 = 2,030.10. Skipped payments: after
  // two of interest, three months' growth of 10,000 to 10,303.01, of which 303.01 is paid.
  @Test("several advances and skipped payments")
  func irregular() throws {
    let advances = try Self.credit(
      [("2026-01-10", "1000.00"), ("2026-02-10", "1000.00")], [("2026-03-10", "2030.10")])
    let monthly = try AppendixJRate.solve(advances, unitPeriod: UnitPeriod(.month))
    #expect(monthly.rate.text(decimals: 6) == "12.000000")
    let skipped = try Self.credit(
      [("2026-01-10", "10000.00")],
      [
        ("2026-02-10", "100.00"), ("2026-03-10", "100.00"), ("2026-06-10", "303.01"),
        ("2026-07-10", "10100.00"),
      ])
    #expect(try Self.percent(skipped) == "12.000000")
  }

  // Intervals in days: 40 and 60 average 50, nearest to seven weeks; 40 and 51 average 45.5,
  // midway between six weeks and seven. Two months twice and one month twice: the shorter.
  @Test("without a common period the unit-period is the nearest standard one to the average")
  func average() throws {
    func unit(_ offsets: [Int]) throws -> UnitPeriod {
      let start: Day = "2026-01-05"
      return UnitPeriod(
        of: try Self.credit([(start, "100.00")], offsets.map { (start + $0, "60.00") }))
    }
    #expect(try unit([40, 100]) == UnitPeriod(.week, multiple: 7))
    #expect(try unit([40, 91]) == UnitPeriod(.week, multiple: 6))
    #expect(try unit([10, 20, 30]) == UnitPeriod(.day, multiple: 10))
    #expect(try unit([1, 3]) == UnitPeriod(.day))
    let tied = try Self.credit(
      [("2026-01-05", "100.00")],
      (["2026-03-05", "2026-04-05", "2026-06-05", "2026-07-05"] as [Day]).map { ($0, "30.00") })
    #expect(try UnitPeriod(of: tied) == UnitPeriod(.month))
  }

  @Test("unit-periods a year are a decimal or a fraction")
  func perYear() throws {
    #expect(try UnitPeriod(.month, multiple: 12) == UnitPeriod(.year))
    for text in ["", "0", "-1", "366.1", "1/0", "0/1", "1/2/3", "a", "367/1", "1/2.5"] {
      #expect(PeriodsPerYear(text) == nil, "\(text)")
    }
    let credit = try Self.credit([("1978-01-03", "1000.00")], [("1978-09-15", "1080.00")])
    let given = try #require(PeriodsPerYear("1.4313725490196079"))
    let rate = try AppendixJRate.solve(credit, perYear: given).rate
    #expect(rate.text(decimals: 6) == "11.450980")
  }
}
