import Calculations
import Interchange
import Testing

@Suite("calculate explain")
struct ExplainTests {
  @Test("names each line of a figure with its exact value, rule and source")
  func lines() throws {
    let found = try answer(
      .explain,
      "\(GoldenLifeTests.overdue), \"asOf\": \"2025-07-24\", "
        + "\"figure\": \"compound\", \"dueOn\": \"2025-07-25\"")
    #expect(found.text("amount") == "3.38")
    let line = found["lines"]?[0] ?? .null
    #expect(line["days"] == 45)
    #expect(line.text("balance") == "300.00")
    #expect(line.text("annualRatePercent") == "9.00")
    #expect(line["exact"]?.text("decimal") == "3.3750000000")
    #expect(line["exact"]?.text("fraction") == "27/8")
    #expect(line.text("rule") == "compound-interest")
    #expect(found["rounding"]?.text("fraction") == "1/200")
  }

  @Test("a student's bill has the State's part and the graduate's")
  func student() throws {
    // 80,000.00 at 2.80 %: from 1 September to 20 December 2025, 110 days: 684.444…
    let members = """
      "terms": {"disbursements": [{"on": "2021-09-01", "amount": "80000.00"}],
        "maturesOn": "2040-09-20", "method": "equal-principal", "every": "P12M",
        "settlementDay": 20, "basis": "actual/360", "annualRatePercent": "2.80",
        "principalFrom": "2031-09-01",
        "subsidy": {"payer": "finance", "sharePercent": "100", "until": "2026-09-01",
          "stopsWhenOverdue": false}, "studentAid": {}},
      "facts": [{"kind": "disbursed", "effectiveOn": "2021-09-01"},
        {"kind": "graduated", "effectiveOn": "2025-07-01", "on": "2025-07-01"}],
      "asOf": "2025-12-31", "figure": "interest"
      """
    let bill = try answer(.explain, "\(members), \"dueOn\": \"2025-12-20\"")
    #expect(bill["byPayer"]?.text("borrower") == "684.44")
    #expect(bill["byPayer"]?.text("finance") == "1586.67")
    let last = bill["lines"]?.elements.last ?? .null
    #expect(last.text("from") == "2025-09-01")
    #expect(last["days"] == 110)
    #expect(last.text("payer") == "borrower")
    #expect(last["exact"]?.text("decimal") == "684.4444444444")
    // December, 12 of its 31 days in the new period: 80,000 × 0.028 × 31 ÷ 360 = 192.888…
    let month = try answer(.explain, "\(members), \"month\": \"2025-12\"")
    #expect(month["lines"]?.elements.map { $0["days"] } == [19, 12])
    #expect(month["exact"]?.text("decimal") == "192.8888888888")
  }

  @Test("a figure that is not named, or named twice, is refused")
  func refused() throws {
    let loan = "\(GoldenLifeTests.overdue), \"asOf\": \"2025-07-24\""
    #expect(try answer(.explain, loan).errorCode == "calculate.missing")
    let figure = "\(loan), \"figure\": \"interest\""
    #expect(try answer(.explain, figure).errorCode == "calculate.missing")
    #expect(
      try answer(.explain, "\(figure), \"month\": \"2025-06\", \"dueOn\": \"2025-06-10\"").errorCode
        == "calculate.not_allowed")
    #expect(
      try answer(.explain, "\(figure), \"dueOn\": \"2025-06-11\"").errorCode
        == "servicing.nothing_billed")
  }
}
