import Banks
import CatalogFiles
import Foundation
import Operations
import Postgres
import Quantities
import Repositories
import TestCatalog
import Testing

/// Goal: borrowers are taken in as their papers say, once, or every bad line is told.
///
/// Method: small files on a database with all seeds and the demo borrowers; qionglai has the
/// households H1 to H6, H1 to H5 of them in the group G1.
@Suite("An import of borrowers")
struct BorrowerImportTests {
  static let header = """
    reference,kind,name,identity_scheme,identity_number,born_on,sex,division_code,\
    household_reference,co_borrower_reference,group_reference

    """
  static let officer = Caller(login: "owner", actingAs: "officer")

  /// A made-up resident ID with a right check character.
  static func residentID(_ number: Int, area: String = "510183", day: String = "19800101") -> String
  {
    let serial = String(String(1_000 + number * 2).suffix(3))
    let fitting = "0123456789X".first { character in
      let text = "\(area)\(day)\(serial)\(character)"
      do {
        _ = try ResidentID(text, isKnownArea: { _ in true })
        return true
      } catch {
        return false
      }
    }
    return "\(area)\(day)\(serial)\(fitting ?? "?")"
  }

  /// What an import comes to: the codes of refused lines, and how many borrowers there are after.
  struct Result {
    var refused: [String] = []
    var outcomes: [BorrowerOutcome] = []
    var count = 0
  }

  static func run(
    _ lines: String..., mode: BatchRule = .allOrNone, caller: Caller = officer
  ) async throws -> Result {
    try await LoadTests.onLoaded { pool in
      let folder = try Folder(["borrowers.csv": header + lines.joined(separator: "\n") + "\n"])
      let file = BorrowerFile(path: folder.path + "/borrowers.csv", bank: "qionglai")
      var result = Result()
      result.refused = file.problems.map { "\($0.line) \($0.code)" }
      result.outcomes = try await ImportBorrowers.run(
        file.rows, mode: mode, caller: caller, on: pool)
      for (row, outcome) in zip(file.rows, result.outcomes) {
        if case .refused(let error) = outcome { result.refused.append("\(row.line) \(error.code)") }
      }
      result.count = try await pool.run { connection in
        try BorrowerRepository(connection).list(bankID: 107, after: "", count: 10_000).count
      }
      return result
    }
  }

  /// A person of qionglai; `tail` is household, co-borrower and group.
  static func person(_ reference: String, _ number: Int, _ tail: String = ",,") -> String {
    "\(reference),person,示例,resident-id,\(residentID(number)),,,510183,\(tail)"
  }

  @Test("of the demo book, again, leaves all of it alone")
  func twice() async throws {
    try await LoadTests.onLoaded { pool in
      let file = BorrowerFile(path: TestCatalog.seeds + "/demo/borrowers.csv", bank: nil)
      #expect(file.rows.count == 62 && file.problems.isEmpty)
      let outcomes = try await ImportBorrowers.run(
        file.rows, mode: .allOrNone, caller: Self.officer, on: pool)
      #expect(outcomes.allSatisfy { !$0.isAdded && !$0.isRefused })
    }
  }

  @Test("keeps all that the file says, retired area codes among it")
  func content() async throws {
    try await LoadTests.onLoaded { pool in
      try await pool.run { connection in
        let borrowers = BorrowerRepository(connection)
        let student = try #require(try borrowers.find(bankID: 111, reference: "S1"))
        #expect(student.borrower.kind == .student && student.borrower.sex == .male)
        #expect(student.borrower.bornOn?.description == "2006-08-23")
        #expect(student.householdReference == "H2")
        let parent = try #require(try borrowers.find(bankID: 111, reference: "P2"))
        #expect(student.borrower.coBorrowerID == parent.borrower.id)
        // 452624 was retired in 2002 and is the area on this paper for life.
        #expect(parent.borrower.identity.number.hasPrefix("452624"))
        let group = try borrowers.members(bankID: 107, groups: ["G1"])
        #expect(group.map(\.reference).sorted() == ["H1", "H2", "H3", "H4", "H5"])
        let head = try #require(try BankRepository(connection).readHead(bankID: 107))
        #expect(head.lastPartyID == 12)
      }
    }
  }

  @Test("takes references in any order, and ids go on from the last")
  func order() async throws {
    let result = try await Self.run(
      Self.person("A", 1, "B,C,"),
      "B,household,示例,resident-id,\(Self.residentID(2)),,,510183,,,", Self.person("C", 3))
    #expect(result.refused == [] && result.count == 15)
  }

