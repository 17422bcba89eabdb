import Calculations
import Interchange
import LoanProducts
import Quantities
import Scheduling
import Testing

@Suite("Terms without a schedule are refused, each for its own reason")
struct RefusalTests {
  private static func code(of document: JSONValue) throws -> String? {
    let answers = try Calculation.schedule.answers(to: [document]) { error in
      ((error as? any Explained)?.code ?? "\(type(of: error))", "\(error)")
    }
    guard case .array(let list) = answers, case .string(let code) = list.first?["error"]?["code"]
    else { return nil }
    return code
  }

  private static let start = #""disbursements": [{"on": "2026-01-10", "amount": "10400"}]"#
  private static let monthly = #""every": "P1M", "count": 12"#

  @Test(
    "by the engine, whatever the document says",
    arguments: [
      (
        #"\#(start), "method": "equal-principal", "every": "P40001D", "count": 1"#,
        "scheduling.days_between_dues_not_allowed"
      ),
      (
        #"\#(start), "method": "equal-principal", "maturesOn": "2026-07-10", "every": "P1201M""#,
        "scheduling.months_between_dues_not_allowed"
      ),
      (
        #"\#(start), "method": "equal-principal", \#(monthly), "principalEvery": "P5D""#,
        "calculate.not_allowed"
      ),
      (
        #"\#(start), "method": "equal-principal", \#(monthly), "firstDueOn": "2026-01-10""#,
        "scheduling.first_due_day_outside_term"
      ),
      (
        #"\#(start), "method": "equal-installments", \#(monthly), "installmentMultiple": "0""#,
        "scheduling.multiple_not_positive"
      ),
      (
        #"""
        \#(start), "method": "stepped", \#(monthly),
        "steps": [{"fromNumber": 4, "percent": 120}, {"fromNumber": 4, "percent": 150}]
        """#, "scheduling.step_not_allowed"
      ),
      (
        #"\#(start), "method": "equal-principal", \#(monthly), "downPaymentPercent": 100"#,
        "scheduling.down_payment_not_allowed"
      ),
      (
        #"""
        "disbursements": [{"on": "2026-01-10", "amount": 9}, {"on": "2027-01-10", "amount": 9}],
        "method": "equal-principal", \#(monthly)
        """#, "scheduling.disbursement_outside_term"
      ),
      (
        #"""
        "disbursements": [{"on": "2026-01-10", "amount": 9}, {"on": "2026-03-10", "amount": 0}],
        "method": "equal-principal", \#(monthly)
        """#, "scheduling.disbursement_not_allowed"
      ),
      (
        #"""
        \#(start), "method": "imported", "maturesOn": "2026-12-10",
        "plan": [{"on": "2026-06-10", "principal": 10400}]
        """#, "scheduling.plan_ends_before_maturity"
      ),
      // Interest 104.00 a month; the instalment of 104.88 is brought to 100, which never repays.
      (
        #"""
        \#(start), "method": "equal-installments", "every": "P1M", "count": 480,
        "installmentMultiple": 100
        """#,
        "scheduling.installment_below_interest"
      ),
    ])
  func terms(_ members: String, _ code: String) throws {
    let text = """
      {"terms": {\(members), "annualRatePercent": "12", "basis": "months/12"}}
      """
    #expect(try Self.code(of: try JSONValue(reading: Array(text.utf8))) == code)
  }

  @Test(
    "because members contradict each other or mean nothing together, at the path of one",
    arguments: [
      (#""method": "equal-principal", \#(monthly), "maturesOn": "2027-01-10""#, "count"),
      (
        #"""
        "method": "equal-principal", "every": "P1M", "maturesOn": "2027-01-10",
        "settlementDay": 20, "firstDueOn": "2026-03-20"
        """#, "firstDueOn"
      ),
      (
        #"""
        "method": "equal-principal", "every": "P2W", "maturesOn": "2027-01-10", "settlementDay": 20
        """#, "every"
      ),
      (
        #""method": "equal-principal", \#(monthly), "settlementDayBelongsTo": "next-period""#,
        "settlementDayBelongsTo"
      ),
      (
        #""method": "equal-principal", \#(monthly), "steps": [{"fromNumber": 4, "percent": 120}]"#,
        "steps"
      ),
      (
        #"""
        "method": "equal-principal", \#(monthly), "plan": [{"on": "2027-01-10", "principal": 1}]
        """#, "plan"
      ),
      (#""method": "stepped", \#(monthly), "weights": [1]"#, "weights"),
      (#""method": "seasonal", \#(monthly), "weights": [1, -1]"#, "weights[1]"),
      (#""method": "stepped", \#(monthly), "principalEvery": "P2M""#, "principalEvery"),
      (#""method": "grace-then-equal-installments", \#(monthly)"#, "principalFrom"),
      (#""method": "equal-installments", "maturesOn": "2027-01-10""#, "every"),
      (#""method": "interest-then-principal", "maturesOn": "2027-01-10""#, "every"),
    ])
  func together(_ members: String, _ path: String) throws {
    let text = #"[{"terms": {\#(Self.start), \#(members), "annualRatePercent": "12"}}]"#
    var found: [String] = []
    _ = try Calculation.schedule.answers(to: try JSONValue(reading: Array(text.utf8))) { error in
      switch error as? DocumentError {
      case .missing(let path)?, .notAllowed(let path, _, _)?: found.append(path)
      default: found.append("\(error)")
      }
      return ("", "")
    }
    #expect(found.count == 1 && found[0].hasPrefix("terms.\(path)"), "\(found)")
  }

  @Test("numbers of many digits are refused at once, and zeros at the end read")
  func longNumbers() throws {
    for (amount, code) in [
      ("1." + String(repeating: "0", count: 1_000_000), "calculate.not_allowed"),
      ("1." + String(repeating: "0", count: 59), "calculate.not_allowed"),
      ("1.", nil), ("1.000000", nil), ("100", nil), ("1.001", "calculate.not_allowed"),
      (".00", "calculate.not_allowed"), ("1.0.0", "calculate.not_allowed"),
    ] {
      let terms: JSONValue = [
        "disbursements": [["on": "2026-01-10", "amount": .string(amount)]],
        "method": "at-maturity", "maturesOn": "2027-01-10", "annualRatePercent": "12",
      ]
      // The fastest of three, for other work on the machine.
      let times = try (0..<3).map { _ in
        try ContinuousClock().measure {
          let found = try Self.code(of: ["terms": terms])
          #expect(found == code, "\(amount.prefix(9))")
        }
      }
      #expect(times.contains { $0 < .seconds(2) }, "\(amount.prefix(9)): \(times)")
    }
  }

  @Test("a grace longer than any schedule")
  func grace() {
    let start = Day(number: 20_000)
    var terms = LoanTerms(
      principal: Money(minorUnits: 100), agreedOn: start, startsOn: start, maturesOn: start + 90,
      rate: .fixed(.zero))
    terms.repayment.grace.interest = 10_001
    let error = #expect(throws: SchedulingError.graceNotAllowed(10_001)) { try terms.check() }
    #expect(error?.code == "scheduling.grace_not_allowed")
  }
}
