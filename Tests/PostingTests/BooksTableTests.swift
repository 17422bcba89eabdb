import Foundation
import LoanProducts
import Posting
import Testing

@Suite("the table of the books")
struct BooksTableTests {
  @Test("in ARCHITECTURE names every kind of transfer with its two accounts")
  func table() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
    var rows: Set<String> = []
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 4, cells[3].hasPrefix("`"), cells[3].hasSuffix("`"),
        cells[1].first?.isNumber == true
      else { continue }
      let kind = cells[3].dropFirst().dropLast()
      let credit = cells[2].prefix { $0.isNumber }
      for debit in cells[1].split(separator: ",") {
        rows.insert("\(kind) \(debit.drop { $0 == " " }.prefix { $0.isNumber }) \(credit)")
      }
    }
    var expected: Set<String> = []
    for kind in TransferKind.allCases {
      let isByPayer = [.interest, .openingInterest, .subsidyPaid].contains(kind)
      for payer in isByPayer ? Payer.allCases : [.borrower] {
        if kind == .subsidyPaid, payer == .borrower { continue }
        let sides = kind.sides(payer)
        expected.insert("\(kind.rawValue) \(sides.debit.rawValue) \(sides.credit.rawValue)")
      }
    }
    #expect(rows.symmetricDifference(expected).sorted() == [])
  }
}
