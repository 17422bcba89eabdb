/// What is wrong with one row of an imported file.
package struct LineProblem: Error, Hashable, Sendable {
  /// The line of the file, from 1.
  package let line: Int
  package let column: String?
  /// The stable code of the rule that refuses the row: `field.not_a_day`.
  package let code: String
  /// What stands in the file, cut to `foundCharactersMax`.
  package let found: String
  /// What may stand there, in figures and names, not in the words of a language.
  package let allowed: String

  package static let foundCharactersMax = 80

  package init(line: Int, column: String? = nil, code: String, found: String, allowed: String) {
    self.line = line
    self.column = column
    self.code = code
    let cut = found.prefix(LineProblem.foundCharactersMax)
    self.found = cut.endIndex == found.endIndex ? found : cut + "…"
    self.allowed = allowed
  }
}

/// The problems of a whole file: the first of them and the number of all.
package struct LineProblems: Hashable, Sendable {
  /// The first problems, at most `keptCountMax`, so that a file of bad rows fills no memory.
  package private(set) var kept: [LineProblem] = []
  package private(set) var count = 0
  package let keptCountMax: Int

  package init(keptCountMax: Int = 10_000) { self.keptCountMax = keptCountMax }

  package var isEmpty: Bool { count == 0 }

  package mutating func note(_ problem: LineProblem) {
    count += 1
    if kept.count < keptCountMax { kept.append(problem) }
  }

  /// The value that `read` gives, or nil and its problem noted.
  ///
  /// ```swift
  /// let day = problems.collect { () throws(LineProblem) in try row.day("signed_on") }
  /// ```
  package mutating func collect<Value>(
    _ read: () throws(LineProblem) -> Value
  ) -> Value? {
    do {
      return try read()
    } catch {
      note(error)
      return nil
    }
  }
}
