import Calculations
import Interchange
import Testing

/// Goal: whole lives, from terms and facts in JSON to books and class.
///
/// Method: each expectation stands beside its arithmetic.
@Suite("calculate life")
struct GoldenLifeTests {
  static let overdue = """
    "terms": {"disbursements": [{"on": "2025-03-10", "amount": "20000.00"}],
      "maturesOn": "2025-06-10", "method": "at-maturity", "basis": "months/12",
      "annualRatePercent": "6", "compound": {}},
    "facts": [{"kind": "disbursed", "effectiveOn": "2025-03-10"}]
    """

  @Test("20,000 overdue for 45 days owes 300.00, 225.00 penalty and 3.38 compound interest")
  func overdueLoan() throws {
    let life = try answer(.life, "\(Self.overdue), \"asOf\": \"2025-07-24\"")
    let balances = life["balances"] ?? .null
    #expect(balances.text("principalDue") == "20000.00")
    #expect(balances.text("interestDue") == "300.00")
    #expect(balances.text("penalty") == "225.00")
    #expect(balances.text("compound") == "3.38")
    #expect(balances.text("suspended") == "0.00")
    #expect(life["overdueDays"] == 44)
    #expect(life.text("class") == "special-mention")
  }

  @Test("day 90 overdue still accrues; from day 91 on interest is suspended, and the class falls")
  func suspension() throws {
    // Due 10 June: day 90 is 8 September. 20,000 at 9 % is 5.00 a day, and 300 at 9 % 0.075.
    let ninety = try answer(.life, "\(Self.overdue), \"asOf\": \"2025-09-08\"")
    #expect(ninety["overdueDays"] == 90)
    #expect(ninety["balances"]?.text("suspended") == "0.00")
    #expect(ninety.text("class") == "special-mention")
    // 18 September: day 100: all that is owed beside the principal stands off balance: 300.00,
    // 101 × 5.00 = 505.00 and 101 × 0.075 = 7.575, 7.58.
    let hundred = try answer(.life, "\(Self.overdue), \"asOf\": \"2025-09-18\"")
    #expect(hundred["overdueDays"] == 100)
    #expect(hundred["balances"]?.text("suspended") == "812.58")
    #expect(hundred.text("class") == "substandard")
  }

