import Accrual
import LoanProducts
import Postgres
import Quantities
import Repositories
import Scheduling
import Servicing

/// Brings what is kept of loans to what a run has made of them.
struct FollowingDesk {
  private let connection: Connection
  private let bank: MonthEndBank

  init(_ connection: Connection, _ bank: MonthEndBank) {
    self.connection = connection
    self.bank = bank
  }

  /// States follow what the run found of its loans on the way.
  ///
  /// Their states alone are locked: other connections may go on with the run meanwhile.
  ///
  /// - Throws: `PostgresError`.
  func follow(_ found: FollowedLoans) throws {
    let repository = StateRepository(connection)
    try repository.update(
      found.states.sorted { $0.key < $1.key }.map { (loanID: $0.key, state: $0.value) },
      bankID: bank.bankID)
    for batch in found.told.keys.sorted().batches(of: StateRepository.batchSize) {
      let states = try repository.load(bankID: bank.bankID, loanIDs: Array(batch))
      let moved = states.compactMap { loanID, state -> (loanID: Int64, state: LoanState)? in
        guard let told = found.told[loanID] else { return nil }
        var followed = state
        followed.follow(told)
        return followed == state ? nil : (loanID, followed)
      }
      try repository.update(moved, bankID: bank.bankID)
    }
  }

  /// States follow the claims at the month's end, unless a later fact has brought them further.
  ///
  /// - Parameter loanIDs: of which loans.
  /// - Throws: `PostgresError`.
  func follow(_ loanIDs: [Int64]) throws {
    for batch in loanIDs.sorted().batches(of: StateRepository.batchSize) {
      try replay(Array(batch))
    }
  }

  private func replay(_ loanIDs: [Int64]) throws {
    let candidates = try AccrualRepository(connection)
      .candidates(bankID: bank.bankID, loanIDs: loanIDs)
    let market = try ProductRepository(connection).market(knownIn: bank.bankID)
    var states: [(loanID: Int64, state: LoanState)] = []
    for candidate in candidates {
      // What a fact has settled stays so, whatever rate became known since.
      let known =
        candidate.state.status == .settled
        ? market.known(at: candidate.state.lastFactNumber) : bank.market
      let contract = try LoanContract(
        candidate.loan.terms, market: known, facts: candidate.facts)
      guard let claim = try contract.claim(of: candidate.facts, through: bank.end) else {
        continue
      }
      let state = candidate.following(claim, on: bank.end)
      if state != candidate.state { states.append((candidate.loan.loanID, state)) }
    }
    try StateRepository(connection).update(states, bankID: bank.bankID)
  }

  /// Outlooks of loans with later facts learn what was posted by now.
  ///
  /// - Parameter posted: for each loan its id and the six amounts.
  /// - Throws: `PostgresError`.
  func keepPosted(_ posted: [Int64]) throws {
    let outlooks = OutlookRepository(connection)
    var rows: [OutlookRow] = []
    for start in stride(from: 0, to: posted.count, by: 7) {
      guard var row = try outlooks.find(bankID: bank.bankID, loanID: posted[start]) else {
        continue
      }
      row.stored?.posted = AccrualTarget(amounts: posted[(start + 1)..<(start + 7)])
      rows.append(row)
    }
    try outlooks.save(rows, bankID: bank.bankID)
  }
}
