import LoanProducts
import Quantities
import Scheduling
import Servicing

/// A loan and its facts as a JSON object says them, until a day.
struct LifeDocument {
  let currency: Currency
  let contract: LoanContract
  let facts: [LoanFact]
  /// The day on which each of the facts became known, in their order.
  let recordedOn: [Day]
  let asOf: Day

  /// - Parameters:
  ///   - fields: the case.
  ///   - more: members that the caller reads by itself.
  /// - Throws: `DocumentError`, `SchedulingError`.
  init(_ fields: Fields, allowing more: [String] = []) throws {
    try fields.allow(["id", "terms", "facts", "asOf", "market"] + more)
    let terms = try LifeTerms(try fields.object("terms"), market: fields)
    currency = terms.currency
    asOf = try fields.day("asOf")
    var facts: [LoanFact] = []
    var recordedOn: [Day] = []
    for (index, fields) in try fields.objects("facts").enumerated() {
      let document = FactDocument(fields, number: Int64(index + 1), terms)
      let day = try document.recordedOn()
      recordedOn.append(max(day, recordedOn.last ?? day))
      if let fact = try document.fact() { facts.append(fact) } else { recordedOn.removeLast() }
    }
    self.facts = facts
    self.recordedOn = recordedOn
    contract = try terms.contract(reaching: facts.latestMaturity)
  }
}
