import Banks
import CommandLine
import Fixtures
import Interchange
import Operations
import Origination
import Quantities
import Repositories
import Servicing
import TestDatabase
import Testing

/// Goal: a round's sheet tells what settles each loan on its day, and comes back as a file.
///
/// Method: loans of 36,000.00 that owe 93.00 on 1 August and on 1 September, 90.00 on 1 October.
@Suite("collection rounds")
struct RoundTests {
  @Test("a sheet holds what is due by its day, by village and borrower, with sums")
  func sheet() async throws {
    let village = try await Village.opened()
    let second = try await village.lend(.simple("B2"))
    let first = try await village.lend(.simple("B1"))
    let paid = try await village.lend(.simple("B3"))
    try await village.asOwner(
      "UPDATE borrowers SET division_code = '650100' WHERE bank_id = 102 AND borrower_id = 2")
    try await village.work(on: "2025-08-15")
    try await village.repay(paid, "93.00")
    try await village.promise(first, "93.00", by: "2025-08-31")
    try await village.note(first, "不在家")
    let sheet = try await village.sheet(on: "2025-09-01")
    #expect(sheet.lines.map(\.loanNumber) == [second, first, paid])
    let line = sheet.lines[1]
    #expect(line.due.total == "186.00" && line.due.overdueDays == 31)
    #expect(line.due.today.interest == "93.00")
    #expect(line.promise?.state == .broken && line.note?.detail.text == "不在家")
    #expect(sheet.lines[2].due.total == "93.00" && sheet.lines[2].due.overdueDays == 0)
    let table = CollectionSheetPage(sheet, reveal: false).text(.table)
    #expect(table.contains("示*") && !table.contains("示例") && table.contains("465.00"))
    #expect(CollectionSheetPage(sheet, reveal: true).text(.csv).contains("示例"))
    #expect(try await village.sheet { $0.village = "6501" }.lines.map(\.loanNumber) == [second])
    try await village.asOwner(
      "UPDATE borrowers SET village = '东村' WHERE bank_id = 102 AND borrower_id = 1")
    let east = try await village.sheet { $0.village = "东村" }
    #expect(east.lines.map(\.loanNumber) == [first] && east.lines[0].village == "东村")
    #expect(try await village.sheet { $0.officer = "anna" }.lines.count == 2)
    #expect(try await village.sheet { $0.officer = "boris" }.lines.isEmpty)
    #expect(try await village.sheet { $0.branch = "head" }.lines.isEmpty)
    await village.close()
  }

