import CXlsxwriter

/// How a cell of a workbook looks.
struct WorkbookStyle: Hashable, Sendable {
  /// A number format; empty for text.
  var format = ""
  var isBold = false
  var isRight = false
  var wraps = false
  var isLink = false
  /// Whether a line stands above it, as above totals, or below it, as below titles.
  var hasLineAbove = false
  var hasLineBelow = false
  /// The size of its text; 11 unless told.
  var points = 11
}

/// A workbook while it is filled; its file is written when it is closed.
final class WorkbookFile {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [WorkbookStyle: UnsafeMutablePointer<lxw_format>] = [:]
  private var names = SheetNames()
  /// The first thing that went wrong.
  private var failure = LXW_NO_ERROR

  /// - Returns: nil if there is no memory.
  init?(path: String) {
    guard let book = workbook_new(path) else { return nil }
    self.book = book
  }

  /// What the file says of itself; it was made so many seconds after 1970-01-01 UTC.
  func describe(title: String, language: String, createdAt: Int) {
    Table.printable(title).withCString { title in
      var properties = lxw_doc_properties()
      // The library copies the text and leaves this one as it is.
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = createdAt
      check(workbook_set_properties(book, &properties))
    }
    check(workbook_set_custom_property_string(book, "Language", language))
  }

  /// A further sheet, under a name that no other has; from `other` if nothing of `title` can
  /// stand in a name.
  func addSheet(_ title: String, else other: String) -> WorkbookSheet {
    let name = names.add(title, else: other)
    return WorkbookSheet(self, workbook_add_worksheet(book, name), name)
  }

  /// - Returns: nil if there is no memory.
  func addChart(_ type: lxw_chart_type) -> UnsafeMutablePointer<lxw_chart>? {
    workbook_add_chart(book, UInt8(type.rawValue))
  }

  func check(_ outcome: lxw_error) {
    if failure == LXW_NO_ERROR { failure = outcome }
  }

  func format(_ style: WorkbookStyle) -> UnsafeMutablePointer<lxw_format>? {
    if let format = formats[style] { return format }
    guard let format = workbook_add_format(book) else { return nil }
    if !style.format.isEmpty { format_set_num_format(format, style.format) }
    if style.isBold { format_set_bold(format) }
    if style.isRight { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    if style.wraps { format_set_text_wrap(format) }
    if style.isLink {
      format_set_font_color(format, ChartColor.number(ofSeries: 0))
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
    if style.hasLineAbove { format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if style.hasLineBelow { format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if style.points != 11 { shanhai_set_size(format, Int32(style.points)) }
    formats[style] = format
    return format
  }

  /// Writes the file.
  ///
  /// - Returns: what went wrong; nil if nothing did.
  func close() -> String? {
    check(workbook_close(book))
    guard failure != LXW_NO_ERROR else { return nil }
    return lxw_strerror(failure).map { String(cString: $0) } ?? "error \(failure.rawValue)"
  }
}
