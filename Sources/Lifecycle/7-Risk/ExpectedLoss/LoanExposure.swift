package import LoanProducts
package import Quantities

/// What a loan owes and will owe, and what its loss depends on.
package struct LoanExposure: Hashable, Sendable {
  /// What falls due in one month ahead.
  package struct Instalment: Hashable, Sendable {
    package var principal: Money
    package var interest: Money

    package init(principal: Money, interest: Money) {
      self.principal = principal
      self.interest = interest
    }
  }

  package var loanID: Int64
  /// The number of its line, see `ExpectedLossModel.segment(of:)`.
  package var segment: Int
  package var security: LoanSecurity
  package var signs: StageSigns
  /// Principal, interest and penalty that are due and not paid.
  package var dueUnpaid: Money
  /// Interest that has run and is not due yet: part of the next interest that falls due.
  package var interestRunning: Money
  /// Of the months ahead, the first one first, with none left out; the last may not be the last
  /// that has anything.
  package var instalments: [Instalment]
  /// The effective rate, by which what is lost later counts less.
  package var rate: AnnualRate
  /// The share of the loss that a fund bears, in ten-thousandths.
  package var fundShare: Int

  package init(loanID: Int64, segment: Int, security: LoanSecurity, rate: AnnualRate) {
    self.loanID = loanID
    self.segment = segment
    self.security = security
    self.rate = rate
    signs = StageSigns()
    dueUnpaid = .zero
    interestRunning = .zero
    instalments = []
    fundShare = 0
  }

  /// What is owed today: due and unpaid, interest run, and all principal that is not due.
  package var amount: Money {
    instalments.reduce(dueUnpaid + interestRunning) { $0 + $1.principal }
  }

  /// - Throws: `ExpectedLossError` for the first thing that is out of range.
  func check(segments: Int, _ assumptions: ExpectedLossAssumptions) throws(ExpectedLossError) {
    guard (0..<segments).contains(segment) else { throw .segmentUnknown(segment, loan: loanID) }
    let allowed = assumptions.longestMonths
    guard instalments.count <= allowed else {
      throw .tooManyMonths(instalments.count, allowed: allowed, loan: loanID)
    }
    let amounts: ClosedRange<Money> = .zero ... .largestAmount
    var sum = Money.zero
    for amount in [dueUnpaid, interestRunning] {
      guard amounts.contains(amount) else { throw .amountOutsideRange(amount, loan: loanID) }
      sum += amount
    }
    for instalment in instalments {
      for amount in [instalment.principal, instalment.interest] {
        guard amounts.contains(amount) else { throw .amountOutsideRange(amount, loan: loanID) }
        sum += amount
      }
    }
    guard sum <= .largestAmount else { throw .exposureTooLarge(sum, loan: loanID) }
    guard rate >= .zero, rate <= .largest else { throw .rateOutsideRange(rate, loan: loanID) }
    guard (0...LossGivenDefault.whole).contains(fundShare) else {
      throw .fundShareOutsideRange(fundShare, loan: loanID)
    }
  }
}

/// What is lost if a loan defaults in one month ahead, before its loss given default.
package struct DefaultMonth: Hashable, Sendable {
  /// 1 is the month that begins now.
  package let month: Int
  /// The exposure at default (EAD).
  package let exposure: Money
  /// What one unit at the month's end is worth now, in 1e-12.
  package let discount: Int64
}

extension LoanExposure {
  /// The exposure and the discount factor of each month that a loan may default in.
  ///
  /// The exposure in month m is what is owed after the last payment made, that of month f − 1,
  /// where f is m less `missedMonths`, at least 1:
  ///
  ///     due and unpaid now + Σ principal of months f, f + 1, … + interest of month f
  ///       + interest run so far, while no interest has fallen due by month f
  ///       + interestMonths × rate ÷ 12 × the principal of the sum, rounded half up
  ///
  /// The discount factor of month m is that of month m − 1 × 12 ÷ (12 + rate), rounded half up to
  /// 1e-12, from 1 on: within m × 0.5e-12 of the exact power. At 12 %: 0.990099009901,
  /// 0.980296049407.
  ///
  /// - Parameters:
  ///   - most: the most months to tell.
  ///   - assumptions: the months missed, and those of interest added.
  /// - Returns: from month 1 on, at least one.
  func months(most: Int, _ assumptions: ExpectedLossAssumptions) -> [DefaultMonth] {
    let missed = assumptions.missedMonths
    let last = max(1, instalments.count + missed)
    let whole = 12 * DefaultCurve.certain
    let rest = whole + rate.trillionths
    var principal = instalments.reduce(Money.zero) { $0 + $1.principal }
    var running = interestRunning
    var discount = DefaultCurve.certain
    var first = 1
    var months: [DefaultMonth] = []
    months.reserveCapacity(min(most, last))
    for month in 1...max(1, min(most, last)) {
      while first < month - missed {
        principal -= instalments[first - 1].principal
        if instalments[first - 1].interest.isPositive { running = .zero }
        first += 1
      }
      let isLate = first > instalments.count
      let interest = isLate ? .zero : instalments[first - 1].interest
      let added = interestAdded(principal, months: assumptions.interestMonths)
      discount = Int64(
        Rounding.halfUp.divide(Int128(discount) * Int128(whole), by: Int128(rest)))
      let exposure =
        dueUnpaid + principal + (interest.isPositive ? interest : running)
        + added
      months.append(DefaultMonth(month: month, exposure: exposure, discount: discount))
    }
    return months
  }
  /// So many months' interest on a principal, rounded half up.
  private func interestAdded(_ principal: Money, months: Int) -> Money {
    guard months > 0 else { return .zero }
    let product = Int128(principal.minorUnits) * Int128(rate.trillionths) * Int128(months)
    return Money(
      minorUnits: Int64(Rounding.halfUp.divide(product, by: 12 * Int128(DefaultCurve.certain))))
  }
}
