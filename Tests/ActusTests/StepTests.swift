import Interchange
import Testing

/// Goal: the array schedules of LAX come out as worked out by hand.
@Suite("Steps of principal and rate")
struct StepTests {
  private let steps = Contract(
    "LAX",
    [
      "notionalPrincipal": "100",
      "arrayCycleAnchorDateOfPrincipalRedemption": ["2026-02-01", "2026-04-01"],
      "arrayCycleOfPrincipalRedemption": ["P1ML1", "P1ML1"],
      "arrayNextPrincipalRedemptionPayment": [50, "100"],
      "arrayIncreaseDecrease": ["INC", "DEC"],
      "arrayCycleAnchorDateOfInterestPayment": "2026-02-01",
      "arrayCycleOfInterestPayment": "P1ML1",
    ])

  @Test("principal is drawn in steps, then repaid in steps; a step lasts until the next")
  func drawnThenRepaid() throws {
    // 100 + 50 + 50 = 200, repaid by 100 in April and May; 1 % of 100, 150, 200, 100.
    #expect(
      try steps.events() == [
        "2026-01-01 IED -100.0 100.0 0.12 0.0",
        "2026-02-01 PI -50.0 150.0 0.12 1.0",
        "2026-02-01 IP 1.0 150.0 0.12 0.0",
        "2026-03-01 PI -50.0 200.0 0.12 1.5",
        "2026-03-01 IP 1.5 200.0 0.12 0.0",
        "2026-04-01 PR 100.0 100.0 0.12 2.0",
        "2026-04-01 IP 2.0 100.0 0.12 0.0",
        "2026-05-01 IP 1.0 100.0 0.12 0.0",
        "2026-05-01 MD 100.0 0.0 0.12 0.0",
      ])
  }

  @Test("rates come in fixed steps, and as an index plus a step's spread")
  func rates() throws {
    // From March 24 %; from April the index, 6 %, and 6 %.
    let contract = steps.with([
      "arrayCycleAnchorDateOfRateReset": "[2026-03-01, 2026-04-01]",
      "arrayRate": [.number("0.24"), "0.06"], "arrayFixedVariable": ["FIX", "VAR"],
      "marketObjectCodeOfRateReset": "INDEX",
    ]).observing("INDEX", ["2026-03-15": "0.06"])
    let events = try contract.events()
    #expect(events.contains("2026-03-01 RRF 0.0 200.0 0.24 0.0"))
    #expect(events.contains("2026-04-01 IP 4.0 100.0 0.24 0.0"))
    #expect(events.contains("2026-04-01 RR 0.0 100.0 0.12 0.0"))
  }

  @Test("days without cycles are a plan; what is left falls due on the last")
  func plan() throws {
    let contract = Contract(
      "LAX",
      [
        "notionalPrincipal": "100",
        "arrayCycleAnchorDateOfPrincipalRedemption": ["2026-02-01", "2026-03-15", "2026-06-01"],
        "arrayNextPrincipalRedemptionPayment": [10, 20, 30], "arrayIncreaseDecrease": "DEC",
      ])
    // 100 − 10 − 20 = 70. No interest schedule: 1 + 1.4667 × 0.9 + 2.5333 × 0.7 at the end.
    #expect(try contract.days("PR") == ["2026-02-01", "2026-03-15"])
    #expect(
      try contract.events().suffix(2) == [
        "2026-06-01 IP 4.0933333333 70.0 0.12 0.0", "2026-06-01 MD 70.0 0.0 0.12 0.0",
      ])
  }
}
