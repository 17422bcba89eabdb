import Fixtures
import Quantities
import Servicing
import Testing

/// Goal: one payment for several loans goes where the Civil Code sends it, to the fen.
///
/// Method: A owes 106.00 of 10 February and 105.50 of 10 March, B 50.00 of 20 February, C 53.00 of
/// 10 February; then random debts, of which only the sums are told.
@Suite("One payment for several loans")
struct DebtSplitTests {
  let debts = [
    DebtDue(
      loanNumber: "A",
      amounts: [
        DatedAmount(on: "2025-02-10", amount: "106.00"),
        DatedAmount(on: "2025-03-10", amount: "105.50"),
      ]),
    DebtDue(loanNumber: "B", amounts: [DatedAmount(on: "2025-02-20", amount: "50.00")]),
    DebtDue(loanNumber: "C", amounts: [DatedAmount(on: "2025-02-10", amount: "53.00")]),
    DebtDue(loanNumber: "D", amounts: []),
  ]

  @Test("goes to what fell due first, of one day in proportion")
  func oldestFirst() {
    // 100.00 × 106 ÷ 159 = 66.666…, 100.00 × 53 ÷ 159 = 33.333….
    let short = DebtSplit("100.00", over: debts, named: [])
    #expect(short.parts == ["A": "66.67", "C": "33.33"] && short.rest == .zero)
    let more = DebtSplit("219.00", over: debts, named: [])
    #expect(more.parts == ["A": "116.00", "B": "50.00", "C": "53.00"] && more.rest == .zero)
  }

  @Test("goes to the loans that are named first, in their order")
  func named() {
    let split = DebtSplit("110.00", over: debts, named: ["B", "C", "B"])
    #expect(split.parts == ["B": "50.00", "C": "53.00", "A": "7.00"])
    #expect(DebtSplit("20.00", over: debts, named: ["B"]).parts == ["B": "20.00"])
    #expect(DebtSplit("20.00", over: debts, named: ["D"]).parts["D"] == nil)
  }

  @Test("leaves what is more than all that is due")
  func rest() {
    let split = DebtSplit("400.00", over: debts, named: ["A"])
    #expect(split.parts == ["A": "211.50", "B": "50.00", "C": "53.00"] && split.rest == "85.50")
    #expect(DebtSplit("1.00", over: [], named: []).rest == "1.00")
  }

  @Test("sums to the payment, and no loan gets more than it owes", arguments: 1...200)
  func random(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    func number(_ most: Int64) -> Int64 { Int64(random.next() % UInt64(most)) }
    let debts = (0..<(1 + number(8))).map { loan in
      DebtDue(
        loanNumber: "\(loan)",
        amounts: (0..<number(4)).map { day in
          DatedAmount(
            on: Day(number: Int32(20_000 + day)), amount: Money(minorUnits: number(9_999)))
        })
    }
    let total = Money(minorUnits: 1 + number(60_000))
    let named = debts.map(\.loanNumber).filter { _ in number(4) == 0 }
    let split = DebtSplit(total, over: debts, named: named)
    #expect(split.parts.values.reduce(split.rest, +) == total)
    for debt in debts {
      let due = debt.amounts.reduce(Money.zero) { $0 + $1.amount }
      #expect((split.parts[debt.loanNumber] ?? .zero) <= due)
      if split.rest.isPositive { #expect((split.parts[debt.loanNumber] ?? .zero) == due) }
    }
  }
}
