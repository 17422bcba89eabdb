import CXlsxwriter

/// A sheet of a workbook; rows and columns count from nought.
struct WorkbookSheet {
  /// The most UTF-16 units that a cell holds.
  private static let longestText = 32_767

  let file: WorkbookFile
  let name: String
  private let sheet: UnsafeMutablePointer<lxw_worksheet>?

  init(_ file: WorkbookFile, _ sheet: UnsafeMutablePointer<lxw_worksheet>?, _ name: String) {
    self.file = file
    self.sheet = sheet
    self.name = name
  }

  func write(_ cell: WorkbookCell, _ row: Int, _ column: Int, _ style: WorkbookStyle) {
    let (row, column) = (UInt32(row), UInt16(column))
    var style = style
    switch cell {
    case .blank: file.check(worksheet_write_blank(sheet, row, column, file.format(style)))
    case .text(let text):
      let text = Self.text(text)
      file.check(worksheet_write_string(sheet, row, column, text, file.format(style)))
    case .number(let decimal, let format):
      style.format = format
      file.check(shanhai_write_decimal(sheet, row, column, decimal, file.format(style)))
    }
  }

  /// Writes a line that leads to another sheet.
  func link(_ title: String, to other: String, _ row: Int) {
    let format = file.format(WorkbookStyle(isLink: true))
    let target = "internal:'\(other)'!A1"
    file.check(
      worksheet_write_url_opt(sheet, UInt32(row), 0, target, format, Self.text(title), nil))
  }

  private static func text(_ text: String) -> String {
    let text = Table.printable(text)
    guard text.utf16.count > longestText else { return text }
    var short = ""
    var count = 1
    for character in text {
      count += character.utf16.count
      if count > longestText { break }
      short.append(character)
    }
    return short + "…"
  }

  /// Makes a column as wide as so many characters.
  func setWidth(_ column: Int, _ characters: Int) {
    file.check(shanhai_set_width(sheet, UInt16(column), Int32(characters)))
  }

  /// Writes the titles of columns, in bold above a line, broken into lines where their columns are
  /// narrow; the row is as high as they need.
  ///
  /// - Parameters:
  ///   - titles: with the columns they stand in.
  ///   - row: where they stand.
  ///   - widths: of all columns, in characters.
  func head(_ titles: [(text: String, column: Int, isRight: Bool)], _ row: Int, widths: [Int]) {
    let lineHeight = 15
    let lines = titles.map { title in
      ChartText.wrapped(title.text, columns: max(2, widths[title.column] - 2), lines: 6).count
    }
    file.check(shanhai_set_height(sheet, UInt32(row), Int32(lineHeight * max(1, lines.max() ?? 1))))
    for title in titles {
      let style = WorkbookStyle(
        isBold: true, isRight: title.isRight, wraps: true, hasLineBelow: true)
      write(.text(title.text), row, title.column, style)
    }
  }

  /// The first row stays in sight and lets the rows be filtered.
  func freezeHead(columns: Int, rows: Int) {
    worksheet_freeze_panes(sheet, 1, 0)
    file.check(worksheet_autofilter(sheet, 0, 0, UInt32(rows), UInt16(columns - 1)))
  }

  /// A4, as many columns as there are on a page.
  ///
  /// - Parameters:
  ///   - isWide: across the paper.
  ///   - head: the row that stands on every page.
  func layOutForPrint(isWide: Bool, head: Int?) {
    let a4: UInt8 = 9
    worksheet_set_paper(sheet, a4)
    if isWide { worksheet_set_landscape(sheet) }
    worksheet_fit_to_pages(sheet, 1, 0)
    if let head { file.check(worksheet_repeat_rows(sheet, UInt32(head), UInt32(head))) }
  }

  /// Shades the columns, in these rows, by one scale for all.
  func shade(_ columns: [Int], rows: Range<Int>) {
    guard let first = columns.first, let last = columns.last, !rows.isEmpty else { return }
    let ranges = columns.map { column in
      let letters = Self.letters(column)
      return "\(letters)\(rows.lowerBound + 1):\(letters)\(rows.upperBound)"
    }
    let colors = [0, 2, 5].compactMap { UInt32(PageStyle.shades[$0].dropFirst(), radix: 16) }
    file.check(
      shanhai_shade(
        sheet, UInt32(rows.lowerBound), UInt16(first), UInt32(rows.upperBound - 1),
        UInt16(last), ranges.joined(separator: " "), colors))
  }

  /// The letters of a column: A … Z, AA ….
  private static func letters(_ column: Int) -> String {
    let last = Unicode.Scalar(UInt8(ascii: "A") + UInt8(column % 26))
    return (column < 26 ? "" : letters(column / 26 - 1)) + String(last)
  }

  func insert(_ chart: UnsafeMutablePointer<lxw_chart>, _ row: Int, description: String) {
    let description = Self.text(description)
    file.check(shanhai_insert_chart(sheet, UInt32(row), 0, chart, description))
  }
}
