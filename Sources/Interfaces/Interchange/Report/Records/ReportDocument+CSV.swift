extension ReportDocument {
  /// All sections as one long table, a line a cell: section, row, key, column, value.
  ///
  /// A row is its number from 1 within its section, or `total`; its key is its first cell.
  package var csv: String {
    var text = CSVWriter.line(["section", "row", "key", "column", "value"])
    for section in sections {
      for (index, cells) in section.listing.rows.enumerated() {
        text += section.lines(String(index + 1), cells)
      }
      if let totals = section.listing.totals { text += section.lines("total", totals) }
    }
    return text
  }
}

extension ReportSection {
  /// The section alone: a header of its columns' keys and a line a row, without totals.
  package var csv: String { listing.text(.csv) }

  fileprivate func lines(_ row: String, _ cells: [Listing.Cell]) -> String {
    let rowKey = cells.first?.plain ?? ""
    return zip(listing.columns, cells).map { column, cell in
      CSVWriter.line([key, row, rowKey, column.key, cell.plain])
    }.joined()
  }
}
