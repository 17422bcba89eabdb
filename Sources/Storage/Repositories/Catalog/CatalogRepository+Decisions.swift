import Banks
import LoanProducts
import Origination
package import Postgres
import Quantities

/// What applications are held to: papers, points tables, who decides.
extension CatalogRepository {
  private static let listTiers = Statement.file("catalog/list_approval_tiers")
  private static let insertTier = Statement.file("catalog/insert_approval_tier")
  private static let listDocuments = Statement.file("catalog/list_document_requirements")
  private static let insertDocument = Statement.file("catalog/insert_document_requirement")
  private static let listScorecards = Statement.file("catalog/list_scorecards")
  private static let insertScorecard = Statement.file("catalog/insert_scorecard")

  package func tiers() throws(PostgresError) -> [TierEntry] {
    var tiers: [TierEntry] = []
    for row in try connection.query(Self.listTiers) {
      let majority: String = try row.get("majority")
      guard let share = Majority(text: majority) else { throw row.wrong("majority", majority) }
      var tier = ApprovalTier(
        validFrom: try row.get("valid_from"), above: try row.get("above"),
        authority: try row.value("authority"), majority: share)
      let bank: String = try row.get("bank")
      tier.bank = bank == TierEntry.any ? nil : bank
      let line: String = try row.get("line")
      if line != TierEntry.any { tier.line = try row.value("line") }
      tier.quorum = try row.get("quorum", as: Int.self)
      tier.requiresDocuments = try row.get("requires_documents")
      tier.requiresSurvey = try row.get("requires_survey")
      tier.requiresScore = try row.get("requires_score")
      tier.validityDays = try row.optional("validity_days", as: Int.self)
      tiers.append(TierEntry(tier, source: try row.get("source")))
    }
    return tiers
  }

  package func insert(_ entries: [TierEntry]) throws(PostgresError) {
    var batch = Batch(Self.insertTier)
    for entry in entries {
      let tier = entry.tier
      batch.add([
        entry.bank, entry.line, tier.validFrom, tier.above, tier.authority.rawValue, tier.quorum,
        tier.majority.text, tier.requiresDocuments, tier.requiresSurvey, tier.requiresScore,
        tier.validityDays, entry.source,
      ])
    }
    try batch.run(connection)
  }

  package func documents() throws(PostgresError) -> [DocumentEntry] {
    var documents: [DocumentEntry] = []
    for row in try connection.query(Self.listDocuments) {
      let document = DocumentRequirement(
        line: try row.value("line"), code: try row.get("code"), name: try row.name(),
        validFrom: try row.get("valid_from"), validUntil: try row.optional("valid_until"))
      documents.append(DocumentEntry(document, source: try row.get("source")))
    }
    return documents
  }

  package func insert(_ entries: [DocumentEntry]) throws(PostgresError) {
    var batch = Batch(Self.insertDocument)
    for entry in entries {
      let document = entry.document
      batch.add([
        document.line.rawValue, document.code, document.validFrom, document.validUntil,
        document.name.chinese, document.name.english, entry.source,
      ])
    }
    try batch.run(connection)
  }

  package func scorecards() throws(PostgresError) -> [ScorecardEntry] {
    var cards: [ScorecardEntry] = []
    for row in try connection.query(Self.listScorecards) {
      let rules: String = try row.get("rules")
      do throws(ProductDocumentError) {
        cards.append(try ScorecardEntry(rules: rules))
      } catch {
        throw row.wrong("rules", "\(error.key): \(error.found)")
      }
    }
    return cards
  }

  package func insert(_ entries: [ScorecardEntry]) throws(PostgresError) {
    var batch = Batch(Self.insertScorecard)
    for entry in entries {
      let card = entry.card
      batch.add([
        card.line.rawValue, card.version, card.validFrom, card.validUntil, entry.rules,
      ])
    }
    try batch.run(connection)
  }
}