  @Test("accruals by month and payer sum to the target, and transfers to the balances")
  func books() throws {
    // 100,000 at 3.60 %: 10.00 a day, 2.50 of them a programme's: half of it on 50,000.
    let life = try answer(
      .life,
      """
      "terms": {"disbursements": [{"on": "2025-01-01", "amount": "100000.00"}],
        "maturesOn": "2025-07-01", "method": "interest-then-principal", "every": "P1M",
        "basis": "actual/360", "annualRatePercent": "3.60",
        "subsidy": {"payer": "programme", "sharePercent": "50", "principalLimit": "50000.00"}},
      "facts": [{"kind": "disbursed", "effectiveOn": "2025-01-01"},
        {"kind": "repaid", "effectiveOn": "2025-02-01", "amount": "232.50"},
        {"kind": "repaid", "effectiveOn": "2025-02-15", "amount": "40105.00", "inAdvance": true}],
      "asOf": "2025-02-28"
      """)
    let accruals = life["accruals"]?.elements ?? []
    // January 31 days; February 14 days 10.00 (105.00 the borrower's), then 60,000: 6.00 a day.
    #expect(accruals.map { $0.text("borrower") } == ["232.50", "154.00"])
    #expect(accruals.map { $0.text("programme") } == ["77.50", "70.00"])
    #expect(life["balances"]?.text("principal") == "60000.00")
    #expect(life["balances"]?.text("interestNotDue") == "49.00")
    let transfers = life["transfers"]?.elements ?? []
    let told = transfers.map { transfer in
      ["on", "kind", "payer", "debit", "credit", "amount"].map(transfer.text).joined(separator: " ")
    }
    #expect(
      told == [
        "2025-01-01 disbursement borrower 1303 2011 100000.00",
        "2025-01-31 interest borrower 113201 601101 232.50",
        "2025-01-31 interest programme 113203 601101 77.50",
        "2025-02-01 interest-repaid borrower 2011 113201 232.50",
        "2025-02-15 principal-repaid borrower 2011 1303 40000.00",
        "2025-02-15 interest-repaid borrower 2011 113201 105.00",
        "2025-02-28 interest borrower 113201 601101 154.00",
        "2025-02-28 interest programme 113203 601101 70.00",
      ])
    #expect(life["installments"]?.elements.map { $0["isBilled"] == true }.filter { $0 }.count == 1)
  }

  @Test("a down payment is the first instalment, in a life as in its schedule")
  func downPayment() throws {
    let terms = """
      "terms": {"disbursements": [{"on": "2025-01-10", "amount": "12000.00"}],
        "count": 3, "every": "P1M", "method": "equal-principal", "basis": "months/12",
        "annualRatePercent": "6", "downPaymentPercent": 25}
      """
    let life = try answer(
      .life,
      """
      \(terms), "asOf": "2025-02-15", "facts": [{"kind": "disbursed", "effectiveOn": "2025-01-10"},
        {"kind": "repaid", "effectiveOn": "2025-01-20", "amount": "1000"}]
      """)
    func rows(_ found: JSONValue) -> [String] {
      (found["installments"]?.elements ?? []).map { row in
        "\(row["number"]?.compact ?? "") \(row.text("dueOn")) \(row.text("principal"))"
          + " \(row.text("interest"))"
      }
    }
    // 3,000.00 of 12,000.00 at once; 9,000.00 at 0.5 % a month: 45.00, 30.00, 15.00.
    #expect(
      rows(life) == [
        "1 2025-01-10 3000.00 0.00", "2 2025-02-10 3000.00 45.00", "3 2025-03-10 3000.00 30.00",
        "4 2025-04-10 3000.00 15.00",
      ])
    #expect(rows(life) == rows(try answer(.schedule, terms)))
    // The penalty of ten days is paid first: 3,000.00 × 9 % × 10 ÷ 360 = 7.50.
    #expect(life["installments"]?[0]?.text("unpaidPrincipal") == "2007.50")
  }

  /// The published 5-year LPR on which these contracts' rates rest.
  static let market = """
    "market": {"LPR5Y": [{"on": "2020-08-20", "percent": "4.65"},
      {"on": "2022-08-22", "percent": "4.30"}, {"on": "2023-06-20", "percent": "4.20"},
      {"on": "2024-10-21", "percent": "3.60"}, {"on": "2025-05-20", "percent": "3.50"}]}
    """

  static func contract(_ id: String, on day: String, _ amount: String, basisPoints: Int) -> String {
    """
    {"id": "\(id)", "asOf": "2026-12-31", \(market),
      "terms": {"disbursements": [{"on": "\(day)", "amount": "\(amount)"}],
        "maturesOn": "2039-09-20", "method": "equal-principal", "every": "P12M",
        "settlementDay": 20, "basis": "actual/360", "principalFrom": "2029-09-01",
        "rate": {"index": "LPR5Y", "spreadBasisPoints": \(basisPoints), "reset": "12-21"},
        "subsidy": {"payer": "finance", "sharePercent": "100", "until": "2024-09-01",
          "stopsWhenOverdue": false},
        "studentAid": {"graceMonths": 60}},
      "facts": [{"kind": "disbursed", "effectiveOn": "\(day)"},
        {"kind": "graduated", "effectiveOn": "2024-07-01", "on": "2024-07-01"},
        {"kind": "interest-waived", "effectiveOn": "2024-01-01", "year": 2024},
        {"kind": "interest-waived", "effectiveOn": "2025-01-01", "year": 2025},
        {"kind": "repaid", "effectiveOn": "2026-12-20", "amount": "100.00"}]}
    """
  }

  @Test("a student's yearly contracts: paid by the State in school and in 2024 and 2025")
  func student() throws {
    let document = """
      [\(Self.contract("2020", on: "2020-09-01", "8000.00", basisPoints: -30)),
       \(Self.contract("2021", on: "2021-09-01", "12000.00", basisPoints: -30)),
       \(Self.contract("2023", on: "2023-09-01", "16000.00", basisPoints: -60))]
      """
    let all = try answers(.life, document).elements
    #expect(all.map { $0.text("id") } == ["2020", "2021", "2023"])
    // Interest due on 20 December 2026: 2020: 1 day at 3.30 % and 364 at 3.20 % on 8,000.00:
    // 0.7333… + 258.8444… = 259.58; 2021, the same rates on 12,000.00: 389.3666…; 2023, LPR − 0.60:
    // 1 day at 3.00 % and 364 at 2.90 % on 16,000.00: 1.3333… + 469.1555… = 470.4888…
    let due = ["259.58", "389.37", "470.49"]
    for (contract, interest) in zip(all, due) {
      let bills = contract["installments"]?.elements.filter { $0["isBilled"] == true } ?? []
      #expect(bills.last?.text("interest") == interest)
      #expect(bills.dropLast().allSatisfy { $0.text("interest") == $0.text("subsidised") })
      #expect(contract["overdueDays"] == 11)
      #expect(contract.text("class") == "special-mention")
      let parts = contract["installments"]?.elements.filter { $0.text("principal") != "0.00" } ?? []
      #expect(parts.count == 11)
      #expect(parts.first?.text("dueOn") == "2029-12-20")
      #expect(parts.last?.text("dueOn") == "2039-09-20")
    }
    // 259.58 − 100.00.
    #expect(all[0]["balances"]?.text("interestDue") == "159.58")
    // All the State owes of the first contract: 106.33 + 352.83 × 2 + 324.52 + 317.22 + 267.80.
    #expect(all[0]["balances"]?.text("financeInterest") == "1721.53")
  }

  @Test("a revolving loan, an imported one and one that is misused have lives")
  func others() throws {
    let revolving = try answer(
      .life,
      """
      "terms": {"disbursements": [{"on": "2025-01-01", "amount": "36000"}],
        "maturesOn": "2025-07-01",
        "method": "revolving", "every": "P1M", "basis": "actual/360", "annualRatePercent": 6},
      "facts": [{"kind": "disbursed", "effectiveOn": "2025-01-01", "amount": "18000"},
        {"kind": "disbursed", "effectiveOn": "2025-01-21", "amount": 18000}], "asOf": "2025-02-01"
      """)
    // 3.00 × 20 + 6.00 × 11.
    #expect(revolving["balances"]?.text("interestDue") == "126.00")
    let imported = try answer(
      .life,
      """
      "terms": {"disbursements": [{"on": "2025-03-05", "amount": "50000"}],
        "maturesOn": "2026-03-05",
        "method": "interest-then-principal", "every": "P3M", "settlementDay": 20,
        "basis": "actual/360", "annualRatePercent": "3.00"},
      "facts": [{"kind": "imported", "effectiveOn": "2025-10-31", "paidToOn": "2025-09-20"}],
      "asOf": "2025-12-31"
      """)
    #expect(imported["balances"]?.text("interestDue") == "379.17")
    let told = imported["transfers"]?.elements.map { $0.text("kind") } ?? []
    #expect(told.prefix(2) == ["opening-principal", "opening-interest"])
    let misused = try answer(
      .life,
      """
      "terms": {"disbursements": [{"on": "2025-01-01", "amount": "36000"}],
        "maturesOn": "2025-04-01",
        "method": "at-maturity", "basis": "actual/360", "annualRatePercent": "6"},
      "facts": [{"kind": "disbursed", "effectiveOn": "2025-01-01"},
        {"kind": "misused", "effectiveOn": "2025-03-01"}], "asOf": "2025-03-31"
      """)
    #expect(misused["balances"]?.text("penalty") == "186.00")
  }
}
