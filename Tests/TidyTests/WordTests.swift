import Testing

@Suite("Words that stand nowhere, or not here")
struct WordTests {
  private let tree = Tree.shared

  @Test("the exact core has no Foundation, floating point, concurrency, clock or chance")
  func core() {
    let banned: Set<String> = [
      "Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization", "Double",
      "Float", "Float16", "Float32", "Float64", "Float80", "CGFloat", "Decimal", "async", "await",
      "Task", "Date", "ContinuousClock", "SuspendingClock", "SystemRandomNumberGenerator", "random",
    ]
    let core = ["Sources/Quantities", "Sources/Catalog", "Sources/Lifecycle"]
    var problems: [String] = []
    for file in tree.swiftFiles where core.contains(where: file.lies(in:)) {
      let mayFloat = file.lies(in: "Sources/Lifecycle/7-Risk")
      for token in file.tokens where token.kind == .word && banned.contains(token.text) {
        if mayFloat, token.text == "Double" { continue }
        problems.append("\(file.path):\(token.line) \(token.text)")
      }
    }
    #expect(problems == [])
  }

  @Test("floating point stands in the two places that the architecture names")
  func floatingPoint() {
    let allowed = ["Sources/Lifecycle/7-Risk", "Sources/AnnualPercentage"]
    let banned: Set<String> = [
      "Double", "Float", "Float16", "Float32", "Float64", "Float80", "CGFloat",
    ]
    var problems: [String] = []
    for file in tree.swiftFiles
    where file.lies(in: "Sources") && !allowed.contains(where: file.lies(in:)) {
      for token in file.tokens where token.kind == .word && banned.contains(token.text) {
        problems.append("\(file.path):\(token.line) \(token.text)")
      }
    }
    #expect(problems == [])
  }

  /// A name made of such a word says that nobody knew what the file is about.
  @Test("no file or folder is named after nothing in particular")
  func names() {
    let banned: Set<String> = [
      "util", "utils", "helper", "helpers", "common", "manager", "service", "impl",
    ]
    let problems = tree.paths.filter { path in
      !banned.isDisjoint(with: Self.words(of: path))
    }
    #expect(problems == [])
  }

  /// The words of a path in lower case: `Loan/RateTable+New.swift` has loan, rate, table, new.
  private static func words(of path: String) -> Set<String> {
    var words: [String] = [""]
    for character in path {
      if character.isUppercase || !character.isLetter { words.append("") }
      if character.isLetter { words[words.count - 1] += character.lowercased() }
    }
    return Set(words)
  }

  @Test("no crash, no swallowed error, no access around a module's wall")
  func calls() {
    var problems: [String] = []
    for file in tree.swiftFiles {
      for (index, token) in file.tokens.enumerated() where token.kind == .word {
        let next = file.tokens.dropFirst(index + 1).prefix(2)
        switch (token.text, next.map(\.text).joined()) {
        case ("fatalError", _), ("testable", _), ("catch", "{}"): break
        case ("try", let text) where text.hasPrefix("!") && next.first?.isGlued == true: break
        default: continue
        }
        problems.append("\(file.path):\(token.line) \(token.text)")
      }
    }
    #expect(problems == [])
  }

  @Test("nothing is left for later in a remark")
  func remarks() {
    let banned = ["TO" + "DO", "FIX" + "ME"]
    #expect(places(of: banned) == [])
  }

  @Test("the project speaks of itself, not of a place on one machine")
  func places() {
    #expect(places(of: ["/" + "work/"]) == [])
  }

  private func places(of banned: [String]) -> [String] {
    var problems: [String] = []
    for file in tree.files {
      for (index, line) in file.lines.enumerated() {
        for word in banned where line.contains(word) {
          problems.append("\(file.path):\(index + 1) \(word)")
        }
      }
    }
    return problems
  }

  /// Tests may hold statements that the program must not have.
  ///
  /// The words of a transaction (BEGIN,
  /// COMMIT, ROLLBACK) belong to the connection.
  @Test("SQL stands in SQL/, never in a Swift string")
  func statements() {
    var problems: [String] = []
    for file in tree.swiftFiles where file.lies(in: "Sources") {
      for token in file.tokens where token.kind == .string && Self.isStatement(token.text) {
        problems.append("\(file.path):\(token.line) \(token.text.prefix(40))")
      }
    }
    #expect(problems == [])
  }

  /// Whether the text holds a statement in capitals, or begins with one in either case.
  static func isStatement(_ text: String) -> Bool {
    let objects = ["TABLE", "INDEX", "ROLE", "DATABASE", "SCHEMA", "FUNCTION", "VIEW", "TYPE"]
    let verbs: [(verb: String, with: [String])] = [
      ("SELECT", []), ("INSERT", ["INTO"]), ("UPDATE", ["SET"]),
      ("DELETE", ["FROM"]), ("MERGE", ["INTO"]), ("COPY", ["FROM", "TO"]),
      ("CREATE", objects), ("ALTER", objects), ("DROP", objects),
      ("TRUNCATE", objects), ("GRANT", ["TO"]), ("REVOKE", ["FROM"]),
      ("SET", ["ROLE", "LOCAL", "SESSION"]),
    ]
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
    func holds(_ words: [String]) -> Bool {
      verbs.contains { verb, with in
        guard let index = words.firstIndex(of: verb), words.count > 1 || !with.isEmpty else {
          return false
        }
        return with.isEmpty || words[(index + 1)...].contains(where: with.contains)
      }
    }
    if holds(words) { return true }
    switch words.prefix(2).joined(separator: " ").lowercased() {
    case "insert into", "delete from", "merge into", "set role": return true
    case let start where start.hasPrefix("select "): return words.contains("from")
    case let start where start.hasPrefix("update "): return words.contains("set")
    default: return false
    }
  }
}
