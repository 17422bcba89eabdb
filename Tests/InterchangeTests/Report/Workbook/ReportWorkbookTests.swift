import Foundation
import Interchange
import Quantities
import Testing

@Suite("A report as a workbook")
struct ReportWorkbookTests {
  @Test("has a first sheet with the title, contents and notes, then a sheet a section")
  func sheets() throws {
    let book = try Workbook(of: ReportSamples.rich())
    let names = try book.sheetNames()
    #expect(names[0...3] == ["贷款组合风险月报", "各行三十天以上逾期率", "各行余额与拨备", "逾期迁徙率"])
    #expect(names[4] == "Every kind a cell of a table")
    #expect(names.count == 8)
    let cover = try book.cells(1)
    #expect(cover["A1"]?.value == "贷款组合风险月报" && cover["A1"]?.isBold == true)
    #expect(cover["A2"]?.value == "2026-03 · 全部银行 · CNY")
    #expect(cover["A5"]?.value == "各行三十天以上逾期率")
    #expect(cover["A13"]?.value == "各项指标均按剩余本金加权。")
    let links = try Workbook.elements("hyperlink", in: book.part("xl/worksheets/sheet1.xml"))
    #expect(links.count == 7 && links[0].attributes["location"] == "'各行三十天以上逾期率'!A1")
  }

  @Test("amounts, numbers and days are numbers with formats; words are words")
  func cells() throws {
    let cells = try Workbook(of: ReportSamples.small).cells(2)
    func number(_ value: String, _ format: String, isBold: Bool = false) -> Workbook.Cell {
      Workbook.Cell(value: value, isText: false, format: format, isBold: isBold)
    }
    #expect(cells["A1"]?.isBold == true && cells["B1"]?.value == "本金")
    #expect(cells["B2"] == number("1234567.89", "#,##0.00"))
    #expect(cells["B3"] == number("-411522.63", "#,##0.00"))
    #expect(cells["C2"] == number("75", "0.00"))
    #expect(cells["A3"]?.value == "A & <B>" && cells["D2"]?.value == "▁▅█")
    #expect(cells["B4"] == number("823045.26", "#,##0.00", isBold: true))
    #expect(cells["A4"]?.isBold == true && cells["C4"] == nil)
    #expect(cells["A6"]?.value == "单位：元")

    let kinds = try Workbook(of: ReportSamples.rich()).cells(5)
    #expect(kinds["A2"] == .init(value: "=1+1", isText: true, format: "General", isBold: false))
    #expect(kinds["B2"]?.value == "核销" && kinds["C2"]?.value == "是")
    #expect(kinds["D2"] == number("46112", "yyyy-mm-dd"))
    #expect(kinds["D3"] == number("1", "yyyy-mm-dd"))
    #expect(kinds["E2"] == number("3.45", "0.0000"))
    #expect(kinds["E3"]?.value == "n/a" && kinds["E3"]?.isText == true)
    #expect(kinds["F2"] == number("-1234", "#,##0"))
    #expect(kinds["H2"] == number("-0.01", "#,##0.00"))
    // More than 15 digits: as text, to the last of them.
    #expect(kinds["G2"]?.value == "999,999,999,999,999,999.99")
    #expect(kinds["G3"]?.value == "92,233,720,368,547,758.07" && kinds["G3"]?.isText == true)
    #expect(kinds["H3"]?.value == "-92,233,720,368,547,758.08")
  }

  @Test("an amount of 15 digits is a number that gives each of them back")
  func digits() throws {
    var listing = Listing([.init("a", "a")])
    let amounts: [Int64] = [
      999_999_999_999_999, 999_999_999_999_998, -999_999_999_999_999, 900_719_925_474_099, 7, -10,
    ]
    listing.rows = amounts.map { [ReportSamples.money($0)] }
    listing.rows.append([ReportSamples.money(1_000_000_000_000_000)])
    let section = ReportSection(key: "a", title: "a", listing: listing)
    let report = ReportDocument(title: "t", language: "en", sections: [section])
    let cells = try Workbook(of: report).cells(2)
    for (index, amount) in amounts.enumerated() {
      let cell = try #require(cells["A\(index + 2)"])
      let value = try #require(Double(cell.value))
      #expect(!cell.isText && Int64((value * 100).rounded()) == amount)
    }
    let last = cells["A\(amounts.count + 2)"]
    #expect(last?.isText == true && last?.value == "10,000,000,000,000.00")
  }

