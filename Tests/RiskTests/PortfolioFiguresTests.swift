import Classification
import Fixtures
import Quantities
import Risk
import Testing

extension LoanPosition {
  /// A loan of bank 1: its unpaid principal, of it due, and the days it is late.
  static func loan(
    principal: Money, due: Money = .zero, daysLate: Int = 0,
    interestDaysLate: Int = 0, restructured: Bool = false
  ) -> LoanPosition {
    var position = LoanPosition(
      bankID: 1, branchID: 1, line: "microcredit", loanID: 1, borrowerID: 1)
    position.principal = principal
    position.principalDue = due
    position.principalOverdueDays = daysLate
    position.interestOverdueDays = interestDaysLate
    position.isRestructured = restructured
    position.classify()
    return position
  }
}

extension PortfolioFigures {
  /// Adds one loan, as the cell that it is in.
  mutating func add(_ position: LoanPosition) {
    var cell = PortfolioMonth.Cell()
    cell.add(position)
    add(
      cell,
      PortfolioMonth.CellKey(
        .whole, "", days: DaysBand(overdueDays: position.overdueDays), position.riskClass,
        isRestructured: position.isRestructured))
  }
}

@Suite("Portfolio at risk")
struct PortfolioAtRiskTests {
  func figures(_ positions: [LoanPosition]) -> PortfolioFigures {
    positions.reduce(into: PortfolioFigures()) { $0.add($1) }
  }

  func atRisk(_ figures: PortfolioFigures, over days: Int) -> Tally {
    zip(PortfolioFigures.atRiskDays, figures.atRisk).first { $0.0 == days }?.1 ?? Tally()
  }

  /// A book of 100,000: a loan of 20,000 with an instalment of 1,000 that is 45 days late, one of
  /// 10,000 restructured and punctual, and 70,000 that are fine.
  var book: PortfolioFigures {
    figures([
      .loan(principal: "20000.00", due: "1000.00", daysLate: 45),
      .loan(principal: "10000.00", restructured: true),
      .loan(principal: "70000.00"),
    ])
  }

  @Test("is the whole unpaid principal of loans more than 30 days late and restructured ones")
  func definition() {
    #expect(book.outstanding.principal == 10_000_000)
    #expect(atRisk(book, over: 30).principal == 3_000_000)
    #expect(atRisk(book, over: 30).loans == 2)
    #expect(Ratio.percent(atRisk(book, over: 30).principal, of: 10_000_000) == "30.00%")
    #expect(atRisk(book, over: 60).principal == 1_000_000)
  }

  @Test("is not the overdue amount over the outstanding: that arrears rate says 1 %")
  func notTheArrearsRate() {
    #expect(Ratio.percent(book.principalDue, of: book.outstanding.principal) == "1.00%")
    #expect(atRisk(book, over: 30).principal != book.principalDue)
  }

  @Test("holds the instalments still to come of a late loan")
  func futureInstalments() {
    let late = figures([.loan(principal: "20000.00", due: "1000.00", daysLate: 31)])
    #expect(atRisk(late, over: 30).principal == 2_000_000)
  }

  @Test("holds restructured loans that are not late, once each")
  func restructured() {
    let punctual = figures([.loan(principal: "500.00", restructured: true)])
    #expect(punctual.atRisk.allSatisfy { $0.loans == 1 && $0.principal == 50_000 })
    let late = figures([.loan(principal: "500.00", daysLate: 400, restructured: true)])
    #expect(late.atRisk.allSatisfy { $0.loans == 1 && $0.principal == 50_000 })
    #expect(late.restructured.loans == 1)
  }

  @Test("counts a loan late with interest alone")
  func interestAlone() {
    let late = figures([.loan(principal: "500.00", interestDaysLate: 31)])
    #expect(atRisk(late, over: 30).principal == 50_000)
  }

  @Test(
    "begins the day after the limit: 30 days late is not more than 30", arguments: [30, 60, 90])
  func limit(days: Int) {
    #expect(atRisk(figures([.loan(principal: "1.00", daysLate: days)]), over: days).loans == 0)
    #expect(atRisk(figures([.loan(principal: "1.00", daysLate: days + 1)]), over: days).loans == 1)
  }

