import AnnualPercentage
import Fixtures
import Quantities
import Testing

/// Goal: the rate of Annex I, by offsets and by dates, and the monthly rate × 12.
///
/// Method: credits whose rate has a closed form, which stands beside each.
@Suite("The European rate")
struct EuropeanRateTests {
  private static func rate(
    advances: [(String, Money)] = [("0", "100.00")], payments: [(String, Money)]
  ) throws -> RateSolution {
    func flows(_ list: [(String, Money)]) throws -> [Credit<DayOffset>.Flow] {
      try list.map { .init(at: try #require(DayOffset($0.0)), amount: $0.1) }
    }
    return try EuropeanRate.solve(
      Credit(advances: try flows(advances), payments: try flows(payments)))
  }

  private static func credit(
    _ advances: [(Day, Money)], _ payments: [(Day, Money)]
  ) throws -> Credit<Day> {
    try Credit(
      advances: advances.map { .init(at: $0.0, amount: $0.1) },
      payments: payments.map { .init(at: $0.0, amount: $0.1) })
  }

  // One payment: X = (payment ÷ advance)^(365.25 ÷ days) − 1.
  @Test(
    "one advance and one payment",
    arguments: [
      ("100.00", "101.00", "365.25", "1.000000"), ("100.00", "100.00", "1", "0.000000"),
      ("100.00", "80.00", "365.25", "-20.000000"), ("100.00", "0.01", "365.25", "-99.990000"),
      // 1.01^(365.25 ÷ 365)
      ("100.00", "101.00", "365", "1.000688"),
      // 1.27988^(365.25 ÷ 28)
      ("250.00", "319.97", "28", "2400.256850"),
      // 0.9^(1 ÷ 2)
      ("1000.00", "900.00", "730.5", "-5.131670"),
      // (10^15)^(1 ÷ 20) = 10^0.75 = 5.62341325…
      ("0.01", "10000000000000.00", "7305.000", "462.341325"),
    ] as [(Money, Money, String, String)])
  func onePayment(_ advance: Money, _ payment: Money, _ days: String, _ percent: String) throws {
    let solution = try Self.rate(advances: [("0", advance)], payments: [(days, payment)])
    #expect(solution.rate.text(decimals: 6) == percent)
    #expect(solution.others == [])
  }

  // 100 = 60 v + 60 v², v = (√27600 − 60) ÷ 120, X = 1 ÷ v − 1 = 13.0662386… %.
  @Test("two payments are a quadratic")
  func twoPayments() throws {
    let solution = try Self.rate(payments: [("365.25", "60.00"), ("730.5", "60.00")])
    #expect(solution.rate.text(decimals: 6) == "13.066239")
  }

  // 100 − 5 = 100 v^(1/2): X = (100 ÷ 95)² − 1 = 10.8033241 %.
  @Test("a fee on the first day lowers what is advanced")
  func fee() throws {
    let solution = try Self.rate(payments: [("0", "5.00"), ("182.625", "100.00")])
    #expect(solution.rate.text(decimals: 6) == "10.803324")
  }

  // With z = 1 + X: −100 z² + 310 z − 220 = −100 (z − 1.1)(z − 2), and −100 z² + 210 z − 108 =
  // −100 (z − 0.9)(z − 1.2). The first takes 320 for 310, so its rate isn't negative; the second
  // takes 208 for 210.
  @Test("of several rates the one nearest to 0 on the side of the totals is taken")
  func severalRates() throws {
    let payments: (Money) -> [(String, Money)] = { [("-365.25", "100.00"), ("365.25", $0)] }
    let costly = try Self.rate(advances: [("0", "310.00")], payments: payments("220.00"))
    #expect(costly.rate.text(decimals: 6) == "10.000000")
    #expect(costly.others.map { $0.text(decimals: 6) } == ["100.000000"])
    let cheap = try Self.rate(advances: [("0", "210.00")], payments: payments("108.00"))
    #expect(cheap.rate.text(decimals: 6) == "-10.000000")
    #expect(cheap.others.map { $0.text(decimals: 6) } == ["20.000000"])
  }

  // Two months and the three days before them: 1.01^(1 ÷ (2/12 + 3/365)) − 1; in 2024 the year that
  // ends with the three days, on 15 March, has 366 days.
  @Test("dates are full months back from the payment, and the days before them")
  func dates() throws {
    let common = try Self.credit([("2026-01-12", "100.00")], [("2026-03-15", "101.00")])
    #expect(try EuropeanRate.solve(common).rate.text(decimals: 6) == "5.854587")
    let leap = try Self.credit([("2024-03-12", "100.00")], [("2024-05-15", "101.00")])
    #expect(try EuropeanRate.solve(leap).rate.text(decimals: 6) == "5.855361")
  }

  // Interest of 1 % on each payment day: 1.01^26 − 1 a year by fortnights, 1.01^12 − 1 by months.
  @Test("several payments whole weeks apart go by weeks, month ends by months")
  func weeksAndMonthEnds() throws {
    let fortnights = try Self.credit(
      [("2026-01-05", "100.00")], [("2026-01-19", "1.00"), ("2026-02-02", "101.00")])
    #expect(try EuropeanRate.solve(fortnights).rate.text(decimals: 6) == "29.525631")
    let monthEnds = try Self.credit(
      [("2026-01-31", "100.00")],
      [("2026-02-28", "1.00"), ("2026-03-31", "1.00"), ("2026-04-30", "101.00")])
    #expect(try EuropeanRate.solve(monthEnds).rate.text(decimals: 6) == "12.682503")
    #expect(try EuropeanRate.solveNominal(monthEnds).rate.text(decimals: 6) == "12.000000")
  }

  @Test("what is not advanced at once counts from its own day")
  func laterAdvance() throws {
    // 100 × 1.01² + 100 × 1.01 = 203.01
    let credit = try Self.credit(
      [("2026-01-10", "100.00"), ("2026-02-10", "100.00")], [("2026-03-10", "203.01")])
    #expect(try EuropeanRate.solveNominal(credit).rate.text(decimals: 6) == "12.000000")
  }

  @Test("decimals beyond the tenth of a day are dropped, other texts refused")
  func offsets() {
    #expect(DayOffset("7.024038461538462") == DayOffset("7.0240384615"))
    #expect(DayOffset("-365.25")?.description == "-365.25")
    for text in ["", "1e3", "nan", "1.2.3", "1.12345678901x", "110001", " 1", "--1"] {
      #expect(DayOffset(text) == nil, "\(text)")
    }
  }
}