  @Test("refuses a name or number that can't be the borrower's, by code and line")
  func identity() async throws {
    let good = Self.residentID(1)
    let body = good.dropLast()
    let wrong = good.last == "1" ? "2" : "1"
    let rows: [(row: String, code: String)] = [
      ("person, ,resident-id,\(good),,", "identity.name_empty"),
      (
        "person,\(String(repeating: "长", count: 101)),resident-id,\(good),,",
        "identity.name_too_long"
      ),
      ("person,a\u{7}b,resident-id,\(good),,", "identity.name_has_control_character"),
      ("person,示,resident-id,\(body),,", "identity.resident_id_wrong_length"),
      ("person,示,resident-id,\(body)Y,,", "identity.resident_id_wrong_character"),
      ("person,示,resident-id,000000\(good.dropFirst(6)),,", "identity.resident_id_unknown_area"),
      ("person,示,resident-id,51018319800231002X,,", "identity.resident_id_no_such_birth_day"),
      ("person,示,resident-id,\(body)\(wrong),,", "identity.resident_id_wrong_check_digit"),
      ("enterprise,示,social-credit-code,9,,", "identity.social_credit_code_wrong_length"),
      (
        "enterprise,示,social-credit-code,91510183MADEM0118I,,",
        "identity.social_credit_code_wrong_character"
      ),
      (
        "enterprise,示,social-credit-code,91510183MADEM0118G,,",
        "identity.social_credit_code_wrong_check_character"
      ),
      ("person,示,other, ,,", "identity.other_number_empty"),
      (
        "person,示,other,\(String(repeating: "7", count: 41)),,", "identity.other_number_too_long"
      ),
      ("person,示,other,a\u{7},,", "identity.other_number_has_control_character"),
      ("enterprise,示,resident-id,\(good),,", "identity.scheme_not_for_kind"),
      ("person,示,resident-id,\(good),1980-01-02,", "identity.birth_day_differs_from_number"),
      ("person,示,resident-id,\(good),,male", "identity.sex_differs_from_number"),
    ]
    let lines = rows.enumerated().map { "N\($0.offset),\($0.element.row),510183,,," }
    let result = try await Self.run(lines.joined(separator: "\n"))
    #expect(result.refused == rows.enumerated().map { "\($0.offset + 2) \($0.element.code)" })
    #expect(result.count == 12)
  }

