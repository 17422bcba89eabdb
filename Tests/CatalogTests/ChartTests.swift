import CatalogFiles
import Foundation
import Operations
import Postgres
import Posting
import Quantities
import Repositories
import TestCatalog
import Testing

/// Goal: the chart of accounts in `seeds/` is the one the books are kept on.
///
/// Method: the file against what the migrations made, and small charts with one thing wrong.
@Suite("A chart of accounts")
struct ChartTests {
  private static func chart() throws -> [AccountEntry] {
    try CatalogFolder(path: TestCatalog.seeds).content.accounts.rows.map(\.value)
  }

  private static func folder(_ change: ([String]) -> [String]) throws -> Folder {
    let text = try String(contentsOfFile: TestCatalog.seeds + "/accounts.csv", encoding: .utf8)
    let lines = text.split(separator: "\n").map(String.init)
    return try Folder(["accounts.csv": change(lines).joined(separator: "\n") + "\n"])
  }

  @Test("has the rows that the migrations make, and each account that is posted to")
  func rows() async throws {
    let chart = try Self.chart()
    #expect(Set(chart.map(\.code)).isSuperset(of: Account.allCases.map(\.rawValue)))
    try await LoadTests.onFresh { pool in
      let stored = try await pool.run { try CatalogRepository($0).accounts() }
      #expect(stored.map(\.code) == chart.map(\.code).sorted())
      for account in chart {
        let same = stored.first { $0.code == account.code }
        #expect(same.flatMap { account.difference(from: $0) } == nil, "\(account.code)")
      }
    }
  }

  @Test("names each account by its place: first level in four digits, its parts below it")
  func codes() throws {
    for account in try Self.chart() {
      if let parent = account.parent {
        #expect(account.code.hasPrefix(parent) && account.code != parent)
      }
      let isMemo = account.code.hasPrefix("99") && account.code != Account.openingBalances.rawValue
      #expect((account.side == .off) == isMemo)
    }
  }

  @Test("that lacks an account that is posted to is refused")
  func missing() async throws {
    let folder = try Self.folder { $0.filter { !$0.hasPrefix("224103,") } }
    try await LoadTests.onFresh { pool in
      let problems = try await LoadTests.refused(folder, on: pool)
      #expect(
        problems == [
          CatalogProblem(file: "accounts.csv", line: 1, error: .accountMissing("224103"))
        ])
      #expect(problems.map(\.error.code) == ["catalog.account_missing"])
    }
  }

  @Test("that names an account otherwise, or puts it on the other side, is refused")
  func renamed() async throws {
    let folder = try Self.folder { lines in
      lines.map { $0.replacing("贷款损失准备", with: "坏账准备") }
        .map { $0.hasPrefix("2011,") ? $0.replacing(",credit,", with: ",debit,") : $0 }
    }
    try await LoadTests.onFresh { pool in
      let problems = try await LoadTests.refused(folder, on: pool)
      let name = CatalogDifference(column: "name_zh", found: "坏账准备", stored: "贷款损失准备")
      let side = CatalogDifference(column: "side", found: "debit", stored: "credit")
      #expect(
        problems.map(\.error) == [
          .rowDiffers(key: "1304", name), .rowDiffers(key: "2011", side),
        ])
    }
  }

  @Test("may have accounts of the bank's own, in any order, but no unknown parent or side")
  func own() async throws {
    let folder = try Self.folder {
      $0 + ["13030201,贷款—农户—苹果,Loans: apples,debit,130302,test"]
        + ["64110101,利息支出,Interest expense,debit,641101,test"]
        + ["641101,利息支出,Interest expense,debit,,test"]
    }
    try await LoadTests.onFresh { pool in
      let counts = try await LoadTests.load(folder, on: pool)
      #expect(counts.map(\.added) == [3])
      let again = try await LoadTests.load(folder, on: pool)
      #expect(again.map(\.added) == [0])
      let lost = try Self.folder { $0 + ["9,a,b,debit,8,test"] }
      let problems = try await LoadTests.refused(lost, on: pool)
      #expect(problems.map(\.error) == [.referenceUnknown(column: "parent", found: "8")])
      let odd = try Self.folder { $0 + ["9,a,b,left,,test"] }
      let error = await #expect(throws: FileRefusal.self) {
        try await LoadTests.load(odd, on: pool)
      }
      #expect(error?.code == "files.lines_refused")
    }
  }
}
