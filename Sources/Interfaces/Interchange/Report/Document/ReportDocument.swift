/// A report: what it is of, and its sections in order.
package struct ReportDocument: Hashable, Sendable {
  package var title: String
  /// Lines under the title: month, scope, currency, what it was read from.
  package var subtitles: [String]
  /// BCP 47: "zh-CN" or "en"; of the page and the workbook.
  package var language: String
  /// Members for programs, before the sections: month, as_of, scope, code.
  package var head: [JSONValue.Member]
  /// The keys of the sections differ.
  package var sections: [ReportSection]
  /// What the figures mean, one line each.
  package var notes: [String]
  /// The instant that the workbook gives for its making, in seconds since 1970-01-01 UTC.
  ///
  /// It comes from the report and not from a clock, so that the same report has the same bytes;
  /// unless told, 2000-01-01.
  package var createdAt: Int = 946_684_800

  package init(
    title: String, subtitles: [String] = [], language: String, head: [JSONValue.Member] = [],
    sections: [ReportSection] = [], notes: [String] = []
  ) {
    self.title = title
    self.subtitles = subtitles
    self.language = language
    self.head = head
    self.sections = sections
    self.notes = notes
  }
}
