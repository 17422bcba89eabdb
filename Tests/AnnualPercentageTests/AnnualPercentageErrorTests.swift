import AnnualPercentage
import Fixtures
import Quantities
import Testing

@Suite("A credit without a rate is refused")
struct AnnualPercentageErrorTests {
  private typealias Flow = Credit<Day>.Flow

  private static func flow(_ day: Day, _ amount: Money) -> Flow { Flow(at: day, amount: amount) }

  private static func code(
    _ advances: [(Day, Money)], _ payments: [(Day, Money)]
  ) -> String {
    do throws(AnnualPercentageError) {
      let credit = try Credit(
        advances: advances.map { flow($0.0, $0.1) }, payments: payments.map { flow($0.0, $0.1) })
      _ = try EuropeanRate.solve(credit)
      return "none"
    } catch {
      return error.code
    }
  }

  private static let advance: [(Day, Money)] = [("2026-01-10", "100.00")]

  @Test("each error has its case, by descending precedence")
  func codes() throws {
    let many = (0...creditFlowsAllowed).map { (Day(number: Int32($0)), Money("-1.00")) }
    #expect(Self.code(many, []) == "apr.too_many_flows")
    #expect(Self.code([("2026-01-10", "-100.00")], []) == "apr.amount_negative")
    #expect(Self.code([("2026-01-10", "0.00")], []) == "apr.no_advances")
    #expect(Self.code(Self.advance, [("2026-02-10", "0.00")]) == "apr.no_payments")
    for day in ["2026-01-10", "2026-01-09"] as [Day] {
      #expect(
        Self.code(Self.advance, [(day, "101.00")]) == "apr.last_payment_not_after_first_advance")
    }
    #expect(throws: AnnualPercentageError.self) { try UnitPeriod(.month, multiple: 13) }
    do throws(AnnualPercentageError) {
      _ = try UnitPeriod(.semimonth, multiple: 2)
    } catch {
      #expect(error.code == "apr.unit_period_not_allowed")
      #expect(error == .unitPeriodNotAllowed(.semimonth, multiple: 2, allowed: 1...1))
    }
  }

  // With z = 1 + X: −100 z² + 100 z − 100 has no real root. A fee as high as the advance leaves
  // nothing advanced. A hundred millionfold in a day is 10^2922 a year.
  @Test("where no rate solves the equation, or only one beyond all bounds, there is none")
  func noRate() {
    #expect(
      Self.code(
        [("2026-01-10", "100.00")], [("2025-01-10", "100.00"), ("2027-01-10", "100.00")])
        == "apr.no_rate")
    #expect(
      Self.code(Self.advance, [("2026-01-10", "100.00"), ("2027-01-10", "1.00")]) == "apr.no_rate")
    #expect(Self.code(Self.advance, [("2026-01-11", "10000000000.00")]) == "apr.no_rate")
    #expect(Self.code([("2026-01-10", "10000000.00")], [("2026-01-11", "0.01")]) == "apr.no_rate")
  }

  // Ten thousand flows over two centuries, and amounts from a fen to ten trillion.
  @Test("the largest credits end with a rate")
  func largest() throws {
    let payments = (1..<creditFlowsAllowed).map { Self.flow("1900-01-01" + 10 * $0, "0.01") }
    let slow = try Credit(advances: [Self.flow("1900-01-01", "99.99")], payments: payments)
    #expect(try EuropeanRate.solve(slow).rate.text(decimals: 6) == "0.000000")
    let huge = try Credit(
      advances: [Self.flow("1900-01-01", .largestAmount)],
      payments: [Self.flow("2199-12-31", "0.01"), Self.flow("1900-01-01", "0.01")])
    #expect(try EuropeanRate.solve(huge).rate < EuropeanRate.solve(slow).rate)
  }
}
