import Testing

@Suite("Every error code is shown by a test")
struct ErrorCodeTests {
  private let tree = Tree.shared

  /// The strings in the body of each `var code: String`, with their places.
  private var codes: [(code: String, place: String)] {
    var codes: [(String, String)] = []
    for file in tree.swiftFiles where file.lies(in: "Sources") {
      let tokens = file.tokens
      for index in tokens.indices.dropLast(4)
      where tokens[index].isWord("var") && tokens[index + 1].isWord("code")
        && tokens[index + 2].isMark(":") && tokens[index + 3].isWord("String")
        && tokens[index + 4].isMark("{")
      {
        let body = Declaration.group(tokens, from: index, open: "{", close: "}") ?? index..<index
        for token in tokens[body] where token.kind == .string {
          codes.append((token.text, "\(file.path):\(token.line)"))
        }
      }
    }
    return codes
  }

  @Test("a code is `module.what_is_wrong`, and belongs to one case")
  func shape() {
    var seen: [String: String] = [:]
    var problems: [String] = []
    for (code, place) in codes {
      let parts = code.split(separator: ".", omittingEmptySubsequences: false)
      let isSnake = parts.allSatisfy { part in
        part.first?.isLetter == true
          && part.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789_".contains($0) }
      }
      // An interpolation reads as `~`; what it yields is for the tests of its module.
      if parts.count != 2 || !isSnake, !code.contains("~") { problems.append("\(place) \(code)") }
      if let other = seen.updateValue(place, forKey: code) {
        problems.append("\(place) \(code) stands at \(other), too")
      }
    }
    #expect(problems == [])
    #expect(codes.count > 20)
  }

  @Test("each code stands in a test")
  func shown() {
    var shown: Set<Substring> = []
    for file in tree.files where file.lies(in: "Tests") {
      let words = file.text.split { !($0.isLowercase || $0.isNumber || $0 == "_" || $0 == ".") }
      for word in words where word.contains(".") { shown.insert(word) }
    }
    let missing = codes.filter { !$0.code.contains("~") && !shown.contains(Substring($0.code)) }
    #expect(missing.map { "\($0.place) \($0.code)" } == [])
  }
}
