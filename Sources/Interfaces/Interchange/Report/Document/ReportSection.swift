/// A part of a report: a table, what is drawn from it, and what it means.
package struct ReportSection: Hashable, Sendable {
  /// The name for programs, in snake_case; it stays the same from release to release.
  package let key: String
  package var title: String
  package var listing: Listing
  package var charts: [ReportChart] = []
  package var notes: [String] = []
  /// Keys of columns whose cells are shaded by their size, on a terminal, in the workbook and
  /// on the page.
  package var shaded: [String] = []
  /// Whether all shaded columns share one scale, as those of a matrix do; else each has its own.
  package var shadedTogether = true
  /// For each row, values oldest first, which are drawn as a small line in a last column.
  package var trends: [[Int64?]]?
  /// The title of the column of trends.
  package var trendTitle: String = ""

  package init(
    key: String, title: String, listing: Listing, charts: [ReportChart] = [],
    notes: [String] = [], shaded: [String] = [], trends: [[Int64?]]? = nil,
    trendTitle: String = ""
  ) {
    self.key = key
    self.title = title
    self.listing = listing
    self.charts = charts
    self.notes = notes
    self.shaded = shaded
    self.trends = trends
    self.trendTitle = trendTitle
  }

  /// The trend of a row; empty if it has none.
  func trend(ofRow row: Int) -> [Int64?] {
    guard let trends, trends.indices.contains(row) else { return [] }
    return trends[row]
  }
}
