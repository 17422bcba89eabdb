import Foundation
import Testing

/// Goal: losses and corrections take two officers, decrees an approver; help teaches.
@Suite("The commands of loss, correction and decree")
struct LossCommandTests {
  @Test("waive, write-off, reverse: proposed, confirmed, shown as booked; decline turns down")
  func loss() async throws {
    let desk = try await ServicingDesk()
    try desk.work(on: "2025-08-01")
    func agree(_ words: String, _ key: String) throws -> Program.Result {
      let shown = try desk.run("\(words) --preview", format: "json")
      #expect(shown.exitCode == 0, "\(shown.error)")
      let proposed = try desk.run("\(words) --key \(key)", format: "json")
      let proposal = proposed.value("proposal") ?? ""
      let done = try desk.run("confirm $loan \(proposal)", as: "approver", format: "json")
      #expect(done.exitCode == 0, "\(done.error)")
      #expect(done.value("total_owed", of: "after") == shown.value("total_owed", of: "after"))
      return done
    }
    let waived = try agree("waive $loan --charge interest --amount 43", "w-1")
    #expect(waived.value("total_owed", of: "after") == "36053.00")
    #expect(waived.output.contains("interest-waived"))
    let written = try agree("write-off $loan --amount 6000 --reason poor", "wo-1")
    #expect(written.output.contains("\"debit\": \"1304\""))
    let fact = waived.value("fact") ?? ""
    let undone = try agree("reverse $loan --fact \(fact)", "r-1")
    #expect(undone.value("total_owed", of: "after") == "36096.00")
    let twice = try desk.run("reverse $loan --fact \(fact) --key r-2")
    #expect(twice.error.contains("[operation.fact_reversed_already]"))
    let back = try agree("reverse $loan --fact \(undone.value("fact") ?? "")", "r-3")
    #expect(back.value("total_owed", of: "after") == "36053.00")

    let asked = try desk.run("rate $loan --percent 2 --key q-1", format: "json")
    let proposal = asked.value("proposal") ?? ""
    let declined = try desk.run(
      "decline $loan \(proposal) --reason no", as: "approver", format: "csv")
    #expect(declined.output.hasSuffix("\(desk.loan),\(proposal),yes\n"))
    let late = try desk.run("confirm $loan \(proposal)", as: "approver")
    #expect(late.exitCode == 1 && late.error.contains("[operation.proposal_decided]"))
    #expect(try desk.run("proposals $loan", format: "csv").output.split(separator: "\n").count == 1)
  }

  @Test("a decree pauses all loans of a place at once, by an approver, and reports by loan")
  func decree() async throws {
    let desk = try await ServicingDesk(loans: 3)
    let words = "pause --all --division 659004 --line industry --until 2025-10-15"
    let shown = try desk.run("\(words) --preview", as: "approver", format: "csv")
    #expect(shown.exitCode == 0 && shown.output.split(separator: "\n").count == 4, "\(shown.error)")
    #expect(try desk.run("\(words) --key hail").error.contains("[operation.role_missing]"))
    let done = try desk.run("\(words) --key hail", as: "approver", format: "csv")
    let rows = done.output.split(separator: "\n").dropFirst()
    #expect(done.exitCode == 0 && rows.allSatisfy { $0.contains(",yes,2025-11-01,") })
    let again = try desk.run("\(words) --key hail", as: "approver", format: "csv")
    #expect(again.output.split(separator: "\n").dropFirst().allSatisfy { $0.contains(",no,") })
    let early = try desk.run(
      "pause --all --division 659004 --until 2025-10-15 --on 2025-06-01 --key early",
      as: "approver", format: "csv")
    #expect(early.exitCode == 1 && early.output.contains("servicing.fact_before_start"))
    #expect(early.error.hasSuffix(" [servicing.loans_refused]\n"))
    let student = try desk.run("state-waiver $loan --year 2025 --key w-1")
    #expect(student.error.contains("[servicing.not_a_students]"))
    let graduated = try desk.run("graduate $loan --on 2027-06-30 --key g-1")
    #expect(graduated.error.contains("[servicing.not_a_students]"))
    let none = try desk.run(
      "state-waiver --all --year 2025 --key w-2", as: "approver", format: "csv")
    #expect(none.exitCode == 0 && none.output.split(separator: "\n").count == 1)
  }

  @Test(
    "wrong arguments end with 2 and say what is missing",
    arguments: [
      ("extend $loan --to 2026-10-01", "--key"),
      ("pause --all --until 2025-10-15 --key k", "--division"),
      ("pause --until 2025-10-15 --key k", "--all"), ("reschedule $loan --key k", "--plan"),
      ("waive $loan --charge fees --amount 1 --key k", "charge"),
      ("rate $loan --percent x --key k", "percent"),
    ])
  func usage(_ words: String, _ hint: String) async throws {
    let result = try Program.shell("loan=1; $shanhai loan \(words) --bank x", ["LANG": "en"])
    #expect(result.exitCode == 2 && result.output == "")
    #expect(result.error.contains(hint), "\(result.error)")
  }

  @Test(
    "each command's help shows an example of itself, in both languages",
    arguments: [
      "extend", "renew", "reschedule", "rate", "pause", "graduate", "state-waiver", "misuse",
      "charge-costs", "refund", "payoff", "waive", "write-off", "died", "take-over", "transfer",
      "reverse", "confirm", "decline", "proposals",
    ])
  func help(_ command: String) throws {
    for language in ["en", "zh_CN.UTF-8"] {
      let result = try Program.shell("$shanhai loan \(command) --help", ["LANG": language])
      #expect(result.exitCode == 0)
      #expect(result.output.contains("shanhai loan \(command) "))
      #expect(result.output.contains(language == "en" ? "For example:" : "例："))
    }
  }
}
