import Calculations
import Interchange
import Quantities
import Testing

/// Goal: no amount, day or count of a document is too large to be refused by name.
///
/// 92,233,720,368,547,758.07 is the largest amount of 64 bits in fen: 92 quadrillion.
@Suite("Documents beyond the limits")
struct OverflowTests {
  /// A schedule document: one loan in equal instalments, some of its members replaced.
  private static func document(_ changes: [String: JSONValue]) -> JSONValue {
    var members: [String: JSONValue] = [
      "disbursements": [["on": "2025-03-05", "amount": "50000.00"]], "every": "P1M", "count": 12,
      "annualRatePercent": "3.50", "method": "equal-installments", "basis": "months/12",
    ]
    // The maturity and a number of instalments are said one or the other.
    if changes["maturesOn"] != nil { members["count"] = nil }
    for (name, value) in changes { members[name] = value }
    return [
      ["id": "1", "terms": .object(members.sorted { $0.key < $1.key }.map { .init($0, $1) })]
    ]
  }

  private static func lent(_ amounts: JSONValue...) -> [String: JSONValue] {
    let days = ["2025-03-05", "2025-04-01", "2025-04-02"]
    return [
      "disbursements": .array(
        zip(days, amounts).map { ["on": .string($0), "amount": $1] })
    ]
  }

  /// The code of the error that a document is answered with; "none" if it is computed.
  private static func code(_ changes: [String: JSONValue]) throws -> String {
    let answers = try Calculation.schedule.answers(to: document(changes)) { error in
      ((error as? any Explained)?.code ?? "unknown", "")
    }
    guard case .array(let cases) = answers, cases.count == 1 else { return answers.compact }
    guard let error = cases[0]["error"] else { return "none" }
    guard case .string(let code)? = error["code"] else { return error.compact }
    return code
  }

  static let rows: [(changes: [String: JSONValue], code: String)] = [
    (lent("92233720368547758.07"), "calculate.not_allowed"),
    (lent("92233720368547758.08"), "calculate.not_allowed"),
    (lent("-92233720368547758.08"), "calculate.not_allowed"),
    (lent(.number("1e400")), "calculate.not_allowed"),
    (lent("1000000000000000000000000000000000000000000000"), "calculate.not_allowed"),
    (lent("10000000000000.01"), "calculate.not_allowed"),
    (lent("10000000000000.00", "0.01"), "scheduling.principal_too_large"),
    (lent("9999999999999.99", "9999999999999.99"), "scheduling.principal_too_large"),
    (lent("0"), "scheduling.principal_not_positive"),
    (lent("1.00", "-1.00"), "scheduling.principal_not_positive"),
    (lent("1.00", "0"), "scheduling.disbursement_not_allowed"),
    (["maturesOn": "2200-01-01"], "calculate.not_allowed"),
    (["maturesOn": "2199-13-01"], "calculate.not_allowed"),
    (["maturesOn": "1899-12-31"], "calculate.not_allowed"),
    (["maturesOn": "2025-03-05"], "scheduling.maturity_not_after_start"),
    (["every": "P1Y", "count": 175], "calculate.not_allowed"),
    (["every": "P1M", "count": 10_000], "calculate.not_allowed"),
    (["count": 10_001], "calculate.not_allowed"),
    (["count": .number("9223372036854775808")], "calculate.not_allowed"),
    (["every": "P1200M1D"], "calculate.not_allowed"),
    (["annualRatePercent": "100.0000000001"], "calculate.not_allowed"),
    (["annualRatePercent": "-0.01"], "calculate.not_allowed"),
    (["annualRatePercent": "92233720368547758.08"], "calculate.not_allowed"),
    (["installmentMultiple": "92233720368547758.07"], "scheduling.multiple_not_positive"),
    (["installmentMultiple": "92233720368547758.08"], "calculate.not_allowed"),
    (["downPaymentPercent": "100"], "scheduling.down_payment_not_allowed"),
    (
      [
        "method": "plan", "maturesOn": "2026-03-05",
        "plan": [["on": "2025-09-01", "principal": "92233720368547758.07"]],
      ], "scheduling.plan_part_not_positive"
    ),
    (
      ["method": "seasonal", "weights": .array([JSONValue](repeating: .integer(.max), count: 12))],
      "calculate.not_allowed"
    ),
  ]

  @Test("are refused by a code", arguments: 0..<rows.count)
  func refused(index: Int) throws {
    let row = Self.rows[index]
    #expect(try Self.code(row.changes) == row.code, "\(row.changes)")
  }

  @Test("the largest principal, the last day and the highest rate are none of them")
  func largest() throws {
    #expect(try Self.code(Self.lent("10000000000000.00")) == "none")
    #expect(try Self.code(Self.lent("9999999999999.99", "0.01")) == "none")
    #expect(try Self.code(["maturesOn": "2199-12-31", "every": "P1Y"]) == "none")
    #expect(try Self.code(["annualRatePercent": "100"]) == "none")
    #expect(try Self.code(["every": "P1Y", "count": 174]) == "none")
  }
}
