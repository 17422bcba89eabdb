import Calculations
import CommandLine
import Interchange
import Quantities
import Scheduling
import Servicing
import Testing

@Suite("The program says what is wrong in both languages")
struct WordsTests {
  @Test(
    "the language is asked of the arguments, then of the environment",
    arguments: [
      ([], [:], .en), (["--language", "zh"], [:], .zh), (["--language=zh"], ["LANG": "en"], .zh),
      (["--", "--language", "zh"], [:], .en), (["--language"], ["LANG": "zh_CN.UTF-8"], .zh),
      ([], ["SHANHAI_LANGUAGE": "en", "LC_ALL": "zh_CN"], .en),
      ([], ["LC_ALL": "", "LANG": "zh_CN.UTF-8"], .zh),
      ([], ["LC_ALL": "C", "LANG": "zh_CN"], .en),
    ] as [([String], [String: String], Language)])
  func language(_ arguments: [String], _ environment: [String: String], _ expected: Language) {
    #expect(Language.chosen(by: ["shanhai"] + arguments, environment) == expected)
  }

  private static let errors: [CSVError] = [
    .fileUnreadable(path: "a\u{1B}[2J.csv", reason: "No such file or directory"), .empty,
    .tooLarge(.fieldBytes, allowed: 7, line: 9), .tooLarge(.rowBytes, allowed: 7, line: 9),
    .tooLarge(.rowCount, allowed: 7, line: 9), .tooLarge(.fileBytes, allowed: 7, line: 9),
    .bareCarriageReturn(line: 9), .quoteInUnquotedField(line: 9), .textAfterQuote(line: 9),
    .unclosedQuote(line: 9), .nulByte(line: 9), .invalidUTF8(line: 9), .duplicateColumn("x"),
    .missingColumns(["x"], found: ["y"]), .unknownColumns(["x"], allowed: ["y"]),
    .wrongFieldCount(line: 9, found: 2, allowed: 7),
  ]

  @Test(
    "each CSV error is one line in each language, with its numbers and its code", arguments: errors)
  func csv(_ error: CSVError) {
    let failure = Failure(error)
    #expect(failure.kind == .refused)
    for language in Language.allCases {
      let line = failure.line(in: language)
      #expect(line.hasPrefix("shanhai: ") && line.hasSuffix(" [\(error.code)]\n"))
      #expect(line.split(separator: "\n").count == 1 && !line.contains("\u{1B}"))
      if String(describing: error).contains("line: 9") { #expect(line.contains("9")) }
      if String(describing: error).contains("allowed: 7") { #expect(line.contains("7")) }
    }
    #expect(failure.phrase.zh != failure.phrase.en)
  }

  @Test("a refusal of terms says which days and numbers are allowed")
  func terms() {
    func line(_ error: any Error) -> String { Failure(error).line(in: .en) }
    let day = Day(number: 20_000)
    #expect(
      line(SchedulingError.planDayOutsideTerm(day, from: day + 1, maturesOn: day + 9))
        .contains("from \(day + 1) to \(day + 9), both allowed"))
    #expect(
      line(SchedulingError.firstDueDayOutsideTerm(day, startsOn: day, maturesOn: day + 9))
        .contains("from \(day + 1) to \(day + 9), both allowed"))
    #expect(
      line(SchedulingError.weightsNotTwelveOrNegative([1, -7])).contains("2 month weights, one of")
        && line(SchedulingError.weightsNotTwelveOrNegative([1, -7])).contains("-7"))
    #expect(line(SchedulingError.monthsBetweenDuesNotAllowed(4)).contains("a multiple of"))
    #expect(
      line(DocumentError.notAllowed(path: "", found: "3", allowed: "{…}"))
        .contains("the case is 3, which is not allowed"))
    #expect(
      line(ServicingError.factBeforeStart(effectiveOn: day, startsOn: day + 1))
        .contains("the fact of \(day) is before"))
    for error in [
      ServicingError.alreadyStarted(effectiveOn: day, startsOn: day),
      .paidPastTakeover(effectiveOn: day, paidToOn: day + 1),
    ] {
      #expect(line(error).contains("\(day)") && line(error).hasSuffix(" [\(error.code)]\n"))
    }
  }

  @Test("an error that nobody expected is the program's fault, and is told")
  func unexpected() {
    struct Surprise: Error {}
    let failure = Failure(Surprise())
    #expect(failure.kind == .storage && failure.code == "program.unexpected_error")
    #expect(failure.line(in: .en).contains("\"Surprise()\""))
    #expect(Failure(failure) == failure)
  }

  @Test("text from outside is quoted so that it can't command the terminal")
  func quoted() {
    #expect(Phrase.quoted("a\n\u{1B}b") == "\"a\\u{a}\\u{1b}b\"")
    #expect(Phrase.quoted(String(repeating: "长", count: 61)).hasSuffix("长…\""))
  }

  @Test("progress tells how far, how fast and how long yet")
  func progress() {
    let title = Phrase(zh: "已计提", en: "loans accrued")
    let half = ProgressReporter.line(title, done: 1_000, total: 4_000, milliseconds: 2_000)
    #expect(half.en == "loans accrued: 1,000 of 4,000 (25 %), 500/s, 0:06 left")
    #expect(half.zh == "已计提：1,000 / 4,000（25%），每秒 500，还需 0:06")
    let open = ProgressReporter.line(title, done: 5, total: nil, milliseconds: 0)
    #expect(open.en == "loans accrued: 5")
    let long = ProgressReporter.line(title, done: 1, total: 3_724, milliseconds: 1_000)
    #expect(long.en.hasSuffix("1/s, 1:02:03 left"))
  }

  @Test("progress is one line rewritten on a terminal, and plain lines elsewhere")
  func progressLines() {
    let title = Phrase(zh: "已计提", en: "loans accrued")
    let written = Written()
    let terminal = ProgressReporter(title, total: 2, .en, isTerminal: true) { written.add($0) }
    terminal.advance()
    terminal.advance()
    terminal.finish()
    #expect(written.text.hasPrefix("\rloans accrued: 1 of 2 (50 %)"))
    #expect(
      written.text.hasSuffix("\u{1B}[K\n") && written.text.contains("\rloans accrued: 2 of 2"))
    let plain = Written()
    let log = ProgressReporter(title, total: nil, .en, isTerminal: false) { plain.add($0) }
    log.advance(by: 7)
    log.finish()
    #expect(plain.text.hasPrefix("loans accrued: 7") && !plain.text.contains("\r"))
  }
}
