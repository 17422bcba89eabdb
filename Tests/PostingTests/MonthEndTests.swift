import Accrual
import Fixtures
import LoanProducts
import Posting
import Quantities
import Scheduling
import Servicing
import Testing

/// Goal: what months post adds up to what the claim says, whenever it is asked.
///
/// Method: random lives; at each fact and each month's end the difference to what is posted goes
/// into the books, as the program does it; control accounts are compared with the claim.
@Suite("Month ends")
struct MonthEndTests {
  @Test("posted differences of all months sum to the target, and accounts equal the claim")
  func differences() throws {
    for seed in 5_000_000..<(5_000_000 + 400) as Range<UInt64> {
      let life = try RandomLife(seed: seed)
      if let broken = try live(life, facts: life.facts) { Issue.record("\(broken) in \(life)") }
    }
  }

  /// Runs each month to the end of the life; what does not hold, or nil.
  private func live(_ life: RandomLife, facts: [LoanFact]) throws -> String? {
    var books = Books()
    var accrued = AccrualTarget(interest: .zero, penalty: .zero)
    var moved = Moved()
    var month = life.terms.startsOn.month
    while month <= life.end.month {
      let claim = try Claim(life.contract, facts: facts, through: month.lastDay)
      let transfers =
        Posting.accrual(target: claim.bookTarget, posted: accrued)
        + Posting.moves(target: Moved(claim), posted: moved)
      if transfers.contains(where: { !$0.amount.isPositive || $0.debit == $0.credit }) {
        return "\(month): \(transfers)"
      }
      books.post(transfers)
      accrued = claim.bookTarget
      moved = Moved(claim)
      if let broken = difference(books, claim, life.terms) { return "\(month): \(broken)" }
      let again = Posting.accrual(target: claim.bookTarget, posted: accrued)
      if !again.isEmpty { return "\(month): a second run posts \(again)" }
      month = month + 1
    }
    return nil
  }

  /// The control accounts against the claim, on the books and off them.
  private func difference(_ books: Books, _ claim: Claim, _ terms: LoanTerms) -> String? {
    let accrues = claim.nonAccrual == nil
    let target = claim.accrualTarget
    let expected: [(Account, Money)] = [
      (.loans, claim.bookPrincipal),
      (.interestFromBorrowers, accrues ? claim.interestDue + claim.running.borrower : .zero),
      (.interestFromFinance, target.interest.finance),
      (.interestFromProgrammes, target.interest.programme),
      (.penaltyReceivable, accrues ? claim.penaltyDue : .zero),
      (.credits, -claim.repaid.credit),
      (.settlement, claim.repaid.sum - terms.principal),
      (.suspendedInterest, claim.suspended),
      (.openingBalances, .zero),
    ]
    for (account, balance) in expected where books.balance(account) != balance {
      return "\(account): \(books.balance(account)), not \(balance)"
    }
    let receivable =
      books.balance(.loans) + books.balance(.interestFromBorrowers)
      + books.balance(.penaltyReceivable) + books.balance(.suspendedInterest)
    if receivable != claim.owed { return "books and off them \(receivable), not \(claim.owed)" }
    return books.sum.isZero ? nil : "the books are off by \(books.sum)"
  }

  @Test("a month skipped, or closed before a back-dated payment was known, catches up later")
  func catchesUp() throws {
    for seed in 6_000_000..<(6_000_000 + 300) as Range<UInt64> {
      let life = try RandomLife(seed: seed)
      let middle = life.terms.startsOn + (life.end - life.terms.startsOn) / 2
      let inOrder = try Claim(life.contract, facts: life.facts, through: life.end)
      // Only half the facts were known at the middle; the rest, back-dated or not, came after.
      let early = try Claim(
        life.contract, facts: life.facts.filter { $0.number <= 2 }, through: middle)
      var books = Books()
      let none = AccrualTarget(interest: .zero, penalty: .zero)
      books.post(Posting.accrual(target: early.bookTarget, posted: none))
      books.post(Posting.moves(target: Moved(early), posted: Moved()))
      books.post(Posting.accrual(target: inOrder.bookTarget, posted: early.bookTarget))
      books.post(Posting.moves(target: Moved(inOrder), posted: Moved(early)))
      var straight = Books()
      straight.post(Posting.accrual(target: inOrder.bookTarget, posted: none))
      straight.post(Posting.moves(target: Moved(inOrder), posted: Moved()))
      for account in Account.allCases
      where books.balance(account) != straight.balance(account) {
        Issue.record("\(account) in \(life)")
      }
    }
  }

  @Test("a month's end that is asked for changes nothing of the next")
  func pure() throws {
    let terms = LoanTerms.microcredit(principal: "500.00", rate: "6.00")
    let contract = try LoanContract(terms, market: .none)
    let facts = [LoanFact.disbursement(of: terms)]
    let alone = try Claim(contract, facts: facts, through: "2025-04-30")
    _ = try Claim(contract, facts: facts, through: "2025-03-31")
    #expect(try Claim(contract, facts: facts, through: "2025-04-30") == alone)
    // 500 × 6 % ÷ 12 = 2.50 for the month from 5 March; to 31 March 27 of 31 days: 2.18.
    let march = try Claim(contract, facts: facts, through: "2025-03-31").accrualTarget
    #expect(march.interest.borrower == "2.18")
    #expect(alone.billed.borrower == "2.50")
  }
}
