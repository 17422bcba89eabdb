import Accrual
import Banks
import CommandLine
import Fixtures
import Foundation
import Operations
import Posting
import Quantities
import Repositories
import Servicing
import Testing

/// Goal: what a borrower is handed equals the claim, the loan's state and the books, to the fen.
///
/// Method: one loan that is paid in part, charged costs, paid too much and late, and has a payment
/// and a reversal undone; the lines are added up in the test, the books account by account.
@Suite("A statement of account on PostgreSQL")
struct StatementViewTests {
  /// 36,000 at 3.00 a day until 1 October; the business date is 31 October, all months accrued.
  private static func troubled(_ village: Village) async throws -> String {
    let loan = try await village.lend(.simple(from: "2025-07-01", until: "2025-10-01"))
    try await village.work(on: "2025-10-31")
    try await village.repay(loan, "50.00", on: "2025-08-01")
    try await village.change(loan, .costsCharged("20.00"), on: "2025-08-10", key: "court")
    try await village.repay(loan, "100.00", on: "2025-08-15")
    try await village.repay(loan, "5.00", on: "2025-08-20")
    let wrong = try #require(try await village.file(loan).facts.last)
    try await village.agree(loan, .reversed(fact: wrong.number))
    for month in ["2025-07", "2025-08", "2025-09", "2025-10"] as [Month] {
      try await village.accrue(month)
    }
    return loan
  }

  /// Debits less credits of the accounts whose codes begin so.
  private static func balance(of account: String, in file: LoanFile) -> Money {
    file.transfers.reduce(.zero) { sum, transfer in
      let debit = transfer.debit.hasPrefix(account) ? transfer.amount : .zero
      let credit = transfer.credit.hasPrefix(account) ? transfer.amount : .zero
      return sum + debit - credit
    }
  }

  @Test("adds up to the claim, to the state and to the books")
  func equal() async throws {
    let village = try await Village.opened()
    let loan = try await Self.troubled(village)
    let statement = try await village.statement(loan)
    let closing = statement.account.closing
    let claim = try #require(statement.file.claim)
    // Costs 20.00 and interest 43.00 out of the 100.00 leave 37.00, which pay part of September's.
    #expect(closing.owed.principal == "36000.00" && closing.owed.interest == "146.00")
    // 31 nights of October at 4.50.
    #expect(closing.owed.penalty == "139.50" && closing.owed.costs == .zero)
    #expect(closing.balance == "36285.50" && claim.totalOwed == closing.balance)

    var sum = statement.account.opening.balance
    for line in statement.lines {
      sum += line.movement?.change ?? .zero
      #expect(line.balance == sum)
    }
    #expect(sum == closing.balance && statement.account.opening.balance == .zero)

    let state = statement.file.state
    #expect(state.outstanding == closing.owed.principal)
    #expect(state.moved == Moved(claim))
    func books(_ account: Account) -> Money {
      Self.balance(of: account.rawValue, in: statement.file)
    }
    #expect(books(.loans) == closing.owed.principal && state.bookPrincipal == books(.loans))
    #expect(books(.interestFromBorrowers) == closing.owed.interest + claim.running.borrower)
    #expect(books(.penaltyReceivable) == closing.owed.penalty + closing.owed.compound)
    #expect(books(.costsReceivable) == closing.owed.costs && -books(.credits) == closing.credit)
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("goes on where the one before ended, and shows what was undone without counting it")
  func parts() async throws {
    let village = try await Village.opened()
    let loan = try await Self.troubled(village)
    let whole = try await village.statement(loan)
    let first = try await village.statement(loan, until: "2025-08-31")
    let second = try await village.statement(loan, from: "2025-09-01")
    #expect(first.account.closing == second.account.opening)
    #expect(first.lines + second.lines == whole.lines)
    #expect(second.account.opening.credit == "37.00")

    let undone = try #require(whole.lines.first { $0.reversedBy != nil })
    let reversal = try #require(whole.lines.first { $0.fact?.kind == .reversed })
    #expect(undone.fact?.amount == "5.00" && undone.reversedBy == reversal.fact?.number)
    #expect(undone.movement == nil && reversal.movement == nil)
    #expect(undone.on == "2025-08-20")
    let words = StatementWords(whole.file.bank.currency)
    #expect(
      words.phrase(undone).en
        == "repaid: 5.00, undone by fact \(reversal.fact?.number ?? 0), not counted")
    let texts = whole.lines.map { words.phrase($0).zh }
    #expect(texts.contains("还款：费用 20.00，利息 43.00，预收 37.00"))
    #expect(texts.contains("第 2 期到期：本金 0.00，利息 93.00"))
    #expect(texts.contains("预收款抵扣：利息 37.00") && texts.contains("罚息"))

    // The reversal undone in its turn: the payment counts again.
    try await village.agree(
      loan, .reversed(fact: try #require(reversal.fact?.number)))
    let again = try await village.statement(loan, until: "2025-08-31")
    #expect(again.account.closing.credit == "42.00")
    #expect(again.lines.contains { $0.fact?.amount == "5.00" && $0.movement != nil })
    await village.close()
  }

  @Test("is refused for a loan not paid out, days the wrong way round, and the future")
  func refusals() async throws {
    let village = try await Village.opened()
    let applied = try await village.apply(.simple())
    func code(_ body: () async throws -> LoanStatement) async -> String? {
      await #expect(throws: ViewError.self) { _ = try await body() }?.code
    }
    #expect(await code { try await village.statement(applied) } == "view.not_disbursed")
    let loan = try await village.lend(.simple("B2"))
    #expect(
      await code { try await village.statement(loan, from: "2025-07-02", until: "2025-07-01") }
        == "view.days_reversed")
    #expect(
      await code { try await village.statement(loan, until: "2025-07-02") }
        == "view.day_after_business_date")
    await village.close()
  }

