extension ReportSection {
  /// From how many columns on a table is printed across the paper.
  private static let wideColumns = 12

  /// The heading, the charts, the table, the notes.
  var page: HTML {
    let columns = listing.columns.count + (trends == nil ? 0 : 1)
    let isWide = columns >= Self.wideColumns
    var content: [HTML] = [.element("h2", title)]
    content += charts.map(\.figure)
    content.append(.element("div", class: "table", [table]))
    content += notes.map { .element("p", class: "note", $0) }
    return .element(
      "section", [.init("id", key)] + (isWide ? [.init("class", "wide")] : []), content)
  }

  private var table: HTML {
    var titles = listing.columns.map { column in
      HTML.element(
        "th", [.init("scope", "col")] + Self.classes(column.alignment), [.text(column.title)])
    }
    if trends != nil {
      titles.append(.element("th", [.init("scope", "col")], [.text(trendTitle)]))
    }
    var parts: [HTML] = [
      .element("thead", [.element("tr", titles)]), .element("tbody", rows),
    ]
    if let totals = listing.totals {
      let cells = self.cells(totals, shades: []) + (trends == nil ? [] : [.element("td", "")])
      parts.append(.element("tfoot", [.element("tr", cells)]))
    }
    return .element("table", parts)
  }

  private var rows: [HTML] {
    if listing.rows.isEmpty {
      let span = String(listing.columns.count + (trends == nil ? 0 : 1))
      return [.element("tr", [.element("td", [.init("colspan", span)], [.text("–")])])]
    }
    let shades = self.shades
    return listing.rows.enumerated().map { row, cells in
      var shown = self.cells(cells, shades: shades[row])
      if trends != nil {
        shown.append(
          .element("td", class: "trend", TrendLine.drawing(trend(ofRow: row), title: trendTitle)))
      }
      return .element("tr", shown)
    }
  }

  private func cells(_ cells: [Listing.Cell], shades: [Int?]) -> [HTML] {
    zip(listing.columns, cells).enumerated().map { index, pair in
      let shade = shades.indices.contains(index) ? shades[index] : nil
      return .element("td", Self.classes(pair.0.alignment, shade), [.text(pair.1.shown)])
    }
  }

  private static func classes(
    _ alignment: Table.Alignment, _ shade: Int? = nil
  ) -> [HTML.Attribute] {
    let names = (alignment == .right ? ["n"] : []) + (shade.map { ["s\($0)"] } ?? [])
    return names.isEmpty ? [] : [.init("class", names.joined(separator: " "))]
  }
}
