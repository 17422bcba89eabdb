import Interchange
import Quantities

/// Reports that the tests print in each form.
enum ReportSamples {
  static func day(_ text: String) -> Day { Day(text) ?? .first }

  static func money(_ minorUnits: Int64) -> Listing.Cell {
    .money(Money(minorUnits: minorUnits), .yuan)
  }

  /// A section of two rows with totals, shades, trends and a chart; a section without rows.
  static var small: ReportDocument {
    var listing = Listing([
      .init("bank", "银行"), .init("principal", "本金", .right), .init("share", "占比 %", .right),
    ])
    listing.rows = [
      [.text("彭州民生"), money(123_456_789), .decimal("75.00")],
      [.text("A & <B>"), money(-41_152_263), .decimal("25.00")],
    ]
    listing.totals = [.text("合计"), money(82_304_526), .none]
    let chart = ReportChart(
      .lines, title: "占比", unit: "%", decimals: 2, labels: ["1月", "2月", "3月"],
      series: [.init("彭州", [7_000, nil, 7_500]), .init("A & <B>", [3_000, 2_800, -200])])
    let section = ReportSection(
      key: "by_bank", title: "分行 \"一览\"", listing: listing, charts: [chart],
      notes: ["单位：元"], shaded: ["share"], trends: [[1, 5, 8], [3, nil, 3]], trendTitle: "走势")
    let empty = ReportSection(
      key: "late", title: "逾期", listing: Listing([.init("loan", "贷款")]))
    return ReportDocument(
      title: "组合<风险>", subtitles: ["2026-03"], language: "zh-CN",
      head: [.init("month", "2026-03")], sections: [section, empty], notes: ["占比按本金。"])
  }

  /// Every kind of cell and chart, with much of everything: long names, 25 months, 12 series, a
  /// matrix of nine by nine, nothing, one value, the largest values.
  static func rich(_ language: String = "zh-CN") -> ReportDocument {
    ReportDocument(
      title: language == "en" ? "Portfolio report" : "贷款组合风险月报",
      subtitles: ["2026-03 · 全部银行 · CNY", "Read from the books as of 2026-03-31"],
      language: language, head: [.init("month", "2026-03"), .init("as_of", "2026-03-31")],
      sections: [
        months(language), banks(language), matrix(language), cells, single, extremes,
        ReportSection(
          key: "empty", title: "没有任何一行的部分", listing: Listing(columns(["甲", "乙", "丙"])),
          charts: [.init(.lines, title: "空", unit: "%", decimals: 2, labels: [], series: [])]),
      ],
      notes: ["各项指标均按剩余本金加权。", "PAR30: share of principal 30 days late or more."])
  }

  static let names = [
    "四川省成都市彭州市民生村镇银行股份有限公司", "綦江民生村镇银行", "Shanghai Songjiang Village Bank",
    "湖北荆门东宝惠民村镇银行有限责任公司龙泉支行", "嘉定民生", "天台", "慈溪民生村镇银行",
    "A & B <Rural> \"Credit\"", "林芝民生村镇银行股份有限公司", "普洱民生", "宁晋民生", "江夏民生",
  ]

  private static func columns(_ titles: [String]) -> [Listing.Column] {
    titles.enumerated().map { .init("c\($0.offset)", $0.element, $0.offset == 0 ? .left : .right) }
  }

  /// Whole numbers that look like chance and are the same each time.
  private static func noise(_ seed: Int, _ range: Int64) -> Int64 {
    Int64((seed &* 7_919 &+ 104_729) &* (seed &+ 31) % 1_000_003) % range
  }

  private static let monthNames = (2..<27).map { (index: Int) -> String in
    "\(2024 + index / 12)-" + (index % 12 < 9 ? "0" : "") + "\(index % 12 + 1)"
  }

  /// One value of the third row is missing.
  private static func ratio(ofRow row: Int, at month: Int) -> Int64? {
    if month == 7, row == 2 { return nil }
    return 80 + noise(row * 31 + month, 400) + Int64(row * 40)
  }

  private static func months(_ language: String) -> ReportSection {
    let series = names.enumerated().map { row, name in
      ReportChart.Series(
        name,
        (0..<25).map { ratio(ofRow: row, at: $0) })
    }
    var listing = Listing(columns(["银行", "三十天以上逾期率 PAR30 %", "不良率 %", "笔数"]))
    listing.rows = series.enumerated().map { row, one -> [Listing.Cell] in
      [
        .text(one.name), .decimal(FixedPoint.text(Int128(one.values[24] ?? 0), decimals: 2)),
        row == 4 ? .none : .decimal("\(row).5"), .integer(1_000 * row),
      ]
    }
    return ReportSection(
      key: "par_by_bank", title: language == "en" ? "PAR30 by bank" : "各行三十天以上逾期率",
      listing: listing,
      charts: [
        .init(
          .lines, title: "PAR30", unit: "%", decimals: 2, labels: monthNames, series: series),
        .init(
          .stack, title: "逾期本金", unit: "万元", decimals: 0, labels: monthNames,
          series: Array(series.prefix(5))),
      ], notes: ["按月末余额。"], shaded: ["c1", "c2"], trends: series.map(\.values),
      trendTitle: "25 个月")
  }

