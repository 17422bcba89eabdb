import Fixtures
import Foundation
import Interchange
import Testing

@Suite("Golden cases: schedules from the disbursement to the last instalment")
struct GoldenTests {
  private static let cases = Result { try GoldenCase.all() }

  @Test("each product line, and each form that the engine knows, has its cases")
  func files() throws {
    let counts = Dictionary(grouping: try Self.cases.get(), by: \.file).mapValues(\.count)
    for line in ["industry", "microcredit", "education", "tourism", "student-aid"] {
      #expect(counts["\(line).md", default: 0] > 0, "\(line) has no case")
    }
    #expect(counts.values.reduce(0, +) >= 50, "\(counts)")
  }

  @Test("every figure of a table comes out", arguments: try cases.get())
  func figures(_ golden: GoldenCase) throws {
    let answer = try golden.answer()
    let installments = answer["installments"]?.elements ?? []
    #expect(installments.count == golden.rows.count, "\(answer["error"]?.compact ?? "")")
    for (installment, row) in zip(installments, golden.rows) {
      for (column, expected) in zip(golden.columns.dropLast(), row) where !expected.isEmpty {
        let found = installment[column]?.cell
        #expect(found == expected, "instalment \(row[0]), \(column)")
      }
    }
  }

  @Test("the totals are the sums of the table", arguments: try cases.get())
  func totals(_ golden: GoldenCase) throws {
    guard let totals = try golden.answer()["totals"] else { return }
    for name in ["principal", "interest", "total"] {
      let column = try #require(golden.columns.firstIndex(of: name))
      let sum = try golden.rows.reduce(0) { $0 + (try #require(fen($1[column]))) }
      #expect(totals[name]?.cell.flatMap(fen) == sum, "\(name)")
    }
  }

  /// The sum of `balance × rate % × days/year` is the interest beside it: within half a fen, or
  /// within one where the case rounds up or down.
  @Test("each formula gives the interest beside it", arguments: try cases.get())
  func formulas(_ golden: GoldenCase) throws {
    let rounding = golden.document["terms"]?["rounding"]?.cell
    let half = ["up", "down"].contains(rounding) ? 2 : 1
    let column = try #require(golden.columns.firstIndex(of: "interest"))
    for row in golden.rows {
      guard let derivation = row.last, let exact = sum(of: derivation) else { continue }
      let interest = try #require(fen(row[column]))
      let distance = Arithmetic.rounded((exact - Decimal(interest)).magnitude, to: 12)
      #expect(2 * distance <= Decimal(half), "instalment \(row[0]): \(derivation)")
    }
  }

  @Test("a figure that is off by a fen is seen")
  func sharp() throws {
    #expect(sum(of: "50,000.00 × 3.00 % × 15/360 = 62.50; and so on") == 6_250)
    #expect(sum(of: "1.00 × 1.00 % × 3/12 + 2.00 × 1.00 % × 6/12") == 1.25)
    #expect(sum(of: "5,000.00 × 20 %, on the day itself") == nil)
    #expect(fen("1,465.10") == 146_510 && fen("1.5") == nil)
  }
}

/// A decimal with two places, in fen.
private func fen(_ text: String) -> Int? {
  let plain = text.filter { $0 != "," }
  guard plain.suffix(3).first == "." else { return nil }
  return Int(plain.filter { $0 != "." })
}

/// The sum of a derivation, up to the equals sign: `balance × rate % × days/year + …`.
///
/// - Returns: in fen, unrounded; nil for a derivation that is no such sum.
private func sum(of derivation: String) -> Decimal? {
  let part = derivation.split(separator: ";").first { $0.contains("/") } ?? ""
  guard let sum = part.split(separator: "=").first,
    let value = try? Arithmetic.value(of: String(sum))
  else { return nil }
  return value * 100
}
