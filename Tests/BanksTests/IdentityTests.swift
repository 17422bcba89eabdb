// Goal: an identity number is accepted when its standard accepts it and refused otherwise, and each
// refusal tells what was found and what was expected.
// Method: published numbers, then every single-character slip and every swap of neighbours on them
// and on a seeded set of numbers; one table of errors for each scheme, by precedence.

import Banks
import Quantities
import Testing

@Suite("Resident IDs (GB 11643-1999)")
struct ResidentIDTests {
  @Test(
    "are read with their area, day of birth and sex",
    arguments: [
      ("11010519491231002X", "110105", "1949-12-31", Sex.female),
      ("34052419800101001X", "340524", "1980-01-01", Sex.male),
    ])
  func published(_ text: String, _ area: String, _ bornOn: String, _ sex: Sex) throws {
    let residentID = try ResidentID(text) { _ in true }
    #expect(residentID.text == text)
    #expect(residentID.areaCode == area)
    #expect(residentID.bornOn.description == bornOn)
    #expect(residentID.sex == sex)
  }

  @Test("take a small x for X")
  func smallX() throws {
    #expect(try ResidentID("11010519491231002x") { _ in true }.text == "11010519491231002X")
  }

  @Test("betray every wrong character and every swap of neighbours")
  func betraySlips() throws {
    var count = 0
    for number in ["11010519491231002X", "34052419800101001X"] + someNumbers() {
      for slip in slips(of: number, alphabet: "0123456789X") {
        #expect(throws: BorrowerIdentityError.self, "\(number) \(slip)") {
          try ResidentID(slip) { _ in true }
        }
        count += 1
      }
    }
    #expect(count > 10_000)
  }

  @Test(
    "refuse days of birth that don't exist",
    arguments: ["19490231", "19490229", "19000229", "19491301", "19490001", "19490100", "18991231"])
  func noSuchDay(_ day: String) {
    #expect(throws: BorrowerIdentityError.residentIDNoSuchBirthDay(found: day)) {
      try ResidentID("110105\(day)0020") { _ in true }
    }
  }

  @Test("accept 29 February of a leap year")
  func leapDay() throws {
    let found = try #require(completed("11010520000229001"))
    #expect(found.bornOn.description == "2000-02-29")
  }

  @Test("tell what is wrong, the first thing first")
  func errors() {
    let table: [(String, BorrowerIdentityError, code: String)] = [
      ("", .residentIDWrongLength(found: 0, expected: 18), "identity.resident_id_wrong_length"),
      (
        "110105491231002", .residentIDWrongLength(found: 15, expected: 18),
        "identity.resident_id_wrong_length"
      ),
      (
        "1101051949123１002X", .residentIDWrongCharacter(found: "１", position: 14),
        "identity.resident_id_wrong_character"
      ),
      (
        "X1010519491231002X", .residentIDWrongCharacter(found: "X", position: 1),
        "identity.resident_id_wrong_character"
      ),
      (
        "11010519491231002Y", .residentIDWrongCharacter(found: "Y", position: 18),
        "identity.resident_id_wrong_character"
      ),
      (
        "99999919490231002X", .residentIDUnknownArea(found: "999999"),
        "identity.resident_id_unknown_area"
      ),
      (
        "110105194902310020", .residentIDNoSuchBirthDay(found: "19490231"),
        "identity.resident_id_no_such_birth_day"
      ),
      (
        "110105194912310021", .residentIDWrongCheckDigit(found: "1", expected: "X"),
        "identity.resident_id_wrong_check_digit"
      ),
    ]
    for (text, error, code) in table {
      #expect(throws: error, "\(text)") { try ResidentID(text) { $0 != "999999" } }
      #expect(error.code == code)
    }
  }

  /// Numbers over areas, days and serials, by a fixed multiplicative walk.
  private func someNumbers() -> [String] {
    var walk = 1
    return (0..<60).compactMap { index in
      walk = walk * 48_271 % 2_147_483_647
      let day = "\(1950 + walk % 60)\(10 + walk % 3)\(10 + walk % 19)"
      let area = ["451023", "652923", "652201", "659004", "513434"][index % 5]
      return completed("\(area)\(day)\(100 + walk % 900)")?.text
    }
  }

  /// The number that begins with these 17 digits: one check character fits and no other.
  private func completed(_ first17: String) -> ResidentID? {
    let found = "0123456789X".compactMap { character in
      try? ResidentID(first17 + String(character)) { _ in true }
    }
    return found.count == 1 ? found[0] : nil
  }
}

