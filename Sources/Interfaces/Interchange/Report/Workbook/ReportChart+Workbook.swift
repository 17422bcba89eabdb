import CXlsxwriter

extension ReportChart {
  /// How many rows a drawn chart covers.
  private static let rows = 23

  /// Writes the values as a table and draws the chart below it.
  ///
  /// The table has a row a label and a column a series, so that a long history does not make the
  /// sheet wide; a heat chart is nothing but its table, a row a series, shaded.
  ///
  /// - Returns: the first row after it.
  func fill(_ sheet: WorkbookSheet, from first: Int, widths: [Int]) -> Int {
    let caption = unit.isEmpty ? title : "\(title) (\(unit))"
    sheet.write(.text(caption), first, 0, WorkbookStyle(isBold: true))
    let head = first + 1
    let names = series.map(\.name)
    let columns = (kind == .heat ? labels : names).enumerated().map { column, name in
      (text: name, column: column + 1, isRight: true)
    }
    sheet.head(columns, head, widths: widths)
    guard let type else {
      write(names, columns: labels.count, sheet, head + 1) { value(series[$0], $1) }
      sheet.shade(Array(1...labels.count), rows: head + 1..<head + 1 + names.count)
      return head + names.count + 2
    }
    write(labels, columns: names.count, sheet, head + 1) { value(series[$1], $0) }
    draw(type, on: sheet, head: head)
    return head + labels.count + 2 + Self.rows
  }

  private func write(
    _ names: [String], columns: Int, _ sheet: WorkbookSheet, _ first: Int,
    value: (Int, Int) -> Int64?
  ) {
    for (row, name) in names.enumerated() {
      sheet.write(.text(name), first + row, 0, WorkbookStyle())
      for column in 0..<columns {
        guard let value = value(row, column) else { continue }
        let cell = WorkbookCell(Int128(value), decimals: decimals)
        sheet.write(cell, first + row, column + 1, WorkbookStyle(isRight: true))
      }
    }
  }

  /// The texts of the first column of its table.
  var rowNames: [String] { kind == .heat ? series.map(\.name) : labels }

  /// How many columns its table has.
  var columnCount: Int { 1 + (kind == .heat ? labels.count : series.count) }

  /// The kind of drawing; nil for a heat chart.
  private var type: lxw_chart_type? {
    switch kind {
    case .lines: LXW_CHART_LINE
    case .stack: LXW_CHART_COLUMN_STACKED
    case .bars: LXW_CHART_COLUMN
    case .heat: nil
    }
  }

  private func draw(_ type: lxw_chart_type, on sheet: WorkbookSheet, head: Int) {
    guard let chart = sheet.file.addChart(type) else { return }
    let name = sheet.name
    let (top, bottom) = (UInt32(head + 1), UInt32(head + labels.count))
    for index in series.indices {
      guard let drawn = chart_add_series(chart, nil, nil) else { return }
      let column = UInt16(index + 1)
      chart_series_set_categories(drawn, name, top, 0, bottom, 0)
      chart_series_set_values(drawn, name, top, column, bottom, column)
      chart_series_set_name_range(drawn, name, UInt32(head), column)
      color(drawn, ChartColor.number(ofSeries: index))
    }
    chart_title_set_name(chart, Table.printable(title))
    chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    if !unit.isEmpty { chart_axis_set_name(chart.pointee.y_axis, Table.printable(unit)) }
    // Labels stand below the chart, not amidst bars that go down.
    chart_axis_set_label_position(
      chart.pointee.x_axis, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    sheet.insert(chart, head + 1 + labels.count, description: title)
  }

  private func color(_ drawn: UnsafeMutablePointer<lxw_chart_series>, _ color: UInt32) {
    var fill = lxw_chart_fill()
    fill.color = color
    guard kind == .lines else {
      chart_series_set_fill(drawn, &fill)
      return
    }
    var line = lxw_chart_line()
    line.color = color
    chart_series_set_line(drawn, &line)
    // A value between two that are missing is no line; its mark shows it.
    chart_series_set_marker_type(drawn, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
    chart_series_set_marker_size(drawn, 4)
    chart_series_set_marker_line(drawn, &line)
    chart_series_set_marker_fill(drawn, &fill)
  }
}
