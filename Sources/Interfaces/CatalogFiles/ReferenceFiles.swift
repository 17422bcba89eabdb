import Banks
import Interchange
import Quantities
import Repositories

extension AccountEntry {
  static let columns = CSVColumns(
    required: ["account", "name_zh", "name_en", "side", "parent", "source"])

  init(_ row: CSVRow) throws(LineProblem) {
    self.init(
      code: try row.text("account"),
      name: BilingualName(chinese: try row.text("name_zh"), english: try row.text("name_en")),
      side: try row.oneOf("side"), parent: try row.optional("parent", row.text),
      source: try row.text("source"))
  }
}

extension DivisionEntry {
  static let columns = CSVColumns(
    required: ["code", "name_zh", "valid_from_year", "valid_until_year", "source"])

  init(_ row: CSVRow) throws(LineProblem) {
    let years = 1900...2199
    self.init(
      code: "\(try row.divisionCode("code"))", name: try row.text("name_zh"),
      validFromYear: try row.number("valid_from_year", in: years),
      validUntilYear: try row.optional("valid_until_year") { column throws(LineProblem) in
        try row.number(column, in: years)
      },
      source: try row.text("source"))
  }
}

extension PublicationEntry {
  static let columns = CSVColumns(
    required: ["effective_on", "one_year_percent", "five_year_percent", "source"])

  init(_ row: CSVRow) throws(LineProblem) {
    self.init(
      on: try row.day("effective_on"), oneYear: try row.percent("one_year_percent"),
      fiveYear: try row.percent("five_year_percent"), source: try row.text("source"))
  }
}

extension CalendarEntry {
  static let columns = CSVColumns(required: ["day", "kind", "name_zh", "document", "source"])

  init(_ row: CSVRow) throws(LineProblem) {
    self.init(
      day: try row.day("day"), kind: try row.oneOf("kind"), name: try row.text("name_zh"),
      document: try row.text("document"), source: try row.text("source"))
  }
}

extension CSVRow {
  /// A code of GB/T 2260: six digits, the first not 0.
  func divisionCode(_ column: String) throws(LineProblem) -> Int {
    try number(column, in: 100_000...999_999)
  }
}
