import Banks
import Classification
import Foundation
import Operations
import Postgres
import Quantities
import Reporting
import Repositories
import Risk
import Testing

/// Goal: a real book of another country goes in as it is, and the figures of the risk report are
/// those of its files.
///
/// Method: the book is converted here, imported by the program, and every figure is counted again
/// from the files, without the program's engine. The files tell no interest: at a rate of zero
/// equal principal is what they say. They tell no payments either: see `CzechBook.Loan.paid`.
@Suite("A real Czech bank book")
struct CzechBookTests {
  private static let isThere = CzechBook.isThere
  private static let absent: Comment =
    "the Czech bank book is not beside the project's folder: nothing was proved by it"

  /// A database with the bank, its 77 districts and the owners of the loans' accounts.
  private func database(_ book: CzechBook) async throws -> BookDatabase {
    try await BookDatabase(
      businessDate: CzechBook.cutover.text, branches: book.districts,
      borrowers: book.loans.map(\.owner))
  }

  @Test("is what its publishers say it is", .enabled(if: isThere, absent))
  func files() throws {
    let book = try CzechBook()
    let byStatus = Dictionary(grouping: book.loans, by: \.status)
    #expect(byStatus.mapValues(\.count) == ["A": 203, "B": 31, "C": 403, "D": 45])
    let running = book.loans.filter { $0.status == "C" || $0.status == "D" }
    #expect(running.count == 448 && running.map(\.amount).reduce(0, +) == 802_961_760)
    #expect(book.loans.allSatisfy { $0.payment * $0.months == $0.amount })
    #expect(running.allSatisfy { $0.fallenDue(by: CzechBook.cutover) < $0.months })
    // Of these assumptions; counted once by other means, too.
    let balances = byStatus.mapValues { $0.map(\.balance).reduce(0, +) }
    #expect(balances == ["A": 0, "B": 1_672_840, "C": 407_387_410, "D": 65_905_740])
    #expect(Set(book.loans.map(\.district)).count == 77 && book.districts.count == 77)
    #expect(Set(book.loans.map(\.owner.client)).count == 682)
  }

