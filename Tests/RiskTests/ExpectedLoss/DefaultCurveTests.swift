import Quantities
import Risk
import Testing

@Suite("The probability of default")
struct DefaultCurveTests {
  /// One loan is added to each transition that a month can bring.
  ///
  ///     from   loans       added   0     1–30  31–60  61–90  default  gone
  ///     0      90 + 5      5       0.91  0.06  0.01   –      –        0.02
  ///     1–30   4           6       0.1   0.1   0.5    0.1    –        0.2
  ///     31–60  3           7       0.1   0.1   0.1    0.4    0.1      0.2
  ///     61–90  3           7       0.1   0.1   0.1    0.1    0.4      0.2
  ///
  /// After 1 month: 0, 0, 0.1, 0.4. After 2: 0.01 × 0.1 = 0.001; 0.5 × 0.1 + 0.1 × 0.4 = 0.09;
  /// 0.1 + 0.1 × 0.1 + 0.4 × 0.4 = 0.27; 0.4 + 0.1 × 0.1 + 0.1 × 0.4 = 0.45. After 3, from 0:
  /// 0.91 × 0.001 + 0.06 × 0.09 + 0.01 × 0.27 = 0.00901.
  @Test(
    "is counted, smoothed and carried on by hand",
    arguments: [
      (0, 1, 0), (0, 2, 1_000_000_000), (0, 3, 9_010_000_000), (1, 1, 0), (30, 2, 90_000_000_000),
      (31, 1, 100_000_000_000), (60, 2, 270_000_000_000), (61, 1, 400_000_000_000),
      (90, 2, 450_000_000_000), (91, 1, 1_000_000_000_000), (400, 1, 1_000_000_000_000), (90, 0, 0),
    ] as [(Int, Int, Int64)])
  func byHand(overdueDays: Int, months: Int, probability: Int64) throws {
    var assumptions = ExpectedLossAssumptions.plain
    assumptions.pseudoCount = 1_000
    let model = try ExpectedLossModel.of(SampleTransitions.smoothed, assumptions)
    #expect(
      model.probabilityOfDefault(segment: 0, overdueDays: overdueDays, within: months)
        == probability)
  }

  /// A third each of staying, default and settled: 333333333333.3 each, and the 1 that is left goes
  /// to the first of equal remainders, the staying: 333333333334.
  ///
  /// After 2 months: 333333333333 + 0.333333333334 × 333333333333 = 444444444444.2.
  @Test("adds up to 1 with what becomes of the others, by the largest remainders")
  func remainders() throws {
    let thirds = SampleTransitions.matrix(["61-90": ["61-90": 1, "91-180": 1, "settled": 1]])
    let model = try ExpectedLossModel.of(thirds)
    #expect(model.probabilityOfDefault(segment: 0, overdueDays: 61, within: 1) == 333_333_333_333)
    #expect(model.probabilityOfDefault(segment: 0, overdueDays: 61, within: 2) == 444_444_444_444)
  }

  @Test("counts a write-off as a default, and neither settled nor prepaid")
  func ends() throws {
    let ends = SampleTransitions.matrix([
      "0": ["written-off": 1, "settled": 2, "prepaid": 5, "361+": 1, "181-360": 1]
    ])
    let model = try ExpectedLossModel.of(ends)
    for months in [1, 2, 12] {
      #expect(
        model.probabilityOfDefault(segment: 0, overdueDays: 0, within: months) == 300_000_000_000)
    }
    // Five of ten are repaid early; of loans that are late none is taken to be.
    #expect(model.probabilityOfPrepayment(segment: 0, overdueDays: 0) == 500_000_000_000)
    #expect(model.probabilityOfPrepayment(segment: 0, overdueDays: 1) == 0)
  }

  @Test("of a line with too few loans is the whole portfolio's, and that is said")
  func fewLoans() throws {
    let few = SampleTransitions.matrix(["0": ["0": 60, "91-180": 36]])
    var assumptions = ExpectedLossAssumptions.plain
    let lines = [
      ExpectedLossModel.Line(name: "tourism", transitions: few),
      ExpectedLossModel.Line(name: "education", transitions: SampleTransitions.steady),
    ]
    // 96 loans and one that stays in each of three other states: 99.
    for (least, source, loss) in [
      (99, CurveSource.line(loans: 99), 168_750),
      (100, .portfolio(loans: 4_000, ofLine: 99), 4_500),
    ] as [(Int, CurveSource, Int64)] {
      assumptions.leastLoans = least
      let model = try ExpectedLossModel(
        assumptions, whole: SampleTransitions.steady, lines: lines)
      // 36 of 96 are 37.5 %; the portfolio has 1 %.
      let found = try model.loss(of: .of([1_000_000]))
      #expect(found.source == source)
      #expect(found.loss.minorUnits == loss)
      #expect(model.segment(of: "education") == 1)
      #expect(model.segment(of: "microcredit") == nil)
      let other = try model.loss(of: LoanExposure.of([1_000_000]).with { $0.segment = 1 })
      #expect(other.source == .line(loans: 4_000))
    }
  }

  @Test("never falls over the months, and stays within 1, for 480 months")
  func months() throws {
    var assumptions = ExpectedLossAssumptions.plain
    assumptions.pseudoCount = 333
    assumptions.longestMonths = 480
    for transitions in [SampleTransitions.steady, SampleTransitions.smoothed] {
      let model = try ExpectedLossModel.of(transitions, assumptions)
      for days in [0, 1, 31, 61] {
        let curve = (0...480).map {
          model.probabilityOfDefault(segment: 0, overdueDays: days, within: $0)
        }
        #expect(zip(curve, curve.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(curve[0] == 0 && curve[480] <= 1_000_000_000_000 && curve[480] > 0)
      }
    }
  }

  @Test(
    "is scaled by a scenario, to 1 at most",
    arguments: [
      (.probability, 1_400, 20_000_000_000, 28_000_000_000),
      // 0.028 ÷ 1.008 = 0.02777…
      (.odds, 1_400, 20_000_000_000, 27_777_777_778),
      (.probability, 3_000, 500_000_000_000, 1_000_000_000_000),
      // Odds of 1 become 3: 3 ÷ 4.
      (.odds, 3_000, 500_000_000_000, 750_000_000_000),
      (.odds, 100_000, 1_000_000_000_000, 1_000_000_000_000), (.odds, 700, 0, 0),
      // 1.5e-12 rounds up.
      (.probability, 1_500, 1, 2),
    ] as [(MacroScenario.Scaling, Int, Int64, Int64)])
  func scaled(scaling: MacroScenario.Scaling, factor: Int, before: Int64, after: Int64) {
    let scenario = MacroScenario(name: "", weight: 10_000, factor: factor, scaling: scaling)
    #expect(scenario.scaled(before) == after)
  }

  @Test("has standard scenarios whose weights add up")
  func standard() {
    #expect(MacroScenario.standard.map(\.weight).reduce(0, +) == MacroScenario.certain)
    #expect(MacroScenario.standard.count == 3)
  }
}
