import CommandLine
import LoanProducts
import Operations
import Quantities
import Testing

@Suite("What is wrong with an imported loan is told in both languages")
struct ImportWordsTests {
  private static let day = Day(number: 20_000)
  private static let amount = Money(minorUnits: 123_45)

  private static let errors: [ImportError] = [
    .rateUnclear(given: ["rate_percent", "rate_index"]), .planUnreadable(part: "x"),
    .monthWeightsUnreadable("1;2"), .oldNumberTooLong(length: 101, most: 100),
    .oldNumberTwice("A-1", firstLine: 7), .importedDifferently("A-1", loanNumber: "9"),
    .cutoverAfterBusinessDate(day, businessDate: day),
    .daysOutOfOrder(agreedOn: day, startsOn: day, maturesOn: day),
    .startsAfterCutover(day, cutover: day), .grantedOutsideRange(amount, largest: amount),
    .balanceAboveGranted(amount, granted: amount),
    .paidToOutsideRange(day, allowed: day...day), .penaltyOutsideRange(301, allowed: 0...300),
    .principalMonthsOutsideRange(361, allowed: 0...360), .planForOtherMethod(.atMaturity),
    .planPartBeforePaidTo(day, paidTo: day), .linesRefused(3, of: 9, othersWritten: true),
  ]

  @Test("each error is one line with its code", arguments: errors)
  func words(_ error: ImportError) {
    let failure = Failure(error)
    #expect(failure.kind == .refused && failure.code.hasPrefix("import."))
    #expect(failure.phrase.zh != failure.phrase.en)
    for language in Language.allCases {
      let line = failure.line(in: language)
      #expect(line.hasSuffix(" [\(error.code)]\n") && line.split(separator: "\n").count == 1)
    }
  }
}
