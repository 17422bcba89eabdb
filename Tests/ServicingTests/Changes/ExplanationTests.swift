import Accrual
import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Servicing
import Testing

/// Goal: the lines of a figure sum to it exactly, and each says what it is.
///
/// Method: worked lines by hand; then every figure of random lives against its lines.
@Suite("An explanation")
struct ExplanationTests {
  let start: [LoanFact] = [.disbursement(of: .quarterly())]

  func explain(
    _ figure: ExplainedFigure, _ terms: LoanTerms, _ facts: [LoanFact], through day: Day
  ) throws -> Explanation {
    try Explanation(
      figure, LoanContract(terms, market: .lpr), facts: [.disbursement(of: terms)] + facts,
      through: day)
  }

  @Test("names days, balance, rate and payer of what was billed")
  func bill() throws {
    // 100,000 at 3.60 %, half of it on 50,000 paid by finance until 11 January.
    let terms = LoanTerms.lending("100000.00", at: "3.60", from: "2025-01-01", until: "2025-07-01")
      .repaid(.interestThenPrincipal, everyMonths: 1)
      .subsidised(percent: 50, upTo: "50000.00", until: "2025-01-11")
    let found = try explain(.billed(on: "2025-02-01"), terms, [], through: "2025-02-01")
    #expect(found.figure == InterestByPayer(borrower: "285.00", finance: "25.00"))
    #expect(found.lines.map(\.payer) == [.finance, .borrower, .borrower, .borrower])
    #expect(found.lines.map(\.rule) == [.subsidy, .contract, .contract, .contract])
    #expect(found.lines.map(\.balance) == ["50000.00", "50000.00", "50000.00", "100000.00"])
    #expect(found.lines.map { $0.until - $0.from } == [10, 10, 10, 21])
    #expect(found.lines.map(\.shareBasisPoints) == [5_000, 5_000, 10_000, 10_000])
    #expect(found.lines.map { $0.exact.rounded(.halfUp) } == ["25.00", "25.00", "50.00", "210.00"])
    #expect(found.rounding == .zero)
  }

  @Test("tells what rounding once adds or takes")
  func rounding() throws {
    // 50,000 at 3.00 %: 92 days 383.3333…, billed 383.33: a third of a fen less.
    let found = try explain(.billed(on: "2025-06-20"), .quarterly(), [], through: "2025-06-20")
    #expect(found.figure.sum == "383.33")
    #expect(found.exact == ExactAmount(115_000, 3))
    #expect(found.rounding == ExactAmount(-1, 3))
  }

  @Test("splits a bill at a new rate, a payment in advance and a draw")
  func stretches() throws {
    let facts: [LoanFact] = [
      .payment("62.50", on: "2025-03-20", number: 2),
      .payment("20050.00", on: "2025-04-01", number: 3, inAdvance: true),
      .fact(.rateChanged("2.40"), on: "2025-05-01", number: 4),
    ]
    let broken = try explain(
      .billed(on: "2025-04-01"), .quarterly(), facts, through: "2025-06-20")
    #expect(broken.figure.borrower == "50.00")
    #expect(broken.lines.map { $0.until - $0.from } == [12])
    let bill = try explain(.billed(on: "2025-06-20"), .quarterly(), facts, through: "2025-06-20")
    #expect(bill.lines.map(\.rate) == ["3.00", "2.40"])
    #expect(bill.lines.map(\.balance) == ["30000.00", "30000.00"])
    #expect(bill.lines.map(\.from) == ["2025-04-01", "2025-05-01"])
  }

  @Test("says that the State bears a waived year, and which")
  func waived() throws {
    let terms = LoanTerms.studentAid(
      from: "2021-09-01", graduation: "2025-09-01", until: "2040-09-20")
    let waiver = LoanFact.fact(
      .interestWaived(year: 2025, defersPrincipal: false), on: "2025-01-01")
    let found = try explain(.billed(on: "2025-12-20"), terms, [waiver], through: "2025-12-31")
    #expect(Set(found.lines.map(\.rule)) == [.subsidy, .waiver(year: 2025)])
    #expect(found.lines.allSatisfy { $0.payer == .finance })
    #expect(found.figure.borrower == .zero)
  }

  @Test("of penalty and compound interest has the heavier rate, in a month or until a day")
  func charges() throws {
    let terms = LoanTerms.lending("20000.00", at: "6.00", from: "2025-03-10", until: "2025-06-10")
      .counting(.months).with { $0.compound = CompoundTerms() }
    let compound = try explain(
      .compound(in: .until("2025-07-25")), terms, [], through: "2025-07-31")
    #expect(compound.figure.borrower == "3.38")
    #expect(compound.exact == ExactAmount(675, 2))
    #expect(compound.lines.map(\.rate) == ["9.00"])
    #expect(compound.lines.map(\.balance) == ["300.00"])
    let july = try explain(
      .penalty(in: .month(Month(year: 2025, month: 7))), terms, [], through: "2025-07-24")
    #expect(july.figure.borrower == "120.00")
    #expect(july.lines.map { $0.until - $0.from } == [24])
  }

  @Test("of a day on which nothing was billed is refused")
  func nothing() {
    let error = #expect(throws: ServicingError.self) {
      try explain(.billed(on: "2025-06-21"), .quarterly(), [], through: "2025-12-31")
    }
    #expect(error == .nothingBilled(on: "2025-06-21"))
    #expect(error?.code == "servicing.nothing_billed")
    #expect(ServicingError.notExplained.code == "servicing.not_explained")
  }

  @Test("of each bill and each month of random lives sums to the figure exactly")
  func random() throws {
    for seed in 7_000_000..<(7_000_000 + 150) as Range<UInt64> {
      let life = try RandomLife(seed: seed)
      let facts = life.facts
      var month = life.terms.startsOn.month
      while month <= life.end.month {
        for figure in [
          ExplainedFigure.interest(in: .month(month)), .penalty(in: .month(month)),
        ] {
          let found = try Explanation(figure, life.contract, facts: facts, through: life.end)
          if let broken = broken(found, within: 8) { Issue.record("\(figure) \(broken) \(life)") }
        }
        month = month + 1
      }
      for due in life.contract.dueDays where due.billsInterest {
        let found = try Explanation(
          .billed(on: due.on), life.contract, facts: facts, through: life.end)
        if let broken = broken(found, within: 4) { Issue.record("\(due.on) \(broken) \(life)") }
      }
    }
  }

  /// What does not hold of an explanation, or nil: figure = lines + rounding, which is small.
  private func broken(_ found: Explanation, within fen: Int128) -> String? {
    var sum = found.rounding
    for line in found.lines { sum = sum.adding(line.exact) ?? .zero }
    if sum != ExactAmount(found.figure.sum) { return "\(sum) is not \(found.figure)" }
    if abs(found.rounding.numerator) > fen * found.rounding.denominator {
      return "rounded by \(found.rounding)"
    }
    return nil
  }
}
