import Classification
import LoanProducts
import Quantities
import Risk
import Testing

/// Losses worked out by hand, from `SampleTransitions.steady` and the assumptions `plain` unless
/// a case says otherwise: PD 1 % of those left a month, LGD 45 %, no discount.
@Suite("The expected loss of a loan, by hand")
struct ExpectedLossCaseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let loan: LoanExposure
    var assumptions = ExpectedLossAssumptions.plain
    let loss: Int64

    var testDescription: String { name }

    init(_ name: String, _ loan: LoanExposure, _ loss: Int64) {
      self.name = name
      self.loan = loan
      self.loss = loss
    }

    init(
      _ name: String, _ loan: LoanExposure, _ loss: Int64,
      assuming change: (inout ExpectedLossAssumptions) -> Void
    ) {
      self.init(name, loan, loss)
      change(&assumptions)
    }
  }

  private static let million = LoanExposure.of([1_000_000])

  static let schedules: [Case] = [
    // 1,000,000 × 1 % × 45 %
    Case("one month", million, 4_500),
    // 4,500 + 500,000 × 0.99 × 1 % × 45 % = 4,500 + 2,227.5
    Case("two instalments", .of([500_000, 500_000]), 6_728),
    // 1,010,000 × 1 % × 45 %
    Case("interest of the month is owed, too", .of([1_000_000], interests: [10_000]), 4_545),
    // (1,003,000 × 1 % + 1,008,000 × 0.99 %) × 45 % = 4,513.5 + 4,490.64
    Case(
      "interest run counts until interest falls due",
      LoanExposure.of([0, 1_000_000], interests: [0, 8_000]).with {
        $0.interestRunning = Money(minorUnits: 3_000)
      }, 9_004),
    // (1,000,000 + 20,000) × 10 % × 45 %: 1 to 30 days late
    Case(
      "what is due and unpaid is owed, too",
      million.with {
        $0.dueUnpaid = Money(minorUnits: 20_000)
        $0.signs.overdueDays = 10
      }, 45_900),
    // 1 − 0.99¹² = 0.113615128284; × 450,000 = 51,126.81
    Case("12 months of 24", .of([Int64](repeating: 0, count: 23) + [1_000_000]), 51_127),
    // 1 − 0.99²⁴ = 0.214321859193; × 450,000 = 96,444.84
    Case(
      "all of 24 months, with a watch mark",
      LoanExposure.of([Int64](repeating: 0, count: 23) + [1_000_000]).with {
        $0.signs.isOnWatch = true
      }, 96_445),
    // 50,000 × 10 % × 45 %
    Case(
      "all due, 20 days late",
      LoanExposure.of([]).with {
        $0.dueUnpaid = Money(minorUnits: 50_000)
        $0.signs.overdueDays = 20
      }, 2_250),
    // 50,000 × 100 % × 45 %
    Case(
      "all due, 70 days late",
      LoanExposure.of([]).with {
        $0.dueUnpaid = Money(minorUnits: 50_000)
        $0.signs.overdueDays = 70
      }, 22_500),
    // 1,000 × 1 % × 45 % = 4.5
    Case("a half goes up", .of([1_000]), 5),
    // 999 × 1 % × 45 % = 4.4955
    Case("less than a half goes down", .of([999]), 4),
    Case("nothing owed", .of([]), 0),
    // 1,000,000 × 45 %
    Case(
      "91 days late: all that is owed",
      LoanExposure.of([400_000, 570_000]).with {
        $0.dueUnpaid = Money(minorUnits: 29_000)
        $0.interestRunning = Money(minorUnits: 1_000)
        $0.signs.overdueDays = 91
      }, 450_000),
    // 123,457 × 35 % = 43,209.95, whatever the rate
    Case(
      "on probation, mortgaged",
      LoanExposure.of([123_457], ratePercent: "12").with {
        $0.security = .mortgaged
        $0.signs.isOnProbation = true
      }, 43_210),
  ]

  static let assumed: [Case] = [
    // 4,500 ÷ 1.01 = 4,455.45
    Case("discounted at 12 %", .of([1_000_000], ratePercent: "12"), 4_455),
    // 4,500 ÷ 1.024 = 4,500 × 0.9765625 = 4,394.53
    Case("discounted at 28.8 %", .of([1_000_000], ratePercent: "28.8"), 4_395),
    // 4,394.53125 + 1,000,000 × 0.99 % × 45 % × 0.9765625² = 4,394.53125 + 4,248.619…
    Case("discounted over 2 months", .of([0, 1_000_000], ratePercent: "28.8"), 8_643),
    // 45 % × (1 − 70 %) = 13.5 %; 1,000,000 × 1 % × 13.5 %
    Case("a fund bears 70 %", million.with { $0.fundShare = 7_000 }, 1_350),
    // 45 % × (1 − 33.33 %) = 30.0015 %, rounded 30 %
    Case("a fund bears a third", million.with { $0.fundShare = 3_333 }, 3_000),
    Case("a fund bears all", million.with { $0.fundShare = 10_000 }, 0),
    Case("guaranteed: 40 %", million.with { $0.security = .guaranteed }, 4_000),
    Case("pledged: 35 %", million.with { $0.security = .pledged }, 3_500),
    Case("a line's own 60 %", million, 6_000) {
      $0.lossGivenDefault.byLine = ["education": [.unsecured: 6_000]]
    },
    Case("a security without a share loses all", million, 10_000) {
      $0.lossGivenDefault.bySecurity = [:]
    },
    // 50 % × 4,500 + 20 % × 3,600 + 30 % × 6,300
    Case("three scenarios", million, 4_860) {
      $0.scenarios = [(5_000, 1_000), (2_000, 800), (3_000, 1_400)].map {
        MacroScenario(name: "", weight: $0.0, factor: $0.1, scaling: .probability)
      }
    },
    // Odds 1 ÷ 9 × 1.4: 0.14 ÷ 1.04 = 0.134615384615; × 450,000 = 60,576.92
    Case("odds of 10 % × 1.4", million.with { $0.signs.overdueDays = 1 }, 60_577) {
      $0.scenarios[0].factor = 1_400
    },
    // 50 % × 3 is 100 % in the first month, and nothing is left for the second
    Case(
      "at most 100 %",
      LoanExposure.of([500_000, 500_000]).with { $0.signs.overdueDays = 45 }, 450_000
    ) {
      $0.scenarios = [MacroScenario(name: "", weight: 10_000, factor: 3_000, scaling: .probability)]
    },
    // 1 − 0.99⁴ = 0.03940399; × 450,000 = 17,731.80: the last payment, missed, defaults in month 4
    Case("three months missed", million, 17_732) { $0.missedMonths = 3 },
    // 17,731.7955 + 400,000 × 0.99⁴ × 1 % × 45 % = 17,731.7955 + 1,729.0728
    Case("three months missed of two instalments", .of([600_000, 400_000]), 19_461) {
      $0.missedMonths = 3
    },
    // (1,000,000 + 3 × 1 %) × 1 % × 45 % ÷ 1.01 = 4,635 ÷ 1.01 = 4,589.11
    Case("three months' interest added", .of([1_000_000], ratePercent: "12"), 4_589) {
      $0.interestMonths = 3
    },
    // 450,000, and neither scenario nor discount changes what is there
    Case(
      "in default in each scenario",
      LoanExposure.of([1_000_000], ratePercent: "9").with { $0.signs.riskClass = .loss }, 450_000
    ) { $0.scenarios = MacroScenario.standard },
  ]

  @Test("is what the arithmetic beside it says", arguments: schedules + assumed)
  func byHand(_ item: Case) throws {
    let model = try ExpectedLossModel.of(SampleTransitions.steady, item.assumptions)
    let found = try model.loss(of: item.loan)
    #expect(found.loss.minorUnits == item.loss)
    let explained = try model.explanation(of: item.loan)
    #expect(explained.result == found)
    #expect(explained.mean.rounded == found.loss)
  }

  /// 500,000 + 500,000 at 28.8 %: 4,500 × 0.9765625 and 2,227.5 × 0.95367431640625.
  @Test("is explained month by month, with nothing rounded")
  func explained() throws {
    let model = try ExpectedLossModel.of(SampleTransitions.steady)
    let found = try model.explanation(of: .of([500_000, 500_000], ratePercent: "28.8"))
    #expect(found.lines.map(\.month) == [1, 2])
    #expect(found.lines.map(\.probability) == [10_000_000_000, 9_900_000_000])
    #expect(found.lines.map(\.exposure.minorUnits) == [1_000_000, 500_000])
    // 0.9765625² = 0.95367431640625, to 12 decimals 0.953674316406.
    #expect(found.lines.map(\.discount) == [976_562_500_000, 953_674_316_406])
    #expect(found.lines.map(\.lossGivenDefault) == [4_500, 4_500])
    // 2,227.5 × 0.953674316406 = 2,124.309539794365
    #expect(found.lines.map(\.product.text) == ["4394.53125", "2124.309539794365"])
    #expect(found.mean.text == "6518.840789794365")
    #expect(found.result.loss.minorUnits == 6_519)
    #expect(found.result.months == 2 && found.result.stage == .one)
    #expect(found.result.exposure.minorUnits == 1_000_000)
  }

  @Test("of a default that is there has a line for each scenario, of probability 1")
  func explainedDefault() throws {
    var assumptions = ExpectedLossAssumptions.plain
    assumptions.scenarios = MacroScenario.standard
    let model = try ExpectedLossModel.of(SampleTransitions.steady, assumptions)
    let loan = LoanExposure.of([777]).with { $0.signs.overdueDays = 100 }
    let found = try model.explanation(of: loan)
    #expect(found.lines.map(\.scenario) == [0, 1, 2])
    #expect(found.lines.allSatisfy { $0.month == 0 && $0.probability == 1_000_000_000_000 })
    #expect(found.mean.text == "349.65" && found.result.loss.minorUnits == 350)
    #expect(found.result.byScenario.map(\.minorUnits) == [350, 350, 350])
    #expect(found.result.months == 0 && found.result.reason == .overdueOver90)
  }

  @Test("adds up by bank, line and reason")
  func sums() throws {
    let model = try ExpectedLossModel.of(SampleTransitions.steady)
    var (first, second) = (ExpectedLossTable(), ExpectedLossTable())
    first.add(try model.loss(of: Self.million), bankID: 1, line: "tourism")
    first.add(
      try model.loss(of: Self.million.with { $0.signs.overdueDays = 95 }), bankID: 1,
      line: "tourism")
    second.add(
      try model.loss(of: Self.million.with { $0.signs.isRestructured = true }), bankID: 2,
      line: "tourism")
    second.add(try model.loss(of: .of([1_000])), bankID: 1, line: "industry")
    let table = first + second
    func stage(_ stage: CreditStage) -> ExpectedLossTable.Sum {
      table.sum { $0.reason.stage == stage }
    }
    #expect(stage(.one).loans == 2 && stage(.one).exposure == 1_001_000)
    #expect(stage(.one).loss == 4_505)
    #expect(stage(.two).loans == 1 && stage(.two).loss == 4_500)
    #expect(stage(.three).exposure == 1_000_000 && stage(.three).loss == 450_000)
    #expect(table.sum().loans == 4 && table.sum().loss == 459_005)
    #expect(table.sum { $0.bankID == 2 }.loss == 4_500)
    #expect(table.sum { $0.line == "industry" }.exposure == 1_000)
    #expect(table.sum { $0.bankID == 3 } == ExpectedLossTable.Sum())
  }
}
