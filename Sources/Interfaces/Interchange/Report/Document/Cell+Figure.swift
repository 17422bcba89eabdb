import Quantities

extension Listing.Cell {
  /// What the cell counts, in units of 1e-10, to be compared with others; nil for words and for
  /// what is too large.
  var figure: Int128? {
    switch self {
    case .none, .text, .word, .flag, .day: nil
    case .integer(let value): Self.scaled(Int128(value), decimals: 0)
    case .decimal(let text): FixedPoint.parse(text, decimals: 10).map { Int128($0) }
    case .money(let amount, let currency):
      Self.scaled(Int128(amount.minorUnits), decimals: currency.decimals)
    case .sum(let amount, let currency): Self.scaled(amount, decimals: currency.decimals)
    }
  }

  private static func scaled(_ units: Int128, decimals: Int) -> Int128? {
    var factor: Int128 = 1
    for _ in decimals..<10 { factor *= 10 }
    let (product, overflow) = units.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
  }
}
