import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Servicing
import Testing

/// Goal: a statement says what the claim says, line by line.
///
/// Method: one loan worked out by hand; random lives, whose lines are added up in the test and
/// compared with claims that are made anew for the days before and after.
@Suite("A statement of account")
struct StatementTests {
  private static func statement(
    _ terms: LoanTerms, _ facts: [LoanFact], from first: Day? = nil, through last: Day
  ) throws -> AccountStatement {
    try AccountStatement(
      LoanContract(terms, market: .lpr), facts: [.disbursement(of: terms)] + facts, from: first,
      through: last)
  }

  /// `2025-06-20 due 1: 383.33 ; balance`, in minor units.
  private static func lines(_ statement: AccountStatement) -> [String] {
    statement.movements.map { line in
      let kind: String
      switch line.kind {
      case .fellDue(let numbers, let principal):
        kind = "due \(numbers) \(principal.minorUnits)"
      case .interestBilled: kind = "interest"
      case .penaltyAccrued: kind = "penalty"
      case .compoundAccrued: kind = "compound"
      case .creditUsed: kind = "credit"
      case .fact(let number): kind = "fact \(number)"
      }
      return "\(line.on) \(kind): +\(line.charged.sum.minorUnits) "
        + "-\(line.settled.sum.minorUnits) credit \(line.credit.minorUnits) "
        + "= \(line.balance.minorUnits)"
    }
  }

  /// 36,000 at 3 % by days of a year of 360: 3.00 a day; penalty at 150 %: 4.50 a day.
  private static let simple = LoanTerms.lending(
    "36000.00", at: "3.00", from: "2025-07-01", until: "2025-09-01"
  ).repaid(.interestThenPrincipal, everyMonths: 1)

