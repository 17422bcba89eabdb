import CommandLine
import Interchange
import Operations
import Posting
import Quantities
import Repositories
import Testing

@Suite("The views of a loan speak both languages")
struct ViewWordsTests {
  private static let day = Day(number: 20_000)

  private static let errors: [ViewError] = [
    .notDisbursed("1", by: day), .daysReversed(from: day, until: day),
    .dayAfterBusinessDate(day, businessDate: day), .scheduleUnknown("9", known: []),
    .scheduleUnknown("9", known: [3, 4]), .nothingBilled(on: day, last: []),
    .nothingBilled(on: day, last: [day]),
  ]

  @Test("each refusal is one line with its code", arguments: errors)
  func words(_ error: ViewError) {
    let failure = Failure(error)
    #expect(failure.kind == .refused && failure.code == error.code)
    #expect(failure.phrase.zh != failure.phrase.en)
    for language in Language.allCases {
      let line = failure.line(in: language)
      #expect(line.hasSuffix(" [\(error.code)]\n") && line.split(separator: "\n").count == 1)
    }
  }

  @Test("a file that can't be written is told by its name")
  func file() {
    let failure = Failure(OutputError.cannotWriteFile(path: "/x/y", reason: "no such folder"))
    #expect(failure.code == "output.cannot_write_file" && failure.kind == .storage)
    #expect(failure.line(in: .en).contains("\"/x/y\" can't be written: no such folder"))
  }

  @Test("every kind of fact has a name of its own in each language")
  func kinds() {
    let phrases = FactKind.allCases.map { Phrase($0) }
    #expect(Set(phrases.map(\.zh)).count == FactKind.allCases.count)
    #expect(Set(phrases.map(\.en)).count == FactKind.allCases.count)
    #expect(phrases.allSatisfy { $0.zh != $0.en && !$0.zh.contains { $0.isASCII } })
  }

  @Test("every kind of posting has a name of its own in each language")
  func postings() {
    let phrases = TransferKind.allCases.map { Phrase($0) }
    #expect(Set(phrases.map(\.zh)).count == TransferKind.allCases.count)
    #expect(Set(phrases.map(\.en)).count == TransferKind.allCases.count)
    #expect(phrases.allSatisfy { !$0.zh.contains { $0.isASCII } })
  }

  /// The examples of the rule's own text, and the gaps between groups of four digits.
  @Test(
    "amounts are written in capital numerals",
    arguments: [
      ("1409.50", "壹仟肆佰零玖元伍角整"), ("6007.14", "陆仟零柒元壹角肆分"),
      ("1680.32", "壹仟陆佰捌拾元零叁角贰分"), ("107000.53", "壹拾万柒仟元零伍角叁分"),
      ("16409.02", "壹万陆仟肆佰零玖元零贰分"), ("325.04", "叁佰贰拾伍元零肆分"),
      ("0.00", "零元整"), ("0.05", "伍分"), ("0.50", "伍角整"), ("10.00", "壹拾元整"),
      ("-3.01", "负叁元零壹分"), ("10000.00", "壹万元整"), ("10001.00", "壹万零壹元整"),
      ("100000000.00", "壹亿元整"), ("100000001.00", "壹亿零壹元整"),
      ("100010000.00", "壹亿零壹万元整"), ("1000000000000.00", "壹万亿元整"),
      ("1234567890123.45", "壹万贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁元肆角伍分"),
    ])
  func capitals(_ amount: String, _ expected: String) throws {
    let money = try #require(Currency.yuan.money(amount))
    #expect(CapitalAmount.text(money) == "人民币" + expected)
  }
}
