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
    let titles = columns.map { Table.printable($0.title) }
    let body = rows.map { $0.map(Table.printable) }
    let foot = totals.map { $0.map(Table.printable) }
    var widths = titles.map(DisplayWidth.of)
    for cells in body + (foot.map { [$0] } ?? []) {
      precondition(cells.count == widths.count, "a row has \(cells.count) of \(widths.count) cells")
      for (index, cell) in cells.enumerated() {
        widths[index] = max(widths[index], DisplayWidth.of(cell))
      }
    }
    let rule = widths.map { String(repeating: "-", count: $0) }
    var lines = [titles, rule] + body
    if let foot { lines += [rule, foot] }
    return lines.map { line($0, widths) }.joined()
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
      let padding = String(repeating: " ", count: widths[index] - DisplayWidth.of(cell))
      if index > 0 { line += "  " }
      switch columns[index].alignment {
      case .left: line += cell + padding
      case .right: line += padding + cell
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
