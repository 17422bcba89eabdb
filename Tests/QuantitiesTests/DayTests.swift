import Fixtures
import Quantities
import Testing

@Suite("A day")
struct DayTests {
  @Test(
    "is numbered from 1970-01-01, before and after",
    arguments: [
      // GNU date: date -u -d DAY +%s divided by 86,400.
      ("1900-01-01", -25_567), ("1969-12-31", -1), ("1970-01-01", 0), ("2000-02-29", 11_016),
      ("2024-02-29", 19_782), ("2026-03-31", 20_543), ("2199-12-31", 84_005),
    ] as [(String, Int32)])
  func isNumbered(text: String, number: Int32) {
    #expect(Day(text)?.number == number)
    #expect(Day(number: number).description == text)
  }

  @Test(
    "reads nothing but a date that exists, from 1900 to 2199",
    arguments: [
      "", "2026-02-29", "1900-02-29", "2026-02-30", "2026-04-31", "2026-13-01", "2026-00-10",
      "2026-01-00", "1899-12-31", "2200-01-01", "2026-1-01", "26-01-01", "2026/01/01",
      "2026-01-01 ", " 2026-01-01", "2026-01-01T00:00", "+026-01-01", "２０２６-01-01", "20260101",
    ])
  func refuses(text: String) {
    #expect(Day(text) == nil)
  }

  @Test("29 February exists in leap years alone, and 2000 is one while 1900 and 2100 are not")
  func leapDays() {
    #expect(
      [1900, 2000, 2023, 2024, 2100].map { Day.isLeap(year: $0) }
        == [false, true, false, true, false])
    #expect(Day(year: 2100, month: 2, day: 29) == nil)
    #expect(Day(year: 2024, month: 2, day: 29) != nil)
    #expect(("2024-02-29" as Day).isEndOfMonth)
    #expect(!("2024-02-28" as Day).isEndOfMonth)
  }

  @Test("goes to text and back, and follows the day before, over three hundred years")
  func everyDay() throws {
    var expected = (year: 1900, month: 1, day: 1)
    for number in Day.first.number...Day.last.number {
      let day = Day(number: number)
      guard day.civil == expected, Day(day.description) == day,
        day.weekday == (Int(number - Day.first.number)) % 7 + 1,  // 1900-01-01 was a Monday.
        day.yearAndDay == (expected.year, day - (Day(year: expected.year, month: 1, day: 1) ?? day))
      else {
        Issue.record("\(number) is \(day), not \(expected)")
        return
      }
      expected.day += 1
      if expected.day > Day.dayCount(year: expected.year, month: expected.month) {
        expected = (expected.year, expected.month + 1, 1)
      }
      if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
    }
    #expect(expected == (2200, 1, 1))
  }

  @Test("keeps to the Gregorian cycle of 400 years for every number there is (seed 3)")
  func farDays() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<20_000 {
      let day = Day(number: .random(in: .min...(.max - 146_097), using: &random))
      let (date, later) = (day.civil, Day(number: day.number + 146_097).civil)
      #expect(later == (date.year + 400, date.month, date.day))
      #expect(Day.number(year: date.year, month: date.month, day: date.day) == day.number)
      #expect(day.year == date.year)
      #expect(Day(number: day.number + 146_097).leapDaysSoFar == day.leapDaysSoFar + 97)
    }
    #expect(Day(number: .min).civil == (-5_877_641, 6, 23))
    #expect(Day(number: .max).civil == (5_881_580, 7, 11))
  }

  @Test("adding months keeps the day of the month, or takes the month's last")
  func addingMonths() {
    let start: Day = "2024-01-31"
    #expect(
      (1...4).map { start.adding(months: $0) }
        == ["2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31"])
    #expect(("2025-01-31" as Day).adding(months: 1) == "2025-02-28")
    #expect(("2024-02-29" as Day).adding(months: 12) == "2025-02-28")
    #expect(("2024-02-29" as Day).adding(months: 48) == "2028-02-29")
    #expect(("2024-03-31" as Day).adding(months: -1) == "2024-02-29")
    #expect(("2024-11-15" as Day).adding(months: 2) == "2025-01-15")
  }
}

@Suite("A month")
struct MonthTests {
  @Test("reads YYYY-MM and nothing else")
  func reads() {
    #expect(Month("2026-03")?.lastDay == "2026-03-31")
    for text in ["2026-13", "2026-00", "2026-3", "2026-03-01", "2200-01", "march", ""] {
      #expect(Month(text) == nil, "\(text)")
    }
  }

  @Test("has a first and a last day, and neighbours across the year's end")
  func bounds() {
    let february = Month(year: 2024, month: 2)
    #expect(february.firstDay == "2024-02-01")
    #expect(february.lastDay == "2024-02-29")
    #expect(february.description == "2024-02")
    #expect(february + 11 == Month(year: 2025, month: 1))
    #expect((february + -2).description == "2023-12")
    #expect(Month(year: 2025, month: 1) - february == 11)
    #expect(february.day(31) == "2024-02-29")
    #expect(february.day(20) == "2024-02-20")
  }
}
