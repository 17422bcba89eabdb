import LoanProducts
import Quantities
import Risk
import Testing

/// Goal: on each day the assumptions are those that were set last, and none is lost or mixed.
@Suite("What is assumed of losses")
struct LossPolicyTests {
  private static func share(
    _ line: String?, _ security: LoanSecurity, _ day: Int, _ share: Int
  ) -> LossPolicy.Share {
    LossPolicy.Share(line: line, security, validFrom: .first + day, share: share)
  }

  private static func outlook(_ name: String, _ day: Int, _ weight: Int) -> LossPolicy.Outlook {
    LossPolicy.Outlook(
      validFrom: .first + day, MacroScenario(name: name, weight: weight, factor: 1_000))
  }

  @Test("is what a bank begins with until something is set")
  func standard() {
    let policy = LossPolicy(
      [Self.share(nil, .unsecured, 10, 6_000)], [Self.outlook("only", 10, 10_000)])
    #expect(policy.lossGivenDefault(on: .first + 9) == .standard)
    #expect(policy.scenarios(on: .first + 9) == MacroScenario.standard)
    #expect(policy.lossGivenDefault(on: .first + 10).share(line: "tourism", .unsecured) == 6_000)
    #expect(policy.lossGivenDefault(on: .first + 10).share(line: "tourism", .pledged) == 3_500)
    #expect(policy.scenarios(on: .first + 10).map(\.name) == ["only"])
  }

  @Test("is of a line its own last row, in whatever order rows come")
  func byLine() {
    let policy = LossPolicy(
      [
        Self.share("tourism", .unsecured, 20, 7_000), Self.share(nil, .unsecured, 30, 5_000),
        Self.share("tourism", .unsecured, 10, 8_000),
      ], [])
    func tourism(_ day: Int) -> Int {
      policy.lossGivenDefault(on: .first + day).share(line: "tourism", .unsecured)
    }
    #expect([9, 10, 20, 30].map(tourism) == [4_500, 8_000, 7_000, 7_000])
    let later = policy.lossGivenDefault(on: .first + 30)
    #expect(later.share(line: "industry", .unsecured) == 5_000)
  }

  @Test("takes all scenarios of the last day together, and none of an earlier one")
  func scenarios() {
    let policy = LossPolicy(
      [],
      [
        Self.outlook("calm", 10, 5_000), Self.outlook("storm", 10, 5_000),
        Self.outlook("calm", 20, 9_000), Self.outlook("flood", 20, 1_000),
      ])
    #expect(policy.scenarios(on: .first + 19).map(\.name) == ["calm", "storm"])
    #expect(policy.scenarios(on: .first + 20).map(\.name) == ["calm", "flood"])
    let assumptions = policy.assumptions(on: .first + 20)
    #expect(assumptions.scenarios.map(\.weight) == [9_000, 1_000])
    #expect(assumptions.interestMonths == assumptions.missedMonths)
  }
}
