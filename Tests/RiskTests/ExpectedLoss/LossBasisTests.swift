import Fixtures
import LoanProducts
import Quantities
import Risk
import Testing

@Suite("What a run's expected losses are reckoned from")
struct LossBasisTests {
  private static let text = """
    base:6000:1000:odds,bad:4000:1500:probability;any:unsecured:4500,any:mortgaged:3500,\
    tourism:unsecured:6000;industry:0>0=900,industry:0>1-30=40,industry:1-30>91-180=5,\
    tourism:0>prepaid=3
    """

  @Test("is told and read as one line")
  func line() throws {
    let basis = try #require(LossBasis(text: Self.text))
    #expect(basis.text == Self.text)
    var assumptions = ExpectedLossAssumptions(
      scenarios: [
        MacroScenario(name: "base", weight: 6_000, factor: 1_000),
        MacroScenario(name: "bad", weight: 4_000, factor: 1_500, scaling: .probability),
      ],
      lossGivenDefault: LossGivenDefault(
        bySecurity: [.unsecured: 4_500, .mortgaged: 3_500],
        byLine: ["tourism": [.unsecured: 6_000]]))
    assumptions.interestMonths = 3
    #expect(try basis.model().assumptions == assumptions)
  }

  private static let seeds: ClosedRange<UInt64> = 1...20

  @Test("gives each loan the loss that the counted moves give it", arguments: seeds)
  func same(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let states = DueState.onBooks.map(\.rawValue)
    var whole = TransitionMatrix(states: states)
    let lines = ProductLine.allCases.map { line in
      var matrix = TransitionMatrix(states: states)
      for from in states {
        for to in whole.destinations where Int.random(in: 0...2, using: &random) == 0 {
          let move = PortfolioMonth.Move(1, .days, line: line.rawValue, from: from, to: to)
          let tally = Tally(loans: Int.random(in: 1...400, using: &random), principal: 7)
          matrix.add(move, tally)
          whole.add(move, tally)
        }
      }
      return ExpectedLossModel.Line(name: line.rawValue, transitions: matrix)
    }
    var assumptions = ExpectedLossAssumptions()
    assumptions.interestMonths = 3
    let counted = try ExpectedLossModel(assumptions, whole: whole, lines: lines)
    let basis = try #require(LossBasis(assumptions, lines: lines))
    #expect(LossBasis(text: basis.text) == basis, "seed \(seed)")
    let kept = try #require(LossBasis(text: basis.text)).model()
    for line in ProductLine.allCases {
      for days in [0, 7, 45, 80] {
        func loan(_ model: ExpectedLossModel) throws -> LoanExposure {
          var loan = LoanExposure(
            loanID: 1, segment: try #require(model.segment(of: line.rawValue)),
            security: .unsecured, rate: AnnualRate(basisPoints: 435))
          loan.signs.overdueDays = days
          loan.instalments = (1...18).map {
            LoanExposure.Instalment(
              principal: Money(minorUnits: 10_000 + Int64($0)), interest: Money(minorUnits: 37))
          }
          return loan
        }
        let (one, other) = (try counted.loss(of: loan(counted)), try kept.loss(of: loan(kept)))
        #expect(one.byScenario == other.byScenario && one.loss == other.loss, "seed \(seed)")
      }
    }
  }

  @Test("is none where no loan could have moved")
  func none() {
    let matrix = TransitionMatrix(states: DueState.onBooks.map(\.rawValue))
    let lines = [ExpectedLossModel.Line(name: "industry", transitions: matrix)]
    #expect(LossBasis(ExpectedLossAssumptions(), lines: lines) == nil)
  }

  @Test(
    "is not read from what is none",
    arguments: [
      "", ";;", "base:1:1:odds;any:unsecured:1", "base:x:1:odds;any:unsecured:1;industry:0>0=1",
      "base:1:1:evens;any:unsecured:1;industry:0>0=1",
      "base:1:1:odds;any:nothing:1;industry:0>0=1", "base:1:1:odds;any:unsecured:1;industry:0>0=0",
      "base:1:1:odds;any:unsecured:1;industry:91-180>0=1",
      "base:1:1:odds;any:unsecured:1;industry:0>gone=1", "base:1:1:odds;any:unsecured:1;",
    ])
  func refused(text: String) {
    #expect(LossBasis(text: text) == nil)
  }
}
