import Banks
import LoanProducts
package import Origination
import Quantities

/// A row of the table of who decides.
package struct TierEntry: CatalogEntry {
  package let tier: ApprovalTier
  package let source: String

  package init(_ tier: ApprovalTier, source: String) {
    self.tier = tier
    self.source = source
  }

  var bank: String { tier.bank ?? Self.any }
  var line: String { tier.line?.rawValue ?? Self.any }

  package var key: String {
    "\(bank) \(line) \(tier.validFrom) \(Currency.yuan.plain(tier.above))"
  }

  package var content: [CatalogColumn] {
    func flag(_ value: Bool) -> String { value ? "yes" : "no" }
    return [
      CatalogColumn("authority", tier.authority.rawValue),
      CatalogColumn("quorum", "\(tier.quorum)"), CatalogColumn("majority", tier.majority.text),
      CatalogColumn("requires_documents", flag(tier.requiresDocuments)),
      CatalogColumn("requires_survey", flag(tier.requiresSurvey)),
      CatalogColumn("requires_score", flag(tier.requiresScore)),
      CatalogColumn("validity_days", tier.validityDays.map { "\($0)" } ?? ""),
      CatalogColumn("source", source),
    ]
  }
}

/// A row of the list of papers.
package struct DocumentEntry: CatalogEntry {
  package let document: DocumentRequirement
  package let source: String

  package init(_ document: DocumentRequirement, source: String) {
    self.document = document
    self.source = source
  }

  package var key: String {
    "\(document.line.rawValue) \(document.code) \(document.validFrom)"
  }

  package var content: [CatalogColumn] {
    [
      CatalogColumn("valid_until", document.validUntil.map { "\($0)" } ?? ""),
      CatalogColumn("name_zh", document.name.chinese),
      CatalogColumn("name_en", document.name.english), CatalogColumn("source", source),
    ]
  }
}
