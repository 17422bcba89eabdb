import Quantities

/// The number of a loan: `102202500000019`.
///
/// Shape:  bank 3 digits, year of the agreement 4, serial within bank and year 7, check digit 1.
/// Source: the check digit is ISO 7064 MOD 11,10.
package struct LoanNumber: Hashable, Sendable {
  package let text: String

  package var bankNumber: Int { Int(text.prefix(3)) ?? 0 }
  package var year: Int { Int(text.dropFirst(3).prefix(4)) ?? 0 }
  package var serial: Int { Int(text.dropFirst(7).prefix(7)) ?? 0 }

  /// The number of the `serial`th loan of a bank in a year.
  ///
  /// - Throws: `partOutsideRange` for a bank outside 1…999, a year outside 1900…2199 or a serial
  ///   outside 1…9,999,999.
  package init(bankNumber: Int, year: Int, serial: Int) throws(LoanNumberError) {
    try Self.check(.bank, bankNumber, in: 1...999)
    try Self.check(.year, year, in: 1900...2199)
    try Self.check(.serial, serial, in: 1...9_999_999)
    let digits =
      Self.digits(bankNumber, width: 3) + Self.digits(year, width: 4)
      + Self.digits(serial, width: 7)
    self.text = (digits + [Self.checkDigit(after: digits)]).map { String($0) }.joined()
  }

  /// Reads a loan number.
  ///
  /// - Throws: the first case of `LoanNumberError` that applies.
  package init(_ text: some StringProtocol) throws(LoanNumberError) {
    let characters = Array(text)
    guard characters.count == 15 else {
      throw .wrongLength(found: characters.count, expected: 15)
    }
    var digits: [Int] = []
    for (index, character) in characters.enumerated() {
      guard let digit = character.decimalDigit else {
        throw .wrongCharacter(found: character, position: index + 1)
      }
      digits.append(digit)
    }
    let expected = Self.checkDigit(after: Array(digits[0..<14]))
    guard digits[14] == expected else {
      throw .wrongCheckDigit(found: digits[14], expected: expected)
    }
    self.text = String(characters)
    try Self.check(.bank, bankNumber, in: 1...999)
    try Self.check(.year, year, in: 1900...2199)
    try Self.check(.serial, serial, in: 1...9_999_999)
  }

  /// The digit that closes these digits by ISO 7064 MOD 11,10: 0794 takes 5.
  ///
  /// It betrays every wrong digit and all but about one in forty swaps of neighbours.
  static func checkDigit(after digits: [Int]) -> Int {
    var product = 10
    for digit in digits {
      let sum = (product + digit) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (11 - product) % 10
  }

  private static func digits(_ value: Int, width: Int) -> [Int] {
    var digits: [Int] = []
    var value = value
    for _ in 0..<width {
      digits.insert(value % 10, at: 0)
      value /= 10
    }
    return digits
  }

  private static func check(
    _ part: LoanNumberError.Part, _ value: Int, in allowed: ClosedRange<Int>
  ) throws(LoanNumberError) {
    guard allowed.contains(value) else {
      throw .partOutsideRange(part, found: value, allowed: allowed)
    }
  }
}

extension LoanNumber: CustomStringConvertible {
  package var description: String { text }
}

/// Why a text or its parts are no loan number; cases stand in the order of the checks.
package enum LoanNumberError: Explained, Hashable, Sendable {
  package enum Part: String, Hashable, Sendable {
    case bank, year, serial
  }

  case wrongLength(found: Int, expected: Int)
  /// `position` counts from 1.
  case wrongCharacter(found: Character, position: Int)
  case wrongCheckDigit(found: Int, expected: Int)
  case partOutsideRange(Part, found: Int, allowed: ClosedRange<Int>)

  package var code: String {
    switch self {
    case .wrongLength: "loan_number.wrong_length"
    case .wrongCharacter: "loan_number.wrong_character"
    case .wrongCheckDigit: "loan_number.wrong_check_digit"
    case .partOutsideRange: "loan_number.part_outside_range"
    }
  }
}
