import CatalogFiles
import Classification
import LoanProducts
import Operations
import Postgres
import Quantities
import Repositories
import TestCatalog
import Testing

/// Goal: the matrix of small enterprises is taken in as it is written, or refused with its column.
@Suite("The file of the matrix of small enterprises")
struct MatrixTests {
  private static let head =
    "security,valid_from,special_mention_from,substandard_from,doubtful_from,loss_from,"
    + "source,marks\n"

  @Test("of the seeds has a row for each security, read back as it was written")
  func seeds() async throws {
    try await LoadTests.onLoaded { pool in
      let rows = try await pool.run { try CatalogRepository($0).matrixRows() }
      let texts = rows.map { "\($0.row.security.rawValue) \($0.row.steps.text)" }
      #expect(
        texts == [
          "guaranteed 31/91/181/361", "mortgaged 31/181/361/-", "pledged 91/181/361/-",
          "unsecured 1/31/91/361",
        ])
      let matrix = try await pool.run { try CatalogRepository($0).smallEnterpriseMatrix() }
      for (day, text) in [("2007-07-19", "none"), ("2026-03-31", "1/31/91/361")] {
        #expect(matrix.policy(on: try #require(Day(day))).text == text)
      }
    }
  }

  @Test(
    "is refused for a field that isn't what its column asks for",
    arguments: [
      ("house,2025-01-01,1,31,91,361,test,", "security"),
      ("unsecured,2025-02-30,1,31,91,361,test,", "valid_from"),
      ("unsecured,2025-01-01,0,31,91,361,test,", "special_mention_from"),
      ("unsecured,2025-01-01,1,1,91,361,test,", "substandard_from"),
      ("unsecured,2025-01-01,1,,x,361,test,", "doubtful_from"),
      ("unsecured,2025-01-01,31,91,,91,test,", "loss_from"),
      ("unsecured,2025-01-01,,,,,test,", "special_mention_from"),
      ("unsecured,2025-01-01,1,36500,36501,,test,", "doubtful_from"),
      ("unsecured,2025-01-01,1,36500,36500,,test,", "special_mention_from"),
      ("unsecured,2025-01-01,1,31,91,361,,", "source"),
    ])
  func fields(_ row: String, _ column: String) throws {
    let name = "small_enterprise_matrix.csv"
    let columns = try LossAssumptionTests.refusedColumns(name, Self.head + row + "\n")
    #expect(columns == [column])
  }

  @Test("has one row for a security and day, which is never another")
  func differs() async throws {
    try await LoadTests.onLoaded { pool in
      let folder = try Folder([
        "small_enterprise_matrix.csv": Self.head + "unsecured,2007-07-20,1,61,91,361,test,\n"
      ])
      let problems = try await LoadTests.refused(folder, on: pool)
      #expect(problems.map(\.error.code) == ["catalog.row_differs"])
    }
  }
}
