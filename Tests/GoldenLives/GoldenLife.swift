import Calculations
import Foundation
import Interchange
import Quantities
import Testing

/// One life of a file in `Cases`: terms, facts, and the rows that must come out.
struct GoldenLife: CustomTestStringConvertible, Sendable {
  let file: String
  let title: String
  private(set) var lines: [Line] = []
  private(set) var terms: [JSONValue.Member] = []
  private(set) var market: [JSONValue.Member] = []
  private(set) var facts: [JSONValue] = []
  private(set) var questions: [Question] = []

  var testDescription: String { "\(file): \(title)" }

  /// A line without its comment, and the comment with its further lines.
  struct Line {
    let number: Int
    let body: String
    var comment: String

    /// The parts of the comment that claim something: `50,000 × 3.5 % ÷ 12 = 145.83`.
    var equations: [String] {
      comment.split(separator: ";").filter { $0.contains("=") }.map { part in
        String(part.split(separator: ":").last ?? "")
      }
    }

    /// What the line's equations come to.
    var results: [String] {
      equations.flatMap { $0.split(separator: "=").dropFirst() }
        .compactMap { Words.amount($0.filter { !" −-".contains($0) }) }
    }

    /// The amounts of the line itself.
    var amounts: [String] {
      body.split(separator: " ").compactMap { word in
        Words.amount(word.hasSuffix(",") ? word.dropLast() : word)
      }
    }

    var isRow: Bool { body.first.map { "=|>+".contains($0) } ?? false }
  }

  /// What is asked on a day, by those who know the facts above it.
  struct Question {
    let day: String
    let knownFacts: Int
    var rows: [Line]
  }

  /// Every life of every file, in the order they stand.
  static func all() throws -> [GoldenLife] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Cases")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try files.filter { $0.hasSuffix(".txt") }.sorted().flatMap { file in
      try lives(
        file: file, String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8))
    }
  }

  /// The lives of a text: each begins with a line `# title`.
  static func lives(file: String, _ text: String) throws -> [GoldenLife] {
    var lives: [GoldenLife] = []
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      let text = line.trimmingCharacters(in: .whitespaces)
      if text.hasPrefix("# ") {
        lives.append(GoldenLife(file: file, title: String(text.dropFirst(2))))
      } else if !text.isEmpty {
        guard !lives.isEmpty else { throw Unreadable.line(text, number: index + 1) }
        lives[lives.count - 1].append(text, number: index + 1)
      }
    }
    for index in lives.indices { try lives[index].read() }
    return lives
  }

  private init(file: String, title: String) {
    self.file = file
    self.title = title
  }

  private mutating func append(_ text: String, number: Int) {
    if text.hasPrefix("--") {
      let more = String(text.dropFirst(2))
      if lines.isEmpty { lines.append(Line(number: number, body: "", comment: "")) }
      lines[lines.count - 1].comment += Self.goesOn(more) ? more : ";" + more
    } else {
      let parts = text.components(separatedBy: " -- ")
      lines.append(
        Line(
          number: number, body: parts[0].trimmingCharacters(in: .whitespaces),
          comment: parts.dropFirst().joined(separator: "; ")))
    }
  }

  /// Whether a line of comment goes on with the sum of the line above.
  private static func goesOn(_ comment: String) -> Bool {
    comment.first { $0 != " " }.map { "=+−×÷".contains($0) } ?? false
  }

  private mutating func read() throws {
    var terms = TermsText()
    for line in lines where !line.body.isEmpty {
      do {
        if line.isRow {
          try ask(line)
        } else if line.body.first?.isNumber == true {
          facts.append(try FactText.read(line.body))
        } else if facts.isEmpty {
          try terms.read(line.body)
        } else {
          throw Unreadable.words(found: line.body, expected: "a fact or a row")
        }
      } catch {
        throw Unreadable.line("\(file):\(line.number): \(error)", number: line.number)
      }
    }
    self.terms = terms.terms
    market = terms.market
  }

  /// A row with `=` asks on its day; another belongs to the one above, or after a fact asks on that
  /// fact's day.
  private mutating func ask(_ line: Line) throws {
    var words = Words(line.body)
    let isNew = questions.last?.knownFacts != facts.count
    var day = isNew ? dayKnown : questions.last?.day ?? ""
    if words.take("="), case .string(let asked) = try words.day() { day = asked }
    if isNew || questions.last?.day != day {
      questions.append(Question(day: day, knownFacts: facts.count, rows: []))
    }
    questions[questions.count - 1].rows.append(line)
  }

  /// The day on which the last fact became known.
  private var dayKnown: String {
    let last = facts.last
    return last?["recordedOn"]?.cell ?? last?["effectiveOn"]?.cell ?? ""
  }

  /// The facts effective by the day of a question, without those undone and the undoing.
  func factsInForce(at question: Question) -> [JSONValue] {
    var undone: Set<Int64> = []
    for index in (0..<question.knownFacts).reversed() where !undone.contains(Int64(index + 1)) {
      if case .integer(let number)? = facts[index]["fact"] { undone.insert(number) }
    }
    return facts.prefix(question.knownFacts).enumerated().filter { index, fact in
      !undone.contains(Int64(index + 1)) && fact["effectiveOn"]?.cell ?? "" <= question.day
    }.map(\.element)
  }

  /// A fact's amount; that of the first part of the loan for a disbursement that does not say.
  func amount(of fact: JSONValue) -> Decimal? {
    let parts = terms.first { $0.name == "disbursements" }?.value.elements ?? []
    return (fact["amount"] ?? parts.first?["amount"])?.cell.flatMap { Decimal(string: $0) }
  }

  /// What the program answers to a question, if further facts are known.
  func answer(to question: Question, knowing more: [JSONValue] = []) throws -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("id", 1), .init("asOf", .string(question.day)), .init("terms", .object(terms)),
      .init("facts", .array(facts.prefix(question.knownFacts) + more)),
    ]
    if !market.isEmpty { members.append(.init("market", .object(market))) }
    let answers = try Calculation.life.answers(to: .array([.object(members)])) { error in
      ((error as? any Explained)?.code ?? "unexplained", "\(error)")
    }
    return answers.elements.first ?? .null
  }
}

extension JSONValue {
  var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  /// A string, number or truth as a row writes it.
  var cell: String? {
    switch self {
    case .string(let text): text
    case .integer(let number): String(number)
    case .bool(let isTrue): isTrue ? "yes" : "no"
    default: nil
    }
  }
}
