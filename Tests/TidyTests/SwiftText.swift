/// A token of Swift: enough of the grammar to count braces and find words, and no more.
///
/// Comments are dropped, a string is one token, what stands in its interpolations follows as tokens
/// of their own. Regex literals between slashes are not understood; the project has none.
struct Token: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case word, string, mark }

  let kind: Kind
  let text: String
  /// The line of the file, from 1, on which the token begins.
  let line: Int
  /// Whether no blank stands before it.
  var isGlued = false

  func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }
  func isWord(_ word: String) -> Bool { kind == .word && text == word }
}

/// Splits Swift text into tokens.
struct SwiftText {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var tokens: [Token] = []

  static func tokens(of text: String) -> [Token] {
    var reader = SwiftText(bytes: Array(text.utf8))
    reader.readCode(untilParenthesis: false)
    return reader.tokens
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// The byte `offset` after the present one; 0 beyond the end.
  private func peek(_ offset: Int = 0) -> UInt8 {
    position + offset < bytes.count ? bytes[position + offset] : 0
  }

  private func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { wanted in
      wanted.indices.allSatisfy { peek($0) == wanted[$0] }
    }
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where position < bytes.count {
      if bytes[position] == UInt8(ascii: "\n") { line += 1 }
      position += 1
    }
  }

  /// Reads to the end, or to the parenthesis that closes an interpolation.
  private mutating func readCode(untilParenthesis: Bool) {
    var depth = 0
    while position < bytes.count {
      if starts(with: "//") {
        while position < bytes.count, peek() != UInt8(ascii: "\n") { advance() }
      } else if starts(with: "/*") {
        skipBlockComment()
      } else if let hashes = stringStart() {
        readString(hashes: hashes)
      } else if isWordByte(peek()) {
        readWord()
      } else {
        let byte = peek()
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        if untilParenthesis, depth < 0 { return advance() }
        if byte > 0x20 {
          let isGlued = position > 0 && bytes[position - 1] > 0x20
          let text = String(Unicode.Scalar(byte))
          tokens.append(Token(kind: .mark, text: text, line: line, isGlued: isGlued))
        }
        advance()
      }
    }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if starts(with: "/*") {
        depth += 1
        advance(2)
      } else if starts(with: "*/") {
        depth -= 1
        advance(2)
      } else {
        advance()
      }
    } while depth > 0 && position < bytes.count
  }

  private mutating func readWord() {
    let start = position
    let first = line
    while isWordByte(peek()) { advance() }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    tokens.append(Token(kind: .word, text: text, line: first))
  }

  /// The number of `#` before the quote that begins here; nil if no string begins here.
  private func stringStart() -> Int? {
    var hashes = 0
    while peek(hashes) == UInt8(ascii: "#") { hashes += 1 }
    return peek(hashes) == UInt8(ascii: "\"") ? hashes : nil
  }

  private mutating func readString(hashes: Int) {
    let index = tokens.count
    let first = line
    advance(hashes)
    let isMultiline = starts(with: "\"\"\"")
    let quotes = isMultiline ? 3 : 1
    advance(quotes)
    var content: [UInt8] = []
    while position < bytes.count, !closes(quotes: quotes, hashes: hashes) {
      if !isMultiline, peek() == UInt8(ascii: "\n") { break }
      if isEscape(hashes: hashes) {
        advance(1 + hashes)
        if peek() == UInt8(ascii: "(") {
          advance()
          readCode(untilParenthesis: true)
          content.append(UInt8(ascii: "~"))
        } else {
          advance()
        }
        continue
      }
      content.append(peek())
      advance()
    }
    advance(quotes + hashes)
    let text = String(decoding: content, as: UTF8.self)
    tokens.insert(Token(kind: .string, text: text, line: first), at: index)
  }

  private func closes(quotes: Int, hashes: Int) -> Bool {
    (0..<quotes).allSatisfy { peek($0) == UInt8(ascii: "\"") }
      && (0..<hashes).allSatisfy { peek(quotes + $0) == UInt8(ascii: "#") }
  }

  private func isEscape(hashes: Int) -> Bool {
    peek() == UInt8(ascii: "\\")
      && (0..<hashes).allSatisfy { peek(1 + $0) == UInt8(ascii: "#") }
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
      true
    default: false
    }
  }
}
