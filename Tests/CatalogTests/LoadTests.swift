import Banks
import CatalogFiles
import Foundation
import LoanProducts
import Operations
import Postgres
import Quantities
import Repositories
import TestCatalog
import TestDatabase
import Testing

/// Goal: the catalog takes in files as they are, once, and is never edited by a load.
///
/// Method: the project's own seeds, and small folders written here, on real PostgreSQL in the role
/// the program works as.
@Suite("A load of the catalog")
struct LoadTests {
  /// Runs the body on an empty, migrated database.
  static func onFresh<R>(_ body: (ConnectionPool) async throws -> R) async throws -> R {
    let pool = TestCatalog.pool(try await TestDatabase.fresh())
    let result = try await body(pool)
    await pool.close()
    return result
  }

  /// Runs the body on a database with all seeds.
  static func onLoaded<R>(_ body: (ConnectionPool) async throws -> R) async throws -> R {
    let pool = TestCatalog.pool(try await TestCatalog.loaded())
    let result = try await body(pool)
    await pool.close()
    return result
  }

  static func load(_ folder: Folder, on pool: ConnectionPool) async throws -> [CatalogCount] {
    try await LoadCatalog.run(CatalogFolder(path: folder.path).content, on: pool)
  }

  /// The refused rows of a load: `banks.csv:2 catalog.row_differs`.
  static func refused(_ folder: Folder, on pool: ConnectionPool) async throws -> [CatalogProblem] {
    do {
      _ = try await load(folder, on: pool)
      return []
    } catch CatalogError.loadRefused(let problems) {
      #expect(CatalogError.loadRefused(problems).code == "catalog.load_refused")
      return problems
    }
  }

  @Test("of all seeds adds each row once, and a second one leaves all alone")
  func twice() async throws {
    try await Self.onFresh { pool in
      let seeds = try CatalogFolder(path: TestCatalog.seeds)
      let counts = try await LoadCatalog.run(seeds.content, on: pool)
      let added = Dictionary(uniqueKeysWithValues: counts.map { ($0.file, $0.added) })
      #expect(added["banks.csv"] == 24 && added["branches.csv"] == 48)
      #expect(added["officers.csv"] == 144 && added["lpr.csv"] == 80)
      #expect(added["calendar.csv"] == 108 && added["bank_capital.csv"] == 48)
      #expect(added["divisions.csv"] == 7_242 && added["products/microcredit.json"] == 2)
      // The migrations make the chart, so that a load finds all of it.
      #expect(counts.allSatisfy { ($0.unchanged == 0) != ($0.file == "accounts.csv") })
      #expect(added["approval_tiers.csv"] == 3 && added["documents.csv"] == 26)
      #expect(added["scores/microcredit.json"] == 1 && added["provision_policies.csv"] == 1)
      #expect(added["stress.csv"] == 10 && added["loss_given_default.csv"] == 4)
      #expect(added["macro_scenarios.csv"] == 3)
      let again = try await LoadCatalog.run(seeds.content, on: pool)
      #expect(again.allSatisfy { $0.added == 0 })
      #expect(again.map(\.unchanged) == counts.map { $0.added + $0.unchanged })
    }
  }

