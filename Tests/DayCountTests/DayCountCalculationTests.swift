import Calculations
import Interchange
import Quantities
import Testing

/// Goal: `calculate day-count` answers each case, and refuses what names no period.
///
/// Method: one case of JSON a row, with the members of its answer.
@Suite("calculate day-count")
struct DayCountCalculationTests {
  private func answer(_ members: String) throws -> JSONValue {
    let document = try JSONValue(reading: Array("[{\"id\": \"a\", \(members)}]".utf8))
    let answers = try Calculation.dayCount.answers(to: document) { error in
      ((error as? any Explained)?.code ?? "\(error)", "\(error)")
    }
    guard case .array(let list) = answers, let first = list.first else { return .null }
    #expect(first["id"] == .string("a"))
    return first
  }

  @Test(
    "answers days and the fraction of a year, half to even at 18 decimals",
    arguments: [
      // 92 ÷ 360 = 0.2555…; 92 ÷ 365.25 = 368 ÷ 1,461.
      ("act/360", 92, "0.255555555555555556"), ("ACT/365F", 92, "0.252054794520547945"),
      ("act/365.25", 92, "0.251882272416153320"), ("actual/365", 92, "0.252054794520547945"),
      ("act/364", 92, "0.252747252747252747"), ("nl/365", 92, "0.252054794520547945"),
      ("act/act-isda", 92, "0.252054794520547945"), ("act/act-afb", 92, "0.252054794520547945"),
      ("act/act-31-december", 92, "0.252054794520547945"),
      ("act/365-actual", 92, "0.252054794520547945"), ("30e/360", 90, "0.25"),
      ("30e+/360", 90, "0.25"), ("30e/365", 90, "0.246575342465753425"),
      ("30/360-isda", 90, "0.25"), ("30/360-psa", 90, "0.25"), ("30/360-us", 90, "0.25"),
      ("28/336", 84, "0.25"), ("bus/252", 66, "0.261904761904761905"),
    ] as [(String, Int64, String)])
  func answers(convention: String, days: Int64, fraction: String) throws {
    let answer = try answer(
      "\"convention\": \"\(convention)\", \"from\": \"2026-03-20\", \"until\": \"2026-06-20\"")
    #expect(answer["days"] == .integer(days))
    var trimmed = fraction
    while trimmed.hasSuffix("0") { trimmed.removeLast() }
    #expect(answer["yearFraction"] == .string(trimmed))
  }

  @Test("an empty period has no days, and a year is 1.0")
  func edges() throws {
    let empty = try answer(
      #""convention": "30e+/360", "from": "2026-01-31", "until": "2026-01-31""#)
    #expect(empty["days"] == .integer(0) && empty["yearFraction"] == .string("0.0"))
    let year = try answer(
      #""convention": "act/act-isda", "from": "2024-01-01", "until": "2025-01-01""#)
    #expect(year["days"] == .integer(366) && year["yearFraction"] == .string("1.0"))
  }

  @Test("bus/252 takes holidays and make-up workdays")
  func calendar() throws {
    // Monday 5 to Sunday 11 October 2026: 8 and 9 October are left of the week, the 10th is worked.
    let answer = try answer(
      #"""
      "convention": "bus/252", "from": "2026-10-05", "until": "2026-10-12",
      "holidays": ["2026-10-05", "2026-10-06", "2026-10-07"], "makeUpWorkdays": ["2026-10-10"]
      """#)
    #expect(answer["days"] == .integer(3))
  }

  @Test(
    "refuses what names no period and convention",
    arguments: [
      (
        #""convention": "act/360", "from": "2026-03-21", "until": "2026-03-20""#,
        "day_count.until_before_from"
      ),
      (#""convention": "act/366", "from": "2026-03-20", "until": "2026-03-20""#, notAllowed),
      (#""convention": "act/360", "from": "2026-02-29", "until": "2026-03-20""#, notAllowed),
      (#""convention": "act/360", "from": "2199-12-31", "until": "2200-01-01""#, notAllowed),
      (#""convention": "act/360", "from": 20260101, "until": true"#, notAllowed),
      (#""convention": "act/360", "from": "2026-02-28""#, "calculate.missing"),
      (#""from": "2026-02-28", "until": "2026-03-20""#, "calculate.missing"),
      (
        #""convention": "act/360", "from": "2026-02-28", "until": "2026-03-20", "holidays": []"#,
        "calculate.unknown_member"
      ),
      (
        #""convention": "bus/252", "from": "2026-02-28", "until": "2026-03-20", "holidays": [1]"#,
        notAllowed
      ),
      (
        #""convention": "bus/252", "from": "2026-02-28", "until": "2026-03-20", "holidays": {}"#,
        notAllowed
      ),
    ] as [(String, String)])
  func refuses(members: String, code: String) throws {
    let answer = try answer(members)
    #expect(answer["error"]?["code"] == .string(code), "\(answer)")
  }

  private static let notAllowed = "calculate.not_allowed"
}
