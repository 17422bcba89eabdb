import Fixtures
import Foundation
import LoanProducts
import Quantities
import Scheduling

/// Terms of any method with all that can shape a schedule, the same for the same seed.
///
/// Nearly all have a schedule; a few are refused, and `Ways.schedule` says which refusals may be.
struct RandomContract: CustomStringConvertible, Sendable {
  let seed: UInt64
  let currency: Currency
  let terms: LoanTerms
  let calendar: BusinessCalendar
  /// The down payment as a document gives it; nil for none.
  let downPaymentPercent: Int64?

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    self.seed = seed
    currency = Currency(code: "XXX", decimals: random.pick(2, 2, 2, 0, 3, 4))
    var terms = Self.termsWithDates(&random)
    Self.chooseInterest(&terms, &random)
    Self.chooseRepayment(&terms, &random)
    Self.chooseOddities(&terms, &random)
    Self.chooseDisbursements(&terms, &random)
    let method = terms.repayment.method
    if random.onceIn(8), method != .plan, method != .imported {
      let percent = random.pick(Int64(10), 20, 25, 33, 50)
      let first = terms.principal - terms.laterDisbursements.reduce(.zero) { $0 + $1.amount }
      let part = terms.rounding.divide(Int128(first.minorUnits) * Int128(percent), by: 100)
      let isSmaller = part < first.minorUnits
      terms.repayment.downPayment = isSmaller ? Money(minorUnits: Int64(part)) : nil
      downPaymentPercent = isSmaller ? percent : nil
    } else {
      downPaymentPercent = nil
    }
    if method == .plan { terms.repayment.plan = Self.plan(terms, &random) }
    if method == .imported { terms.repayment.plan = Self.imported(terms, &random) }
    calendar = terms.repayment.shift == nil ? .weekendsOnly : Self.chineseYear(terms, &random)
    self.terms = terms
  }

  var description: String {
    """
    the contract of seed \(seed) (SHANHAI_SEED=\(seed) runs it alone):
      \(terms)
      \(calendar)
    """
  }

  /// The contract under the LPR as published.
  func contract() throws(SchedulingError) -> LoanContract {
    try LoanContract(terms, market: .lpr, calendar: calendar)
  }

  /// The contract and its schedule; nil if random terms may be refused as these are.
  ///
  /// - Throws: any other refusal.
  func schedule() throws(SchedulingError) -> (contract: LoanContract, rows: [Installment])? {
    do {
      let contract = try contract()
      return (contract, try RepaymentSchedule(contract).installments)
    } catch {
      switch error {
      // A level payment over long periods of uneven length may not cover the longest, and an
      // imported instalment of any size not its interest.
      case .installmentBelowInterest
      where terms.repayment.method.isLevel || terms.repayment.method == .imported:
        return nil
      // No due day in a month with a weight, or all within the grace.
      case .noPrincipalDueDay
      where terms.repayment.method == .seasonal || terms.repayment.grace.principal > 0:
        return nil
      default: throw error
      }
    }
  }

  // MARK: Dates

  private static func termsWithDates(_ random: inout SplitMix64) -> LoanTerms {
    let isLongAgo = random.onceIn(20)
    let days: ClosedRange<Day> = isLongAgo ? .first..."2161-01-01" : "2019-09-01"..."2027-06-30"
    var start = Day.random(in: days, &random)
    if random.onceIn(5) { start = start.month.lastDay }
    let longest = random.pick(6, 12, 12, 24, 36, random.onceIn(12) ? 240 : 60)
    let months = Int.random(in: 1...longest, using: &random)
    let odd = random.pick(0, 0, 0, Int.random(in: 1...45, using: &random))
    var terms = LoanTerms(
      principal: principal(&random), agreedOn: start, startsOn: start,
      maturesOn: min(.last, start.adding(months: months) + odd), rate: .fixed(.zero))
    if random.onceIn(200) { terms.maturesOn = start + 1 }
    if !isLongAgo, random.onceIn(3) {
      let spread = AnnualRate(basisPoints: .random(in: -250...900, using: &random))
      terms.rate = .floating(
        index: random.pick(.oneYear, .fiveYear), spread: spread,
        reset: random.pick(
          .anniversary, .publication, .yearly(month: 1, day: 1), .yearly(month: 12, day: 21),
          .yearly(month: 2, day: 29)))
      if random.onceIn(3) {
        terms.rateBounds = RateBounds(
          cap: random.pick(nil, "6.00", "4.00"), floor: random.pick(nil, "3.20", "0.00"))
      }
    } else {
      terms.rate = .fixed(Self.rate(&random))
    }
    return terms
  }

  private static func principal(_ random: inout SplitMix64) -> Money {
    switch Int.random(in: 0..<20, using: &random) {
    case 0: return Money(minorUnits: .random(in: 1...200, using: &random))
    case 1: return .largestAmount
    case 2: return Money(minorUnits: .random(in: 1...1_000_000_000_000_000, using: &random))
    case 3...8: return Money(minorUnits: 100_000 * .random(in: 1...3_000, using: &random))
    default: return Money(minorUnits: .random(in: 10_000...500_000_000, using: &random))
    }
  }

  static func rate(_ random: inout SplitMix64) -> AnnualRate {
    switch Int.random(in: 0..<20, using: &random) {
    case 0, 1: return .zero
    case 2: return random.pick(.largest, AnnualRate(trillionths: 1))
    case 3...6: return AnnualRate(trillionths: .random(in: 0...240_000_000_000, using: &random))
    default: return AnnualRate(basisPoints: .random(in: 1...2_400, using: &random))
    }
  }

  private static func chooseInterest(_ terms: inout LoanTerms, _ random: inout SplitMix64) {
    let dayCount = DayCount.allCases.randomElement(using: &random) ?? .actual360
    terms.basis = random.pick(
      .months, .months, .days(.actual360), .days(.actual360), .days(.actual365),
      .monthsOfThirtyDays(yearDays: 365), .monthsAndDays, .days(dayCount), .days(dayCount))
    terms.rounding = random.pick(.halfUp, .halfUp, .halfEven, .up, .down)
    guard random.onceIn(4) else { return }
    let half = Money(minorUnits: terms.principal.minorUnits / 2)
    terms.subsidy = SubsidyTerms(
      payer: random.pick(.finance, .programme), shareBasisPoints: random.pick(10_000, 5_000, 3_333),
      principalLimit: random.pick(nil, half), until: random.pick(nil, terms.startsOn + 100),
      stopsWhenOverdue: false)
  }

  private static func chooseDisbursements(_ terms: inout LoanTerms, _ random: inout SplitMix64) {
    let days = terms.maturesOn - terms.startsOn
    guard random.onceIn(6), days > 4, terms.principal.minorUnits > 10 else { return }
    let share = terms.principal.minorUnits / 5
    var on = terms.startsOn
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      on = on + Int.random(in: 1...max(1, days / 3), using: &random)
      guard on < terms.maturesOn else { return }
      terms.laterDisbursements.append(
        LaterDisbursement(
          on: on, amount: Money(minorUnits: .random(in: 1...share, using: &random))))
    }
  }

  /// A calendar with a long holiday at its usual times of the year, two weekend days beside each of
  /// them worked instead, for the first years of the term.
  private static func chineseYear(
    _ terms: LoanTerms, _ random: inout SplitMix64
  ) -> BusinessCalendar {
    var calendar = BusinessCalendar.weekendsOnly
    for year in terms.startsOn.year...min(terms.startsOn.year + 5, 2_199) {
      for (month, length) in [(1, 3), (2, 8), (5, 5), (10, 7)] {
        let first = Month(year: year, month: month).day(Int.random(in: 1...28, using: &random))
        for offset in 0..<length { calendar.holidays.insert(first + offset) }
        for day in [first - 1, first + length] where day.weekday > 5 {
          calendar.makeUpWorkdays.insert(day)
        }
      }
    }
    return calendar
  }
}

