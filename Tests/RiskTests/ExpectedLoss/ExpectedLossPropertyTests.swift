import Classification
import Fixtures
import LoanProducts
import Quantities
import Risk
import Testing

@Suite("The expected loss of any loan")
struct ExpectedLossPropertyTests {
  private static let seeds: ClosedRange<UInt64> = 1...5

  @Test("is at most the largest exposure × LGD, and so in each scenario", arguments: seeds)
  func bounded(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let model = try Self.model(&random)
    for _ in 0..<60 {
      let loan = Self.loan(&random)
      let found = try model.explanation(of: loan)
      let largest = found.lines.map(\.exposure.minorUnits).max() ?? 0
      let most = Rounding.halfUp.divide(
        Int128(largest) * Int128(found.result.lossGivenDefault), by: 10_000)
      for loss in found.result.byScenario + [found.result.loss] {
        #expect(loss.minorUnits >= 0 && Int128(loss.minorUnits) <= most, "seed \(seed): \(loan)")
      }
      for scenario in found.scenarios.indices {
        let sum = found.lines.filter { $0.scenario == scenario }.map(\.probability).reduce(0, +)
        #expect(sum <= 1_000_000_000_000, "seed \(seed): \(loan)")
      }
    }
  }

  @Test("of its lines, not rounded, adds up to the amounts", arguments: seeds)
  func explained(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let model = try Self.model(&random)
    for _ in 0..<60 {
      let loan = Self.loan(&random)
      let found = try model.explanation(of: loan)
      #expect(found.result == (try model.loss(of: loan)), "seed \(seed): \(loan)")
      #expect(found.byScenario.map(\.rounded) == found.result.byScenario)
      let sum = found.lines.filter { $0.scenario == 0 }.reduce(ExactLoss.zero) { $0 + $1.product }
      #expect(sum == found.byScenario[0] && found.mean.rounded == found.result.loss)
      let (least, most) = (found.result.byScenario.min(), found.result.byScenario.max())
      #expect(least.map { $0 <= found.result.loss } == true, "seed \(seed): \(loan)")
      #expect(most.map { $0 >= found.result.loss } == true, "seed \(seed): \(loan)")
    }
  }

  @Test("is no less for all months than for 12, and no less in stage 3", arguments: seeds)
  func stages(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var assumptions = Self.assumptions(&random)
    assumptions.interestMonths = 0
    let model = try ExpectedLossModel.of(Self.transitions(&random), assumptions)
    for _ in 0..<60 {
      var loan = Self.withoutInterest(Self.loan(&random))
      loan.signs = StageSigns(overdueDays: Int.random(in: 0...30, using: &random))
      let year = try model.loss(of: loan)
      let life = try model.loss(of: loan.with { $0.signs.isOnWatch = true })
      let impaired = try model.loss(of: loan.with { $0.signs.riskClass = .doubtful })
      #expect(year.loss <= life.loss && life.loss <= impaired.loss, "seed \(seed): \(loan)")
      #expect(year.months <= 12 && year.months <= life.months, "seed \(seed): \(loan)")
    }
  }

  @Test(
    "never falls with LGD, exposure, PD or a later stage, nor rises with rate", arguments: seeds)
  func monotone(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let assumptions = Self.assumptions(&random)
    let transitions = Self.transitions(&random)
    let model = try ExpectedLossModel.of(transitions, assumptions)
    var worse = assumptions
    for place in worse.scenarios.indices { worse.scenarios[place].factor += 350 }
    var harder = assumptions
    harder.lossGivenDefault.bySecurity = assumptions.lossGivenDefault.bySecurity.mapValues {
      $0 + 777
    }
    let worseModel = try ExpectedLossModel.of(transitions, worse)
    let harderModel = try ExpectedLossModel.of(transitions, harder)
    for _ in 0..<60 {
      let loan = Self.loan(&random)
      let loss = try model.loss(of: loan).loss
      #expect(try harderModel.loss(of: loan).loss >= loss, "LGD, seed \(seed): \(loan)")
      // With interest, a default that comes sooner may come before it is owed, and cost less.
      let bare = Self.withoutInterest(loan)
      #expect(
        try worseModel.loss(of: bare).loss >= model.loss(of: bare).loss,
        "PD, seed \(seed): \(loan)")
      let larger = loan.with {
        $0.dueUnpaid += Money(minorUnits: 123_456)
        if !$0.instalments.isEmpty { $0.instalments[0].principal += Money(minorUnits: 5_000) }
      }
      #expect(try model.loss(of: larger).loss >= loss, "exposure, seed \(seed): \(loan)")
      let covered = loan.with { $0.fundShare = min(10_000, $0.fundShare + 500) }
      #expect(try model.loss(of: covered).loss <= loss, "fund, seed \(seed): \(loan)")
      let dearer = loan.with { $0.rate = AnnualRate(trillionths: $0.rate.trillionths * 2) }
      if assumptions.interestMonths == 0 {
        #expect(try model.loss(of: dearer).loss <= loss, "rate, seed \(seed): \(loan)")
      }
    }
  }

  private static func model(_ random: inout SplitMix64) throws -> ExpectedLossModel {
    try ExpectedLossModel.of(transitions(&random), assumptions(&random))
  }

  private static func transitions(_ random: inout SplitMix64) -> TransitionMatrix {
    var rows: [String: [String: Int]] = [:]
    let states = DueState.onBooks.map(\.rawValue)
    for origin in states {
      for destination in states + DueState.ends.map(\.rawValue) {
        let most = origin == destination ? 5_000 : 60
        rows[origin, default: [:]][destination] = Int.random(in: 0...most, using: &random)
      }
    }
    return SampleTransitions.matrix(rows)
  }

  private static func assumptions(_ random: inout SplitMix64) -> ExpectedLossAssumptions {
    var assumptions = ExpectedLossAssumptions(
      pseudoCount: Int.random(in: 1...2_000, using: &random), leastLoans: 0)
    assumptions.missedMonths = Int.random(in: 0...4, using: &random)
    assumptions.interestMonths = random.pick(0, 0, 3)
    assumptions.longestMonths = 40
    return assumptions
  }

  /// A loan whose exposure only falls: interest to come is no part of what is owed today.
  private static func withoutInterest(_ loan: LoanExposure) -> LoanExposure {
    loan.with {
      for place in $0.instalments.indices { $0.instalments[place].interest = .zero }
    }
  }

  private static func loan(_ random: inout SplitMix64) -> LoanExposure {
    let months = Int.random(in: 0...40, using: &random)
    let largest: Int64 = random.pick(50, 1_000_000, 5_000_000_000_000)
    var loan = LoanExposure.of(
      (0..<months).map { _ in Int64.random(in: 0...largest, using: &random) },
      interests: (0..<months).map { _ in Int64.random(in: 0...largest / 50, using: &random) })
    loan.rate = AnnualRate(basisPoints: Int64.random(in: 0...2_400, using: &random))
    loan.dueUnpaid = Money(minorUnits: Int64.random(in: 0...largest, using: &random))
    loan.interestRunning = Money(minorUnits: Int64.random(in: 0...largest / 90, using: &random))
    loan.signs.overdueDays = random.pick(0, 0, Int.random(in: 1...120, using: &random))
    loan.signs.isOnWatch = random.onceIn(3)
    loan.security = random.pick(.unsecured, .guaranteed, .mortgaged, .pledged)
    loan.fundShare = random.pick(0, Int.random(in: 0...10_000, using: &random))
    return loan
  }
}