  @Test("the head stays in sight and filters; shaded columns have a scale of three colours")
  func sheet() throws {
    let book = try Workbook(of: ReportSamples.rich())
    let first = try book.part("xl/worksheets/sheet2.xml")
    #expect(first.contains("<pane ySplit=\"1\" topLeftCell=\"A2\""))
    #expect(first.contains("state=\"frozen\""))
    #expect(first.contains("<autoFilter ref=\"A1:E13\"/>"))
    #expect(first.contains("paperSize=\"9\""))
    #expect(first.contains("<conditionalFormatting sqref=\"B2:B13 C2:C13\">"))
    let colors = Workbook.elements("color", in: first).compactMap { $0.attributes["rgb"] }
    #expect(colors == ["FFFFF6DC", "FFFFD487", "FFF97F58"])
    // 44 columns of names, and two beside them.
    #expect(first.contains("<col min=\"1\" max=\"1\" width=\"46.7109375\" customWidth=\"1\"/>"))
    let matrix = try book.part("xl/worksheets/sheet4.xml")
    #expect(Workbook.elements("conditionalFormatting", in: matrix).count == 2)
    #expect(matrix.contains("orientation=\"landscape\""))
  }

  @Test("charts are the workbook's own, and take their values from its cells")
  func charts() throws {
    let book = try Workbook(of: ReportSamples.rich())
    let charts = book.parts.keys.filter { $0.hasPrefix("xl/charts/chart") }
    #expect(charts.count == 10)
    let lines = try book.part("xl/charts/chart1.xml")
    #expect(lines.contains("<c:lineChart>"))
    #expect(lines.components(separatedBy: "<c:ser>").count == 13)
    let ranges = Workbook.elements("c:f", in: lines).map(\.content)
    #expect(
      ranges[..<3] == [
        "'各行三十天以上逾期率'!$B$18", "'各行三十天以上逾期率'!$A$19:$A$43", "'各行三十天以上逾期率'!$B$19:$B$43",
      ])
    let cells = try book.cells(2)
    #expect(cells["A19"]?.value == "2024-03" && cells["A43"]?.value == "2026-03")
    #expect(cells["D18"]?.value == "Shanghai Songjiang Village Bank" && cells["D26"] == nil)
    #expect(cells["B19"]?.format == "#,##0.00" && cells["B19"]?.isText == false)
    #expect(lines.contains("四川省成都市彭州市民生村镇银行股份有限公司"))
    let stack = try book.part("xl/charts/chart2.xml")
    #expect(stack.contains("<c:grouping val=\"stacked\"/>"))
    #expect(stack.contains("<a:t>逾期本金</a:t>") && stack.contains("<a:t>万元</a:t>"))
  }

  @Test("the same report has the same bytes, made a second apart")
  func sameBytes() async throws {
    let first = try Workbook(of: ReportSamples.rich())
    try await Task.sleep(for: .milliseconds(2_100))
    #expect(try Workbook(of: ReportSamples.rich()).bytes == first.bytes)
    #expect(try first.part("docProps/core.xml").contains(">2000-01-01T00:00:00Z<"))
  }

  @Test("names of sheets are short, plain and differ")
  func names() throws {
    let titles = [
      "a", "A", "", "[]", "History", "'x'", String(repeating: "长", count: 40),
      String(repeating: "长", count: 39) + "!", "\u{1F600}\(String(repeating: "y", count: 40))",
    ]
    let sections = titles.enumerated().map { index, title in
      ReportSection(key: "key_\(index)", title: title, listing: Listing([.init("c", "c")]))
    }
    let report = ReportDocument(title: "a", language: "en", sections: sections)
    let names = try Workbook(of: report).sheetNames()
    let long = String(repeating: "长", count: 29)
    #expect(
      names == [
        "a", "a 2", "A 3", "key_2", "key_3", "History 2", "’x’", long + "长长", long + " 2",
        "\u{1F600}\(String(repeating: "y", count: 29))",
      ])
  }

  @Test("a place that can't be written is named")
  func unwritable() {
    let path = "/no/such/folder/report.xlsx"
    do throws(ReportError) {
      try ReportSamples.small.writeWorkbook(to: path)
      Issue.record("written")
    } catch {
      #expect(error.code == "report.workbook_unwritable")
      guard case .workbookUnwritable(let named, let reason) = error else { return }
      #expect(named == path && reason.contains("Error creating output xlsx file"))
    }
  }
}
