import LoanProducts
import Quantities
import Scheduling

extension DayByDay {
  /// The exact interest of one period: sums of balance × rate × part of a year, over `whole`.
  struct Exact {
    /// Balance (minor units) × rate (1e-12) × part.
    var total: Int128 = 0
    /// The same on the days and the principal that are subsidised, before the share is taken.
    var subsidised: Int128 = 0
    var whole: Int128
  }

  /// A change of the balance, from a day on.
  private struct Change {
    let from: Day
    let amount: Int64
  }

  /// What is wrong with the interest of a schedule; nil if each row's is that of its days.
  ///
  /// - Parameters:
  ///   - rows: the schedule, the down payment's row included.
  ///   - dueDays: the contract's due days, one for each other row.
  /// - Returns: a sentence for the failure.
  func fault(in rows: [Installment], dueDays: [DueDay]) -> String? {
    let dues = Array(rows.dropFirst(terms.repayment.downPayment == nil ? 0 : 1))
    guard dues.count == dueDays.count else { return "\(dues.count) rows" }
    let ends = ends
    let closings = zip(dueDays, dues).filter { $0.0.billsInterest }
    guard closings.count == ends.count else { return "\(closings.count) periods, not \(ends)" }
    for ((due, row), end) in zip(closings, ends) {
      if due.on != end.on || due.until != end.until || row.dueOn != end.on {
        return "a period ends on \(due.on), \(due.until), not as \(end)"
      }
    }
    var changes = dueDays.indices.map { index in
      Change(from: dueDays[index].until, amount: -dues[index].principal.minorUnits)
    }
    changes += terms.laterDisbursements.map { Change(from: $0.on, amount: $0.amount.minorUnits) }
    changes.sort { $0.from < $1.from }
    return fault(closings.map { ($0.0.number, $0.1) }, ends: ends, changes: changes)
  }

  private func fault(
    _ rows: [(number: Int, row: Installment)], ends: [PeriodEnd], changes: [Change]
  ) -> String? {
    var balance = firstBalance
    var start = PeriodEnd(nominal: terms.startsOn, on: terms.startsOn, until: terms.startsOn)
    var changes = changes[...]
    var step = 0
    var carried = (whole: Int64(0), subsidised: Int64(0))
    for ((number, row), end) in zip(rows, ends) {
      let fraction = fraction(from: start, to: end)
      var exact = Exact(whole: Int128(fraction.whole) * 1_000_000_000_000)
      var day = start.until
      while day < end.until {
        while let change = changes.first, change.from <= day {
          balance += change.amount
          changes.removeFirst()
        }
        while step + 1 < rates.steps.count, rates.steps[step + 1].from <= day { step += 1 }
        add(day, balance, rates.steps[step].rate, fraction.part(day), to: &exact)
        day = day + 1
      }
      if number <= terms.repayment.grace.interestFree { exact = Exact(whole: exact.whole) }
      let billed = rounded(exact)
      carried = (carried.whole + billed.whole, carried.subsidised + billed.subsidised)
      if number <= terms.repayment.grace.interest, end != ends.last {
        if !row.interest.isZero { return "\(row) is in the grace" }
      } else if (row.interest.minorUnits, row.subsidised.minorUnits) == carried {
        carried = (0, 0)
      } else {
        return
          "\(row.dueOn): \(row.interest), \(row.subsidised) subsidised, not \(carried): \(exact)"
      }
      start = end
    }
    return nil
  }

  private var firstBalance: Int64 {
    terms.laterDisbursements.reduce(
      terms.principal.minorUnits - (terms.repayment.downPayment ?? .zero).minorUnits
    ) { $0 - $1.amount.minorUnits }
  }

  @inline(__always)
  private func add(
    _ day: Day, _ balance: Int64, _ rate: AnnualRate, _ part: Int64, to exact: inout Exact
  ) {
    let daily = Int128(rate.trillionths) * Int128(part)
    exact.total += Int128(balance) * daily
    guard let subsidy = terms.subsidy, day < subsidy.until ?? .last + 1 else { return }
    let base = min(balance, subsidy.principalLimit?.minorUnits ?? balance)
    exact.subsidised += Int128(base) * daily
  }

  /// The whole minor units next to the exact interest, within half a unit where halves are rounded.
  private func rounded(_ exact: Exact) -> (whole: Int64, subsidised: Int64) {
    let whole = Self.rounded(exact.total, by: exact.whole, terms.rounding)
    // Whole units of a basis point each first, so that nothing overflows.
    let share = Int128(terms.subsidy?.shareBasisPoints ?? 0)
    let unit = exact.whole * 10_000
    let (full, rest) = exact.subsidised.quotientAndRemainder(dividingBy: unit)
    let part = Int64(full * share) + Self.rounded(rest * share, by: unit, terms.rounding)
    return (whole, min(part, whole))
  }

  /// By twice the distance from the unit below.
  private static func rounded(_ value: Int128, by whole: Int128, _ rounding: Rounding) -> Int64 {
    let below = Int64(value / whole)
    let twice = 2 * (value - Int128(below) * whole)
    switch rounding {
    case .halfUp: return twice >= whole ? below + 1 : below
    case .halfEven:
      if twice == whole { return below + below % 2 }
      return twice > whole ? below + 1 : below
    case .up: return twice > 0 ? below + 1 : below
    case .down: return below
    }
  }
}
