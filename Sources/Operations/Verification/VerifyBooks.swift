package import Banks
package import Postgres
package import Quantities
import Repositories

/// What was held to the facts.
package struct VerifiedCounts: Hashable, Sendable {
  package var loans = 0
  package var facts = 0
  package var transfers = 0
  package var positions = 0
  package var closes = 0

  mutating func add(_ other: VerifiedCounts) {
    loans += other.loans
    facts += other.facts
    transfers += other.transfers
    positions += other.positions
    closes += other.closes
  }
}

/// What a verification found.
package struct VerificationOutcome: Sendable {
  /// By the banks' codes.
  package fileprivate(set) var counts: [String: VerifiedCounts] = [:]
  /// The first difference: by bank, then loan, then number; nil if there is none.
  package fileprivate(set) var difference: BookDifference?
}

/// Holds all that is stored of banks to what follows from their facts.
///
/// Shape:  ranges of loans by id, each in one snapshot; then provisions, the digests of closed
///         months and what their portfolios were counted to; then the queries of `SQL/checks`.
/// Bounds: memory by the range.
/// Why:    a loan's replay needs no row but its own, so ranges go in parallel, and a writer of
///         other loans changes nothing; what debtors with several do to a class is found before.
package enum VerifyBooks {
  /// Loans read at once.
  static let rangeSize: Int64 = 2_000

  /// - Parameters:
  ///   - banks: which, in the order in which the first difference is looked for.
  ///   - month: what was booked in it alone is looked at, and its digest; nil for all.
  ///   - jobs: how many ranges are looked at at the same time.
  ///   - pool: where.
  ///   - progress: called with the number of loans of each range.
  /// - Returns: what was looked at, and the first difference.
  /// - Throws: `PostgresError`.
  package static func run(
    _ banks: [Bank], month: Month?, jobs: Int, on pool: ConnectionPool,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> VerificationOutcome {
    let units = try await pool.run { connection in
      try banks.flatMap { try Self.units($0, month, connection) }
        + (month == nil ? [.checks(banks.map { ($0.id, $0.code) })] : [])
    }
    var outcome = VerificationOutcome()
    var firstPlace = units.count
    try await withThrowingTaskGroup(of: (Int, String, VerifiedCounts, BookDifference?).self) {
      group in
      var next = 0
      func start() {
        guard next < min(units.count, firstPlace) else { return }
        let (place, unit) = (next, units[next])
        next += 1
        group.addTask {
          let (counts, difference) = try await pool.transaction(.readOnlySnapshot) {
            try unit.verify($0)
          }
          progress(counts.loans)
          return (place, unit.bank, counts, difference)
        }
      }
      for _ in 0..<max(1, jobs) { start() }
      while let (place, bank, counts, difference) = try await group.next() {
        if !bank.isEmpty { outcome.counts[bank, default: VerifiedCounts()].add(counts) }
        if let difference, place < firstPlace {
          firstPlace = place
          outcome.difference = difference
        }
        start()
      }
    }
    return outcome
  }

  private static func units(
    _ bank: Bank, _ month: Month?, _ connection: Connection
  ) throws -> [Unit] {
    let head = try BankRepository(connection).readHead(bankID: bank.id)
    guard let last = head?.lastLoanID, last > 0 else { return [] }
    let runs = try EvidenceRepository(connection).runs(bankID: bank.id)
    let verified = try VerifiedBank(connection, bank, runs: runs, month: month)
    let ranges = stride(from: Int64(1), through: last, by: Int(rangeSize)).map {
      Unit.loans(verified, $0...min(last, $0 + rangeSize - 1))
    }
    return ranges + [.closes(verified), .portfolio(verified, bank)]
  }

  /// What is looked at at once.
  private enum Unit: Sendable {
    case loans(VerifiedBank, ClosedRange<Int64>)
    case closes(VerifiedBank)
    case portfolio(VerifiedBank, Bank)
    case checks([(bankID: Int64, code: String)])

    var bank: String {
      switch self {
      case .loans(let bank, _), .closes(let bank), .portfolio(let bank, _): return bank.code
      case .checks: return ""
      }
    }

    /// What was looked at, and the first difference.
    func verify(_ connection: Connection) throws -> (VerifiedCounts, BookDifference?) {
      switch self {
      case .loans(let bank, let range): return try Self.verify(bank, range, connection)
      case .closes(let bank):
        var (counts, difference) = try ProvisionProof(connection, bank).verify()
        if difference == nil {
          let closes = try DigestProof(connection, bank).verify()
          counts.add(closes.0)
          difference = closes.1
        }
        return (counts, difference)
      case .portfolio(let verified, let bank):
        let proof = PortfolioProof(connection, bank, month: verified.month)
        return (VerifiedCounts(), try proof.verify())
      case .checks(let banks):
        for broken in try EvidenceRepository(connection).brokenChecks() {
          guard let bank = banks.first(where: { $0.bankID == broken.bankID }) else { continue }
          return (
            VerifiedCounts(),
            BookDifference(
              bank: bank.code, loan: nil, place: broken.name, what: "rows", found: "some",
              expected: "none")
          )
        }
        return (VerifiedCounts(), nil)
      }
    }

    private static func verify(
      _ bank: VerifiedBank, _ range: ClosedRange<Int64>, _ connection: Connection
    ) throws -> (VerifiedCounts, BookDifference?) {
      let loans = try EvidenceRepository(connection)
        .loans(bankID: bank.bankID, range, month: bank.month)
      var counts = VerifiedCounts()
      for evidence in loans {
        counts.loans += 1
        counts.facts += evidence.facts.count
        counts.transfers += evidence.transfers.count
        counts.positions += evidence.positions.count
        do {
          if let found = try LoanProof(evidence, in: bank).difference { return (counts, found) }
        } catch let error as any Explained {
          return (
            counts,
            BookDifference(
              bank: bank.code, loan: evidence.loan.number, place: "facts", what: "replay",
              found: error.code, expected: "none")
          )
        }
      }
      return (counts, nil)
    }
  }
}
