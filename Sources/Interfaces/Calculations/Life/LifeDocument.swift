import LoanProducts
import Quantities
import Scheduling
import Servicing

/// A loan and its facts as a JSON object says them, until a day.
struct LifeDocument {
  let currency: Currency
  let contract: LoanContract
  let facts: [LoanFact]
  let asOf: Day

  /// - Parameters:
  ///   - fields: the case.
  ///   - more: members that the caller reads by itself.
  /// - Throws: `DocumentError`, `SchedulingError`.
  init(_ fields: Fields, allowing more: [String] = []) throws {
    try fields.allow(["id", "terms", "facts", "asOf", "market"] + more)
    let terms = try LifeTerms(try fields.object("terms"), market: fields)
    currency = terms.currency
    contract = terms.contract
    asOf = try fields.day("asOf")
    var facts: [LoanFact] = []
    for (index, fact) in try fields.objects("facts").enumerated() {
      facts.append(try Self.fact(fact, number: Int64(index + 1), terms))
    }
    self.facts = facts
  }

  private enum Kind: String, CaseIterable {
    case disbursed
    case imported
    case repaid
    case rateChanged = "rate-changed"
    case graduated
    case waived = "interest-waived"
    case misused
  }

  /// A fact; its place in the list is its number: the order in which facts became known.
  private static func fact(
    _ fields: Fields, number: Int64, _ terms: LifeTerms
  ) throws(DocumentError) -> LoanFact {
    let name: Kind = try fields.choice("kind")
    let day = try fields.day("effectiveOn")
    var amount = Money.zero
    let kind: LoanFact.Kind
    switch name {
    case .disbursed:
      try fields.allow(["kind", "effectiveOn", "amount"])
      amount =
        try fields.optionalAmount("amount", terms.currency)
        ?? terms.contract.terms.firstDisbursement
      kind = .disbursed
    case .imported:
      try fields.allow(["kind", "effectiveOn", "paidToOn"])
      amount = terms.contract.terms.principal
      kind = .imported(paidToOn: try fields.day("paidToOn"))
    case .repaid:
      try fields.allow(["kind", "effectiveOn", "amount", "inAdvance"])
      amount = try fields.amount("amount", terms.currency)
      kind = .repaid(inAdvance: try fields.flag("inAdvance") ?? false)
    case .rateChanged:
      try fields.allow(["kind", "effectiveOn", "annualRatePercent"])
      kind = .rateChanged(try fields.percent("annualRatePercent"))
    case .graduated:
      try fields.allow(["kind", "effectiveOn", "on"])
      guard terms.contract.terms.graduation != nil else {
        throw .notAllowed(
          path: fields.at("kind"), found: name.rawValue, allowed: "graduated with terms.studentAid")
      }
      kind = .graduated(on: try fields.day("on"))
    case .waived:
      try fields.allow(["kind", "effectiveOn", "year", "defersPrincipal"])
      kind = .waived(
        year: try fields.count("year", in: day.year...2199),
        defersPrincipal: try fields.flag("defersPrincipal") ?? false)
    case .misused:
      try fields.allow(["kind", "effectiveOn", "until"])
      let until = try fields.optionalDay("until")
      if let until, until < day {
        throw .notAllowed(path: fields.at("until"), found: "\(until)", allowed: "≥ \(day)")
      }
      kind = .misused(until: until)
    }
    return LoanFact(number: number, effectiveOn: day, kind: kind, amount: amount)
  }
}
