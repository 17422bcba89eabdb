import CommandLine
import Interchange
import Operations
import Testing

/// Goal: what is printed are the figures, each in its place, in every format and language.
///
/// Method: a book of five loans, whose figures are added up in `Book`'s own remark.
@Suite("a risk report on paper")
struct RiskReportPageTests {
  @Test("a bank's summary shows each figure and its share")
  func summary() {
    let text = RiskReportPage(Book.ofAlpha).text(.table, .en)
    let expected = """
      Portfolio risk report: Alpha Bank, 2026-03-31, amounts in CNY

      Summary

      Figure                           Number    Amount    Share
      -------------------------------  ------  --------  -------
      Loans outstanding                     3  7,000.00  100.00%
      Borrowers                             2
      PAR1, more than 1 day late            2  6,000.00   85.71%
      PAR30, more than 30 days late         1  4,000.00   57.14%
      PAR60, more than 60 days late         1  4,000.00   57.14%
      PAR90, more than 90 days late         1  4,000.00   57.14%
      PAR180, more than 180 days late       0      0.00    0.00%
      Restructured loans                    0      0.00    0.00%
      Principal due, unpaid                      600.00    8.57%
      Interest due, unpaid                        55.00
      Interest accrued, not due yet                0.00
      Penalty interest, unpaid                    11.00
      Non-performing loans (NPL)            1  4,000.00   57.14%
      General provision required                  70.00
      Special provision required               1,040.00
      Provision required                       1,110.00
      Provision required ÷ NPL                            27.75%
      """
    #expect(text.hasPrefix(expected), "\(text)")
    #expect(text.contains("\n* From the positions of 2026-03-31, version: alpha 2\n"))
    #expect(text.contains("FP2635") && text.contains("令〔2023〕第1号"))
    #expect(!text.contains("By bank"))
  }

  @Test("ageing, classes and lines add up to the whole")
  func parts() {
    let text = RiskReportPage(Book.ofAlpha).text(.table, .en)
    let ageing = """
      not overdue       1   1,000.00   14.29%
      1-30              1   2,000.00   28.57%
      31-60             0       0.00    0.00%
      61-90             0       0.00    0.00%
      91-180            1   4,000.00   57.14%
      181-270           0       0.00    0.00%
      271-360           0       0.00    0.00%
      361 and more      0       0.00    0.00%
      ------------  -----  ---------  -------
      Total             3   7,000.00  100.00%
      """
    #expect(text.contains(ageing), "\(text)")
    #expect(text.contains("substandard          1   4,000.00   57.14%                25%\n"))
    let line = "microcredit     3,000.00      2          1      0.00      0.00      0.00"
    #expect(text.contains(line + "      0.00%               70.00\n"), "\(text)")
  }

