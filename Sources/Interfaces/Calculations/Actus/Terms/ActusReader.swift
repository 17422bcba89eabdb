import Interchange
import Quantities

/// Reads terms by their names in the ACTUS dictionary.
///
/// A blank value is a missing one. Values may be strings or numbers.
struct ActusReader {
  let fields: Fields
  /// How many decimals amounts are held with.
  var decimals = 10

  func text(_ name: String) throws(ActusError) -> String? {
    guard let value = fields.value(name) else { return nil }
    guard let text = value.scalarText else {
      throw .termNotAllowed(name: name, found: value.brief, allowed: "text, number")
    }
    return text.isEmpty ? nil : text
  }

  func read<Value>(
    _ name: String, _ allowed: String, _ convert: (String) -> Value?
  ) throws(ActusError) -> Value? {
    guard let text = try text(name) else { return nil }
    return try Self.value(text, of: name, allowed, convert)
  }

  static func value<Value>(
    _ text: String, of name: String, _ allowed: String, _ convert: (String) -> Value?
  ) throws(ActusError) -> Value {
    guard let value = convert(text) else {
      throw .termNotAllowed(
        name: name, found: String(text.prefix(60)), allowed: allowed)
    }
    return value
  }

  func required<Value>(
    _ name: String, _ value: Value?
  ) throws(ActusError) -> Value {
    guard let value else { throw .missingTerm(name) }
    return value
  }

  func moment(_ name: String) throws(ActusError) -> ActusMoment? {
    try read(name, ActusMoment.allowed) { ActusMoment($0) }
  }

  func cycle(_ name: String) throws(ActusError) -> ActusCycle? {
    guard let text = try text(name) else { return nil }
    return try Self.cycle(text, of: name)
  }

  static func cycle(_ text: String, of name: String) throws(ActusError) -> ActusCycle {
    guard let cycle = ActusCycle(text) else {
      throw .cycleUnreadable(name: name, found: String(text.prefix(60)))
    }
    return cycle
  }

  func leg(_ anchor: String, _ cycle: String) throws(ActusError) -> ActusLeg {
    ActusLeg(anchor: try moment(anchor), cycle: try self.cycle(cycle))
  }

  func amount(_ name: String) throws(ActusError) -> Money? {
    try read(name, Self.amounts, money)
  }

  /// - Returns: nil for what is no number, or beyond `largest`.
  func money(_ text: String) -> Money? {
    guard let units = ActusNumber(text)?.units(decimals: decimals),
      units.magnitude <= Self.largest.minorUnits.magnitude
    else { return nil }
    return Money(minorUnits: units)
  }

  static let amounts = "a decimal, as far as its digits fit"

  func rate(_ name: String) throws(ActusError) -> AnnualRate? {
    guard let rate = try read(name, "a decimal, 0.05 for 5 %", Self.rate) else { return nil }
    return try Self.inRange(rate)
  }

  static func rate(_ text: String) -> AnnualRate? {
    ActusNumber(text)?.units(decimals: 12).map { AnnualRate(trillionths: $0) }
  }

  /// No rate is larger than 1,000 % a year: what accrues on the largest amount in three centuries
  /// at it fits 128 bits.
  static let largestRate = AnnualRate(trillionths: 10_000_000_000_000)

  static func inRange(_ rate: AnnualRate) throws(ActusError) -> AnnualRate {
    guard rate.trillionths.magnitude <= largestRate.trillionths.magnitude else {
      throw .rateOutOfRange(found: rate, largest: largestRate)
    }
    return rate
  }

  /// The largest amount of a contract, in minor units of its currency.
  static let largest = Money(minorUnits: 100_000_000_000_000_000)

  /// A factor or an index, units of 1e-9.
  func factor(_ name: String) throws(ActusError) -> Int64? {
    try read(name, "a decimal") { ActusNumber($0)?.units(decimals: 9) }
  }

  /// The elements of an array term: an array, one value for an array of one, or `[a, b]` as text.
  func elements(_ name: String) throws(ActusError) -> [String] {
    guard let value = fields.value(name) else { return [] }
    guard case .array(let elements) = value else {
      guard let text = value.scalarText else {
        throw .termNotAllowed(name: name, found: value.brief, allowed: "[…]")
      }
      let inner = text.filter { $0 != "[" && $0 != "]" }
      return inner.split(separator: ",").map { String($0).trimmingBlanks }
        .filter { !$0.isEmpty }
    }
    var texts: [String] = []
    for element in elements {
      guard let text = element.scalarText, !text.isEmpty else {
        throw .termNotAllowed(name: name, found: element.brief, allowed: "text, number")
      }
      texts.append(text)
    }
    return texts
  }
}
