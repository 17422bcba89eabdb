import Accrual
import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Testing

@Suite("Running interest")
struct InterestMeterTests {
  let rates = RatePath(steps: [
    .init(from: "2025-01-01", rate: "3.60"), .init(from: "2025-02-11", rate: "7.20"),
  ])

  func meter(_ basis: InterestBasis, months: Int? = nil) -> InterestMeter {
    InterestMeter(
      period: InterestPeriod(
        from: "2025-01-01", until: "2025-04-01", wholeMonths: months, basis: basis))
  }

  @Test("adds exactly: days added one by one, or in any pieces, give the same interest (seed 31)")
  func additive() {
    var random = SplitMix64(seed: 31)
    let subsidy = SubsidyTerms(
      payer: .finance, shareBasisPoints: 3_333, principalLimit: "77.77", until: "2025-03-03",
      stopsWhenOverdue: false)
    for basis in [InterestBasis.months, .days(.actual360), .days(.actual365), .days(.thirtyE360)] {
      var whole = meter(basis, months: 3)
      whole.add(
        balance: "123.45", from: "2025-01-01", until: "2025-04-01", rates: rates,
        subsidy: subsidy)
      for _ in 0..<50 {
        var pieces = meter(basis, months: 3)
        var day: Day = "2025-01-01"
        while day < "2025-04-01" {
          let next = min("2025-04-01", day + .random(in: 1...20, using: &random))
          pieces.add(balance: "123.45", from: day, until: next, rates: rates, subsidy: subsidy)
          day = next
        }
        #expect(pieces == whole)
      }
    }
  }

  @Test("is rounded once, so ninety days of a third of a fen are thirty fen")
  func roundedOnce() {
    // 0.30 × 40 % ÷ 360 = a thirtieth of a fen a day; daily rounding up would make 90 fen of 3.
    let path = RatePath(steps: [.init(from: "2025-01-01", rate: "40.00")])
    var meter = meter(.days(.actual360))
    for count in 0..<90 {
      let day = ("2025-01-01" as Day) + count
      meter.add(balance: "0.30", from: day, until: day + 1, rates: path, subsidy: nil)
    }
    #expect(meter.amounts(.halfUp).whole == "0.03")
    #expect(meter.amounts(.up).whole == "0.03")
  }

  @Test("changes rate on the day of the step: 41 days at 3.60 %, 49 at 7.20 %")
  func step() {
    // 1,000 × 3.6 % ÷ 360 = 0.10 a day: 4.10; then 0.20 × 49 = 9.80.
    var meter = meter(.days(.actual360))
    meter.add(
      balance: "1000.00", from: "2025-01-01", until: "2025-04-01", rates: rates, subsidy: nil)
    #expect(meter.amounts(.halfUp).whole == "13.90")
  }

  @Test("nothing comes of no balance, no days or days in the wrong order")
  func nothing() {
    var meter = meter(.days(.actual360))
    meter.add(balance: .zero, from: "2025-01-01", until: "2025-04-01", rates: rates, subsidy: nil)
    meter.add(balance: "1.00", from: "2025-02-01", until: "2025-02-01", rates: rates, subsidy: nil)
    meter.add(balance: "1.00", from: "2025-03-01", until: "2025-02-01", rates: rates, subsidy: nil)
    #expect(meter == self.meter(.days(.actual360)))
    #expect(meter.amounts(.up) == (whole: .zero, subsidised: .zero))
  }

  @Test("by months spreads a quarter's interest over its days and ends at rate ÷ 4")
  func months() {
    // 1,000 at 3.60 %: a quarter 9.00, over 90 days 0.10 a day.
    let path = RatePath(steps: [.init(from: "2025-01-01", rate: "3.60")])
    var meter = meter(.months, months: 3)
    meter.add(
      balance: "1000.00", from: "2025-01-01", until: "2025-02-01", rates: path, subsidy: nil)
    #expect(meter.amounts(.halfUp).whole == "3.10")
    meter.add(
      balance: "1000.00", from: "2025-02-01", until: "2025-04-01", rates: path, subsidy: nil)
    #expect(meter.amounts(.halfUp).whole == "9.00")
  }
}

@Suite("Penalty interest")
struct PenaltyMeterTests {
  let rates = RatePath(steps: [.init(from: "2025-01-01", rate: "6.00")])

  @Test("20,000 overdue at 6 % and a half more, 45 days, is 225.00")
  func worked() {
    // 20,000 × 0.09 × 45 ÷ 360 = 225.00.
    var meter = PenaltyMeter()
    meter.add(
      overdue: "20000.00", from: "2025-06-10", until: "2025-07-25", rates: rates,
      penaltyPercent: 150)
    #expect(meter.amount(.halfUp) == "225.00")
  }

  @Test("is rounded once over the loan's whole life")
  func roundedOnce() {
    // 1.00 × 0.09 ÷ 360 = 0.025 fen a day; 40 days one fen.
    var meter = PenaltyMeter()
    for count in 0..<40 {
      let day = ("2025-06-10" as Day) + count
      meter.add(overdue: "1.00", from: day, until: day + 1, rates: rates, penaltyPercent: 150)
    }
    #expect(meter.amount(.halfUp) == "0.01")
    #expect(meter.amount(.up) == "0.01")
  }

  @Test("nothing overdue bears none")
  func nothing() {
    var meter = PenaltyMeter()
    meter.add(
      overdue: .zero, from: "2025-06-10", until: "2025-07-25", rates: rates, penaltyPercent: 150)
    #expect(meter == PenaltyMeter())
    #expect(meter.amount(.up) == .zero)
  }
}

@Suite("Interest by payer")
struct InterestByPayerTests {
  @Test("splits into shares that add up to the whole", arguments: Payer.allCases)
  func split(payer: Payer) {
    let split = InterestByPayer(whole: "10.00", subsidised: "3.33", payer: payer)
    #expect(split.sum == "10.00")
    #expect(split[.borrower] == (payer == .borrower ? "10.00" : "6.67"))
    if payer != .borrower { #expect(split[payer] == "3.33") }
    #expect(InterestByPayer(whole: "10.00", subsidised: "0.00", payer: nil).borrower == "10.00")
  }

  @Test("adds payer by payer")
  func adds() {
    let sum =
      InterestByPayer(borrower: "1.00", finance: "2.00")
      + InterestByPayer(borrower: "0.01", programme: "3.00")
    #expect(sum == InterestByPayer(borrower: "1.01", finance: "2.00", programme: "3.00"))
    #expect(sum.sum == "6.01")
  }
}
