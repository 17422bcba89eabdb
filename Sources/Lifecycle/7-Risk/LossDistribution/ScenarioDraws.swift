/// The draws of one scenario, which depend on the seed and the scenario's number alone.
///
/// Source: SplitMix64 as a function of a counter (G. Steele, D. Lea, C. Flood, "Fast splittable
///         pseudorandom number generators", OOPSLA 2014; constants of S. Vigna's splitmix64.c).
struct ScenarioDraws {
  private let key: UInt64

  init(seed: UInt64, scenario: Int) {
    // `mix` takes different numbers to different ones, so no two scenarios of a seed share a key.
    key = Self.mix(Self.mix(seed &+ Self.step) &+ UInt64(scenario) &* Self.step)
  }

  /// The normal draw of the economy's factor.
  var economy: Double { normal(0) }

  /// The normal draw of a region's factor.
  func region(_ index: Int) -> Double { normal(1 + UInt64(index)) }

  /// 40 bits to settle the draw in `slot`, if its upper 8 bits did not.
  func lowerBits(ofSlot slot: Int) -> UInt64 { bits(1 << 40 + UInt64(slot)) >> 24 }

  /// The generator of the upper bits.
  var lanes: DrawLanes {
    DrawLanes { lane, half in bits(1 << 41 + UInt64(lane) * 2 + UInt64(half)) }
  }

  /// The middle of one of 2^53 equal parts of (0, 1), through the inverse normal distribution.
  private func normal(_ counter: UInt64) -> Double {
    NormalDistribution.inverse((Double(bits(counter) >> 11) + 0.5) * 0x1p-53)
  }

  private func bits(_ counter: UInt64) -> UInt64 { Self.mix(key &+ counter &* Self.step) }

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Four generators xoroshiro128++ side by side: 32 draws of 8 bits at a step.
///
/// Each has a state of its own of 128 bits from SplitMix64; a state is never zero, for SplitMix64
/// yields different numbers for different counters.
///
/// Source: D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM
///         Transactions on Mathematical Software 47 (2021); xoroshiro128plusplus.c.
struct DrawLanes {
  private var first: SIMD4<UInt64>
  private var second: SIMD4<UInt64>

  /// - Parameter state: the number for a lane, 0 to 3, and a half of its state, 0 or 1.
  init(state: (_ lane: Int, _ half: Int) -> UInt64) {
    first = [state(0, 0), state(1, 0), state(2, 0), state(3, 0)]
    second = [state(0, 1), state(1, 1), state(2, 1), state(3, 1)]
  }

  /// The next 256 bits.
  @inline(__always)
  mutating func next() -> SIMD4<UInt64> {
    let sum = first &+ second
    let result = Self.rotate(sum, by: 17) &+ first
    let mixed = second ^ first
    first = Self.rotate(first, by: 49) ^ mixed ^ (mixed &<< 21)
    second = Self.rotate(mixed, by: 28)
    return result
  }

  /// Joins the two parts by an addition of 16-bit lanes, whose set bits never meet.
  ///
  /// From `|` the compiler would make rotations and, where the processor has none for vectors, take
  /// lane after lane.
  @inline(__always)
  private static func rotate(_ value: SIMD4<UInt64>, by count: UInt64) -> SIMD4<UInt64> {
    let left = unsafeBitCast(value &<< count, to: SIMD16<UInt16>.self)
    let right = unsafeBitCast(value &>> (64 - count), to: SIMD16<UInt16>.self)
    return unsafeBitCast(left &+ right, to: SIMD4<UInt64>.self)
  }
}
