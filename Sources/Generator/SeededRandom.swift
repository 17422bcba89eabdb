/// Numbers by chance that come out the same for the same seed, everywhere; whole numbers only.
///
/// Source: S. Vigna, splitmix64.c (public domain).
struct SeededRandom {
  private var state: UInt64

  /// - Parameters:
  ///   - seed: of the whole book.
  ///   - place: what the numbers are for: each place has numbers of its own.
  init(seed: UInt64, _ place: UInt64...) {
    state = seed
    for part in place { state = Self.mixed(state) ^ (part &* 0xD6E8_FEB8_6659_FD93) }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number in `0..<count`, each as likely as the others; 0 for no count.
  mutating func below(_ count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(max(1, count))).high)
  }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// Yes so many times in a thousand.
  mutating func happens(_ permille: Int) -> Bool { below(1_000) < permille }

  /// A place in the list, as often as its weight says.
  mutating func place(in weights: [Int]) -> Int {
    var left = below(weights.reduce(0, +))
    for (place, weight) in weights.enumerated() {
      if left < weight { return place }
      left -= weight
    }
    return 0
  }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
}
