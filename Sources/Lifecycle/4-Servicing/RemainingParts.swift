import LoanProducts
import Quantities
import Scheduling

/// The principal parts of the due days still to come, found when the first of them is needed.
///
/// Any number of changes between two due days cost one finding.
struct RemainingParts: Hashable, Sendable {
  private var parts: [Money] = []
  private var start = 0
  private var isFound = false
  /// The day from which the balance bears interest as it stands.
  private var from: Day
  private var isFoundAnewAfterBill = false

  init(from day: Day) { from = day }

  /// The balance has changed: the parts are found anew, from this day.
  mutating func find(from day: Day) {
    from = day
    isFound = false
  }

  /// The rate has changed inside a period: it closes with its part as it was, and the parts after
  /// it are found anew.
  mutating func findAfterBill() { isFoundAnewAfterBill = true }

  /// The part of the due day at `index`, of the balance before it.
  mutating func part(at index: Int, of balance: Money, _ contract: LoanContract) -> Money {
    if !isFound {
      parts = PrincipalParts.parts(
        of: balance, from: from, dueDays: contract.dueDays[index...], terms: contract.terms,
        rates: contract.rates)
      start = index
      isFound = true
    }
    let due = contract.dueDays[index]
    if isFoundAnewAfterBill, due.billsInterest {
      isFoundAnewAfterBill = false
      defer { find(from: due.on) }
      return parts[index - start]
    }
    return parts[index - start]
  }
}

/// Principal that was put off: a part of the principal not due, and the days it falls due now.
struct DeferredPrincipal: Hashable, Sendable {
  private struct Part: Hashable, Sendable {
    let until: Day
    var principal: Money
  }

  private var parts: [Part] = []
  private(set) var sum = Money.zero

  mutating func append(_ principal: Money, until day: Day) {
    parts.append(Part(until: day, principal: principal))
    sum += principal
  }

  /// Takes what falls due by a day, or all of it.
  mutating func take(by day: Day, all: Bool) -> Money {
    var taken = Money.zero
    while let first = parts.first, all || first.until <= day {
      taken += first.principal
      parts.removeFirst()
    }
    sum -= taken
    return taken
  }

  /// Repays it in advance, oldest first; what is above it is for the rest of the principal.
  mutating func repay(_ amount: Money) {
    var left = min(amount, sum)
    sum -= left
    while let first = parts.first, left.isPositive {
      let paid = min(left, first.principal)
      left -= paid
      if paid == first.principal { parts.removeFirst() } else { parts[0].principal -= paid }
    }
  }
}
