import Interchange
import Testing

/// Goal: resets, scaling, fees and sales come out as worked out by hand.
@Suite("Rates, indices, fees and sales")
struct MarketTests {
  private let reset =
    ["maturityDate": "2026-05-01", "marketObjectCodeOfRateReset": "INDEX"]
    + [String: JSONValue].leg("InterestPayment", from: "2026-02-01", every: "P1ML1")
    + .leg("RateReset", from: "2026-02-01", every: "P1ML1")

  private func rates(_ terms: [String: JSONValue]) throws -> [String] {
    try Contract("PAM", reset + terms)
      .observing("INDEX", ["2026-02-01": "0.10", "2026-02-20": "0.04", "2026-04-01": "-0.02"])
      .events().filter { $0.contains(" RR") }
      .map { event in
        let words = event.split(separator: " ")
        return "\(words[1]) \(words[4])"
      }
  }

  @Test("a reset takes the index last observed, times a factor, plus a spread")
  func resets() throws {
    #expect(try rates([:]) == ["RR 0.1", "RR 0.04", "RR -0.02"])
    #expect(
      try rates(["rateMultiplier": "1.5", "rateSpread": "0.01"])
        == ["RR 0.16", "RR 0.07", "RR -0.02"])
  }

  @Test("caps and floors hold the rate, and its change at one reset")
  func caps() throws {
    #expect(
      try rates(["lifeCap": "0.08", "lifeFloor": "0.05"])
        == ["RR 0.08", "RR 0.05", "RR 0.05"])
    #expect(
      try rates(["periodCap": "0.01", "periodFloor": "-0.03"])
        == ["RR 0.1", "RR 0.07", "RR 0.04"])
  }

  @Test("a rate that is known already comes with the first reset after the status date")
  func known() throws {
    #expect(
      try rates(["nextResetRate": "0.06"]) == ["RRF 0.06", "RR 0.04", "RR -0.02"])
  }

  @Test("an annuity's payment is fixed anew after each reset, below zero, too")
  func annuityResets() throws {
    // 2,010 at 1 % until February: 1,020.10 a month, 1,000 of it principal. Then −12 % a year, one
    // month left: 1,010 × 0.99.
    let contract = Contract(
      "ANN",
      .monthly
        + .leg("RateReset", from: "2026-02-01", every: "P1YL1")
        + [
          "notionalPrincipal": "2010", "maturityDate": "2026-03-01",
          "marketObjectCodeOfRateReset": "INDEX", "rateSpread": "-0.24",
        ]
    ).observing("INDEX", ["2026-01-15": "0.12"])
    #expect(
      try contract.events().suffix(4) == [
        "2026-02-01 RR 0.0 1010.0 -0.12 0.0",
        "2026-02-01 PRF 0.0 1010.0 -0.12 0.0",
        "2026-03-01 IP -10.1 1010.0 -0.12 0.0",
        "2026-03-01 MD 1010.0 0.0 -0.12 0.0",
      ])
  }

  @Test("an annuity below zero repays in level payments")
  func annuityBelowZero() throws {
    // x at the end of each of two months at −1 %: 1,990 × 0.99² ÷ (0.99 + 1) = 980.10.
    let contract = Contract(
      "ANN",
      .monthly + [
        "notionalPrincipal": "1990", "nominalInterestRate": "-0.12",
        "maturityDate": "2026-03-01",
      ])
    #expect(try contract.events().contains("2026-02-01 PR 1000.0 990.0 -0.12 -19.9"))
    #expect(try contract.events().last == "2026-03-01 MD 990.0 0.0 -0.12 0.0")
  }

  @Test("an index scales what is paid, not what is owed")
  func scaling() throws {
    // 150 ÷ 100: principal 600 and interest 12 × 1.5 = 18; then 8 × 1.5 and 400 × 1.5.
    let contract = Contract(
      "LAM",
      .monthly
        + .leg("ScalingIndex", from: "2026-01-15", every: "P1YL1")
        + [
          "nextPrincipalRedemptionPayment": "400", "scalingEffect": "IN0",
          "marketObjectCodeOfScalingIndex": "PRICES", "scalingIndexAtContractDealDate": "100",
        ]
    ).observing("PRICES", ["2026-01-01": "150"])
    let events = try contract.events()
    #expect(events.contains("2026-02-01 PR 600.0 800.0 0.12 12.0"))
    #expect(events.contains("2026-02-01 IP 18.0 800.0 0.12 0.0"))
    #expect(events.last == "2026-04-01 MD 600.0 0.0 0.12 0.0")
  }

  @Test("a fee is an amount each time, or a rate on the notional")
  func fees() throws {
    let terms: [String: JSONValue] =
      ["maturityDate": "2026-07-01"] + .leg("Fee", from: "2026-04-01", every: "P3ML1")
    let amount = Contract("PAM", terms + ["feeRate": "50", "feeBasis": "A"])
    #expect(
      try amount.events().filter { $0.contains(" FP ") } == [
        "2026-04-01 FP 50.0 1200.0 0.12 36.0", "2026-07-01 FP 50.0 1200.0 0.12 0.0",
      ])
    // 1,200 × 1 % ÷ 4 = 3.
    let rate = Contract("PAM", terms + ["feeRate": "0.01", "feeBasis": "N"])
    #expect(try rate.events().contains("2026-04-01 FP 3.0 1200.0 0.12 36.0"))
  }

  @Test("a purchase pays price and accrued interest; what came before isn't the buyer's")
  func purchase() throws {
    // Half a month has accrued: 6; the next payment is 12.
    let contract = Contract(
      "PAM",
      ["maturityDate": "2026-03-01", "purchaseDate": "2026-01-16", "priceAtPurchaseDate": "1190"]
        + .leg("InterestPayment", from: "2026-02-01", every: "P1ML1"))
    #expect(
      try contract.events().prefix(2) == [
        "2026-01-16 PRD -1196.0 1200.0 0.12 6.0", "2026-02-01 IP 12.0 1200.0 0.12 0.0",
      ])
  }

  @Test("a termination pays price and accrued interest, and ends the contract")
  func termination() throws {
    let contract = Contract(
      "PAM",
      [
        "maturityDate": "2026-03-01", "terminationDate": "2026-02-16",
        "priceAtTerminationDate": "1210",
      ] + .leg("InterestPayment", from: "2026-02-01", every: "P1ML1"))
    #expect(try contract.events().last == "2026-02-16 TD 1216.0 0.0 0.12 0.0")
  }
}
