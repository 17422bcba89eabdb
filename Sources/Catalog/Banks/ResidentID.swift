package import Quantities

/// The number of a resident identity card: `11010519491231002X`.
///
/// Shape:  6 digits of the area of first registration, 8 of the day of birth, 3 of a serial number
///         (odd for a man, even for a woman), 1 check character `0`…`9` or `X`.
/// Why:    the area code is that of the day of issue and never changes, so retired codes are known
///         codes. A day of birth before 1900 is no day here (`Day.first`).
/// Source: GB 11643-1999; the check character is ISO 7064 MOD 11-2.
package struct ResidentID: Hashable, Sendable {
  /// All 18 characters, a final `X` in capitals.
  package let text: String
  package let bornOn: Day
  package let sex: Sex

  /// The area of first registration, a division code as of the day of issue.
  package var areaCode: String { String(text.prefix(6)) }

  /// Reads a number as a person writes it; a final `x` is accepted as `X`.
  ///
  /// - Parameters:
  ///   - text: exactly 18 characters, without blanks.
  ///   - isKnownArea: whether a six-digit division code is, or ever was, in use.
  /// - Throws: the first of the `residentID…` cases that applies.
  package init(_ text: some StringProtocol, isKnownArea: (String) -> Bool)
    throws(BorrowerIdentityError)
  {
    let characters = Array(text)
    guard characters.count == 18 else {
      throw .residentIDWrongLength(found: characters.count, expected: 18)
    }
    var digits: [Int] = []
    for (index, character) in characters.dropLast().enumerated() {
      guard let digit = character.decimalDigit else {
        throw .residentIDWrongCharacter(found: character, position: index + 1)
      }
      digits.append(digit)
    }
    let last: Character = characters[17] == "x" ? "X" : characters[17]
    guard last == "X" || last.decimalDigit != nil else {
      throw .residentIDWrongCharacter(found: last, position: 18)
    }
    let area = String(characters[0..<6])
    guard isKnownArea(area) else { throw .residentIDUnknownArea(found: area) }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    guard let day = Day(year: number(6..<10), month: number(10..<12), day: number(12..<14)) else {
      throw .residentIDNoSuchBirthDay(found: String(characters[6..<14]))
    }
    let expected = Self.checkCharacter(after: digits)
    guard last == expected else {
      throw .residentIDWrongCheckDigit(found: last, expected: expected)
    }
    self.text = String(characters[0..<17]) + String(last)
    self.bornOn = day
    self.sex = digits[16].isMultiple(of: 2) ? .female : .male
  }

  /// The check character that follows these 17 digits.
  ///
  /// Source: ISO 7064 MOD 11-2: the weighted sum with the check value, weights 2^(18 - position)
  ///         modulo 11, leaves the remainder 1.
  package static func checkCharacter(after digits: [Int]) -> Character {
    precondition(digits.count == 17, "a check character follows 17 digits, not \(digits.count)")
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return Array("10X98765432")[sum % 11]
  }
}

extension Character {
  /// The value of an ASCII digit; nil for any other character, full-width digits among them.
  var decimalDigit: Int? {
    guard let ascii = asciiValue, (48...57).contains(ascii) else { return nil }
    return Int(ascii) - 48
  }
}
