package import Accrual
package import LoanProducts
package import Quantities
package import Scheduling

/// A line of a figure: one payer's interest on one balance at one rate for some days.
package struct InterestLine: Hashable, Sendable {
  package enum Rule: Hashable, Sendable {
    /// Contract interest that the borrower owes.
    case contract
    /// Contract interest that a subsidy's payer owes.
    case subsidy
    /// Contract interest of the borrower that the State bears, billed in this year.
    case waiver(year: Int)
    case penalty
    case misuse
    case compound
  }

  package let rule: Rule
  package let payer: Payer
  package let from: Day
  package let until: Day
  package let balance: Money
  /// The rate that the balance bears, with penalty or misuse.
  package let rate: AnnualRate
  /// The payer's share of the line's interest, in basis points.
  package let shareBasisPoints: Int
  /// The days' fraction of a year: `weight` ÷ `denominator`.
  package let weight: Int64
  package let denominator: Int64
  package let exact: ExactAmount
}

/// A figure of interest and the lines it is the sum of, from what the claim's own meters counted.
///
/// `rounding` is what the figure is above the exact sum: what rounding once a bill, or the
/// difference of two rounded sums, adds or takes.
package struct Explanation: Hashable, Sendable {
  package let figure: InterestByPayer
  package let lines: [InterestLine]
  package let exact: ExactAmount
  package let rounding: ExactAmount
}

/// Which figure is explained.
package enum ExplainedFigure: Hashable, Sendable {
  /// The contract interest billed on a day, at a due day or by a payment in advance.
  case billed(on: Day)
  /// What accrued: contract interest, penalty or compound interest.
  case interest(in: Days)
  case penalty(in: Days)
  case compound(in: Days)

  package enum Days: Hashable, Sendable {
    case month(Month)
    /// All days before this one.
    case until(Day)
  }
}

extension Explanation {
  /// The explanation of a figure of a loan's life as it is known at the end of a day.
  ///
  /// - Parameters:
  ///   - figure: the figure, explained as far as `day`.
  ///   - contract: the signed terms and the rates in force.
  ///   - facts: the loan's facts.
  ///   - day: the last day that is known.
  /// - Throws: `ServicingError` of the life; `.nothingBilled` if nothing was billed on the day,
  ///   `.notExplained` if the sum passes 128 bits.
  package init(
    _ figure: ExplainedFigure, _ contract: LoanContract, facts: [LoanFact], through day: Day
  ) throws(ServicingError) {
    switch figure {
    case .billed(let dueOn):
      self = try Self.bill(on: dueOn, try MeterRecord(contract, facts: facts, through: day))
    case .interest(let days), .penalty(let days), .compound(let days):
      let first: Day
      let last: Day
      switch days {
      case .month(let month): (first, last) = (month.firstDay, min(month.lastDay, day))
      case .until(let end): (first, last) = (.first, min(end - 1, day))
      }
      let record = try MeterRecord(contract, facts: facts, through: last)
      var before = AccrualTarget(interest: .zero, penalty: .zero)
      if first > record.claim.startsOn {
        before = try Claim(contract, facts: facts, through: first - 1).accrualTarget
      }
      self = try Self.accrued(figure, first..<max(first, last + 1), record, since: before)
    }
  }

  private static func accrued(
    _ figure: ExplainedFigure, _ days: Range<Day>, _ record: MeterRecord,
    since before: AccrualTarget
  ) throws(ServicingError) -> Explanation {
    let target = record.claim.accrualTarget
    let sum: InterestByPayer
    let lines: [InterestLine]?
    switch figure {
    case .penalty:
      sum = InterestByPayer(borrower: target.penalty - before.penalty)
      lines = record.charges(days, isCompound: false)
    case .compound:
      sum = InterestByPayer(borrower: target.compound - before.compound)
      lines = record.charges(days, isCompound: true)
    case .interest, .billed:
      sum = target.interest - before.interest
      lines = record.interest(days)
    }
    guard let lines else { throw .notExplained }
    return try summed(sum, lines)
  }

  private static func bill(on day: Day, _ record: MeterRecord) throws(ServicingError) -> Explanation
  {
    let groups = record.groups.filter { $0.billedOn == day }
    guard !groups.isEmpty else { throw .nothingBilled(on: day) }
    var sum = InterestByPayer.zero
    var lines: [InterestLine] = []
    for group in groups {
      sum = sum + group.bill.interest
      guard let found = group.lines(record.whole) else { throw .notExplained }
      lines += found
    }
    return try summed(sum, lines)
  }

  private static func summed(
    _ figure: InterestByPayer, _ lines: [InterestLine]
  ) throws(ServicingError) -> Explanation {
    var exact = ExactAmount.zero
    for line in lines {
      guard let sum = exact.adding(line.exact) else { throw .notExplained }
      exact = sum
    }
    guard let rounding = ExactAmount(figure.sum).adding(-exact) else { throw .notExplained }
    return Explanation(figure: figure, lines: lines, exact: exact, rounding: rounding)
  }
}

