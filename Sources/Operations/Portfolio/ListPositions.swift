package import Banks
package import Postgres
import Quantities
package import Repositories
package import Risk

/// A position as it is listed, with the member of each cut that it is in.
package struct ListedPosition: Sendable {
  package let bank: Bank
  package let entry: PositionEntry
  /// Of all cuts but the whole.
  package let members: [PortfolioCut: String]
}

/// The positions behind a report, loan by loan.
package enum ListPositions {
  /// Calls `body` once with what calls with each position of a month, by bank and loan, in one
  /// snapshot.
  ///
  /// - Parameters:
  ///   - request: as of the report whose loans are asked for.
  ///   - filter: which of them.
  ///   - pool: where.
  ///   - body: is given the way to go through the positions.
  /// - Throws: as `ReportRisk.run`; what `body` throws.
  package static func each(
    _ request: RiskRequest, where filter: PositionFilter, on pool: ConnectionPool,
    _ body: @escaping @Sendable (((ListedPosition) throws -> Void) throws -> Void) throws -> Void
  ) async throws {
    try await pool.transaction(.readOnlySnapshot) { connection in
      try body { try walk(request, filter, connection, $0) }
    }
  }

  private static func walk(
    _ request: RiskRequest, _ filter: PositionFilter, _ connection: Connection,
    _ body: (ListedPosition) throws -> Void
  ) throws {
    for bank in try request.scope.owner(BankRepository(connection)).banks {
      guard let version = try request.version(of: bank, connection) else { continue }
      let repository = TraitRepository(connection, bankID: bank.id)
      let traits = try repository.traits(bank.currency)
      var count = PortfolioCount(
        traits, bankID: bank.id, version,
        history: PortfolioCount.History(loanCount: traits.loanCount))
      try repository.eachEntry(of: version) { entry in
        count.add(entry.position, branch: entry.branch)
        let members = count.members(of: entry.position.loanID)
        guard filter.holds(entry.position, members) else { return }
        try body(ListedPosition(bank: bank, entry: entry, members: members))
      }
    }
  }
}
