import Quantities

/// Why a CSV file can't be read.
///
/// Cases stand in the order they are checked. A line is the number of the line in the file, from
/// 1, on which the fault lies or the row with the fault begins.
package enum CSVError: Explained, Hashable, Sendable {
  /// The file can't be opened or read; `reason` is the system's word for it.
  case fileUnreadable(path: String, reason: String)
  /// There is no header row.
  case empty
  /// A limit of `CSVRules` is passed.
  case tooLarge(CSVLimit, allowed: Int, line: Int)
  case bareCarriageReturn(line: Int)
  case quoteInUnquotedField(line: Int)
  case textAfterQuote(line: Int)
  /// A quoted field that opens on this line never ends.
  case unclosedQuote(line: Int)
  case nulByte(line: Int)
  case invalidUTF8(line: Int)
  case duplicateColumn(String)
  case missingColumns([String], found: [String])
  case unknownColumns([String], allowed: [String])
  case wrongFieldCount(line: Int, found: Int, allowed: Int)

  package var code: String {
    switch self {
    case .fileUnreadable: "csv.file_unreadable"
    case .empty: "csv.empty"
    case .tooLarge: "csv.too_large"
    case .bareCarriageReturn: "csv.bare_carriage_return"
    case .quoteInUnquotedField: "csv.quote_in_unquoted_field"
    case .textAfterQuote: "csv.text_after_quote"
    case .unclosedQuote: "csv.unclosed_quote"
    case .nulByte: "csv.nul_byte"
    case .invalidUTF8: "csv.invalid_utf8"
    case .duplicateColumn: "csv.duplicate_column"
    case .missingColumns: "csv.missing_column"
    case .unknownColumns: "csv.unknown_column"
    case .wrongFieldCount: "csv.wrong_field_count"
    }
  }

  /// The fault as a problem of one row, if the rows after it can still be told apart.
  ///
  /// Nil for a fault that ends the reading: after it nobody knows where the next row begins.
  package var lineProblem: LineProblem? {
    switch self {
    case .wrongFieldCount(let line, let found, let allowed):
      LineProblem(line: line, code: code, found: String(found), allowed: String(allowed))
    case .invalidUTF8(let line):
      LineProblem(line: line, code: code, found: "", allowed: "UTF-8")
    case .nulByte(let line):
      LineProblem(line: line, code: code, found: "U+0000", allowed: "U+0001…U+10FFFF")
    case .fileUnreadable, .empty, .tooLarge, .bareCarriageReturn, .quoteInUnquotedField,
      .textAfterQuote, .unclosedQuote, .duplicateColumn, .missingColumns, .unknownColumns:
      nil
    }
  }
}

/// What of a CSV file is limited; the numbers stand in `CSVRules`.
package enum CSVLimit: String, Hashable, Sendable, CaseIterable {
  case fieldBytes, rowBytes, rowCount, fileBytes
}
