import Calculations
import Interchange
import Testing

/// Goal: terms that no events follow from are refused with the code that says why.
@Suite("Terms that are refused")
struct RefusalTests {
  private let loan = Contract(
    "LAM", .monthly + ["nextPrincipalRedemptionPayment": "400", "maturityDate": "2026-06-01"])

  /// The code of the refusal of the loan with some terms changed, or left out.
  private func refusal(
    _ terms: [String: JSONValue], without missing: [String] = []
  ) throws -> String? {
    var contract = loan.with(terms)
    for name in missing { contract.terms[name] = nil }
    return try contract.refusal()
  }

  @Test("the loan itself is not refused")
  func accepted() throws {
    #expect(try refusal([:]) == nil)
  }

  @Test(
    "a missing term is named",
    arguments: [
      "statusDate", "initialExchangeDate", "notionalPrincipal", "contractRole", "contractType",
      "cycleAnchorDateOfPrincipalRedemption", "dayCountConvention",
    ])
  func missing(_ name: String) throws {
    let cycle = name.hasPrefix("cycleAnchor") ? ["cycleOfPrincipalRedemption"] : []
    #expect(try refusal([:], without: [name] + cycle) == "actus.missing_term")
    #expect(try refusal([name: "  "], without: cycle) == "actus.missing_term")
  }

  @Test("each type misses what it can't be without")
  func missingByType() throws {
    func refusal(_ kind: String, _ terms: [String: JSONValue]) throws -> String? {
      try Contract(kind, terms).refusal()
    }
    #expect(try refusal("PAM", [:]) == "actus.missing_term")
    #expect(try refusal("LAM", .monthly) == "actus.missing_term")
    #expect(try refusal("NAM", .monthly + ["maturityDate": "2027-01-01"]) == "actus.missing_term")
    #expect(try refusal("ANN", .monthly) == "actus.missing_term")
    #expect(try refusal("LAX", ["maturityDate": "2027-01-01"]) == "actus.missing_term")
    let scaled = loan.with(["scalingEffect": "I00"])
    #expect(try scaled.refusal() == "actus.missing_term")
    #expect(try loan.with(["purchaseDate": "2026-02-01"]).refusal() == "actus.missing_term")
    #expect(try loan.with(["feeRate": "0.01"]).refusal() == "actus.missing_term")
    #expect(try loan.with(["interestCalculationBase": "NTL"]).refusal() == "actus.missing_term")
    let reset = loan.with(.leg("RateReset", from: "2026-03-01", every: "P1ML1"))
    #expect(try reset.refusal() == "actus.missing_term")
  }

  @Test(
    "a value that is none of the term's is refused",
    arguments: [
      ("contractRole", "boss"), ("dayCountConvention", "A366"), ("endOfMonthConvention", "MID"),
      ("businessDayConvention", "SCX"), ("calendar", "CN"), ("interestCalculationBase", "NTX"),
      ("maturityDate", "2026-02-30"), ("maturityDate", "2026-06-01T12:00:00"),
      ("maturityDate", "2300-01-01"), ("notionalPrincipal", "1,200"), ("notionalPrincipal", "0"),
      ("notionalPrincipal", "-5"), ("nominalInterestRate", "5%"), ("rateMultiplier", "x"),
      ("scalingEffect", "XYZ"), ("nextPrincipalRedemptionPayment", "-1"),
    ])
  func notAllowed(_ name: String, _ value: String) throws {
    #expect(try refusal([name: .string(value)]) == "actus.term_not_allowed")
  }

  @Test("a value of the wrong shape is refused")
  func wrongShape() throws {
    #expect(try refusal(["maturityDate": ["2026-06-01"]]) == "actus.term_not_allowed")
    let steps = ["arrayCycleAnchorDateOfInterestPayment": ["a": "b"]] as [String: JSONValue]
    #expect(try Contract("LAX", steps).refusal() == "actus.term_not_allowed")
  }

