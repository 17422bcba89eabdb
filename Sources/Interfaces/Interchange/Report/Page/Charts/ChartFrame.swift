import Quantities

/// The places in a drawn chart: the legend above, the scale at the left, the labels below, the
/// plot amidst them; all whole units of a drawing `width` wide.
struct ChartFrame {
  static let width = 960
  static let plotHeight = 260
  private static let right = 16

  let chart: ReportChart
  let scale: ValueScale
  let legend: ChartLegend
  let labels: ChartLabels
  /// The left and the upper side of the plot.
  let left: Int
  let top: Int

  init(_ chart: ReportChart) {
    self.chart = chart
    scale = ValueScale(chart.scaleValues, isLines: chart.kind == .lines)
    legend = ChartLegend(chart.series.map(\.name), width: Self.width)
    let ticks = scale.ticks.map { [scale] in
      ChartText.width(scale.text($0, decimals: chart.decimals))
    }
    let side = max(32, (ticks.max() ?? 0) + 12)
    func labels(left: Int) -> ChartLabels {
      let place = (Self.width - left - Self.right) / max(1, chart.labels.count)
      return ChartLabels(chart.labels, place: place, needsAll: chart.kind == .bars)
    }
    // Labels aslant may need more room at the left than the scale does.
    left = max(side, labels(left: side).left)
    self.labels = labels(left: left)
    top = legend.height + 16
  }

  var height: Int { top + Self.plotHeight + labels.height + 4 }
  var bottom: Int { top + Self.plotHeight }
  private var plotWidth: Int { Self.width - Self.right - left }

  /// The left side of the place of a label, which is the right side of the one before it.
  func start(_ label: Int) -> Int { left + label * plotWidth / max(1, chart.labels.count) }

  func middle(_ label: Int) -> Int { (start(label) + start(label + 1)) / 2 }

  func y(_ value: Int128) -> Int { top + scale.depth(value, height: Self.plotHeight) }

  /// The value for people: `12.34 %`.
  func text(_ value: Int64) -> String {
    FixedPoint.text(Int128(value), decimals: chart.decimals, grouped: true) + " " + chart.unit
  }

  /// The lines across, their values, and the labels.
  var axes: [HTML] {
    var shapes: [HTML] = []
    for tick in scale.ticks {
      shapes.append(line(tick, class: "grid"))
      shapes.append(
        ChartLabels.text(
          scale.text(tick, decimals: chart.decimals), left - 6, y(tick) + 4, anchor: "end"))
    }
    return shapes + labels.shapes(chart.labels.indices.map(middle), below: bottom)
  }

  /// The line of nought, which stands before the bars; none if the scale begins above it.
  var base: [HTML] {
    (scale.low...scale.high).contains(0) ? [line(0, class: "zero")] : []
  }

  private func line(_ value: Int128, class name: String) -> HTML {
    let y = y(value)
    return .shape(
      "line",
      [
        "class": name, "x1": "\(left)", "y1": "\(y)", "x2": "\(left + plotWidth)", "y2": "\(y)",
      ])
  }
}

extension ReportChart {
  /// The value of a series at a label; nil where there is none.
  func value(_ series: Series, _ label: Int) -> Int64? {
    series.values.indices.contains(label) ? series.values[label] : nil
  }

  /// Whether there is anything to draw.
  var isEmpty: Bool {
    !series.contains { series in labels.indices.contains { value(series, $0) != nil } }
  }

  /// What the scale has to hold: the values, or the ends of the bars that they make up.
  fileprivate var scaleValues: [Int128] {
    labels.indices.flatMap { label -> [Int128] in
      let values = series.compactMap { value($0, label) }.map { Int128($0) }
      guard kind == .stack else { return values }
      return [values.filter { $0 > 0 }.reduce(0, +), values.filter { $0 < 0 }.reduce(0, +)]
    }
  }
}
