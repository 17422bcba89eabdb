/// Values as a small line in a cell of a table.
enum TrendLine {
  private static let width = 120
  private static let height = 24
  /// What stays free at each side, for the thickness of the line and its dots.
  private static let margin = 3

  /// Nothing if no value is known; a value between two unknown ones is a dot, as the last one is.
  static func drawing(_ values: [Int64?], title: String) -> [HTML] {
    let known = values.compactMap { $0 }
    guard let low = known.min(), let high = known.max() else { return [] }
    let step = max(1, values.count - 1)
    let spread = Int128(high) - Int128(low)
    let points = values.enumerated().map { index, value in
      value.map { value -> ChartPoint in
        let free = Int128(height - 2 * margin)
        let up = spread == 0 ? free / 2 : (Int128(value) - Int128(low)) * free / spread
        return ChartPoint(
          x: margin + index * (width - 2 * margin) / step, y: height - margin - Int(up))
      }
    }
    var shapes: [HTML] = [.element("title", title)]
    for run in ChartPoint.runs(points) {
      if run.count > 1 { shapes.append(.shape("polyline", ["points": ChartPoint.text(run)])) }
      if run.count == 1, let point = run.first { shapes.append(point.dot(radius: 2)) }
    }
    if let last = points.compactMap({ $0 }).last { shapes.append(last.dot(radius: 2)) }
    return [
      .shape(
        "svg",
        [
          "viewBox": "0 0 \(width) \(height)", "width": "\(width)", "height": "\(height)",
          "role": "img",
        ], shapes)
    ]
  }
}
