import Banks
import Fixtures
import Operations
import Postgres
import Quantities
import Repositories
import Testing

/// Goal: a month's digest is what its documentation says, and no change of what it covers leaves it
/// as it was.
@Suite("digests of months")
struct DigestTests {
  @Test("are SHA-256 as FIPS 180-4 has it")
  func vectors() {
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(Digest(of: "abc").hex == abc)
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    #expect(Digest(of: "").hex == empty)
  }

  @Test("tell bank, month, the one before, and each part with its rows")
  func text() async throws {
    let village = try await Self.july()
    let first = try await village.digest("2025-07", before: nil)
    let parts = first.text.split(separator: "\n").map { $0.split(separator: " ").dropLast() }
    #expect(
      parts.map { $0.joined(separator: " ") } == [
        "shanhai month digest", "bank", "month", "previous", "facts 7", "transfers 2",
        "run 1 2025-07 1", "bank-transfers 1", "positions 1 1",
      ])
    #expect(first.text.hasPrefix("shanhai month digest 1\nbank wujiaqu\nmonth 2025-07\n"))
    #expect(first.digest == Digest(of: first.text))
    let chained = try await village.digest(
      "2025-07", before: MonthDigest.Link(digest: first.digest, factNumber: 2))
    #expect(chained.text.contains("\nprevious \(first.digest.hex)\n"))
    #expect(chained.digest != first.digest)
    await village.close()
  }

  @Test(
    "change with every change of what they cover, and with nothing else",
    arguments: [
      "UPDATE facts SET amount = amount + 1 WHERE kind = 'repaid'",
      "UPDATE facts SET login = 'other' WHERE kind = 'repaid'",
      "UPDATE facts SET request = request || ' ' WHERE kind = 'approved'",
      "UPDATE transfers SET amount = amount - 1 WHERE kind = 'credit'",
      "UPDATE transfers SET value_on = value_on - 1 WHERE kind = 'disbursement'",
      "UPDATE run_transfers SET amount = amount + 1",
      "UPDATE run_transfers SET debit_account = '113202'",
      "UPDATE bank_transfers SET amount = amount + 1",
      "DELETE FROM bank_transfers",
      "UPDATE positions SET risk_class = 'special-mention'",
      "UPDATE positions SET special_provision = 1",
      "DELETE FROM transfers WHERE kind = 'credit'",
    ])
  func covered(change: String) async throws {
    let village = try await Self.july()
    let before = try await village.digest("2025-07", before: nil)
    try await village.asOwner("UPDATE facts SET recorded_at = recorded_at + interval '1 second'")
    #expect(try await village.digest("2025-07", before: nil) == before)
    try await village.asOwner(change)
    #expect(try await village.digest("2025-07", before: nil).digest != before.digest)
    await village.close()
  }

  @Test("cover a fact in one month, the next one if it came after the close")
  func cover() async throws {
    let village = try await Self.july()
    try await village.work(on: "2025-08-31")
    let close = try await village.lastFact() + 1
    let july = try await village.digest("2025-07", before: nil, factNumber: close)
    // Recorded after the close, booked in August.
    let loan = try await village.lend(.simple("B2", from: "2025-08-31", until: "2026-08-31"))
    try await village.repay(loan, "5.00")
    try await village.accrue("2025-08")
    let link = MonthDigest.Link(digest: july.digest, factNumber: close)
    let august = try await village.digest("2025-08", before: link)
    #expect(try await village.digest("2025-07", before: nil, factNumber: close) == july)
    let all = try await village.lastFact()
    let counts = [july, august].map { $0.text.split(separator: "\n")[4].split(separator: " ")[1] }
    #expect(counts.compactMap { Int64($0) }.reduce(0, +) == all)
    await village.close()
  }

  /// A village with one loan, a repayment and the run of July.
  private static func july() async throws -> Village {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.repay(loan, "9.00")
    try await village.work(on: "2025-07-31")
    try await village.accrue("2025-07")
    return village
  }
}

extension Village {
  /// The digest that a close of the month would get.
  fileprivate func digest(
    _ month: Month, before: MonthDigest.Link?, factNumber: Int64 = 1_000
  ) async throws -> MonthDigest {
    let scope = MonthDigest.Scope(
      bankID: bankID, bankCode: bank, month: month, positionVersion: 1, factNumber: factNumber,
      previous: before)
    return try await pool.transaction { connection in
      try MonthDigest.compute(connection, scope)
    }
  }

  fileprivate func lastFact() async throws -> Int64 {
    let bankID = bankID
    return try await pool.run { connection in
      try BankRepository(connection).readHead(bankID: bankID)?.lastFactNumber ?? 0
    }
  }
}
