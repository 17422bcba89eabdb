import Classification
import CommandLine
import Interchange
import JSONSchema
import Operations
import Quantities
import Reporting
import Risk
import Testing

/// Goal: what is printed are the figures, each in its place, in every format and language.
///
/// Method: a book of five loans, whose figures are added up in `Book`'s own remark.
@Suite("a risk report on paper")
struct RiskDocumentTests {
  private func section(_ key: String, of report: NamedRiskReport) throws -> String {
    let document = RiskDocument(report, .en).document
    return try #require(document.sections.first { $0.key == key }).csv
  }

  @Test("the portfolio has each figure with its loans and its share")
  func portfolio() throws {
    let expected = """
      figure,loans,borrowers,amount,share_percent
      outstanding,3,2,7000.00,100.00
      par_1,2,,6000.00,85.71
      par_30,1,,4000.00,57.14
      par_60,1,,4000.00,57.14
      par_90,1,,4000.00,57.14
      par_180,0,,0.00,0.00
      restructured,0,,0.00,0.00
      principal_due,,,600.00,8.57
      interest_due,,,55.00,
      interest_running,,,0.00,
      penalty_due,,,11.00,
      non_performing,1,,4000.00,57.14
      general_provision,,,70.00,
      special_provision,,,1040.00,
      required_provision,,,1110.00,
      required_coverage,,,,27.75

      """
    #expect(try section("portfolio", of: Book.ofAlpha) == expected)
  }

  @Test("general reserve is what the coefficients ask for beyond what is held, bank by bank")
  func generalReserve() throws {
    // 1.5 % of 1,000, 3 % of 2,000, 30 % of 4,000; nothing is held.
    let alpha = try section("provision", of: Book.ofAlpha)
    #expect(alpha.contains("\ngeneral_reserve,1275.00,18.21,31.88\n"), "\(alpha)")
    // And 100 % of 8,000, 3 % of 3,000.
    let both = try section("provision", of: Book.ofSponsor)
    #expect(both.contains("\ngeneral_reserve,9365.00,52.03,78.04\n"), "\(both)")
    let loss = [RiskClass.loss: Tally(loans: 1, principal: 500)]
    #expect(ProvisionStanding.generalReserve(of: loss, held: 499) == 1)
    #expect(ProvisionStanding.generalReserve(of: loss, held: 501) == 0)
  }

  @Test("a part is not held to the limits of what a bank holds")
  func part() throws {
    let whole = Book.ofAlpha
    #expect(try section("provision", of: whole).contains("\nlimit,"))
    let counted = whole.report.months.flatMap(\.value)
    let part = NamedRiskReport(
      report: RiskReport(month: Book.month, currency: .yuan, counted: counted, isPart: true),
      scope: whole.scope, title: whole.title, banks: whole.banks, branches: whole.branches,
      versions: whole.versions)
    let provision = try section("provision", of: part)
    #expect(provision.contains("\nrequired,") && !provision.contains("\nlimit,"), "\(provision)")
    let sections = RiskDocument(part, .en).document.sections
    #expect(!sections.contains { $0.key == "limits" })
    let notes = sections.first { $0.key == "provision" }?.notes
    let all = RiskDocument(whole, .en).document.sections.first { $0.key == "provision" }?.notes
    #expect(notes?.count == 1 && all?.count == 2 && all?.first == notes?.first)
    // A debtor's part of 30,000.00 of net capital is told of the whole alone.
    let debtors = try section("largest", of: part)
    #expect(try section("largest", of: whole).contains(",10.00,"), "\(debtors)")
    #expect(!debtors.contains(",10.00,"), "\(debtors)")
  }

