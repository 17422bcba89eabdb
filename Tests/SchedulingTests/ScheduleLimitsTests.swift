import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Testing

/// Goal: the largest admitted terms are computed exactly, never trapped on.
@Suite("The limits of a schedule")
struct ScheduleLimitsTests {
  @Test("thirty years of equal instalments: a million at 3.50 % is 4,490.45 a month")
  func thirtyYears() throws {
    // 1,000,000 × r ÷ (1 − (1 + r)^−360), r = 0.035 / 12, = 4,490.4469; the last from the rows.
    let schedule = try LoanTerms.microcredit(
      principal: "1000000.00", from: "2025-03-05", months: 360
    ).schedule()
    #expect(schedule.dropLast().allSatisfy { $0.borrowerTotal == "4490.45" })
    #expect(schedule[359].borrowerTotal == "4488.52")
  }

  @Test("sixty years of the largest principal, to the fen")
  func sixtyYears() throws {
    // Exact fractions: 10^15 fen over 720 months: at 0 % 1,388,888,888,889 fen and at last
    // 1,388,888,888,809; at 3.50 % 3,325,092,030,246 and at last 3,325,092,030,821.
    let largest = LoanTerms.microcredit(principal: .largestAmount, from: "2025-03-05", months: 720)
    let free = try largest.with { $0.rate = .fixed(.zero) }.schedule()
    #expect(free[0].borrowerTotal.minorUnits == 1_388_888_888_889)
    #expect(free[719].borrowerTotal.minorUnits == 1_388_888_888_809)
    let dear = try largest.schedule()
    #expect(dear[0].borrowerTotal.minorUnits == 3_325_092_030_246)
    #expect(dear[719].borrowerTotal.minorUnits == 3_325_092_030_821)
  }

  @Test(
    "the largest principal at 100 % over the longest term, by every method and basis",
    arguments: RepaymentMethod.allCases)
  func largest(method: RepaymentMethod) throws {
    for basis in [InterestBasis.months, .days(.actual360), .days(.actual365), .days(.thirtyE360)] {
      for every in [0, 1, 12] {
        let terms = LoanTerms.lending(
          .largestAmount, at: .largest, from: .first, until: "2199-01-01"
        ).repaid(method, everyMonths: every).counting(basis)
          .subsidised(percent: 100, stopsWhenOverdue: false)
          .with {
            $0.repayment.monthWeights = [Int64](repeating: 1_000_000, count: 12)
            $0.repayment.plan = [PlannedPrincipal(dueOn: "2199-01-01", principal: .largestAmount)]
          }
        // A level payment over centuries is interest to the fen: where days vary from month to
        // month it does not cover a long one, and the terms are refused as unpayable.
        let schedule: [Installment]
        do {
          schedule = try terms.schedule()
        } catch SchedulingError.installmentBelowInterest(_, let installment, let interest) {
          #expect(method.isLevel && basis != .months && installment < interest)
          continue
        }
        #expect(schedule.reduce(.zero) { $0 + $1.principal } == .largestAmount)
        #expect(schedule.allSatisfy { $0.subsidised == $0.interest && !$0.interest.isNegative })
      }
    }
  }

  @Test("random terms repay the principal exactly, in parts never negative (seed 2026)")
  func random() throws {
    for seed in 2026..<(2026 + 1_500) as Range<UInt64> {
      let life = try RandomLife(seed: seed)
      let schedule = try RepaymentSchedule(life.contract).installments
      var balance = life.terms.principal
      var previous = life.terms.startsOn
      for (index, installment) in schedule.enumerated() {
        balance -= installment.principal
        let holds =
          installment.number == index + 1 && installment.balance == balance
          && installment.from == previous && installment.dueOn > previous
          && !installment.principal.isNegative && !installment.balance.isNegative
          && installment.subsidised >= .zero && installment.subsidised <= installment.interest
        if !holds { Issue.record("\(installment) of \(life)") }
        previous = installment.dueOn
      }
      if !balance.isZero || previous != life.terms.maturesOn { Issue.record("\(life)") }
    }
  }

  @Test("random equal instalments are level but for the last (seed 99)")
  func levelIsLevel() throws {
    var random = SplitMix64(seed: 99)
    for _ in 0..<300 {
      let months = Int.random(in: 2...60, using: &random)
      let terms = LoanTerms.microcredit(
        principal: Money(minorUnits: .random(in: 1_000_000...500_000_000, using: &random)),
        rate: AnnualRate(basisPoints: .random(in: 0...2_400, using: &random)),
        from: ("2020-01-01" as Day) + Int.random(in: 0...1_500, using: &random), months: months)
      let schedule = try terms.schedule()
      let payment = schedule[0].borrowerTotal
      #expect(schedule.dropLast().allSatisfy { $0.borrowerTotal == payment }, "\(terms)")
      // Each rounding is half a fen at most, and grows with the balance: 24 % over 60 months less
      // than threefold, so the last is off by less than 3 × (payment + interest) halves.
      let off = schedule[months - 1].borrowerTotal.minorUnits - payment.minorUnits
      #expect(abs(off) <= Int64(months * 3 + 1), "\(terms)")
    }
  }
}

extension RepaymentMethod {
  fileprivate var isLevel: Bool {
    [.equalInstallments, .graceThenEqualInstallments, .stepped].contains(self)
  }
}