  @Test("gives banks, branches and officers ids that are the same in every database")
  func ids() async throws {
    try await Self.onLoaded { pool in
      try await pool.run { connection in
        let repository = BankRepository(connection)
        let bank = try #require(try repository.findBank(code: "qionglai"))
        #expect(bank.id == 107 && bank.number == 107 && bank.currency.code == "CNY")
        #expect(bank.areaCodePrefixes == ["510183"] && bank.sponsorID == 1)
        let head = try #require(try repository.readHead(bankID: bank.id))
        #expect(head.businessDate.description == "2025-07-01")
        let branches = try repository.listBranches(bankID: bank.id)
        #expect(branches.map { "\($0.id) \($0.code)" } == ["1 head", "2 first"])
        let officers = try repository.listOfficers(bankID: bank.id)
        let codes = ["officer", "approver", "cashier", "manager", "member-1", "member-2"]
        #expect(officers.map(\.code) == codes)
        #expect(officers.map(\.officer.id) == [1, 2, 3, 4, 5, 6])
        #expect(officers.map(\.officer.branchID) == [2, 1, 2, 1, 1, 1])
        #expect(
          officers.map(\.officer.roles) == [
            [.accountOfficer], [.approver], [.cashier], [.branchManager, .committeeMember],
            [.committeeMember], [.committeeMember],
          ])
        let capital = try repository.netCapital(bankID: bank.id, on: head.businessDate)
        #expect(capital?.minorUnits == 120_000_000_00)
        let products = try ProductRepository(connection).products()
        #expect(products == (try CatalogRepository(connection).products().map(\.product)))
        #expect(products.contains { $0.line == .studentAid && $0.version == 4 })
      }
    }
  }

  @Test("keeps one row a division, with its last name and the years of all")
  func divisions() async throws {
    try await Self.onLoaded { pool in
      try await pool.run { connection in
        let divisions = try CatalogRepository(connection).divisions()
        #expect(divisions.count == 7_242)
        let pingguo = try #require(divisions.first { $0.code == "451082" })
        #expect(pingguo.name == "平果市" && pingguo.validUntilYear == nil)
        let county = try #require(divisions.first { $0.code == "451023" })
        #expect(county.name == "平果县" && county.validUntilYear == 2019)
      }
    }
  }

  @Test("refuses a row that is there with another content, and writes nothing")
  func changed() async throws {
    try await Self.onLoaded { pool in
      let folder = try Folder([
        "lpr.csv": """
        effective_on,one_year_percent,five_year_percent,source
        2019-08-20,4.25,4.85,public LPR list (two copies agree)
        2019-09-20,4.21,4.85,public LPR list (two copies agree)
        2026-04-20,3.00,3.50,test
        """
      ])
      let problems = try await Self.refused(folder, on: pool)
      let difference = CatalogDifference(column: "one_year_percent", found: "4.21", stored: "4.20")
      #expect(
        problems == [
          CatalogProblem(
            file: "lpr.csv", line: 3, error: .rowDiffers(key: "2019-09-20", difference))
        ])
      #expect(problems.map(\.error.code) == ["catalog.row_differs"])
      let last = try await pool.run { try CatalogRepository($0).publications().last }
      #expect(last?.publishedOn.description == "2026-03-20")
    }
  }

  @Test("refuses doubled keys, unknown references and a taken number, each with its line")
  func refusals() async throws {
    try await Self.onLoaded { pool in
      let folder = try Folder([
        "banks.csv": Folder.bankHeader + """
          newtown,107,新,New,yinzhou,510183,,CNY,2,2025-07-01,test,
          oldtown,201,旧,Old,nobody,510183,,CNY,2,2025-07-01,test,

          """,
        "branches.csv": """
        bank,code,name_zh,name_en,division_code,source
        oldtown,head,旧,Old,510183,test
        oldtown,head,旧,Old,510183,test
        nowhere,head,无,None,510183,test

        """,
        "officers.csv": """
        bank,branch,login,name_zh,roles,source
        oldtown,second,oldtown-officer,甲,account-officer;cashier,test

        """,
      ])
      let problems = try await Self.refused(folder, on: pool)
      #expect(
        problems.map { "\($0.file):\($0.line) \($0.error.code)" } == [
          "banks.csv:2 catalog.number_taken", "banks.csv:3 catalog.reference_unknown",
          "branches.csv:4 catalog.reference_unknown", "branches.csv:3 catalog.key_twice",
          "officers.csv:2 catalog.reference_unknown",
        ])
      let banks = try await pool.run { try CatalogRepository($0).banks() }
      #expect(banks.count == 24)
    }
  }

  @Test("refuses rules of provisions outside the band, before their document, or of no bank")
  func provisions() async throws {
    let header = "bank,valid_from,regime,substandard_percent,doubtful_percent,source\n"
    let refused = [
      "any,2025-01-01,guideline-2002,31,50,x", "any,2025-01-01,guideline-2002,19,50,x",
      "any,2025-01-01,guideline-2002,25,61,x", "any,2025-01-01,guideline-2002,25,39,x",
      "any,2001-12-31,guideline-2002,25,50,x", "any,2012-06-30,coefficients-2012,30,60,x",
      "any,2025-01-01,coefficients-2012,25,60,x", "any,2025-01-01,coefficients-2012,30,50,x",
      "any,2025-01-01,cas-22,25,50,x", "any,2020-12-31,expected-loss,25,50,x",
      "any,2025-01-01,expected-loss,19,50,x", "any,2025-01-01,expected-loss,25,61,x",
    ]
    for row in refused {
      let folder = try Folder(["provision_policies.csv": header + row + "\n"])
      #expect(throws: FileRefusal.self, "\(row)") { try CatalogFolder(path: folder.path) }
    }
    try await Self.onLoaded { pool in
      let folder = try Folder([
        "provision_policies.csv": header + """
          nowhere,2025-01-01,guideline-2002,20,40,x
          any,2002-01-01,guideline-2002,30,60,x

          """
      ])
      let problems = try await Self.refused(folder, on: pool)
      #expect(
        problems.map { "\($0.line) \($0.error.code)" } == [
          "2 catalog.reference_unknown", "3 catalog.row_differs",
        ])
      let good = try Folder([
        "provision_policies.csv": header + """
          qionglai,2025-01-01,guideline-2002,20,40,x
          qionglai,2026-01-01,coefficients-2012,30,60,x
          qionglai,2027-01-01,expected-loss,30,60,x

          """
      ])
      #expect(try await Self.load(good, on: pool).map(\.added) == [3])
      #expect(try await pool.run { try CatalogRepository($0).provisionPolicies().count } == 4)
    }
  }

  @Test("refuses a second programme or fund for one line, place and first day")
  func places() async throws {
    try await Self.onLoaded { pool in
      let folder = try Folder([
        "programmes.csv": """
        code,payer,name_zh,name_en,division_prefix,line,valid_from,share_note,\
        refused_owed_by,source,marks
        later,finance,后,Later,451082,microcredit,2027-01-01,x,bank,test,
        same,finance,同,Same,451082,microcredit,2021-03-04,x,bank,test,
        own,programme,自,Own,451082,microcredit,2021-03-04,x,bank,test,

        """,
        "funds.csv": """
        code,name_zh,name_en,division_prefix,line,valid_from,share_percent,buffer_days,\
        stop_basis_points,principal_limit_yuan,return_workdays,source,marks
        one,一,One,6590,microcredit,2021-03-04,80,30,300,,5,test,
        two,二,Two,6590,microcredit,2021-03-04,80,30,300,,5,test,

        """,
      ])
      let problems = try await Self.refused(folder, on: pool)
      #expect(
        problems.map { "\($0.file):\($0.line) \($0.error.code)" } == [
          "programmes.csv:3 catalog.place_taken", "funds.csv:3 catalog.place_taken",
        ])
    }
  }

  @Test("adds to what is there: a branch takes its bank's next id, an officer may have two roles")
  func grows() async throws {
    try await Self.onLoaded { pool in
      let folder = try Folder([
        "branches.csv": """
        bank,code,name_zh,name_en,division_code,source
        qionglai,second,二,Second,510183,test

        """,
        "officers.csv": """
        bank,branch,login,name_zh,roles,source
        qionglai,second,zhang,张,cashier;approver,test

        """,
      ])
      let counts = try await Self.load(folder, on: pool)
      #expect(counts.map(\.added) == [1, 1])
      try await pool.run { connection in
        let officer = try BankRepository(connection).findOfficer(bankID: 107, code: "zhang")
        #expect(officer?.officer.id == 7 && officer?.officer.branchID == 3)
        #expect(officer?.officer.roles == [.approver, .cashier])
      }
      // The same rows, roles in another order: nothing differs.
      #expect(try await Self.load(folder, on: pool).map(\.unchanged) == [1, 1])
    }
  }

  @Test("tells every line of every file that can't be read")
  func unreadable() async throws {
    let folder = try Folder([
      "lpr.csv": """
      effective_on,one_year_percent,five_year_percent,source
      2019-08-32,4.25,4.85,test
      2019-09-20,4.25
      2019-10-20,4.25,4.85,
      """,
      "calendar.csv": "day,kind\n2024-01-01,holiday\n",
      "products/broken.json": "{",
      "products/half.json": #"""
      {"line": "microcredit", "versions": [
        {"version": 1, "validFrom": "2020-01-01"}]}
      """#,
    ])
    let error = #expect(throws: FileRefusal.self) { try CatalogFolder(path: folder.path) }
    #expect(error?.code == "files.lines_refused")
    #expect(
      Self.places(error) == [
        "lpr.csv:2 field.not_a_day", "lpr.csv:3 csv.wrong_field_count",
        "lpr.csv:4 field.missing", "calendar.csv:1 csv.missing_column",
        "products/broken.json:1 catalog.product_malformed",
        "products/half.json:2 catalog.product_malformed",
      ])
  }

  /// The refused lines with their codes.
  private static func places(_ refusal: FileRefusal?) -> [String] {
    switch refusal {
    case .linesRefused(let problems): problems.map { "\($0.file):\($0.line) \($0.code)" }
    case .nothingFound, nil: []
    }
  }

  @Test("needs a folder that has at least one file of a catalog")
  func nothing() throws {
    let folder = try Folder(["other.csv": "a\n"])
    let error = #expect(throws: FileRefusal.self) { try CatalogFolder(path: folder.path) }
    #expect(error?.code == "files.nothing_found")
  }
}
