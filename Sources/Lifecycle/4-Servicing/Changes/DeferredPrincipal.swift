import Quantities

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
