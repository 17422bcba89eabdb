import Fixtures
import Interchange
import Testing

@Suite("The text of golden lives")
struct TextTests {
  private static let head = """
    # A loan
    loan 36,000.00 on 2025-01-01 until 2025-07-01
    rate 6.00 %
    method at-maturity
    days actual/360
    2025-01-01 disbursed

    """

  @Test("a wrong figure is seen, a right one is not")
  func sharp() throws {
    let text = Self.head + "= 2025-01-10 running 60.00, principal 36,000.01"
    let life = try #require(try GoldenLife.lives(file: "a", text).first)
    let question = try #require(life.questions.first)
    let problems = try question.rows[0].problems(in: try life.answer(to: question))
    #expect(problems == ["principal 36000.01: the program says 36000.00"])
  }

  @Test(
    "what can't be read, or says nothing, is refused",
    arguments: [
      "2025-01-02 danced", "2025-01-02 repaid 5", "2025-01-02 repaid 5.00 twice",
      "interest high", "2025-13 repaid 5.00", "= tomorrow books 1.00",
    ])
  func unreadable(_ line: String) {
    #expect(throws: Unreadable.self) { try GoldenLife.lives(file: "a", Self.head + line) }
  }

  @Test("a row without figures is refused", arguments: ["= 2025-01-10", "= 2025-01-10 books"])
  func empty(_ line: String) throws {
    let life = try #require(try GoldenLife.lives(file: "a", Self.head + line).first)
    #expect(throws: Unreadable.self) { try life.questions[0].rows[0].problems(in: .null) }
  }

  @Test(
    "sums are worked out",
    arguments: [
      "50,000.00 × 3.5 % × 30 ÷ 360 = 145.83", "1 ÷ 8 = 0.125 = 0.13", "−(2 − 5) = 3",
      "[10 ÷ 3] × 3 = 9.99", "1.005 = 1.01", "2 ^ 10 = 1,024", "1 ÷ 3 × 3 × 0.005 = 0.01",
      "1,000 × 1 % ÷ (1 − (1 ÷ 1.01) ^ 2) = 507.51",
    ])
  func sums(_ equation: String) throws {
    #expect(try Arithmetic.holds(equation))
  }

  @Test("a sum that is off by a fen does not hold", arguments: ["1 + 1 = 2.01", "1.004 = 1.01"])
  func wrong(_ equation: String) throws {
    #expect(try !Arithmetic.holds(equation))
  }
}
