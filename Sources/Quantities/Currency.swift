/// A currency: its ISO 4217 code and the number of decimals its minor unit has.
public struct Currency: Hashable, Sendable {
  /// The ISO 4217 code: `CNY`.
  public let code: String
  /// How many decimals its minor unit stands for: 2 for fen.
  public let decimals: Int

  /// A currency of 0 to 10 decimals.
  public init(code: String, decimals: Int) {
    precondition((0...10).contains(decimals), "a currency has 0 to 10 decimals, not \(decimals)")
    self.code = code
    self.decimals = decimals
  }

  /// The Chinese yuan, in fen.
  public static let yuan = Currency(code: "CNY", decimals: 2)

  /// How many minor units make one major unit (100 for the yuan).
  public var minorUnitsPerMajor: Int64 {
    var factor: Int64 = 1
    for _ in 0..<decimals { factor *= 10 }
    return factor
  }

  /// The amount as a plain decimal: `-1234.05`.
  public func plain(_ amount: Money) -> String {
    FixedPoint.text(Int128(amount.minorUnits), decimals: decimals)
  }

  /// The amount with thousands separators, for people: `-1,234.05`.
  public func grouped(_ amount: Money) -> String {
    FixedPoint.text(Int128(amount.minorUnits), decimals: decimals, grouped: true)
  }

  /// The amount that a plain decimal names.
  ///
  /// Accepts an optional minus, digits, and at most `decimals` decimals; separators, exponents,
  /// plus signs and blanks are refused.
  ///
  /// - Returns: nil for any other text, and for an amount beyond 64 bits.
  public func money(_ text: some StringProtocol) -> Money? {
    FixedPoint.parse(text, decimals: decimals).map { Money(minorUnits: $0) }
  }
}
