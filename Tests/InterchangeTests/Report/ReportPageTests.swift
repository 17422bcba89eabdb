import Foundation
import Interchange
import Testing

@Suite("A report as a page")
struct ReportPageTests {
  @Test("stands alone: no script, nothing fetched", arguments: ["zh-CN", "en"])
  func alone(_ language: String) {
    let page = ReportSamples.rich(language).html
    for word in ["<script", "http:", "https:", "url(", "@import", "<img", "<link", "javascript:"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("<html lang=\"\(language)\">"))
    #expect(page == ReportSamples.rich(language).html)
  }

  @Test("is well formed, and what it says is text, whatever is in it")
  func wellFormed() throws {
    let elements = try #require(PageElements(ReportSamples.rich().html))
    #expect(elements.all.filter { $0.name == "section" }.count == 7)
    #expect(elements.all.filter { $0.name == "figure" }.count == 14)
    #expect(elements.text.contains("A & B <Rural> \"Credit\""))

    let hostile = "</title></style><script>a</script>\"'&<x y=\"z\">"
    var listing = Listing([.init("a", hostile)])
    listing.rows = [[.text(hostile)]]
    listing.totals = [.text(hostile)]
    let charts = [ReportChart.Kind.lines, .stack, .bars, .heat].map { kind in
      ReportChart(
        kind, title: hostile, unit: hostile, decimals: 0, labels: [hostile],
        series: [.init(hostile, [1])])
    }
    let section = ReportSection(
      key: hostile, title: hostile, listing: listing, charts: charts, notes: [hostile],
      trends: [[1, 2]], trendTitle: hostile)
    let page = ReportDocument(
      title: hostile, subtitles: [hostile], language: "en", sections: [section, section],
      notes: [hostile]
    ).html
    #expect(!page.contains("<script") && !page.contains("<x"))
    #expect(try #require(PageElements(page)).text.contains(hostile))
  }

  @Test("a small chart stands where it should")
  func small() {
    let page = ReportSamples.small.html
    // The scale runs from -20 to 80 in steps of 20: nought is a fifth above the bottom.
    #expect(page.contains("<line class=\"zero\" x1=\"33\" y1=\"244\" x2=\"944\" y2=\"244\">"))
    #expect(page.contains("<polyline class=\"line c1\" points=\"184,166 488,171 792,249\">"))
    #expect(
      page.contains("<circle class=\"c0\" cx=\"792\" cy=\"49\" r=\"2\"><title>彭州 · 3月 · 75.00 %"))
    #expect(!page.contains("class=\"line c0\""), "two values with a gap between them are no line")
    #expect(
      page.contains(
        "<tr><td>A &amp; &lt;B&gt;</td><td class=\"n\">-411,522.63</td>"
          + "<td class=\"n s0\">25.00</td>"))
    #expect(page.contains("<tfoot><tr><td>合计</td><td class=\"n\">823,045.26</td>"))
    #expect(page.contains("<section id=\"late\"><h2>逾期</h2>"))
    #expect(page.contains("<tbody><tr><td colspan=\"1\">–</td></tr></tbody>"))
    #expect(page.contains("<desc>1月 – 3月; 彭州 75.00 %; A &amp; &lt;B&gt; -2.00 %</desc>"))
  }

  @Test("the colours of text, shades and series have a contrast of 4.5 to 1 or more")
  func contrast() throws {
    let page = ReportSamples.small.html
    func luminance(_ color: String) throws -> Double {
      let number = try #require(UInt32(color, radix: 16))
      let linear = [16, 8, 0].map { shift -> Double in
        let channel = Double(number >> UInt32(shift) & 255) / 255
        return channel <= 0.03928 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
    var checked = 0
    for line in page.split(separator: "\n") where line.hasPrefix(".s") || line.hasPrefix(".c") {
      guard let mark = line.firstIndex(of: "#") else { continue }
      let other = try luminance(line.hasPrefix(".s") ? "111111" : "ffffff")
      let own = try luminance(String(line[line.index(after: mark)...].prefix(6)))
      #expect((max(own, other) + 0.05) / (min(own, other) + 0.05) >= 4.5, "\(line)")
      checked += 1
    }
    #expect(checked == 18)
  }
}
