extension ReportDocument {
  /// The report for people, ending in a line end: title, sections with their tables, notes.
  ///
  /// Charts are left out; trends stand in the tables as a row of blocks.
  package func text(_ style: TextStyle) -> String {
    var text = style.bold(Table.printable(title)) + "\n"
    for line in subtitles { text += Table.printable(line) + "\n" }
    for section in sections { text += "\n" + section.text(style) }
    if !notes.isEmpty { text += "\n" }
    for note in notes { text += Table.printable(note) + "\n" }
    return text
  }
}

extension ReportSection {
  /// The heading, the table, the notes.
  func text(_ style: TextStyle) -> String {
    var text = style.bold("## " + Table.printable(title)) + "\n\n" + tableText(style)
    if !notes.isEmpty { text += "\n" }
    for note in notes { text += Table.printable(note) + "\n" }
    return text
  }

  private func tableText(_ style: TextStyle) -> String {
    let table = self.table
    let (widths, shades) = (table.widths, self.shades)
    var text = table.line(table.columns.map(\.title), widths) { style.bold($1) }
    text += table.rule(widths)
    for (row, cells) in table.rows.enumerated() {
      text += table.line(cells, widths) { column, cell in
        style.shaded(cell, shades[row].indices.contains(column) ? shades[row][column] : nil)
      }
    }
    if table.rows.isEmpty { text += "–\n" }
    return text + (table.totals.map { table.foot($0, widths) } ?? "")
  }

  /// The listing's table, with a last column of trends if there are any.
  private var table: Table {
    var table = listing.table
    guard trends != nil else { return table }
    table.columns.append(Table.Column(trendTitle))
    for row in table.rows.indices { table.rows[row].append(Sparkline.text(trend(ofRow: row))) }
    table.totals?.append("")
    return table
  }
}