  @Test("has a line for all that was charged and settled, worked out by hand")
  func byHand() throws {
    let facts: [LoanFact] = [
      .payment("100.00", on: "2025-07-20"),
      .payment("50.00", on: "2025-08-10", number: 3),
      .fact(.costsCharged, on: "2025-09-03", amount: "20.00", number: 4),
      .payment("36000.00", on: "2025-09-05", number: 5),
      .fact(.waived(.penalty), on: "2025-09-06", amount: "0.01", number: 6),
    ]
    let statement = try Self.statement(Self.simple, facts, through: "2025-09-30")
    #expect(
      Self.lines(statement) == [
        "2025-07-01 fact 1: +3600000 -0 credit 0 = 3600000",
        "2025-07-20 fact 2: +0 -0 credit 10000 = 3590000",
        // 31 days at 3.00, paid out of the 100.00.
        "2025-08-01 due [1] 0: +9300 -0 credit 0 = 3599300",
        "2025-08-01 credit: +0 -9300 credit -9300 = 3599300",
        "2025-08-10 fact 3: +0 -0 credit 5000 = 3594300",
        "2025-09-01 due [2] 3600000: +9300 -0 credit 0 = 3603600",
        "2025-09-01 credit: +0 -5700 credit -5700 = 3603600",
        // The nights of 1 and 2 September.
        "2025-09-02 penalty: +900 -0 credit 0 = 3604500",
        "2025-09-03 fact 4: +2000 -0 credit 0 = 3606500",
        "2025-09-04 penalty: +900 -0 credit 0 = 3607400",
        // Costs 20.00, interest 36.00, penalty 18.00, the rest principal: 74.00 are left of it.
        "2025-09-05 fact 5: +0 -3600000 credit 0 = 7400",
        // 74.00 at 4.50 % a night is 0.00925, then 0.0185 in all.
        "2025-09-05 penalty: +1 -0 credit 0 = 7401",
        "2025-09-06 fact 6: +0 -1 credit 0 = 7400",
        "2025-09-30 penalty: +23 -0 credit 0 = 7423",
      ])
    #expect(statement.closing.balance.minorUnits == 7_423)
  }

  @Test("adds up to the claim at each end, whatever happened", arguments: 1...60)
  func random(_ block: Int) throws {
    for seed in UInt64(block * 25)..<UInt64(block * 25 + 25) {
      let life = try RandomLife(seed: seed)
      let start = life.terms.startsOn
      let whole = try AccountStatement(
        life.contract, facts: life.facts, from: nil, through: life.end)
      try Self.check(whole, life)
      let length = life.end - start
      let first = start + length / 3
      let last = start + length * 2 / 3
      let part = try AccountStatement(
        life.contract, facts: life.facts, from: first, through: last)
      try Self.check(part, life)
      #expect(
        part.opening
          == BorrowerAccount(
            try Claim(life.contract, facts: life.facts, through: first - 1)), "\(life)")
    }
  }

  @Test("adds up through draws, new rates, waivers, compound interest, misuse and graduations")
  func changes() throws {
    var count = 0
    for seed in 9_200_000..<(9_200_000 + 500) as Range<UInt64> {
      let life = try RandomChanges(seed: seed)
      guard
        let statement = try? AccountStatement(
          life.contract, facts: life.facts, from: nil, through: life.end)
      else { continue }
      count += 1
      try Self.checkSums(
        statement, try Claim(life.contract, facts: life.facts, through: life.end), "\(life)")
      let middle = life.contract.terms.startsOn + 40
      let rest = try AccountStatement(
        life.contract, facts: life.facts, from: middle, through: life.end)
      try Self.checkSums(rest, statement.claim, "\(life)")
      // The first day breaks a line of what accrues; all others are the same.
      #expect(
        rest.movements.filter { !$0.isAccrual }
          == statement.movements.filter { !$0.isAccrual && $0.on >= middle }, "\(life)")
    }
    #expect(count > 400)
  }

  private static func check(_ statement: AccountStatement, _ life: RandomLife) throws {
    let claim = try Claim(life.contract, facts: life.facts, through: statement.days.upperBound)
    try checkSums(statement, claim, "\(life)")
    for fact in life.facts where statement.days.contains(fact.effectiveOn) {
      let lines = statement.movements.filter { $0.kind == .fact(fact.number) }
      let moved = lines.reduce(Money.zero) { $0 + $1.settled.sum + $1.credit + $1.charged.sum }
      #expect(lines.count == 1 && moved == fact.amount, "\(life)")
    }
  }

  /// The lines lead from the opening account to that of a claim made anew.
  private static func checkSums(
    _ statement: AccountStatement, _ claim: Claim, _ life: Comment
  ) throws {
    #expect(statement.claim == claim, life)
    var owed = statement.opening.owed
    var settled = statement.opening.settled
    var credit = statement.opening.credit
    var balance = statement.opening.balance
    for line in statement.movements {
      owed = owed + line.charged - line.settled
      settled = settled + line.settled
      credit += line.credit
      balance += line.charged.sum - line.settled.sum - line.credit
      #expect(line.balance == balance, life)
      #expect(statement.days.contains(line.on), life)
    }
    let end = BorrowerAccount(claim)
    #expect(owed == end.owed && settled == end.settled && credit == end.credit, life)
    #expect(owed.principal == claim.principal && owed.interest == claim.interestDue, life)
    #expect(owed.penalty == claim.penaltyDue && credit == claim.repaid.credit, life)
    let order = zip(statement.movements, statement.movements.dropFirst())
    #expect(order.allSatisfy { $0.on <= $1.on }, life)
  }

  @Test("leaves out what was undone, as if it had never been")
  func reversed() throws {
    let facts: [LoanFact] = [
      .payment("100.00", on: "2025-07-20"),
      .fact(.reversed(2), on: "2025-07-21", number: 3),
    ]
    let with = try Self.statement(Self.simple, facts, through: "2025-08-31")
    let without = try Self.statement(Self.simple, [], through: "2025-08-31")
    #expect(with.movements == without.movements)
  }

  @Test("begins an imported loan with its takeover")
  func imported() throws {
    let taken: [LoanFact] = [
      .fact(.imported(paidToOn: "2025-07-01"), on: "2025-08-15", number: 1),
      .payment("93.00", on: "2025-08-20"),
    ]
    let statement = try AccountStatement(
      LoanContract(Self.simple, market: .lpr), facts: taken, from: nil, through: "2025-08-31")
    #expect(
      Self.lines(statement) == [
        "2025-08-15 fact 1: +3609300 -0 credit 0 = 3609300",
        "2025-08-20 fact 2: +0 -9300 credit 0 = 3600000",
      ])
  }

  @Test("of what fell due is the schedule, while nothing else happens")
  func fallenDue() throws {
    for seed in UInt64(1)...200 {
      let life = try RandomLife(seed: seed)
      let fallen = try FallenDue(
        life.contract, facts: [.disbursement(of: life.terms)], through: life.terms.maturesOn)
      let schedule = try RepaymentSchedule(life.contract).installments
      #expect(fallen.installments.map(\.dueOn) == schedule.map(\.dueOn), "\(life)")
      #expect(fallen.installments.map(\.principal) == schedule.map(\.principal), "\(life)")
      #expect(fallen.installments.map(\.number) == schedule.map(\.number), "\(life)")
      #expect(fallen.installments.map(\.balance) == schedule.map(\.balance), "\(life)")
      #expect(
        fallen.billedOn.allSatisfy { day in schedule.contains { $0.dueOn == day } }, "\(life)")
    }
  }
}

extension AccountMovement {
  /// Whether the line is of what accrues from day to day.
  fileprivate var isAccrual: Bool { kind == .penaltyAccrued || kind == .compoundAccrued }
}