  @Test("leaves a loan without principal out of every count of loans")
  func repaid() {
    var interestOnly = LoanPosition.loan(principal: .zero, interestDaysLate: 100)
    interestOnly.interestDue = "12.00"
    let figures = figures([interestOnly])
    #expect(figures.outstanding.loans == 0)
    #expect(figures.interestDue == 1_200)
    #expect(figures.atRisk.allSatisfy { $0.loans == 0 })
    #expect(figures.ageing.isEmpty && figures.classes.isEmpty)
  }

  @Test("a portfolio of nothing has no ratio, rather than zero")
  func nothing() {
    #expect(Ratio.percent(0, of: 0) == nil)
    #expect(Ratio.percent(1, of: 3) == "33.33%")
    #expect(Ratio.percent(2, of: 3) == "66.67%")
    #expect(Ratio.percent(0, of: 3) == "0.00%")
  }
}

@Suite("Portfolio figures")
struct PortfolioFiguresTests {
  @Test(
    "age loans into the columns of the supervisory table",
    arguments: [
      (-3, .notOverdue), (0, .notOverdue), (1, .days1To30), (30, .days1To30), (31, .days31To60),
      (60, .days31To60), (61, .days61To90), (90, .days61To90), (91, .days91To180),
      (180, .days91To180), (181, .days181To270), (270, .days181To270), (271, .days271To360),
      (360, .days271To360), (361, .daysOver360), (9_999, .daysOver360),
    ] as [(Int, AgeingBucket)])
  func ageing(days: Int, bucket: AgeingBucket) {
    #expect(AgeingBucket(overdueDays: days) == bucket)
  }

  @Test("overdue days are the larger of principal's and interest's")
  func overdueDays() {
    #expect(
      LoanPosition.loan(principal: "1.00", daysLate: 5, interestDaysLate: 91).overdueDays == 91)
    #expect(
      LoanPosition.loan(principal: "1.00", daysLate: 5, interestDaysLate: 91).riskClass
        == .substandard)
  }

  @Test("classes and columns each hold the whole portfolio, and figures add (seed 77)")
  func add() {
    var random = SplitMix64(seed: 77)
    for _ in 0..<200 {
      let positions = (0..<Int.random(in: 0...40, using: &random)).map { _ in Self.random(&random) }
      let cut = Int.random(in: 0...positions.count, using: &random)
      func figures(_ part: some Sequence<LoanPosition>) -> PortfolioFigures {
        part.reduce(into: PortfolioFigures()) { $0.add($1) }
      }
      let whole = figures(positions)
      #expect(figures(positions.prefix(cut)) + figures(positions.dropFirst(cut)) == whole)
      #expect(figures(positions.shuffled(using: &random)) == whole)
      #expect(whole.ageing.values.reduce(Tally(), +) == whole.outstanding)
      #expect(whole.classes.values.reduce(Tally(), +) == whole.outstanding)
      let amounts = whole.atRisk.map(\.principal)
      #expect(amounts == amounts.sorted(by: >))
      #expect(whole.restructured.principal <= (amounts.last ?? 0))
      #expect(whole.nonPerforming.principal <= whole.outstanding.principal)
      #expect(whole.requiredProvision == whole.generalProvision + whole.specialProvision)
    }
  }

  static func random(_ random: inout SplitMix64) -> LoanPosition {
    var position = LoanPosition.loan(
      principal: Money(minorUnits: random.pick(0, 1, 123_456, 10_000_000)),
      due: .zero, daysLate: random.pick(0, 1, 30, 31, 90, 91, 365),
      interestDaysLate: random.pick(0, 0, 5, 120), restructured: random.onceIn(9))
    position.interestDue = Money(minorUnits: random.pick(0, 250))
    position.penaltyDue = Money(minorUnits: random.pick(0, 17))
    position.interestRunning = Money(minorUnits: random.pick(0, 99))
    return position
  }

  @Test("sums of a portfolio pass 64 bits without a trap")
  func large() {
    var figures = PortfolioFigures()
    for _ in 0..<10_000 { figures.add(.loan(principal: .largestAmount)) }
    #expect(figures.outstanding.principal == Int128(10_000) * 1_000_000_000_000_000)
    #expect(
      Ratio.percent(figures.outstanding.principal, of: figures.outstanding.principal)
        == "100.00%")
  }
}
