import Fixtures
import Operations
import Postgres
import Quantities
import Repositories
import Testing

@Suite("Ledgers and the journal")
struct LedgerTests {
  @Test("a general ledger ends where the trial balance does, line by line")
  func generalLedger() async throws {
    let (village, _, _) = try await Village.withBooks()
    let balances = try await village.balances()
    for code in ["113201", "113202", "130302", "130305", "2011", "224101", "601101", "990201"] {
      let totals = try await ReadBooks.run(
        BooksRequest(from: "2025-07-31"), bank: "wujiaqu", on: village.pool
      ) { books in
        let ledger = try books.ledger(of: code)
        var last = ledger.opening
        let totals = try ledger.each { line in
          let change = Int128(line.posting.amount.minorUnits)
          #expect(line.balance == last + change || line.balance == last - change)
          last = line.balance
        }
        #expect(totals.closing == last)
        return totals
      }
      let isCredit = ["2011", "224101", "601101"].contains(code)
      #expect(totals.closing == (isCredit ? -1 : 1) * balances[code, default: 0], "\(code)")
    }
    await village.close()
  }

  @Test("a control account's ledger is that of its parts")
  func control() async throws {
    let (village, _, _) = try await Village.withBooks()
    let lines = try await ReadBooks.run(
      BooksRequest(), bank: "wujiaqu", on: village.pool
    ) { books in
      var lines: [String] = []
      let totals = try books.ledger(of: "1303").each { line in
        lines.append("\(line.account.code) \(line.posting.factKind) \(line.balance)")
      }
      #expect(totals.closing == 5_400_000 && totals.lineCount == 2)
      return lines
    }
    #expect(lines == ["130302 disbursed 3600000", "130305 disbursed 5400000"])
    await #expect(throws: BooksError.accountUnknown("1304x")) {
      try await ReadBooks.run(BooksRequest(), bank: "wujiaqu", on: village.pool) { books in
        try books.ledger(of: "1304x").opening
      }
    }
    await village.close()
  }

  @Test("the sub-ledgers of all loans sum to their control account")
  func subLedgers() async throws {
    let (village, loan, student) = try await Village.withBooks()
    let balances = try await village.balances()
    for (code, amount) in balances {
      let sum = try await ReadBooks.run(
        BooksRequest(from: "2025-08-01"), bank: "wujiaqu", on: village.pool
      ) { books in
        var sum: Int128 = 0
        try books.ledger(of: code).eachLoan { sum += $0.closing }
        return sum
      }
      #expect(sum == amount, "\(code)")
    }
    let ledgers = try await ReadBooks.run(
      BooksRequest(), bank: "wujiaqu", on: village.pool
    ) { books in try [loan, student].map { try books.ledger(ofLoan: $0) } }
    for (code, amount) in balances {
      let own = ledgers.flatMap(\.self).filter { $0.account.code == code }
      #expect(own.reduce(0) { $0 + $1.account.grown($1.totals.closing) } == amount, "\(code)")
    }
    #expect(
      ledgers[0].map { "\($0.account.code) \($0.lines.count) \($0.totals.closing)" } == [
        "113201 2 0", "130302 1 3600000", "2011 3 3490700", "224101 1 100000", "601101 1 9300",
        "990201 1 500", "990901 1 -500",
      ])
    await #expect(throws: OperationError.loanUnknown("1", bank: "wujiaqu")) {
      try await ReadBooks.run(BooksRequest(), bank: "wujiaqu", on: village.pool) { books in
        try books.ledger(ofLoan: "1").count
      }
    }
    await village.close()
  }

  @Test("the journal of a day holds its facts and runs, off-balance sums apart")
  func journal() async throws {
    let (village, loan, student) = try await Village.withBooks()
    let (rows, totals) = try await ReadBooks.run(
      BooksRequest(from: "2025-07-31", until: "2025-07-31"), bank: "wujiaqu", on: village.pool
    ) { books in
      var rows: [String] = []
      let totals = try books.eachPosting { posting in
        rows.append(
          "\(posting.runNumber ?? 0) \(posting.factKind) \(posting.loanNumber ?? "") "
            + "\(posting.kind) \(posting.payer) \(posting.debit) \(posting.credit) "
            + "\(posting.amount.minorUnits)")
      }
      return (rows, totals)
    }
    #expect(
      rows == [
        "1 accrued \(loan) interest borrower 113201 601101 9300",
        "1 accrued \(loan) suspended borrower 990201 990901 500",
        "1 accrued \(student) interest finance 113202 601101 4340",
      ])
    #expect(totals.onBalance.postingCount == 2 && totals.onBalance.amount == 13_640)
    #expect(totals.offBalance.postingCount == 1 && totals.offBalance.amount == 500)
    await village.close()
  }

  @Test(
    "a moment or a fact is told from other words",
    arguments: [
      ("12", .fact(12)), ("2026-03-31T08:15:30Z", .instant(1_774_944_930_000_000)), ("-1", nil),
      ("2026-03-31", nil), ("", nil),
    ] as [(String, Known?)])
  func knownAt(_ text: String, _ expected: Known?) {
    switch (KnownAt(text), expected) {
    case (nil, nil): break
    case (.fact(let number), .fact(let wanted)): #expect(number == wanted)
    case (.instant(let instant), .instant(let wanted)): #expect(instant.microseconds == wanted)
    default: #expect(Bool(false), "\(text)")
    }
  }

  enum Known: Sendable {
    case fact(Int64)
    case instant(Int64)
  }
}
