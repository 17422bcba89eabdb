import Fixtures
import Quantities
import Risk
import Testing

/// Goal: the money to come is what falls due, and what is expected of it never more.
///
/// Method: loans by hand, then random ones with a printed seed.
@Suite("The money to come")
struct CashPlanTests {
  private static let certain: Int64 = 1_000_000_000_000

  private static func loan(_ months: [(Int64, Int64, Int64)]) -> CashLoan {
    var loan = CashLoan()
    loan.instalments = months.map { principal, interest, subsidy in
      var instalment = CashLoan.Instalment()
      instalment.principal = Money(minorUnits: principal)
      instalment.interest = Money(minorUnits: interest)
      instalment.subsidy = Money(minorUnits: subsidy)
      return instalment
    }
    loan.principalAhead = loan.instalments.reduce(.zero) { $0 + $1.principal }
    return loan
  }

  @Test("is told month by month, each with what survives")
  func byMonth() {
    var plan = CashPlan()
    // After one month 1 %, after two 3 %, after twelve 10 % have defaulted.
    let probabilities: [Int: Int64] = [1: 10_000_000_000, 2: 30_000_000_000, 12: 100_000_000_000]
    var loan = Self.loan([(10_000, 500, 100), (20_000, 250, 0)])
    loan.principalDue = Money(minorUnits: 1_000)
    loan.interestDue = Money(minorUnits: 15)
    plan.add(loan, curing: 500_000_000_000) { probabilities[$0] ?? 0 }
    // Half of 1,015 is 507.5.
    #expect(plan.soon == 508)
    // 10,500 × 0.99 and 20,250 × 0.97, the latter 19,642.5, half up; 1,015 × 0.9 = 913.5.
    #expect(plan.months[0].contractual == 10_500 && plan.months[0].expected == 10_395)
    #expect(plan.months[1].contractual == 20_250 && plan.months[1].expected == 19_643)
    #expect(plan.months[2] == CashPlan.Flow())
    #expect(plan.arrears.contractual == 1_015 && plan.arrears.expected == 914)
    #expect(plan.whole.principal == 31_000 && plan.whole.subsidy == 100)
  }

  @Test("puts what comes after the last month told in one sum")
  func later() {
    var plan = CashPlan()
    plan.add(Self.loan([(Int64, Int64, Int64)](repeating: (100, 1, 0), count: 30)), curing: 0) {
      _ in 0
    }
    #expect(plan.months.count == 24 && plan.months[23].principal == 100)
    #expect(plan.later.principal == 600 && plan.later.expected == 606)
    #expect(plan.whole.contractual == 3_030 && plan.whole.expected == 3_030)
  }

  @Test("expects no money again that is held already, the first instalments first")
  func covered() {
    var plan = CashPlan()
    var loan = Self.loan([(10_000, 500, 100), (20_000, 250, 0), (0, 70, 0)])
    loan.cover(by: Money(minorUnits: 10_600))
    plan.add(loan, curing: 0) { $0 == 2 ? 100_000_000_000 : 0 }
    #expect(plan.whole.contractual == 30_820 && plan.whole.principal == 30_000)
    // 20,250 less the 100 that were left, × 0.9.
    #expect(plan.months.prefix(3).map(\.expected) == [0, 18_135, 70])
    // More than all: nothing is left to come.
    loan.cover(by: Money(minorUnits: 99_999))
    plan = CashPlan()
    plan.add(loan, curing: 0) { _ in 0 }
    #expect(plan.whole.expected == 0 && plan.whole.contractual == 30_820)
  }

  @Test("expects principal before its time of loans that may be repaid early")
  func early() {
    var plan = CashPlan()
    // One in ten is repaid early in a month: after the first of three, and after the second.
    let loan = Self.loan([(10_000, 300, 0), (10_000, 200, 0), (10_000, 100, 0)])
    plan.add(loan, curing: 0, leaving: 100_000_000_000) { _ in 0 }
    #expect(plan.months.prefix(3).map(\.early) == [2_000, 900, 0])
    // 10,300 + 2,000; (10,200 + 1,000) × 0.9; 10,100 × 0.81.
    #expect(plan.months.prefix(3).map(\.expected) == [12_300, 10_080, 8_181])
    // No principal is lost by it.
    #expect(plan.whole.principal == 30_000)
    let interest = 300 + 180 + 81
    #expect(plan.whole.expected == 30_000 + Int128(interest))
    // Half of the loans default before the second month's payment.
    plan = CashPlan()
    plan.add(loan, curing: 0, leaving: 100_000_000_000) { $0 == 1 ? 0 : 500_000_000_000 }
    #expect(plan.months.prefix(3).map(\.expected) == [12_300, 5_040, 4_091])
  }

  @Test("expects nothing of a loan in default")
  func defaulted() {
    var plan = CashPlan()
    var loan = Self.loan([(10_000, 500, 100)])
    loan.principalDue = Money(minorUnits: 700)
    plan.add(loan, curing: 0) { _ in Self.certain }
    #expect(plan.whole.contractual == 11_200 && plan.whole.expected == 0)
  }

  @Test("adds up, and a riskier loan is never expected to bring more")
  func properties() {
    var random = SplitMix64(seed: 20_260_331)
    print("money to come with seed 20260331")
    for _ in 0..<500 {
      let loans = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        Self.loan(
          (0..<Int.random(in: 0...40, using: &random)).map { _ in
            (
              Int64.random(in: 0...9_999_999, using: &random),
              Int64.random(in: 0...99_999, using: &random),
              Int64.random(in: 0...9_999, using: &random)
            )
          })
      }
      let step = Int64.random(in: 0...20_000_000_000, using: &random)
      func plan(_ loans: [CashLoan], times factor: Int64) -> CashPlan {
        var plan = CashPlan()
        for loan in loans {
          plan.add(loan, curing: step) { min(Self.certain, Int64($0) * step * factor) }
        }
        return plan
      }
      let whole = plan(loans, times: 1)
      #expect(loans.map { plan([$0], times: 1) }.reduce(CashPlan(), +) == whole)
      let principal = loans.flatMap(\.instalments).reduce(Int128(0)) {
        $0 + Int128($1.principal.minorUnits)
      }
      #expect(whole.whole.principal == principal)
      #expect(whole.whole.expected <= whole.whole.contractual)
      #expect(plan(loans, times: 2).whole.expected <= whole.whole.expected)
    }
  }
}
