import Fixtures
import Foundation
import Operations
import Quantities
import Testing

/// Goal: programs that know nothing of ours find every entry balanced and every account where our
/// books have it, and miss no fen.
///
/// Method: the books of a small village, and such of 100,000 facts, exported by the program and
/// given to hledger, beancount and ledger; then again with one amount changed.
@Suite("The books as plain text")
struct PlainTextBooksTests {
  @Test("of a small village are accepted, agree account by account, and no fen may change")
  func village() async throws {
    let (village, _, _) = try await Village.withBooks()
    let expected = try await village.balances()
    #expect(expected["2011"] == -5_290_700 && expected["990201"] == 500)
    for checker in Checker.allCases {
      try await Self.prove(checker, village, expected, changing: "36000.00")
    }
    await village.close()
  }

  @Test("of 100,000 facts are accepted, agree account by account, and no fen may change")
  func large() async throws {
    let village = try await Village.withManyPostings(100_000)
    let expected = try await village.balances()
    #expect(expected.count == 16)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for checker in Checker.allCases {
        group.addTask {
          try await Self.prove(checker, village, expected, changing: "36000.00", onOneSide: false)
        }
      }
      try await group.waitForAll()
    }
    await village.close()
  }

  @Test("with provisions, a write-off and what it takes to make up for it agree, too")
  func provisions() async throws {
    let village = try await Village.opened()
    let lost = try await village.lend(.simple("B1"))
    _ = try await village.lend(.simple("B2"))
    try await village.work(on: "2025-07-31")
    try await village.accrue("2025-07")
    try await village.agree(lost, .writtenOff(nil))
    try await village.work(on: "2025-08-31")
    try await village.accrue("2025-08")
    let expected = try await village.balances()
    // 1 and 2 per cent of 36,000.00, held and, with the loss, spent.
    #expect(expected["1304"] == -108_000 && expected["670101"] == 3_708_000)
    for checker in Checker.allCases {
      try await Self.prove(checker, village, expected, changing: "720.00")
    }
    await village.close()
  }

  @Test("begin with what was held before, where they begin later")
  func period() async throws {
    let (village, _, _) = try await Village.withBooks()
    let folder = try Self.scratch()
    defer { Self.remove(folder) }
    for checker in Checker.allCases {
      try checker.isThere()
      let file = "august.\(checker.rawValue)"
      try Self.export(checker, village, to: file, in: folder, ["--month", "2025-08"])
      let outcome = try checker.check(file, in: folder)
      #expect(outcome.exitCode == 0, "\(checker): \(outcome.output)")
      #expect(try checker.balances(file, in: folder) == (try await village.balances()))
    }
    await village.close()
  }

  @Test("hold each fact and each run once, with bank, fact and loan")
  func entries() async throws {
    let (village, loan, _) = try await Village.withBooks()
    let folder = try Self.scratch()
    defer { Self.remove(folder) }
    try Self.export(.hledger, village, to: "books", in: folder)
    let text = try String(contentsOfFile: folder + "/books", encoding: .utf8)
    #expect(text.contains(", loan:\(loan), effective:2025-08-01\n"))
    #expect(text.components(separatedBy: " accrued  ;").count == 2)
    #expect(text.contains("; kind:interest, payer:borrower, postings:1\n"))
    #expect(text.contains("account Assets:1303-Loans:130302-Loans-microcredit  ; type:A, zh:贷款"))
    await village.close()
  }

  @Test("leave a file that was there as it is when they can't be written whole")
  func atomic() async throws {
    let (village, _, _) = try await Village.withBooks()
    let folder = try Self.scratch()
    defer { Self.remove(folder) }
    try "before".write(toFile: folder + "/books", atomically: true, encoding: .utf8)
    let line = "ulimit -f 1; \(Self.command(.hledger, village)) --output books"
    #expect(try Checker.shell("trap '' XFSZ; \(line)", in: folder).exitCode == 3)
    #expect(try String(contentsOfFile: folder + "/books", encoding: .utf8) == "before")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["books"])
    await village.close()
  }

  /// Exports the books and holds the checker to what it must say of them.
  ///
  /// Changed on both sides an entry still balances, and only the assertions tell.
  private static func prove(
    _ checker: Checker, _ village: Village, _ expected: [String: Int128], changing amount: String,
    onOneSide: Bool = true
  ) async throws {
    try checker.isThere()
    let folder = try scratch()
    defer { remove(folder) }
    try export(checker, village, to: "books", in: folder)
    let outcome = try checker.check("books", in: folder)
    #expect(outcome.exitCode == 0, "\(checker): \(outcome.output.suffix(2_000))")
    #expect(try checker.balances("books", in: folder) == expected, "\(checker)")
    let text = try String(contentsOfFile: folder + "/books", encoding: .utf8)
    let oneSide = replacingFirst(" \(amount) CNY", in: text)
    let bothSides = replacingFirst(" -\(amount) CNY", in: oneSide)
    for changed in onOneSide ? [oneSide, bothSides] : [bothSides] {
      #expect(changed != text)
      try changed.write(toFile: folder + "/changed", atomically: true, encoding: .utf8)
      #expect(try checker.check("changed", in: folder).exitCode != 0, "\(checker)")
    }
  }

  /// One fen more in the first place where the amount stands.
  private static func replacingFirst(_ amount: String, in text: String) -> String {
    guard let range = text.range(of: amount) else { return text }
    return text.replacingCharacters(in: range, with: amount.replacing(".00", with: ".01"))
  }

  private static func export(
    _ checker: Checker, _ village: Village, to file: String, in folder: String,
    _ words: [String] = []
  ) throws {
    let line = (["\(command(checker, village)) --output \(file)"] + words).joined(separator: " ")
    let outcome = try Checker.shell(line, in: folder)
    try #require(outcome.exitCode == 0, "\(outcome.output)")
  }

  /// The program lies beside the test's own executable.
  private static func command(_ checker: Checker, _ village: Village) -> String {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "shanhai").path
    return """
      \(program) export books --bank \(village.bank) --format \(checker.rawValue) \
      --database "\(village.connectionInfo)"
      """
  }

  private static func scratch() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.path
  }

  /// What can't be removed lies in the scratch folder, which goes away as a whole.
  private static func remove(_ folder: String) {
    _ = try? FileManager.default.removeItem(atPath: folder)
  }
}
