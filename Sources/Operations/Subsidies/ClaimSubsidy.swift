import Banks
import LoanProducts
package import Postgres
package import Quantities
package import Repositories
import Servicing

/// A claim on programmes, as it is asked for.
package struct SubsidyClaimRequest: Hashable, Sendable {
  package var month: Month
  /// The code of one programme; nil for all.
  package var programme: String?
  /// Nil where a repetition only has to make nothing twice.
  package var key: String?

  package init(month: Month, programme: String? = nil, key: String? = nil) {
    self.month = month
    self.programme = programme
    self.key = key
  }

  var canonical: String { "claim subsidy\nmonth=\(month)\nprogramme=\(programme ?? "")" }
}

/// The subsidies accrued by a month's end are claimed of the programmes that owe them, a numbered
/// claim for each.
///
/// Shape: what the books hold on each loan by then, less all that was claimed of it. A second claim
///        of a month has what a later run changed, and nothing if none did.
package enum ClaimSubsidy {
  /// - Returns: the claims made, none if nothing was left to claim; with a key used before those
  ///   made then.
  /// - Throws: `PayerError.programmeUnknown`, `.monthBeforeLastClaim`,
  ///   `OperationError.monthNotOver`, `.monthNotAccrued`, `PostgresError`.
  package static func run(
    _ request: SubsidyClaimRequest, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> (claims: [SubsidyClaim], isNew: Bool) {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.require(.accountOfficer)
      let repository = SubsidyRepository(work.connection, bankID: work.bank.id)
      if let key = request.key, let fact = try work.earlier(key: key, request: request.canonical) {
        return (try repository.claims(fact: fact.number), false)
      }
      let run = try check(request, work)
      try PayerDesk(work).assignMissing()
      let last = try repository.lastClaims()
      for (programme, claim) in last.byProgramme.sorted(by: { $0.key < $1.key })
      where claim.month > request.month && request.programme ?? programme == programme {
        throw PayerError.monthBeforeLastClaim(
          request.month, last: claim.month, programme: programme)
      }
      let reversals = try FactRepository(work.connection).reversals(bankID: work.bank.id)
      let unclaimed = try repository.unclaimed(
        month: request.month, programme: request.programme, run: run,
        undone: Set(Reversals.undone(by: reversals, through: run - 1).keys))
      guard !unclaimed.isEmpty else { return ([], false) }
      let fact = try record(request, unclaimed, work)
      let days = try SubsidyDays(work, month: request.month)
      var number = last.number
      for (programme, loans) in Dictionary(grouping: unclaimed, by: \.programme)
        .sorted(by: { $0.key < $1.key })
      {
        number += 1
        let before = last.byProgramme[programme]
        var claim = NewSubsidyClaim(
          number: number, programme: programme, month: request.month, fact: fact.number)
        if let before, before.month == request.month { claim.batch = before.batch + 1 }
        claim.lines = try days.lines(loans)
        try repository.insert(claim)
      }
      return (try repository.claims(fact: fact.number), true)
    }
  }

  /// - Returns: the fact of the last run by the month's end.
  private static func check(_ request: SubsidyClaimRequest, _ work: BankWork) throws -> Int64 {
    if let code = request.programme {
      let known = try CatalogRepository(work.connection).programmes().map(\.programme.code)
      guard known.contains(code) else {
        throw PayerError.programmeUnknown(code, known: known)
      }
    }
    let month = request.month
    guard month.lastDay <= work.head.businessDate else {
      throw OperationError.monthNotOver(month, businessDate: work.head.businessDate)
    }
    let version = try PositionRepository(work.connection)
      .version(bankID: work.bank.id, month: month)
    let run = try SubsidyRepository(work.connection, bankID: work.bank.id).lastRun(by: month)
    guard version != nil, let run else {
      throw OperationError.monthNotAccrued(month, banks: [work.bank.code])
    }
    return run
  }

  private static func record(
    _ request: SubsidyClaimRequest, _ unclaimed: [UnclaimedSubsidy], _ work: BankWork
  ) throws -> FactRecord {
    let sum = unclaimed.reduce(Money.zero) { $0 + $1.amount }
    let key = request.key ?? "subsidy-claim/\(request.month)/\(work.head.lastFactNumber + 1)"
    return try work.record(
      .subsidyClaimed, effectiveOn: work.head.businessDate, key: key, request: request.canonical
    ) { fact in
      fact.amount = sum.isPositive ? sum : nil
      fact.detail.programme = request.programme
      fact.detail.on = "\(request.month.lastDay)"
    }
  }
}
