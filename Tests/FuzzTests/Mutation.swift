import Fixtures
import Interchange

/// What is done to a sound case.
struct Mutation {
  /// Mild ones leave most of its form, so that the engine is reached.
  private let isMild: Bool
  private let count: Int

  init(_ random: inout SplitMix64) {
    isMild = !random.onceIn(4)
    count = Int.random(in: 1...(isMild ? 3 : 6), using: &random)
  }

  /// The case, changed in a few places; its id is its number.
  func mutant(of sound: JSONValue, number: Int, _ random: inout SplitMix64) -> JSONValue {
    var value = sound
    for _ in 0..<count {
      var place = Int.random(in: 0..<value.size, using: &random)
      value = value.changing(&place) { isMild ? mild($0, &random) : wild($0, &random) }
    }
    guard case .object(let members) = value else { return value }
    return .object(
      [JSONValue.Member("id", .integer(Int64(number)))] + members.filter { $0.name != "id" })
  }

  // MARK: Values in place of a value

  private func mild(_ value: JSONValue, _ random: inout SplitMix64) -> JSONValue {
    switch value {
    case .integer(let number):
      return random.pick(
        .integer(number &+ 1), .integer(number &- 1), .integer(number &* 10), .integer(0),
        .integer(number &* Int64.random(in: 2...4_000, using: &random)),
        .integer(.random(in: 0...40, using: &random)))
    case .string(let text):
      if text.isDay { return .string(Odd.day(near: text, &random)) }
      if text.isNumber { return .string(Odd.number(near: text, &random)) }
      return random.onceIn(3)
        ? .string(Odd.word(&random)) : .string(Odd.word(beside: text, &random))
    case .bool(let flag): return .bool(!flag)
    case .object(let members):
      return random.onceIn(3)
        ? .object(members.filter { _ in !random.onceIn(8) })
        : .object(members + [SoundCases.member(&random)])
    case .array(let elements):
      guard let element = elements.randomElement(using: &random) else {
        return .array([element(&random)])
      }
      let again = Array(repeating: element, count: random.pick(1, 1, 2, 3, 30))
      return random.onceIn(3) ? .array(elements.dropLast()) : .array(elements + again)
    case .number, .null: return element(&random)
    }
  }

  private func wild(_ value: JSONValue, _ random: inout SplitMix64) -> JSONValue {
    switch (Int.random(in: 0...9, using: &random), value) {
    case (0, .object(let members)) where !members.isEmpty:
      // A name that stands twice: the first or the last of them is read, but one.
      let member = members[Int.random(in: 0..<members.count, using: &random)]
      return .object(members + [JSONValue.Member(member.name, Odd.value(&random))])
    case (1, .array(let elements)):
      return .array(elements + Array(repeating: Odd.value(&random), count: 1_500))
    case (2, .object(let members)):
      return .object(members + [JSONValue.Member(Odd.text(&random), Odd.value(&random))])
    case (3, _): return mild(value, &random)
    case (4, _): return SoundCases.member(&random).value
    case (5, _): return [value]
    case (_, .object), (_, .array): return mild(value, &random)
    default: return Odd.value(&random)
    }
  }

  private func element(_ random: inout SplitMix64) -> JSONValue {
    random.onceIn(2) ? SoundCases.member(&random).value : Odd.value(&random)
  }

  /// The text with bytes dropped, doubled, replaced, cut off, or something else altogether.
  static func mangled(_ text: String, _ random: inout SplitMix64) -> [UInt8] {
    var bytes = Array(text.utf8)
    switch Int.random(in: 0...7, using: &random) {
    case 0: return Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
    case 1:
      return Array(String(repeating: "[", count: .random(in: 1...100_000, using: &random)).utf8)
    case 2:
      return Array(
        String(repeating: "{\"a\":", count: .random(in: 1...50_000, using: &random)).utf8)
    case 3: return (0..<300).map { _ in UInt8.random(in: 0...255, using: &random) }
    case 4:
      return Array("[{\"id\": \(random.pick("1e400", "-1e999", "01", "+1", "1.", ".5"))}]".utf8)
    default:
      for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(.random(in: 0...255, using: &random), at: place)
        default: bytes[place] = random.pick(0, 0x22, 0x5B, 0x7D, 0x2C, 0x5C, 0xC0, 0xED, 0xFF)
        }
      }
      return bytes
    }
  }
}

extension JSONValue {
  /// How many values it is made of, itself among them.
  fileprivate var size: Int {
    switch self {
    case .object(let members): members.reduce(1) { $0 + $1.value.size }
    case .array(let elements): elements.reduce(1) { $0 + $1.size }
    default: 1
    }
  }

  /// The value with the one at `place` changed, counted as `size` counts.
  fileprivate func changing(_ place: inout Int, _ change: (JSONValue) -> JSONValue) -> JSONValue {
    place -= 1
    if place == -1 { return change(self) }
    guard place >= 0 else { return self }
    switch self {
    case .object(let members):
      var changed: [Member] = []
      for member in members {
        changed.append(Member(member.name, member.value.changing(&place, change)))
      }
      return .object(changed)
    case .array(let elements):
      var changed: [JSONValue] = []
      for element in elements { changed.append(element.changing(&place, change)) }
      return .array(changed)
    default: return self
    }
  }
}

extension String {
  fileprivate var isDay: Bool {
    utf8.count == 10 && utf8.prefix(4).allSatisfy { $0 >= 0x30 && $0 <= 0x39 } && contains("-")
  }

  fileprivate var isNumber: Bool {
    !isEmpty && utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E || $0 == 0x2D }
  }
}
