package import Quantities

/// What a loan may lose within the horizon, and what it moves with.
package struct LoanRisk: Hashable, Sendable {
  package var exposure: Money
  /// The part of the exposure lost in a default, in ten-thousandths.
  package var lossGivenDefault: Int32
  /// The probability of a default within the horizon, in billionths.
  package var probability: Int64
  /// The place of its segment in the portfolio's segments.
  package var segment: Int32
  package var region: Int32
  /// What its contribution is reported under: a bank and a line, say.
  package var group: Int32

  package init(
    exposure: Money, lossGivenDefault: Int32, probability: Int64, segment: Int32, region: Int32,
    group: Int32
  ) {
    self.exposure = exposure
    self.lossGivenDefault = lossGivenDefault
    self.probability = probability
    self.segment = segment
    self.region = region
    self.group = group
  }

  /// Exposure × loss given default, rounded once, half up.
  package var loss: Money {
    let product = Int128(exposure.minorUnits) * Int128(lossGivenDefault)
    return Money(minorUnits: Int64(Rounding.halfUp.divide(product, by: 10_000)))
  }
}

/// How strongly the loans of a segment move together, in billionths.
package struct RiskSegment: Hashable, Sendable {
  /// The share of the economy's factor in the variance of a borrower's assets.
  package var assetCorrelation: Int64
  /// The share of the region's factor, a harvest for instance.
  package var regionCorrelation: Int64

  package init(assetCorrelation: Int64, regionCorrelation: Int64 = 0) {
    self.assetCorrelation = assetCorrelation
    self.regionCorrelation = regionCorrelation
  }
}

/// A portfolio laid out for simulation: loans of one class (probability, segment and region) side
/// by side.
///
/// Shape:  a class begins at a multiple of 32 slots, and all slots are a multiple of 256; those
///         left over lose nothing. Classes by segment, region and probability; within a class loans
///         as they were given.
/// Bounds: the loss of all loans together fits 64 bits.
package struct CreditPortfolio: Sendable {
  /// Loans of one probability, segment and region, which share a threshold in each scenario.
  ///
  /// A borrower defaults if √ρ Z + √ρʳ Y + √(1 − ρ − ρʳ) ε < Φ⁻¹(PD); given Z and Y, that has the
  /// probability Φ(`base` − `economy` Z − `regional` Y).
  struct DefaultClass: Sendable {
    /// Numbers of its blocks.
    var blocks: Range<Int>
    var region: Int
    var base: Double
    var economy: Double
    var regional: Double
  }

  /// Draws made in one step; they share a threshold.
  static let block = 32
  /// Draws made before the defaults among them are looked for: a bit of 8 for each block.
  static let batch = 8 * block

  let classes: [DefaultClass]
  /// Minor units lost if the loan in a slot defaults.
  let losses: [Int64]
  let groups: [Int32]
  /// The place of each block's class in `classes`; 0 for blocks without a loan.
  let classOfBlock: [Int32]
  package let loanCount: Int
  package let regionCount: Int
  package let groupCount: Int
  /// The mean loss by the model itself: Σ loss × probability, rounded once, half up.
  package let expectedLoss: Money

  /// - Throws: `LossDistributionError` for the first segment or loan that is out of range.
  package init(
    loans: [LoanRisk], segments: [RiskSegment], regionCount: Int, groupCount: Int
  ) throws(LossDistributionError) {
    for (index, segment) in segments.enumerated() { try segment.check(at: index) }
    var total: Int128 = 0
    var expected: Int128 = 0
    for (index, loan) in loans.enumerated() {
      try loan.check(
        at: index, segments: segments.count, regions: regionCount, groups: groupCount)
      let loss = Int128(loan.loss.minorUnits)
      total += loss
      expected += loss * Int128(loan.probability)
    }
    guard total <= Int128(Int64.max) else { throw .totalLossTooLarge(total) }
    expectedLoss = Money(
      minorUnits: Int64(Rounding.halfUp.divide(expected, by: LoanRisk.certain)))
    loanCount = loans.count
    self.regionCount = regionCount
    self.groupCount = groupCount

    var layout = Layout()
    for index in Self.order(of: loans) {
      layout.add(loans[index], segments: segments)
    }
    layout.fill(to: Self.batch)
    (classes, losses, groups) = (layout.classes, layout.losses, layout.groups)
    var classOfBlock = [Int32](repeating: 0, count: losses.count / Self.block)
    for (index, defaultClass) in classes.enumerated() {
      for block in defaultClass.blocks { classOfBlock[block] = Int32(index) }
    }
    self.classOfBlock = classOfBlock
  }

  /// The places of loans, class by class.
  private static func order(of loans: [LoanRisk]) -> [Int] {
    struct Key {
      var cell: Int64
      var probability: Int64
      var index: Int
    }
    var keys = loans.enumerated().map { index, loan in
      Key(
        cell: Int64(loan.segment) << 32 | Int64(loan.region), probability: loan.probability,
        index: index)
    }
    keys.sort {
      if $0.cell != $1.cell { return $0.cell < $1.cell }
      if $0.probability != $1.probability { return $0.probability < $1.probability }
      return $0.index < $1.index
    }
    return keys.map(\.index)
  }
}

