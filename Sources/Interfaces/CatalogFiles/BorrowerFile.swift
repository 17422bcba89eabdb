import Banks
import Interchange
package import Operations
import Quantities

/// A CSV file of borrowers, of one bank or of several.
package struct BorrowerFile {
  /// The file's name, for messages.
  package let name: String
  /// The rows that can be read.
  package let rows: [Lined<BorrowerRequest>]
  /// What is wrong with the others.
  package let problems: [FileProblem]

  private static let columns = CSVColumns(
    required: [
      "reference", "kind", "name", "identity_scheme", "identity_number", "division_code",
    ],
    optional: [
      "bank", "born_on", "sex", "household_reference", "co_borrower_reference",
      "group_reference", "village", "source",
    ])

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: the file; `-` is standard input.
  ///   - bank: the bank of all rows; nil if the file's column `bank` names it.
  package init(path: String, bank: String?) {
    name = String(path.split(separator: "/").last ?? "-")
    let name = name
    let (rows, problems) = CSVFile(name: name, path: path, columns: Self.columns)
      .read { row throws(LineProblem) in try Self.request(row, bank: bank) }
    var kept: [Lined<BorrowerRequest>] = []
    var strangers: [FileProblem] = []
    for row in rows {
      if let bank, row.value.bank != bank {
        let error = BorrowerError.anotherBank(found: row.value.bank, expected: bank)
        strangers.append(FileProblem(file: name, line: row.line, reason: .rule(error)))
      } else {
        kept.append(row)
      }
    }
    self.rows = kept
    self.problems = problems + strangers
  }

  private static func request(
    _ row: CSVRow, bank: String?
  ) throws(LineProblem) -> BorrowerRequest {
    let named = if let text = row["bank"], !text.isEmpty { text } else { bank }
    let place = if let named { named } else { try row.text("bank") }
    var request = BorrowerRequest(
      bank: place, reference: try row.text("reference"),
      kind: try row.oneOf("kind"))
    request.name = try row.text("name")
    request.scheme = try row.oneOf("identity_scheme")
    request.number = try row.text("identity_number")
    request.bornOn = try row.optional("born_on", row.day)
    request.sex = try row.optional("sex") { column throws(LineProblem) in try row.oneOf(column) }
    request.divisionCode = row["division_code"] ?? ""
    request.village = try row.optional("village", row.text)
    request.household = try row.optional("household_reference", row.text)
    request.coBorrower = try row.optional("co_borrower_reference", row.text)
    request.group = try row.optional("group_reference", row.text)
    return request
  }
}
