/// The labels along the bottom of a chart, so that none meets another.
///
/// They stand in lines under their places; if these are too narrow, each second, third … stands
/// there alone, or, where every name counts, all of them aslant.
struct ChartLabels {
  private enum Form { case lines(columns: Int), some(every: Int), aslant }

  /// The fewest columns of `DisplayWidth` into which a label is broken.
  private static let leastColumns = 8
  private static let mostLines = 5
  private static let mostColumns = 24

  private let labels: [String]
  private let form: Form
  /// What they take below the chart.
  let height: Int
  /// What they take to the left of the chart's left side.
  let left: Int

  /// - Parameters:
  ///   - labels: one a place.
  ///   - place: the width of a place.
  ///   - needsAll: whether none may be left out.
  init(_ labels: [String], place: Int, needsAll: Bool) {
    self.labels = labels
    let columns = (place - ChartText.column) / ChartText.column
    let widest = labels.map { DisplayWidth.of(Table.printable($0)) }.max() ?? 0
    if widest <= columns || columns >= Self.leastColumns {
      form = .lines(columns: columns)
      let lines = labels.map {
        ChartText.wrapped($0, columns: columns, lines: Self.mostLines).count
      }
      height = 8 + (lines.max() ?? 0) * ChartText.line
      left = 0
    } else if needsAll {
      form = .aslant
      let length = min(widest, Self.mostColumns) * ChartText.column
      // At 45 degrees each side is 0.71 of the length.
      height = 20 + length * 71 / 100
      left = max(0, length * 71 / 100 + 8 - place / 2)
    } else {
      let shown = min(widest, Self.mostColumns)
      form = .some(every: ((shown + 2) * ChartText.column + place - 1) / max(1, place))
      height = 8 + ChartText.line
      left = 0
    }
  }

  /// The labels, each below the middle of its place; `y` is the lower side of the chart.
  func shapes(_ middles: [Int], below y: Int) -> [HTML] {
    zip(labels, middles).enumerated().flatMap { index, pair -> [HTML] in
      let (label, x) = pair
      switch form {
      case .lines(let columns):
        let lines = ChartText.wrapped(label, columns: columns, lines: Self.mostLines)
        return lines.enumerated().map { line, text in
          Self.text(text, x, y + 18 + line * ChartText.line, anchor: "middle")
        }
      case .some(let every):
        guard index.isMultiple(of: every) else { return [] }
        let text = ChartText.shortened(label, columns: Self.mostColumns)
        return [Self.text(text, x, y + 18, anchor: "middle")]
      case .aslant:
        let text = ChartText.shortened(label, columns: Self.mostColumns)
        return [
          .shape(
            "text",
            [
              "x": "\(x)", "y": "\(y + 14)", "text-anchor": "end",
              "transform": "rotate(-45 \(x) \(y + 14))",
            ], [.text(text)])
        ]
      }
    }
  }

  static func text(_ text: String, _ x: Int, _ y: Int, anchor: String) -> HTML {
    .shape("text", ["x": "\(x)", "y": "\(y)", "text-anchor": anchor], [.text(text)])
  }
}