  @Test("ageing, classes and cuts add up to the whole")
  func parts() throws {
    let ageing = try section("ageing", of: Book.ofAlpha)
    #expect(ageing.contains("\n0,1,1000.00,14.29\n1-30,1,2000.00,28.57\n31-60,0,0.00,0.00\n"))
    #expect(ageing.contains("\n91-180,1,4000.00,57.14\n"))
    let classes = try section("classes", of: Book.ofAlpha)
    #expect(classes.contains("\nsubstandard,1,4000.00,57.14,25\n"), "\(classes)")
    let document = RiskDocument(Book.ofSponsor, .en).document
    let cuts = document.sections.filter { $0.key.hasPrefix("by_") }
    #expect(cuts.count == 14)
    for cut in cuts {
      let place = try #require(cut.listing.columns.firstIndex { $0.key == "outstanding" })
      let sum = cut.listing.rows.reduce(Int128(0)) { sum, row in
        guard case .sum(let amount, _) = row[place] else { return sum }
        return sum + amount
      }
      #expect(sum == 1_800_000, "\(cut.key)")
    }
    let lines = try section("by_line", of: Book.ofAlpha)
    #expect(
      lines.contains("\nmicrocredit,3000.00,2,1,0.00,0.00,0.00,0.00,0.00,70.00\n"), "\(lines)")
  }

  @Test("the supervisory table is in ten thousand, half up")
  func supervisory() throws {
    // Principal on the books is what positions say: none here, since these loans have none booked.
    let table = try section("supervisory_table", of: Book.ofAlpha)
    let head = "overdue_days,normal,special-mention,substandard,doubtful,loss,total\n"
    #expect(table.hasPrefix(head), "\(table)")
    #expect(table.split(separator: "\n").count == 9)
  }

  @Test("the sponsor's report shows its banks and the sum of them")
  func sponsor() throws {
    let banks = try section("by_bank", of: Book.ofSponsor)
    let rows = [
      "alpha,7000.00,3,2,4000.00,57.14,4000.00,4000.00,57.14,1110.00,1,no",
      "beta,11000.00,2,2,11000.00,100.00,11000.00,8000.00,72.73,8170.00,2,no",
    ]
    for row in rows { #expect(banks.contains("\n\(row)\n"), "\(banks)") }
    let text = RiskDocument(Book.ofSponsor, .en).document.text(.plain)
    #expect(text.hasPrefix("Portfolio risk report: Mother Bank, 2026-03-31, amounts in CNY\n"))
    #expect(text.contains("From the positions of 2026-03-31, version: alpha 2, beta 1\n"))
    #expect(text.contains("FP2635") && text.contains("令〔2023〕第1号"))
    #expect(!RiskDocument(Book.ofAlpha, .en).document.text(.plain).contains("By bank"))
  }

  @Test("breaches of limits come first")
  func breaches() throws {
    // Alpha's net capital is 30,000.00: 4,000.00 is 13.33 %, over the 10 % of one borrower.
    let limits = try section("limits", of: Book.ofSponsor)
    #expect(
      limits.hasPrefix(
        "bank,limit,unit,value,at_least,at_most,breach\n"
          + "alpha,single_borrower,%,13.33,,10.00,yes\n"),
      "\(limits)")
    let largest = try section("largest", of: Book.ofSponsor)
    let rows = largest.split(separator: "\n")
    #expect(rows[1].hasPrefix("borrower,alpha,") && rows[1].hasSuffix(",13.33,10.00,yes"))
    #expect(rows[2].hasPrefix("borrower,beta,11,1,8000.00,44.44,,10.00,no"))
  }

  @Test("is in Chinese, too, with the same keys and amounts")
  func chinese() {
    let document = RiskDocument(Book.ofSponsor, .zh).document
    let text = document.text(.plain)
    #expect(text.hasPrefix("贷款组合风险报告：母银行，2026-03-31，金额单位：CNY\n"))
    #expect(text.contains("农户小额信用贷款") && text.contains("乙营业部"))
    #expect(text.contains("关注 > 0，次级 > 90，可疑 > 270，损失 > 360"))
    #expect(!text.contains("Total"))
    #expect(document.csv == RiskDocument(Book.ofSponsor, .en).document.csv)
  }

  @Test("an empty portfolio has no shares, and all its sections")
  func empty() throws {
    let empty = Book.named(.bank("alpha"), [], versions: [:], title: Book.alpha)
    let document = RiskDocument(empty, .en).document
    #expect(document.text(.plain).contains("No loans, so no positions of 2026-03-31\n"))
    #expect(document.csv.contains("portfolio,1,outstanding,amount,0.00\n"))
    #expect(document.csv.contains("portfolio,16,required_coverage,share_percent,\n"))
    let full = RiskDocument(Book.ofAlpha, .en).document
    #expect(document.sections.map(\.key) == full.sections.map(\.key))
  }

  @Test("has JSON as its schema says, of a bank, of a sponsor, and of nothing")
  func schema() throws {
    let schema = JSONSchema([try JSONValue(reading: Array(RiskDocument.schema.utf8))])
    let empty = Book.named(.bank("alpha"), [], versions: [:], title: Book.alpha)
    for source in [Book.ofAlpha, Book.ofSponsor, empty] {
      for language in [Language.zh, .en] {
        let json = RiskDocument(source, language).document.json
        let problems = schema.problems(of: json, against: "risk.schema.json")
        #expect(problems == [], "\(source.scope)")
      }
    }
  }

  @Test("is one JSON object with amounts as decimal strings")
  func json() {
    let text = RiskDocument(Book.ofSponsor, .en).document.jsonText
    let start = """
      {
        "month": "2026-03",
        "as_of": "2026-03-31",
        "scope": "sponsor",
        "code": "mother",
        "name_zh": "母银行",
        "name_en": "Mother Bank",
        "currency": "CNY",
        "positions": [
          {
            "bank": "alpha",
            "version": 2
          },
          {
            "bank": "beta",
            "version": 1
          }
        ],
        "sections": {
      """
    #expect(text.hasPrefix(start), "\(text.prefix(900))")
    #expect(text.contains("\"branch\": \"north\""))
  }
}