  @Test("refuses references, divisions, identities and relations that can't be")
  func relations() async throws {
    let taken = "510130197203109993"
    let result = try await Self.run(
      Self.person("A", 1), Self.person("A", 2),
      "B,person,示例,resident-id,\(Self.residentID(3)),,,999999,,,",
      "C,household,示例,resident-id,\(taken),,,510183,,,", Self.person("D", 1),
      Self.person("E", 5, "P1,,"), Self.person("F", 6, ",nobody,"), Self.person("G", 7, ",E1,"),
      Self.person("H", 8, ",S1,"), Self.person("I", 9, ",I,"), Self.person("J", 10, "C,,"))
    #expect(
      result.refused == [
        "3 borrower.reference_twice", "4 borrower.division_unknown", "5 borrower.identity_taken",
        "6 borrower.identity_taken", "7 borrower.household_unknown",
        "8 borrower.co_borrower_unknown", "9 borrower.co_borrower_not_natural",
        "10 borrower.co_borrower_has_co_borrower", "11 borrower.co_borrower_has_co_borrower",
        "12 borrower.household_unknown",
      ])
    #expect(result.count == 12 && result.outcomes.first?.isAdded == true)
  }

  @Test("takes villages as they are written, and refuses what can't be asked for by name")
  func villages() async throws {
    try await LoadTests.onLoaded { pool in
      let texts = ["东村", "101团3连", "East, West", "a=b", "长" + String(repeating: "村", count: 50)]
      let lines = texts.enumerated().map { number, text in
        Self.person("V\(number)", number + 1) + ",\"\(text)\""
      }
      let header = Self.header.trimmingCharacters(in: .newlines) + ",village\n"
      let folder = try Folder(["b.csv": header + lines.joined(separator: "\n") + "\n"])
      let file = BorrowerFile(path: folder.path + "/b.csv", bank: "qionglai")
      #expect(file.problems.isEmpty)
      for mode in [BatchRule.goodRows, .checkOnly] {
        let outcomes = try await ImportBorrowers.run(
          file.rows, mode: mode, caller: Self.officer, on: pool)
        let codes = outcomes.map { outcome in
          if case .refused(let error) = outcome { error.code } else { "" }
        }
        #expect(codes == ["", ""] + [String](repeating: "borrower.village_malformed", count: 3))
      }
      let (kept, villages) = try await pool.run { connection in
        let borrowers = BorrowerRepository(connection)
        return (
          try borrowers.find(bankID: 107, reference: "V1")?.borrower.village,
          try borrowers.villages(bankID: 107)
        )
      }
      #expect(kept == "101团3连")
      #expect(villages == ["101团3连", "东村", "示例1村", "示例2村", "示例3村"])
      for text in ["", "659004", " 东村", "东村 ", "东\u{7}村"] { #expect(!Borrower.canBeVillage(text)) }
    }
  }

  @Test("refuses a row that is stored with another content, and masks what it shows of it")
  func differs() async throws {
    let result = try await Self.run(
      "H6,household,陶示己,resident-id,510130198301239999,1983-01-23,male,510182,,,",
      "H5,household,魏示丙,resident-id,510130197609099983,1976-09-09,female,510183,,,G1")
    #expect(result.refused == ["2 borrower.differs", "3 borrower.differs"])
    let errors = result.outcomes.compactMap { outcome in
      if case .refused(let error) = outcome { return error as? BorrowerError }
      return nil
    }
    let division = CatalogDifference(column: "division_code", found: "510182", stored: "510183")
    let name = CatalogDifference(column: "name", found: "魏*", stored: "魏*")
    #expect(
      errors == [
        .differs(reference: "H6", division), .differs(reference: "H5", name),
      ])
  }

  @Test("writes nothing if one row is refused, or the good rows alone if asked to")
  func modes() async throws {
    let bad = "B,person,示例,other, ,,,510183,,,"
    let none = try await Self.run(Self.person("A", 1), bad, Self.person("C", 3, "B,,"))
    #expect(none.count == 12)
    let good = try await Self.run(
      Self.person("A", 1), bad, Self.person("C", 3, "B,,"), Self.person("D", 4), mode: .goodRows)
    #expect(good.count == 14)
    #expect(good.refused == ["3 identity.other_number_empty", "4 borrower.household_unknown"])
    let check = try await Self.run(Self.person("A", 1), mode: .checkOnly)
    #expect(check.count == 12 && check.refused == [] && check.outcomes[0].isAdded)
  }

  @Test("holds a bank's rows back if another bank's are refused")
  func severalBanks() async throws {
    try await LoadTests.onLoaded { pool in
      let head = "bank," + Self.header
      let text = """
        \(head)qionglai,\(Self.person("A", 1))
        pingguo,\(Self.person("A", 1, "H9,,"))

        """
      let folder = try Folder(["b.csv": text])
      let file = BorrowerFile(path: folder.path + "/b.csv", bank: nil)
      let outcomes = try await ImportBorrowers.run(
        file.rows, mode: .allOrNone, caller: Self.officer, on: pool)
      #expect(outcomes.map(\.isRefused) == [false, true])
      let found = try await pool.run { connection in
        try BorrowerRepository(connection).find(bankID: 107, reference: "A")
      }
      #expect(found == nil)
      let narrow = BorrowerFile(path: folder.path + "/b.csv", bank: "qionglai")
      #expect(narrow.problems.map { "\($0.line) \($0.code)" } == ["3 borrower.another_bank"])
    }
  }

  @Test("lets groups have five members or more, each of another household")
  func groups() async throws {
    func member(_ reference: String, _ number: Int, _ household: String = "") -> String {
      Self.person(reference, number, "\(household),,G2")
    }
    let four = (1...4).map { member("M\($0)", $0) }
    let few = try await Self.run(four.joined(separator: "\n"))
    #expect(few.refused == (2...5).map { "\($0) joint_liability.too_few_members" })
    let kin = try await Self.run(
      member("M8", 8, "H1"), member("M9", 9, "H1"), four.joined(separator: "\n"))
    #expect(
      Set(kin.refused.map { $0.dropFirst(2) }) == ["joint_liability.members_of_one_household"])
    let five = try await Self.run(member("M5", 5), four.joined(separator: "\n"))
    #expect(five.refused == [] && five.count == 17)
    // A sixth member joins the group that is stored.
    let joined = try await Self.run(Self.person("M6", 6, ",,G1"), Self.person("M7", 7, "H1,,G1"))
    #expect(
      Set(joined.refused.map { $0.dropFirst(2) }) == ["joint_liability.members_of_one_household"])
    let sixth = try await Self.run(Self.person("M6", 6, ",,G1"))
    #expect(sixth.refused == [] && sixth.count == 13)
  }

  @Test("needs an account officer of the bank")
  func role() async throws {
    let error = await #expect(throws: OperationError.self) {
      try await Self.run(
        Self.person("A", 1), caller: Caller(login: "owner", actingAs: "cashier"))
    }
    #expect(error?.code == "operation.role_missing")
  }
}
