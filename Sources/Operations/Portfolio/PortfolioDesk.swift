import Banks
import Postgres
import Quantities
import Repositories
import Risk

/// A bank's counted months, kept and read.
struct PortfolioDesk {
  private let connection: Connection
  private let bank: Bank
  private let repository: PortfolioRepository
  /// Of all months as known, by month.
  private let versions: [CountedVersion]

  /// - Parameters:
  ///   - connection: of a transaction.
  ///   - bank: whose months.
  ///   - factNumber: the last fact that is known.
  /// - Throws: `PostgresError`.
  init(_ connection: Connection, _ bank: Bank, knownAt factNumber: Int64) throws {
    self.connection = connection
    self.bank = bank
    repository = PortfolioRepository(connection, bankID: bank.id)
    versions = try repository.versions(knownAt: factNumber)
  }

  /// The version of a month; nil for one without positions.
  func version(of month: Month) -> CountedVersion? { versions.first { $0.month == month } }

  /// Counts the months up to one, those that are not kept yet, and keeps them.
  ///
  /// - Parameters:
  ///   - month: the last of them.
  ///   - flows: what is known to have been booked in some of them, by kind, payer and accounts.
  /// - Throws: `PostgresError`.
  func keep(through month: Month, flows: [Month: [PortfolioMonth.Flow]] = [:]) throws {
    let missing = try missing(through: month)
    try CountPortfolio(connection, bank, versions: versions, flows: flows).each(missing) {
      try repository.insert($0)
    }
  }

  /// The counted months up to one: what is kept is read, what is not is counted.
  ///
  /// - Parameters:
  ///   - month: the last one, of which everything is read; of earlier ones the whole, moves and
  ///     vintages.
  ///   - recounts: whether all are counted, and nothing that is kept is read.
  ///   - part: whose loans are counted, all months then; nil for all.
  /// - Returns: by month.
  /// - Throws: `PostgresError`.
  func months(
    through month: Month, recounts: Bool = false, part: PortfolioPart? = nil
  ) throws -> [Month: PortfolioMonth] {
    let all = versions.filter { $0.month <= month }
    let counts = recounts || part != nil
    let missing = counts ? Set(all.map(\.month)) : try missing(through: month)
    var months: [Month: PortfolioMonth] = [:]
    for version in all where !missing.contains(version.month) {
      months[version.month] = PortfolioMonth(
        bankID: bank.id, month: version.month, version: version.version)
    }
    var last = months.filter { $0.key == month }
    try repository.load(.all, into: &last)
    var earlier = months.filter { $0.key < month }
    try repository.load([.cells, .moves, .vintages, .flows], into: &earlier, cuts: [.whole])
    var result = earlier.merging(last) { $1 }
    try CountPortfolio(connection, bank, versions: versions, part: part).each(missing) {
      result[$0.month] = $0
    }
    return result
  }

  /// Counts the months that are kept again, or one of them, and hands each over with what is kept.
  func eachKept(
    _ month: Month?, _ body: (_ kept: PortfolioMonth, _ counted: PortfolioMonth) throws -> Void
  ) throws {
    let counted = try repository.counted()
    let kept = versions.filter {
      counted[$0.month]?.contains($0.version) == true && (month ?? $0.month) == $0.month
    }
    try CountPortfolio(connection, bank, versions: versions).each(Set(kept.map(\.month))) { month in
      var one = [
        month.month: PortfolioMonth(
          bankID: bank.id, month: month.month, version: month.version)
      ]
      try repository.load(.all, into: &one)
      if let kept = one[month.month] { try body(kept, month) }
    }
  }

  private func missing(through month: Month) throws -> Set<Month> {
    let counted = try repository.counted()
    return Set(
      versions.filter {
        $0.month <= month && counted[$0.month]?.contains($0.version) != true
      }.map(\.month))
  }
}
