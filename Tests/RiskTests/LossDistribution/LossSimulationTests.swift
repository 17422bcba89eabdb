import Fixtures
import Quantities
import Risk
import Testing

@Suite("The simulation of losses")
struct LossSimulationTests {
  @Test("yields the same losses however scenarios are divided", arguments: [1, 2, 3, 7])
  func divisions(parts: Int) async throws {
    var random = SplitMix64(seed: 42)
    let simulation = try SimulatedPool.mixed(count: 500, random: &random).simulation(seed: 9)
    let ranges = LossSimulation.ranges(of: 100, parts: parts)
    #expect(ranges.flatMap(Array.init) == Array(0..<100))
    let losses = await withTaskGroup(of: (Int, [Int64]).self) { group in
      for range in ranges {
        group.addTask { (range.lowerBound, simulation.losses(of: range)) }
      }
      var found = await group.reduce(into: [(Int, [Int64])]()) { $0.append($1) }
      found.sort { $0.0 < $1.0 }
      return found.flatMap(\.1)
    }
    #expect(losses == simulation.losses(of: 0..<100))
    let parted = ranges.map { simulation.groupLosses(in: $0) }
    let sums = (0..<7).map { group in parted.reduce(Int128(0)) { $0 + $1[group] } }
    #expect(sums == simulation.groupLosses(in: 0..<100))
    #expect(sums.reduce(0, +) == losses.reduce(Int128(0)) { $0 + Int128($1) })
  }

  /// These losses were worked out apart, in Python, from the description of the draws alone.
  ///
  /// Another machine, system or compiler has to find them.
  @Test("yields the same losses everywhere")
  func everywhere() throws {
    var pool = SimulatedPool.legible(count: 20, probability: 200_000_000, asset: 200_000_000)
    for index in 10..<20 { pool.loans[index].probability = 100_000_000 }
    #expect(
      try pool.losses(8, seed: 2_026) == [128, 512, 131328, 524450, 262656, 33795, 262323, 5140])
  }

  @Test("yields other losses for another seed")
  func seeds() throws {
    let pool = SimulatedPool(count: 300, probability: 100_000_000, asset: 100_000_000)
    let losses = try (0..<20).map { try pool.losses(40, seed: $0) }
    #expect(Set(losses).count == 20)
  }

  @Test("lets a loan of probability 0 never default, and one of 1 always")
  func certainties() throws {
    for (probability, loss) in [(0, 0), (1_000_000_000, 300)] as [(Int64, Int64)] {
      let pool = SimulatedPool(
        count: 300, probability: probability, asset: 300_000_000, region: 300_000_000)
      #expect(try pool.losses(500, seed: 3).allSatisfy { $0 == loss })
    }
  }

  /// 8e-6 is below 2^-8: the upper 8 bits of a draw leave it open, the lower 40 settle it.
  ///
  /// Of 4.1 million draws 32.8 are expected to be defaults, with a standard deviation of 5.7;
  /// without the lower bits it would be none, or 16,000.
  @Test("draws finer than 8 bits")
  func fine() throws {
    let losses = try SimulatedPool(count: 4_096, probability: 8_000).losses(1_000, seed: 17)
    let defaults = Double(losses.reduce(0, +))
    #expect(abs(defaults - 32.8) < 4 * 5.7)
  }

  @Test("of a portfolio without loans loses nothing")
  func nothing() throws {
    let simulation = try SimulatedPool(count: 0, probability: 0).simulation(seed: 1)
    #expect(simulation.losses(of: 0..<3) == [0, 0, 0])
    #expect(simulation.groupLosses(in: 0..<3) == [0])
    #expect(simulation.portfolio.expectedLoss == .zero)
  }

  @Test("loses at least as much with a larger exposure, in every scenario (seed 8)")
  func monotone() throws {
    var random = SplitMix64(seed: 8)
    var pool = SimulatedPool.mixed(count: 200, random: &random)
    let before = try pool.losses(200, seed: 1)
    for index in 0..<20 { pool.loans[index * 7].exposure += Money(minorUnits: 1_000_000) }
    let after = try pool.losses(200, seed: 1)
    #expect(zip(before, after).allSatisfy { $0 <= $1 } && before != after)
  }

  /// 62 loans in two blocks of 32: neighbours in a word, in a vector, from step to step, and the
  /// same lane in the next scenario.
  ///
  /// Each of 1,891 pairs and 62 follow-ups defaults together as often as chance has it, within five
  /// standard deviations.
  @Test("draws its loans independently of each other", arguments: [1, 77] as [UInt64])
  func lanes(seed: UInt64) throws {
    let (count, scenarios) = (62, 4_000)
    let losses = try SimulatedPool.legible(count: count, probability: 300_000_000)
      .losses(scenarios, seed: seed)
    let allowed = 5 * (Double(scenarios) * 0.09 * 0.91).squareRoot()
    let pairs = Double(scenarios) * 0.09
    let defaults = (0..<count).map { Self.defaults(of: $0, in: losses) }
    let followUps = (0..<count).map { Self.defaults(of: $0, in: Array(losses.dropFirst())) }
    for loan in 0..<count {
      let own = Self.together(defaults[loan], defaults[loan])
      #expect(
        abs(own - 0.3 * Double(scenarios)) < 4.5 * (Double(scenarios) * 0.21).squareRoot())
      for other in loan + 1..<count {
        let both = Self.together(defaults[loan], defaults[other])
        #expect(abs(both - pairs) < allowed, "loans \(loan) and \(other)")
      }
      let next = Self.together(defaults[loan], followUps[loan])
      #expect(abs(next - pairs) < allowed, "loan \(loan), next scenario")
    }
  }

  /// A bit for each scenario in which a loan of a legible pool defaults, in words of 64.
  private static func defaults(of loan: Int, in losses: [Int64]) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: losses.count / 64 + 1)
    for (scenario, loss) in losses.enumerated() where loss >> loan & 1 == 1 {
      words[scenario / 64] |= 1 << (scenario % 64)
    }
    return words
  }

  private static func together(_ left: [UInt64], _ right: [UInt64]) -> Double {
    Double(zip(left, right).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount })
  }

  @Test("keeps apart loans of different probability, segment and region")
  func classes() throws {
    var pool = SimulatedPool(count: 60, probability: 0)
    for index in 0..<60 where index % 3 == 0 {
      pool.loans[index].probability = 1_000_000_000
      pool.loans[index].exposure = Money(minorUnits: Int64(index))
    }
    pool.groupCount = 60
    for index in 0..<60 { pool.loans[index].group = Int32(index) }
    let groups = try pool.simulation(seed: 1).groupLosses(in: 0..<2)
    for (index, loss) in groups.enumerated() {
      #expect(loss == (index.isMultiple(of: 3) ? 2 * Int128(index) : 0))
    }
  }
}
