import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Testing

@Suite("A rate path")
struct RatePathTests {
  let path = RatePath(steps: [
    .init(from: "2024-01-15", rate: "4.00"), .init(from: "2025-01-01", rate: "3.50"),
    .init(from: "2026-01-01", rate: "3.00"),
  ])

  private func stretches(_ path: RatePath, _ from: Day, _ until: Day) -> [RatePath.Step] {
    var found: [RatePath.Step] = []
    path.forEachStretch(from: from, until: until) { start, end, rate in
      found.append(.init(from: start, rate: rate))
      found.append(.init(from: end, rate: rate))
    }
    return found
  }

  @Test("has the rate of its last step, and before the first, the first step's")
  func rateOnDay() {
    let days: [Day] = [
      "2023-12-31", "2024-01-15", "2024-12-31", "2025-01-01", "2026-01-01", "2199-12-31",
    ]
    #expect(days.map { path.rate(on: $0) } == ["4.00", "4.00", "4.00", "3.50", "3.00", "3.00"])
  }

  @Test("stretches begin and end where the rate changes, and nowhere else")
  func stretchEnds() {
    #expect(
      stretches(path, "2024-12-20", "2026-01-01") == [
        .init(from: "2024-12-20", rate: "4.00"), .init(from: "2025-01-01", rate: "4.00"),
        .init(from: "2025-01-01", rate: "3.50"), .init(from: "2026-01-01", rate: "3.50"),
      ])
    // Days before the first step bear its rate.
    #expect(
      stretches(path, "2023-06-01", "2024-02-01").map(\.from) == ["2023-06-01", "2024-02-01"])
    #expect(stretches(path, "2025-03-01", "2025-03-01") == [])
    #expect(stretches(path, "2025-03-02", "2025-03-01") == [])
  }

  @Test("agrees with a walk over all its steps (seed 51)")
  func walk() {
    var random = SplitMix64(seed: 51)
    for _ in 0..<400 {
      var steps: [RatePath.Step] = []
      for _ in 0...Int.random(in: 0...12, using: &random) {
        steps.append(
          .init(
            from: Day(number: .random(in: 20_000...20_200, using: &random)),
            rate: AnnualRate(basisPoints: .random(in: 0...900, using: &random))))
      }
      let path = RatePath(steps: steps)
      func rate(on day: Day) -> AnnualRate? {
        let first = steps.map(\.from).min() ?? day
        let last = steps.map(\.from).filter { $0 <= max(day, first) }.max()
        return steps.last { $0.from == last }?.rate
      }
      let from = Day(number: .random(in: 19_990...20_210, using: &random))
      let until = from + .random(in: -5...90, using: &random)
      var days: [Day] = []
      path.forEachStretch(from: from, until: until) { start, end, rate in
        days += (start.number..<end.number).map(Day.init(number:))
        #expect((start.number..<end.number).allSatisfy { path.rate(on: Day(number: $0)) == rate })
      }
      #expect(days.map(\.number) == Array(stride(from: from.number, to: until.number, by: 1)))
      #expect(days.allSatisfy { path.rate(on: $0) == rate(on: $0) })
    }
  }

  @Test("takes steps in any order, the last given of a day")
  func anyOrder() {
    let mixed = RatePath(steps: [
      .init(from: "2026-01-01", rate: "9.99"), .init(from: "2025-01-01", rate: "3.50"),
      .init(from: "2026-01-01", rate: "3.00"), .init(from: "2024-01-15", rate: "4.00"),
    ])
    #expect(mixed == path)
  }

  @Test("a change keeps the later steps, and replaces the one of its day")
  func adding() {
    let changed = RatePath(steps: path.steps + [.init(from: "2025-07-01", rate: "3.20")])
    #expect(changed.steps.map(\.rate) == ["4.00", "3.50", "3.20", "3.00"])
    let replaced = RatePath(steps: path.steps + [.init(from: "2025-01-01", rate: "3.40")])
    #expect(replaced.steps.map(\.rate) == ["4.00", "3.40", "3.00"])
    #expect(replaced.steps.map(\.from) == path.steps.map(\.from))
    #expect(RatePath(steps: path.steps + []) == path)
  }

  @Test("a rate agreed anew drops the steps from its day on, and those no longer asked for")
  func agreedAnew() {
    let fixed = path.kept(from: "2024-01-15", until: "2025-07-01", then: "3.20")
    #expect(fixed.steps.map(\.rate) == ["4.00", "3.50", "3.20"])
    let recent = path.kept(from: "2025-03-01", until: "2025-07-01", then: "3.20")
    #expect(recent.steps.map(\.rate) == ["3.50", "3.20"])
    #expect(recent.rate(on: "2025-03-01") == path.rate(on: "2025-03-01"))
    let same = path.kept(from: "2025-03-01", until: "2025-07-01", then: "3.50")
    #expect(same.steps == [.init(from: "2025-01-01", rate: "3.50")])
  }

  @Test("a rate said once more has not changed")
  func unchangedSince() {
    let twice = RatePath(steps: path.steps + [.init(from: "2025-07-01", rate: "3.50")])
    #expect(twice.unchangedSince("2025-12-01") == "2025-01-01")
    #expect(twice.unchangedSince("2026-01-01") == "2026-01-01")
    #expect(twice.unchangedSince("2020-01-01") == path.steps[0].from)
  }
}

