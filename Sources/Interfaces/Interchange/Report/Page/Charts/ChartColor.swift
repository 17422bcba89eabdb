/// The colours of series, each dark enough to stand beside white at 4.5 to 1.
///
/// Series beyond them begin again with the first.
enum ChartColor {
  static let all = [
    "#1f5fa8", "#b3261e", "#1b7a3d", "#7b3fa0", "#9a5b00", "#00707a", "#b0236f", "#4d5a66",
    "#5b6b00", "#3d46c8", "#6b3a20", "#0b4f3f",
  ]

  /// The class of the style sheet for a series.
  static func name(ofSeries series: Int) -> String { "c\(series % all.count)" }

  /// The colour as a number, red the highest byte.
  static func number(ofSeries series: Int) -> UInt32 {
    UInt32(all[series % all.count].dropFirst(), radix: 16) ?? 0
  }
}
