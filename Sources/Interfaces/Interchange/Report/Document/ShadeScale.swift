/// How dark each value of a set is shown: the lowest in the lightest shade, the highest in the
/// darkest, those between by their distance from the two.
struct ShadeScale: Sendable {
  /// How many shades there are; all are light enough for black text.
  static let count = 6

  private let low: Int128
  private let high: Int128

  /// - Returns: nil if the values don't differ: there is nothing to tell apart.
  init?(_ values: [Int128]) {
    guard let low = values.min(), let high = values.max(), low < high else { return nil }
    self.low = low
    self.high = high
  }

  /// The shade of a value, from 0, the lightest, to `count` − 1.
  func shade(_ value: Int128) -> Int {
    let value = min(max(value, low), high)
    // Distances are unsigned, since that of two `Int128` may not fit one.
    let spread = UInt128(bitPattern: high &- low)
    let above = UInt128(bitPattern: value &- low)
    let step = spread / UInt128(Self.count)
    return step == 0 ? Int(above) : Int(min(UInt128(Self.count - 1), above / step))
  }
}

extension ReportSection {
  /// The shade of each cell; nil where there is none.
  var shades: [[Int?]] {
    let figures = listing.rows.map { $0.map(\.figure) }
    let columns = listing.columns.indices.filter { shaded.contains(listing.columns[$0].key) }
    var shades = listing.rows.map { [Int?](repeating: nil, count: $0.count) }
    for group in shadedTogether ? [columns] : columns.map({ [$0] }) {
      let values = figures.flatMap { row in group.compactMap { row[$0] } }
      guard let scale = ShadeScale(values) else { continue }
      for (row, figures) in figures.enumerated() {
        for column in group { shades[row][column] = figures[column].map(scale.shade) }
      }
    }
    return shades
  }
}

extension ReportChart {
  /// The shade of each cell of a heat chart, a row a series; nil where there is none.
  var shades: [[Int?]] {
    let scale = ShadeScale(series.flatMap { $0.values.compactMap { $0.map { Int128($0) } } })
    return series.map { series in
      series.values.map { value in value.flatMap { scale?.shade(Int128($0)) } }
    }
  }
}
