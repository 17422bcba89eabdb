import Interchange
import Testing

@Suite("What is drawn lies within its drawing")
struct ReportDrawingTests {
  /// The places of all shapes, and those that lie outside or are no whole numbers.
  private static func shapes(_ page: String) throws -> (count: Int, strays: [String]) {
    var box: (width: Int, height: Int) = (0, 0)
    var count = 0
    var strays: [String] = []
    for (name, attributes) in try #require(PageElements(page)).all {
      func number(_ name: String) -> Int { attributes[name].flatMap { Int($0) } ?? -1_000_000 }
      let points: [(x: Int, y: Int)]
      switch name {
      case "svg":
        let numbers = (attributes["viewBox"] ?? "").split(separator: " ").compactMap { Int($0) }
        try #require(numbers.count == 4)
        box = (numbers[2], numbers[3])
        continue
      case "rect":
        let (x, y) = (number("x"), number("y"))
        if number("width") <= 0 || number("height") < 0 { strays.append("\(attributes)") }
        points = [(x, y), (x + number("width"), y + number("height"))]
      case "circle": points = [(number("cx"), number("cy"))]
      case "line": points = [(number("x1"), number("y1")), (number("x2"), number("y2"))]
      case "polyline":
        points = (attributes["points"] ?? "").split(separator: " ").map { pair in
          let numbers = pair.split(separator: ",").map { Int($0) ?? -1 }
          return numbers.count == 2 ? (numbers[0], numbers[1]) : (-1, -1)
        }
      case "text": points = [(number("x"), number("y"))]
      default: continue
      }
      count += points.count
      if !points.allSatisfy({ (0...box.width).contains($0.x) && (0...box.height).contains($0.y) }) {
        strays.append("\(name) \(attributes)")
      }
    }
    return (count, strays)
  }

  @Test("in a report of everything")
  func rich() throws {
    let (count, strays) = try Self.shapes(ReportSamples.rich().html)
    #expect(count > 500 && strays == [])
  }

  @Test("in charts of any kind, size and values")
  func random() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("ReportDrawingTests seed: \(seed)")
    var generator = SeededGenerator(seed: seed)
    func next(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
    func value() -> Int64? {
      switch next(8) {
      case 0: nil
      case 1: 0
      default: Int64(next(1 << (1 + next(62)))) * (next(3) == 0 ? -1 : 1)
      }
    }
    for _ in 0..<150 {
      let labels = (0..<next(60)).map { "\($0)" + String(repeating: "月 ", count: next(12)) }
      let series = (0..<next(14)).map { number in
        ReportChart.Series(
          String(repeating: "名", count: number * 3), (0..<next(62)).map { _ in value() })
      }
      let kinds: [ReportChart.Kind] = [.lines, .stack, .bars, .heat]
      let chart = ReportChart(
        kinds[next(4)], title: "t", unit: "%", decimals: next(11), labels: labels, series: series)
      var listing = Listing([.init("a", "a")])
      listing.rows = [[.integer(1)]]
      let section = ReportSection(
        key: "a", title: "a", listing: listing, charts: [chart],
        trends: [(0..<next(80)).map { _ in value() }])
      let report = ReportDocument(title: "a", language: "en", sections: [section])
      #expect(try Self.shapes(report.html).strays == [], "seed \(seed)")
    }
  }
}
