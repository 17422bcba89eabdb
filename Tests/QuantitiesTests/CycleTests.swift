import Fixtures
import Quantities
import Testing

@Suite("A cycle")
struct CycleTests {
  @Test(
    "reads an ISO 8601 duration of days, weeks, months or years",
    arguments: [
      ("P1D", 1, .day), ("P15D", 15, .day), ("P2W", 2, .week), ("P1M", 1, .month),
      ("P03M", 3, .month), ("P1Y", 12, .month), ("P1Y6M", 18, .month), ("P0Y6M", 6, .month),
      ("P110000D", 110_000, .day),
    ] as [(String, Int, Cycle.Unit)])
  func reads(_ text: String, count: Int, unit: Cycle.Unit) {
    #expect(Cycle(iso8601: text) == Cycle(count: count, unit: unit))
  }

  @Test(
    "reads nothing else",
    arguments: [
      "", "P", "1M", "P0D", "P0Y0M", "P-1M", "P1", "PM", "P1H", "PT1M", "P1.5M", "P1M1D", "P1W1D",
      "P6M1Y", "P1Y1Y", "p1m", " P1M", "P1M ", "P+1M", "P１M", "P110001D", "P9999999M",
      "P99999999999999999999Y",
    ])
  func refuses(_ text: String) {
    #expect(Cycle(iso8601: text) == nil)
  }

  @Test("counts from the anchor, never from the day before")
  func fromAnchor() throws {
    let monthly = try #require(Cycle(iso8601: "P1M"))
    #expect(
      (0...4).map { monthly.day($0, from: "2025-01-31") }
        == ["2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30", "2025-05-31"])
    #expect(monthly.day(-2, from: "2025-01-31") == "2024-11-30")
    let yearly = try #require(Cycle(iso8601: "P1Y"))
    #expect(
      (1...4).map { yearly.day($0, from: "2024-02-29") }
        == ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"])
    let fortnightly = try #require(Cycle(iso8601: "P2W"))
    #expect(fortnightly.day(3, from: "2024-02-20") == "2024-04-02")
    #expect(Cycle(iso8601: "P15D")?.day(2, from: "2024-02-15") == "2024-03-16")
  }

  @Test("keeps to the ends of months if its anchor stands at one")
  func endOfMonth() throws {
    let monthly = try #require(Cycle(iso8601: "P1M"))
    #expect(
      (0...4).map { monthly.day($0, from: "2025-02-28", endOfMonth: true) }
        == ["2025-02-28", "2025-03-31", "2025-04-30", "2025-05-31", "2025-06-30"])
    #expect(monthly.day(36, from: "2025-02-28", endOfMonth: true) == "2028-02-29")
    // 28 February 2024 is not the last day of its month.
    #expect(monthly.day(1, from: "2024-02-28", endOfMonth: true) == "2024-03-28")
    #expect(monthly.day(1, from: "2025-04-30") == "2025-05-30")
    let weekly = try #require(Cycle(iso8601: "P1W"))
    #expect(weekly.day(1, from: "2025-04-30", endOfMonth: true) == "2025-05-07")
  }

  @Test("has no day outside 1900 to 2199, however far its number goes")
  func bounds() throws {
    for text in ["P1D", "P3W", "P1M", "P110000M", "P100Y"] {
      let cycle = try #require(Cycle(iso8601: text))
      for number in [Int.min, Int.min + 1, -4_000_000, 4_000_000, Int.max / 7, Int.max] {
        #expect(cycle.day(number, from: "2025-01-31") == nil, "\(text) \(number)")
      }
    }
    let daily = try #require(Cycle(iso8601: "P1D"))
    #expect(daily.day(1, from: .last) == nil)
    #expect(daily.day(-1, from: .first) == nil)
    #expect(daily.day(Day.last - Day.first, from: .first) == .last)
    let monthly = try #require(Cycle(iso8601: "P1M"))
    #expect(monthly.day(1, from: "2199-12-01") == nil)
    #expect(monthly.day(3_599, from: "1900-01-31") == .last)
    #expect(Cycle(count: 0, unit: .month) == nil)
    #expect(Cycle(count: Cycle.largestCount + 1, unit: .day) == nil)
    #expect(Cycle(count: .min, unit: .week) == nil)
  }

  @Test("agrees with adding months to the anchor (seed 41)")
  func months() {
    var random = SplitMix64(seed: 41)
    for _ in 0..<20_000 {
      let anchor = Day(number: .random(in: -10_000...40_000, using: &random))
      let count = Int.random(in: 1...24, using: &random)
      let number = Int.random(in: -20...20, using: &random)
      let expected = anchor.adding(months: count * number)
      let cycle = Cycle(count: count, unit: .month)
      #expect(cycle?.day(number, from: anchor) == expected, "\(anchor) \(count) \(number)")
    }
  }
}
