/// Values as a row of blocks: the lowest ▁, the highest █.
enum Sparkline {
  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// One character a value, a blank where there is none; values that are all the same stand at
  /// half height.
  static func text(_ values: [Int64?]) -> String {
    let known = values.compactMap { $0 }
    guard let low = known.min(), let high = known.max() else {
      return String(repeating: " ", count: values.count)
    }
    return String(
      values.map { value -> Character in
        guard let value else { return " " }
        guard low < high else { return "▄" }
        let steps = Int128(blocks.count - 1)
        let (above, spread) = (Int128(value) - Int128(low), Int128(high) - Int128(low))
        return blocks[Int((above * steps * 2 + spread) / (spread * 2))]
      })
  }
}
