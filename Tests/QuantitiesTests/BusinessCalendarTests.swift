import Fixtures
import Foundation
import Quantities
import Testing

extension BusinessCalendar {
  /// The State Council's notices for 2024 to 2026, as `seeds/calendar.csv` has them.
  fileprivate static func seeds() throws -> BusinessCalendar {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "seeds/calendar.csv")
    var calendar = BusinessCalendar(years: 2024...2026)
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
      let day = try #require(Day(fields[0]))
      switch fields[1] {
      case "holiday": calendar.holidays.insert(day)
      case "workday": calendar.makeUpWorkdays.insert(day)
      default: Issue.record("\(line)")
      }
    }
    return calendar
  }
}

@Suite("A calendar of working days")
struct BusinessCalendarTests {
  // The Spring Festival of 2024: 10 to 17 February off, Sundays 4 and 18 February worked.
  let calendar = BusinessCalendar(
    holidays: Set((0..<8).map { ("2024-02-10" as Day) + $0 }),
    makeUpWorkdays: ["2024-02-04", "2024-02-18"], years: 2024...2024)

  @Test("knows weekends, holidays on weekdays and worked Sundays")
  func isWorkday() {
    let days: [Day] = ["2024-02-03", "2024-02-04", "2024-02-09", "2024-02-12", "2024-02-18"]
    #expect(days.map(calendar.isWorkday) == [false, true, true, false, true])
  }

  @Test("moves a day off to the next or the last working day, and leaves a working day")
  func nearest() {
    #expect(calendar.following("2024-02-10") == "2024-02-18")
    #expect(calendar.following("2024-02-09") == "2024-02-09")
    #expect(calendar.preceding("2024-02-17") == "2024-02-09")
    #expect(calendar.preceding("2024-02-18") == "2024-02-18")
    #expect(calendar.knows("2024-12-31"))
    #expect(!calendar.knows("2025-01-01"))
  }

  @Test("leaves a day where it is when every day near it is off")
  func neverOpen() {
    let off = (-400...400).map { ("2025-06-01" as Day) + $0 }
    let closed = BusinessCalendar(holidays: Set(off), years: nil)
    for shift in BusinessDayShift.allCases {
      #expect(shift.shift("2025-06-01", by: closed) == "2025-06-01", "\(shift)")
    }
    // 400 days before and after are off; the next working day is 34 days from this one.
    #expect(closed.following("2026-06-05") == "2026-07-07")
    #expect(closed.preceding(.first) == .first)
  }

  @Test("counts the working days of a period as one counts them day by day (seed 31)")
  func workdays() throws {
    let calendar = try BusinessCalendar.seeds()
    var random = SplitMix64(seed: 31)
    for _ in 0..<2_000 {
      let from = Day(number: .random(in: 19_700...20_830, using: &random))
      let until = from + .random(in: -3...120, using: &random)
      let days = stride(from: from.number, to: until.number, by: 1).map(Day.init(number:))
      let expected = days.count(where: calendar.isWorkday)
      #expect(calendar.workdays(from: from, until: until) == expected, "\(from) \(until)")
    }
  }

  @Test(
    "China's due days move to working days, make-up workdays among them",
    arguments: [
      // day: following, modified following, preceding, modified preceding
      // Spring Festival 2024 ends on a worked Sunday, the 18th.
      ("2024-02-10", "2024-02-18", "2024-02-18", "2024-02-09", "2024-02-09"),
      // A Saturday before a worked Sunday, 29 September 2024.
      ("2024-09-28", "2024-09-29", "2024-09-29", "2024-09-27", "2024-09-27"),
      // Worked Sundays and Saturdays stay.
      ("2024-04-07", "2024-04-07", "2024-04-07", "2024-04-07", "2024-04-07"),
      ("2026-02-28", "2026-02-28", "2026-02-28", "2026-02-28", "2026-02-28"),
      // Dragon Boat Festival 2025, 31 May to 2 June: the next working day is in June.
      ("2025-05-31", "2025-06-03", "2025-05-30", "2025-05-30", "2025-05-30"),
      // Spring Festival 2025, 28 January to 4 February: the last working day is in January.
      ("2025-02-01", "2025-02-05", "2025-02-05", "2025-01-27", "2025-02-05"),
      // National Day 2026, 1 to 7 October; the Saturday after is worked.
      ("2026-10-01", "2026-10-08", "2026-10-08", "2026-09-30", "2026-10-08"),
      ("2026-10-10", "2026-10-10", "2026-10-10", "2026-10-10", "2026-10-10"),
      // A plain weekend at a month's end: Saturday 31 January 2026.
      ("2026-01-31", "2026-02-02", "2026-01-30", "2026-01-30", "2026-01-30"),
      // The 20th on a Sunday that is worked, 20 September 2026, and on a Saturday, 20 June.
      ("2026-09-20", "2026-09-20", "2026-09-20", "2026-09-20", "2026-09-20"),
      ("2026-06-20", "2026-06-22", "2026-06-22", "2026-06-18", "2026-06-18"),
    ] as [(Day, Day, Day, Day, Day)])
  func shifts(_ day: Day, following: Day, modified: Day, preceding: Day, back: Day) throws {
    let calendar = try BusinessCalendar.seeds()
    let shifts: [BusinessDayShift] = [
      .none, .following, .modifiedFollowing, .preceding, .modifiedPreceding,
    ]
    #expect(
      shifts.map { $0.shift(day, by: calendar) } == [day, following, modified, preceding, back])
    #expect(calendar.knows(day))
    #expect(!calendar.knows("2027-01-01"))
  }

  @Test("a shift has the name that contracts give it")
  func names() {
    #expect(
      BusinessDayShift.allCases.map(\.rawValue)
        == ["none", "following", "modified-following", "preceding", "modified-preceding"])
  }
}
