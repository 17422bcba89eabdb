import Banks
import Classification
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
    tier.line = try row.lineOrAny("line")
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

extension ProvisionEntry {
  static let columns = CSVColumns(required: [
    "bank", "valid_from", "regime", "substandard_percent", "doubtful_percent", "source",
  ])

  init(_ row: CSVRow) throws(LineProblem) {
    let regime: ProvisionRule.Regime = try row.oneOf("regime")
    let validFrom = try row.day("valid_from")
    guard validFrom >= regime.inForceFrom else {
      throw row.problem("valid_from", .notOneOf(["\(regime.inForceFrom) …"]))
    }
    let substandard = try row.number("substandard_percent", in: regime.substandardBand)
    let doubtful = try row.number("doubtful_percent", in: regime.doubtfulBand)
    let rule = ProvisionRule(
      regime, substandardPercent: substandard, doubtfulPercent: doubtful)
    guard let rule else { preconditionFailure("percentages within their bands are a rule") }
    let bank = try row.text("bank")
    self.init(
      ProvisionPolicy(
        bank: bank == Self.any ? nil : bank, validFrom: validFrom, rule: rule),
      source: try row.text("source"))
  }
}

extension MatrixEntry {
  static let columns = CSVColumns(
    required: ["security", "valid_from"] + dayColumns + ["source", "marks"])

  /// A hundred years.
  private static let mostDays = 36_500

  init(_ row: CSVRow) throws(LineProblem) {
    var days: [Int?] = []
    var least = 1
    for column in Self.dayColumns {
      let found = try row.optional(column) { column throws(LineProblem) in
        try row.number(column, in: min(least, Self.mostDays)...Self.mostDays)
      }
      days.append(found)
      if let found { least = found + 1 }
    }
    guard let steps = OverdueSteps(days) else {
      // All are empty, or the last possible day stands twice.
      throw row.problem(Self.dayColumns[0], .notOneOf(["1 … \(Self.mostDays)"]))
    }
    self.init(
      SmallEnterpriseMatrix.Row(
        try row.oneOf("security"), validFrom: try row.day("valid_from"), steps: steps),
      source: try row.text("source"), marks: row["marks"] ?? "")
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

extension CSVRow {
  /// A line, or `any`: nil.
  func lineOrAny(_ column: String) throws(LineProblem) -> ProductLine? {
    let text = try text(column)
    guard text != TierEntry.any else { return nil }
    guard let line = ProductLine(rawValue: text) else {
      throw problem(column, .notOneOf([TierEntry.any] + ProductLine.allCases.map(\.rawValue)))
    }
    return line
  }
}
