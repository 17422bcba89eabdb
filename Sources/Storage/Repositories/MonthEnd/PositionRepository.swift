package import Postgres
package import Quantities

/// Which month-end positions there are.
package struct PositionRepository {
  private static let findVersion = Statement.file("reporting/find_version")
  private static let lastPositions = Statement.file("reporting/last_positions")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// The last version of a bank's positions of a month; nil if none was written.
  package func version(bankID: Int64, month: Month) throws(PostgresError) -> Int32? {
    try connection.first(Self.findVersion, [bankID, month.firstDay])?.get("version")
  }

  /// The month and version of a bank's last positions; nil before the first.
  package func last(bankID: Int64) throws(PostgresError) -> (month: Month, version: Int32)? {
    guard let row = try connection.first(Self.lastPositions, [bankID]) else { return nil }
    let month: Day = try row.get("month")
    return (month.month, try row.get("version"))
  }
}
