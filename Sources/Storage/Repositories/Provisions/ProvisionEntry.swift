package import Classification
package import Postgres
import Quantities

/// A row of the policies of provisions.
package struct ProvisionEntry: CatalogEntry {
  package let policy: ProvisionPolicy
  package let source: String

  package init(_ policy: ProvisionPolicy, source: String) {
    self.policy = policy
    self.source = source
  }

  var bank: String { policy.bank ?? Self.any }

  package var key: String { "\(bank) \(policy.validFrom)" }

  package var content: [CatalogColumn] {
    [
      CatalogColumn("regime", policy.rule.regime.rawValue),
      CatalogColumn("substandard_percent", "\(policy.rule.substandardPercent)"),
      CatalogColumn("doubtful_percent", "\(policy.rule.doubtfulPercent)"),
      CatalogColumn("source", source),
    ]
  }
}

extension CatalogRepository {
  private static let listProvisionPolicies = Statement.file("catalog/list_provision_policies")
  private static let insertProvisionPolicy = Statement.file("catalog/insert_provision_policy")

  package func provisionPolicies() throws(PostgresError) -> [ProvisionEntry] {
    var entries: [ProvisionEntry] = []
    for row in try connection.query(Self.listProvisionPolicies) {
      let bank: String = try row.get("bank")
      let doubtful: Int = try row.get("doubtful_percent", as: Int.self)
      let rule = ProvisionRule(
        try row.value("regime"),
        substandardPercent: try row.get("substandard_percent", as: Int.self),
        doubtfulPercent: doubtful)
      guard let rule else { throw row.wrong("doubtful_percent", "\(doubtful)") }
      entries.append(
        ProvisionEntry(
          ProvisionPolicy(
            bank: bank == ProvisionEntry.any ? nil : bank, validFrom: try row.get("valid_from"),
            rule: rule), source: try row.get("source")))
    }
    return entries
  }

  package func insert(_ entries: [ProvisionEntry]) throws(PostgresError) {
    var batch = Batch(Self.insertProvisionPolicy)
    for entry in entries {
      batch.add([
        entry.bank, entry.policy.validFrom, entry.policy.rule.regime.rawValue,
        entry.policy.rule.substandardPercent, entry.policy.rule.doubtfulPercent, entry.source,
      ])
    }
    try batch.run(connection)
  }
}
