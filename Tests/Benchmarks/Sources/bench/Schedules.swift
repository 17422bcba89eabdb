import LoanProducts
import Quantities
import ReferenceLoop
import Scheduling

/// A loan of 36 monthly equal instalments, another one for each number.
struct SampleLoan {
  let principal: Int64
  let rate: Int64
  let year: Int
  let month: Int
  let day: Int

  init(_ number: Int) {
    principal = 1_000_000 + Int64(number &* 7_919 % 99_000_000)
    rate = 20_000_000_000 + Int64(number % 160) * 500_000_000
    year = 2_015 + number % 11
    month = 1 + number % 12
    day = 1 + number % 31 % 28
  }

  func terms(_ basis: InterestBasis) -> LoanTerms {
    let start = Month(year: year, month: month).day(day)
    var terms = LoanTerms(
      principal: Money(minorUnits: principal), agreedOn: start, startsOn: start,
      maturesOn: start.adding(months: 36), rate: .fixed(AnnualRate(trillionths: rate)))
    terms.repayment = RepaymentTerms(method: .equalInstallments, interestEveryMonths: 1)
    terms.basis = basis
    return terms
  }
}

extension EngineBenchmark {
  private static let loans = (0..<4_096).map(SampleLoan.init)
  private static let rounds = 10

  /// Schedules with dates and exact cents, beside the same in C, whose figures they have to equal.
  ///
  /// The three loops take turns, and the best turn of each counts.
  static func schedules() throws {
    var inC = Turn()
    var monthly = Turn()
    var daily = Turn()
    let monthlyLoans = Prepared(loans, .months)
    let dailyLoans = Prepared(loans, .days(.actual360))
    for _ in 0..<15 {
      inC.better(turn { reference() })
      monthly.better(try turn { try swift(monthlyLoans) })
      daily.better(try turn { try swift(dailyLoans) })
    }
    guard inC.interest == monthly.interest else {
      throw Mismatch(description: "C \(inC.interest), Swift \(monthly.interest)")
    }
    let count = Double(loans.count * rounds)
    line("schedules_per_second", count / monthly.seconds)
    line("schedules_per_second_actual_360", count / daily.seconds)
    line("schedules_per_second_in_c", count / inC.seconds)
    line("schedules_vs_c", inC.seconds / monthly.seconds, decimals: 3)
    line("allocations_per_schedule", monthly.allocations / count, decimals: 2)
  }

  /// What one turn of a loop took and gave.
  private struct Turn {
    var seconds = Double.infinity
    var allocations = 0.0
    var interest: Int64 = 0

    mutating func better(_ other: Turn) { if other.seconds < seconds { self = other } }
  }

  private static func turn(_ body: () throws -> Int64) rethrows -> Turn {
    let allocations = reference_allocations()
    let start = now()
    let interest = try body()
    let seconds = now() - start
    return Turn(
      seconds: seconds, allocations: Double(reference_allocations() - allocations),
      interest: interest)
  }

  private struct Prepared {
    let terms: [LoanTerms]
    let rates: [RatePath]

    init(_ loans: [SampleLoan], _ basis: InterestBasis) {
      terms = loans.map { $0.terms(basis) }
      rates = loans.map { loan in
        RatePath(steps: [
          RatePath.Step(from: .first, rate: AnnualRate(trillionths: loan.rate))
        ])
      }
    }
  }

  struct Mismatch: Error, CustomStringConvertible {
    let description: String
  }

  private static func reference() -> Int64 {
    var rows = [reference_row](repeating: reference_row(), count: 36)
    var interest: Int64 = 0
    for _ in 0..<rounds {
      for loan in loans {
        interest &+= reference_schedule(
          loan.principal, loan.rate, Int32(loan.year), Int32(loan.month), Int32(loan.day), 36,
          &rows)
        interest &+= rows[35].principal
      }
    }
    return interest
  }

  private static func swift(_ prepared: Prepared) throws -> Int64 {
    var interest: Int64 = 0
    try prepared.terms.withUnsafeBufferPointer { terms in
      for _ in 0..<rounds {
        for index in terms.indices {
          let schedule = try RepaymentSchedule(terms[index], rates: prepared.rates[index])
          for installment in schedule.installments { interest &+= installment.interest.minorUnits }
          interest &+= schedule.installments[35].principal.minorUnits
        }
      }
    }
    return interest
  }

  /// The interest of one day, rounded, for a balance and a rate that change with each.
  static func dailyInterest() throws {
    let count = 20_000_000
    let start = Day(number: 20_000)
    let rates = (0..<64).map { number in
      RatePath(steps: [
        RatePath.Step(
          from: .first, rate: AnnualRate(trillionths: 30_000_000_000 + Int64(number) * 100_000_000))
      ])
    }
    var sum: Int64 = 0
    let seconds = best {
      for number in 0..<count {
        let day = start + number & 4_095
        let period = InterestPeriod(
          from: day, until: day + 1, wholeMonths: nil, basis: .days(.actual360))
        var meter = InterestMeter(period: period)
        meter.add(
          balance: Money(minorUnits: 5_000_000 + Int64(number & 1_023)), from: day, until: day + 1,
          rates: rates[number & 63], subsidy: nil)
        sum &+= meter.amounts(.halfUp).whole.minorUnits
      }
    }
    guard sum != 0 else { throw Mismatch(description: "no interest") }
    line("daily_interest_per_second", Double(count) / seconds)
  }

  /// What more years cost, and over twenty years more resets: nanoseconds a schedule.
  static func growth() throws {
    for years in [5, 10, 20, 40] {
      line("schedule_ns_\(years)_years", try nanoseconds(years: years, resets: 0))
    }
    for resets in [0, 5, 10, 20] {
      line("schedule_ns_20_years_\(resets)_resets", try nanoseconds(years: 20, resets: resets))
    }
  }

  private static func nanoseconds(years: Int, resets: Int) throws -> Double {
    var terms = SampleLoan(7).terms(.days(.actual360))
    terms.repayment.lastInstallment = .absorbs
    terms.maturesOn = terms.startsOn.adding(months: 12 * years)
    let steps = (0...resets).map { number in
      RatePath.Step(
        from: terms.startsOn.adding(months: 12 * number),
        rate: AnnualRate(trillionths: 40_000_000_000 + Int64(number) * 100_000_000))
    }
    let rates = RatePath(steps: steps)
    let seconds = try best {
      for _ in 0..<200 { _ = try RepaymentSchedule(terms, rates: rates) }
    }
    return seconds / 200 * 1e9
  }
}
