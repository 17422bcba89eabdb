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

@Suite("A day count")
struct DayCountTests {
  @Test(
    "counts the days of a period by its convention",
    arguments: [
      // from, until, actual, 30E (ISDA 2006, 4.16 (g): the 31st counts as the 30th)
      ("2024-01-31", "2024-02-29", 29, 29), ("2024-02-29", "2024-03-31", 31, 31),
      ("2024-02-28", "2024-03-01", 2, 3), ("2025-02-28", "2025-03-01", 1, 3),
      ("2024-01-30", "2024-01-31", 1, 0), ("2024-01-31", "2024-02-01", 1, 1),
      ("2025-01-01", "2026-01-01", 365, 360), ("2024-01-01", "2025-01-01", 366, 360),
    ] as [(String, String, Int, Int)])
  func counts(from: String, until: String, actual: Int, thirty: Int) throws {
    let first = try #require(Day(from))
    let last = try #require(Day(until))
    #expect(DayCount.actual360.days(from: first, until: last) == actual)
    #expect(DayCount.actual365.days(from: first, until: last) == actual)
    #expect(DayCount.thirtyE360.days(from: first, until: last) == thirty)
  }

  @Test(
    "adds up: the days of [a, c) are those of [a, b) and [b, c) (seed 5)",
    arguments: DayCount.allCases.filter(\.isAdditive))
  func isAdditive(dayCount: DayCount) {
    var random = SplitMix64(seed: 5)
    for _ in 0..<5_000 {
      let days = (0..<3).map { _ in
        Day(number: .random(in: Day.first.number...Day.last.number, using: &random))
      }.sorted()
      #expect(
        dayCount.days(from: days[0], until: days[2])
          == dayCount.days(from: days[0], until: days[1])
          + dayCount.days(from: days[1], until: days[2]), "\(days)")
    }
  }
}
