extension ReportDocument {
  /// The report as one file for a browser and for A4 paper: it needs nothing beside itself and
  /// runs nothing; the same report has the same bytes.
  package var html: String {
    let header = HTML.element(
      "header", [.element("h1", title)] + subtitles.map { .element("p", $0) })
    var body = [header]
    if sections.count > 1 { body.append(contents) }
    body += sections.map(\.page)
    if !notes.isEmpty {
      body.append(.element("footer", notes.map { .element("p", $0) }))
    }
    return HTML.page(title: title, language: language, style: PageStyle.sheet, body: body)
  }

  private var contents: HTML {
    let links = sections.map { section in
      HTML.element(
        "li", [.element("a", [.init("href", "#\(section.key)")], [.text(section.title)])])
    }
    return .element("nav", [.element("ol", links)])
  }
}
