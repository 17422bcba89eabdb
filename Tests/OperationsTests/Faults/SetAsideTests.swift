import Fixtures
import LoanProducts
import Operations
import Postgres
import Quantities
import Repositories
import TestDatabase
import Testing

/// Goal: a loan that can't be computed keeps no other from its month's end, and is caught up with
/// when it is mended.
///
/// Method: terms that contradict themselves, written past the program by the owner of everything.
@Suite("a loan that can't be computed")
struct SetAsideTests {
  @Test(
    "is set aside with its code, and posted by the next run after it is mended",
    arguments: [nil, 2])
  func mendedInItsMonth(jobs: Int?) async throws {
    let (name, loans) = try await Village.waiting()
    let clean = Village.on(try await TestDatabase.copy(of: name))
    let village = Village.on(try await TestDatabase.copy(of: name))
    try await clean.accrue("2025-08", jobs: jobs)
    try await village.spoil(loans[0])
    let first = try await village.accrue("2025-08", jobs: jobs)
    #expect(try await village.setAside("2025-08") == [loans[0]: Self.code])
    #expect(first?.loanCount == loans.count - 1)

    // While it is not mended a run posts nothing, and still tells of it.
    try await village.accrue("2025-08", jobs: jobs)
    #expect(try await village.setAside("2025-08") == [loans[0]: Self.code])
    #expect(try await village.postings(but: loans[0]) == clean.postings(but: loans[0]))

    try await village.mend(loans[0])
    let last = try await village.accrue("2025-08", jobs: jobs)
    #expect(try await village.setAside("2025-08") == [:])
    #expect(try await village.postings(but: "") == clean.postings(but: ""))
    let cleanLines = try await clean.file(loans[0]).lines(ofRun: 1)
    #expect(try await village.file(loans[0]).lines(ofRun: last?.number) == cleanLines)
    #expect(last?.transferCount == cleanLines.count)
    for place in [village, clean] {
      try await place.accrue("2025-09", jobs: jobs)
      try await Verification.expectNone(place)
    }
    #expect(try await village.postings(but: "") == clean.postings(but: ""))
    await village.close()
    await clean.close()
  }

  @Test("is caught up with by the next month's run too", arguments: 0..<5)
  func mendedLater(loan: Int) async throws {
    let (name, loans) = try await Village.waiting()
    let village = Village.on(try await TestDatabase.copy(of: name))
    try await village.accrue("2025-07", jobs: 2)
    let before = try await village.postings(of: loans[loan])
    try await village.spoil(loans[loan])
    try await village.accrue("2025-08", jobs: 2)
    #expect(try await village.setAside("2025-08") == [loans[loan]: Self.code])
    #expect(try await village.postings(of: loans[loan]) == before)
    try await village.mend(loans[loan])
    try await village.accrue("2025-09", jobs: 2)
    #expect(try await village.setAside("2025-09") == [:])
    try await Verification.expectNone(village)
    // Nothing keeps the month open any more in which it could not be computed.
    #expect(try await village.setAside("2025-08") == [:])
    try await village.closeAll("2025-08")
    await village.close()
  }

  private static let code = "scheduling.settlement_day_not_allowed"
}

extension Village {
  func spoil(_ loan: String) async throws {
    try await asOwner("UPDATE loans SET settlement_day = 77 WHERE loan_number = '\(loan)'")
  }

  func mend(_ loan: String) async throws {
    try await asOwner("UPDATE loans SET settlement_day = NULL WHERE loan_number = '\(loan)'")
  }

  /// Closes a month of the village's bank.
  func closeAll(_ month: Month) async throws {
    let code = bank
    let bank = try await pool.run { try BankRepository($0).loadBank(code: code) }
    let closes = try await CloseMonth.run(
      month: month, banks: [bank], caller: Self.anna, on: pool, options: CloseOptions())
    #expect(closes.allSatisfy { $0.close != nil })
  }

  /// The codes of the loans that keep a month open, by number.
  fileprivate func setAside(_ month: Month) async throws -> [String: String] {
    let bankID = bankID
    return try await pool.run { connection in
      let records = try CloseRepository(connection).setAside(bankID: bankID, month: month)
      return Dictionary(uniqueKeysWithValues: records.map { ($0.loanNumber, $0.code) })
    }
  }

  fileprivate func postings(of loan: String) async throws -> [String] {
    try await postings(but: "").filter { $0.hasPrefix(loan) }
  }

  /// What the books hold of each loan but one, whichever run posted it.
  fileprivate func postings(but loan: String) async throws -> [String] {
    let statement = Statement(
      name: "tests/postings",
      text: """
        SELECT concat_ws(' ', l.loan_number, p.kind, p.payer, p.booked_on, p.debit_account,
          p.credit_account, sum(p.amount)) FROM postings p JOIN loans l USING (bank_id, loan_id)
        WHERE l.loan_number <> $1
        GROUP BY l.loan_number, p.kind, p.payer, p.booked_on, p.debit_account, p.credit_account
        ORDER BY 1
        """)
    return try await pool.run { connection in
      try connection.query(statement, [loan]).map { try $0.get(0) }
    }
  }
}
