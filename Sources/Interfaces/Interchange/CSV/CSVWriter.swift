/// Writes rows as CSV text by RFC 4180, with LF line ends and quotes only where they are needed.
///
/// A field that begins with `=`, `+`, `-` or `@` is written as it is: the file is for programs, and
/// a changed value would be a wrong one. Whoever opens it in a spreadsheet imports it as text.
package enum CSVWriter {
  /// One row with its line end.
  package static func line(_ fields: [String], separator: CSVRules.Separator = .comma) -> String {
    // An empty line is no row to some readers, and no file begins with a stray byte order mark.
    if fields == [""] { return "\"\"\n" }
    var line = ""
    for (index, field) in fields.enumerated() {
      if index > 0 { line.unicodeScalars.append(Unicode.Scalar(separator.rawValue)) }
      line += needsQuotes(field, separator) ? quoted(field) : field
    }
    return line + "\n"
  }

  private static func needsQuotes(_ field: String, _ separator: CSVRules.Separator) -> Bool {
    for scalar in field.unicodeScalars {
      switch scalar {
      case "\"", "\n", "\r", "\u{FEFF}": return true
      default: if scalar.value == UInt32(separator.rawValue) { return true }
      }
    }
    return false
  }

  private static func quoted(_ field: String) -> String {
    var text = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { text.unicodeScalars.append(scalar) }
      text.unicodeScalars.append(scalar)
    }
    text.unicodeScalars.append("\"")
    return text
  }
}