/// Loans laid out so far.
private struct Layout {
  var classes: [CreditPortfolio.DefaultClass] = []
  var losses: [Int64] = []
  var groups: [Int32] = []
  private var last: LoanRisk?
  private var firstBlock = 0

  mutating func add(_ loan: LoanRisk, segments: [RiskSegment]) {
    let isSameClass =
      last?.segment == loan.segment && last?.region == loan.region
      && last?.probability == loan.probability
    if !isSameClass {
      fill(to: CreditPortfolio.block)
      classes.append(loan.defaultClass(in: segments[Int(loan.segment)]))
      firstBlock = losses.count / CreditPortfolio.block
    }
    last = loan
    losses.append(loan.loss.minorUnits)
    groups.append(loan.group)
    classes[classes.count - 1].blocks =
      firstBlock..<(losses.count - 1) / CreditPortfolio.block + 1
  }

  /// Adds slots without a loan up to a multiple.
  mutating func fill(to multiple: Int) {
    while !losses.count.isMultiple(of: multiple) {
      losses.append(0)
      groups.append(0)
    }
  }
}

extension RiskSegment {
  fileprivate static let whole: Int64 = 1_000_000_000

  fileprivate func check(at index: Int) throws(LossDistributionError) {
    let range = 0..<Self.whole
    guard range.contains(assetCorrelation), range.contains(regionCorrelation),
      assetCorrelation + regionCorrelation < Self.whole
    else {
      throw .correlationsOutsideRange(
        segment: index, asset: assetCorrelation, region: regionCorrelation)
    }
  }
}

extension LoanRisk {
  /// The probability of what is sure to come.
  fileprivate static let certain: Int128 = 1_000_000_000

  fileprivate func check(
    at index: Int, segments: Int, regions: Int, groups: Int
  ) throws(LossDistributionError) {
    guard (0..<segments).contains(Int(segment)) else {
      throw .segmentUnknown(segment, loan: index)
    }
    guard (0..<regions).contains(Int(region)) else { throw .regionUnknown(region, loan: index) }
    guard (0..<groups).contains(Int(group)) else { throw .groupUnknown(group, loan: index) }
    guard !exposure.isNegative else { throw .exposureNegative(exposure, loan: index) }
    guard (0...10_000).contains(lossGivenDefault) else {
      throw .lossGivenDefaultOutsideRange(lossGivenDefault, loan: index)
    }
    guard (0...Int64(Self.certain)).contains(probability) else {
      throw .probabilityOutsideRange(probability, loan: index)
    }
  }

  fileprivate func defaultClass(in segment: RiskSegment) -> CreditPortfolio.DefaultClass {
    let whole = RiskSegment.whole
    let own = Double(whole - segment.assetCorrelation - segment.regionCorrelation)
    return CreditPortfolio.DefaultClass(
      blocks: 0..<0, region: Int(region),
      base: NormalDistribution.inverse(Double(probability) / Double(whole))
        * (Double(whole) / own).squareRoot(),
      economy: (Double(segment.assetCorrelation) / own).squareRoot(),
      regional: (Double(segment.regionCorrelation) / own).squareRoot())
  }
}
