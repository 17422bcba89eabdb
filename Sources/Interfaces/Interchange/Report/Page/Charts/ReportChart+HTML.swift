import Quantities

extension ReportChart {
  /// The chart with its title above it: a drawing, or a table of shaded cells.
  var figure: HTML {
    let caption = unit.isEmpty ? title : "\(title) (\(unit))"
    let content: HTML
    if isEmpty {
      content = .element("p", class: "note", "–")
    } else {
      content = kind == .heat ? .element("div", class: "table", [heatTable]) : drawing
    }
    return .element("figure", [.element("figcaption", caption), content])
  }

  private var drawing: HTML {
    let frame = ChartFrame(self)
    var shapes: [HTML] = [.element("title", title), .element("desc", inWords(frame))]
    shapes += frame.legend.shapes + frame.axes
    switch kind {
    case .lines: shapes += frame.base + frame.lines
    case .stack: shapes += frame.stack + frame.base
    case .bars: shapes += frame.bars + frame.base
    case .heat: break
    }
    return .shape(
      "svg", ["viewBox": "0 0 \(ChartFrame.width) \(frame.height)", "role": "img"], shapes)
  }

  /// For who hears the page: the labels' range, and each series with its last value.
  private func inWords(_ frame: ChartFrame) -> String {
    let range = [labels.first, labels.last].compactMap { $0 }.joined(separator: " – ")
    let ends = series.compactMap { series in
      labels.indices.compactMap { value(series, $0) }.last.map {
        "\(series.name) \(frame.text($0))"
      }
    }
    return ([range] + ends).joined(separator: "; ")
  }

  private var heatTable: HTML {
    let shades = self.shades
    let head = [HTML.element("td", "")] + labels.map(Self.columnHead)
    let rows = zip(series, shades).map { series, shades in
      HTML.element(
        "tr",
        [.element("th", [.init("scope", "row")], [.text(series.name)])]
          + labels.indices.map { label in
            let shade = shades.indices.contains(label) ? shades[label] : nil
            let text = value(series, label).map {
              FixedPoint.text(Int128($0), decimals: decimals, grouped: true)
            }
            return .element("td", class: shade.map { "s\($0)" } ?? "", text ?? "")
          })
    }
    return .element(
      "table", class: "heat",
      [.element("thead", [.element("tr", head)]), .element("tbody", rows)])
  }

  private static func columnHead(_ label: String) -> HTML {
    .element("th", [.init("class", "n"), .init("scope", "col")], [.text(label)])
  }
}
