import Calculations
import Interchange
import Quantities
import Testing

@Suite("A life that can't be read or computed")
struct BadDocumentTests {
  let terms = """
    "terms": {"disbursements": [{"on": "2025-03-10", "amount": "20000.00"}],
      "maturesOn": "2025-06-10", "method": "at-maturity", "annualRatePercent": "6"}
    """

  @Test(
    "is answered with the error, its path and its code",
    arguments: [
      ("\"facts\": [], \"asOf\": \"2025-07-24\"", "servicing.never_disbursed"),
      ("\"facts\": []", "calculate.missing"),
      ("\"facts\": {}, \"asOf\": \"2025-07-24\"", "calculate.not_allowed"),
      ("\"facts\": [{}], \"asOf\": \"2025-07-24\"", "calculate.missing"),
      (
        "\"facts\": [{\"kind\": \"lost\", \"effectiveOn\": \"2025-03-10\"}], "
          + "\"asOf\": \"2025-07-24\"", "calculate.not_allowed"
      ),
      (
        "\"asOf\": \"2025-07-24\", \"facts\": [{\"kind\": \"disbursed\", "
          + "\"effectiveOn\": \"2025-03-10\", \"inAdvance\": true}]", "calculate.unknown_member"
      ),
      (
        "\"asOf\": \"2025-07-24\", \"facts\": [{\"kind\": \"disbursed\", "
          + "\"effectiveOn\": \"2025-03-10\", \"amount\": \"-1\"}]", "servicing.amount_not_positive"
      ),
      ("\"facts\": [], \"asOf\": \"2025-07-24\", \"asof\": 1", "calculate.unknown_member"),
    ])
  func facts(members: String, code: String) throws {
    #expect(try answer(.life, "\(terms), \(members)").errorCode == code)
  }

  @Test(
    "with strange terms, too",
    arguments: [
      ("\"rate\": {\"index\": \"LPR5Y\"}", "calculate.not_allowed"),
      ("\"penaltyPercent\": 1001", "calculate.not_allowed"),
      ("\"compound\": {\"joinsEveryMonths\": 2}", "calculate.not_allowed"),
      ("\"compound\": {\"every\": 3}", "calculate.unknown_member"),
      (
        "\"subsidy\": {\"payer\": \"finance\", \"sharePercent\": \"100.001\"}",
        "calculate.not_allowed"
      ),
      ("\"subsidy\": {\"payer\": \"state\", \"sharePercent\": 1}", "calculate.not_allowed"),
      (
        "\"subsidy\": {\"payer\": \"borrower\", \"sharePercent\": 1}",
        "scheduling.subsidy_not_allowed"
      ),
      ("\"studentAid\": {\"longestYears\": 0}", "calculate.not_allowed"),
      ("\"interest\": \"flat\"", "servicing.flat_interest_not_serviced"),
    ])
  func terms(member: String, code: String) throws {
    let document = """
      "terms": {"disbursements": [{"on": "2025-03-10", "amount": "20000.00"}],
        "maturesOn": "2025-06-10", "method": "at-maturity", "annualRatePercent": "6", \(member)},
      "facts": [{"kind": "disbursed", "effectiveOn": "2025-03-10"}], "asOf": "2025-07-24"
      """
    #expect(try answer(.life, document).errorCode == code)
  }

  @Test(
    "with facts that mean nothing on their day, or for these terms",
    arguments: [
      "{\"kind\": \"misused\", \"effectiveOn\": \"2025-05-01\", \"until\": \"2025-04-30\"}",
      "{\"kind\": \"interest-waived\", \"effectiveOn\": \"2025-05-01\", \"year\": 2024}",
      "{\"kind\": \"interest-waived\", \"effectiveOn\": \"2025-05-01\", \"year\": 2200}",
      "{\"kind\": \"graduated\", \"effectiveOn\": \"2025-05-01\", \"on\": \"2025-07-01\"}",
    ])
  func idleFacts(fact: String) throws {
    let start = "{\"kind\": \"disbursed\", \"effectiveOn\": \"2025-03-10\"}"
    let found = try answer(
      .life, "\(terms), \"facts\": [\(start), \(fact)], \"asOf\": \"2025-07-24\"")
    #expect(found.errorCode == "calculate.not_allowed")
  }

  @Test("a loan that is taken over twice is refused, and its principal never posted twice")
  func takenOverTwice() throws {
    let imported =
      "{\"kind\": \"imported\", \"effectiveOn\": \"2025-04-10\", \"paidToOn\": \"2025-04-10\"}"
    for first in [imported, "{\"kind\": \"disbursed\", \"effectiveOn\": \"2025-03-10\"}"] {
      let found = try answer(
        .life, "\(terms), \"facts\": [\(first), \(imported)], \"asOf\": \"2025-07-24\"")
      #expect(found.errorCode == "servicing.already_started")
    }
  }

  @Test("a floating rate without publications by the agreement is refused by name")
  func market() throws {
    let document = """
      "terms": {"disbursements": [{"on": "2025-03-10", "amount": "20000.00"}],
        "maturesOn": "2025-06-10", "method": "at-maturity",
        "rate": {"index": "LPR1Y", "spreadBasisPoints": 10, "reset": "anniversary"}},
      "facts": [{"kind": "disbursed", "effectiveOn": "2025-03-10"}], "asOf": "2025-07-24"
      """
    #expect(try answer(.life, document).errorCode == "scheduling.index_not_published")
    let late =
      document + ", \"market\": {\"LPR1Y\": [{\"on\": \"2025-03-11\", \"percent\": \"3.1\"}]}"
    #expect(try answer(.life, late).errorCode == "scheduling.index_not_published")
    let good =
      document + ", \"market\": {\"LPR1Y\": [{\"on\": \"2025-02-20\", \"percent\": \"3.1\"}]}"
    #expect(try answer(.life, good).text("annualRatePercent") == "3.20")
  }

  /// Cases of random members with random values, wrong as often as right: none traps, and each
  /// error has a code.
  @Test("made at random is answered, and never ends the program (seed 1…)")
  func random() throws {
    var failed = 0
    for seed in 1...600 as ClosedRange<UInt64> {
      var document = RandomDocument(seed: seed)
      let text = document.text()
      let figure =
        seed.isMultiple(of: 3) ? ", \"figure\": \"interest\", \"month\": \"2025-06\"" : ""
      let found = try answer(figure.isEmpty ? .life : .explain, text + figure)
      if found["error"] != nil { failed += 1 }
      #expect(!found.errorCode.hasPrefix("not explained"), "seed \(seed): \(text)")
    }
    #expect(failed > 100 && failed < 500, "\(failed)")
  }
}
