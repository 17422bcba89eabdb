import LoanProducts
import Postgres
import Quantities
import Repositories
import Risk
import Servicing

/// A range of loans that one connection takes through a month's end, into tables of its own.
struct RunSlice: Sendable {
  /// Loans of one bank: `after` and `until` are left out.
  struct Part: Sendable {
    var bank: MonthEndBank
    let after: Int64
    let until: Int64
  }

  /// How many loans are read at once.
  static let pageSize = 20_000
  /// Of how many all facts are read at once.
  static let replayedAtOnce = 2_000

  let parts: [Part]
  let range: LeafRange
  let transfers: Leaf
  /// Nil for a run without positions.
  let positions: Leaf?

  var leaves: [Leaf] { [transfers] + (positions.map { [$0] } ?? []) }

  /// Fills the tables and gives them their keys, within a transaction.
  ///
  /// - Parameters:
  ///   - connection: of the transaction.
  ///   - progress: called with the number of loans of each page.
  ///   - hand: called after each part with where its loans stand, as far as it was found on the
  ///     way; again of a transaction that is tried again.
  /// - Returns: what was done, bank by bank.
  /// - Throws: `PostgresError`, what `hand` throws.
  func fill(
    _ connection: Connection, _ progress: (Int) -> Void,
    _ hand: (MonthEndBank, FollowedLoans) throws -> Void
  ) throws -> SliceTallies {
    let leafRepository = LeafRepository(connection)
    for leaf in leaves { try leafRepository.make(leaf) }
    var tallies = SliceTallies()
    let writer = RunWriter(connection)
    for part in parts {
      let start = ContinuousClock.now
      var tally = RunTally()
      var followed = FollowedLoans()
      try walk(part, connection, progress) { page in
        try writer.insert(page.transfers, into: transfers)
        let written = ContinuousClock.now
        if let positions {
          try writer.insert(page.positions, month: part.bank.month, into: positions)
        }
        tally.positionMicroseconds += written.duration(to: .now).microseconds
        try OutlookRepository(connection).save(page.renewed, bankID: part.bank.bankID)
        tally.add(page.tally)
        followed.add(page.followed)
      }
      tally.microseconds =
        start.duration(to: .now).microseconds - tally.positionMicroseconds
      tallies.banks[part.bank.bankID, default: RunTally()].add(tally)
      try hand(part.bank, followed)
    }
    for leaf in leaves { try leafRepository.key(leaf) }
    return tallies
  }

  /// Calls `body` with what each page of a part's loans comes to.
  func walk(
    _ part: Part, _ connection: Connection, _ progress: (Int) -> Void,
    _ body: (MonthEndPage) throws -> Void
  ) throws {
    let outlooks = OutlookRepository(connection)
    // Here, and not in the transaction that locks the heads: it would keep other connections from
    // dropping tables that refer to loans.
    let debtors = try part.bank.debtors(connection)
    var request = OutlookPage(
      bankID: part.bank.bankID, after: part.after, until: part.until, count: Self.pageSize,
      since: part.bank.since, forPositions: part.bank.writesPositions)
    while true {
      let rows = try outlooks.page(request)
      guard let last = rows.last else { return }
      var page = MonthEndPage(part.bank, debtors)
      var late: [OutlookRow] = []
      for row in rows {
        if let stored = row.stored, let place = part.bank.place(stored) {
          page.take(row, stored, at: place)
        } else {
          late.append(row)
        }
      }
      try replay(late, into: &page, connection)
      try body(page)
      progress(rows.count)
      if rows.count < Self.pageSize { return }
      request.after = last.loanID
    }
  }

  /// Replays the loans whose outlooks don't tell the month's end.
  private func replay(
    _ late: [OutlookRow], into page: inout MonthEndPage, _ connection: Connection
  ) throws {
    guard !late.isEmpty else { return }
    for some in late.batches(of: Self.replayedAtOnce) {
      try replay(some: some, into: &page, connection)
    }
    page.transfers.sort { $0.loanID < $1.loanID }
    page.positions.sort { $0.position.loanID < $1.position.loanID }
  }

  /// Replays some loans; one that fails is set aside.
  private func replay(
    some late: ArraySlice<OutlookRow>, into page: inout MonthEndPage, _ connection: Connection
  ) throws {
    let bank = page.bank
    let booked = try OutlookRepository(connection)
      .posted(bankID: bank.bankID, loanIDs: late.filter { $0.stored == nil }.map(\.loanID))
    let candidates = try AccrualRepository(connection)
      .candidates(bankID: bank.bankID, loanIDs: late.map(\.loanID))
    for (row, candidate) in zip(late, candidates) {
      do {
        try page.replay(row, candidate, booked: booked[row.loanID])
      } catch let error as PostgresError {
        throw error
      } catch let error as any Explained {
        page.tally.setAside.append(
          SetAsideLoan(loanID: row.loanID, code: error.code, reason: "\(error)"))
        // What it had posted is asked of the books from now on.
        var unknown = row
        unknown.stored = nil
        page.renewed.append(unknown)
      }
    }
  }
}

extension RunSlice {
  /// Divides the loans of some banks.
  ///
  /// - Parameters:
  ///   - banks: by id.
  ///   - versions: of the positions to write, by bank; banks of one slice share it.
  ///   - count: how many slices are wanted, more or less.
  /// - Returns: slices whose ranges do not meet.
  static func divide(
    _ banks: [MonthEndBank], versions: [Int64: Int32], into count: Int
  ) -> [RunSlice] {
    let total = banks.reduce(0) { $0 + $1.lastLoanID }
    let size = max(1, (total + Int64(count) - 1) / Int64(count))
    var slices: [RunSlice] = []
    var parts: [Part] = []
    var room = size
    func finish() {
      guard !parts.isEmpty else { return }
      slices.append(RunSlice(parts, version: versions[parts[0].bank.bankID]))
      parts = []
      room = size
    }
    for bank in banks {
      if let first = parts.first, versions[first.bank.bankID] != versions[bank.bankID] { finish() }
      var after: Int64 = 0
      repeat {
        let until = min(after + room, bank.lastLoanID) + 1
        parts.append(
          Part(bank: bank, after: after, until: until > bank.lastLoanID ? .max : until))
        room -= until - 1 - after
        after = until - 1
        if room <= 0 { finish() }
      } while after < bank.lastLoanID
    }
    finish()
    return slices
  }

  private init(_ parts: [Part], version: Int32?) {
    self.parts = parts
    let first = parts[0]
    let last = parts[parts.count - 1]
    range = LeafRange(
      firstBank: first.bank.bankID, firstLoan: first.after == 0 ? nil : first.after + 1,
      lastBank: last.bank.bankID, untilLoan: last.until == .max ? nil : last.until)
    let mark = "b\(first.bank.bankID)_r\(first.bank.runNumber)_l\(first.after)"
    transfers = Leaf(.runTransfers, month: first.bank.month, mark: mark)
    positions = version.map { version in
      Leaf(.positions(version: version), month: first.bank.month, mark: "v\(version)_\(mark)")
    }
  }
}
