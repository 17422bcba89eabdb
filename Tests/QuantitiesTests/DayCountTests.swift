import Fixtures
import Quantities
import Testing

@Suite("A day count")
struct DayCountTests {
  @Test(
    "by actual days counts the calendar, and divides by its own year",
    arguments: [
      // 20 March to 20 June 2026: 12 + 30 + 31 + 19 = 92 days.
      (.actual360, 92, 360), (.actual364, 92, 364), (.actual365, 92, 365),
      (.actual365Quarter, 4 * 92, 1_461), (.actual365Actual, 92 * 366, 365 * 366),
      (.actualActualISDA, 92 * 366, 365 * 366), (.actualActualAFB, 92 * 366, 365 * 366),
      (.actualActual31December, 92 * 366, 365 * 366),
    ] as [(DayCount, Int64, Int64)])
  func actual(_ dayCount: DayCount, weight: Int64, denominator: Int64) {
    #expect(dayCount.days(from: "2026-03-20", until: "2026-06-20") == 92)
    #expect(dayCount.weight(from: "2026-03-20", until: "2026-06-20") == weight)
    #expect(dayCount.denominator == denominator)
  }

  @Test(
    "act/act splits by calendar years (ISDA), or counts whole years back (AFB)",
    arguments: [
      // The periods of ISDA's paper on EMU and market conventions (1998), recomputed: days in a
      // common year × 366 and in a leap year × 365, in parts of 365 × 366.
      // 61 days of 2003, 121 of 2004; together 182 with a 29 February.
      ("2003-11-01", "2004-05-01", 61 * 366 + 121 * 365, 182 * 365),
      ("1999-02-01", "1999-07-01", 150 * 366, 150 * 366),
      ("2002-08-15", "2003-07-15", 334 * 366, 334 * 366),
      // 170 days of 2003, 14 of 2004; no 29 February among them.
      ("2003-07-15", "2004-01-15", 170 * 366 + 14 * 365, 184 * 366),
      ("1999-07-30", "2000-01-30", 155 * 366 + 29 * 365, 184 * 366),
      ("2000-01-30", "2000-06-30", 152 * 365, 152 * 365),
      ("1999-11-30", "2000-04-30", 32 * 366 + 120 * 365, 152 * 365),
      // Whole years; four of them across a leap year. ISDA: 306 days of 2023, 60 of 2027.
      ("2023-03-01", "2024-03-01", 306 * 366 + 60 * 365, 133_590),
      ("2023-03-01", "2027-03-01", 306 * 366 + 3 * 133_590 + 59 * 366, 4 * 133_590),
      // AFB back from 27, 28 and 29 February 2028: 365 days with 29 February 2024; none; 1 day,
      // 28 February, without it. ISDA: 308 days of 2024 and 57, 58, 59 of 2028.
      ("2024-02-28", "2028-02-27", (308 + 57) * 365 + 3 * 133_590, 3 * 133_590 + 365 * 365),
      ("2024-02-28", "2028-02-28", (308 + 58) * 365 + 3 * 133_590, 4 * 133_590),
      ("2024-02-28", "2028-02-29", (308 + 59) * 365 + 3 * 133_590, 4 * 133_590 + 366),
      // 2100 is no leap year; 2000 is one.
      ("2100-02-28", "2100-03-01", 366, 366), ("2000-02-28", "2000-03-01", 730, 730),
    ] as [(Day, Day, Int64, Int64)])
  func actualActual(from: Day, until: Day, isda: Int64, afb: Int64) {
    #expect(DayCount.actualActualISDA.weight(from: from, until: until) == isda)
    #expect(DayCount.actualActualAFB.weight(from: from, until: until) == afb)
  }

  @Test("a split at 31 December counts that day by the new year")
  func splitAt31December() {
    let dayCount = DayCount.actualActual31December
    // 12 to 30 December 2023 is 19 days; 31 December to 11 January, 12 days of a leap year.
    #expect(dayCount.weight(from: "2023-12-12", until: "2024-01-12") == 19 * 366 + 12 * 365)
    #expect(dayCount.weight(from: "2023-12-31", until: "2024-01-31") == 31 * 365)
    #expect(dayCount.weight(from: "2023-12-01", until: "2023-12-31") == 30 * 366)
    #expect(dayCount.weight(from: "2024-12-30", until: "2025-01-01") == 365 + 366)
  }

  @Test("act/365 actual looks for a 29 February after the first day and not after the end")
  func actual365Actual() {
    let dayCount = DayCount.actual365Actual
    #expect(dayCount.weight(from: "2023-12-15", until: "2024-02-28") == 75 * 366)
    #expect(dayCount.weight(from: "2023-12-15", until: "2024-02-29") == 76 * 365)
    #expect(dayCount.weight(from: "2024-02-29", until: "2024-03-15") == 15 * 366)
    #expect(dayCount.weight(from: "2023-12-15", until: "2028-12-15") == 1_827 * 365)
  }

