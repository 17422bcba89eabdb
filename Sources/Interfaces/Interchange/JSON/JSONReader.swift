/// Reads one JSON text from its first byte to its last.
struct JSONReader {
  /// How many arrays and objects may stand inside one another.
  static let deepest = 256

  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0

  /// - Parameter bytes: UTF-8.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  /// The value that the whole text holds.
  mutating func document() throws(JSONError) -> JSONValue {
    let value = try value()
    skipBlanks()
    guard place == bytes.count else { throw problem("something stands after the document") }
    return value
  }

  // MARK: Values

  private mutating func value() throws(JSONError) -> JSONValue {
    skipBlanks()
    guard let first = next else { throw problem("the text ends where a value has to stand") }
    switch first {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: break
    }
    if skip("null") { return .null }
    if skip("true") { return .bool(true) }
    if skip("false") { return .bool(false) }
    throw problem("no value begins like this")
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    try enter()
    var members: [JSONValue.Member] = []
    if !close(UInt8(ascii: "}")) {
      repeat {
        skipBlanks()
        guard next == UInt8(ascii: "\"") else { throw problem("the name of a member is missing") }
        let name = try string()
        skipBlanks()
        guard take(UInt8(ascii: ":")) else { throw problem("a colon is missing") }
        members.append(JSONValue.Member(name, try value()))
      } while try goesOn(until: UInt8(ascii: "}"))
    }
    depth -= 1
    return .object(members)
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    try enter()
    var elements: [JSONValue] = []
    if !close(UInt8(ascii: "]")) {
      repeat {
        elements.append(try value())
      } while try goesOn(until: UInt8(ascii: "]"))
    }
    depth -= 1
    return .array(elements)
  }

  /// Takes the bracket that opens.
  private mutating func enter() throws(JSONError) {
    place += 1
    depth += 1
    guard depth <= Self.deepest else { throw problem("more than \(Self.deepest) levels deep") }
  }

  private mutating func close(_ bracket: UInt8) -> Bool {
    skipBlanks()
    return take(bracket)
  }

  /// Whether a comma comes next, and not the bracket that closes.
  private mutating func goesOn(until bracket: UInt8) throws(JSONError) -> Bool {
    skipBlanks()
    if take(UInt8(ascii: ",")) { return true }
    guard take(bracket) else { throw problem("a comma or a closing bracket is missing") }
    return false
  }

  // MARK: Strings

  private mutating func string() throws(JSONError) -> String {
    place += 1
    var text = ""
    var start = place
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        text += String(decoding: bytes[start..<place], as: UTF8.self)
        place += 1
        return text
      case UInt8(ascii: "\\"):
        text += String(decoding: bytes[start..<place], as: UTF8.self)
        place += 1
        text.unicodeScalars.append(try escaped())
        start = place
      case 0..<0x20: throw problem("a control character stands in a string unescaped")
      default: place += 1
      }
    }
    throw problem("the text ends inside a string")
  }

  /// The character that what follows a backslash means.
  private mutating func escaped() throws(JSONError) -> Unicode.Scalar {
    guard let letter = next else { throw problem("the text ends inside a string") }
    place += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw problem("no escape is written like this")
    }
    let first = try fourDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800..<0xDC00).contains(first), skip("\\u"), case let second = try fourDigits(),
      (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw problem("half of a surrogate pair stands alone") }
    return scalar
  }

  private mutating func fourDigits() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw problem("an escape needs four hexadecimal digits")
      }
      value = value << 4 + UInt32(digit)
      place += 1
    }
    return value
  }

  // MARK: Numbers

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = place
    let isNegative = take(UInt8(ascii: "-"))
    let whole = digits()
    guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else {
      throw problem("no number begins like this")
    }
    var fraction: ArraySlice<UInt8> = []
    if take(UInt8(ascii: ".")) {
      fraction = digits()
      guard !fraction.isEmpty else { throw problem("digits are missing after the point") }
    }
    var exponent: Int? = 0
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      let isSmall = take(UInt8(ascii: "-"))
      if !isSmall { _ = take(UInt8(ascii: "+")) }
      let power = digits()
      guard !power.isEmpty else { throw problem("digits are missing in the exponent") }
      exponent = Int(String(decoding: power, as: UTF8.self)).map { isSmall ? -$0 : $0 }
    }
    guard let exponent, exponent.magnitude <= 400 else {
      return .number(String(decoding: bytes[start..<place], as: UTF8.self))
    }
    let plain = Self.plain(Array(whole + fraction), point: whole.count + exponent)
    let text = isNegative && plain != "0" ? "-" + plain : plain
    return Int64(text).map(JSONValue.integer) ?? .number(text)
  }

  /// The digits as a plain decimal with its point after so many of them, and no needless zeros.
  private static func plain(_ digits: [UInt8], point: Int) -> String {
    let zero = UInt8(ascii: "0")
    let padding = [UInt8](repeating: zero, count: max(0, 1 - point))
    var all = padding + digits
    let point = point + padding.count
    all += [UInt8](repeating: zero, count: max(0, point - all.count))
    let whole = all[..<point].drop { $0 == zero }
    var fraction = all[point...]
    while fraction.last == zero { fraction.removeLast() }
    let start = whole.isEmpty ? "0" : String(decoding: whole, as: UTF8.self)
    return fraction.isEmpty ? start : start + "." + String(decoding: fraction, as: UTF8.self)
  }

  private mutating func digits() -> ArraySlice<UInt8> {
    let start = place
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
    return bytes[start..<place]
  }

  // MARK: Bytes

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    place += 1
    return true
  }

  private mutating func skip(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard place + count <= bytes.count,
      word.withUTF8Buffer({ bytes[place..<(place + count)].elementsEqual($0) })
    else { return false }
    place += count
    return true
  }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      place += 1
    }
  }

  /// What is wrong at this place.
  private func problem(_ words: String) -> JSONError {
    let before = bytes[..<min(place, bytes.count)]
    let line = before.count { $0 == 0x0A } + 1
    let column = before.reversed().prefix { $0 != 0x0A }.count + 1
    return .notJSON(reason: "line \(line), column \(column): \(words)")
  }
}
