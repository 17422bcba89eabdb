import Classification
package import Postgres
package import Quantities
package import Risk

/// Which parts of counted months are read.
package struct PortfolioParts: OptionSet, Hashable, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// Sums and borrowers, by the cuts asked for.
  package static let cells = PortfolioParts(rawValue: 1)
  package static let moves = PortfolioParts(rawValue: 2)
  package static let vintages = PortfolioParts(rawValue: 4)
  package static let defaults = PortfolioParts(rawValue: 8)
  package static let largest = PortfolioParts(rawValue: 16)
  package static let flows = PortfolioParts(rawValue: 32)
  package static let all = PortfolioParts(rawValue: 63)
}

extension PortfolioRepository {
  private static let listMonths = Statement.file("portfolio/list_months")
  private static let listCells = Statement.file("portfolio/list_cells")
  private static let listBorrowers = Statement.file("portfolio/list_borrowers")
  private static let listMoves = Statement.file("portfolio/list_moves")
  private static let listVintages = Statement.file("portfolio/list_vintages")
  private static let listDefaults = Statement.file("portfolio/list_defaults")
  private static let listLargest = Statement.file("portfolio/list_largest")
  private static let listFlows = Statement.file("portfolio/list_flows")

  /// Adds what is kept of some months to them.
  ///
  /// - Parameters:
  ///   - parts: what is read.
  ///   - months: by month; each names its version.
  ///   - cuts: of sums and borrowers.
  /// - Throws: `PostgresError`.
  package func load(
    _ parts: PortfolioParts, into months: inout [Month: PortfolioMonth],
    cuts: [PortfolioCut] = PortfolioCut.allCases
  ) throws(PostgresError) {
    let versions = months.values.sorted { $0.month < $1.month }
    let of: [(any PostgresEncodable)?] = [
      bankID, versions.map(\.month.firstDay), versions.map(\.version),
    ]
    try read(Self.listMonths, of, &months) { row, month throws(PostgresError) in
      month.heldProvision = try row.get(1)
    }
    let names = cuts.map(\.rawValue)
    if parts.contains(.cells) {
      try read(Self.listCells, of + [names], &months, Self.addCell)
      try read(Self.listBorrowers, of + [names], &months, Self.addBorrowers)
    }
    if parts.contains(.moves) { try read(Self.listMoves, of, &months, Self.addMove) }
    if parts.contains(.vintages) { try read(Self.listVintages, of, &months, Self.addVintage) }
    if parts.contains(.defaults) {
      try read(Self.listDefaults, of, &months) { row, month throws(PostgresError) in
        month.defaults.append(try row.get(1))
      }
    }
    if parts.contains(.largest) { try read(Self.listLargest, of, &months, Self.addDebtor) }
    if parts.contains(.flows) { try read(Self.listFlows, of, &months, Self.addFlow) }
  }

  private func read(
    _ statement: Statement, _ parameters: [(any PostgresEncodable)?],
    _ months: inout [Month: PortfolioMonth],
    _ add: (Row, inout PortfolioMonth) throws(PostgresError) -> Void
  ) throws(PostgresError) {
    for row in try connection.query(statement, parameters) {
      let day: Day = try row.get(0)
      guard var month = months.removeValue(forKey: day.month) else { continue }
      try add(row, &month)
      months[day.month] = month
    }
  }

  private static func days(_ row: Row, _ index: Int) throws(PostgresError) -> DaysBand {
    let from: Int32 = try row.get(index)
    guard let band = DaysBand(rawValue: from) else {
      throw row.wrong("\(index)", "\(from)")
    }
    return band
  }

  private static func addCell(
    _ row: Row, _ month: inout PortfolioMonth
  ) throws(PostgresError) {
    let key = PortfolioMonth.CellKey(
      try row.value(1), try row.get(2), days: try days(row, 3), try row.value(4),
      isRestructured: try row.get(5))
    var cell = PortfolioMonth.Cell()
    cell.loans = try row.get(6)
    cell.principal = try row.get(7)
    cell.principalDue = try row.get(8)
    cell.interestDue = try row.get(9)
    cell.interestRunning = try row.get(10)
    cell.penaltyDue = try row.get(11)
    cell.bookPrincipal = try row.get(12)
    cell.generalProvision = try row.get(13)
    cell.specialProvision = try row.get(14)
    month.cells[key] = cell
  }

  private static func addBorrowers(
    _ row: Row, _ month: inout PortfolioMonth
  ) throws(PostgresError) {
    let member = PortfolioMonth.Member(try row.value(1), try row.get(2))
    month.borrowers[member] = try row.get(3, as: Int64.self)
  }

  private static func addMove(
    _ row: Row, _ month: inout PortfolioMonth
  ) throws(PostgresError) {
    let move = PortfolioMonth.Move(
      try row.get(1, as: Int.self), try row.value(2), line: try row.get(3), from: try row.get(4),
      to: try row.get(5))
    month.moves[move] = Tally(
      loans: try row.get(6, as: Int.self), principal: Int128(try row.get(7, as: Int64.self)))
  }

  private static func addVintage(
    _ row: Row, _ month: inout PortfolioMonth
  ) throws(PostgresError) {
    let quarter: Day = try row.get(2)
    let cohort = PortfolioMonth.Cohort(
      line: try row.get(1), quarter: quarter.month, monthsOnBook: try row.get(3, as: Int.self))
    var vintage = PortfolioMonth.Vintage()
    vintage.grantedLoans = try row.get(4)
    vintage.granted = try row.get(5)
    vintage.loans = try row.get(6)
    vintage.principal = try row.get(7)
    vintage.atRisk30 = try row.get(8)
    vintage.atRisk90 = try row.get(9)
    vintage.defaultLoans = try row.get(10)
    vintage.defaultGranted = try row.get(11)
    month.vintages[cohort] = vintage
  }

  private static func addDebtor(
    _ row: Row, _ month: inout PortfolioMonth
  ) throws(PostgresError) {
    month.largest.append(
      PortfolioMonth.Debtor(
        try row.value(1), reference: try row.get(3), loans: try row.get(4),
        principal: try row.get(5)))
  }

  private static func addFlow(
    _ row: Row, _ month: inout PortfolioMonth
  ) throws(PostgresError) {
    month.flows.append(
      PortfolioMonth.Flow(
        kind: try row.get(1), debit: try row.get(2), credit: try row.get(3),
        amount: try row.get(4), rows: try row.get(5)))
  }
}