  @Test("a sheet is refused for days gone by, far away, and for what nobody knows")
  func refusals() async throws {
    let village = try await Village.opened()
    let allowed: ClosedRange<Day> = "2025-07-01"..."2026-07-02"
    for day in ["2025-06-30", "2026-07-03"] as [Day] {
      await #expect(throws: CollectionError.roundDayOutsideRange(day, allowed: allowed)) {
        try await village.sheet(on: day)
      }
    }
    for digits in ["6", "6590041", ""] {
      await #expect(throws: CollectionError.divisionMalformed(digits)) {
        try await village.sheet { $0.village = digits }
      }
    }
    await #expect(throws: CollectionError.villageUnknown("65x", known: [])) {
      try await village.sheet { $0.village = "65x" }
    }
    await #expect(throws: OperationError.branchUnknown("third", known: ["head", "first"])) {
      try await village.sheet { $0.branch = "third" }
    }
    await #expect(throws: OperationError.officerUnknown("nobody", bank: "wujiaqu")) {
      try await village.sheet { $0.officer = "nobody" }
    }
    await #expect(throws: CollectionError.daysAheadOutsideRange(367, allowed: 0...366)) {
      _ = try await ListReminders.run(
        RoundScope(), ahead: 367, bank: village.bank, on: village.pool)
    }
    await village.close()
  }

  @Test("reminders name what is overdue, due and coming, and when the borrower was last reminded")
  func reminders() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-08-31")
    try await village.remind(loan, .visit)
    let list = try await ListReminders.run(
      RoundScope(), ahead: 31, bank: village.bank, on: village.pool)
    #expect(list.lines.map(\.dueOn) == ["2025-08-01", "2025-09-01", "2025-10-01"])
    #expect(list.lines.map(\.daysLate) == [30, -1, -31])
    #expect(list.lines.map(\.total) == ["93.00", "93.00", "90.00"])
    #expect(list.lines.allSatisfy { $0.lastReminder?.detail.how == "visit" })
    #expect(list.lines.allSatisfy { $0.officer == "anna" })
    let today = try await ListReminders.run(
      RoundScope(), ahead: 0, bank: village.bank, on: village.pool)
    #expect(today.lines.map(\.dueOn) == ["2025-08-01"])
    await village.close()
  }

  @Test("a member's default leaves the others' loans as they are, and marks them to be assessed")
  func assess() async throws {
    let village = try await Village.opened()
    try await village.makeGroup(of: 5)
    let bad = try await village.lend(.simple("B1"))
    let good = try await village.lend(.simple("B2"))
    let stranger = try await village.lend(.simple("B9"))
    try await village.work(on: "2025-10-30")
    try await village.repay(good, "276.00")
    try await village.repay(stranger, "276.00")
    #expect(try await village.sheet().lines.map(\.marks) == [[]])
    try await village.work(on: "2025-10-31")
    let lines = try await village.sheet().lines
    #expect(lines.map(\.loanNumber) == [bad, good])
    #expect(lines.map(\.due.overdueDays) == [91, 0])
    #expect(lines.map(\.marks) == [[], [.assess]])
    #expect(try await village.file(good).state.isRestructured == false)
    await village.close()
  }

  @Test("costs, a death, a takeover and a write-off stand on the sheet, and money still comes in")
  func marks() async throws {
    let village = try await Village.opened()
    let costly = try await village.lend(.simple("B1"))
    let taken = try await village.lend(.simple("B2"))
    let lost = try await village.lend(.simple("B3"))
    try await village.serve(costly, .costsCharged("50.00"))
    let early = try await village.sheet()
    #expect(early.lines.map(\.due.costs) == ["50.00"] && early.lines.map(\.due.total) == ["50.00"])
    let reminders = try await ListReminders.run(
      RoundScope(), ahead: 0, bank: village.bank, on: village.pool)
    #expect(reminders.lines.map(\.charges) == ["50.00"])
    try await village.work(on: "2025-08-15")
    try await village.serve(taken, .died)
    try await village.serve(taken, .takenOver(by: "B9"))
    try await village.serve(lost, .writtenOff(nil))
    let lines = try await village.sheet().lines
    #expect(lines.map(\.loanNumber) == [costly, lost, taken])
    #expect(lines.map(\.due.total) == ["143.00", "93.00", "93.00"])
    #expect(lines.map(\.borrower.reference) == ["B1", "B3", "B9"])
    #expect(lines.map(\.marks) == [[], [.writtenOff], [.died, .takenOver]])
    try await village.note(lost, "在外打工", key: "lost")
    let text = "key,loan_number,amount,on\n1,\(lost),93.00,2025-08-15\n"
    #expect(try await village.book(text).outcomes == ["new"])
    #expect(try await village.sheet().lines.count == 2)
    try await Verification.expectNone(village)
    await village.close()
  }

  /// Six loans that live differently and their copies, which are owed the same.
  @Test("a round reads more loans than one batch holds")
  func batches() async throws {
    let database = try await TestDatabase.empty()
    try await Book.fill(database, loans: 1_200)
    let village = Village.on(database)
    let clock = ContinuousClock()
    let start = clock.now
    let lines = try await village.sheet().lines
    print("a sheet of 1,200 loans: \(start.duration(to: clock.now))")
    let originals = lines.filter { $0.loanNumber.hasPrefix("1022025") }
    #expect(originals.count >= 4 && lines.count == 200 * originals.count)
    for original in originals {
      let same = lines.count { $0.borrower == original.borrower && $0.due == original.due }
      #expect(same == 200)
    }
    await village.close()
  }

  @Test("filled in, a sheet comes back: empty lines are skipped, and twice is once")
  func roundTrip() async throws {
    let village = try await Village.opened()
    let paying = try await village.lend(.simple("B1"))
    let missing = try await village.lend(.simple("B2"))
    try await village.work(on: "2025-08-15")
    let sheet = try await village.sheet()
    let empty = CollectionSheetPage(sheet, reveal: false).text(.csv)
    #expect(try await village.book(empty).file.skipped == 2)
    let filled = empty.replacing(
      "collect/2025-08-15/\(paying),\(paying),,", with: "collect/2025-08-15/\(paying),\(paying),93,"
    )
    #expect(filled != empty)
    let first = try await village.book(filled)
    #expect(first.outcomes == ["new"] && first.file.skipped == 1)
    #expect(try await village.book(filled).outcomes == ["known"])
    #expect(try await village.received(paying) == "93.00")
    #expect(try await village.sheet().lines.map(\.loanNumber) == [missing])
    try await Verification.expectNone(village)
    await village.close()
  }
}
