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
