import Banks
import LoanProducts
package import Postgres
import Quantities
package import Risk

/// A row of what is lost in a default.
package struct LossShareEntry: CatalogEntry {
  package let share: LossPolicy.Share
  package let source: String
  package let marks: String

  package init(_ share: LossPolicy.Share, source: String, marks: String) {
    self.share = share
    self.source = source
    self.marks = marks
  }

  /// The line as files and tables spell it: `microcredit`, `any`.
  package var line: String { share.line ?? Self.any }

  /// The share in per cent, as files spell it: `45`, `37.5`.
  package var percent: String { FixedPoint.trimmed(Int128(share.share), decimals: 2, least: 0) }

  package var key: String { "\(line) \(share.security.rawValue) \(share.validFrom)" }

  package var content: [CatalogColumn] {
    [
      CatalogColumn("loss_percent", percent), CatalogColumn("source", source),
      CatalogColumn("marks", marks),
    ]
  }
}

/// A row of how the economy may go on.
package struct MacroScenarioEntry: CatalogEntry {
  package let outlook: LossPolicy.Outlook
  package let source: String
  package let marks: String

  package init(_ outlook: LossPolicy.Outlook, source: String, marks: String) {
    self.outlook = outlook
    self.source = source
    self.marks = marks
  }

  /// The weight in per cent, as files spell it: `50`.
  package var weightPercent: String {
    FixedPoint.trimmed(Int128(outlook.scenario.weight), decimals: 2, least: 0)
  }

  /// The factor in per cent, as files spell it: `140`.
  package var factorPercent: String {
    FixedPoint.trimmed(Int128(outlook.scenario.factor), decimals: 1, least: 0)
  }

  package var key: String { "\(outlook.scenario.name) \(outlook.validFrom)" }

  package var content: [CatalogColumn] {
    let scenario = outlook.scenario
    return [
      CatalogColumn("name_zh", scenario.title.chinese),
      CatalogColumn("name_en", scenario.title.english),
      CatalogColumn("weight_percent", weightPercent),
      CatalogColumn("factor_percent", factorPercent),
      CatalogColumn("applied_to", scenario.scaling.rawValue), CatalogColumn("source", source),
      CatalogColumn("marks", marks),
    ]
  }
}

extension CatalogRepository {
  private static let listLossShares = Statement.file("catalog/list_loss_shares")
  private static let insertLossShare = Statement.file("catalog/insert_loss_share")
  private static let listMacroScenarios = Statement.file("catalog/list_macro_scenarios")
  private static let insertMacroScenario = Statement.file("catalog/insert_macro_scenario")

  /// What is assumed of losses, all that was ever set.
  package func lossPolicy() throws(PostgresError) -> LossPolicy {
    LossPolicy(try lossShares().map(\.share), try macroScenarios().map(\.outlook))
  }

  package func lossShares() throws(PostgresError) -> [LossShareEntry] {
    var entries: [LossShareEntry] = []
    for row in try connection.query(Self.listLossShares) {
      let line: String = try row.get("line")
      entries.append(
        LossShareEntry(
          LossPolicy.Share(
            line: line == LossShareEntry.any ? nil : line, try row.value("security"),
            validFrom: try row.get("valid_from"), share: try row.get("share")),
          source: try row.get("source"), marks: try row.get("marks")))
    }
    return entries
  }

  /// By first day, then by name.
  package func macroScenarios() throws(PostgresError) -> [MacroScenarioEntry] {
    var entries: [MacroScenarioEntry] = []
    for row in try connection.query(Self.listMacroScenarios) {
      let scenario = MacroScenario(
        name: try row.get("scenario"), title: try row.name(), weight: try row.get("weight"),
        factor: try row.get("factor"), scaling: try row.value("applied_to"))
      entries.append(
        MacroScenarioEntry(
          LossPolicy.Outlook(validFrom: try row.get("valid_from"), scenario),
          source: try row.get("source"), marks: try row.get("marks")))
    }
    return entries
  }

  package func insert(_ entries: [LossShareEntry]) throws(PostgresError) {
    var batch = Batch(Self.insertLossShare)
    for entry in entries {
      batch.add([
        entry.line, entry.share.security.rawValue, entry.share.validFrom, entry.share.share,
        entry.source, entry.marks,
      ])
    }
    try batch.run(connection)
  }

  package func insert(_ entries: [MacroScenarioEntry]) throws(PostgresError) {
    var batch = Batch(Self.insertMacroScenario)
    for entry in entries {
      let scenario = entry.outlook.scenario
      batch.add([
        scenario.name, entry.outlook.validFrom, scenario.title.chinese, scenario.title.english,
        scenario.weight, scenario.factor, scenario.scaling.rawValue, entry.source, entry.marks,
      ])
    }
    try batch.run(connection)
  }
}
