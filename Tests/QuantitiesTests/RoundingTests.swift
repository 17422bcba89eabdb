import Fixtures
import Quantities
import Testing

@Suite("Rounding")
struct RoundingTests {
  @Test("halves and their neighbours, of both signs, by each of the four rules")
  func table() {
    // numerator ÷ 10:        half-up, half-even, up, down
    let table: [(Int128, [Int128])] = [
      (0, [0, 0, 0, 0]),
      (1, [0, 0, 1, 0]), (4, [0, 0, 1, 0]), (5, [1, 0, 1, 0]), (6, [1, 1, 1, 0]),
      (10, [1, 1, 1, 1]), (15, [2, 2, 2, 1]), (25, [3, 2, 3, 2]), (35, [4, 4, 4, 3]),
      (-4, [0, 0, -1, 0]), (-5, [-1, 0, -1, 0]), (-6, [-1, -1, -1, 0]),
      (-15, [-2, -2, -2, -1]), (-25, [-3, -2, -3, -2]),
    ]
    for (numerator, expected) in table {
      let found = [Rounding.halfUp, .halfEven, .up, .down].map { $0.divide(numerator, by: 10) }
      #expect(found == expected, "\(numerator) ÷ 10")
    }
  }

  @Test("an odd divisor has no halves: 1 ÷ 3 is 0 and 2 ÷ 3 is 1")
  func oddDivisor() {
    #expect(Rounding.halfUp.divide(1, by: 3) == 0)
    #expect(Rounding.halfUp.divide(2, by: 3) == 1)
    #expect(Rounding.halfEven.divide(-2, by: 3) == -1)
  }

  @Test("the ends of 128 bits do not overflow")
  func ends() {
    for rounding in Rounding.allCases {
      #expect(rounding.divide(.max, by: 1) == .max)
      #expect(rounding.divide(.min, by: 1) == .min)
      #expect(abs(rounding.divide(.min, by: .max)) <= 2)
    }
  }

  @Test("is never off by more than a half, or by a whole (seed 7)")
  func distance() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<20_000 {
      let numerator = Int128(Int64.random(in: -1_000_000...1_000_000, using: &random))
      let denominator = Int128(Int64.random(in: 1...1_000, using: &random))
      for rounding in Rounding.allCases {
        let error = rounding.divide(numerator, by: denominator) * denominator - numerator
        switch rounding {
        case .halfUp, .halfEven: #expect(abs(error) * 2 <= denominator)
        case .up: #expect(abs(error) < denominator && error * numerator.signum() >= 0)
        case .down: #expect(abs(error) < denominator && error * numerator.signum() <= 0)
        }
      }
    }
  }

  /// The rounded quotient by the definition: the next whole numbers, and which is nearer.
  private func defined(_ rounding: Rounding, _ numerator: Int128, _ denominator: Int128) -> Int128 {
    let toward = numerator / denominator
    let rest = (numerator - toward * denominator).magnitude
    let away = rest == 0 ? toward : toward + (numerator < 0 ? -1 : 1)
    switch rounding {
    case .up: return away
    case .down: return toward
    case .halfUp: return rest + rest >= denominator.magnitude ? away : toward
    case .halfEven:
      if rest + rest == denominator.magnitude { return toward % 2 == 0 ? toward : away }
      return rest + rest > denominator.magnitude ? away : toward
    }
  }

  @Test("is the same by one division of 64 bits as by its definition (seed 23)")
  func narrow() {
    var random = SplitMix64(seed: 23)
    let edges: [Int128] = [
      1, 2, 3, 360, 365, Int128(UInt64.max) - 1, Int128(UInt64.max), Int128(UInt64.max) + 1,
      1 << 63, 1 << 64, 1 << 65, .max / 2, .max / 2 + 1, .max - 1, .max, 360_000_000_000_000,
    ]
    var wrong: [String] = []
    func check(_ numerator: Int128, _ denominator: Int128) {
      for rounding in Rounding.allCases
      where rounding.divide(numerator, by: denominator)
        != defined(rounding, numerator, denominator)
      {
        wrong.append("\(numerator) ÷ \(denominator) \(rounding.rawValue)")
      }
    }
    for denominator in edges {
      for numerator in edges + [0] {
        check(numerator, denominator)
        check(-numerator, denominator)
      }
      // A quotient that just fits 64 bits, and one that just does not.
      let (limit, overflow) = denominator.multipliedReportingOverflow(by: 1 << 64)
      guard !overflow else { continue }
      for numerator in [limit - 1, limit, limit + 1] {
        check(numerator, denominator)
        check(-numerator, denominator)
      }
    }
    for _ in 0..<100_000 {
      let bits = Int128(truncatingIfNeeded: random.next()) << 64
      let numerator =
        (bits | Int128(truncatingIfNeeded: random.next()))
        >> Int128(random.next() % 127)
      let denominator = max(
        1,
        Int128(truncatingIfNeeded: random.next() >> (random.next() % 64))
          << Int128(random.next() % 63))
      // As it is, and at a half and its neighbours.
      check(numerator, denominator)
      let (twice, overflow) = denominator.multipliedReportingOverflow(by: numerator % 1_000_003)
      guard !overflow, twice.magnitude < 1 << 126 else { continue }
      for step in Int128(-1)...1 { check(twice + denominator / 2 + step, denominator) }
    }
    #expect(wrong.prefix(5) == [])
  }
}

@Suite("Apportionment")
struct ApportionmentTests {
  @Test("a hundred yuan in three parts is 33.33, 33.34, 33.33")
  func thirds() {
    // Running sums 33.333…, 66.666…, 100 round half up to 33.33, 66.67, 100.00.
    #expect(Apportionment.split("100.00", by: [1, 1, 1]) == ["33.33", "33.34", "33.33"])
    #expect(Apportionment.split("-100.00", by: [1, 1, 1]) == ["-33.33", "-33.34", "-33.33"])
  }

  @Test("a weight of zero gets nothing, a fen goes to one part alone")
  func edges() {
    #expect(Apportionment.split("90.00", by: [0, 1, 0, 2]) == ["0.00", "30.00", "0.00", "60.00"])
    #expect(Apportionment.split("0.01", by: [1, 1, 1]) == ["0.00", "0.01", "0.00"])
    #expect(Apportionment.split(.zero, by: [5]) == [.zero])
  }

  @Test("parts sum to the total and none is a whole fen off its share (seed 11)")
  func sums() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<5_000 {
      let total = Money(minorUnits: .random(in: -1_000_000_000...1_000_000_000, using: &random))
      let weights =
        [1]
        + (0..<Int.random(in: 0...30, using: &random)).map { _ in
          Int64.random(in: 0...1_000, using: &random)
        }
      let parts = Apportionment.split(total, by: weights)
      #expect(parts.reduce(.zero, +) == total)
      let sum = weights.reduce(0, +)
      for (part, weight) in zip(parts, weights) {
        let off = part.minorUnits * sum - total.minorUnits * weight
        #expect(abs(off) < sum, "\(total) by \(weights)")
      }
    }
  }
}