@Suite("A bounded floating rate")
struct RateBoundsTests {
  private func terms(_ reset: RateReset, spread: AnnualRate = "0.00") -> LoanTerms {
    LoanTerms.microcredit(principal: "60000.00", from: "2024-10-15", months: 36)
      .with {
        $0.agreedOn = "2024-10-10"
        $0.rate = .floating(index: .oneYear, spread: spread, reset: reset)
      }
  }

  @Test("is held to its cap and floor at the start and at each reset")
  func bounds() throws {
    // One-year LPR: 3.35 at signature, 3.10 from 2024-10-21, 3.00 from 2025-05-20; plus 0.50.
    let free = terms(.publication, spread: "0.50")
    #expect(try RatePath(free, market: .lpr).steps.map(\.rate) == ["3.85", "3.60", "3.50"])
    let capped = free.with { $0.rateBounds = RateBounds(cap: "3.75") }
    #expect(try RatePath(capped, market: .lpr).steps.map(\.rate) == ["3.75", "3.60", "3.50"])
    let floored = free.with { $0.rateBounds = RateBounds(floor: "3.55") }
    #expect(try RatePath(floored, market: .lpr).steps.map(\.rate) == ["3.85", "3.60", "3.55"])
    // Where a bound holds twice the rate does not change, and no step stands there.
    let both = free.with { $0.rateBounds = RateBounds(cap: "3.55", floor: "3.55") }
    #expect(
      try RatePath(both, market: .lpr).steps == [.init(from: "2024-10-15", rate: "3.55")])
    let open = free.with { $0.rateBounds = RateBounds() }
    #expect(try RatePath(open, market: .lpr) == RatePath(free, market: .lpr))
  }

  @Test("with a floor of 0 bears nothing where the sum is negative; without, it is refused")
  func floorOfZero() throws {
    // Five-year LPR less 3.60: 0 at signature, −0.10 from the reset of 1 January 2026.
    let terms = LoanTerms.quarterly().with {
      $0.rate = .floating(index: .fiveYear, spread: "-3.60", reset: .yearly(month: 1, day: 1))
    }
    let floored = terms.with { $0.rateBounds = RateBounds(floor: .zero) }
    let schedule = try floored.schedule(.lpr)
    #expect(schedule.allSatisfy { $0.interest.isZero })
    #expect(schedule.reduce(.zero) { $0 + $1.principal } == "50000.00")
    let error = #expect(throws: SchedulingError.self) { try RatePath(terms, market: .lpr) }
    #expect(error?.code == "scheduling.rate_out_of_range")
  }

  @Test("a fixed rate of 0 repays the principal and nothing else")
  func zero() throws {
    let schedule = try LoanTerms.microcredit(principal: "36000.00", rate: "0.00").schedule()
    #expect(schedule.map(\.borrowerTotal) == [Money](repeating: "1000.00", count: 36))
  }

  @Test(
    "bounds that contradict themselves, or bound a fixed rate, are refused",
    arguments: [
      RateBounds(cap: "3.00", floor: "3.01"), RateBounds(floor: "-0.01"),
      RateBounds(cap: "100.01"), RateBounds(cap: "-0.01"), RateBounds(floor: "100.01"),
    ])
  func refused(_ bounds: RateBounds) {
    let floating = terms(.anniversary).with { $0.rateBounds = bounds }
    let error = #expect(throws: SchedulingError.self) { try RatePath(floating, market: .lpr) }
    #expect(error == .rateBoundsNotAllowed(bounds))
    #expect(error?.code == "scheduling.rate_bounds_not_allowed")
    let fixed = LoanTerms.quarterly().with { $0.rateBounds = RateBounds(cap: "9.00") }
    #expect(throws: SchedulingError.rateBoundsNotAllowed(RateBounds(cap: "9.00"))) {
      try RatePath(fixed, market: .lpr)
    }
  }

  @Test("resets at each publication between the start and maturity")
  func publication() throws {
    let path = try RatePath(terms(.publication), market: .lpr)
    #expect(path.steps.map(\.from) == ["2024-10-15", "2024-10-21", "2025-05-20"])
    #expect(path.steps.map(\.rate) == ["3.35", "3.10", "3.00"])
    // A publication on the first day or at maturity resets nothing.
    let between = terms(.publication).with {
      $0.startsOn = "2024-10-21"
      $0.maturesOn = "2025-05-20"
    }
    #expect(try RatePath(between, market: .lpr).steps.map(\.rate) == ["3.35"])
  }

  @Test("resets on 29 February, in other years on the 28th")
  func leapDay() throws {
    // One-year LPR: 3.65 on 10 March 2023, 3.45 by 29 February 2024, 3.10 and 3.00 a year later.
    let terms = LoanTerms.microcredit(from: "2023-03-10", months: 42).with {
      $0.rate = .floating(index: .oneYear, spread: .zero, reset: .yearly(month: 2, day: 29))
    }
    let path = try RatePath(terms, market: .lpr)
    #expect(path.steps.map(\.from) == ["2023-03-10", "2024-02-29", "2025-02-28", "2026-02-28"])
    #expect(path.steps.map(\.rate) == ["3.65", "3.45", "3.10", "3.00"])
  }
}
