import Banks
import Fixtures
import Operations
import Origination
import Quantities
import Repositories
import Scheduling
import Servicing
import Testing

/// Goal: reminders, promises, notes and calls are facts that move no money and are told again.
///
/// Method: loans of 36,000.00 that owe 93.00 of interest on 1 August and on 1 September.
@Suite("work on arrears")
struct CollectionWorkTests {
  @Test("a reminder is about all that is due, or the next instalment, or the days that are named")
  func remind() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    let before = try await village.remind(loan, .sms, key: "1")
    #expect(before.dues == ["2025-08-01"] && before.amount == "93.00" && before.isNew)
    try await village.work(on: "2025-09-01")
    let both = try await village.remind(loan, key: "2")
    #expect(both.dues == ["2025-08-01", "2025-09-01"] && both.amount == "186.00")
    let named = try await village.remind(loan, .visit, dues: ["2025-09-01"], key: "3")
    #expect(named.dues == ["2025-09-01"] && named.amount == "93.00")
    let again = try await village.remind(loan, key: "2")
    #expect(!again.isNew && again.factNumber == both.factNumber && again.dues == both.dues)
    let dueDays = try await village.file(loan).signedSchedule.installments.map(\.dueOn)
    await #expect(
      throws: CollectionError.notADueDay("2025-08-02", loan: loan, dueDays: dueDays)
    ) { try await village.remind(loan, dues: ["2025-08-02"], key: "4") }
    let facts = try await village.file(loan).facts.filter { $0.kind == .reminded }
    #expect(facts.map(\.detail.how) == ["sms", "phone", "visit"])
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("where nothing is due or will be there is nothing to remind of")
  func nothing() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.repay(loan, "38000.00")
    await #expect(throws: CollectionError.nothingToRemind(loan: loan, on: "2025-07-01")) {
      try await village.remind(loan)
    }
    await #expect(throws: CollectionError.nothingDue(loan: loan, on: "2025-07-01")) {
      try await village.call(loan, .guarantor("B2"))
    }
    await village.close()
  }

  @Test("a promise is open, kept or broken by what comes in later")
  func promises() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-08-05")
    let first = try await village.promise(loan, "50.00", by: "2025-08-10", key: "1")
    #expect(first.promises.map(\.state) == [.open])
    try await village.promise(loan, "43.00", by: "2025-08-20", key: "2")
    try await village.work(on: "2025-08-09")
    try await village.repay(loan, "60.00")
    try await village.work(on: "2025-08-21")
    let promises = try await village.history(loan).promises(on: "2025-08-21")
    #expect(promises.map(\.state) == [.kept, .broken])
    #expect(promises.map(\.received) == ["50.00", "10.00"])
    let again = try await village.promise(loan, "50.00", by: "2025-08-10", key: "1")
    #expect(!again.isNew && again.factNumber == first.factNumber)
    let allowed: ClosedRange<Day> = "2025-08-21"..."2026-08-22"
    await #expect(
      throws: CollectionError.promisedDayOutsideRange("2025-08-20", allowed: allowed)
    ) { try await village.promise(loan, "1.00", by: "2025-08-20", key: "3") }
    await #expect(
      throws: OperationError.amountOutsideRange(.zero, largest: .largestAmount)
    ) { try await village.promise(loan, .zero, by: "2025-08-22", key: "3") }
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("a repayment that is undone keeps no promise, and a promise that is undone is none")
  func undone() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-08-05")
    let promise = try await village.promise(loan, "93.00", by: "2025-08-06")
    try await village.repay(loan, "93.00", key: "bounced")
    #expect(try await village.history(loan).promises(on: "2025-08-05").map(\.state) == [.kept])
    let payment = try #require(try await village.file(loan).facts.last)
    try await village.serve(loan, .reversed(fact: payment.number))
    try await village.work(on: "2025-08-07")
    #expect(try await village.history(loan).promises(on: "2025-08-07").map(\.state) == [.broken])
    #expect(try await village.sheet().lines.first?.promise?.state == .broken)
    try await village.serve(loan, .reversed(fact: promise.factNumber))
    #expect(try await village.history(loan).promises(on: "2025-08-07").isEmpty)
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("a note has from 1 to 1,000 characters and is told with its day")
  func notes() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.note(loan, "羊下月出栏", key: "1")
    #expect(try await village.note(loan, "羊下月出栏", key: "1").isNew == false)
    for text in ["", String(repeating: "x", count: 1_001)] {
      await #expect(
        throws: CollectionError.textLengthOutsideRange(length: text.count, allowed: 1...1_000)
      ) { try await village.note(loan, text, key: "2") }
    }
    let entries = try await village.history(loan).entries
    #expect(entries.map(\.detail.text) == ["羊下月出栏"])
    #expect(entries.map(\.effectiveOn) == ["2025-07-01"])
    await village.close()
  }

  @Test("a key stands for one request, and only an account officer does this work")
  func rules() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    let fact = try await village.note(loan, "a", key: "k").factNumber
    await #expect(throws: OperationError.keyUsedForAnotherRequest(key: "k", fact: fact)) {
      try await village.note(loan, "b", key: "k")
    }
    await #expect(throws: OperationError.keyUsedForAnotherRequest(key: "k", fact: fact)) {
      try await village.remind(loan, key: "k")
    }
    do {
      _ = try await RecordNote.run(
        NoteRequest(loanNumber: loan, text: "x", on: nil, key: "x"), bank: village.bank,
        caller: Village.cashier, on: village.pool)
      Issue.record("a cashier noted")
    } catch let error as OperationError {
      #expect(error.code == "operation.role_missing")
    }
    await #expect(
      throws: OperationError.dayAfterBusinessDate("2025-07-02", businessDate: "2025-07-01")
    ) { try await village.remind(loan, on: "2025-07-02", key: "y") }
    await village.close()
  }

  @Test("a group is called in equal shares to the fen, and what a member brings goes to the loan")
  func group() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple("B3"))
    await #expect(throws: CollectionError.notInGroup(loan: loan)) {
      try await village.call(loan, .group)
    }
    try await village.makeGroup(of: 8)
    try await village.work(on: "2025-08-15")
    // 93.00 ÷ 7 = 13.2857…: the running sums are rounded, so the shares sum to 93.00.
    let call = try await village.call(loan, .group)
    #expect(call.due == "93.00")
    #expect(call.shares.map(\.reference) == ["B1", "B2", "B4", "B5", "B6", "B7", "B8"])
    #expect(
      call.shares.map(\.amount) == [
        "13.29", "13.28", "13.29", "13.28", "13.29", "13.28", "13.29",
      ])
    #expect(try await village.call(loan, .group).isNew == false)
    var brought = RepaymentRequest(
      loanNumber: loan, amount: "13.29", on: nil, inAdvance: nil, key: "from B1")
    brought.from = PaidBy.group.rawValue
    brought.party = "B1"
    _ = try await RecordRepayment.run(
      brought, bank: village.bank, caller: Village.clara, on: village.pool)
    let fact = try #require(try await village.file(loan).facts.last)
    #expect(fact.detail.from == "group" && fact.detail.party == "B1")
    #expect(try await village.sheet().lines.first?.due.total == "79.71")
    #expect(try await village.sheet().lines.first?.marks == [.called])
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("a guarantor is called for all of it; the borrower is none for himself")
  func guarantor() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple("B3"))
    try await village.work(on: "2025-08-15")
    let call = try await village.call(loan, .guarantor("B9"))
    #expect(call.shares.map(\.reference) == ["B9"] && call.shares.map(\.amount) == ["93.00"])
    await #expect(throws: CollectionError.guarantorIsBorrower("B3")) {
      try await village.call(loan, .guarantor("B3"), key: "2")
    }
    await #expect(throws: OperationError.borrowerUnknown("B99", bank: "wujiaqu")) {
      try await village.call(loan, .guarantor("B99"), key: "2")
    }
    try await village.makeGroup(of: 0)
    try await village.asOwner(
      "UPDATE borrowers SET group_reference = 'G9' WHERE bank_id = 102 AND borrower_id = 3")
    await #expect(throws: CollectionError.groupHasNoOthers(group: "G9")) {
      try await village.call(loan, .group, key: "2")
    }
    await village.close()
  }
}
