import Interchange
import Quantities
import Testing

@Suite("A listing that is written row by row")
struct ListingStreamTests {
  private static let columns = [
    Listing.Column("number", "No."), .init("amount", "Amount", .right),
  ]

  private static func row(_ number: Int) -> [Listing.Cell] {
    [.text("row \(number)"), .sum(Int128(number) * 100_000, .yuan)]
  }

  private static func streamed(
    _ count: Int, _ format: OutputFormat, head: [JSONValue.Member] = []
  ) throws -> (text: String, pieces: Int) {
    var text = ""
    var pieces = 0
    var stream = ListingStream(columns, format, head: head) { piece in
      text += piece
      pieces += 1
    }
    for number in 0..<count { try stream.add(row(number)) }
    try stream.finish(totals: [.none, .sum(123_456_789, .yuan)])
    return (text, pieces)
  }

  @Test("is what a whole listing is, as a table and as CSV", arguments: [0, 1, 7, 999])
  func same(_ count: Int) throws {
    var listing = Listing(Self.columns)
    listing.rows = (0..<count).map(Self.row)
    listing.totals = [.none, .sum(123_456_789, .yuan)]
    for format in [OutputFormat.table, .csv] {
      #expect(try Self.streamed(count, format).text == listing.text(format))
    }
  }

  @Test("has a listing's members in JSON, a row a line, after its head", arguments: [0, 3])
  func json(_ count: Int) throws {
    var listing = Listing(Self.columns)
    listing.rows = (0..<count).map(Self.row)
    listing.totals = [.none, .sum(123_456_789, .yuan)]
    let text = try Self.streamed(count, .json, head: [.init("bank", "wujiaqu")]).text
    guard case .object(let found) = try JSONValue(reading: Array(text.utf8)),
      case .object(let whole) = listing.json
    else { return #expect(Bool(false), "no object: \(text)") }
    #expect(found == [.init("bank", "wujiaqu")] + whole.filter { $0.name != "next" })
    #expect(text.split(separator: "\n").count == count + (count == 0 ? 5 : 6))
  }

  @Test("is written in pieces, and a later row keeps to the columns")
  func long() throws {
    for format in OutputFormat.allCases {
      let (text, pieces) = try Self.streamed(20_000, format)
      #expect(pieces > 3 && pieces < 100, "\(format): \(pieces)")
      #expect(text.split(separator: "\n").count >= 20_000)
    }
    let lines = try Self.streamed(2_000, .table).text.split(separator: "\n")
    // “row 1000” is one wider than what the first thousand rows needed.
    #expect(Set(lines.prefix(1_000).map(\.count)) == [27])
    #expect(Set(lines.suffix(900).dropLast(2).map(\.count)) == [28])
    #expect(lines.last?.hasSuffix("  1,234,567.89") == true)
  }
}
