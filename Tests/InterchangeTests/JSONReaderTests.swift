import Interchange
import Testing

@Suite("JSON in: every text of RFC 8259, and nothing else")
struct JSONReaderTests {
  private func read(_ text: String) throws -> JSONValue { try JSONValue(reading: Array(text.utf8)) }

  @Test("values of each kind, members in the order they stand")
  func values() throws {
    #expect(
      try read(" {\"b\" : [ 1, -2 ,true,false,null ], \"a\": {}, \"b\": \"\" , \"\": [] }\r\n\t")
        == [
          "b": [1, -2, true, false, .null], "a": [:], "b": "", "": [],
        ])
    #expect(try read("\u{FEFF}7") == 7)
    #expect(try read("{\"b\": 1, \"b\": 2}")["b"] == 1)
  }

  @Test(
    "numbers keep their digits as plain decimals",
    arguments: [
      ("0", "0"), ("-0", "0"), ("-0.00", "0"), ("5.0", "5"), ("1e2", "100"), ("12.50", "12.5"),
      ("0.1", "0.1"), ("1E-3", "0.001"), ("-1.5e+1", "-15"), ("123.456e1", "1234.56"),
      ("9223372036854775807", "9223372036854775807"),
      ("-9223372036854775808", "-9223372036854775808"),
      ("9223372036854775808", "9223372036854775808"),
      ("1e400", "1" + String(repeating: "0", count: 400)),
      ("1e401", "1e401"), ("1e-99999999999999999999", "1e-99999999999999999999"),
      (
        "0.1000000000000000000000000000000000000000001",
        "0.1000000000000000000000000000000000000000001"
      ),
    ])
  func numbers(_ text: String, _ plain: String) throws {
    let value = try read(text)
    #expect(value.compact == plain)
    #expect(value == (Int64(plain).map { .integer($0) } ?? .number(plain)))
  }

  @Test("strings: escapes, surrogate pairs, NUL, whatever UTF-8 holds")
  func strings() throws {
    #expect(
      try read(#""\"\\\/\b\f\n\r\t\u0041\u00e9\uD83D\uDE00\u0000字""#)
        == "\"\\/\u{8}\u{C}\n\r\tAé😀\u{0}字")
  }

  @Test("what is written is read as it was")
  func roundTrip() throws {
    let value: JSONValue = ["a\u{0}\u{1F}\"\\": ["\u{7F}\u{2028}é", .number("0.5"), .null, [[:]]]]
    #expect(try read(value.compact) == value && read(value.pretty) == value)
  }

  @Test(
    "a text that is none names the place",
    arguments: [
      ("", "line 1, column 1"), ("  ", "line 1, column 3"), ("[1,\n 2", "line 2, column 3"),
      ("[1 2]", "column 4"), ("[1,]", "column 4"), ("[,1]", "column 2"), ("{\"a\"}", "column 5"),
      ("{a: 1}", "column 2"), ("{\"a\": 1,}", "column 9"), ("[] []", "column 4"),
      ("nul", "column 1"),
      ("True", "column 1"), ("01", "column 3"), ("1.", "column 3"), (".5", "column 1"),
      ("+1", "column 1"), ("-", "column 2"), ("1e", "column 3"), ("1e+", "column 4"),
      ("NaN", "column 1"),
      ("\"", "column 2"), ("\"a\nb\"", "column 3"), (#""\x""#, "column 4"),
      (#""\u12G4""#, "column 6"),
      (#""\uD83D""#, "surrogate"), (#""\uDE00""#, "surrogate"), (#""\uD83D\u0041""#, "surrogate"),
      ("'a'", "column 1"), ("// a\n1", "column 1"), ("\u{A0}1", "column 1"), ("]", "column 1"),
    ])
  func refused(_ text: String, _ place: String) throws {
    let error = try #require(throws: JSONError.self) { try read(text) }
    #expect(error.code == "json.not_json" && "\(error)".contains(place), "\(error)")
  }

  @Test("bytes that are no UTF-8")
  func encoding() {
    for bytes: [UInt8] in [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
    ] {
      #expect(throws: JSONError.notJSON(reason: "not UTF-8")) { try JSONValue(reading: bytes) }
    }
  }

  @Test("256 levels are read, one more is not; neither takes long")
  func depth() throws {
    func nested(_ count: Int) -> String {
      String(repeating: "[", count: count) + String(repeating: "]", count: count)
    }
    #expect(try read(nested(256)).compact == nested(256))
    for count in [257, 1_000_000] {
      let error = try #require(throws: JSONError.self) { try read(nested(count)) }
      #expect("\(error)".contains("more than 256 levels deep"))
    }
    let wide = "[" + String(repeating: nested(200) + ",", count: 2_000) + "1]"
    let time = try ContinuousClock().measure { _ = try read(wide) }
    #expect(time < .seconds(20))
  }
}
