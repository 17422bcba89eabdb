import Accrual
import Fixtures
import LoanProducts
import Posting
import Quantities
import Scheduling
import Servicing
import Testing

@Suite("Posting")
struct PostingTests {
  func target(_ borrower: Money, _ finance: Money = .zero, penalty: Money = .zero) -> AccrualTarget
  {
    AccrualTarget(
      interest: InterestByPayer(borrower: borrower, finance: finance), penalty: penalty)
  }

  @Test("brings accrued interest from what is posted to the target, payer by payer")
  func accrual() {
    let transfers = Posting.accrual(
      target: target("10.00", "4.00", penalty: "1.50"), posted: target("7.00", "4.00"))
    #expect(
      transfers
        == [
          Transfer(.interest, change: "3.00"), Transfer(.penalty, change: "1.50"),
        ].compactMap { $0 })
    #expect(transfers.map(\.debit) == [.interestFromBorrowers, .penaltyReceivable])
    #expect(transfers.map(\.credit) == [.interestIncome, .penaltyIncome])
  }

  @Test("a negative difference swaps debit and credit and keeps the amount positive")
  func negative() {
    // A graduation recorded late: 684.44 of finance's interest become the borrower's.
    let transfers = Posting.accrual(
      target: target("684.44", "1000.00"), posted: target("0.00", "1684.44"))
    #expect(transfers.map(\.payer) == [.borrower, .finance])
    #expect(transfers.map(\.amount) == ["684.44", "684.44"])
    #expect(transfers.map(\.debit) == [.interestFromBorrowers, .interestIncome])
    #expect(transfers.map(\.credit) == [.interestIncome, .interestFromFinance])
  }

  @Test("nothing is posted for no difference: a second run, a loan at rate zero")
  func nothing() throws {
    #expect(Posting.accrual(target: target("5.00"), posted: target("5.00")).isEmpty)
    #expect(Posting.moves(target: Moved(), posted: Moved()).isEmpty)
    for kind in TransferKind.allCases { #expect(Transfer(kind, change: .zero) == nil) }
    let free = try LoanTerms.microcredit(rate: "0").claim(atEndOf: "2027-12-31")
    #expect(Posting.accrual(target: free.accrualTarget, posted: target("0.00")).isEmpty)
  }

  @Test("provisions rise at the cost of the result and fall in its favour, or nothing is posted")
  func provisions() {
    let rise = Posting.provision(required: "360.00", held: "-100.00")
    #expect(rise?.kind == .provision && rise?.amount == "460.00")
    #expect(rise?.debit == .provisionExpense && rise?.credit == .provisions)
    let fall = Posting.provision(required: "360.00", held: "1080.00")
    #expect(fall?.amount == "720.00")
    #expect(fall?.debit == .provisions && fall?.credit == .provisionExpense)
    #expect(Posting.provision(required: "360.00", held: "360.00") == nil)
  }

  @Test("opening interest and penalty of an imported book stand against the opening balances")
  func opening() {
    let transfers = Posting.accrual(
      target: target("3.00", penalty: "0.50"), posted: target("0.00"), opening: true)
    #expect(transfers.map(\.kind) == [.openingInterest, .openingPenalty])
    #expect(transfers.map(\.debit) == [.interestFromBorrowers, .penaltyReceivable])
    #expect(transfers.allSatisfy { $0.credit == .openingBalances })
    let principal = Transfer(.openingPrincipal, change: "50000.00")
    #expect(principal?.debit == .loans)
    #expect(principal?.credit == .openingBalances)
    let disbursement = Transfer(.disbursement, change: "50000.00")
    #expect(disbursement?.debit == .loans)
    #expect(disbursement?.credit == .settlement)
  }

  @Test("a repayment's transfers move the money received to what it paid")
  func repayment() throws {
    var used: Repaid?
    let terms = LoanTerms.microcredit(
      principal: "1200.00", rate: "6.00", from: "2025-01-10", months: 12
    ).repaid(.equalPrincipal, everyMonths: 1)
    let facts = [LoanFact.disbursement(of: terms), .payment("250.00", on: "2025-03-10")]
    let contract = try LoanContract(terms, market: .none)
    let paidOut = try Claim(contract, facts: facts, through: "2025-03-09")
    let claim = try Claim(
      contract, facts: facts, through: "2025-03-10", observe: { _, change, _ in used = change })
    #expect(used == claim.repaid)
    let transfers = Posting.moves(target: Moved(claim), posted: Moved(paidOut))
    // Interest 11.50, 28 days' penalty 0.70, two parts of 100.00; 37.80 are held.
    #expect(transfers.map(\.kind) == [.principalRepaid, .interestRepaid, .credit, .penaltyRepaid])
    #expect(transfers.map(\.amount) == ["200.00", "11.50", "37.80", "0.70"])
    #expect(transfers.allSatisfy { $0.debit == .settlement })
    #expect(
      transfers.map(\.credit) == [.loans, .interestFromBorrowers, .credits, .penaltyReceivable])
  }

  @Test("what is moved keeps its sums in the order of the kinds")
  func places() {
    for (place, entry) in TransferKind.moved.enumerated() {
      var moved = Moved()
      moved[entry.kind, entry.payer] = "1.00"
      #expect(moved.stored == [Int64](repeating: 0, count: place) + [100])
    }
  }

  @Test("a credit that pays a due moves no money in or out of the settlement account")
  func creditUsed() throws {
    var posted = Moved()
    posted[.credit] = "150.00"
    var target = Moved()
    target[.interestRepaid] = "6.00"
    target[.principalRepaid] = "100.00"
    target[.credit] = "44.00"
    var books = Books()
    books.post(Posting.moves(target: target, posted: posted))
    #expect(books.balance(.settlement) == .zero)
    #expect(books.balance(.credits) == "106.00")
    #expect(books.balance(.loans) == "-100.00")
    #expect(books.balance(.interestFromBorrowers) == "-6.00")
  }

  @Test("codes of accounts and kinds are unique")
  func codes() {
    #expect(Set(Account.allCases.map(\.rawValue)).count == Account.allCases.count)
    #expect(Set(TransferKind.allCases.map(\.rawValue)).count == TransferKind.allCases.count)
  }
}
