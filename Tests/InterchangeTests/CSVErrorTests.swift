import Interchange
import Testing

/// Each row is a text, the error that its reading ends in, and the error's code.
@Suite("Every fault of a CSV file has an error of its own")
struct CSVErrorTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let text: String
    let error: CSVError
    let code: String
    var testDescription: String { code }
  }

  private static let columns = CSVColumns(required: ["a", "b"], optional: ["c"])

  private static let rules = {
    var rules = CSVRules()
    rules.fieldBytesMax = 8
    rules.rowBytesMax = 12
    rules.rowCountMax = 2
    rules.fileBytesMax = 40
    return rules
  }()

  private static let faults: [Fault] = [
    Fault(text: "", error: .empty, code: "csv.empty"),
    Fault(text: "\n", error: .empty, code: "csv.empty"),
    Fault(text: "\u{FEFF}", error: .empty, code: "csv.empty"),
    Fault(
      text: "a,b\n123456789,2\n", error: .tooLarge(.fieldBytes, allowed: 8, line: 2),
      code: "csv.too_large"),
    Fault(
      text: "a,b\n\"1\n2\",12345678\n", error: .tooLarge(.rowBytes, allowed: 12, line: 3),
      code: "csv.too_large"),
    Fault(
      text: "a,b\n1,2\n3,4\n5,6\n", error: .tooLarge(.rowCount, allowed: 2, line: 4),
      code: "csv.too_large"),
    Fault(
      text: "a,b" + String(repeating: "\n1,2", count: 10),
      error: .tooLarge(.fileBytes, allowed: 40, line: 1), code: "csv.too_large"),
    Fault(
      text: "a,b\r1,2\r", error: .bareCarriageReturn(line: 1), code: "csv.bare_carriage_return"),
    Fault(
      text: "a,b\n1,2\r", error: .bareCarriageReturn(line: 2), code: "csv.bare_carriage_return"),
    Fault(
      text: "a,b\n1,2\n1,x\"y\"\n", error: .quoteInUnquotedField(line: 3),
      code: "csv.quote_in_unquoted_field"),
    Fault(text: "a,b\n\"1\" ,2\n", error: .textAfterQuote(line: 2), code: "csv.text_after_quote"),
    Fault(
      text: "a,b\n1,2\n1,\"2\n3,4\n", error: .unclosedQuote(line: 3), code: "csv.unclosed_quote"),
    Fault(text: "a,b\n1,\0\n", error: .nulByte(line: 2), code: "csv.nul_byte"),
    Fault(text: "a,b,a\n", error: .duplicateColumn("a"), code: "csv.duplicate_column"),
    Fault(
      text: "c,B\n", error: .missingColumns(["a", "b"], found: ["c", "B"]),
      code: "csv.missing_column"),
    Fault(
      text: "a,b,d\n", error: .unknownColumns(["d"], allowed: ["a", "b", "c"]),
      code: "csv.unknown_column"),
    Fault(
      text: "a,b\n1,2,3\n", error: .wrongFieldCount(line: 2, found: 3, allowed: 2),
      code: "csv.wrong_field_count"),
    Fault(
      text: "a,b\n\n", error: .wrongFieldCount(line: 2, found: 1, allowed: 2),
      code: "csv.wrong_field_count"),
  ]

  @Test("the error names the line, what was found and what is allowed", arguments: faults)
  func fault(_ fault: Fault) throws {
    #expect(throws: fault.error) {
      let source = ByteSource(text: fault.text)
      let reader = try CSVReader(source, columns: Self.columns, rules: Self.rules)
      while try reader.next() != nil {}
    }
    #expect(fault.error.code == fault.code)
  }

  @Test(
    "bytes that are no UTF-8 are refused, not replaced",
    arguments: [
      [0xC4, 0xE3] as [UInt8],  // 你 in GBK
      [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE4, 0xBD],
    ])
  func invalidUTF8(_ bytes: [UInt8]) throws {
    let reader = try CSVReader(
      ByteSource(chunks: [Array("a,b\n1,".utf8) + bytes + Array("\n5,6\n".utf8)]), columns: .any)
    #expect(throws: CSVError.invalidUTF8(line: 2)) { try reader.next() }
    #expect(CSVError.invalidUTF8(line: 2).code == "csv.invalid_utf8")
    #expect(try reader.next()?.values == ["5", "6"])
  }

  @Test("a file that can't be read says why")
  func unreadable() {
    let error = CSVError.fileUnreadable(path: "x.csv", reason: "Permission denied")
    #expect(error.code == "csv.file_unreadable" && error.lineProblem == nil)
  }
}
