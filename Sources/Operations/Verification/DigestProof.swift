import Postgres
import Quantities
import Repositories

/// The digests of a bank's closed months, computed anew and held to those that are stored.
struct DigestProof {
  private let connection: Connection
  private let bank: VerifiedBank

  init(_ connection: Connection, _ bank: VerifiedBank) {
    self.connection = connection
    self.bank = bank
  }

  func verify() throws -> (VerifiedCounts, BookDifference?) {
    let closes = try EvidenceRepository(connection).closes(bankID: bank.bankID)
    var counts = VerifiedCounts()
    for close in closes where bank.covers(close.month) {
      counts.closes += 1
      let before = Self.before(close, of: closes)
      let place = "digest \(close.month)/\(close.version)"
      if close.previous != before?.digest {
        return (
          counts,
          difference(
            place, "previous", close.previous?.short ?? "none", before?.digest.short ?? "none")
        )
      }
      let scope = MonthDigest.Scope(
        bankID: bank.bankID, bankCode: bank.code, month: close.month,
        positionVersion: close.positionVersion, factNumber: close.factNumber,
        previous: before.map { MonthDigest.Link(digest: $0.digest, factNumber: $0.factNumber) })
      let computed = try MonthDigest.compute(connection, scope).digest
      if computed != close.digest {
        return (counts, difference(place, "sha256", close.digest.short, computed.short))
      }
    }
    return (counts, nil)
  }

  /// The close that another one is chained to: of the months before it the last, as it stood then.
  static func before(_ close: StoredClose, of closes: [StoredClose]) -> StoredClose? {
    closes.filter { $0.factNumber < close.factNumber && $0.month < close.month }
      .max { ($0.month, $0.version) < ($1.month, $1.version) }
  }

  private func difference(
    _ place: String, _ what: String, _ found: String, _ expected: String
  ) -> BookDifference {
    BookDifference(
      bank: bank.code, loan: nil, place: place, what: what, found: found, expected: expected)
  }
}

extension Digest {
  /// Its beginning, which tells it apart from any other.
  fileprivate var short: String { "\(hex.prefix(16))…" }
}
