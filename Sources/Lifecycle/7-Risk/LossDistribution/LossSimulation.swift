/// The losses of a portfolio in numbered scenarios: a factor for the economy, one for each region,
/// and a draw for every loan.
///
/// Why:    the losses of a scenario follow from the portfolio, the seed and the scenario's number,
///         so any division of the scenarios over threads yields the same losses; the caller
///         divides. The arithmetic is that of IEEE 754 without contraction, so any machine does.
/// Bounds: no class is treated as a pool: each loan has its own 48 bits, in units of which its
///         conditional probability is rounded.
/// Source: O. Vasicek, "Loan portfolio value", Risk, December 2002; the factor of the region is
///         added as in multi-factor models of that kind.
package struct LossSimulation: Sendable {
  package let portfolio: CreditPortfolio
  package let seed: UInt64
  private let table = ThresholdTable()

  package init(_ portfolio: CreditPortfolio, seed: UInt64) {
    self.portfolio = portfolio
    self.seed = seed
  }

  /// The first `count` scenarios in so many ranges of nearly equal length, for as many threads.
  package static func ranges(of count: Int, parts: Int) -> [Range<Int>] {
    precondition(count >= 0 && parts > 0, "\(count) scenarios cannot be divided in \(parts) parts")
    return (0..<parts).map { count * $0 / parts..<count * ($0 + 1) / parts }
  }

  /// The loss of each scenario, numbered from 0 on, in minor units and in the order of the numbers.
  package func losses(of scenarios: Range<Int>) -> [Int64] {
    portfolio.losses.withUnsafeBufferPointer { losses in
      scenarios.map { scenario in
        var loss: Int64 = 0
        eachDefault(in: scenario) { loss &+= losses[$0] }
        return loss
      }
    }
  }

  /// What each group loses in the given scenarios together, in minor units, by group.
  ///
  /// The draws are made again, as they were; sums of parts of the scenarios add up.
  package func groupLosses(in scenarios: some Sequence<Int>) -> [Int128] {
    var sums = [Int128](repeating: 0, count: portfolio.groupCount)
    for scenario in scenarios {
      eachDefault(in: scenario) { slot in
        sums[Int(portfolio.groups[slot])] += Int128(portfolio.losses[slot])
      }
    }
    return sums
  }

  /// Calls `body` with the slot of each loan that defaults, and of slots without a loan that would,
  /// in no particular order.
  @inline(__always)
  private func eachDefault(in scenario: Int, _ body: (_ slot: Int) -> Void) {
    let draws = ScenarioDraws(seed: seed, scenario: scenario)
    let thresholds = thresholds(draws)
    var lanes = draws.lanes
    let steps = CreditPortfolio.batch / CreditPortfolio.block
    withUnsafeTemporaryAllocation(of: SIMD32<Int8>.self, capacity: steps) { kept in
      for batch in 0..<thresholds.uppers.count / steps {
        let firstBlock = batch * steps
        var marks = SIMD32<Int8>.zero
        for step in 0..<steps {
          let draw = unsafeBitCast(lanes.next(), to: SIMD32<Int8>.self)
          kept[step] = draw
          let upper = SIMD32<Int8>(repeating: thresholds.uppers[firstBlock + step])
          let isDefault = draw .<= upper
          // A mask is −1 where it holds: the bits move up by one, and a default sets the lowest.
          marks = marks &+ marks &- unsafeBitCast(isDefault, to: SIMD32<Int8>.self)
        }
        let words = unsafeBitCast(marks, to: SIMD4<UInt64>.self)
        for word in 0..<4 {
          var left = words[word]
          while left != 0 {
            let bit = left.trailingZeroBitCount
            left &= left - 1
            let step = steps - 1 - bit % steps
            let lane = word * 8 + bit / steps
            let slot = (firstBlock + step) * CreditPortfolio.block + lane
            if kept[step][lane] != thresholds.uppers[firstBlock + step]
              || draws.lowerBits(ofSlot: slot)
                < thresholds.lowers[Int(portfolio.classOfBlock[firstBlock + step])]
            {
              body(slot)
            }
          }
        }
      }
    }
  }

  /// The upper parts of thresholds by block, and the lower parts by class.
  private func thresholds(_ draws: ScenarioDraws) -> (uppers: [Int8], lowers: [UInt64]) {
    let blocks = portfolio.losses.count / CreditPortfolio.block
    let economy = draws.economy
    let regions = (0..<portfolio.regionCount).map(draws.region)
    var lowers: [UInt64] = []
    lowers.reserveCapacity(portfolio.classes.count)
    let uppers = [Int8](unsafeUninitializedCapacity: blocks) { uppers, count in
      uppers.initialize(repeating: 0)
      for defaultClass in portfolio.classes {
        let point =
          defaultClass.base - defaultClass.economy * economy
          - defaultClass.regional * regions[defaultClass.region]
        let threshold = DefaultThreshold(units: table.units(point))
        for block in defaultClass.blocks { uppers[block] = threshold.upper }
        lowers.append(threshold.lower)
      }
      count = blocks
    }
    return (uppers, lowers)
  }
}