  @Test("goes in whole: loan by loan what the files say", .enabled(if: isThere, absent))
  func importAndList() async throws {
    let book = try CzechBook()
    let database = try await database(book)
    let file = book.file(rate: "0") { _ in "months/12" }
    let started = ContinuousClock.now
    let result = try database.importLoans(file.utf8)
    print("682 lines were imported in", started.duration(to: .now))
    try #require(result.exitCode == 0, "\(result.error)\(result.output)")
    let owed = book.loans.filter { $0.balance > 0 }
    let outcomes = try result.rows().map { row in
      ["outcome", "loans", "granted", "balance"].map { row[$0] ?? "" }
    }
    #expect(
      outcomes == [
        [
          "imported", "479", CzechBook.crowns(owed.map(\.amount).reduce(0, +)),
          CzechBook.crowns(owed.map(\.balance).reduce(0, +)),
        ],
        [
          "nothing-owed", "203",
          CzechBook.crowns(book.loans.filter { $0.status == "A" }.map(\.amount).reduce(0, +)),
          "0.00",
        ],
      ])
    let found = try await database.query(
      """
      SELECT ARRAY[substr(f.idempotency_key, 8), s.status, n.name_en, b.reference,
        b.born_on::text, b.sex, l.granted::text, s.outstanding::text, s.oldest_unpaid_due_on::text,
        l.starts_on::text, s.matures_on::text, l.principal::text] AS line
      FROM loan_states s
      JOIN loans l ON l.bank_id = s.bank_id AND l.loan_id = s.loan_id
      JOIN facts f ON f.bank_id = s.bank_id AND f.fact_number = s.last_fact_number
      JOIN branches n ON n.bank_id = s.bank_id AND n.branch_id = s.branch_id
      JOIN borrowers b ON b.bank_id = s.bank_id AND b.borrower_id = s.borrower_id
      """)
    let names = Dictionary(uniqueKeysWithValues: book.districts.map { ($0.id, $0.name) })
    let expected = owed.map { loan in
      [
        "\(loan.id)", "active", names[loan.district] ?? "", "c\(loan.owner.client)",
        loan.owner.bornOn, loan.owner.isMale ? "male" : "female", "\(loan.amount)",
        "\(loan.balance)", loan.due(loan.paid + 1).text, loan.grantedOn.text,
        loan.due(loan.months).text, "\(loan.balance)",
      ]
    }
    #expect(Set(found) == Set(expected) && found.count == 479)
    #expect(try await database.failingChecks() == [])
    let listed = try database.program([
      "loan", "list", "--bank", BookDatabase.bank, "--sort", "overdue", "--overdue-days-min", "91",
      "--rows", "100", "--totals",
    ])
    let late = owed.filter { $0.overdueDays > 90 }
    #expect(listed.exitCode == 0, "\(listed.error)")
    #expect(listed.output.contains("15,787.10") && late.count == 29)
    #expect(listed.output.split(separator: "\n").filter { $0.hasPrefix("9012") }.count == 29)
    print(listed.output)
    try await importAgain(file, database)
  }

  /// The same file again adds nothing; a line that says something else of a loan is refused.
  private func importAgain(_ file: String, _ database: BookDatabase) async throws {
    let before = try await database.counts()
    let again = try database.importLoans(file.utf8)
    #expect(try again.rows().map { $0["outcome"] } == ["known", "nothing-owed"])
    let other = file.replacingOccurrences(of: ",150,", with: ",130,")
    let refused = try database.importLoans(other.utf8)
    #expect(refused.exitCode == 1)
    #expect(Set(try refused.rows().map { $0["code"] }) == ["import.imported_differently"])
    #expect(try await database.counts() == before)
  }

  @Test("gives the risk report of its files as of 2018-12-31", .enabled(if: isThere, absent))
  func riskReport() async throws {
    let book = try CzechBook()
    let database = try await database(book)
    let file = book.file(rate: "0") { _ in "months/12" }
    try #require(try database.importLoans(file.utf8).exitCode == 0)
    let month = Month(year: 2018, month: 12)
    let run = try #require(
      try await AccrueInterest.run(
        month: month, bank: BookDatabase.bank, caller: database.caller, on: database.pool))
    // At a rate of zero nothing is posted; the positions are written.
    #expect(run.transferCount == 0 && run.loanCount == 479)
    let named = try await ReportRisk.run(
      RiskRequest(month: month, scope: .bank(BookDatabase.bank)), on: database.pool)
    let owed = book.loans.filter { $0.balance > 0 }
    expectFigures(named.report.figures(), of: owed, "the book")
    #expect(named.report.members(of: .branch).count == Set(owed.map(\.district)).count)
    for (key, figures) in named.report.members(of: .branch) {
      let district = Int(named.branches.first { $0.code == key.member }?.id ?? 0)
      expectFigures(figures, of: owed.filter { $0.district == district }, "district \(district)")
    }
    let arguments = ["report", "risk", "--month", "2018-12", "--bank", BookDatabase.bank]
    let printed = try database.program(arguments)
    #expect(printed.exitCode == 0, "\(printed.error)")
    for sum in ["4,749,659.90", "675,785.80", "675,011.60", "642,996.50", "15,787.10"] {
      #expect(printed.output.contains(sum))
    }
    print(printed.output)
  }

  /// Compares every figure of a cut with the loans of the files.
  private func expectFigures(
    _ figures: PortfolioFigures, of loans: [CzechBook.Loan], _ cut: Comment
  ) {
    func tally(_ isIncluded: (CzechBook.Loan) -> Bool) -> Tally {
      var tally = Tally()
      for loan in loans where isIncluded(loan) {
        tally.add(Money(minorUnits: Int64(loan.balance)))
      }
      return tally
    }
    #expect(figures.outstanding == tally { _ in true }, cut)
    #expect(figures.borrowers == loans.count, cut)
    #expect(figures.atRisk == [1, 30, 60, 90, 180].map { n in tally { $0.overdueDays > n } }, cut)
    let ageing: [(AgeingBucket, ClosedRange<Int>)] = [
      (.notOverdue, 0...0), (.days1To30, 1...30), (.days31To60, 31...60), (.days61To90, 61...90),
      (.days91To180, 91...180), (.days181To270, 181...270), (.days271To360, 271...360),
      (.daysOver360, 361...9_999),
    ]
    for (bucket, days) in ageing {
      #expect(
        figures.ageing[bucket] ?? Tally() == tally { days.contains($0.overdueDays) }, cut)
    }
    #expect(figures.classes.values.map(\.loans).reduce(0, +) == loans.count, cut)
    let classes: [(ClosedRange<Int>, Int)] = [
      (0...0, 0), (1...90, 2), (91...270, 25), (271...360, 50), (361...9_999, 100),
    ]
    for ((days, _), (_, found)) in zip(classes, sortedClasses(figures)) {
      #expect(found == tally { days.contains($0.overdueDays) }, cut)
    }
    func percent(_ percent: Int, of amount: Int) -> Int { (amount * percent + 50) / 100 }
    let general = loans.map { percent(1, of: $0.balance) }.reduce(0, +)
    let special = loans.map { loan in
      percent(classes.first { $0.0.contains(loan.overdueDays) }?.1 ?? -1, of: loan.balance)
    }.reduce(0, +)
    #expect(figures.generalProvision == Int128(general), cut)
    #expect(figures.specialProvision == Int128(special), cut)
    let due = loans.map { $0.payment * ($0.fallenDue(by: CzechBook.cutover) - $0.paid) }
    #expect(figures.principalDue == Int128(due.reduce(0, +)), cut)
    #expect(figures.interestDue == 0 && figures.interestRunning == 0, cut)
    #expect(figures.penaltyDue == 0, cut)
  }

  /// The five classes, best first, those without loans too.
  private func sortedClasses(_ figures: PortfolioFigures) -> [(String, Tally)] {
    ["normal", "special-mention", "substandard", "doubtful", "loss"].map { name in
      (name, figures.classes.first { $0.key.rawValue == name }?.value ?? Tally())
    }
  }
}