/// What a life's meters counted, bill by bill.
private struct MeterRecord {
  /// The stretches of contract interest of one bill, or of the one that is still open.
  struct Group {
    var stretches: [InterestStretch] = []
    var billedOn: Day
    var bill: Bill
  }

  let claim: Claim
  let groups: [Group]
  private let others: [InterestStretch]

  init(
    _ contract: LoanContract, facts: [LoanFact], through day: Day
  ) throws(ServicingError) {
    var groups: [Group] = []
    var others: [InterestStretch] = []
    var open: [InterestStretch] = []
    var life = try LoanLife(contract, facts: facts, through: day) { event in
      switch event {
      case .stretch(let stretch):
        if case .interest = stretch.figure { open.append(stretch) } else { others.append(stretch) }
      case .closed(let due, _, let bill):
        guard let bill else { return }
        groups.append(Group(stretches: open, billedOn: due.on, bill: bill))
        open = []
      case .broken(let day, let bill):
        groups.append(Group(stretches: open, billedOn: day, bill: bill))
        open = []
      case .took: break
      }
    }
    claim = try life.claim(atEndOf: day)
    groups.append(Group(stretches: open, billedOn: claim.billsOn, bill: claim.runningBill))
    self.groups = groups
    self.others = others
  }

  /// All days.
  let whole = Day.first..<Day(number: Day.last.number + 100_000)

  func interest(_ days: Range<Day>) -> [InterestLine]? {
    var lines: [InterestLine] = []
    for group in groups {
      guard let found = group.lines(days) else { return nil }
      lines += found
    }
    return lines
  }

  func charges(_ days: Range<Day>, isCompound: Bool) -> [InterestLine]? {
    var lines: [InterestLine] = []
    for stretch in others {
      let rule: InterestLine.Rule
      let rate: AnnualRate
      switch stretch.figure {
      case .interest: continue
      case .penalty(let percent): (rule, rate) = (.penalty, stretch.rate.scaled(percent: percent))
      case .misuse(let percent): (rule, rate) = (.misuse, stretch.rate.above(percent: percent))
      case .compound(let percent): (rule, rate) = (.compound, stretch.rate.scaled(percent: percent))
      }
      let clipped =
        max(
          stretch.from, days.lowerBound)..<max(
          max(stretch.from, days.lowerBound), min(stretch.until, days.upperBound))
      guard (rule == .compound) == isCompound, !clipped.isEmpty else { continue }
      let exact = ExactAmount(
        PenaltyMeter.units(stretch.balance, clipped.lowerBound, clipped.upperBound, rate),
        PenaltyMeter.year)
      lines.append(
        InterestLine(
          rule: rule, payer: .borrower, from: clipped.lowerBound, until: clipped.upperBound,
          balance: stretch.balance, rate: rate, shareBasisPoints: 10_000,
          weight: Int64(clipped.upperBound - clipped.lowerBound), denominator: 360, exact: exact))
    }
    return lines
  }
}

extension MeterRecord.Group {
  /// The lines of the days asked for; nil if one passes 128 bits.
  func lines(_ days: Range<Day>) -> [InterestLine]? {
    var lines: [InterestLine] = []
    for stretch in stretches {
      guard case .interest(let period, let subsidy) = stretch.figure else { continue }
      let from = max(stretch.from, days.lowerBound)
      let until = min(stretch.until, days.upperBound)
      guard from < until else { continue }
      let change = subsidy.map { max(from, min(until, $0.until ?? until)) } ?? from
      let base = min(stretch.balance, subsidy?.principalLimit ?? stretch.balance)
      let share = subsidy?.shareBasisPoints ?? 0
      let own = borrower
      let parts: [(Range<Day>, Money, Int, Payer, InterestLine.Rule)] = [
        (from..<change, base, share, subsidy?.payer ?? .borrower, .subsidy),
        (from..<change, base, 10_000 - share, own.payer, own.rule),
        (from..<change, stretch.balance - base, 10_000, own.payer, own.rule),
        (change..<until, stretch.balance, 10_000, own.payer, own.rule),
      ]
      for (range, balance, share, payer, rule) in parts
      where !range.isEmpty && balance.isPositive && share > 0 {
        let weight = period.weight(from: range.lowerBound, until: range.upperBound)
        let units = Int128(balance.minorUnits) * Int128(stretch.rate.trillionths) * Int128(weight)
        let whole = ExactAmount(units, Int128(period.denominator) * 1_000_000_000_000)
        guard let exact = whole.times(Int128(share), dividedBy: 10_000) else { return nil }
        lines.append(
          InterestLine(
            rule: rule, payer: payer, from: range.lowerBound, until: range.upperBound,
            balance: balance, rate: stretch.rate, shareBasisPoints: share, weight: weight,
            denominator: period.denominator, exact: exact))
      }
    }
    return lines
  }

  /// Who owes what no subsidy pays, and by which rule.
  private var borrower: (payer: Payer, rule: InterestLine.Rule) {
    bill.isWaived ? (.finance, .waiver(year: billedOn.year)) : (.borrower, .contract)
  }
}
