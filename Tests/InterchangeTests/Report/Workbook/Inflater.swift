/// Unpacks what the deflate method packed.
///
/// Source: RFC 1951; the canonical codes are read by their counts per length.
struct Inflater {
  /// How many codes of each length there are, and what they stand for in order.
  private struct Codes {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int]

    init(_ lengths: [Int]) {
      for length in lengths { counts[length] += 1 }
      symbols = lengths.indices.filter { lengths[$0] != 0 }
      symbols.sort { (lengths[$0], $0) < (lengths[$1], $1) }
      counts[0] = 0
    }
  }

  private struct Broken: Error {}

  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1_025, 1_537,
    2_049, 3_073, 4_097, 6_145, 8_193, 12_289, 16_385, 24_577,
  ]
  private static let orderOfLengths = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]

  private let bytes: [UInt8]
  private var bit = 0
  private var out: [UInt8] = []

  /// - Returns: the bytes that were packed.
  static func unpacked(_ bytes: [UInt8]) throws -> [UInt8] {
    var inflater = Inflater(bytes: bytes)
    while true {
      let isLast = try inflater.bits(1) == 1
      switch try inflater.bits(2) {
      case 0: try inflater.copy()
      case 1:
        let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
        try inflater.block(Codes(lengths), Codes([Int](repeating: 5, count: 30)))
      case 2: try inflater.blockWithCodes()
      default: throw Broken()
      }
      if isLast { return inflater.out }
    }
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func bits(_ count: Int) throws -> Int {
    var value = 0
    for place in 0..<count {
      guard bit / 8 < bytes.count else { throw Broken() }
      value |= Int(bytes[bit / 8] >> UInt8(bit % 8) & 1) << place
      bit += 1
    }
    return value
  }

  private mutating func symbol(_ codes: Codes) throws -> Int {
    var (code, first, index) = (0, 0, 0)
    for length in 1...15 {
      code |= try bits(1)
      let count = codes.counts[length]
      if code - count < first { return codes.symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    throw Broken()
  }

  private mutating func copy() throws {
    bit = (bit + 7) / 8 * 8
    let length = try bits(16)
    _ = try bits(16)
    for _ in 0..<length { out.append(UInt8(try bits(8))) }
  }

  private mutating func blockWithCodes() throws {
    let (literals, distances, count) = (try bits(5) + 257, try bits(5) + 1, try bits(4) + 4)
    var lengths = [Int](repeating: 0, count: 19)
    for place in Self.orderOfLengths.prefix(count) { lengths[place] = try bits(3) }
    let codes = Codes(lengths)
    lengths = []
    while lengths.count < literals + distances {
      let symbol = try symbol(codes)
      switch symbol {
      case 16: lengths += [Int](repeating: lengths.last ?? 0, count: 3 + (try bits(2)))
      case 17: lengths += [Int](repeating: 0, count: 3 + (try bits(3)))
      case 18: lengths += [Int](repeating: 0, count: 11 + (try bits(7)))
      default: lengths.append(symbol)
      }
    }
    try block(Codes(Array(lengths[..<literals])), Codes(Array(lengths[literals...])))
  }

  private mutating func block(_ literals: Codes, _ distances: Codes) throws {
    while true {
      let symbol = try symbol(literals)
      if symbol == 256 { return }
      if symbol < 256 {
        out.append(UInt8(symbol))
        continue
      }
      guard symbol < 286 else { throw Broken() }
      let length = Self.lengthBases[symbol - 257] + (try bits(Self.lengthBits[symbol - 257]))
      let code = try self.symbol(distances)
      guard code < 30 else { throw Broken() }
      let distance = Self.distanceBases[code] + (try bits(max(0, code / 2 - 1)))
      guard distance <= out.count else { throw Broken() }
      for _ in 0..<length { out.append(out[out.count - distance]) }
    }
  }
}
