import Fixtures
import Foundation
import Interchange
import Testing

@Suite("Golden lives: loans from the first day to the last, in text")
struct GoldenLivesTests {
  private static let lives = Result { try GoldenLife.all() }

  /// What the program answers to each life's questions, by title.
  private static let answers = Result {
    Dictionary(
      try lives.get().map { life in
        (life.title, try life.questions.map { ($0, try life.answer(to: $0)) })
      }, uniquingKeysWith: { first, _ in first })
  }

  private func answered(
    _ life: GoldenLife
  ) throws -> [(question: GoldenLife.Question, answer: JSONValue)] {
    try #require(try Self.answers.get()[life.title])
  }

  @Test("every figure of every row comes out", arguments: try lives.get())
  func figures(_ life: GoldenLife) throws {
    #expect(!life.questions.isEmpty, "a life that asks nothing")
    for (question, answer) in try answered(life) {
      for row in question.rows {
        for problem in try row.problems(in: answer) {
          Issue.record("\(life.file):\(row.number): \(problem)")
        }
      }
    }
  }

  @Test("each sum in a comment is what it says", arguments: try lives.get())
  func sums(_ life: GoldenLife) throws {
    for line in life.lines {
      for equation in line.equations {
        #expect(try Arithmetic.holds(equation), "\(life.file):\(line.number): \(equation)")
      }
    }
  }

  /// An expected amount is stated by the life's own terms and facts, or is the result of a sum
  /// above it or among the rows it stands with.
  @Test("no expected amount stands there without its sum", arguments: try lives.get())
  func derived(_ life: GoldenLife) throws {
    var stated: Set<String> = ["0.00"]
    for rows in life.lines.split(whereSeparator: { !$0.isRow }) {
      for line in life.lines[..<rows.endIndex] {
        stated.formUnion(line.results)
        if !line.isRow { stated.formUnion(line.amounts) }
      }
      for row in rows {
        for amount in row.amounts {
          #expect(
            stated.contains(amount.filter { $0 != "-" }),
            "\(life.file):\(row.number): \(amount) comes from nowhere")
        }
      }
    }
  }

  @Test(
    "loans, suspense, claims written off, costs and credits agree with their accounts",
    arguments: try lives.get())
  func controls(_ life: GoldenLife) throws {
    let accounts = [
      ("1303", "bookPrincipal"), ("990201", "suspended"), ("990301", "writtenOff"),
      ("122101", "costs"), ("224101", "credit"),
    ]
    for (question, answer) in try answered(life) {
      guard let balances = answer["balances"] else { continue }
      for (account, member) in accounts {
        let amount = try #require(balances[member]?.cell.flatMap { Decimal(string: $0) })
        let posted = try #require(GoldenLife.Line.balance(of: account, in: answer))
        #expect(
          posted == (account == "224101" ? -amount : amount),
          "\(life.file), \(question.day): \(member) and account \(account)")
      }
    }
  }

  @Test(
    "the borrower's account and the bank's money moved by the facts alone",
    arguments: try lives.get())
  func money(_ life: GoldenLife) throws {
    let settlement = ["disbursed": -1, "repaid": 1, "refunded": -1]
    let cash = [
      "costs-charged": -1, "subsidy-paid": 1, "compensation-paid": 1, "compensation-returned": -1,
    ]
    for (question, answer) in try answered(life) {
      guard answer["error"] == nil else { continue }
      for (account, kinds) in [("2011", settlement), ("1003", cash)] {
        let posted = try #require(GoldenLife.Line.balance(of: account, in: answer))
        let moved = life.factsInForce(at: question).reduce(Decimal(0)) { sum, fact in
          let sign = kinds[fact["kind"]?.cell ?? ""] ?? 0
          return sum + Decimal(sign) * (life.amount(of: fact) ?? 0)
        }
        #expect(posted == moved, "\(life.file), \(question.day): account \(account)")
      }
    }
  }

  /// It makes the books follow each fact as it became known.
  @Test("a fact that is undone at once changes nothing", arguments: try lives.get())
  func undone(_ life: GoldenLife) throws {
    for (question, plain) in try answered(life) {
      let day = JSONValue.string(question.day)
      let noise: [JSONValue] = [
        ["kind": "misused", "effectiveOn": day],
        [
          "kind": "reversed", "effectiveOn": day,
          "fact": .integer(Int64(question.knownFacts + 1)),
        ],
      ]
      let noisy = try life.answer(to: question, knowing: noise)
      #expect(noisy["balances"] == plain["balances"], "\(life.file), \(question.day)")
      #expect(noisy["installments"] == plain["installments"], "\(life.file), \(question.day)")
      let transfers = [noisy, plain].map { answer in
        (answer["transfers"]?.elements ?? []).map(\.compact).sorted()
      }
      #expect(transfers[0] == transfers[1], "\(life.file), \(question.day)")
    }
  }

  @Test("each event has its life, and there are sixty at least")
  func complete() throws {
    let lives = try Self.lives.get()
    #expect(lives.count >= 60)
    #expect(Set(lives.map(\.title)).count == lives.count)
    let kinds = Set(lives.flatMap(\.facts).compactMap { $0["kind"]?.cell })
    let all: Set<String> = [
      "disbursed", "imported", "repaid", "refunded", "costs-charged", "rate-changed", "extended",
      "renewed", "rescheduled", "paused", "graduated", "interest-waived", "misused", "waived",
      "written-off", "compensation-claimed", "compensation-paid", "compensation-rejected",
      "compensation-returned", "subsidy-paid", "subsidy-rejected", "died", "taken-over",
      "transferred", "reversed",
    ]
    #expect(kinds == all, "without a life: \(all.subtracting(kinds).sorted())")
  }
}
