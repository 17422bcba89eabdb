/// Decimal text for whole numbers with an implied point: the one place where amounts, rates and
/// percentages are read and written.
public enum FixedPoint {
  /// The number `units` ÷ 10^`decimals`, written out in full.
  public static func text(_ units: Int128, decimals: Int, grouped: Bool = false) -> String {
    var digits = Array(String(units.magnitude).utf8)
    while digits.count <= decimals { digits.insert(UInt8(ascii: "0"), at: 0) }
    let whole = digits.dropLast(decimals)
    var text = units < 0 ? "-" : ""
    for (index, digit) in whole.enumerated() {
      if grouped, index > 0, (whole.count - index).isMultiple(of: 3) { text.append(",") }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    if decimals > 0 {
      text.append(".")
      for digit in digits.suffix(decimals) { text.unicodeScalars.append(Unicode.Scalar(digit)) }
    }
    return text
  }

  /// As `text`, without trailing zeros after the point, keeping at least `least` decimals.
  public static func trimmed(_ units: Int128, decimals: Int, least: Int) -> String {
    var text = text(units, decimals: decimals)
    var shown = decimals
    while shown > least, text.hasSuffix("0") {
      text.removeLast()
      shown -= 1
    }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// The whole number of 10^-`decimals` that a plain decimal names.
  ///
  /// - Returns: nil unless the text is `-?[0-9]+(\.[0-9]{1,decimals})?` and fits 64 bits.
  public static func parse(_ text: some StringProtocol, decimals: Int) -> Int64? {
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes = bytes.dropFirst() }
    var value: Int64 = 0
    var wholeCount = 0
    var decimalCount: Int?
    for byte in bytes {
      if byte == UInt8(ascii: "."), decimalCount == nil, wholeCount > 0 {
        decimalCount = 0
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      guard let next = appending(Int64(byte - UInt8(ascii: "0")), to: value) else { return nil }
      value = next
      if let count = decimalCount { decimalCount = count + 1 } else { wholeCount += 1 }
    }
    guard wholeCount > 0, decimalCount != 0, (decimalCount ?? 0) <= decimals else { return nil }
    for _ in (decimalCount ?? 0)..<decimals {
      guard let next = appending(0, to: value) else { return nil }
      value = next
    }
    return isNegative ? -value : value
  }

  private static func appending(_ digit: Int64, to value: Int64) -> Int64? {
    let (product, overflow) = value.multipliedReportingOverflow(by: 10)
    guard !overflow else { return nil }
    let (sum, carry) = product.addingReportingOverflow(digit)
    return carry ? nil : sum
  }
}
