import Calculations
import Foundation
import Interchange
import Testing

/// One case of a file in `Cases`: what is asked, and the table of what must come out.
struct GoldenCase: CustomTestStringConvertible, Sendable {
  let file: String
  let title: String
  let calculation: Calculation
  /// The case without an id.
  let document: JSONValue
  /// The first line of the table: members of an instalment, then `derivation`.
  let columns: [String]
  let rows: [[String]]

  var testDescription: String { "\(file): \(title)" }

  enum Problem: Error {
    case unreadable(file: String, title: String)
  }

  /// Every case of every file, in the order they stand.
  static func all() throws -> [GoldenCase] {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try files.filter { $0.hasSuffix(".md") }.sorted().flatMap { file in
      try cases(of: file, String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8))
    }
  }

  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let folder = tests.appendingPathComponent("Cases")

  private static func cases(of file: String, _ text: String) throws -> [GoldenCase] {
    try text.components(separatedBy: "\n## ").dropFirst().map { section in
      let lines = section.components(separatedBy: "\n")
      let blocks = section.components(separatedBy: "```")
      let table = lines.filter { $0.hasPrefix("|") }.map(cells)
      guard blocks.count == 3, table.count > 2, let lineEnd = blocks[1].firstIndex(of: "\n"),
        case let words = blocks[1][..<lineEnd].split(separator: " "), words.count == 2,
        let calculation = Calculation(rawValue: String(words[1]))
      else { throw Problem.unreadable(file: file, title: lines[0]) }
      return GoldenCase(
        file: file, title: lines[0], calculation: calculation,
        document: try JSONValue(reading: Array(blocks[1][lineEnd...].utf8)).filled(),
        columns: table[0], rows: Array(table.dropFirst(2)))
    }
  }

  private static func cells(_ line: String) -> [String] {
    line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// What the program answers.
  func answer() throws -> JSONValue {
    guard case .object(let members) = document else { return .null }
    let named = JSONValue.object([JSONValue.Member("id", 1)] + members)
    let answers = try calculation.answers(to: [named]) { error in ("test.failed", "\(error)") }
    guard case .array(let list) = answers, list.count == 1 else { return .null }
    return list[0]
  }

  /// The lines of a seed file, without its head.
  fileprivate static func seed(_ name: String) throws -> [[String]] {
    let root = tests.deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}

extension JSONValue {
  /// The value with the seed files it names in their place.
  fileprivate func filled() throws -> JSONValue {
    switch self {
    case .string("seeds/calendar.csv"):
      let days = try GoldenCase.seed("seeds/calendar.csv")
      func list(_ kind: String) -> JSONValue {
        .array(days.filter { $0[1] == kind }.map { .string($0[0]) })
      }
      return ["holidays": list("holiday"), "makeUpWorkdays": list("workday")]
    case .string("seeds/lpr.csv"):
      let rates = try GoldenCase.seed("seeds/lpr.csv")
      func list(_ column: Int) -> JSONValue {
        .array(rates.map { ["on": .string($0[0]), "percent": .string($0[column])] })
      }
      return ["LPR1Y": list(1), "LPR5Y": list(2)]
    case .object(let members):
      return .object(try members.map { JSONValue.Member($0.name, try $0.value.filled()) })
    case .array(let elements): return .array(try elements.map { try $0.filled() })
    default: return self
    }
  }

  /// A string or number as a table writes it.
  var cell: String? {
    switch self {
    case .string(let text): text
    case .integer(let number): String(number)
    default: nil
    }
  }

  var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }
}
