import Interchange
import Quantities

/// `calculate actus`: the events of a contract in the format of the public ACTUS test files.
enum ActusCalculation {
  /// - Throws: `ActusError` for a contract that has no events, `DocumentError` for a document
  ///   without terms.
  static func answer(_ fields: Fields) throws -> JSONValue {
    if let events = fields.value("eventsObserved"), events != .array([]), events != .object([]) {
      throw ActusError.notSupported(name: "eventsObserved", found: events.brief)
    }
    let terms = try ActusTerms(reading: fields)
    var life = try ActusLife(terms, market: try ActusMarket(reading: fields))
    return .array(try life.outcomes().map { answer($0, terms.currency) })
  }

  private static func answer(_ outcome: ActusOutcome, _ currency: Currency) -> JSONValue {
    [
      "eventDate": .string(outcome.event.at.text),
      "eventType": .string(outcome.event.kind.rawValue),
      "payoff": .string(plain(outcome.payoff, currency)),
      "currency": .string(currency.code),
      "notionalPrincipal": .string(plain(outcome.notional, currency)),
      "nominalInterestRate": .string(
        FixedPoint.trimmed(Int128(outcome.rate.trillionths), decimals: 12, least: 1)),
      "accruedInterest": .string(plain(outcome.accrued, currency)),
    ]
  }

  private static func plain(_ amount: Money, _ currency: Currency) -> String {
    FixedPoint.trimmed(Int128(amount.minorUnits), decimals: currency.decimals, least: 1)
  }
}