  @Test("NL/365 passes over each 29 February")
  func noLeap() {
    let dayCount = DayCount.noLeap365
    #expect(dayCount.days(from: "2024-02-28", until: "2024-02-29") == 0)
    #expect(dayCount.days(from: "2024-02-29", until: "2024-03-01") == 1)
    #expect(dayCount.days(from: "2024-01-01", until: "2025-01-01") == 365)
    // 1,461 days of four years and 59 of January and February 2028, less two.
    #expect(dayCount.weight(from: "2024-01-01", until: "2028-02-29") == 1_518)
    #expect(dayCount.weight(from: "1900-01-01", until: "2199-12-31") == 300 * 365 - 1)
  }

  @Test(
    "by months of 30 days changes the ends of months by its rules",
    arguments: [
      // 360 (y₂ − y₁) + 30 (m₂ − m₁) + d₂ − d₁ with the days that each column makes of them:
      //                            30E  30E+ E365 ISDA PSA  US
      ("2024-03-05", "2025-03-05", [360, 360, 360, 360, 360, 360]),
      // d₁ 31 is 30 everywhere; d₂ 29 is 30 for 30E/365.
      ("2024-01-31", "2024-02-29", [29, 29, 30, 29, 29, 29]),
      // d₁ 29 is 30 for 30E/365, PSA, US, which lets d₂ 31 be 30; 30E+ makes it 1 April.
      ("2024-02-29", "2024-03-31", [31, 32, 30, 32, 30, 30]),
      ("2025-02-28", "2025-03-31", [32, 33, 30, 33, 30, 30]),
      // 28 February 2024 is not the month's last day.
      ("2024-02-28", "2024-03-31", [32, 33, 32, 33, 33, 33]),
      // d₂ 31 stays where d₁ is below 30.
      ("2024-01-29", "2024-01-31", [1, 2, 1, 2, 2, 2]),
      ("2024-01-30", "2024-01-31", [0, 1, 0, 0, 0, 0]),
      ("2024-01-31", "2024-03-31", [60, 61, 60, 60, 60, 60]),
      ("2024-01-31", "2024-02-01", [1, 1, 1, 1, 1, 1]),
      // From one end of February to another only US makes both 30.
      ("2024-02-29", "2025-02-28", [359, 359, 360, 359, 358, 360]),
      ("2023-02-28", "2024-02-29", [361, 361, 360, 361, 359, 360]),
      ("2023-12-31", "2024-12-31", [360, 361, 360, 360, 360, 360]),
    ] as [(Day, Day, [Int])])
  func thirty(from: Day, until: Day, expected: [Int]) {
    let conventions: [DayCount] = [
      .thirtyE360, .thirtyEPlus360, .thirtyE365, .thirty360ISDA, .thirty360PSA, .thirty360US,
    ]
    #expect(conventions.map { $0.days(from: from, until: until) } == expected)
    #expect(conventions.map { $0.weight(from: from, until: until) } == expected.map(Int64.init))
    #expect(conventions.map(\.denominator) == [360, 360, 365, 360, 360, 360])
    // 30E/360 ISDA changes days as 30E/365 does, and has a year of 360.
    #expect(DayCount.thirtyE360ISDA.weight(from: from, until: until) == Int64(expected[2]))
    #expect(DayCount.thirtyE360ISDA.denominator == 360)
  }

  @Test("28/336 has months of 28 days")
  func twentyEight() {
    let dayCount = DayCount.twentyEight336
    #expect(dayCount.days(from: "2025-03-01", until: "2025-03-31") == 27)
    #expect(dayCount.days(from: "2024-02-29", until: "2024-03-31") == 28)
    #expect(dayCount.days(from: "2024-01-29", until: "2024-01-31") == 0)
    #expect(dayCount.weight(from: "2024-05-17", until: "2026-05-17") == 2 * dayCount.denominator)
    #expect(dayCount.denominator == 336)
  }

  @Test("bus/252 counts working days, of the calendar or else of the week")
  func business() {
    let dayCount = DayCount.business252
    #expect(dayCount.days(from: "2026-03-02", until: "2026-03-16") == 10)
    #expect(dayCount.weight(from: "2026-03-07", until: "2026-03-09") == 0)
    #expect(dayCount.denominator == 252)
    // October 2025 has 23 weekdays; 1 to 8 October takes six of them, Saturday the 11th is worked.
    let calendar = BusinessCalendar(
      holidays: Set((0..<8).map { ("2025-10-01" as Day) + $0 }), makeUpWorkdays: ["2025-10-11"],
      years: 2025...2025)
    #expect(dayCount.weight(from: "2025-10-01", until: "2025-11-01") == 23)
    #expect(
      dayCount.weight(from: "2025-10-01", until: "2025-11-01", calendar: calendar) == 23 - 6 + 1)
    #expect(
      DayCount.actual360.weight(from: "2025-10-01", until: "2025-11-01", calendar: calendar) == 31)
  }

  @Test("has its own name, which is read back")
  func names() {
    #expect(
      DayCount.allCases.map(\.rawValue) == [
        "actual/360", "actual/364", "actual/365", "actual/365.25", "actual/365-actual",
        "actual/actual-isda", "actual/actual-31-december", "actual/actual-afb", "NL/365",
        "30E/360", "30E/360-isda", "30E+/360", "30E/365", "30/360-isda", "30/360-psa", "30/360-us",
        "28/336",
        "bus/252",
      ])
  }
}

