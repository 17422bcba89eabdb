package import Foundation

/// What a sum comes to that stands beside a figure, as people write it.
///
/// Grammar: `+ − × ÷ / ( )`, `%` for hundredths, `^` with a whole exponent; `[ … ]` is rounded
///          half up to the fen. Commas may part the thousands.
/// Exact:   to 38 digits; what lies within 1e-15 of a half is a half. Interest of days, months and
///          rates is a fraction of far smaller numbers, so none comes so near without being one.
package struct Arithmetic {
  private var rest: ArraySlice<Character>

  /// No sum: the text, or what of it could not be read.
  package struct Unreadable: Error {
    package let text: String
  }

  package static func value(of text: String) throws -> Decimal {
    var arithmetic = Arithmetic(rest: Array(text.filter { $0 != " " && $0 != "," })[...])
    let value = try arithmetic.sum()
    guard arithmetic.rest.isEmpty else { throw Unreadable(text: text) }
    return value
  }

  /// Half up to so many decimals.
  package static func rounded(_ value: Decimal, to places: Int) -> Decimal {
    let slack = Decimal(sign: value.sign, exponent: -15, significand: 1)
    var exact = value + slack
    var result = Decimal()
    NSDecimalRound(&result, &exact, places, .plain)
    return result
  }

  /// Whether each side of `a = b = c` is the one before it, rounded to its own decimals.
  package static func holds(_ equation: String) throws -> Bool {
    let sides = equation.split(separator: "=").map { $0.filter { $0 != " " } }
    guard sides.count > 1 else { throw Unreadable(text: equation) }
    let values = try sides.map { try value(of: $0) }
    return zip(values, zip(values, sides).dropFirst()).allSatisfy { before, after in
      let digits = after.1.split(separator: ".", omittingEmptySubsequences: false)
      return rounded(before, to: digits.count == 2 ? digits[1].count : 0) == after.0
    }
  }

  private mutating func take(_ marks: Character...) -> Character? {
    guard let first = rest.first, marks.contains(first) else { return nil }
    return rest.removeFirst()
  }

  private mutating func sum() throws -> Decimal {
    var value = try product()
    while let mark = take("+", "−", "-") {
      let next = try product()
      value = mark == "+" ? value + next : value - next
    }
    return value
  }

  private mutating func product() throws -> Decimal {
    var value = try power()
    while let mark = take("×", "÷", "/") {
      let next = try power()
      value = mark == "×" ? value * next : value / next
    }
    return value
  }

  private mutating func power() throws -> Decimal {
    let base = try operand()
    guard take("^") != nil else { return base }
    guard let exponent = Int(digits()) else { throw Unreadable(text: String(rest)) }
    return (0..<exponent).reduce(1) { value, _ in value * base }
  }

  private mutating func operand() throws -> Decimal {
    if take("−", "-") != nil { return -(try operand()) }
    var value: Decimal
    if take("(") != nil {
      value = try sum()
      guard take(")") != nil else { throw Unreadable(text: String(rest)) }
    } else if take("[") != nil {
      value = Self.rounded(try sum(), to: 2)
      guard take("]") != nil else { throw Unreadable(text: String(rest)) }
    } else {
      guard let number = Decimal(string: digits()) else { throw Unreadable(text: String(rest)) }
      value = number
    }
    if take("%") != nil { value /= 100 }
    return value
  }

  private mutating func digits() -> String {
    let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    rest = rest.dropFirst(number.count)
    return String(number)
  }
}
