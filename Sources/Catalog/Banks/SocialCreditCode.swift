/// The unified social credit code of an organisation: `91512081MA62K0260E`.
///
/// Shape:  1 registering authority, 1 kind, 6 digits of its area, 9 organisation code, 1 check; of
///         the 31 characters `0`…`9` and `A`…`Y` without I, O, S, V (and Z).
/// Source: GB 32100-2015.
package struct SocialCreditCode: Hashable, Sendable {
  /// All 18 characters, in capitals.
  package let text: String

  /// The area of the registering authority, a division code as of the day of registration.
  package var areaCode: String { String(text.dropFirst(2).prefix(6)) }

  /// Reads a code; small letters are accepted.
  ///
  /// - Throws: the first of the `socialCreditCode…` cases that applies.
  package init(_ text: some StringProtocol) throws(BorrowerIdentityError) {
    let characters = Array(text.uppercased())
    guard characters.count == 18 else {
      throw .socialCreditCodeWrongLength(found: characters.count, expected: 18)
    }
    var values: [Int] = []
    for (index, character) in characters.enumerated() {
      guard let value = Self.alphabet.firstIndex(of: character),
        !(2..<8).contains(index) || value < 10
      else { throw .socialCreditCodeWrongCharacter(found: character, position: index + 1) }
      values.append(value)
    }
    let expected = Self.checkCharacter(after: Array(values[0..<17]))
    guard characters[17] == expected else {
      throw .socialCreditCodeWrongCheckCharacter(found: characters[17], expected: expected)
    }
    self.text = String(characters)
  }

  package static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

  /// The check character that follows these 17 values: 31 - (Σ value × 3^(position - 1) mod 31),
  /// where 31 counts as 0.
  package static func checkCharacter(after values: [Int]) -> Character {
    precondition(values.count == 17, "a check character follows 17 values, not \(values.count)")
    let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return alphabet[(31 - sum % 31) % 31]
  }
}
