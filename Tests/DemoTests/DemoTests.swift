import Testing

@Suite("The demo's figures are those of an independent recomputation, to the fen")
struct DemoTests {
  /// Every figure that is expected and differs, or is missing.
  private func differences(
    _ expected: [String: String], _ found: [String: String], in place: String
  ) -> [String] {
    expected.filter { found[$0.key] != $0.value }.sorted { $0.key < $1.key }.map {
      "\(place) \($0.key): the program says \(found[$0.key] ?? "nothing"), it is \($0.value)"
    }
  }

  private func book(_ run: DemoRun) throws -> BookModel {
    guard let last = run.ends.last else { throw DemoFiles.Broken(description: "no month") }
    return try BookModel(until: last)
  }

  @Test("each month's accrual of each bank, interest and penalty")
  func accruals() async throws {
    let run = try await DemoRun.shared.value
    let book = try book(run)
    #expect(run.ends.map(\.description).first == "2025-07-31" && run.ends.count == 9)
    var problems: [String] = []
    var previous: CalendarDay?
    for end in run.ends {
      let found = try JSONFigures.flat(run.accruals[end] ?? "{}")
      for bank in book.banks {
        let sums = book.accrued(bank: bank, from: previous, to: end)
        let expected = [
          "rows.\(bank).interest": DemoFiles.yuan(sums.interest),
          "rows.\(bank).penalty": DemoFiles.yuan(sums.penalty),
        ]
        problems += differences(expected, found, in: "\(end)")
      }
      previous = end
    }
    #expect(problems == [])
  }

  /// Nothing is written off in the demo, so what is held is what it cost.
  @Test("the provisions each bank holds at each month's end, and what they cost in it")
  func provisions() async throws {
    let run = try await DemoRun.shared.value
    let book = try book(run)
    var problems: [String] = []
    for bank in book.banks {
      var before = 0
      for end in run.ends {
        let month = "\(end)".dropLast(3)
        let found = try JSONFigures.flat(run.balances["\(month) \(bank)"] ?? "{}")
        let held = book.provision(bank: bank, at: end)
        let expected = [
          "on_balance.rows.1304.closing_credit": DemoFiles.yuan(held),
          "on_balance.rows.670101.closing_debit": DemoFiles.yuan(held),
          "on_balance.rows.670101.debit": DemoFiles.yuan(max(0, held - before)),
          "on_balance.rows.670101.credit": DemoFiles.yuan(max(0, before - held)),
        ]
        if held != 0 { problems += differences(expected, found, in: "\(end) \(bank)") }
        before = held
      }
    }
    #expect(problems == [])
  }

  @Test(
    "the risk report of each bank and of the sponsor, all its figures",
    arguments: DemoRun.reportedMonths)
  func reports(_ month: String) async throws {
    let run = try await DemoRun.shared.value
    let book = try book(run)
    let end = try #require(run.ends.first { $0.description.hasPrefix(month) })
    var problems: [String] = []
    for bank in book.banks + [""] {
      let found = try Self.rows(run.reports["\(month) \(bank)"] ?? "{}")
      let expected = book.figures(at: end) { bank.isEmpty || $0.bank == bank }
      problems += differences(expected, found, in: "\(month) \(bank.isEmpty ? "sponsor" : bank)")
      let unknown = found.keys.filter { key in
        expected[key] == nil && found[key] != "null"
          && ["portfolio.", "ageing.", "classes."].contains { key.hasPrefix($0) }
          && ![".figure", ".overdue_days", ".class"].contains { key.hasSuffix($0) }
      }
      #expect(unknown.sorted() == [], "figures that nobody recomputes")
    }
    #expect(problems == [])
  }

  /// The cells of a report's rows, each under section, row and column.
  private static func rows(_ report: String) throws -> [String: String] {
    var cells: [String: String] = [:]
    for (path, value) in try JSONFigures.flat(report) {
      let parts = path.split(separator: ".").map(String.init)
      guard parts.count > 3, parts[0] == "sections", parts[2] == "rows" else { continue }
      cells[([parts[1]] + parts.dropFirst(3)).joined(separator: ".")] = value
    }
    return cells
  }

  @Test("the balances of each of the fifty loans on the last day")
  func balances() async throws {
    let run = try await DemoRun.shared.value
    let book = try book(run)
    let end = try #require(run.ends.last)
    #expect(book.entries.count == 50)
    var problems: [String] = []
    for entry in book.entries {
      let standing = try #require(entry.monthEnds[end])
      let amounts = [
        "principal": standing.principal, "principal_due": standing.principalDue,
        "interest_due": standing.interestDue, "penalty_due": standing.penaltyDue,
        "interest_running": standing.interestRunning,
        "interest_from_others": standing.interestOfOthers, "credit": standing.credit,
      ]
      var expected = Dictionary(
        uniqueKeysWithValues: amounts.map {
          ("balances.\($0.key).amount", DemoFiles.yuan($0.value))
        })
      expected["balances.overdue_days.amount"] = "\(standing.overdueDays)"
      let found = try JSONFigures.flat(run.loans[entry.loan.number] ?? "{}")
      problems += differences(expected, found, in: "\(entry.loan.bank) \(entry.loan.number)")
    }
    #expect(problems == [])
  }

  @Test("handing in everything once more posts nothing and changes nothing")
  func again() async throws {
    let run = try await DemoRun.shared.value
    let accrual = try JSONFigures.flat(run.accrualAgain)
    for bank in try book(run).banks {
      #expect(accrual["rows.\(bank).transfers"] == "0")
      #expect(accrual["rows.\(bank).interest"] == "0.00")
      #expect(accrual["rows.\(bank).penalty"] == "0.00")
    }
    #expect(run.reportsAgain == run.reports)
    #expect(run.loansAgain.count == 8)
    #expect(run.loansAgain.allSatisfy { run.loans[$0.key] == $0.value })
  }
}
