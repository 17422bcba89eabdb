import Banks
import CatalogFiles
import CommandLine
import Operations
import Quantities
import Repositories
import Testing

@Suite("The catalog's errors have words in both languages")
struct CatalogWordsTests {
  private static let difference = CatalogDifference(column: "name", found: "甲", stored: "乙")
  private static let first = Day(number: 0)
  private static let second = Day(number: 1)

  private static let catalog: [any Explained] = [
    CatalogError.keyTwice("k", line: 3),
    CatalogError.referenceUnknown(column: "bank", found: "x"),
    CatalogError.rowDiffers(key: "k", difference), CatalogError.numberTaken(107, by: "qionglai"),
    CatalogError.accountMissing("1303"),
    CatalogError.placeTaken("microcredit 451082 2021-03-04", by: "f"),
    CatalogError.weightsDoNotAddUp(first, sum: 9_000), CatalogError.loadRefused([]),
    FileRefusal.nothingFound(folder: "/x"),
    FileRefusal.linesRefused([]), ProductDocumentError(key: "rate.kind", found: ""),
    ProductDocumentError(key: "rate.kind", found: "odd"),
  ]

  private static let borrowers: [any Explained] = [
    BorrowerError.anotherBank(found: "a", expected: "b"),
    BorrowerError.referenceTwice("H1", line: 3), BorrowerError.divisionUnknown("999999"),
    BorrowerError.identityTaken(by: "H1"), BorrowerError.differs(reference: "H1", difference),
    BorrowerError.householdUnknown("H1"), BorrowerError.coBorrowerUnknown("P1"),
    BorrowerError.coBorrowerNotNatural("E1"), BorrowerError.coBorrowerHasCoBorrower("S1"),
    JointLiabilityError.memberOfAnotherBank(member: 1, bank: 2),
    JointLiabilityError.memberTwice(member: 1),
    JointLiabilityError.tooFewMembers(found: 4, least: 5),
    JointLiabilityError.membersOfOneHousehold(first: 1, second: 2, household: 3),
  ]

  private static let numbers: [any Explained] = [
    LoanNumberError.wrongLength(found: 14, expected: 15),
    LoanNumberError.wrongCharacter(found: "x", position: 3),
    LoanNumberError.wrongCheckDigit(found: 1, expected: 2),
    LoanNumberError.partOutsideRange(.bank, found: 0, allowed: 1...999),
    LoanNumberError.partOutsideRange(.year, found: 0, allowed: 1900...2199),
    LoanNumberError.partOutsideRange(.serial, found: 0, allowed: 1...9),
    BorrowerIdentityError.nameEmpty, BorrowerIdentityError.nameTooLong(found: 101, most: 100),
    BorrowerIdentityError.nameHasControlCharacter(position: 2),
    BorrowerIdentityError.residentIDWrongLength(found: 17, expected: 18),
    BorrowerIdentityError.residentIDWrongCharacter(found: "\u{1B}", position: 3),
    BorrowerIdentityError.residentIDUnknownArea(found: "000000"),
    BorrowerIdentityError.residentIDNoSuchBirthDay(found: "19800231"),
    BorrowerIdentityError.residentIDWrongCheckDigit(found: "1", expected: "X"),
    BorrowerIdentityError.socialCreditCodeWrongLength(found: 17, expected: 18),
    BorrowerIdentityError.socialCreditCodeWrongCharacter(found: "I", position: 3),
    BorrowerIdentityError.socialCreditCodeWrongCheckCharacter(found: "1", expected: "X"),
    BorrowerIdentityError.otherNumberEmpty,
    BorrowerIdentityError.otherNumberTooLong(found: 41, most: 40),
    BorrowerIdentityError.otherNumberHasControlCharacter(position: 1),
    BorrowerIdentityError.schemeNotForKind(scheme: .residentID, kind: .enterprise),
    BorrowerIdentityError.birthDayDiffersFromNumber(found: first, expected: second),
    BorrowerIdentityError.sexDiffersFromNumber(found: .male, expected: .female),
  ]

  @Test("each is one line with its code, and a refusal", arguments: [catalog, borrowers, numbers])
  func words(_ errors: [any Explained]) {
    for error in errors {
      let failure = Failure(error)
      #expect(failure.kind == .refused && failure.code == error.code)
      #expect(failure.phrase.zh != failure.phrase.en)
      for language in Language.allCases {
        let line = failure.line(in: language)
        #expect(line.hasPrefix("shanhai: ") && line.hasSuffix(" [\(error.code)]\n"))
        #expect(line.split(separator: "\n").count == 1 && !line.contains("\u{1B}"))
      }
    }
  }
}