extension Day {
  static func random(in days: ClosedRange<Day>, _ random: inout SplitMix64) -> Day {
    Day(number: .random(in: days.lowerBound.number...days.upperBound.number, using: &random))
  }
}

extension RepaymentMethod {
  /// Whether its instalments are level payments.
  var isLevel: Bool {
    [.equalInstallments, .graceThenEqualInstallments, .stepped].contains(self)
  }
}

/// The seeds of a run: the same ones each time, or the one that `SHANHAI_SEED` names.
enum Seeds {
  /// The parts of a run, each a test case of its own, so that they go side by side.
  static let parts = 0..<8

  private static let given = ProcessInfo.processInfo.environment["SHANHAI_SEED"].flatMap(
    UInt64.init)

  /// The seeds of one part of a run in which all parts together have `count`.
  static func of(part: Int, count: Int) -> ClosedRange<UInt64> {
    if let given { return given...given }
    let share = UInt64(least(count))
    let first = 1_000_000 + UInt64(part) * share
    return first...(first + share - 1)
  }

  /// A part's share of a count: in a debug build, which is slow, of a twentieth of it.
  static func least(_ count: Int) -> Int {
    #if DEBUG
      return (count / 20 + parts.count - 1) / parts.count
    #else
      return (count + parts.count - 1) / parts.count
    #endif
  }

  static var isOne: Bool { given != nil }
}
