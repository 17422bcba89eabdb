import Banks
import Interchange
import LoanProducts
import Origination
import Quantities
import Repositories

extension TierEntry {
  static let columns = CSVColumns(required: [
    "bank", "line", "valid_from", "above_yuan", "authority", "quorum", "majority",
    "requires_documents", "requires_survey", "requires_score", "validity_days", "source",
  ])

  init(_ row: CSVRow) throws(LineProblem) {
    guard let majority = Majority(text: try row.text("majority")) else {
      throw row.problem("majority", .notOneOf(["1/1", "1/2", "2/3"]))
    }
    var tier = ApprovalTier(
      validFrom: try row.day("valid_from"), above: try row.money("above_yuan", in: .yuan),
      authority: try row.oneOf("authority"), majority: majority)
    let bank = try row.text("bank")
    tier.bank = bank == Self.any ? nil : bank
    if try row.text("line") != Self.any { tier.line = try row.oneOf("line") }
    tier.quorum = try row.number("quorum", in: 1...99)
    tier.requiresDocuments = try row.flag("requires_documents")
    tier.requiresSurvey = try row.flag("requires_survey")
    tier.requiresScore = try row.flag("requires_score")
    tier.validityDays = try row.optional("validity_days") { column throws(LineProblem) in
      try row.number(column, in: 1...3_660)
    }
    self.init(tier, source: try row.text("source"))
  }
}

extension DocumentEntry {
  static let columns = CSVColumns(required: [
    "line", "code", "valid_from", "valid_until", "name_zh", "name_en", "source",
  ])

  init(_ row: CSVRow) throws(LineProblem) {
    let document = DocumentRequirement(
      line: try row.oneOf("line"), code: try row.text("code"),
      name: BilingualName(chinese: try row.text("name_zh"), english: try row.text("name_en")),
      validFrom: try row.day("valid_from"),
      validUntil: try row.optional("valid_until", row.day))
    self.init(document, source: try row.text("source"))
  }
}