@Suite("Unified social credit codes (GB 32100-2015)")
struct SocialCreditCodeTests {
  @Test("are read, small letters too")
  func published() throws {
    let code = try SocialCreditCode("91512081MA62K0260E")
    #expect(code.areaCode == "512081")
    #expect(try SocialCreditCode("91512081ma62k0260e") == code)
  }

  @Test("betray every wrong character and every swap of neighbours")
  func betraySlips() {
    for number in ["91512081MA62K0260E", "91350100M000100Y43"] {
      for slip in slips(of: number, alphabet: "0123456789ABCDEFGHJKLMNPQRTUWXY") {
        #expect(throws: BorrowerIdentityError.self, "\(slip)") { try SocialCreditCode(slip) }
      }
    }
  }

  @Test("tell what is wrong, the first thing first")
  func errors() {
    let table: [(String, BorrowerIdentityError, code: String)] = [
      (
        "9151208", .socialCreditCodeWrongLength(found: 7, expected: 18),
        "identity.social_credit_code_wrong_length"
      ),
      (
        "91512081MA62K0260I", .socialCreditCodeWrongCharacter(found: "I", position: 18),
        "identity.social_credit_code_wrong_character"
      ),
      (
        "9151208AMA62K0260E", .socialCreditCodeWrongCharacter(found: "A", position: 8),
        "identity.social_credit_code_wrong_character"
      ),
      (
        "91350100M000100Y4Z", .socialCreditCodeWrongCharacter(found: "Z", position: 18),
        "identity.social_credit_code_wrong_character"
      ),
      (
        "91350100M000100Y4Y", .socialCreditCodeWrongCheckCharacter(found: "Y", expected: "3"),
        "identity.social_credit_code_wrong_check_character"
      ),
    ]
    for (text, error, code) in table {
      #expect(throws: error, "\(text)") { try SocialCreditCode(text) }
      #expect(error.code == code)
    }
  }
}

@Suite("Identities")
struct IdentityTests {
  @Test("of a foreign book are kept as they are")
  func other() throws {
    let identity = try Identity(scheme: .other, number: "rodné číslo 706213/0021") { _ in false }
    #expect(identity.number == "rodné číslo 706213/0021")
    #expect(identity.bornOn == nil)
    #expect(identity.sex == nil)
  }

  @Test("of a foreign book are neither empty nor long nor of several lines")
  func otherErrors() {
    let table: [(String, BorrowerIdentityError, code: String)] = [
      ("", .otherNumberEmpty, "identity.other_number_empty"),
      (" \t ", .otherNumberEmpty, "identity.other_number_empty"),
      (
        String(repeating: "7", count: 41), .otherNumberTooLong(found: 41, most: 40),
        "identity.other_number_too_long"
      ),
      (
        "12\n34", .otherNumberHasControlCharacter(position: 3),
        "identity.other_number_has_control_character"
      ),
    ]
    for (text, error, code) in table {
      #expect(throws: error) { try Identity(scheme: .other, number: text) { _ in true } }
      #expect(error.code == code)
    }
  }

  @Test("that the database holds keep an area code that is no longer known")
  func stored() throws {
    let identity = try Identity(stored: .residentID, number: "34052419800101001X")
    #expect(identity.bornOn?.description == "1980-01-01")
    #expect(identity.sex == .male)
  }

  @Test("show four characters at each end in lists, and none of a short number")
  func masked() throws {
    #expect(Masking.number("513434198001011234") == "5134**********1234")
    #expect(Masking.number("123456789") == "1234*6789")
    #expect(Masking.number("12345678") == "********")
    #expect(Masking.number("") == "")
    #expect(try Identity(stored: .other, number: "AB-1").masked == "****")
    #expect(Masking.name("赵示甲") == "赵*")
    #expect(Masking.name("") == "*")
  }
}
