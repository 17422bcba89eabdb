package import LoanProducts
package import Quantities

/// How a balance comes back over the due days still to come: asked for one due day after the other.
///
/// One rule gives the parts at signature, after a prepayment, a later disbursement or a reset of
/// the rate, and for an imported balance: it is made anew from the balance of that day.
/// Rounds: weighted parts by running sums, half up; level payments once for each rate and size, as
///         the terms say; the last due day takes what is left.
/// Cost:   making it walks the days to come once; a part costs the same however many are left.
package struct PrincipalRule: Hashable, Sendable {
  /// The balance that the weights share out, their sum, and how much of either is gone.
  private let balance: Money
  private var sum: Int128 = 0
  private var passed: Int128 = 0
  private var given: Int128 = 0
  /// The level payment in force, since when its rate has been the rate, and the size it is for.
  private var payment: Money?
  private var paymentRateSince = Day.first
  private var paymentSize: Int64 = 0
  /// Moves each level payment: what `levelled` found.
  package var adjustment = Money.zero
  /// The level payment of a flat loan, which no rate moves.
  package var flatPayment: Money?

  /// - Parameters:
  ///   - balance: the principal not yet due.
  ///   - next: the next due day.
  ///   - later: the due days after it.
  ///   - terms: the signed terms.
  ///   - undrawn: what is still to be paid out; the parts of a plan count it in.
  package init(
    balance: Money, next: DueDay, later: ArraySlice<DueDay>, terms: LoanTerms,
    undrawn: Money = .zero
  ) {
    self.init(balance, next: next, later: later, terms: terms, undrawn: undrawn)
  }

  @inline(__always)
  init(
    _ balance: Money, next: DueDay, later: @autoclosure () -> some Sequence<DueDay>,
    terms: LoanTerms, undrawn: Money = .zero
  ) {
    self.balance = terms.repayment.method == .plan ? balance + undrawn : balance
    switch terms.repayment.method {
    case .equalPrincipal, .plan, .seasonal:
      sum = Int128(next.weight)
      for due in later() { sum += Int128(due.weight) }
    case .equalInstallments, .graceThenEqualInstallments, .stepped, .imported, .atMaturity,
      .interestThenPrincipal, .revolving:
      break
    }
  }

  /// Where a due day stands in the loan's life, for `part`.
  package struct Position {
    package let due: DueDay
    /// The day from which the interest below ran.
    package let from: Day
    package let balance: Money
    package let interest: Money
    /// Whether the interest holds some of days before `from`, on another balance.
    package let hasEarlierInterest: Bool

    package init(
      due: DueDay, from: Day, balance: Money, interest: Money, hasEarlierInterest: Bool = false
    ) {
      self.hasEarlierInterest = hasEarlierInterest
      self.due = due
      self.from = from
      self.balance = balance
      self.interest = interest
    }
  }

  /// The principal that falls due.
  ///
  /// - Parameters:
  ///   - position: the due day, with the balance before it and the interest of its stretch.
  ///   - terms: the signed terms.
  ///   - rates: the rates in force.
  ///   - later: the due days after this one, looked at only when a level payment is found.
  /// - Returns: at most the balance.
  package mutating func part(
    at position: Position, terms: LoanTerms, rates: RatePath, later: ArraySlice<DueDay>
  ) -> Money {
    part(position, terms: terms, rates: rates, later: later)
  }

  @inline(__always)
  mutating func part(
    _ position: Position, terms: LoanTerms, rates: RatePath,
    later: @autoclosure () -> some Sequence<DueDay>
  ) -> Money {
    let left = position.balance
    if position.due.isLast || !left.isPositive { return left }
    switch terms.repayment.method {
    case .equalInstallments, .graceThenEqualInstallments, .stepped:
      guard position.due.weight > 0 else { return .zero }
      if let flatPayment { return min(left, max(.zero, flatPayment - position.interest)) }
      let since = rates.unchangedSince(position.from)
      if payment == nil || since != paymentRateSince || position.due.weight != paymentSize {
        let rate = rates.rate(on: position.from)
        payment = levelPayment(at: position, rate: rate, terms: terms, later: later())
        paymentRateSince = since
        paymentSize = position.due.weight
      }
      return min(left, max(.zero, (payment ?? .zero) + adjustment - position.interest))
    case .imported:
      let plan = terms.repayment.plan
      let index = position.due.number - 1
      let total = index < plan.count ? plan[index].principal : .zero
      return min(left, max(.zero, total - position.interest))
    case .equalPrincipal, .plan, .seasonal: return weighted(position.due.weight, terms, left)
    case .atMaturity, .interestThenPrincipal, .revolving: return .zero
    }
  }

  /// A weighted part: of the running sum, or with `absorbs` rounded by itself.
  private mutating func weighted(_ weight: Int64, _ terms: LoanTerms, _ left: Money) -> Money {
    guard weight > 0, sum > 0 else { return .zero }
    if terms.repayment.lastInstallment != .spread {
      let share = terms.rounding.divide(Int128(balance.minorUnits) * Int128(weight), by: sum)
      return min(left, Money(minorUnits: Int64(share)))
    }
    passed += Int128(weight)
    let share = Rounding.halfUp.divide(Int128(balance.minorUnits) * passed, by: sum)
    let part = min(left, Money(minorUnits: Int64(share - given)))
    given += Int128(part.minorUnits)
    return part
  }

  /// The payment of this due day's size that repays the balance over the days to come.
  private func levelPayment(
    at position: Position, rate: AnnualRate, terms: LoanTerms, later: some Sequence<DueDay>
  ) -> Money {
    var annuity = Annuity()
    var owed = position.balance
    if position.hasEarlierInterest {
      // What is owed on the first due day is known; the annuity begins there.
      owed += position.interest
      annuity.add(rate: .zero, weight: 0, denominator: 1, share: position.due.weight)
    } else {
      annuity.add(position.due, from: position.from, rate: rate, terms: terms)
    }
    var start = position.due.until
    for due in later {
      annuity.add(due, from: start, rate: rate, terms: terms)
      start = due.until
    }
    let payment = annuity.payment(
      of: owed, size: position.due.weight, rounding: terms.rounding)
    return Self.multiple(payment ?? position.balance, terms: terms)
  }

  /// The level payment in force, before its adjustment; nil before the first.
  package var levelPayment: Money? { flatPayment ?? payment }

  /// The multiple nearest to a payment; the payment itself if it is smaller than the multiple.
  package static func multiple(_ payment: Money, terms: LoanTerms) -> Money {
    guard let step = terms.repayment.installmentMultiple, payment >= step else { return payment }
    let count = terms.rounding.divide(Int128(payment.minorUnits), by: Int128(step.minorUnits))
    return Money(minorUnits: Int64(count * Int128(step.minorUnits)))
  }
}

extension Annuity {
  /// Adds the stretch `[from, due.until)` and the payment at its end.
  @inline(__always)
  fileprivate mutating func add(_ due: DueDay, from: Day, rate: AnnualRate, terms: LoanTerms) {
    let isFree = due.periodNumber <= terms.repayment.grace.interestFree
    let (weight, denominator) = due.period.fraction(from: from, until: due.until)
    add(
      rate: isFree ? .zero : rate, weight: weight, denominator: denominator, share: due.weight)
  }
}