  private static func banks(_ language: String) -> ReportSection {
    var listing = Listing(columns(["银行", "本金", "拨备", "变动"]))
    listing.rows = names.enumerated().map { row, name in
      let amount = noise(row, 900_000) * 12_345
      return [.text(name), money(amount), money(amount / 40), money(noise(row + 9, 999) - 500)]
    }
    listing.totals = [.text("合计"), .sum(123_456_789_012_345, .yuan), .none, money(-12_345)]
    return ReportSection(
      key: "books", title: language == "en" ? "Books by bank" : "各行余额与拨备", listing: listing,
      charts: [
        .init(
          .bars, title: "本金变动", unit: "万元", decimals: 1, labels: names,
          series: [
            .init("新增", names.indices.map { noise($0, 800) }),
            .init("收回", names.indices.map { $0 == 3 ? nil : -noise($0 + 5, 700) }),
          ])
      ])
  }

  private static func matrix(_ language: String) -> ReportSection {
    let stages = [
      "正常", "1–30天", "31–60天", "61–90天", "91–180天", "181–360天", "360天以上", "核销", "结清",
    ]
    let rows = stages.indices.map { row in
      stages.indices.map { column -> Int64? in
        if row == 7, column < 3 { return nil }
        return row == column ? 8_800 : noise(row * 9 + column, 600)
      }
    }
    var listing = Listing(columns(["月初 \\ 月末"] + stages))
    listing.rows = zip(stages, rows).map { name, values in
      [.text(name)]
        + values.map { value in
          value.map { .decimal(FixedPoint.text(Int128($0), decimals: 2)) } ?? .none
        }
    }
    return ReportSection(
      key: "roll_rates", title: language == "en" ? "Roll rates" : "逾期迁徙率", listing: listing,
      charts: [
        .init(
          .heat, title: "迁徙率", unit: "%", decimals: 2, labels: stages,
          series: zip(stages, rows).map { .init($0, $1) })
      ], shaded: (1...9).map { "c\($0)" })
  }

  private static var cells: ReportSection {
    var listing = Listing([
      .init("name", "名称"), .init("status", "状态"), .init("late", "逾期"),
      .init("on", "日期"), .init("rate", "利率", .right), .init("count", "笔数", .right),
      .init("large", "最大", .right), .init("small", "最小", .right),
    ])
    listing.rows = [
      [
        .text("=1+1"), .word("written_off", shown: "核销"), .flag(true, shown: "是"),
        .day(day("2026-03-31")), .decimal("3.4500"), .integer(-1_234),
        .sum(99_999_999_999_999_999_999, .yuan), money(-1),
      ],
      [
        .none, .none, .flag(false, shown: "否"), .day(day("1900-01-01")), .decimal("n/a"),
        .integer(0),
        money(.max), money(.min),
      ],
    ]
    return ReportSection(
      key: "cells", title: "Every kind: [a] */?\\ cell of a table", listing: listing)
  }

  private static var single: ReportSection {
    var listing = Listing(columns(["甲", "乙"]))
    listing.rows = [[.text("一"), .integer(1)]]
    return ReportSection(
      key: "single", title: "只有一个值", listing: listing,
      charts: [ReportChart.Kind.lines, .bars, .stack, .heat].map {
        .init(
          $0, title: "一个值 \($0)", unit: "%", decimals: 1, labels: ["2026-03"],
          series: [.init("唯一", [42])])
      }, shaded: ["c1"], trends: [[5]], trendTitle: "走势")
  }

  private static var extremes: ReportSection {
    ReportSection(
      key: "extremes", title: "极值", listing: Listing(columns(["甲"])),
      charts: [
        .init(
          .lines, title: "极大与极小", unit: "元", decimals: 2, labels: ["甲", "乙", "丙"],
          series: [.init("极", [.max, .min, 0]), .init("零", [0, 0, nil])]),
        .init(
          .stack, title: "堆叠极值", unit: "元", decimals: 10, labels: ["甲", "乙"],
          series: [.init("上", [.max, .max]), .init("再上", [.max, 1]), .init("下", [.min, .min])]),
        .init(
          .bars, title: "全是负数", unit: "元", decimals: 0, labels: ["甲", "乙"],
          series: [.init("负", [-300, -20])]),
        .init(
          .bars, title: "四十家", unit: "", decimals: 1,
          labels: (1...40).map { "\($0) \(names[$0 % names.count])" },
          series: [
            .init("甲", (1...40).map { noise($0, 90) }), .init("乙", (1...40).map { noise($0, 70) }),
          ]),
        .init(
          .bars, title: "没有值", unit: "元", decimals: 0, labels: ["甲", "乙"],
          series: [.init("无", [nil, nil])]),
      ])
  }
}
