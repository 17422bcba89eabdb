package import Postgres
package import Quantities

/// What stands for a bank's month once it is closed: a digest over its facts, its transfers and its
/// positions, chained with that of the month closed before.
///
/// Shape:    one line of text for each part, with its rows and the SHA-256 of its lines, under the
///           bank, the month and the digest before; the digest is the SHA-256 of that text.
/// Encoding: a part's lines are what psql prints for its file of `SQL/queries/digests`:
///           PostgreSQL's COPY text of natural keys and amounts in minor units, without ids and
///           instants.
/// Cover:    each fact stands in one digest: that of the month it was booked in or, if it was
///           recorded after that month's close, that of the next.
package struct MonthDigest: Hashable, Sendable {
  /// What a close is over.
  package struct Scope: Hashable, Sendable {
    package var bankID: Int64
    package var bankCode: String
    package var month: Month
    /// The version of the month's positions that is closed.
    package var positionVersion: Int32
    /// The number of the fact that closes the month; the digest is over the facts before it.
    package var factNumber: Int64
    /// The last close in force of an earlier month; nil for the first.
    package var previous: Link?

    package init(
      bankID: Int64, bankCode: String, month: Month, positionVersion: Int32, factNumber: Int64,
      previous: Link?
    ) {
      self.bankID = bankID
      self.bankCode = bankCode
      self.month = month
      self.positionVersion = positionVersion
      self.factNumber = factNumber
      self.previous = previous
    }
  }

  /// The close before.
  package struct Link: Hashable, Sendable {
    package var digest: Digest
    package var factNumber: Int64

    package init(digest: Digest, factNumber: Int64) {
      self.digest = digest
      self.factNumber = factNumber
    }
  }

  /// What the digest is the SHA-256 of.
  package let text: String
  package let digest: Digest

  private static let setStyle = Statement.file("digests/set_style")
  private static let findRecorded = Statement.file("digests/find_recorded")
  private static let findFirstDay = Statement.file("digests/find_first_day")
  private static let listRuns = Statement.file("digests/list_runs")
  private static let copyFacts = Statement.file("digests/copy_facts")
  private static let copyTransfers = Statement.file("digests/copy_transfers")
  private static let copyRunTransfers = Statement.file("digests/copy_run_transfers")
  private static let copyBankTransfers = Statement.file("digests/copy_bank_transfers")
  private static let copyPositions = Statement.file("digests/copy_positions")

  /// Computes the digest of a close, within the caller's transaction.
  ///
  /// - Throws: `PostgresError`.
  package static func compute(_ connection: Connection, _ scope: Scope) throws -> MonthDigest {
    try connection.script(setStyle.text, name: setStyle.name)
    var lines = [
      "shanhai month digest 1", "bank \(scope.bankCode)", "month \(scope.month)",
      "previous \(scope.previous?.digest.hex ?? "none")",
    ]
    let bank = StatementPart.number(scope.bankID)
    let previous = scope.previous?.factNumber ?? 0
    let close = StatementPart.number(scope.factNumber)
    let firstDay = scope.month.firstDay
    let lastDay = StatementPart.day(scope.month.lastDay)
    let first = min(previous, try firstFact(connection, scope))
    let facts = copyFacts.with([
      "bank": bank, "first": .number(first), "previous": .number(previous), "close": close,
      "from_day": .day(firstDay), "to_day": lastDay,
    ])
    lines.append("facts \(try part(facts, connection))")
    let earliest = try earliestDay(connection, scope, since: previous)
    let transfers = copyTransfers.with([
      "bank": bank, "previous": .number(previous), "close": close, "earliest": .day(earliest),
      "from_day": .day(firstDay), "to_day": lastDay,
    ])
    lines.append("transfers \(try part(transfers, connection))")
    for row in try connection.query(
      listRuns, [scope.bankID, firstDay, previous, scope.factNumber])
    {
      let number: Int32 = try row.get("run_number")
      let month: Day = try row.get("month")
      let run = copyRunTransfers.with([
        "bank": bank, "run": .number(Int64(number)), "booked_on": .day(month.month.lastDay),
      ])
      lines.append("run \(number) \(month.month) \(try part(run, connection))")
    }
    let ofBank = copyBankTransfers.with([
      "bank": bank, "previous": .number(previous), "close": close, "month": .day(firstDay),
    ])
    // A month whose runs booked nothing of the bank has no such line; so those from before
    // provisions were booked keep their digests.
    let booked = try part(ofBank, connection)
    if !booked.hasPrefix("0 ") { lines.append("bank-transfers \(booked)") }
    let positions = copyPositions.with([
      "bank": bank, "month": .day(firstDay), "version": .number(Int64(scope.positionVersion)),
    ])
    lines.append("positions \(scope.positionVersion) \(try part(positions, connection))")
    return MonthDigest(lines)
  }

  private init(_ lines: [String]) {
    text = lines.map { $0 + "\n" }.joined()
    digest = Digest(of: text)
  }

  /// A part's rows and the SHA-256 of its lines.
  private static func part(_ statement: Statement, _ connection: Connection) throws -> String {
    let hash = SHA256()
    let count = try connection.copyOutText(statement) { hash.add($0) }
    return "\(count) \(hash.digest().hex)"
  }

  /// A number that no fact booked in the month is below.
  ///
  /// Why: numbers follow the business date, so it is found by halving instead of a scan.
  private static func firstFact(_ connection: Connection, _ scope: Scope) throws -> Int64 {
    var below: Int64 = 0
    var from = scope.factNumber
    while below + 1 < from {
      let middle = below + (from - below) / 2
      let row = try connection.first(findRecorded, [scope.bankID, middle])
      let day: Day? = try row?.get("booked_on")
      if let day, day < scope.month.firstDay {
        below = try row?.get("fact_number") ?? middle
      } else {
        from = middle
      }
    }
    return from
  }

  /// A day that no fact of the digest is booked before.
  private static func earliestDay(
    _ connection: Connection, _ scope: Scope, since previous: Int64
  ) throws -> Day {
    let row = try connection.first(
      findFirstDay, [scope.bankID, previous, scope.factNumber])
    let day: Day? = try row?.optional("first_on")
    return min(scope.month.firstDay, day ?? scope.month.firstDay)
  }
}
