import Interchange
import Quantities
import Testing

@Suite("One listing prints as a table, as JSON and as CSV")
struct ListingTests {
  private var listing: Listing {
    var listing = Listing([
      .init("bank", "银行"), .init("opened_on", "开业"), .init("principal", "本金", .right),
      .init("status", "状态"), .init("count", "笔数", .right), .init("is_late", "逾期"),
      .init("rate", "利率", .right),
    ])
    let day = Day("2026-03-31") ?? .first
    listing.rows = [
      [
        .text("彭州民生, \"试点\""), .day(day), .money(Money(minorUnits: 123_456_789), .yuan),
        .word("active", shown: "正常"), .integer(12), .flag(false, shown: "否"), .decimal("3.45"),
      ],
      [
        .text("B"), .none, .money(Money(minorUnits: -5), .yuan),
        .word("written_off", shown: "核销"), .integer(0), .flag(true, shown: "是"), .none,
      ],
    ]
    listing.totals = [
      .text("合计"), .none, .money(Money(minorUnits: 123_456_784), .yuan), .none, .integer(12), .none,
      .none,
    ]
    return listing
  }

  @Test("the table counts a Chinese character as two and leaves no trailing blanks")
  func table() {
    #expect(
      listing.text(.table) == """
        银行              开业                本金  状态  笔数  逾期  利率
        ----------------  ----------  ------------  ----  ----  ----  ----
        彭州民生, "试点"  2026-03-31  1,234,567.89  正常    12  否    3.45
        B                                    -0.05  核销     0  是
        ----------------  ----------  ------------  ----  ----  ----  ----
        合计                          1,234,567.84          12

        """)
  }

  @Test("the CSV has plain figures, keys for names, and no totals")
  func csv() {
    #expect(
      listing.text(.csv) == """
        bank,opened_on,principal,status,count,is_late,rate
        "彭州民生, ""试点""\",2026-03-31,1234567.89,active,12,no,3.45
        B,,-0.05,written_off,0,yes,

        """)
  }

  @Test("the JSON keeps the order of the columns and writes amounts as strings")
  func json() {
    var short = Listing([.init("bank", "Bank"), .init("principal", "Principal")])
    short.rows = [[.text("a\"\n"), .money(Money(minorUnits: 100), .yuan)]]
    short.next = "17"
    #expect(
      short.text(.json) == """
        {
          "rows": [
            {
              "bank": "a\\"\\n",
              "principal": "1.00"
            }
          ],
          "totals": null,
          "next": "17"
        }

        """)
    #expect(listing.json.compact.contains(#""status":"written_off","count":0,"is_late":true"#))
    #expect(listing.json.compact.contains(#""rate":null}],"totals":{"bank":"合计","opened_on":null"#))
  }

  @Test("a listing without rows still names its columns")
  func empty() {
    let empty = Listing([.init("a", "A"), .init("b", "B")])
    #expect(empty.text(.table) == "A  B\n-  -\n")
    #expect(empty.text(.csv) == "a,b\n")
    #expect(empty.json.compact == #"{"rows":[],"totals":null,"next":null}"#)
  }

  @Test("a cell can't command the terminal")
  func controlCharacters() {
    var table = Table([.init("a")])
    table.rows = [["x\u{1B}[2J\ny\u{202E}z"]]
    #expect(table.text.hasSuffix("x\u{FFFD}[2J y\u{FFFD}z\n"))
  }

  @Test(
    "a character takes the columns that UAX #11 gives it",
    arguments: [
      ("", 0), ("abc", 3), ("中文", 4), ("ＡＢ", 4), ("ｱ", 1), ("한글", 4), ("，。", 4), ("é", 1),
      ("e\u{301}", 1), ("🀄️", 2), ("👨‍👩‍👧", 2), ("𠮷", 2), ("…", 1), ("Kč", 2), ("\u{3000}", 2), ("〇", 2),
    ])
  func width(_ text: String, _ expected: Int) {
    #expect(DisplayWidth.of(text) == expected)
  }

  @Test("JSON escapes what RFC 8259 forbids in a string, and nothing else")
  func escapes() {
    let value: JSONValue = ["\u{1}/\\": ["\r\t\u{7F}é", 1, true, .null, [], [:]]]
    #expect(value.compact == #"{"\u0001/\\":["\r\t\u007fé",1,true,null,[],{}]}"#)
    #expect(JSONValue.array([]).pretty == "[]")
    #expect(JSONValue.integer(.min).compact == "-9223372036854775808")
  }
}
