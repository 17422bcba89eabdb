import Postgres
import Quantities
import Repositories

/// What runs booked of provisions, held to what they should have booked.
struct ProvisionProof {
  private let connection: Connection
  private let bank: VerifiedBank

  init(_ connection: Connection, _ bank: VerifiedBank) {
    self.connection = connection
    self.bank = bank
  }

  /// - Returns: how many rows there are, and the first difference.
  /// - Throws: `PostgresError`.
  func verify() throws -> (VerifiedCounts, BookDifference?) {
    var counts = VerifiedCounts()
    let stored = try ProvisionRepository(connection).transfers(bankID: bank.bankID)
    let desk = ProvisionDesk(connection, bankID: bank.bankID)
    for run in bank.runs where bank.covers(run.month) {
      let found = stored.filter { $0.runNumber == run.number }
      counts.transfers += found.count
      let expected = [try desk.transfer(run)].compactMap { $0 }
      guard found != expected else { continue }
      let differing = found.first { !expected.contains($0) }
      return (
        counts,
        BookDifference(
          bank: bank.code, loan: nil, place: "run \(run.number)",
          what: (differing ?? expected.first)?.kind ?? "", found: differing?.text ?? "none",
          expected: expected.first?.text ?? "none")
      )
    }
    return (counts, nil)
  }
}

extension BankTransfer {
  /// As `2026-03-31 670101→1304 12.50`.
  fileprivate var text: String { "\(bookedOn) \(debit)→\(credit) \(amount.plain)" }
}
