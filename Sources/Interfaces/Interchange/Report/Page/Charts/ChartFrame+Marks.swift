extension ChartFrame {
  /// A chart of few labels has no broader bars than this.
  private static let widestBar = 96

  /// A line a series with a dot a value, and a gap where one is missing.
  var lines: [HTML] {
    chart.series.enumerated().flatMap { index, series -> [HTML] in
      let color = ChartColor.name(ofSeries: index)
      let values = chart.labels.indices.map { chart.value(series, $0) }
      let points = values.enumerated().map { label, value in
        value.map { ChartPoint(x: middle(label), y: y(Int128($0))) }
      }
      let lines = ChartPoint.runs(points).filter { $0.count > 1 }.map { run in
        HTML.shape("polyline", ["class": "line \(color)", "points": ChartPoint.text(run)])
      }
      let dots = zip(points, values).enumerated().compactMap { label, pair -> HTML? in
        guard let point = pair.0, let value = pair.1 else { return nil }
        return point.dot(radius: 2, class: color, title: named(series, label, value))
      }
      return lines + dots
    }
  }

  /// At each label the pieces upon each other, from nought up and from nought down.
  var stack: [HTML] {
    chart.labels.indices.flatMap { label -> [HTML] in
      var up: Int128 = 0
      var down: Int128 = 0
      return chart.series.enumerated().compactMap { index, series in
        guard let value = chart.value(series, label), value != 0 else { return nil }
        let from = value > 0 ? up : down
        let to = from + Int128(value)
        if value > 0 { up = to } else { down = to }
        let place = start(label)..<start(label + 1)
        let bar = inset(place, by: max(place.count / 6, (place.count - Self.widestBar) / 2))
        return piece(index, bar, from, to, named(series, label, value))
      }
    }
  }

  /// At each label the bars side by side.
  var bars: [HTML] {
    chart.labels.indices.flatMap { label -> [HTML] in
      let whole = start(label)..<start(label + 1)
      let count = chart.series.count
      let place = inset(
        whole, by: max(whole.count / 8, (whole.count - count * Self.widestBar) / 2))
      return chart.series.enumerated().compactMap { index, series in
        guard let value = chart.value(series, label) else { return nil }
        let left = place.lowerBound + place.count * index / count
        let right = place.lowerBound + place.count * (index + 1) / count
        // A bar of many series may have no whole unit; it takes one all the same.
        let bar = left..<max(left + 1, right)
        return piece(index, bar, 0, Int128(value), named(series, label, value))
      }
    }
  }

  private func inset(_ place: Range<Int>, by margin: Int) -> Range<Int> {
    place.lowerBound + margin..<max(place.lowerBound + margin + 1, place.upperBound - margin)
  }

  /// A rectangle between two values.
  private func piece(
    _ series: Int, _ place: Range<Int>, _ from: Int128, _ to: Int128, _ title: String
  ) -> HTML {
    let (upper, lower) = (y(max(from, to)), y(min(from, to)))
    return .shape(
      "rect",
      [
        "class": "piece \(ChartColor.name(ofSeries: series))", "x": "\(place.lowerBound)",
        "y": "\(upper)", "width": "\(place.count)", "height": "\(lower - upper)",
      ], [.element("title", title)])
  }

  private func named(_ series: ReportChart.Series, _ label: Int, _ value: Int64) -> String {
    "\(series.name) · \(chart.labels[label]) · \(text(value))"
  }
}
