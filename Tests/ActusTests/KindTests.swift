import Interchange
import Testing

/// Goal: each contract type comes out as worked out by hand.
///
/// Method: 12 % a year by 30-day months is 1 % a month; the arithmetic stands beside each case.
@Suite("Each contract type")
struct KindTests {
  @Test("PAM: interest each quarter, the principal at maturity")
  func principalAtMaturity() throws {
    // 1,200 × 3 % = 36 a quarter.
    let contract = Contract(
      "PAM",
      ["maturityDate": "2026-07-01", "premiumDiscountAtIED": " -20"]
        + .leg("InterestPayment", from: "2026-04-01", every: "P3ML1"))
    #expect(
      try contract.events() == [
        "2026-01-01 IED -1180.0 1200.0 0.12 0.0",
        "2026-04-01 IP 36.0 1200.0 0.12 0.0",
        "2026-07-01 IP 36.0 1200.0 0.12 0.0",
        "2026-07-01 MD 1200.0 0.0 0.12 0.0",
      ])
  }

  @Test("an obligation is the claim with every amount's sign turned")
  func obligation() throws {
    let contract = Contract("PAM", ["contractRole": "RPL", "maturityDate": "2026-07-01"])
    #expect(
      try contract.events() == [
        "2026-01-01 IED 1200.0 -1200.0 0.12 0.0",
        "2026-07-01 IP -72.0 -1200.0 0.12 0.0",
        "2026-07-01 MD -1200.0 0.0 0.12 0.0",
      ])
  }

  @Test("PAM without a rate pays no interest")
  func zeroCoupon() throws {
    var contract = Contract("PAM", ["maturityDate": "2026-07-01"])
    contract.terms["nominalInterestRate"] = nil
    #expect(
      try contract.events() == [
        "2026-01-01 IED -1200.0 1200.0 0.0 0.0", "2026-07-01 MD 1200.0 0.0 0.0 0.0",
      ])
  }

  @Test("LAM: the same principal each month, until it is repaid")
  func linear() throws {
    // 1,200 ÷ 400 = 3 months; interest 12, 8, 4. Principal comes before interest on a day.
    let contract = Contract("LAM", .monthly + ["nextPrincipalRedemptionPayment": "400"])
    #expect(
      try contract.events() == [
        "2026-01-01 IED -1200.0 1200.0 0.12 0.0",
        "2026-02-01 PR 400.0 800.0 0.12 12.0",
        "2026-02-01 IP 12.0 800.0 0.12 0.0",
        "2026-03-01 PR 400.0 400.0 0.12 8.0",
        "2026-03-01 IP 8.0 400.0 0.12 0.0",
        "2026-04-01 IP 4.0 400.0 0.12 0.0",
        "2026-04-01 MD 400.0 0.0 0.12 0.0",
      ])
  }

  @Test("LAM without an amount divides the principal by the days it falls due on")
  func linearWithoutAmount() throws {
    // February, March, April and maturity on 15 April: 1,200 ÷ 4 = 300.
    let contract = Contract("LAM", .monthly + ["maturityDate": "2026-04-15"])
    let events = try contract.events()
    #expect(events.filter { $0.contains(" PR 300.0 ") }.count == 3)
    #expect(events.last == "2026-04-15 MD 300.0 0.0 0.12 0.0")
  }

  @Test("LAM redeems no more than is left")
  func linearCapped() throws {
    // 700, then 500 of 700, then nothing.
    let contract = Contract(
      "LAM",
      .monthly + ["nextPrincipalRedemptionPayment": "700", "maturityDate": "2026-05-01"])
    #expect(
      try contract.events().filter { $0.contains(" PR ") } == [
        "2026-02-01 PR 700.0 500.0 0.12 12.0",
        "2026-03-01 PR 500.0 0.0 0.12 5.0",
        "2026-04-01 PR 0.0 0.0 0.12 0.0",
      ])
  }

  @Test("NAM: a payment is interest first, the rest is principal")
  func negative() throws {
    // 412 − 12 = 400; 412 − 8 = 404; ⌈1,200 ÷ (412 − 12)⌉ = 3 months.
    let contract = Contract("NAM", .monthly + ["nextPrincipalRedemptionPayment": "412"])
    #expect(
      try contract.events() == [
        "2026-01-01 IED -1200.0 1200.0 0.12 0.0",
        "2026-02-01 PR 400.0 800.0 0.12 12.0",
        "2026-02-01 IP 12.0 800.0 0.12 0.0",
        "2026-03-01 PR 404.0 396.0 0.12 8.0",
        "2026-03-01 IP 8.0 396.0 0.12 0.0",
        "2026-04-01 IP 3.96 396.0 0.12 0.0",
        "2026-04-01 MD 396.0 0.0 0.12 0.0",
      ])
  }

  @Test("NAM: a payment below the interest lets the principal grow")
  func negativeGrows() throws {
    // 10 − 12 = −2; 10 − 12.02 = −2.02; 1,204.02 × 1 % = 12.0402.
    let contract = Contract(
      "NAM", .monthly + ["nextPrincipalRedemptionPayment": "10", "maturityDate": "2026-04-01"])
    #expect(
      try contract.events().suffix(4) == [
        "2026-03-01 PR -2.02 1204.02 0.12 12.02",
        "2026-03-01 IP 12.02 1204.02 0.12 0.0",
        "2026-04-01 IP 12.0402 1204.02 0.12 0.0",
        "2026-04-01 MD 1204.02 0.0 0.12 0.0",
      ])
  }

  @Test("ANN: the payment that repays the principal is fixed the day before the first")
  func annuity() throws {
    // Two months at 1 %: 2,010 × 1.01² ÷ (1.01 + 1) = 1,020.10; by 31 January, 29 of 30 days:
    // 2,010 × 1 % × 29 ÷ 30 = 19.43.
    let contract = Contract(
      "ANN", .monthly + ["notionalPrincipal": "2010", "maturityDate": "2026-03-01"])
    #expect(
      try contract.events() == [
        "2026-01-01 IED -2010.0 2010.0 0.12 0.0",
        "2026-01-31 PRF 0.0 2010.0 0.12 19.43",
        "2026-02-01 PR 1000.0 1010.0 0.12 20.1",
        "2026-02-01 IP 20.1 1010.0 0.12 0.0",
        "2026-03-01 IP 10.1 1010.0 0.12 0.0",
        "2026-03-01 MD 1010.0 0.0 0.12 0.0",
      ])
  }

  @Test("ANN with a given payment fixes none, and ends when it is repaid")
  func annuityGiven() throws {
    let contract = Contract("ANN", .monthly + ["nextPrincipalRedemptionPayment": "412"])
    #expect(try contract.days("PRF") == [])
    #expect(try contract.days("MD") == ["2026-04-01"])
  }

  @Test("ANN: an amortisation date beyond the maturity leaves a balloon")
  func balloon() throws {
    // The payment is that of two months; after one of them the rest, 1,010, falls due.
    let contract = Contract(
      "ANN",
      .monthly + [
        "notionalPrincipal": "2010", "maturityDate": "2026-02-15",
        "amortizationDate": "2026-03-01",
      ])
    #expect(try contract.events().contains("2026-02-01 PR 1000.0 1010.0 0.12 20.1"))
    #expect(try contract.events().last == "2026-02-15 MD 1010.0 0.0 0.12 0.0")
  }

  @Test("ANN: a first payment on the day it begins repays principal alone")
  func annuityInAdvance() throws {
    // Payments on 1 January and 1 February: x + x ÷ 1.01 = 2,010, so x = 1,010. What was fixed
    // before the contract begins isn't shown.
    let contract = Contract(
      "ANN",
      .leg("PrincipalRedemption", from: "2026-01-01", every: "P1ML1")
        + .leg("InterestPayment", from: "2026-01-01", every: "P1ML1")
        + ["notionalPrincipal": "2010", "maturityDate": "2026-02-01"])
    #expect(
      try contract.events() == [
        "2026-01-01 IED -2010.0 2010.0 0.12 0.0",
        "2026-01-01 PR 1010.0 1000.0 0.12 0.0",
        "2026-01-01 IP 0.0 1000.0 0.12 0.0",
        "2026-02-01 IP 10.0 1000.0 0.12 0.0",
        "2026-02-01 MD 1000.0 0.0 0.12 0.0",
      ])
  }
}
