// Goal: a borrower is who the identity number says; households count once; groups are made of
// different households; ages are full years.

import Banks
import Quantities
import Testing

private func day(_ text: String) throws -> Day { try #require(Day(text)) }

private let residentID = "11010519491231002X"

private func borrower(
  _ id: Int64, kind: BorrowerKind = .household, name: String = "赵示甲", household: Int64? = nil
) throws -> Borrower {
  let identity = try Identity(stored: .other, number: "\(id)")
  var borrower = Borrower(id: id, bankID: 1, kind: kind, name: name, identity: identity)
  borrower.householdID = household
  return borrower
}

@Suite("Borrowers")
struct BorrowerTests {
  @Test("take day of birth and sex from the resident ID")
  func derived() throws {
    let identity = try Identity(stored: .residentID, number: residentID)
    let borrower = Borrower(id: 7, bankID: 1, kind: .person, name: "赵示甲", identity: identity)
    try borrower.checkIdentity()
    #expect(borrower.bornOn == (try day("1949-12-31")))
    #expect(borrower.sex == .female)
    #expect(borrower.maskedName == "赵*")
    #expect(borrower.age(on: try day("2025-12-30")) == 75)
    #expect(borrower.age(on: try day("2025-12-31")) == 76)
  }

  @Test("are refused when name, kind, day of birth or sex don't fit the identity")
  func errors() throws {
    let identity = try Identity(stored: .residentID, number: residentID)
    let person = Borrower(id: 7, bankID: 1, kind: .person, name: "赵示甲", identity: identity)
    var wrongDay = person
    wrongDay.bornOn = try day("1949-12-30")
    var wrongSex = person
    wrongSex.sex = .male
    func named(_ name: String) -> Borrower {
      Borrower(id: 7, bankID: 1, kind: .person, name: name, identity: identity)
    }
    let firm = Borrower(id: 7, bankID: 1, kind: .enterprise, name: "示例公司", identity: identity)
    let table: [(Borrower, BorrowerIdentityError, code: String)] = [
      (named(" "), .nameEmpty, "identity.name_empty"),
      (
        named(String(repeating: "赵", count: 101)), .nameTooLong(found: 101, most: 100),
        "identity.name_too_long"
      ),
      (
        named("赵\t示"), .nameHasControlCharacter(position: 2),
        "identity.name_has_control_character"
      ),
      (
        firm, .schemeNotForKind(scheme: .residentID, kind: .enterprise),
        "identity.scheme_not_for_kind"
      ),
      (
        wrongDay,
        .birthDayDiffersFromNumber(found: try day("1949-12-30"), expected: try day("1949-12-31")),
        "identity.birth_day_differs_from_number"
      ),
      (
        wrongSex, .sexDiffersFromNumber(found: .male, expected: .female),
        "identity.sex_differs_from_number"
      ),
    ]
    for (borrower, error, code) in table {
      #expect(throws: error) { try borrower.checkIdentity() }
      #expect(error.code == code)
    }
  }

  @Test("count for their household, and for themselves without one")
  func household() throws {
    #expect(try borrower(1).household == 1)
    #expect(try borrower(2, kind: .person, household: 1).household == 1)
    #expect(try borrower(3, kind: .person).household == 3)
  }

  @Test(
    "are a year older on their birthday, or on 28 February if born on the 29th",
    arguments: [
      ("2000-02-29", "2018-02-27", 17), ("2000-02-29", "2018-02-28", 18),
      ("2000-02-29", "2020-02-28", 19), ("2000-02-29", "2020-02-29", 20),
      ("1960-03-31", "2026-03-30", 65), ("1960-03-31", "2026-03-31", 66),
      ("2026-03-31", "2026-03-31", 0), ("2026-03-31", "2026-03-30", -1),
    ])
  func age(_ bornOn: String, _ on: String, _ years: Int) throws {
    #expect(Age.fullYears(bornOn: try day(bornOn), on: try day(on)) == years)
  }
}

@Suite("Joint-liability groups")
struct JointLiabilityGroupTests {
  @Test("have five members or more, each of another household")
  func five() throws {
    let households = try [5, 3, 1, 2].map { try borrower($0) }
    let members = households + [try borrower(9, kind: .person, household: 4)]
    let group = try JointLiabilityGroup(id: 1, bankID: 1, name: "示例联保小组", members: members)
    #expect(group.memberIDs == [1, 2, 3, 5, 9])
  }

  @Test("are refused otherwise, the first reason first")
  func errors() throws {
    let four = try (1...4).map { try borrower(Int64($0)) }
    let stranger = Borrower(
      id: 6, bankID: 2, kind: .household, name: "钱示乙",
      identity: try Identity(stored: .other, number: "6"))
    let table: [([Borrower], JointLiabilityError, code: String)] = [
      (
        [stranger], .memberOfAnotherBank(member: 6, bank: 2),
        "joint_liability.member_of_another_bank"
      ),
      (four + [four[1]], .memberTwice(member: 2), "joint_liability.member_twice"),
      (four, .tooFewMembers(found: 4, least: 5), "joint_liability.too_few_members"),
      (
        four + [try borrower(8, kind: .person, household: 2)],
        .membersOfOneHousehold(first: 2, second: 8, household: 2),
        "joint_liability.members_of_one_household"
      ),
    ]
    for (members, error, code) in table {
      #expect(throws: error) {
        try JointLiabilityGroup(id: 1, bankID: 1, name: "示例联保小组", members: members)
      }
      #expect(error.code == code)
    }
  }
}

@Suite("Banks")
struct BankTests {
  @Test("lend in their own area alone, by current and retired code")
  func area() {
    var bank = Bank(
      id: 1, code: "pingguo", number: 111,
      name: BilingualName(chinese: "平果国民村镇银行", english: "Pingguo"), currency: .yuan)
    #expect(bank.mayLend(in: "990000"))
    bank.areaCodePrefixes = ["451082", "451023"]
    #expect(bank.mayLend(in: "451082"))
    #expect(bank.mayLend(in: "451023"))
    #expect(!bank.mayLend(in: "450681"))
    #expect(!bank.mayLend(in: ""))
  }

  @Test("know current and retired divisions apart")
  func divisions() {
    let divisions = Divisions([
      Division(code: "513434", name: "越西县", validFromYear: 1982, validUntilYear: nil),
      Division(code: "513434", name: "普格县", validFromYear: 1980, validUntilYear: 1982),
      Division(code: "451023", name: "平果县", validFromYear: 2002, validUntilYear: 2019),
    ])
    #expect(divisions.name(of: "513434") == "越西县")
    #expect(divisions.isCurrent("513434"))
    #expect(divisions.isKnown("451023"))
    #expect(!divisions.isCurrent("451023"))
    #expect(!divisions.isKnown("340524"))
  }
}
