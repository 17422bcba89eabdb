import Interchange
import Quantities
import Testing

@Suite("A report as text for people")
struct ReportTextTests {
  @Test("plain text has headings, tables with trends and notes, and nothing a terminal obeys")
  func plain() {
    #expect(
      ReportSamples.small.text(.plain) == """
        组合<风险>
        2026-03

        ## 分行 "一览"

        银行              本金  占比 %  走势
        --------  ------------  ------  ----
        彭州民生  1,234,567.89   75.00  ▁▅█
        A & <B>    -411,522.63   25.00  ▄ ▄
        --------  ------------  ------  ----
        合计        823,045.26

        单位：元

        ## 逾期

        贷款
        ----
        –

        占比按本金。

        """)
  }

  @Test("a terminal gets bold headings and shaded cells around the very same text")
  func terminal() {
    for report in [ReportSamples.small, ReportSamples.rich()] {
      let text = report.text(.terminal)
      #expect(Self.undressed(text) == report.text(.plain))
      #expect(!report.text(.plain).unicodeScalars.contains("\u{1B}"))
    }
    let text = ReportSamples.small.text(.terminal)
    #expect(text.contains("\u{1B}[1m组合<风险>\u{1B}[0m\n"))
    #expect(text.contains("\u{1B}[38;5;16;48;5;203m 75.00\u{1B}[0m"))
    #expect(text.contains("\u{1B}[38;5;16;48;5;230m 25.00\u{1B}[0m"))
  }

  /// The text without escape codes, each of which ends in `m`; blanks that a code kept at the end
  /// of a line go, too.
  private static func undressed(_ text: String) -> String {
    var bare = ""
    var isCode = false
    for character in text {
      if character == "\u{1B}" { isCode = true }
      if character == "\n" { while bare.last == " " { bare.removeLast() } }
      if !isCode { bare.append(character) }
      if character == "m" { isCode = false }
    }
    return bare
  }

  @Test("escape codes in names, notes and titles are made visible")
  func hostile() {
    var listing = Listing([.init("a", "\u{1B}[2J")])
    listing.rows = [[.text("\u{1B}[31m")]]
    let section = ReportSection(
      key: "a", title: "\u{1B}c", listing: listing, notes: ["\u{1B}"], trends: [[]],
      trendTitle: "\u{9B}")
    let report = ReportDocument(
      title: "\u{1B}]0;x\u{7}", subtitles: ["\u{1B}"], language: "en", sections: [section],
      notes: ["\u{1B}"])
    #expect(!report.text(.plain).unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{9B}" })
  }

  @Test("every column ends where its title's line ends, Chinese or not")
  func widths() {
    let text = ReportSamples.rich().text(.plain)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var tables = 0
    for (index, line) in lines.enumerated() where line.hasPrefix("--") && index > 0 {
      tables += 1
      let ends = lines[(index + 1)...].prefix { !$0.isEmpty && $0 != "–" }
      #expect(ends.allSatisfy { DisplayWidth.of($0) <= DisplayWidth.of(line) })
      #expect(DisplayWidth.of(lines[index - 1]) <= DisplayWidth.of(line))
    }
    #expect(tables >= 7)
  }

  @Test("the shades run from the least to the most, within one scale or one a column")
  func shades() {
    var listing = Listing([.init("a", "a"), .init("b", "b"), .init("c", "c")])
    listing.rows = [
      [.integer(0), .money(Money(minorUnits: 60_000), .yuan), .text("x")],
      [.integer(6), .decimal("300"), .none], [.integer(3), .none, .integer(9)],
    ]
    var section = ReportSection(key: "s", title: "s", listing: listing, shaded: ["a", "b", "c"])
    func shades() -> [Int] {
      let report = ReportDocument(title: "", language: "en", sections: [section])
      let backgrounds = [230, 229, 222, 215, 209, 203]
      return report.text(.terminal).split(separator: ";5;").dropFirst(2).enumerated().compactMap {
        guard $0.offset.isMultiple(of: 2) else { return nil }
        return Int($0.element.prefix { $0.isNumber }).flatMap(backgrounds.firstIndex)
      }
    }
    #expect(shades() == [0, 5, 0, 3, 0, 0])
    section.shadedTogether = false
    #expect(shades() == [0, 5, 5, 0, 3])
  }

  @Test("black on each background has a contrast of 4.5 to 1 or more")
  func contrast() {
    // Channels of the cube: 0, 95, 135, 175, 215, 255; luminance as of WCAG 2.1, in 1e-6.
    let linear = [0, 114_435, 242_281, 428_690, 679_542, 1_000_000]
    for color in [230, 229, 222, 215, 209, 203] {
      let cube = color - 16
      let luminance =
        (2_126 * linear[cube / 36] + 7_152 * linear[cube / 6 % 6] + 722 * linear[cube % 6]) / 10_000
      #expect((luminance + 50_000) * 10 >= 45 * 50_000, "\(color)")
    }
  }
}
