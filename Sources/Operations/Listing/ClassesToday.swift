import Classification
import LoanProducts
import Postgres
import Quantities
import Repositories

/// The classes of a bank's active loans, as lists show them.
///
/// Why:    a list reads one row a loan; the few whose class hangs on more than that are replayed.
/// Bounds: time by those few; memory by `batchSize` of them.
struct ClassesToday {
  private static let batchSize = 2_000

  let connection: Connection
  let bankID: Int64
  /// To whose end days are counted.
  let asOf: Day
  /// The bank's; what is unpaid by then is known.
  let businessDate: Day
  let policy: ClassPolicy

  /// - Parameters:
  ///   - entries: active loans.
  ///   - firms: who of those who owe them is no retail customer.
  /// - Returns: the class of each loan; of one that can't be replayed without its facts.
  /// - Throws: `PostgresError`.
  func classes(of entries: [LoanEntry], firms: Set<Int64>) throws -> [Int64: RiskClass] {
    let owed = try DebtorRepository(connection)
      .loansOwed(
        bankID: bankID, by: firms.intersection(entries.map(\.borrowerID)).sorted(), [.active]
      )
      .filter { $0.value.count > 1 }
    let byFacts = entries.filter { $0.isClassedByFacts || owed[$0.borrowerID] != nil }
    let replayed = try replay(Set(byFacts.map(\.loanID)).union(owed.values.joined()), firms)
    let floors = owed.mapValues { loans in
      CrossDefault.floor(of: loans.compactMap { replayed[$0] })
    }
    var classes: [Int64: RiskClass] = [:]
    for entry in entries {
      let own = replayed[entry.loanID]?.riskClass ?? plain(entry, debtor(entry.borrowerID, firms))
      classes[entry.loanID] = max(own, floors[entry.borrowerID] ?? .normal)
    }
    return classes
  }

  /// By its row alone.
  private func plain(_ entry: LoanEntry, _ debtor: DebtorGrounds) -> RiskClass {
    ClassificationRule.riskClass(
      ClassGrounds(
        overdueDays: entry.overdueDays(on: asOf), isRestructured: entry.isRestructured, debtor))
  }

  private func debtor(_ borrowerID: Int64, _ firms: Set<Int64>) -> DebtorGrounds {
    firms.contains(borrowerID) ? DebtorGrounds(by: policy) : .retail
  }

  /// Each as it is by itself.
  private func replay(
    _ loanIDs: Set<Int64>, _ firms: Set<Int64>
  ) throws -> [Int64: DebtorLoan] {
    guard !loanIDs.isEmpty else { return [:] }
    let market = try ProductRepository(connection).market()
    var replayed: [Int64: DebtorLoan] = [:]
    for batch in loanIDs.sorted().batches(of: Self.batchSize) {
      let candidates = try AccrualRepository(connection)
        .candidates(bankID: bankID, loanIDs: Array(batch))
      for candidate in candidates {
        let judged = candidate.judged(
          on: asOf, known: max(asOf, businessDate), market: market,
          debtor(candidate.state.borrowerID, firms))
        if let (claim, grounds) = judged {
          replayed[candidate.loan.loanID] = DebtorLoan(claim, judgedBy: grounds)
        }
      }
    }
    return replayed
  }
}
