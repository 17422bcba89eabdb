/// The names of the series above a chart, each after a mark of its colour, in rows.
struct ChartLegend {
  /// The side of a mark, and what lies between it and its name.
  private static let mark = 12
  private static let gap = 6
  private static let between = 18
  private static let row = 20
  /// The widest name, in columns of `DisplayWidth`; a longer one is cut.
  private static let columns = 60

  private var entries: [(x: Int, y: Int, name: String, fullName: String)] = []
  /// What the rows take.
  private(set) var height = 0

  init(_ names: [String], width: Int) {
    var x = 0
    var y = 0
    for name in names {
      let short = ChartText.shortened(name, columns: Self.columns)
      let needed = Self.mark + Self.gap + ChartText.width(short)
      if x > 0, x + needed > width {
        x = 0
        y += Self.row
      }
      entries.append((x, y, short, name))
      x += needed + Self.between
    }
    height = names.isEmpty ? 0 : y + Self.row
  }

  var shapes: [HTML] {
    entries.enumerated().flatMap { index, entry in
      let color = ChartColor.name(ofSeries: index)
      let side = "\(Self.mark)"
      let isCut = entry.name != entry.fullName
      return [
        HTML.shape(
          "rect",
          [
            "class": color, "x": "\(entry.x)", "y": "\(entry.y + 3)", "width": side,
            "height": side,
          ]),
        .shape(
          "text", ["x": "\(entry.x + Self.mark + Self.gap)", "y": "\(entry.y + 13)"],
          [.text(entry.name)] + (isCut ? [.element("title", entry.fullName)] : [])),
      ]
    }
  }
}
