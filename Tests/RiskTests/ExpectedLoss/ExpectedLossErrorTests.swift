import LoanProducts
import Quantities
import Risk
import Testing

@Suite("What yields no expected loss")
struct ExpectedLossErrorTests {
  private static func scenarios(_ pairs: (weight: Int, factor: Int)...) -> [MacroScenario] {
    pairs.map { MacroScenario(name: "s", weight: $0.weight, factor: $0.factor) }
  }

  private typealias Change = @Sendable (inout ExpectedLossAssumptions) -> Void

  private static let assumed: [(String, ExpectedLossError, Change)] = [
    ("expected_loss.no_scenarios", .noScenarios, { $0.scenarios = [] }),
    (
      "expected_loss.weight_negative", .weightNegative(-1, scenario: "s"),
      { $0.scenarios = scenarios((10_001, 1_000), (-1, 1_000)) }
    ),
    (
      "expected_loss.factor_outside_range",
      .factorOutsideRange(0, scenario: "s", allowed: 1...100_000),
      { $0.scenarios = scenarios((10_000, 0)) }
    ),
    (
      "expected_loss.weights_do_not_add_up", .weightsDoNotAddUp(9_999),
      { $0.scenarios = scenarios((5_000, 1_000), (4_999, 1_000)) }
    ),
    (
      "expected_loss.loss_given_default_outside_range", .lossGivenDefaultOutsideRange(10_001),
      { $0.lossGivenDefault.byLine = ["education": [.pledged: 10_001]] }
    ),
    (
      "expected_loss.pseudo_count_negative", .pseudoCountNegative(-1), { $0.pseudoCount = -1 }
    ),
    (
      "expected_loss.months_outside_range", .monthsOutsideRange(13, allowed: 0...12),
      { $0.missedMonths = 13 }
    ),
    (
      "expected_loss.months_outside_range", .monthsOutsideRange(-1, allowed: 0...12),
      { $0.interestMonths = -1 }
    ),
    (
      "expected_loss.months_outside_range", .monthsOutsideRange(0, allowed: 1...1_200),
      { $0.longestMonths = 0 }
    ),
  ]

  @Test("are assumptions that cannot be")
  func assumptions() {
    for (code, error, change) in Self.assumed {
      var assumptions = ExpectedLossAssumptions.plain
      change(&assumptions)
      #expect(error.code == code)
      #expect(throws: error) {
        try ExpectedLossModel.of(SampleTransitions.steady, assumptions)
      }
    }
  }

  @Test("are weights so large that their sum would not fit")
  func hugeWeights() {
    var assumptions = ExpectedLossAssumptions.plain
    assumptions.scenarios = Self.scenarios((.max, 1_000), (.max, 1_000))
    #expect(throws: ExpectedLossError.weightsDoNotAddUp(20_002)) {
      try ExpectedLossModel.of(SampleTransitions.steady, assumptions)
    }
  }

  @Test("are transitions of another scale, or of no loans")
  func transitions() {
    let classes = TransitionMatrix(states: ["normal", "loss"])
    let scale = ExpectedLossError.statesOfAnotherScale(line: "")
    #expect(scale.code == "expected_loss.states_of_another_scale")
    #expect(throws: scale) { try ExpectedLossModel.of(classes) }
    let empty = SampleTransitions.matrix(["31-60": [:]])
    let without = ExpectedLossError.stateWithoutLoans(.from31, line: "")
    #expect(without.code == "expected_loss.state_without_loans")
    #expect(throws: without) { try ExpectedLossModel.of(empty) }
    #expect(throws: ExpectedLossError.stateWithoutLoans(.from31, line: "education")) {
      try ExpectedLossModel(
        .plain, whole: SampleTransitions.steady,
        lines: [ExpectedLossModel.Line(name: "education", transitions: empty)])
    }
  }

  private static let loans: [(String, ExpectedLossError, @Sendable (inout LoanExposure) -> Void)] =
    [
      ("expected_loss.segment_unknown", .segmentUnknown(1, loan: 7), { $0.segment = 1 }),
      ("expected_loss.segment_unknown", .segmentUnknown(-1, loan: 7), { $0.segment = -1 }),
      (
        "expected_loss.too_many_months", .tooManyMonths(37, allowed: 36, loan: 7),
        { $0.instalments = LoanExposure.of([Int64](repeating: 1, count: 37)).instalments }
      ),
      (
        "expected_loss.amount_outside_range",
        .amountOutsideRange(Money(minorUnits: -1), loan: 7),
        { $0.instalments = LoanExposure.of([5], interests: [-1]).instalments }
      ),
      (
        "expected_loss.amount_outside_range",
        .amountOutsideRange(Money(minorUnits: .max), loan: 7),
        { $0.dueUnpaid = Money(minorUnits: .max) }
      ),
      (
        "expected_loss.exposure_too_large",
        .exposureTooLarge(Money(minorUnits: 1_000_000_000_000_001), loan: 7),
        {
          $0.dueUnpaid = Money(minorUnits: 1)
          $0.instalments = LoanExposure.of([1_000_000_000_000_000]).instalments
        }
      ),
      (
        "expected_loss.rate_outside_range",
        .rateOutsideRange(AnnualRate(trillionths: -1), loan: 7),
        { $0.rate = AnnualRate(trillionths: -1) }
      ),
      (
        "expected_loss.fund_share_outside_range", .fundShareOutsideRange(10_001, loan: 7),
        { $0.fundShare = 10_001 }
      ),
    ]

  @Test("are loans with something out of range")
  func refused() throws {
    let model = try ExpectedLossModel.of(SampleTransitions.steady)
    for (code, error, change) in Self.loans {
      let loan = LoanExposure.of([1_000]).with(change)
      #expect(error.code == code)
      #expect(throws: error) { try model.loss(of: loan) }
      #expect(throws: error) { try model.explanation(of: loan) }
    }
  }

  /// At 100 %, a year's interest on top doubles what is owed.
  @Test("is an exposure that interest on a default makes too large")
  func interest() throws {
    var assumptions = ExpectedLossAssumptions.plain
    assumptions.interestMonths = 12
    let model = try ExpectedLossModel.of(SampleTransitions.steady, assumptions)
    let loan = LoanExposure.of([600_000_000_000_000], ratePercent: "100")
    let doubled = Money(minorUnits: 1_200_000_000_000_000)
    #expect(throws: ExpectedLossError.exposureTooLarge(doubled, loan: 7)) {
      try model.loss(of: loan)
    }
  }

  /// 1e15 × 45 % for the whole, 480 months, no discount: the largest sums there can be.
  @Test("is not the largest loan")
  func largest() throws {
    let certain = SampleTransitions.matrix(["61-90": ["written-off": 1]])
    var assumptions = ExpectedLossAssumptions.plain
    assumptions.longestMonths = 480
    let model = try ExpectedLossModel.of(certain, assumptions)
    var principals = [Int64](repeating: 0, count: 480)
    principals[479] = 1_000_000_000_000_000
    let loan = LoanExposure.of(principals).with { $0.signs.overdueDays = 61 }
    #expect(try model.loss(of: loan).loss.minorUnits == 450_000_000_000_000)
  }
}
