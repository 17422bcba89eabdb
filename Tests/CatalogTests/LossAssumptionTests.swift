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

/// Goal: what is assumed of losses is taken in as it is written, or refused with the column or the
/// weights, what was found and what is allowed.
@Suite("Files of what is assumed of losses")
struct LossAssumptionTests {
  private static let shares = "line,security,valid_from,loss_percent,source,marks\n"
  private static let scenarios = """
    scenario,valid_from,name_zh,name_en,weight_percent,factor_percent,applied_to,source,marks

    """

  /// The columns of the fields that are refused in a file.
  static func refusedColumns(_ name: String, _ text: String) throws -> [String?] {
    let folder = try Folder([name: text])
    do throws(FileRefusal) {
      _ = try CatalogFolder(path: folder.path)
      return []
    } catch {
      guard case .linesRefused(let problems) = error else { return [] }
      return problems.map { problem in
        guard case .field(let field) = problem.reason else { return nil }
        return field.column
      }
    }
  }

  @Test("of the seeds say what a bank begins with")
  func seeds() async throws {
    try await LoadTests.onLoaded { pool in
      let policy = try await pool.run { try CatalogRepository($0).lossPolicy() }
      for day in [Day("2018-01-01"), Day("2026-03-31")] {
        let day = try #require(day)
        #expect(policy.lossGivenDefault(on: day) == .standard)
        #expect(policy.scenarios(on: day) == MacroScenario.standard)
      }
    }
  }

  @Test(
    "are refused for a field that isn't what its column asks for",
    arguments: [
      ("crops,unsecured,2025-01-01,45,test,", "line"),
      ("any,house,2025-01-01,45,test,", "security"),
      ("any,unsecured,2025-02-30,45,test,", "valid_from"),
      ("any,unsecured,2025-01-01,100.01,test,", "loss_percent"),
      ("any,unsecured,2025-01-01,45.123,test,", "loss_percent"),
      ("any,unsecured,2025-01-01,45,,", "source"),
    ])
  func shareFields(_ row: String, _ column: String) throws {
    #expect(
      try Self.refusedColumns("loss_given_default.csv", Self.shares + row + "\n") == [column])
  }

  @Test(
    "are refused for a scenario that can't be",
    arguments: [
      (",2025-01-01,甲,A,100,100,odds,test,", "scenario"),
      ("ecl,2025-01-01,甲,A,100,100,odds,test,", "scenario"),
      ("bad year,2025-01-01,甲,A,100,100,odds,test,", "scenario"),
      ("Base,2025-01-01,甲,A,100,100,odds,test,", "scenario"),
      ("1st,2025-01-01,甲,A,100,100,odds,test,", "scenario"),
      ("a,2025-01-01,甲,A,100.5,100,odds,test,", "weight_percent"),
      ("a,2025-01-01,甲,A,100,0,odds,test,", "factor_percent"),
      ("a,2025-01-01,甲,A,100,100.01,odds,test,", "factor_percent"),
      ("a,2025-01-01,甲,A,100,10001,odds,test,", "factor_percent"),
      ("a,2025-01-01,甲,A,100,100,sums,test,", "applied_to"),
    ])
  func scenarioFields(_ row: String, _ column: String) throws {
    #expect(
      try Self.refusedColumns("macro_scenarios.csv", Self.scenarios + row + "\n") == [column])
  }

  @Test("are refused for a scenario whose name heads another column, which is told")
  func takenName() throws {
    let row = "ecl,2025-01-01,甲,A,100,100,odds,test,\n"
    let folder = try Folder(["macro_scenarios.csv": Self.scenarios + row])
    do throws(FileRefusal) {
      _ = try CatalogFolder(path: folder.path)
      Issue.record("the name was taken in")
    } catch {
      guard case .linesRefused(let problems) = error, case .field(let field) = problems[0].reason
      else {
        Issue.record("refused for another reason: \(error)")
        return
      }
      #expect(field.code == "field.not_a_key" && field.found == "ecl")
      #expect(field.allowed.hasPrefix("a…z, 0…9, _, ≠ bank, ≠ documents, ≠ ecl,"))
    }
  }

  @Test("are refused where the weights of a day are no whole, those that are there counted in")
  func weights() async throws {
    try await LoadTests.onLoaded { pool in
      let short = try Folder([
        "macro_scenarios.csv": Self.scenarios + "a,2026-01-01,甲,A,60,100,odds,test,\n"
          + "b,2026-01-01,乙,B,30,120,odds,test,\n"
      ])
      let day = try #require(Day("2026-01-01"))
      #expect(
        try await LoadTests.refused(short, on: pool) == [
          CatalogProblem(
            file: "macro_scenarios.csv", line: 2, error: .weightsDoNotAddUp(day, sum: 9_000))
        ])
      #expect(
        CatalogError.weightsDoNotAddUp(day, sum: 9_000).code
          == "catalog.weights_do_not_add_up")
      let more = try Folder([
        "macro_scenarios.csv": Self.scenarios + "flood,2018-01-01,水,Flood,1,200,odds,test,\n"
      ])
      let first = try #require(Day("2018-01-01"))
      #expect(
        try await LoadTests.refused(more, on: pool) == [
          CatalogProblem(
            file: "macro_scenarios.csv", line: 2, error: .weightsDoNotAddUp(first, sum: 10_100))
        ])
      let whole = try Folder([
        "loss_given_default.csv": Self.shares + "tourism,unsecured,2026-01-01,62.5,test,\n",
        "macro_scenarios.csv": Self.scenarios + "a,2026-01-01,甲,A,60,100,odds,test,\n"
          + "b,2026-01-01,乙,B,40,122.5,probability,test,\n",
      ])
      #expect(try await LoadTests.load(whole, on: pool).map(\.added) == [1, 2])
      let policy = try await pool.run { try CatalogRepository($0).lossPolicy() }
      #expect(policy.scenarios(on: day).map(\.factor) == [1_000, 1_225])
      #expect(policy.scenarios(on: day).map(\.scaling) == [.odds, .probability])
      #expect(policy.lossGivenDefault(on: day).share(line: "tourism", .unsecured) == 6_250)
      #expect(policy.lossGivenDefault(on: day + -1) == .standard)
    }
  }

  @Test("are held to their ranges by the tables too")
  func constraints() async throws {
    let wrong = [
      ("INTO loss_shares VALUES ('crops', 'unsecured', '2026-01-01', 1, '', '')", "line"),
      ("INTO loss_shares VALUES ('any', 'house', '2026-01-01', 1, '', '')", "security"),
      ("INTO loss_shares VALUES ('any', 'pledged', '2026-01-01', 10001, '', '')", "share"),
      ("INTO macro_scenarios VALUES ('a', '2026-01-01', '', '', -1, 1, 'odds', '', '')", "weight"),
      ("INTO macro_scenarios VALUES ('a', '2026-01-01', '', '', 1, 0, 'odds', '', '')", "factor"),
      (
        "INTO macro_scenarios VALUES ('a', '2026-01-01', '', '', 1, 1, 'sums', '', '')",
        "applied_to"
      ),
    ]
    try await LoadTests.onLoaded { pool in
      for (text, column) in wrong {
        let error = await #expect(throws: PostgresError.self) {
          try await pool.run { connection in
            _ = try connection.execute(Statement(name: "wrong", text: "INSERT " + text))
          }
        }
        #expect(error?.kind == .checkViolation)
        #expect(error?.constraint?.hasSuffix("_\(column)") == true, "\(column)")
      }
    }
  }
}
