package import Quantities

/// An instalment that has fallen due and is not yet paid in full: what is still unpaid of it.
package struct UnpaidDue: Hashable, Sendable {
  package let dueOn: Day
  package var principal: Money
  package var interest: Money

  package init(dueOn: Day, principal: Money, interest: Money) {
    self.dueOn = dueOn
    self.principal = principal
    self.interest = interest
  }
}

/// The instalments that have fallen due and are unpaid, oldest first.
///
/// Interest and principal are each paid oldest first, so two positions and two sums tell where
/// payment goes on: a payment costs no more than the dues it pays in full.
struct UnpaidDues: Hashable, Sendable {
  private var dues: [UnpaidDue] = []
  /// The first due of which interest, or principal, may be unpaid.
  private var firstInterest = 0
  private var firstPrincipal = 0
  private(set) var interest = Money.zero
  private(set) var principal = Money.zero

  var isEmpty: Bool { interest.isZero && principal.isZero }

  /// Those of which anything is unpaid.
  var list: [UnpaidDue] {
    if isEmpty { return [] }
    return dues[min(firstInterest, firstPrincipal)...]
      .filter { $0.principal.isPositive || $0.interest.isPositive }
  }

  /// The oldest of which anything is unpaid.
  var first: UnpaidDue? {
    if isEmpty { return nil }
    return dues[min(firstInterest, firstPrincipal)...]
      .first { $0.principal.isPositive || $0.interest.isPositive }
  }

  mutating func append(_ due: UnpaidDue) {
    dues.append(due)
    interest += due.interest
    principal += due.principal
  }

  /// Pays interest, oldest first.
  ///
  /// - Returns: what went to it, at most `amount`.
  mutating func payInterest(_ amount: Money) -> Money {
    let paid = min(amount, interest)
    interest -= paid
    pay(paid, \.interest, from: \.firstInterest)
    return paid
  }

  /// Pays principal, oldest first.
  ///
  /// - Returns: what went to it, at most `amount`.
  mutating func payPrincipal(_ amount: Money) -> Money {
    let paid = min(amount, principal)
    principal -= paid
    pay(paid, \.principal, from: \.firstPrincipal)
    return paid
  }

  /// Takes out all principal, which is not due any more.
  mutating func takePrincipal() -> Money { payPrincipal(principal) }

  /// The principal, or interest, of the dues whose days of grace are over by a day.
  ///
  /// - Parameters:
  ///   - part: which of the two.
  ///   - day: the day after the end that is asked for.
  ///   - graceDays: after a due day, in which nothing is late.
  ///   - body: called with each due day and amount.
  func forEachLate(
    _ part: KeyPath<UnpaidDue, Money>, before day: Day, graceDays: Int,
    _ body: (_ dueOn: Day, _ amount: Money) -> Void
  ) {
    for due in dues where due[keyPath: part].isPositive && day > due.dueOn + graceDays {
      body(due.dueOn, due[keyPath: part])
    }
  }

  /// Takes a payment off one part of the dues, from the first of which it may be unpaid.
  @inline(__always)
  private mutating func pay(
    _ amount: Money, _ part: WritableKeyPath<UnpaidDue, Money>,
    from first: WritableKeyPath<UnpaidDues, Int>
  ) {
    var left = amount
    while left.isPositive, self[keyPath: first] < dues.count {
      let paid = min(left, dues[self[keyPath: first]][keyPath: part])
      dues[self[keyPath: first]][keyPath: part] -= paid
      left -= paid
      if dues[self[keyPath: first]][keyPath: part].isZero { self[keyPath: first] += 1 }
    }
    dropPaid()
  }

  private mutating func dropPaid() {
    guard isEmpty else { return }
    dues.removeAll(keepingCapacity: true)
    firstInterest = 0
    firstPrincipal = 0
  }
}

/// Dues whose amounts are found and whose day is still to come, in the order of their days.
struct FoundDues: Hashable, Sendable {
  private var dues: [UnpaidDue] = []
  private(set) var principal = Money.zero

  /// The day of the first.
  var first: Day? { dues.first?.dueOn }

  mutating func append(_ due: UnpaidDue) {
    dues.append(due)
    principal += due.principal
  }

  mutating func takeFirst() -> UnpaidDue? {
    guard !dues.isEmpty else { return nil }
    let due = dues.removeFirst()
    principal -= due.principal
    return due
  }

  /// What all of them sum to.
  var sum: Money { dues.reduce(principal) { $0 + $1.interest } }
}
