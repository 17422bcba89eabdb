import Banks
import CatalogFiles
import Interchange
import LoanProducts
import Operations
import Postgres
import Quantities
import Repositories
import Risk
import TestCatalog
import Testing

/// Goal: the scenarios of what may befall a book are taken in as they are written, or refused with
/// the column, what was found and what is allowed.
///
/// Method: the project's own seeds, small files with one thing wrong, and rows that a program
/// other than this one writes.
@Suite("A file of stress scenarios")
struct StressTests {
  private static let header = """
    scenario,part,name_zh,name_en,valid_from,line,division_prefix,purpose,programme,floating_only,\
    late_percent,late_days,rate_basis_points,subsidy_stops,source,marks
    """

  /// A row that is right, with another text in one column.
  private static func row(_ column: String = "", _ text: String = "") -> String {
    let right = "hail,1,雹灾,Hail,2025-01-01,any,,,,no,12.5,30,0,no,test,"
    let fields = right.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let names = header.split(separator: ",").map(String.init)
    return zip(names, fields).map { $0 == column ? text : $1 }.joined(separator: ",")
  }

  private static func folder(_ rows: String...) throws -> Folder {
    try Folder(["stress.csv": ([header] + rows).joined(separator: "\n") + "\n"])
  }

  private static func shocks(_ folder: String) throws -> [StressShock] {
    try CatalogFolder(path: folder).content.stress.rows.map(\.value.shock)
  }