  @Test("prints as a page on its own, with what people are called told as it is")
  func page() async throws {
    let village = try await Village.opened()
    let loan = try await Self.troubled(village)
    try await village.asOwner(
      "UPDATE borrowers SET name = '<b>&\"x\"</b>' WHERE bank_id = 102 AND reference = 'B1'")
    let statement = try await village.statement(loan)
    let page = StatementPage(statement, reveal: true, language: .zh).text
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">"))
    #expect(page.contains("&lt;b&gt;&amp;&quot;x&quot;&lt;/b&gt;") && !page.contains("<b>"))
    #expect(page.contains("贷款对账单") && page.contains(loan) && page.contains("银行（盖章）"))
    #expect(page.contains("36,285.50 CNY　大写：人民币叁万陆仟贰佰捌拾伍元伍角整"))
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("<script"))
    #expect(Self.unbalanced(page) == [])
    let masked = StatementPage(statement, reveal: false, language: .en).text
    #expect(masked.contains("<dd>&lt;*</dd>") && !masked.contains("&quot;x&quot;"))
    #expect(masked.contains("Loan statement") && masked.contains("Bank (seal):"))
    #expect(masked.contains("<html lang=\"en\">") && Self.unbalanced(masked) == [])
    // Each amount of the last column is one of the lines' balances.
    for line in statement.lines {
      #expect(page.contains(">\(statement.file.bank.currency.grouped(line.balance))<"))
    }
    await village.close()
  }

  /// The tags of a page that don't close in the order in which they were opened.
  private static func unbalanced(_ page: String) -> [String] {
    var open: [Substring] = []
    var wrong: [String] = []
    for piece in page.split(separator: "<").dropFirst() {
      let tag = piece.prefix { $0 != ">" && $0 != " " }
      if tag.hasPrefix("!") || tag == "meta" { continue }
      guard tag.hasPrefix("/") else {
        open.append(tag)
        continue
      }
      if open.last == tag.dropFirst() { open.removeLast() } else { wrong.append("\(tag)") }
    }
    return wrong + open.map(String.init)
  }
}
