package import LoanProducts
package import Quantities

/// The principal that falls due on each due day, all at once.
package enum PrincipalParts {
  package static func parts(
    of balance: Money, from: Day, dueDays: ArraySlice<DueDay>, terms: LoanTerms, rates: RatePath
  ) -> [Money] {
    guard let next = dueDays.first else { return [] }
    var rule = PrincipalRule(
      balance: balance, next: next, later: dueDays.dropFirst(), terms: terms)
    var rest = balance
    var start = from
    var parts: [Money] = []
    for index in dueDays.indices {
      let due = dueDays[index]
      var meter = InterestMeter(period: due.period)
      meter.add(balance: rest, from: start, until: due.until, rates: rates, subsidy: nil)
      let part = rule.part(
        at: .init(
          due: due, from: start, balance: rest, interest: meter.amounts(terms.rounding).whole),
        terms: terms, rates: rates, later: dueDays[(index + 1)...])
      parts.append(part)
      rest -= part
      start = due.until
    }
    return parts
  }
}
