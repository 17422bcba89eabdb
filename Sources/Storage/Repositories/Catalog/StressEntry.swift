import Banks
import LoanProducts
package import Postgres
import Quantities
package import Risk

/// A row of the scenarios: one shock.
package struct StressEntry: CatalogEntry, Hashable {
  package let shock: StressShock

  package init(_ shock: StressShock) { self.shock = shock }

  /// The line as files and tables spell it: `microcredit`, `any`.
  package var line: String { shock.line?.rawValue ?? Self.any }

  /// What falls late in per cent, as files spell it: `40`, `2.5`.
  package var latePercent: String {
    FixedPoint.trimmed(Int128(shock.lateShare), decimals: 2, least: 0)
  }

  /// The code of the programme that is hit; nil for all.
  package var programme: String? { shock.programme.isEmpty ? nil : shock.programme }

  package var key: String { "\(shock.scenario) \(shock.part) \(shock.validFrom)" }

  package var content: [CatalogColumn] {
    func flag(_ value: Bool) -> String { value ? "yes" : "no" }
    return [
      CatalogColumn("name_zh", shock.name.chinese), CatalogColumn("name_en", shock.name.english),
      CatalogColumn("line", line), CatalogColumn("division_prefix", shock.divisionPrefix),
      CatalogColumn("purpose", shock.purpose), CatalogColumn("programme", shock.programme),
      CatalogColumn("floating_only", flag(shock.isFloatingOnly)),
      CatalogColumn("late_percent", latePercent), CatalogColumn("late_days", "\(shock.lateDays)"),
      CatalogColumn("rate_basis_points", "\(shock.rateBasisPoints)"),
      CatalogColumn("subsidy_stops", flag(shock.stopsSubsidy)),
      CatalogColumn("source", shock.source), CatalogColumn("marks", shock.marks),
    ]
  }
}

extension CatalogRepository {
  private static let listStressShocks = Statement.file("catalog/list_stress_shocks")
  private static let insertStressShock = Statement.file("catalog/insert_stress_shock")

  /// The shocks of all scenarios, by scenario, part and first day.
  package func stressShocks() throws(PostgresError) -> [StressEntry] {
    var entries: [StressEntry] = []
    for row in try connection.query(Self.listStressShocks) {
      var shock = StressShock(
        scenario: try row.get("scenario"), part: try row.get("part", as: Int.self),
        name: try row.name(), validFrom: try row.get("valid_from"))
      let line: String = try row.get("line")
      if line != StressEntry.any { shock.line = try row.value("line") }
      shock.divisionPrefix = try row.get("division_prefix")
      shock.purpose = try row.get("purpose")
      shock.programme = try row.optional("programme") ?? ""
      shock.isFloatingOnly = try row.get("floating_only")
      shock.lateShare = try row.get("late_share")
      shock.lateDays = try row.get("late_days")
      shock.rateBasisPoints = try row.get("rate_basis_points")
      shock.stopsSubsidy = try row.get("subsidy_stops")
      shock.source = try row.get("source")
      shock.marks = try row.get("marks")
      entries.append(StressEntry(shock))
    }
    return entries
  }

  package func insert(_ entries: [StressEntry]) throws(PostgresError) {
    var batch = Batch(Self.insertStressShock)
    for entry in entries {
      let shock = entry.shock
      batch.add([
        shock.scenario, shock.part, shock.name.chinese, shock.name.english, shock.validFrom,
        entry.line, shock.divisionPrefix, shock.purpose, entry.programme, shock.isFloatingOnly,
        shock.lateShare, shock.lateDays, shock.rateBasisPoints, shock.stopsSubsidy, shock.source,
        shock.marks,
      ])
    }
    try batch.run(connection)
  }
}
