import Interchange
import Testing

/// A generator that gives the same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("What is written as CSV is read back unchanged")
struct RoundTripTests {
  private let pieces = [
    "", "a", "1", ",", ";", "\t", "\"", "\n", "\r", "\r\n", " ", "彭州", "\u{FEFF}", "🀄️", "=1+1",
    "e\u{301}", "\u{1}",
  ]

  private func text(_ generator: inout SeededGenerator) -> String {
    let count = Int.random(in: 0...4, using: &generator)
    return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  /// Writes random tables with each separator and reads them in chunks of random length.
  @Test("random tables survive")
  func randomTables() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("RoundTripTests seed: \(seed)")
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let columnCount = Int.random(in: 1...5, using: &generator)
      let header = (0..<columnCount).map { "\(text(&generator))\($0)" }
      let rows = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        (0..<columnCount).map { _ in text(&generator) }
      }
      var rules = CSVRules()
      rules.separator = CSVRules.Separator.allCases.randomElement(using: &generator) ?? .comma
      let file = ([header] + rows).map { CSVWriter.line($0, separator: rules.separator) }.joined()
      let bytes = Array(file.utf8)
      let size = Int.random(in: 1...(bytes.count + 1), using: &generator)
      let chunks = stride(from: 0, to: bytes.count, by: size).map {
        Array(bytes[$0..<min($0 + size, bytes.count)])
      }
      let reader = try CSVReader(ByteSource(chunks: chunks), columns: .any, rules: rules)
      var found: [[String]] = []
      while let row = try reader.next() { found.append(row.values) }
      try #require(reader.columns.map(scalars) == header.map(scalars), "seed \(seed)")
      try #require(found.map { $0.map(scalars) } == rows.map { $0.map(scalars) }, "seed \(seed)")
    }
  }

  /// Strings are equal in Swift when they look equal; here each scalar counts.
  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

  @Test("quotes stand only where they are needed")
  func leastQuotes() {
    #expect(CSVWriter.line(["a b", "-1", "=x", ""]) == "a b,-1,=x,\n")
    #expect(CSVWriter.line(["a,b", "\"", "c\nd"]) == "\"a,b\",\"\"\"\",\"c\nd\"\n")
    #expect(CSVWriter.line([""]) == "\"\"\n")
  }
}
