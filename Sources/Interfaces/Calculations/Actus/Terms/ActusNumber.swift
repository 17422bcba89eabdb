/// A decimal as people and programs write it: `567.558791709355`, `-0.05`, `1.2E-4`.
struct ActusNumber: Hashable {
  private let isNegative: Bool
  /// The digits without a point, most significant first.
  private let digits: [UInt8]
  /// Where the point stands: the value is digits × 10^-scale.
  private let scale: Int

  private static let longest = 60

  init?(_ text: String) {
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    var digits: [UInt8] = []
    var scale: Int?
    while let byte = bytes.first, byte != UInt8(ascii: "e"), byte != UInt8(ascii: "E") {
      bytes = bytes.dropFirst()
      if byte == UInt8(ascii: "."), scale == nil, !digits.isEmpty {
        scale = 0
        continue
      }
      guard let digit = Self.digit(byte), digits.count < Self.longest else { return nil }
      digits.append(digit)
      if let places = scale { scale = places + 1 }
    }
    guard !digits.isEmpty, let exponent = Self.exponent(bytes) else { return nil }
    self.isNegative = isNegative
    self.digits = digits
    self.scale = (scale ?? 0) - exponent
  }

  /// What stands from the `e` on: 0 for nothing, nil for anything else than a small whole number.
  private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int? {
    if bytes.isEmpty { return 0 }
    var text = String(decoding: bytes.dropFirst(), as: UTF8.self)
    if text.hasPrefix("+") { text.removeFirst() }
    guard let exponent = Int(text), abs(exponent) <= longest else { return nil }
    return exponent
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    let zero = UInt8(ascii: "0")
    return (zero...UInt8(ascii: "9")).contains(byte) ? byte - zero : nil
  }

  /// The number in units of 10^-`decimals`, rounded half away from zero.
  ///
  /// - Returns: nil if it passes 64 bits.
  func units(decimals: Int) -> Int64? {
    let kept = digits.count - (scale - decimals)
    var value: Int64 = 0
    for place in 0..<max(kept, 0) {
      let digit = place < digits.count ? digits[place] : 0
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int64(digit))
      guard !overflow, !carry else { return nil }
      value = sum
    }
    if kept >= 0, kept < digits.count, digits[kept] >= 5 {
      guard value < Int64.max else { return nil }
      value += 1
    }
    return isNegative ? -value : value
  }
}
