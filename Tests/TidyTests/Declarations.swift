/// A function, initializer, subscript or computed property, as far as its size goes.
struct Declaration: Hashable, Sendable {
  let name: String
  let line: Int
  let lineCount: Int
  let parameterCount: Int
  /// Whether it is an `init` whose every line assigns a property, which is a list and no logic.
  let onlyAssigns: Bool

  /// The declarations of a file, nested ones too.
  static func all(in tokens: [Token]) -> [Declaration] {
    tokens.indices.compactMap { declaration(tokens, at: $0) }
  }

  private static func declaration(_ tokens: [Token], at index: Int) -> Declaration? {
    let token = tokens[index]
    guard token.kind == .word, index == 0 || !tokens[index - 1].isMark("."),
      index + 1 < tokens.count
    else { return nil }
    let next = tokens[index + 1]
    var parameters: Range<Int>?
    switch token.text {
    case "func", "subscript":
      parameters = group(tokens, from: index, open: "(", close: ")")
    case "init":
      guard next.kind == .mark, ["(", "?", "<"].contains(next.text) else { return nil }
      parameters = group(tokens, from: index, open: "(", close: ")")
    case "deinit":
      break
    case "var":
      guard index + 2 < tokens.count, tokens[index + 2].isMark(":") else { return nil }
    default:
      return nil
    }
    let afterHead = parameters?.upperBound ?? index + 1
    guard let body = body(tokens, from: afterHead) else {
      guard token.text != "var", let parameters else { return nil }
      return Declaration(
        name: next.text, line: token.line, lineCount: 1,
        parameterCount: count(tokens[parameters]), onlyAssigns: false)
    }
    return Declaration(
      name: token.text == "init" ? "init" : next.text, line: token.line,
      lineCount: tokens[body.upperBound - 1].line - token.line + 1,
      parameterCount: parameters.map { count(tokens[$0]) } ?? 0,
      onlyAssigns: token.text == "init" && onlyAssigns(tokens[body].dropFirst().dropLast()))
  }

  /// The tokens from the first `open` through the `close` that ends it.
  static func group(
    _ tokens: [Token], from start: Int, open: String, close: String
  ) -> Range<Int>? {
    guard let first = tokens[start...].firstIndex(where: { $0.isMark(open) }) else { return nil }
    var depth = 0
    for index in first..<tokens.count {
      if tokens[index].isMark(open) { depth += 1 }
      if tokens[index].isMark(close) { depth -= 1 }
      if depth == 0 { return first..<(index + 1) }
    }
    return nil
  }

  private static let beginnings: Set<String> = [
    "func", "var", "let", "init", "deinit", "case", "struct", "enum", "class", "extension",
    "static", "package", "private", "fileprivate", "public", "internal", "subscript", "mutating",
    "typealias", "associatedtype", "protocol", "actor", "import", "final", "override",
  ]

  /// The braces of a declaration whose head ends before `start`; nil for one without a body.
  private static func body(_ tokens: [Token], from start: Int) -> Range<Int>? {
    for index in start..<tokens.count {
      let token = tokens[index]
      if token.isMark("{") { return group(tokens, from: index, open: "{", close: "}") }
      if token.isMark("}") || token.isMark("=") { return nil }
      if token.kind == .word, beginnings.contains(token.text) { return nil }
    }
    return nil
  }

  /// How many parameters stand between these parentheses.
  private static func count(_ tokens: ArraySlice<Token>) -> Int {
    var depth = 0
    var count = 0
    var isInParameter = false
    for index in tokens.indices.dropFirst().dropLast() {
      let token = tokens[index]
      let isArrow = token.isMark(">") && tokens[index - 1].isMark("-")
      if token.kind == .mark, !isArrow {
        if "([{<".contains(token.text) { depth += 1 }
        if ")]}>".contains(token.text) { depth -= 1 }
      }
      if depth == 0, token.isMark(",") {
        isInParameter = false
      } else if !isInParameter {
        isInParameter = true
        count += 1
      }
    }
    return count
  }

  private static func onlyAssigns(_ tokens: ArraySlice<Token>) -> Bool {
    let lines = Dictionary(grouping: tokens, by: \.line).values
    return lines.allSatisfy { line in
      var rest = line[...]
      if rest.count > 2, rest[0].isWord("self"), rest[1].isMark(".") { rest = rest.dropFirst(2) }
      return rest.count > 2 && rest.first?.kind == .word
        && rest.dropFirst().first?.isMark("=") == true
    }
  }
}
