extension ReportDocument {
  /// Writes the report as an xlsx workbook.
  ///
  /// A first sheet has the title, the contents and the notes; then there is a sheet a section.
  /// The same report has the same bytes.
  ///
  /// - Parameter path: of the file, which is replaced if it is there.
  /// - Throws: `workbookUnwritable` if there is no room, no right, or more rows than a sheet has.
  package func writeWorkbook(to path: String) throws(ReportError) {
    guard let file = WorkbookFile(path: path) else {
      throw .workbookUnwritable(path: path, reason: "no memory")
    }
    file.describe(title: title, language: language, createdAt: createdAt)
    let cover = file.addSheet(title, else: "Report")
    let sheets = sections.map { file.addSheet($0.title, else: $0.key) }
    for (section, sheet) in zip(sections, sheets) { section.fill(sheet) }
    fill(cover, links: zip(sections, sheets).map { ($0.title, $1.name) })
    if let reason = file.close() { throw .workbookUnwritable(path: path, reason: reason) }
  }

  private func fill(_ cover: WorkbookSheet, links: [(title: String, sheet: String)]) {
    var row = 0
    func add(_ text: String, _ style: WorkbookStyle = WorkbookStyle()) {
      cover.write(.text(text), row, 0, style)
      row += 1
    }
    add(title, WorkbookStyle(isBold: true, points: 16))
    for line in subtitles { add(line) }
    row += 1
    for link in links {
      cover.link(link.title, to: link.sheet, row)
      row += 1
    }
    row += 1
    for note in notes { add(note, WorkbookStyle(wraps: true)) }
    cover.setWidth(0, 100)
    cover.layOutForPrint(isWide: false, head: nil)
  }
}
