/// Rows of text under titles, for people at a terminal.
///
/// ```
/// Bank              Loans     Principal
/// ----------------  -----  ------------
/// 彭州民生村镇银行     12  1,200,000.00
/// ----------------  -----  ------------
/// Total                12  1,200,000.00
/// ```
package struct Table: Hashable, Sendable {
  package enum Alignment: Hashable, Sendable { case left, right }

  package struct Column: Hashable, Sendable {
    package var title: String
    package var alignment: Alignment

    package init(_ title: String, _ alignment: Alignment = .left) {
      self.title = title
      self.alignment = alignment
    }
  }

  package var columns: [Column]
  /// Each row has as many cells as there are columns.
  package var rows: [[String]] = []
  /// The row below the line; it has as many cells, too.
  package var totals: [String]?

  package init(_ columns: [Column]) { self.columns = columns }

  /// The table with a line end on every line and no blanks at the end of one.
  ///
  /// Control characters in a cell, which could move the cursor, are shown as U+FFFD, line breaks
  /// and tabs as a blank.
  package var text: String {
    let widths = self.widths
    var text = head(widths)
    for row in rows { text += line(row, widths) }
    return text + (totals.map { foot($0, widths) } ?? "")
  }

  /// How wide each column is: as its widest cell.
  var widths: [Int] {
    var widths = columns.map { DisplayWidth.of(Table.printable($0.title)) }
    for cells in rows + (totals.map { [$0] } ?? []) {
      precondition(cells.count == widths.count, "a row has \(cells.count) of \(widths.count) cells")
      for (index, cell) in cells.enumerated() {
        widths[index] = max(widths[index], DisplayWidth.of(Table.printable(cell)))
      }
    }
    return widths
  }

  /// The titles and the line below them.
  func head(_ widths: [Int]) -> String { line(columns.map(\.title), widths) + rule(widths) }

  /// The line above the totals, and they.
  func foot(_ cells: [String], _ widths: [Int]) -> String { rule(widths) + line(cells, widths) }

  /// The line below the titles.
  func rule(_ widths: [Int]) -> String {
    line(widths.map { String(repeating: "-", count: $0) }, widths)
  }

  /// One row; a cell wider than its column pushes the others aside.
  ///
  /// A cell with its padding is then handed to `dress`, with its column: colours go around it.
  func line(
    _ cells: [String], _ widths: [Int], dress: (Int, String) -> String = { $1 }
  ) -> String {
    var line = ""
    for (index, cell) in cells.map(Table.printable).enumerated() {
      let missing = max(0, widths[index] - DisplayWidth.of(cell))
      let padding = String(repeating: " ", count: missing)
      if index > 0 { line += "  " }
      switch columns[index].alignment {
      case .left: line += dress(index, cell + padding)
      case .right: line += dress(index, padding + cell)
      }
    }
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }

  /// The text without anything that a terminal would obey.
  package static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isUnprintable($0) }) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": shown.unicodeScalars.append(" ")
      default: shown.unicodeScalars.append(isUnprintable(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return shown
  }

  /// Control characters, and those that turn the direction of the text after them.
  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
