import Quantities
import Risk

/// A book of small loans: 30 banks in ten regions, five lines, eight grades, 400 classes in all.
///
/// `risk/loss_reference.py` makes the same book.
enum SampleBook {
  static let regions = 10
  static let banks = 30

  /// A line each.
  static let segments = [
    RiskSegment(assetCorrelation: 120_000_000, regionCorrelation: 40_000_000),
    RiskSegment(assetCorrelation: 60_000_000, regionCorrelation: 100_000_000),
    RiskSegment(assetCorrelation: 40_000_000, regionCorrelation: 10_000_000),
    RiskSegment(assetCorrelation: 80_000_000, regionCorrelation: 60_000_000),
    RiskSegment(assetCorrelation: 30_000_000, regionCorrelation: 10_000_000),
  ]

  static let groups = banks * segments.count

  static let grades: [Int64] = [
    3_000_000, 6_000_000, 10_000_000, 15_000_000, 22_000_000, 35_000_000, 60_000_000, 120_000_000,
  ]

  /// Exposures of 5,000 to 205,000 yuan, spread evenly, of which 45 % are lost.
  static func loans(_ count: Int) -> [LoanRisk] {
    (0..<count).map { index in
      let hash = Int((UInt64(index) &* 0x9E37_79B9_7F4A_7C15) >> 20)
      let bank = hash / 40 % banks
      let line = hash / 8 % segments.count
      return LoanRisk(
        exposure: Money(minorUnits: Int64(500_000 + hash % 20_000_000)), lossGivenDefault: 4_500,
        probability: grades[hash % 8], segment: Int32(line), region: Int32(bank % regions),
        group: Int32(bank * segments.count + line))
    }
  }
}
