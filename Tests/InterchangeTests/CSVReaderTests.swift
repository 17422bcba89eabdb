import Interchange
import Testing

@Suite("CSV is read strictly by RFC 4180")
struct CSVReaderTests {
  /// The header and the rows of a text.
  private func read(_ text: String, rules: CSVRules = CSVRules()) throws -> [[String]] {
    let reader = try CSVReader(ByteSource(text: text), columns: .any, rules: rules)
    var rows = [reader.columns]
    while let row = try reader.next() { rows.append(row.values) }
    return rows
  }

  @Test(
    "one table is read the same in each way it may be written",
    arguments: [
      "a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\n1,2", "\u{FEFF}a,b\n1,2\n", "\"a\",\"b\"\r\n\"1\",2\n",
    ])
  func sameTable(_ text: String) throws {
    #expect(try read(text) == [["a", "b"], ["1", "2"]])
  }

  @Test("quotes hold separators, line breaks and doubled quotes")
  func quotes() throws {
    #expect(try read("a\n\"x, \"\"y\"\"\r\nz\"\n") == [["a"], ["x, \"y\"\r\nz"]])
    #expect(try read("a,b\n\"\",\n,\"\"") == [["a", "b"], ["", ""], ["", ""]])
    #expect(try read("a\n 1 \n") == [["a"], [" 1 "]])
  }

  @Test("other separators are a rule of the file", arguments: CSVRules.Separator.allCases)
  func separators(_ separator: CSVRules.Separator) throws {
    var rules = CSVRules()
    rules.separator = separator
    let mark = String(Unicode.Scalar(separator.rawValue))
    #expect(
      try read("a\(mark)b\n1\(mark)\"\(mark)\"\n", rules: rules) == [["a", "b"], ["1", mark]])
  }

  @Test("a row is the same wherever the chunks end", arguments: 1...12)
  func chunks(_ size: Int) throws {
    let bytes = Array("\u{FEFF}名,b\r\n\"一\"\"\r\n二\",2\r\n三,4".utf8)
    let pieces = stride(from: 0, to: bytes.count, by: size).map {
      Array(bytes[$0..<min($0 + size, bytes.count)])
    }
    let reader = try CSVReader(ByteSource(chunks: pieces), columns: .any)
    #expect(reader.columns == ["名", "b"])
    let first = try #require(try reader.next())
    #expect(first["名"] == "一\"\r\n二" && first.line == 2)
    let second = try #require(try reader.next())
    #expect(second["b"] == "4" && second.line == 4)
    #expect(try reader.next() == nil)
    #expect(reader.rowCount == 2)
  }

  @Test("a column is found by its name, and nil where the file lacks it")
  func byName() throws {
    let columns = CSVColumns(required: ["b"], optional: ["a", "c"])
    let reader = try CSVReader(ByteSource(text: "a,b\n1,2\n"), columns: columns)
    let row = try #require(try reader.next())
    #expect(row["a"] == "1" && row["b"] == "2" && row["c"] == nil)
  }

  @Test("rows that are refused are noted with their lines, and the others are read")
  func noting() throws {
    let bytes: [UInt8] = Array("a,b\n1\n1,2\n1,".utf8) + [0xB2, 0xE2] + Array("\n3,4\n0,\0\n".utf8)
    let reader = try CSVReader(ByteSource(chunks: [bytes]), columns: .any)
    var problems = LineProblems(keptCountMax: 2)
    var rows: [[String]] = []
    while let row = try reader.next(noting: &problems) { rows.append(row.values) }
    #expect(rows == [["1", "2"], ["3", "4"]])
    #expect(problems.count == 3)
    #expect(problems.kept.map(\.line) == [2, 4])
    #expect(problems.kept.map(\.code) == ["csv.wrong_field_count", "csv.invalid_utf8"])
    #expect(problems.kept[0].found == "1" && problems.kept[0].allowed == "2")
    #expect(reader.rowCount == 5)
  }

  @Test("an error that ends the reading comes again at each call")
  func endsReading() throws {
    let reader = try CSVReader(ByteSource(text: "a\nx\"\n1\n"), columns: .any)
    for _ in 1...2 {
      #expect(throws: CSVError.quoteInUnquotedField(line: 2)) { try reader.next() }
    }
  }

  @Test("a file is read from disk, and one that isn't there is named")
  func files() throws {
    let here = #filePath
    #expect(throws: CSVError.fileUnreadable(path: "/no/such", reason: "No such file or directory"))
    {
      try ByteSource(path: "/no/such")
    }
    let folder = try ByteSource(path: "/")
    #expect(throws: CSVError.fileUnreadable(path: "/", reason: "Is a directory")) {
      try CSVReader(folder, columns: .any)
    }
    let reader = try CSVReader(ByteSource(path: here), columns: .any)
    #expect(reader.columns == ["import Interchange"])
    #expect(try reader.next()?.values == ["import Testing"])
  }

  @Test("ten thousand rows of a stream are read without holding them")
  func stream() throws {
    let chunk = Array(String(repeating: "12,\"三\"\n", count: 100).utf8)
    let source = ByteSource(chunks: [Array("a,b\n".utf8)] + Array(repeating: chunk, count: 100))
    let reader = try CSVReader(source, columns: .any)
    var lastLine = 0
    while let row = try reader.next() { lastLine = row.line }
    #expect(reader.rowCount == 10_000 && lastLine == 10_001)
  }
}