@Suite("The weight of a period")
struct DayCountPropertyTests {
  /// Days of which half stand at the ends of months and years, where conventions differ.
  private func day(_ random: inout SplitMix64) -> Day {
    if random.onceIn(2) {
      return Day(number: .random(in: Day.first.number...Day.last.number, using: &random))
    }
    let month = Month(
      year: .random(in: 1900...2199, using: &random),
      month: random.pick(1, 2, 2, 3, 4, 12, 12, 8))
    return month.day(random.pick(1, 28, 29, 30, 31))
  }

  @Test(
    "of [a, c) is that of [a, b) and [b, c) together (seed 5)",
    arguments: DayCount.allCases.filter(\.isAdditive))
  func isAdditive(dayCount: DayCount) {
    var random = SplitMix64(seed: 5)
    var wrong: [[Day]] = []
    for _ in 0..<20_000 {
      let days = [day(&random), day(&random), day(&random)].sorted()
      let whole = dayCount.weight(from: days[0], until: days[2])
      let first = dayCount.weight(from: days[0], until: days[1])
      let second = dayCount.weight(from: days[1], until: days[2])
      if whole != first + second { wrong.append(days) }
    }
    #expect(wrong.prefix(3) == [])
  }

  @Test("is not that of its parts for a convention that looks at the whole")
  func isNotAdditive() {
    // 29 to 31 January is 2 days and 31 January to 1 February is 1; together 2.
    for dayCount in [DayCount.thirtyEPlus360, .thirty360ISDA, .thirty360PSA, .thirty360US] {
      #expect(!dayCount.isAdditive)
      #expect(dayCount.weight(from: "2025-01-29", until: "2025-01-31") == 2)
      #expect(dayCount.weight(from: "2025-01-31", until: "2025-02-01") == 1)
      #expect(dayCount.weight(from: "2025-01-29", until: "2025-02-01") == 2)
    }
    // 215 days by 365 and 29 with 29 February by 366; together 244 by 366.
    for dayCount in [DayCount.actualActualAFB, .actual365Actual] {
      #expect(!dayCount.isAdditive)
      #expect(dayCount.weight(from: "2023-07-01", until: "2024-02-01") == 215 * 366)
      #expect(dayCount.weight(from: "2024-02-01", until: "2024-03-01") == 29 * 365)
      #expect(dayCount.weight(from: "2023-07-01", until: "2024-03-01") == 244 * 365)
    }
  }

  @Test(
    "is 0 without days, never negative, and never falls as the period grows (seed 6)",
    arguments: DayCount.allCases)
  func isMonotone(dayCount: DayCount) {
    var random = SplitMix64(seed: 6)
    for _ in 0..<5_000 {
      let (from, other) = (day(&random), day(&random))
      #expect(dayCount.weight(from: from, until: from) == 0)
      #expect(dayCount.days(from: from, until: from) == 0)
      let (first, last) = (min(from, other), max(from, other))
      guard first < last else { continue }
      #expect(dayCount.weight(from: last, until: first) == 0)
      #expect(dayCount.days(from: last, until: first) == 0)
      #expect(dayCount.weight(from: first, until: last) >= 0, "\(first) \(last)")
      #expect(dayCount.days(from: first, until: last) >= 0, "\(first) \(last)")
    }
  }

  @Test("by years of 365 and 366 days is the sum of its days' (seed 8)")
  func dayByDay() {
    var random = SplitMix64(seed: 8)
    for _ in 0..<300 {
      let from = day(&random)
      let until = min(.last, from + Int.random(in: 0...1_200, using: &random))
      var isda: Int64 = 0
      var december: Int64 = 0
      for number in from.number..<max(from.number, until.number) {
        let day = Day(number: number)
        isda += Day.isLeap(year: day.year) ? 365 : 366
        december += Day.isLeap(year: (day + 1).year) ? 365 : 366
      }
      #expect(DayCount.actualActualISDA.weight(from: from, until: until) == isda)
      #expect(DayCount.actualActual31December.weight(from: from, until: until) == december)
    }
  }
}
