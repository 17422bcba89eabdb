import Interchange
import Testing

/// Goal: the rules that contract types share come out as worked out by hand.
@Suite("Rules of all contract types")
struct RuleTests {
  // MARK: Days

  @Test("a short last period stands by itself (L1), or is added to the one before (L0)")
  func stubs() throws {
    func days(_ cycle: String) throws -> [String] {
      try Contract(
        "PAM",
        ["maturityDate": "2026-03-10"]
          + .leg("InterestPayment", from: "2026-01-10", every: cycle)
      ).days("IP")
    }
    #expect(
      try days("P27DL1") == ["2026-01-10", "2026-02-06", "2026-03-05", "2026-03-10"])
    #expect(try days("P27DL0") == ["2026-01-10", "2026-02-06", "2026-03-10"])
    #expect(try days("P1ML0") == ["2026-01-10", "2026-02-10", "2026-03-10"])
  }

  @Test("an end-of-month anchor keeps to the ends of months, or to its own day")
  func endOfMonth() throws {
    func days(_ convention: JSONValue) throws -> [String] {
      try Contract(
        "PAM",
        ["maturityDate": "2026-07-15", "endOfMonthConvention": convention]
          + .leg("InterestPayment", from: "2026-02-28", every: "P1ML1")
      ).days("IP").dropLast()
    }
    #expect(
      try days("EOM")
        == ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"])
    #expect(
      try days("SD") == ["2026-02-28", "2026-03-28", "2026-04-28", "2026-05-28", "2026-06-28"])
  }

  @Test("a weekend moves the event, and with SC… the day it counts to")
  func businessDays() throws {
    // 1 February and 31 May 2026 are Sundays; 30 days are 12.00, a day more is 12.40.
    func first(_ convention: JSONValue, from day: String) throws -> String? {
      try Contract(
        "PAM",
        [
          "maturityDate": "2026-12-01", "businessDayConvention": convention, "calendar": "MF",
        ] + .leg("InterestPayment", from: day, every: "P3ML1")
      ).events().dropFirst().first.map { $0.split(separator: " ").prefix(3).joined(separator: " ") }
    }
    #expect(try first("NOS", from: "2026-02-01") == "2026-02-01 IP 12.0")
    #expect(try first("SCF", from: "2026-02-01") == "2026-02-02 IP 12.4")
    #expect(try first("CSF", from: "2026-02-01") == "2026-02-02 IP 12.0")
    #expect(try first("SCP", from: "2026-02-01") == "2026-01-30 IP 11.6")
    #expect(try first("CSP", from: "2026-02-01") == "2026-01-30 IP 12.0")
    #expect(try first("SCMP", from: "2026-02-01") == "2026-02-02 IP 12.4")
    #expect(try first("CSMP", from: "2026-02-01") == "2026-02-02 IP 12.0")
    // 31 May by 30-day months: 4 months and 29 days; the 29th, a day less.
    #expect(try first("SCMF", from: "2026-05-31") == "2026-05-29 IP 59.2")
    #expect(try first("CSMF", from: "2026-05-31") == "2026-05-29 IP 59.6")
  }

  @Test("23:59:59 is the midnight after it: interest counts the day, the event keeps it")
  func endOfDay() throws {
    // 365 days ÷ 365.
    let contract = Contract(
      "PAM",
      [
        "maturityDate": "2026-12-31T23:59:59", "dayCountConvention": "A365",
        "notionalPrincipal": "1000",
      ])
    #expect(try contract.events()[1] == "2026-12-31 IP 120.0 1000.0 0.12 0.0")
    guard case .array(let events) = try contract.answer() else { return }
    #expect(events.last?["eventDate"] == "2026-12-31T23:59:59")
    #expect(events.first?["eventDate"] == "2026-01-01T00:00")
  }

  @Test("year fractions are those of the engine's day counts")
  func dayCounts() throws {
    // 1 July 2027 to 1 July 2028 at 10 %: 184 days ÷ 365 and 182 ÷ 366; 366 days; 262 workdays.
    func interest(_ dayCount: JSONValue) throws -> String? {
      try Contract(
        "PAM",
        [
          "initialExchangeDate": "2027-07-01", "maturityDate": "2028-07-01",
          "notionalPrincipal": "1000", "nominalInterestRate": "0.1",
          "dayCountConvention": dayCount, "calendar": "MF",
        ]
      ).events()[1].split(separator: " ").dropFirst(2).first.map(String.init)
    }
    #expect(try interest("AA") == "100.1377348604")
    #expect(try interest("A360") == "101.6666666667")
    #expect(try interest("A365") == "100.2739726027")
    #expect(try interest("30E360") == "100.0")
    #expect(try interest("28E336") == "100.0")
    #expect(try interest("B252") == "103.9682539683")
  }

  @Test("30E/360 ISDA takes the end of February for the 30th, but not at maturity")
  func februaryAtMaturity() throws {
    // 31 January to 28 February: 30 days, as 28 February counts as the 30th; to a maturity on
    // 28 February, 28 days.
    let contract = Contract(
      "PAM",
      [
        "initialExchangeDate": "2026-01-31", "maturityDate": "2027-02-28",
        "dayCountConvention": "30E360ISDA", "endOfMonthConvention": "EOM",
      ] + .leg("InterestPayment", from: "2026-02-28", every: "P1ML1"))
    #expect(try contract.events()[1] == "2026-02-28 IP 12.0 1200.0 0.12 0.0")
    #expect(try contract.events().suffix(2).first == "2027-02-28 IP 11.2 1200.0 0.12 0.0")
    // From 15 to 31 May, the 30th, are 15 days, at maturity, too.
    let may = contract.with(
      ["maturityDate": "2026-05-31"] + .leg("InterestPayment", from: "2026-05-15", every: "P1ML1"))
    #expect(try may.events().suffix(2).first == "2026-05-31 IP 6.0 1200.0 0.12 0.0")
  }

  @Test("nothing after `to` is answered, and nothing by the status date")
  func window() throws {
    let contract = Contract(
      "PAM",
      ["maturityDate": "2026-07-01", "statusDate": "2026-04-01"]
        + .leg("InterestPayment", from: "2026-02-01", every: "P1ML1")
    ).until("2026-06-01T00:00:00")
    // The payment of 1 April is past, and nothing has accrued since.
    #expect(
      try contract.events() == [
        "2026-05-01 IP 12.0 1200.0 0.12 0.0", "2026-06-01 IP 12.0 1200.0 0.12 0.0",
      ])
  }

  // MARK: Interest

  @Test("interest accrued before is the terms' own, or counts from the anchor")
  func accruedBefore() throws {
    let terms: [String: JSONValue] =
      ["maturityDate": "2026-04-01"] + .leg("InterestPayment", from: "2025-12-01", every: "P2ML1")
    #expect(try Contract("PAM", terms).events()[0] == "2026-01-01 IED -1200.0 1200.0 0.12 12.0")
    let given = Contract("PAM", terms + ["accruedInterest": "5"])
    #expect(try given.events()[1] == "2026-02-01 IP 17.0 1200.0 0.12 0.0")
  }

  @Test("until the capitalisation ends, interest becomes principal")
  func capitalisation() throws {
    // 1,200 + 12 = 1,212; half a month 6.06: 1,218.06; the other half 6.0903.
    let contract = Contract(
      "PAM",
      ["maturityDate": "2026-03-01", "capitalizationEndDate": "2026-02-16"]
        + .leg("InterestPayment", from: "2026-02-01", every: "P1ML1"))
    #expect(
      try contract.events().dropFirst() == [
        "2026-02-01 IPCI 0.0 1212.0 0.12 0.0",
        "2026-02-16 IPCI 0.0 1218.06 0.12 0.0",
        "2026-03-01 IP 6.0903 1218.06 0.12 0.0",
        "2026-03-01 MD 1218.06 0.0 0.12 0.0",
      ])
  }

  @Test("interest may accrue on an amount of its own, taken anew from cycle to cycle")
  func calculationBase() throws {
    // On 2,000 until March, on 800 until May, whatever is repaid in between.
    let contract = Contract(
      "LAM",
      .monthly
        + .leg("InterestCalculationBase", from: "2026-03-01", every: "P2ML1")
        + [
          "nextPrincipalRedemptionPayment": "200", "interestCalculationBase": "NTL",
          "interestCalculationBaseAmount": "2000", "maturityDate": "2026-06-01",
        ])
    #expect(
      try contract.events().filter { $0.contains(" IP ") }.map { $0.split(separator: " ")[2] }
        == ["20.0", "20.0", "8.0", "8.0", "4.0"])
    #expect(try contract.events().contains("2026-03-01 IPCB 0.0 800.0 0.12 0.0"))
  }

  @Test("an annuity with quarterly interest pays it with its redemptions, once they begin")
  func interestWithRedemptions() throws {
    let contract = Contract(
      "ANN",
      .leg("PrincipalRedemption", from: "2027-01-01", every: "P1ML1")
        + .leg("InterestPayment", from: "2026-04-01", every: "P3ML1")
        + ["maturityDate": "2027-03-01"])
    #expect(
      try contract.days("IP") == [
        "2026-04-01", "2026-07-01", "2026-10-01", "2026-12-01", "2027-01-01", "2027-02-01",
        "2027-03-01",
      ])
  }
}
