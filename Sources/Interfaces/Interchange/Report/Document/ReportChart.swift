/// A chart of whole numbers with a number of decimals: 1234 with two of them is 12.34.
package struct ReportChart: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A line a series; nothing is drawn where a value is missing.
    case lines
    /// A bar a label, of one piece a series: positive ones above the line, negative ones below.
    case stack
    /// Bars side by side, one a series, at each label.
    case bars
    /// A grid of shaded cells: a row a series, a column a label.
    case heat
  }

  package var kind: Kind
  package var title: String
  /// What the values are counted in: "%", "万元".
  package var unit: String
  /// The decimals of all values, 0 to 10.
  package var decimals: Int
  /// What stands along the bottom; of a heat chart, its columns.
  package var labels: [String]
  package var series: [Series]

  /// A name and a value a label; nil where there is none.
  package struct Series: Hashable, Sendable {
    package var name: String
    package var values: [Int64?]

    package init(_ name: String, _ values: [Int64?]) {
      self.name = name
      self.values = values
    }
  }

  package init(
    _ kind: Kind, title: String, unit: String, decimals: Int, labels: [String], series: [Series]
  ) {
    self.kind = kind
    self.title = title
    self.unit = unit
    self.decimals = decimals
    self.labels = labels
    self.series = series
  }
}
