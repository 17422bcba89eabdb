import Interchange

/// The words of a line, taken one after the other; a comma is a word of its own.
struct Words {
  private var rest: ArraySlice<String>

  init(_ line: some StringProtocol) {
    var words: [String] = []
    for word in line.split(separator: " ") {
      if word.count > 1, word.hasSuffix(",") {
        words += [String(word.dropLast()), ","]
      } else {
        words.append(String(word))
      }
    }
    rest = words[...]
  }

  var isEmpty: Bool { rest.isEmpty }
  var first: String? { rest.first }

  mutating func next(_ expected: String = "a word") throws -> String {
    guard let word = rest.popFirst() else {
      throw Unreadable.words(found: "the end", expected: expected)
    }
    return word
  }

  /// Takes the words of a phrase, if they come next.
  mutating func take(_ phrase: String) -> Bool {
    let words = phrase.split(separator: " ").map(String.init)
    guard rest.starts(with: words) else { return false }
    rest = rest.dropFirst(words.count)
    return true
  }

  mutating func expect(_ phrase: String) throws {
    guard take(phrase) else {
      throw Unreadable.words(found: rest.joined(separator: " "), expected: phrase)
    }
  }

  mutating func end() throws {
    guard isEmpty else {
      throw Unreadable.words(found: rest.joined(separator: " "), expected: "the end")
    }
  }

  /// Reads `2025-07-15`.
  mutating func day() throws -> JSONValue {
    let word = try next("a day")
    guard word.count == 10, word.split(separator: "-").map(\.count) == [4, 2, 2] else {
      throw Unreadable.words(found: word, expected: "a day")
    }
    return .string(word)
  }

  /// Reads `50,000.00`.
  mutating func amount() throws -> JSONValue {
    let word = try next("an amount")
    guard let amount = Self.amount(word) else {
      throw Unreadable.words(found: word, expected: "an amount with two decimals")
    }
    return .string(amount)
  }

  /// An amount as the program writes it: `50000.00`; nil if the word is none.
  static func amount(_ word: some StringProtocol) -> String? {
    let plain = word.filter { $0 != "," }
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 2 else { return nil }
    let digits = parts[0].drop { $0 == "-" } + parts[1]
    return digits.allSatisfy { $0.isASCII && $0.isNumber } ? String(plain) : nil
  }

  /// Reads `3.50 %`.
  mutating func percent() throws -> JSONValue {
    let word = try next("a percentage")
    try expect("%")
    return .string(word)
  }

  mutating func count() throws -> JSONValue {
    let word = try next("a number")
    guard let number = Int64(word) else {
      throw Unreadable.words(found: word, expected: "a whole number")
    }
    return .integer(number)
  }

  /// What `read` reads, again and again as long as commas follow.
  mutating func list<Element>(
    _ read: (inout Words) throws -> Element
  ) throws -> [Element] {
    var elements = [try read(&self)]
    while take(",") { elements.append(try read(&self)) }
    return elements
  }
}
