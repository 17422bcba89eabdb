import Classification
package import Postgres
package import Quantities
package import Risk

/// What months' positions add up to, kept for later reports.
package struct PortfolioRepository {
  private static let listVersions = Statement.file("portfolio/list_versions")
  private static let listCounted = Statement.file("portfolio/list_counted")
  private static let sumFlows = Statement.file("portfolio/sum_flows")
  private static let insertMonth = Statement.file("portfolio/insert_month")

  let connection: Connection
  let bankID: Int64

  package init(_ connection: Connection, bankID: Int64) {
    self.connection = connection
    self.bankID = bankID
  }

  /// The last version of each month's positions as known at a fact, by month.
  package func versions(knownAt factNumber: Int64) throws(PostgresError) -> [CountedVersion] {
    var versions: [CountedVersion] = []
    for row in try connection.query(Self.listVersions, [bankID, factNumber]) {
      let month: Day = try row.get("month")
      let request: String? = try row.optional("request")
      versions.append(
        CountedVersion(
          month: month.month, version: try row.get("version"),
          factNumber: try row.get("fact_number"),
          rule: RunRequest.positionsRule(of: request ?? ""),
          classes: RunRequest.classes(of: request ?? ""),
          losses: RunRequest.losses(of: request ?? "")))
    }
    return versions
  }

  /// The versions of each month that are kept.
  package func counted() throws(PostgresError) -> [Month: Set<Int32>] {
    var counted: [Month: Set<Int32>] = [:]
    for row in try connection.query(Self.listCounted, [bankID]) {
      let month: Day = try row.get("month")
      counted[month.month, default: []].insert(try row.get("version"))
    }
    return counted
  }

  /// What was booked in the month of a version, as its run knew it.
  ///
  /// - Parameters:
  ///   - version: the positions.
  ///   - loanIDs: of the loans it was booked of; nil for all that was booked, of no loan too.
  /// - Returns: by kind and accounts.
  /// - Throws: `PostgresError`.
  package func flows(
    of version: CountedVersion, loanIDs: [Int64]? = nil
  ) throws(PostgresError) -> [PortfolioMonth.Flow] {
    var flows: [PortfolioMonth.Flow] = []
    for row in try connection.query(
      Self.sumFlows,
      [bankID, version.month.firstDay, version.month.lastDay, version.factNumber, loanIDs])
    {
      flows.append(try Self.flow(row))
    }
    return flows
  }

  static func flow(_ row: Row) throws(PostgresError) -> PortfolioMonth.Flow {
    PortfolioMonth.Flow(
      kind: try row.get("kind"), debit: try row.get("debit_account"),
      credit: try row.get("credit_account"), amount: try row.get("amount"),
      rows: try row.get("row_count"))
  }

  /// Keeps a counted month.
  package func insert(_ counted: PortfolioMonth) throws {
    _ = try connection.execute(
      Self.insertMonth,
      [bankID, counted.month.firstDay, counted.version, counted.heldProvision])
    for (statement, rows) in PortfolioRows(counted).parts where rows.count > 0 {
      _ = try connection.copyIn(statement) { writer in try writer.append(rows) }
    }
  }
}

/// The rows of a counted month.
private struct PortfolioRows {
  private let counted: PortfolioMonth

  init(_ counted: PortfolioMonth) { self.counted = counted }

  var parts: [(Statement, CopyRows)] {
    [
      (.file("portfolio/insert_cells"), cells), (.file("portfolio/insert_borrowers"), borrowers),
      (.file("portfolio/insert_moves"), moves), (.file("portfolio/insert_vintages"), vintages),
      (.file("portfolio/insert_defaults"), defaults),
      (.file("portfolio/insert_largest"), largest), (.file("portfolio/insert_flows"), flows),
    ]
  }

  private func begin(_ rows: inout CopyRows, _ count: Int16) {
    rows.begin(3 + count)
    rows.add(counted.bankID)
    rows.add(counted.month.firstDay)
    rows.add(counted.version)
  }

  private var cells: CopyRows {
    var rows = CopyRows()
    for (key, cell) in counted.cells {
      begin(&rows, 14)
      rows.add(key.cut.rawValue)
      rows.add(key.member)
      rows.add(key.days.rawValue)
      rows.add(key.riskClass.rawValue)
      rows.add(key.isRestructured)
      for amount in [
        cell.loans, cell.principal, cell.principalDue, cell.interestDue, cell.interestRunning,
        cell.penaltyDue, cell.bookPrincipal, cell.generalProvision, cell.specialProvision,
      ] {
        rows.add(amount)
      }
    }
    return rows
  }

  private var borrowers: CopyRows {
    var rows = CopyRows()
    for (member, count) in counted.borrowers {
      begin(&rows, 3)
      rows.add(member.cut.rawValue)
      rows.add(member.name)
      rows.add(count)
    }
    return rows
  }

  private var moves: CopyRows {
    var rows = CopyRows()
    for (move, tally) in counted.moves {
      begin(&rows, 7)
      rows.add(Int32(move.monthsBefore))
      rows.add(move.scale.rawValue)
      rows.add(move.line)
      rows.add(move.origin)
      rows.add(move.destination)
      rows.add(Int64(tally.loans))
      rows.add(Int64(tally.principal))
    }
    return rows
  }

  private var vintages: CopyRows {
    var rows = CopyRows()
    for (cohort, vintage) in counted.vintages {
      begin(&rows, 11)
      rows.add(cohort.line)
      rows.add(cohort.quarter.firstDay)
      rows.add(Int32(cohort.monthsOnBook))
      for amount in [
        vintage.grantedLoans, vintage.granted, vintage.loans, vintage.principal,
        vintage.atRisk30, vintage.atRisk90, vintage.defaultLoans, vintage.defaultGranted,
      ] {
        rows.add(amount)
      }
    }
    return rows
  }

  private var defaults: CopyRows {
    var rows = CopyRows()
    for loanID in counted.defaults {
      begin(&rows, 1)
      rows.add(loanID)
    }
    return rows
  }

  private var largest: CopyRows {
    var rows = CopyRows()
    for kind in PortfolioMonth.Debtor.Kind.allCases {
      for (place, debtor) in counted.largest.filter({ $0.kind == kind }).enumerated() {
        begin(&rows, 5)
        rows.add(kind.rawValue)
        rows.add(Int32(place + 1))
        rows.add(debtor.reference)
        rows.add(debtor.loans)
        rows.add(debtor.principal)
      }
    }
    return rows
  }

  private var flows: CopyRows {
    var rows = CopyRows()
    for flow in counted.flows {
      begin(&rows, 5)
      rows.add(flow.kind)
      rows.add(flow.debit)
      rows.add(flow.credit)
      rows.add(flow.amount)
      rows.add(flow.rows)
    }
    return rows
  }
}
