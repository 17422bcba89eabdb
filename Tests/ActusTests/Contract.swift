import Calculations
import Interchange
import Quantities
import Testing

/// A contract in the ACTUS file format, asked for its events.
///
/// As it stands: a claim of 1,200 at 12 % a year from 1 January 2026 by 30-day months, so that a
/// month's interest is 1 % of what is owed.
struct Contract {
  var terms: [String: JSONValue] = [
    "contractType": "PAM", "contractRole": "RPA", "statusDate": "2025-12-31T00:00:00",
    "currency": "CNY", "initialExchangeDate": "2026-01-01T00:00:00",
    "notionalPrincipal": "1200", "nominalInterestRate": "0.12", "dayCountConvention": "30E360",
  ]
  var document: [String: JSONValue] = [:]

  init(_ kind: String, _ terms: [String: JSONValue] = [:]) {
    self.terms["contractType"] = .string(kind)
    self = with(terms)
  }

  func with(_ terms: [String: JSONValue]) -> Contract {
    var contract = self
    contract.terms.merge(terms) { _, new in new }
    return contract
  }

  /// With a series that the market was observed to be.
  func observing(_ code: String, _ values: [String: String]) -> Contract {
    var contract = self
    let data = values.sorted { $0.key < $1.key }.map { day, value in
      ["timestamp": .string(day), "value": .string(value)] as JSONValue
    }
    contract.document["dataObserved"] = .object([
      JSONValue.Member(code, ["identifier": .string(code), "data": .array(data)])
    ])
    return contract
  }

  func until(_ day: String) -> Contract {
    var contract = self
    contract.document["to"] = .string(day)
    return contract
  }

  /// What `calculate actus` answers to it.
  func answer() throws -> JSONValue {
    var members = document.map { JSONValue.Member($0.key, $0.value) }
    members.append(
      JSONValue.Member("terms", .object(terms.map { JSONValue.Member($0.key, $0.value) })))
    let answers = try Calculation.actus.answers(to: ["one": .object(members)]) { error in
      ((error as? any Explained)?.code ?? "no code", "\(error)")
    }
    return try #require(answers["one"])
  }

  /// The events, one a line: day, kind, payoff, notional, rate, accrued interest.
  func events() throws -> [String] {
    let answer = try answer()
    guard case .array(let events) = answer else {
      Issue.record("\(answer.compact)")
      return []
    }
    let names = ["payoff", "notionalPrincipal", "nominalInterestRate", "accruedInterest"]
    return events.map { event in
      let day = event["eventDate"]?.scalarText?.prefix(10) ?? ""
      let kind = event["eventType"]?.scalarText ?? ""
      let numbers = names.map { event[$0]?.scalarText ?? "" }
      return ([String(day), kind] + numbers).joined(separator: " ")
    }
  }

  /// Day and kind of the events alone.
  func days(_ kind: String) throws -> [String] {
    try events().filter { $0.split(separator: " ")[1] == kind }.map { String($0.prefix(10)) }
  }

  /// The code of its refusal; nil if it has events.
  func refusal() throws -> String? { try answer()["error"]?["code"]?.scalarText }
}

extension [String: JSONValue] {
  /// A leg of the schedule from a day on, every cycle.
  static func leg(_ name: String, from day: String, every cycle: String) -> [String: JSONValue] {
    ["cycleAnchorDateOf\(name)": .string(day), "cycleOf\(name)": .string(cycle)]
  }

  static func + (left: [String: JSONValue], right: [String: JSONValue]) -> [String: JSONValue] {
    left.merging(right) { _, new in new }
  }

  /// Principal and interest on the first of each month from February 2026.
  static let monthly =
    leg("PrincipalRedemption", from: "2026-02-01", every: "P1ML1")
    + leg("InterestPayment", from: "2026-02-01", every: "P1ML1")
}
