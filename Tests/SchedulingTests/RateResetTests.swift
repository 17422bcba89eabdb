import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Testing

@Suite("A floating rate")
struct RateResetTests {
  func terms(_ reset: RateReset, spread: AnnualRate = "0.00") -> LoanTerms {
    LoanTerms.microcredit(principal: "60000.00", from: "2024-10-15", months: 36)
      .with {
        $0.agreedOn = "2024-10-10"
        $0.rate = .floating(index: .oneYear, spread: spread, reset: reset)
      }
  }

  @Test("starts from the LPR published by the agreement, not by the disbursement")
  func start() throws {
    let late = terms(.anniversary).with { $0.startsOn = "2024-10-25" }
    #expect(try RatePath(late, market: .lpr).steps[0] == .init(from: "2024-10-25", rate: "3.35"))
    let onTheDay = late.with { $0.agreedOn = "2024-10-21" }
    #expect(try RatePath(onTheDay, market: .lpr).steps[0].rate == "3.10")
  }

  @Test("is taken anew on 1 January, the anniversary or 21 December")
  func resets() throws {
    // One-year LPR: 3.35 from 2024-07-22, 3.10 from 2024-10-21, 3.00 from 2025-05-20.
    let january = try RatePath(terms(.yearly(month: 1, day: 1)), market: .lpr).steps
    #expect(january.map(\.from) == ["2024-10-15", "2025-01-01", "2026-01-01"])
    #expect(january.map(\.rate) == ["3.35", "3.10", "3.00"])
    let anniversary = try RatePath(terms(.anniversary), market: .lpr).steps
    #expect(anniversary.map(\.from) == ["2024-10-15", "2025-10-15"])
    #expect(anniversary.map(\.rate) == ["3.35", "3.00"])
    let december = try RatePath(terms(.yearly(month: 12, day: 21)), market: .lpr).steps
    #expect(december.map(\.from) == ["2024-10-15", "2024-12-21", "2025-12-21"])
    #expect(december.map(\.rate) == ["3.35", "3.10", "3.00"])
  }

  @Test("adds its spread, which may be negative")
  func spread() throws {
    let path = try RatePath(terms(.anniversary, spread: "-0.70"), market: .lpr)
    #expect(path.steps.map(\.rate) == ["2.65", "2.30"])
  }

  @Test("is reset on 28 February for a loan of 29 February")
  func leapAnniversary() throws {
    let leap = LoanTerms.microcredit(from: "2024-02-29", months: 36)
      .with { $0.rate = .floating(index: .fiveYear, spread: .zero, reset: .anniversary) }
    let path = try RatePath(leap, market: .lpr)
    #expect(path.steps.map(\.from) == ["2024-02-29", "2025-02-28", "2026-02-28"])
    #expect(path.steps.map(\.rate) == ["3.95", "3.60", "3.50"])
  }

  @Test("repeats the last known value beyond the last publication")
  func provisional() throws {
    let known = try RatePath(
      terms(.yearly(month: 1, day: 1)), market: .lpr.known(by: "2024-12-31"))
    #expect(known.steps.map(\.rate) == ["3.35", "3.10"])
  }

  @Test("moves the level payment from the first period that starts at the new rate")
  func levelPayment() throws {
    // 60,000 over 12 months from 15 October 2024, 3.35 %, from 1 January 2025 3.10 %.
    // Payment 5,091.19 at 3.35 %; the period 15 December to 15 January has 17 days of 3.35 and 14
    // of 3.10: 50,138.87 × (17 × 0.0335 + 14 × 0.0310) ÷ 12 ÷ 31 = 135.25; then 5,085.39 on
    // 45,182.93 over the 9 months left.
    let year = terms(.yearly(month: 1, day: 1)).with { $0.maturesOn = "2025-10-15" }
    let schedule = try year.schedule(.lpr)
    #expect(
      schedule.map(\.interest) == [
        "167.50", "153.75", "135.25", "116.72", "103.89", "91.02", "78.12", "65.18", "52.21",
        "39.21", "26.17", "13.10",
      ])
    #expect(
      schedule.map(\.borrowerTotal)
        == [Money](repeating: "5091.19", count: 3) + [Money](repeating: "5085.39", count: 8)
        + ["5085.43"])
  }

  @Test(
    "leaves instalments of the past as they were, for each method",
    arguments: [
      RepaymentMethod.equalInstallments, .equalPrincipal, .interestThenPrincipal,
      .graceThenEqualInstallments,
    ])
  func past(method: RepaymentMethod) throws {
    let floating = terms(.yearly(month: 1, day: 1)).repaid(method, everyMonths: 1)
    let before = try floating.schedule(.lpr.known(by: "2024-12-31"))
    let after = try floating.schedule(.lpr)
    // The reset of 1 January 2026 lies in the instalment due 15 January 2026, the 15th.
    #expect(before.prefix(14) == after.prefix(14))
    #expect(before[14].interest > after[14].interest)
    #expect(after.reduce(.zero) { $0 + $1.principal } == "60000.00")
  }

  @Test("student aid: 3.15 % in the first autumn, then 2.90 and 2.80 from each 21 December")
  func studentAid() throws {
    // LPR 5Y − 0.70: 3.85 by 15 August 2024, 3.60 by 21 December 2024, 3.50 from May 2025.
    // 80,000 × 3.15 % × 110 ÷ 360 = 770.00; then (1 × 3.15 + 364 × 2.90) % ÷ 360 = 2,352.78;
    // (1 × 2.90 + 364 × 2.80) % ÷ 360 = 2,271.33.
    let schedule = try LoanTerms.studentAid(
      rate: .floating(index: .fiveYear, spread: "-0.70", reset: .yearly(month: 12, day: 21)),
      from: "2024-09-01", graduation: "2028-09-01", until: "2043-09-20"
    ).with { $0.agreedOn = "2024-08-15" }.schedule(.lpr)
    #expect(schedule.prefix(4).map(\.interest) == ["770.00", "2352.78", "2271.33", "2271.11"])
    // 366 days of 2028: 2,277.33, to 1 September 256 of them: 1,592.89; the borrower 684.44.
    #expect(schedule[4].interest == "2277.33")
    #expect(schedule[4].subsidised == "1592.89")
    #expect(schedule[4].borrowerTotal == "684.44")
  }

  @Test("a path finds the rate of each day, and stretches cover each day once")
  func stretches() throws {
    let path = try RatePath(terms(.yearly(month: 1, day: 1)), market: .lpr)
    #expect(path.rate(on: "2020-01-01") == "3.35")
    #expect(path.rate(on: "2024-12-31") == "3.35")
    #expect(path.rate(on: "2025-01-01") == "3.10")
    var days: [Day] = []
    path.forEachStretch(from: "2024-12-20", until: "2026-02-01") { from, until, rate in
      for number in from.number..<until.number {
        days.append(Day(number: number))
        #expect(path.rate(on: Day(number: number)) == rate)
      }
    }
    #expect(days.first == "2024-12-20")
    #expect(days.last == "2026-01-31")
    #expect(days.count == ("2026-02-01" as Day) - "2024-12-20")
  }

  @Test("a reset's text is read back")
  func text() {
    for text in ["anniversary", "01-01", "12-21", "02-29"] {
      #expect(RateReset(text: text)?.text == text)
    }
    for text in ["", "13-01", "02-30", "1-1", "yearly"] { #expect(RateReset(text: text) == nil) }
  }
}
