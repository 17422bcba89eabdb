import Fixtures
import LoanProducts
import Quantities
import Servicing

/// A loan of the golden cases: terms, and what happened to it.
struct GoldenClassLife: Sendable {
  private let terms: LoanTerms
  private let facts: [LoanFact]

  private init(_ terms: LoanTerms, _ facts: LoanFact...) {
    self.terms = terms
    self.facts = facts
  }

  func claim(on day: Day) throws -> Claim { try terms.claim(facts, atEndOf: day) }

  /// 36,000 yuan at 6.00 % from 10 January 2025: 6.00 yuan a day, 540.00 for the first 90 days.
  private static func loan(until maturity: Day, everyMonths months: Int) -> LoanTerms {
    LoanTerms.lending("36000.00", at: "6.00", from: "2025-01-10", until: maturity)
      .repaid(.interestThenPrincipal, everyMonths: months)
  }

  private static let atMaturity = loan(until: "2025-04-10", everyMonths: 3)
  private static let quarterly = loan(until: "2025-07-10", everyMonths: 3)
  private static let monthly = loan(until: "2027-01-10", everyMonths: 1)
  private static let yearly = loan(until: "2028-01-10", everyMonths: 12)

  /// Pays 540.00 and, from what is held, nine quarters more.
  private static let ahead = LoanFact.payment("5500.00", on: "2025-04-10")

  private static func change(
    _ kind: LoanFact.Kind, on day: Day, number: Int64, isRestructuring: Bool = false
  ) -> LoanFact {
    LoanFact(
      number: number, effectiveOn: day, kind: kind, amount: .zero,
      isRestructuring: isRestructuring)
  }

  private static func extended(to maturity: Day, on day: Day, number: Int64 = 3) -> LoanFact {
    change(
      .rescheduled(Rescheduling(maturesOn: maturity)), on: day, number: number,
      isRestructuring: true)
  }

  // MARK: Late

  static let late = GoldenClassLife(atMaturity)
  static let lateWithGrace = GoldenClassLife(atMaturity.with { $0.graceDays = 5 })

  // MARK: Restructured

  static let observed = GoldenClassLife(
    quarterly, ahead, extended(to: "2027-10-10", on: "2025-07-01"))
  static let missed = GoldenClassLife(
    quarterly, .payment("540.00", on: "2025-04-10"),
    extended(to: "2027-10-10", on: "2025-07-01"),
    .payment("546.00", on: "2025-07-10", number: 4),
    .payment("5000.00", on: "2025-10-15", number: 5))
  static let twice = GoldenClassLife(
    quarterly, ahead, extended(to: "2027-10-10", on: "2025-07-01"),
    extended(to: "2028-01-10", on: "2026-01-20", number: 4))
  static let twiceApart = GoldenClassLife(
    quarterly, ahead, extended(to: "2027-10-10", on: "2025-07-01"),
    extended(to: "2028-01-10", on: "2026-08-01", number: 4))
  /// 540.00, and 36,000 × 9 % × 112 ÷ 360 = 1,008.00 of penalty, make 1,548.00.
  static let defaulted = GoldenClassLife(
    atMaturity, .payment("1548.00", on: "2025-07-31"),
    change(
      .rescheduled(
        Rescheduling(
          maturesOn: "2027-07-10",
          repayment: RepaymentTerms(method: .interestThenPrincipal, interestEveryMonths: 3),
          takesInOverdue: true)),
      on: "2025-07-31", number: 3, isRestructuring: true),
    .payment("5000.00", on: "2025-10-10", number: 4))

  // MARK: Cured

  /// Late since 10 February; 720.00 are due by 1 June, and the rest is held for what comes.
  static let curedMonthly = GoldenClassLife(monthly, .payment("3000.00", on: "2025-06-01"))
  /// 31 days until 10 June make 186.00, paid on the 12th.
  static let relapsed = GoldenClassLife(
    monthly, .payment("720.00", on: "2025-06-01"),
    .payment("3000.00", on: "2025-06-12", number: 3))
  /// 365 days make 2,190.00.
  static let curedYearly = GoldenClassLife(
    yearly, .payment("4380.00", on: "2026-04-20"))
  static let curedLate = GoldenClassLife(
    loan(until: "2027-01-10", everyMonths: 12), .payment("2190.00", on: "2026-04-20"))

  // MARK: Judged

  private static func rating(
    _ rated: RatedClass, from day: Day, until end: Day, number: Int64 = 3
  ) -> LoanFact {
    change(.rated(rated, until: end), on: day, number: number)
  }

  private static let inMay = rating(.substandard, from: "2025-05-01", until: "2025-08-01")

  static let rated = GoldenClassLife(
    quarterly.with { $0.maturesOn = "2026-01-10" }, ahead, inMay)
  static let ratedAnew = GoldenClassLife(
    quarterly, ahead, inMay,
    rating(.doubtful, from: "2025-06-01", until: "2025-07-01", number: 4))
  static let ratedLate = GoldenClassLife(
    atMaturity, rating(.specialMention, from: "2025-04-10", until: "2026-04-10"))
  static let ratingReversed = GoldenClassLife(
    quarterly, ahead, inMay, change(.reversed(3), on: "2025-05-01", number: 4))
  static let technical = GoldenClassLife(
    atMaturity, change(.overdueExcused, on: "2025-04-11", number: 3))
  static let technicalPaid = GoldenClassLife(
    quarterly, change(.overdueExcused, on: "2025-04-12", number: 3),
    .payment("540.00", on: "2025-04-13", number: 4))

  // MARK: Students

  private static let student = LoanTerms.studentAid(
    from: "2020-09-01", graduation: "2024-09-01", until: "2042-09-20")
  private static let waived = change(
    .interestWaived(year: 2024, defersPrincipal: true), on: "2024-10-01", number: 3)

  static let unrelieved = GoldenClassLife(student)
  static let relieved = GoldenClassLife(student, waived)
  static let relievedTwice = GoldenClassLife(
    student, waived,
    change(.interestWaived(year: 2025, defersPrincipal: true), on: "2025-01-05", number: 4))
}
