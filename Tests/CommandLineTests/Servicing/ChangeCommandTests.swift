import Foundation
import Testing

/// Goal: each command of servicing does what it says, shows it first if asked, and needs the
/// officers it should.
///
/// Method: the built program on a database of its own; 3.00 yuan of interest a day.
@Suite("The commands that change a loan")
struct ChangeCommandTests {
  @Test("extend: shown, proposed, confirmed by another officer, and then in force")
  func extend() async throws {
    let desk = try await ServicingDesk()
    let asked = "extend $loan --to 2026-10-01"
    let shown = try desk.run("\(asked) --preview", format: "json")
    #expect(shown.exitCode == 0 && shown.error == "", "\(shown.error)")
    #expect(shown.value("matures_on", of: "before") == "2026-07-01")
    #expect(shown.value("matures_on", of: "after") == "2026-10-01")
    // 365 days at 3.00, then 92 more.
    #expect(shown.value("interest_to_come", of: "before") == "1095.00")
    #expect(shown.value("interest_to_come", of: "after") == "1371.00")
    #expect(shown.value("total_owed", of: "after") == "36003.00")
    #expect(shown.value("proposal") == nil)

    let proposed = try desk.run("\(asked) --reason late --key form-1", format: "json")
    #expect(proposed.exitCode == 0, "\(proposed.error)")
    let proposal = proposed.value("proposal") ?? ""
    #expect(
      proposed.value("confirm_with")
        == "shanhai loan confirm \(desk.loan) \(proposal) --bank wujiaqu")
    let waiting = try desk.run("proposals", format: "csv")
    #expect(waiting.output.contains("\(proposal),\(desk.loan),extended,2025-07-01,,officer,"))
    #expect(waiting.output.contains(",late\n"))
    let unconfirmed = try desk.run("confirm $loan \(proposal)")
    #expect(unconfirmed.exitCode == 1 && unconfirmed.error.contains("[operation.role_missing]"))
    let done = try desk.run("confirm $loan \(proposal)", as: "approver", format: "json")
    #expect(done.exitCode == 0 && done.value("matures_on", of: "after") == "2026-10-01")
    for key in ["interest_to_come", "installments", "next_installment", "next_due_on"] {
      #expect(done.value(key, of: "after") == shown.value(key, of: "after"), "\(key)")
    }
    let again = try desk.run("confirm $loan \(proposal)", as: "approver", format: "json")
    #expect(again.exitCode == 0 && again.value("new") == "false")
    let repeated = try desk.run("\(asked) --reason late --key form-1", format: "json")
    #expect(repeated.exitCode == 0 && repeated.value("proposal") == proposal)
    #expect(repeated.value("new") == "false")
    let second = try desk.run("extend $loan --to 2026-12-01 --key form-2")
    #expect(second.exitCode == 1 && second.error.contains("[servicing.extended_before]"))
  }

  @Test("the bounds of the law are told in both languages, with what is allowed")
  func bounds() async throws {
    let desk = try await ServicingDesk()
    let line = "extend $loan --to 2027-07-02 --key form-1"
    let en = try desk.run(line)
    #expect(en.exitCode == 1 && en.output == "")
    #expect(en.error.contains("2027-07-02") && en.error.contains("2027-07-01"))
    #expect(en.error.hasSuffix(" [servicing.extended_too_far]\n"))
    let zh = try desk.run(line, language: "zh_CN.UTF-8")
    #expect(zh.error.contains("《个人贷款管理办法》，累计展期不超过原期限"))
    let shown = try desk.run(
      "extend $loan --to 2026-10-01 --preview", language: "zh_CN.UTF-8")
    #expect(shown.output.contains("试算（未入账）") && shown.output.contains("变更前后"))
    #expect(shown.output.contains("今后利息") && shown.output.contains("1,371.00"))
    #expect(shown.output.contains("未到期各期"))
  }

  @Test(
    "renew, reschedule, rate: what is proposed is what is confirmed",
    arguments: [
      "renew $loan --to 2027-07-01 --rate 2.50", "rate $loan --percent 2.50",
      "reschedule $loan --method equal-principal --every 3 --to 2026-10-01",
      "reschedule $loan --plan '2025-12-01:16000.00;2026-07-01:20000.00' --method plan",
      "reschedule $loan --every 3 --settlement-day 20 --principal-from 2026-01-01 --restructuring",
      "reschedule $loan --plan <(printf 'due_on,principal\\n2026-07-01,36000\\n') --method plan",
    ])
  func terms(_ words: String) async throws {
    let desk = try await ServicingDesk()
    let shown = try desk.run("\(words) --preview", format: "json")
    #expect(shown.exitCode == 0, "\(shown.error)")
    let proposed = try desk.run("\(words) --key form-1", format: "json")
    #expect(proposed.exitCode == 0, "\(proposed.error)")
    let proposal = proposed.value("proposal") ?? ""
    let done = try desk.run("confirm $loan \(proposal)", as: "approver", format: "json")
    #expect(done.exitCode == 0, "\(done.error)")
    for key in ["interest_to_come", "installments", "next_installment", "matures_on"] {
      #expect(done.value(key, of: "after") == shown.value(key, of: "after"), "\(key)")
    }
  }

  @Test(
    "pause, misuse, charge-costs: one officer, booked at once, once for a key",
    arguments: [
      ("pause $loan --until 2025-10-15", "officer", "next_due_on", "2025-11-01"),
      ("misuse $loan --on 2025-07-11 --until 2025-07-21", "officer", "due", "30.00"),
      ("charge-costs $loan --amount 150", "officer", "total_owed", "36243.00"),
    ])
  func atOnce(_ words: String, officer: String, key: String, value: String) async throws {
    let desk = try await ServicingDesk()
    try desk.work(on: "2025-07-31")
    let shown = try desk.run("\(words) --preview", as: officer, format: "json")
    #expect(shown.value(key, of: "after") == value, "\(shown.output) \(shown.error)")
    let done = try desk.run("\(words) --key form-1", as: officer, format: "json")
    #expect(done.exitCode == 0, "\(done.error)")
    #expect(done.value(key, of: "after") == value && done.value("new") == "true")
    let again = try desk.run("\(words) --key form-1", as: officer, format: "json")
    #expect(again.exitCode == 0 && again.value("new") == "false")
    let other = try desk.run("\(words) --reason x --key form-1", as: officer)
    #expect(other.error.contains("[operation.key_used_for_another_request]"))
    let wrong = try desk.run("\(words) --key form-2", as: "cashier")
    #expect(wrong.error.contains("[operation.role_missing]"))
  }

  @Test("payoff, repay, refund: the quote pays off, and what is too much is given back")
  func payoff() async throws {
    let desk = try await ServicingDesk()
    try desk.work(on: "2025-07-11")
    let quote = try desk.run("payoff $loan", format: "json")
    #expect(quote.exitCode == 0, "\(quote.error)")
    #expect(quote.value("interest", of: "amount") == "30.00")
    #expect(quote.value("total", of: "amount") == "36030.00")
    let later = try desk.run("payoff $loan --on 2025-07-21", format: "json")
    #expect(later.value("total", of: "amount") == "36060.00")
    let paid = try desk.run(
      "repay $loan --amount 36040 --in-advance --key voucher-1", as: "cashier", format: "json")
    #expect(paid.exitCode == 0 && paid.output.contains("\"settled\": true"), "\(paid.error)")
    let much = try desk.run("refund $loan --amount 10.01 --key back-1", as: "cashier")
    #expect(much.error.contains("10.00") && much.error.contains("[servicing.refunded_too_much]"))
    let back = try desk.run(
      "refund $loan --amount 10 --key back-1", as: "cashier", format: "json")
    #expect(back.exitCode == 0, "\(back.error)")
    #expect(back.output.contains("\"debit\": \"224101\"") && back.output.contains("\"10.00\""))
    #expect(try desk.run("payoff $loan").error.contains("[operation.status_not_allowed]"))
    let wrong = try desk.run("refund $loan --amount ten --key back-2", as: "cashier")
    #expect(wrong.error.contains("[field.not_an_amount]"))
  }

  @Test("parties: died, take-over and transfer go on record and move no fen")
  func parties() async throws {
    let desk = try await ServicingDesk()
    for words in [
      "died $loan --key d-1", "take-over $loan --by H2 --key t-1",
      "transfer $loan --to first --key m-1",
    ] {
      let done = try desk.run(words, format: "json")
      #expect(done.exitCode == 0 && !done.output.contains("\"debit\""), "\(done.error)")
    }
    let twice = try desk.run("transfer $loan --to first --key m-2")
    #expect(twice.error.contains("[servicing.branch_already]"))
    let same = try desk.run("take-over $loan --by H2 --key t-2")
    #expect(same.error.contains("[servicing.owed_already]"))
    let list = try desk.run("list", format: "csv")
    #expect(list.output.contains(",first,"))
  }
}