  @Test("of the seeds names five scenarios, each shock with what it hits and does")
  func seeds() throws {
    let shocks = try Self.shocks(TestCatalog.seeds)
    let told = shocks.map { shock in
      let words: [String] = [
        "\(shock.scenario) \(shock.part)", shock.line?.rawValue ?? "any", shock.divisionPrefix,
        shock.purpose, shock.programme, shock.isFloatingOnly ? "floating" : "",
        "\(shock.lateShare)", "\(shock.lateDays)", "\(shock.rateBasisPoints)",
        shock.stopsSubsidy ? "stops" : "",
      ]
      return words.joined(separator: "|")
    }
    #expect(
      told == [
        "apple-price 1|microcredit|513434|苹果|||4000|120|0|",
        "apple-price 2|industry|513434|苹果|||4000|120|0|",
        "apple-price 3|microcredit|513434||||1000|60|0|",
        "drought 1|microcredit|||||1500|120|0|", "drought 2|industry|||||1000|90|0|",
        "drought 3|tourism|||||500|60|0|", "lpr-up 1|any||||floating|200|60|100|",
        "graduates 1|student-aid|||||2000|180|0|", "graduates 2|education|||||1500|120|0|",
        "programme-stops 1|any|||ningbo-yanbian-industry||2500|90|0|stops",
      ])
    #expect(shocks.first?.name.chinese == "苹果价格下跌三成")
    // All sizes are chosen for the demonstration, and say why.
    #expect(shocks.allSatisfy { $0.source == "demo" && $0.marks.hasPrefix("[D] ") })
  }

  @Test(
    "is refused for a field that isn't what its column asks for",
    arguments: [
      ("scenario", "", "field.missing", "≠ \"\""),
      ("part", "0", "field.number_outside_range", "1…99"),
      ("part", "100", "field.number_outside_range", "1…99"),
      ("name_en", "", "field.missing", "≠ \"\""),
      ("valid_from", "2025-02-29", "field.not_a_day", "YYYY-MM-DD, 1900-01-01…2199-12-31"),
      (
        "line", "crops", "field.not_one_of",
        "any | industry | microcredit | education | tourism | student-aid | other"
      ),
      ("line", "", "field.missing", "≠ \"\""),
      ("division_prefix", "5", "field.number_outside_range", "10…999999"),
      ("division_prefix", "5134341", "field.number_outside_range", "10…999999"),
      ("floating_only", "1", "field.not_yes_or_no", "yes | no"),
      ("late_percent", "12.345", "field.not_a_percent", "3.45 (≤ 2 decimals)"),
      ("late_percent", "100.01", "field.percent_outside_range", "0…100"),
      ("late_percent", "-1", "field.percent_outside_range", "0…100"),
      // What is late is late by a day at least, and what is not by none.
      ("late_days", "0", "field.number_outside_range", "1…1080"),
      ("late_days", "1081", "field.number_outside_range", "1…1080"),
      ("rate_basis_points", "1001", "field.number_outside_range", "-1000…1000"),
      ("rate_basis_points", "-1001", "field.number_outside_range", "-1000…1000"),
      ("subsidy_stops", "", "field.missing", "≠ \"\""), ("source", "", "field.missing", "≠ \"\""),
    ])
  func fields(_ column: String, _ text: String, _ code: String, _ allowed: String) throws {
    let folder = try Self.folder(Self.row(), Self.row(column, text))
    #expect(
      Self.problems(of: folder) == [
        LineProblem(line: 3, column: column, code: code, found: text, allowed: allowed)
      ])
  }

  @Test("has no days where nothing falls late")
  func daysOfNothing() throws {
    let folder = try Self.folder(Self.row("late_percent", "0"))
    #expect(
      Self.problems(of: folder) == [
        LineProblem(
          line: 2, column: "late_days", code: "field.number_outside_range", found: "30",
          allowed: "0…0")
      ])
  }

  @Test("is read to the last of each range")
  func ranges() throws {
    let folder = try Self.folder(
      "a,99,甲,A,2025-01-01,other,51,果,,yes,100,1080,-1000,yes,test,[D] x",
      "b,1,乙,B,2025-01-01,any,,,,no,0.00,0,1000,no,test,",
      "b,2,乙,B,2025-01-01,any,,,,no,0.01,1,0,no,test,")
    let shocks = try Self.shocks(folder.path)
    var first = StressShock(
      scenario: "a", part: 99, name: BilingualName(chinese: "甲", english: "A"),
      validFrom: try #require(Day("2025-01-01")))
    first.line = .other
    first.divisionPrefix = "51"
    first.purpose = "果"
    first.isFloatingOnly = true
    first.lateShare = 10_000
    first.lateDays = 1_080
    first.rateBasisPoints = -1_000
    first.stopsSubsidy = true
    first.source = "test"
    first.marks = "[D] x"
    #expect(shocks.first == first)
    #expect(shocks.map(\.lateShare) == [10_000, 0, 1])
    #expect(shocks.map(\.rateBasisPoints) == [-1_000, 1_000, 0])
  }

  @Test("is stored as it was read, and stays when it is loaded again")
  func stored() async throws {
    try await LoadTests.onLoaded { pool in
      let content = try CatalogFolder(path: TestCatalog.seeds).content.stress
      let given = content.rows.map(\.value)
      #expect(!given.isEmpty)
      let stored = try await pool.run { try CatalogRepository($0).stressShocks() }
      #expect(stored == given.sorted { $0.key < $1.key })
      // Another spelling of the same percentage is the same row.
      let folder = try Self.folder(Self.row(), Self.row("part", "2"))
      #expect(try await LoadTests.load(folder, on: pool).map(\.added) == [2])
      let again = try Self.folder(Self.row("late_percent", "12.50"), Self.row("part", "3"))
      let counts = try await LoadTests.load(again, on: pool)
      #expect(counts == [CatalogCount(file: "stress.csv", added: 1, unchanged: 1)])
    }
  }

  @Test("is refused for a row that is there with other figures, twice, or of no programme")
  func refused() async throws {
    try await LoadTests.onLoaded { pool in
      _ = try await LoadTests.load(try Self.folder(Self.row()), on: pool)
      let folder = try Self.folder(
        Self.row("late_percent", "12.6"), Self.row("valid_from", "2026-01-01"),
        Self.row("valid_from", "2026-01-01"), Self.row("part", "2"),
        "hail,3,雹灾,Hail,2025-01-01,any,,,no-such-one,no,1,1,0,yes,test,",
        "hail,4,雹灾,Hail,2025-01-01,any,,,ningbo-yanbian-industry,no,1,1,0,yes,test,")
      let difference = CatalogDifference(column: "late_percent", found: "12.6", stored: "12.5")
      #expect(
        try await LoadTests.refused(folder, on: pool) == [
          CatalogProblem(
            file: "stress.csv", line: 6,
            error: .referenceUnknown(column: "programme", found: "no-such-one")),
          CatalogProblem(
            file: "stress.csv", line: 2, error: .rowDiffers(key: "hail 1 2025-01-01", difference)),
          CatalogProblem(
            file: "stress.csv", line: 4, error: .keyTwice("hail 1 2026-01-01", line: 3)),
        ])
      let hail = try await pool.run { connection in
        try CatalogRepository(connection).stressShocks().filter { $0.shock.scenario == "hail" }
      }
      #expect(hail.map(\.key) == ["hail 1 2025-01-01"])
    }
  }

  @Test("may name a programme of the same load")
  func programmeOfLoad() async throws {
    try await LoadTests.onLoaded { pool in
      let folder = try Folder([
        "programmes.csv": """
        code,payer,name_zh,name_en,division_prefix,line,valid_from,share_note,\
        refused_owed_by,source,marks
        later,finance,后,Later,451082,microcredit,2027-01-01,x,bank,test,

        """,
        "stress.csv": Self.header + "\n" + Self.row("programme", "later") + "\n",
      ])
      #expect(try await LoadTests.load(folder, on: pool).map(\.added) == [1, 1])
      let shocks = try await pool.run { try CatalogRepository($0).stressShocks().map(\.shock) }
      #expect(shocks.first { $0.scenario == "hail" }?.programme == "later")
    }
  }

  @Test("is held to its ranges by the table too")
  func constraints() async throws {
    let wrong = [
      ("0, 'any', '', NULL, 1, 1, 0", "stress_shocks_part"),
      ("100, 'any', '', NULL, 1, 1, 0", "stress_shocks_part"),
      ("1, 'crops', '', NULL, 1, 1, 0", "stress_shocks_line"),
      ("1, 'any', '5', NULL, 1, 1, 0", "stress_shocks_division_prefix"),
      ("1, 'any', '', 'no-such-one', 1, 1, 0", "stress_shocks_programme_fkey"),
      ("1, 'any', '', NULL, -1, 1, 0", "stress_shocks_late_share"),
      ("1, 'any', '', NULL, 10001, 1, 0", "stress_shocks_late_share"),
      ("1, 'any', '', NULL, 1, 1081, 0", "stress_shocks_late_days"),
      ("1, 'any', '', NULL, 1, 0, 0", "stress_shocks_late_both"),
      ("1, 'any', '', NULL, 0, 1, 0", "stress_shocks_late_both"),
      ("1, 'any', '', NULL, 1, 1, 1001", "stress_shocks_rate"),
      ("1, 'any', '', NULL, 1, 1, -1001", "stress_shocks_rate"),
    ]
    try await LoadTests.onLoaded { pool in
      for (values, constraint) in wrong {
        let text = """
          INSERT INTO stress_shocks (part, line, division_prefix, programme, late_share, late_days,
            rate_basis_points, scenario, name_zh, name_en, valid_from, purpose, floating_only,
            subsidy_stops, source, marks)
          VALUES (\(values), 'x', 'x', 'x', '2025-01-01', '', false, false, 'x', '')
          """
        let error = await #expect(throws: PostgresError.self) {
          try await pool.run { try $0.script(text, name: "wrong") }
        }
        #expect(error?.constraint == constraint, "\(values)")
      }
    }
  }

  /// What is wrong with the fields of a folder's files.
  private static func problems(of folder: Folder) -> [LineProblem] {
    do throws(FileRefusal) {
      _ = try CatalogFolder(path: folder.path)
      return []
    } catch {
      guard case .linesRefused(let problems) = error else { return [] }
      return problems.compactMap { problem in
        guard case .field(let field) = problem.reason else { return nil }
        return field
      }
    }
  }
}
