import Banks
import Postgres
import Posting
import Quantities
import Repositories

/// One bank whose facts are there, and whose books are made from them.
struct RebuildDesk {
  let bank: Bank
  /// By number.
  let runs: [StoredRun]
  private let connection: Connection
  private let monthFacts: [MonthFact]

  /// How many loans are made at once.
  private static let rangeSize: Int64 = 500

  /// - Throws: `RebuildError.factUnreadable`, `PostgresError`.
  init(_ connection: Connection, _ bank: Bank) throws {
    self.bank = bank
    self.connection = connection
    monthFacts = try RebuildRepository(connection).monthFacts(bankID: bank.id)
    var runs: [StoredRun] = []
    var versions: [Month: Int32] = [:]
    for fact in monthFacts where fact.kind == .accrued {
      guard let number = fact.key.split(separator: "-").last.flatMap({ Int32($0) }) else {
        throw RebuildError.factUnreadable(fact.number, bank: bank.code)
      }
      var version: Int32?
      if RunRequest.writesPositions(fact.request) {
        version = versions[fact.month, default: 0] + 1
        versions[fact.month] = version
      }
      runs.append(
        StoredRun(
          number: number, factNumber: fact.number, month: fact.month, version: version,
          request: fact.request))
    }
    self.runs = runs
  }

  /// Writes what follows from the facts of the bank's loans.
  func deriveLoans(_ books: inout RebuiltBooks, _ progress: (Int) -> Void) throws {
    var sums = runs.map { _ in BookPiece.RunSums() }
    let head = try BankRepository(connection).readHead(bankID: bank.id)
    let verified = try VerifiedBank(connection, bank, runs: runs, month: nil)
    let last = head?.lastLoanID ?? 0
    for first in stride(from: Int64(1), through: last, by: Int(Self.rangeSize)) {
      let range = first...min(last, first + Self.rangeSize - 1)
      let evidence = try EvidenceRepository(connection)
        .loans(bankID: bank.id, range, month: nil)
      let steps = try RebuildRepository(connection).steps(bankID: bank.id, range)
      var rows = BookRows()
      for loan in evidence {
        var rebuild = LoanRebuild(loan, steps[loan.loan.loanID] ?? [], in: verified)
        try rebuild.add(to: &rows, &sums)
      }
      try BookRepository(connection).insert(rows)
      books.transfers += rows.transferCount
      books.positions += rows.positionCount
      books.loans += evidence.count
      progress(evidence.count)
    }
    if last > 0 { books.banks += 1 }
    for (place, stored) in runs.enumerated() {
      var run = AccrualRun(
        number: stored.number, factNumber: stored.factNumber, month: stored.month,
        version: stored.version)
      run.loanCount = sums[place].loanCount
      run.transferCount = sums[place].transferCount
      run.interest = sums[place].interest
      run.penalty = sums[place].penalty
      try AccrualRepository(connection).insert(run, bankID: bank.id)
    }
  }

  /// Books what the runs booked for the bank as a whole, once its keys are there.
  func deriveProvisions(_ books: inout RebuiltBooks) throws {
    let desk = ProvisionDesk(connection, bankID: bank.id)
    for run in runs where try desk.book(run) != nil { books.transfers += 1 }
  }

  /// Closes and opens the months again as the facts tell.
  ///
  /// - Returns: how many closes there were.
  func deriveCloses() throws -> Int {
    let closes = CloseRepository(connection)
    var count = 0
    for fact in monthFacts where fact.kind != .accrued {
      let last = try closes.lastClosed(bankID: bank.id)
      guard fact.kind == .monthClosed else {
        guard let last else { throw RebuildError.factUnreadable(fact.number, bank: bank.code) }
        try closes.reopen(
          last, bankID: bank.id, factNumber: fact.number, reason: fact.request)
        continue
      }
      let run = runs.last {
        $0.month == fact.month && $0.factNumber < fact.number && $0.version != nil
      }
      guard let version = run?.version else {
        throw RebuildError.factUnreadable(fact.number, bank: bank.code)
      }
      try CloseDesk.keep(
        CloseDesk.Closing(
          bank: bank, month: fact.month, factNumber: fact.number, positionVersion: version,
          last: last), connection)
      count += 1
    }
    return count
  }
}
