import Classification
import CommandLine
import Quantities
import Testing

@Suite("The words of classes")
struct ClassWordsTests {
  private static let day = Day(number: 20_000)

  @Test(
    "tell why a judgement is refused, in one line",
    arguments: [
      (.endsBefore(day, until: day), "classification.rating_ends_before"),
      (
        .notWorse(.substandard, floor: .doubtful, rule: .overdue),
        "classification.rating_not_worse"
      ),
      (.notWorse(.specialMention, floor: .normal, rule: nil), "classification.rating_not_worse"),
      (.nothingLate(on: day), "classification.nothing_late"),
      (.lateTooLong(days: 8, most: 7), "classification.late_too_long"),
    ] as [(RatingError, String)])
  func refusals(_ error: RatingError, _ code: String) {
    let failure = Failure(error)
    #expect(failure.code == code && failure.kind == .refused)
    #expect(failure.phrase.zh != failure.phrase.en)
    for language in Language.allCases {
      let line = failure.line(in: language)
      #expect(line.hasSuffix(" [\(code)]\n") && line.split(separator: "\n").count == 1)
    }
  }
}
