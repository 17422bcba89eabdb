import Classification
import Postgres
import Posting
import Quantities
import Repositories

/// What brings the provisions of one bank from what is held to what its loans require.
///
/// Rule: held is what the books hold at the month's end, by the facts and runs before the run and
///       by what the run moved of loans; the difference is booked, of either sign. So a second run
///       books nothing, and a write-off of the month is made up for.
struct ProvisionDesk {
  private let provisions: ProvisionRepository
  private let bankID: Int64

  init(_ connection: Connection, bankID: Int64) {
    provisions = ProvisionRepository(connection)
    self.bankID = bankID
  }

  /// What a run is to book; nil where what is held is what is required.
  ///
  /// - Parameters:
  ///   - run: the run.
  ///   - required: the provisions of the loans; nil for those of the run's positions.
  ///   - moved: what the run's loans move that is not in the books yet.
  /// - Returns: nil for a run without provisions, too.
  /// - Throws: `PostgresError`.
  func transfer(
    _ run: StoredRun, required: Money? = nil, moved: Money = .zero
  ) throws -> BankTransfer? {
    guard run.provisions != nil, let version = run.version else { return nil }
    let wanted =
      try required ?? provisions.required(bankID: bankID, month: run.month, version: version)
    let day = run.month.lastDay
    let held = try provisions.moves(bankID: bankID, through: day)
      .held(on: day, run: run.factNumber, isAfter: false)
    return Posting.provision(required: wanted, held: held + moved).map {
      BankTransfer(runNumber: run.number, bookedOn: day, $0)
    }
  }

  /// Books what a run whose positions are there is to book.
  ///
  /// - Returns: what was booked; nil for nothing.
  /// - Throws: `PostgresError`.
  @discardableResult
  func book(_ run: StoredRun) throws -> BankTransfer? {
    guard let transfer = try transfer(run) else { return nil }
    try provisions.insert(transfer, bankID: bankID)
    return transfer
  }
}

extension BankTransfer {
  /// The amount, less than zero where provisions were given back.
  var change: Money { credit == Account.provisions.rawValue ? amount : -amount }
}

extension StoredRun {
  init(_ run: AccrualRun, _ request: RunRequest) {
    self.init(
      number: run.number, factNumber: run.factNumber, month: run.month, version: run.version,
      request: request.text)
  }
}