  @Test(
    "a cycle is a number of days, weeks, months or years, and L0 or L1",
    arguments: ["P1M", "P1ML2", "1ML0", "P0DL0", "P1ML0L1", "PT1HL0", "P-1ML0", "L0"])
  func cycles(_ text: String) throws {
    #expect(
      try refusal(["cycleOfInterestPayment": .string(text)]) == "actus.cycle_unreadable")
  }

  @Test("contract types are five")
  func types() throws {
    #expect(try Contract("SWPPV").refusal() == "actus.unknown_contract_type")
  }

  @Test("what is part of ACTUS and not computed is said to be so")
  func notSupported() throws {
    #expect(try refusal(["cyclePointOfInterestPayment": "B"]) == "actus.not_supported")
    #expect(try refusal(["dayCountConvention": "B252"]) == "actus.not_supported")
    var observed = loan
    observed.document["eventsObserved"] = [["type": "PP"]]
    #expect(try observed.refusal() == "actus.not_supported")
    #expect(try refusal(["settlementCurrency": "EUR"]) == "actus.not_supported")
    #expect(try refusal(["settlementCurrency": "CNY"]) == nil)
  }

  @Test("days have their order")
  func order() throws {
    #expect(try refusal(["maturityDate": "2026-01-01"]) == "actus.dates_out_of_order")
    #expect(
      try refusal(["terminationDate": "2025-12-31", "priceAtTerminationDate": "1"])
        == "actus.dates_out_of_order")
    let steps = Contract(
      "LAX",
      [
        "arrayCycleAnchorDateOfPrincipalRedemption": ["2026-03-01", "2026-02-01"],
        "arrayNextPrincipalRedemptionPayment": 10,
      ])
    #expect(try steps.refusal() == "actus.dates_out_of_order")
  }

  @Test("arrays that go together are as long as each other, or have one element")
  func arrays() throws {
    let steps = Contract(
      "LAX",
      [
        "arrayCycleAnchorDateOfPrincipalRedemption": ["2026-02-01", "2026-03-01", "2026-04-01"],
        "arrayNextPrincipalRedemptionPayment": [10, 20],
      ])
    #expect(try steps.refusal() == "actus.arrays_differ")
  }

  @Test("a redemption that never repays the principal has no maturity")
  func neverRedeemed() throws {
    // The first month's interest alone is 12.
    let small = Contract("NAM", .monthly + ["nextPrincipalRedemptionPayment": "12"])
    #expect(try small.refusal() == "actus.never_redeemed")
    #expect(
      try refusal(["nextPrincipalRedemptionPayment": "0"], without: ["maturityDate"])
        == "actus.never_redeemed")
    let drawn = Contract(
      "LAX",
      [
        "arrayCycleAnchorDateOfPrincipalRedemption": "2026-02-01",
        "arrayCycleOfPrincipalRedemption": "P1ML1",
        "arrayNextPrincipalRedemptionPayment": 10, "arrayIncreaseDecrease": "INC",
      ])
    #expect(try drawn.refusal() == "actus.never_redeemed")
  }

  @Test("a rate that takes all of the principal in a period leaves no level payment")
  func noLevelPayment() throws {
    let contract = Contract(
      "ANN",
      .leg("PrincipalRedemption", from: "2027-01-01", every: "P1YL1")
        + ["nominalInterestRate": "-1", "maturityDate": "2029-01-01"])
    #expect(try contract.refusal() == "actus.no_level_payment")
  }

  @Test("more than 20,000 events are refused, however they come about")
  func tooMany() throws {
    #expect(
      try refusal(["maturityDate": "2199-12-31", "cycleOfInterestPayment": "P1DL1"])
        == "actus.too_many_events")
    #expect(
      try refusal(["nextPrincipalRedemptionPayment": "0.0001"], without: ["maturityDate"])
        == "actus.too_many_events")
  }

  @Test("no day lies beyond 2199")
  func outOfRange() throws {
    #expect(
      try refusal(
        ["cycleOfPrincipalRedemption": "P100YL1"], without: ["maturityDate"])
        == "actus.date_out_of_range")
  }

  @Test("a reset needs an observation by its day")
  func marketData() throws {
    let terms: [String: JSONValue] =
      .leg("RateReset", from: "2026-03-01", every: "P1ML1")
      + ["marketObjectCodeOfRateReset": "INDEX"]
    #expect(try refusal(terms) == "actus.market_data_missing")
    let late = loan.with(terms).observing("INDEX", ["2026-03-02": "0.1"])
    #expect(try late.refusal() == "actus.market_data_missing")
    let timely = loan.with(terms).observing("INDEX", ["2026-03-01": "0.1"])
    #expect(try timely.refusal() == nil)
  }

  @Test("a rate is within 1,000 % a year, given or found")
  func rateOutOfRange() throws {
    #expect(try refusal(["nominalInterestRate": "10.1"]) == "actus.rate_out_of_range")
    let found = loan.with(
      .leg("RateReset", from: "2026-03-01", every: "P1ML1")
        + ["marketObjectCodeOfRateReset": "INDEX", "rateMultiplier": "1000"]
    ).observing("INDEX", ["2026-01-01": "-0.5"])
    #expect(try found.refusal() == "actus.rate_out_of_range")
  }

  @Test("amounts have 17 digits, those after the point included")
  func amountTooLarge() throws {
    #expect(try refusal(["notionalPrincipal": "20000000000"]) == nil)
    #expect(try refusal(["notionalPrincipal": "20000000001"]) == "actus.amount_too_large")
    #expect(try refusal(["notionalPrincipal": "1e30"]) == "actus.amount_too_large")
    // At 900 % a year 19 billion pass 100 billion within a year.
    let grows: [String: JSONValue] = [
      "notionalPrincipal": "19000000000", "nominalInterestRate": "9",
      "maturityDate": "2027-01-01",
    ]
    #expect(try Contract("PAM", grows).refusal() == "actus.amount_too_large")
  }

  @Test("a case without terms is a document error")
  func noTerms() throws {
    let answers = try Calculation.actus.answers(to: ["one": ["to": ""]]) { error in
      ((error as? DocumentError)?.code ?? "", "")
    }
    #expect(answers["one"]?["error"]?["code"] == "calculate.missing")
  }
}
