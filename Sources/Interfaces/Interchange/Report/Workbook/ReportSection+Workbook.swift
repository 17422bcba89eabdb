extension ReportSection {
  private static let widestColumn = 60
  private static let narrowestColumn = 9
  /// From how many columns on a sheet is printed across the paper.
  private static let wideColumns = 8

  /// Writes the table from the first row on, below it the notes and the charts with their values.
  func fill(_ sheet: WorkbookSheet) {
    var titles = listing.columns.enumerated().map { column, title in
      (text: title.title, column: column, isRight: title.alignment == .right)
    }
    if trends != nil { titles.append((trendTitle, titles.count, false)) }
    let widths = self.widths(titles.map(\.text))
    for (column, width) in widths.enumerated() { sheet.setWidth(column, width) }
    sheet.head(titles, 0, widths: widths)
    for (row, cells) in listing.rows.enumerated() {
      write(cells, sheet, row + 1, WorkbookStyle())
      guard trends != nil else { continue }
      let line = Sparkline.text(trend(ofRow: row))
      sheet.write(.text(line), row + 1, listing.columns.count, WorkbookStyle())
    }
    var next = listing.rows.count + 1
    if let totals = listing.totals {
      write(totals, sheet, next, WorkbookStyle(isBold: true, hasLineAbove: true))
      next += 1
    }
    next += 1
    for note in notes {
      sheet.write(.text(note), next, 0, WorkbookStyle())
      next += 1
    }
    for chart in charts where !chart.isEmpty {
      next = chart.fill(sheet, from: next + 1, widths: widths)
    }
    shade(sheet)
    sheet.freezeHead(columns: titles.count, rows: listing.rows.count)
    sheet.layOutForPrint(isWide: widths.count >= Self.wideColumns, head: 0)
  }

  private func write(
    _ cells: [Listing.Cell], _ sheet: WorkbookSheet, _ row: Int, _ style: WorkbookStyle
  ) {
    for (column, cell) in cells.enumerated() {
      var style = style
      style.isRight = listing.columns[column].alignment == .right
      sheet.write(WorkbookCell(cell), row, column, style)
    }
  }

  private func shade(_ sheet: WorkbookSheet) {
    let columns = listing.columns.indices.filter { shaded.contains(listing.columns[$0].key) }
    for group in shadedTogether ? [columns] : columns.map({ [$0] }) {
      sheet.shade(group, rows: 1..<listing.rows.count + 1)
    }
  }

  /// As wide as the widest cell needs, and four more than a title, beside which the filter has its
  /// mark.
  private func widths(_ titles: [String]) -> [Int] {
    let names = charts.flatMap(\.rowNames)
    let rows = listing.rows + (listing.totals.map { [$0] } ?? [])
    let widths = titles.enumerated().map { column, title in
      var texts = rows.compactMap { cells in
        cells.indices.contains(column) ? cells[column].shown : nil
      }
      if column == listing.columns.count {
        texts = listing.rows.indices.map { Sparkline.text(trend(ofRow: $0)) }
      }
      if column == 0 { texts += names }
      let widest = texts.map { DisplayWidth.of(Table.printable($0)) }.max() ?? 0
      let needed = max(widest + 2, min(DisplayWidth.of(Table.printable(title)), 20) + 4)
      return min(Self.widestColumn, max(Self.narrowestColumn, needed))
    }
    // The tables of charts may have more columns than this one.
    let count = charts.map(\.columnCount).max() ?? 0
    return widths + [Int](repeating: 12, count: max(0, count - titles.count))
  }
}