  @Test("the sponsor's report shows its banks and the sum of them")
  func sponsor() {
    let text = RiskReportPage(Book.ofSponsor).text(.table, .en)
    #expect(text.hasPrefix("Portfolio risk report: Mother Bank, 2026-03-31"))
    let byBank = [
      "Alpha Bank     7,000.00      3          2   4,000.00   4,000.00   4,000.00     57.14%"
        + "            1,110.00",
      "Beta Bank     11,000.00      2          2  11,000.00  11,000.00   8,000.00     72.73%"
        + "            8,170.00",
      "Total         18,000.00      5          4  15,000.00  15,000.00  12,000.00     66.67%"
        + "            9,280.00",
    ]
    for line in byBank { #expect(text.contains("\n\(line)\n"), "\(text)") }
    #expect(text.contains("\nPAR180, more than 180 days late       2  11,000.00   61.11%\n"))
    #expect(text.contains("\nbeta   Beta head"))
    #expect(text.contains("version: alpha 2, beta 1\n"))
  }

  @Test("is in Chinese, too")
  func chinese() {
    let text = RiskReportPage(Book.ofSponsor).text(.table, .zh)
    #expect(text.hasPrefix("贷款组合风险报告：母银行，2026-03-31，金额单位：CNY\n\n概况\n"))
    #expect(text.contains("PAR90（逾期超过 90 天）       3  15,000.00   83.33%\n"), "\(text)")
    #expect(text.contains("农户小额信用贷款") && text.contains("乙营业部"))
    #expect(text.contains("关注 > 0，次级 > 90，可疑 > 270，损失 > 360"))
    #expect(!text.contains("Total"))
  }

  @Test("an empty portfolio has no shares: a dash for people, null for programs")
  func empty() {
    let empty = RiskReportPage(Book.named(.bank("alpha"), [], versions: [:], title: Book.alpha))
    let table = empty.text(.table, .en)
    let outstanding = "\nLoans outstanding                     0    0.00      —\n"
    #expect(table.contains(outstanding), "\(table)")
    #expect(table.contains("\nProvision required ÷ NPL                             —\n"))
    #expect(table.contains("\n* No loans, so no positions of 2026-03-31\n"))
    let json = empty.text(.json, .en)
    #expect(json.contains("\"provision_coverage\": {\n      \"share_percent\": null\n    }"))
    #expect(json.contains("\"banks\": []"))
    #expect(
      empty.text(.csv, .en).contains("\n2026-03,CNY,portfolio,alpha,,outstanding,0,0,0.00,\n"))
  }

  @Test("is one JSON object with amounts as decimal strings, the same in both languages")
  func json() {
    let page = RiskReportPage(Book.ofSponsor)
    let text = page.text(.json, .en)
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
        "portfolio": {
          "outstanding": {
            "loans": 5,
            "borrowers": 4,
            "amount": "18000.00",
            "share_percent": "100.00"
          },
          "par_1": {
            "loans": 4,
            "amount": "17000.00",
            "share_percent": "94.44"
          },
      """
    #expect(text.hasPrefix(start), "\(text.prefix(900))")
    let loss = """
            "class": "loss",
            "loans": 1,
            "amount": "8000.00",
            "share_percent": "44.44",
            "special_provision_percent": 100
      """
    #expect(text.contains(loss))
    #expect(text.contains("\"branch\": \"north\",\n      \"name_zh\": \"甲北支行\""))
    #expect(page.text(.json, .zh) == text)
  }

  @Test("is a CSV with one row a figure")
  func csv() {
    let text = RiskReportPage(Book.ofSponsor).text(.csv, .en)
    let rows = text.split(separator: "\n").map(String.init)
    #expect(
      rows[0]
        == "month,currency,section,bank,key,measure,loans,borrowers,amount,share_percent")
    let expected = [
      "2026-03,CNY,portfolio,,,outstanding,5,4,18000.00,100.00",
      "2026-03,CNY,portfolio,,,par_30,3,,15000.00,83.33",
      "2026-03,CNY,portfolio,,,provision_coverage,,,,77.33",
      "2026-03,CNY,ageing,,91-180,outstanding,1,,4000.00,22.22",
      "2026-03,CNY,class,,special-mention,outstanding,2,,5000.00,27.78",
      "2026-03,CNY,bank,alpha,alpha,required_provision,,,1110.00,",
      "2026-03,CNY,branch,alpha,north,outstanding,1,1,4000.00,100.00",
      "2026-03,CNY,line,,microcredit,outstanding,3,2,6000.00,100.00",
    ]
    for row in expected { #expect(rows.contains(row), "\(row)") }
    // 16 figures of the whole, 8 buckets, 5 classes; 2 banks, 3 branches, 3 lines of 16 each.
    #expect(rows.count == 1 + 16 + 8 + 5 + (2 + 3 + 3) * 16)
    let ofBank = RiskReportPage(Book.ofAlpha).text(.csv, .en)
    #expect(ofBank.contains("\n2026-03,CNY,line,alpha,industry,outstanding,1,1,4000.00,100.00\n"))
  }
}
