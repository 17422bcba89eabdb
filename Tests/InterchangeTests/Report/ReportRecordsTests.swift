import Interchange
import Testing

@Suite("A report as records for programs")
struct ReportRecordsTests {
  @Test("the CSV has a line a cell, with the section, the row and the row's first cell")
  func csv() {
    #expect(
      ReportSamples.small.csv == """
        section,row,key,column,value
        by_bank,1,彭州民生,bank,彭州民生
        by_bank,1,彭州民生,principal,1234567.89
        by_bank,1,彭州民生,share,75.00
        by_bank,2,A & <B>,bank,A & <B>
        by_bank,2,A & <B>,principal,-411522.63
        by_bank,2,A & <B>,share,25.00
        by_bank,total,合计,bank,合计
        by_bank,total,合计,principal,823045.26
        by_bank,total,合计,share,

        """)
  }

  @Test("a section alone is a plain CSV of its listing")
  func section() {
    #expect(
      ReportSamples.small.sections.map(\.csv) == [
        "bank,principal,share\n彭州民生,1234567.89,75.00\nA & <B>,-411522.63,25.00\n", "loan\n",
      ])
  }

  @Test("the JSON has the head's members, then an object a section")
  func json() {
    #expect(
      ReportSamples.small.json.compact
        == #"{"month":"2026-03","sections":{"by_bank":{"title":"分行 \"一览\"","#
        + #""columns":["bank","principal","share"],"rows":["#
        + #"{"bank":"彭州民生","principal":"1234567.89","share":"75.00"},"#
        + #"{"bank":"A & <B>","principal":"-411522.63","share":"25.00"}],"#
        + #""totals":{"bank":"合计","principal":"823045.26","share":null},"#
        + #""trends":[[1,5,8],[3,null,3]],"notes":["单位：元"]},"#
        + #""late":{"title":"逾期","columns":["loan"],"rows":[],"totals":null,"notes":[]}}}"#)
    #expect(ReportSamples.small.jsonText == ReportSamples.small.json.pretty + "\n")
  }

  @Test("the JSON of all kinds of cells is read again as the same value")
  func readAgain() throws {
    let report = ReportSamples.rich()
    #expect(try JSONValue(reading: Array(report.jsonText.utf8)) == report.json)
  }
}
