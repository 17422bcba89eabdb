package import Banks
import LoanProducts
import Origination
import Quantities

/// Makes the borrowers of one bank: nobody who lives.
///
/// Identity: resident IDs have the serials 998 and 999, as those of the demo; names contain 示.
/// Village:  one of the bank's; enterprises are of none.
/// Ids:     the borrower at place p is 2p + 1; who signs with him 2p + 2.
package struct BorrowerInventor: Sendable {
  private let seed: UInt64
  private let bank: LendingBank
  /// Division codes of counties, the bank's own first.
  private let areas: [String]
  private let youngestYear: Int

  package init(_ plan: BookPlan, bank: LendingBank, areas: [String]) {
    seed = plan.seed
    self.bank = bank
    self.areas = [bank.divisionCode] + areas.filter { $0 != bank.divisionCode }
    youngestYear = plan.lastMonth.year
  }

  package static func id(at place: Int) -> Int64 { 2 * Int64(place) + 1 }

  /// The borrower of a loan, after who signs with him.
  ///
  /// - Returns: nobody for a loan whose borrower has an earlier one.
  /// - Throws: `BorrowerIdentityError`, which no number made here should meet.
  package func borrowers(of loan: InventedLoan) throws -> [Borrower] {
    let place = loan.borrowerPlace
    guard place == loan.place else { return [] }
    var random = SeededRandom(seed: seed, UInt64(bank.id), UInt64(place), 5)
    let id = Self.id(at: place)
    var borrowers: [Borrower]
    switch kind(loan, &random) {
    case .student:
      let parent = try person(id + 1, .person, &random)
      var student = try person(id, .student, &random)
      student.coBorrowerID = parent.id
      borrowers = [parent, student]
    case .enterprise: return [try organisation(id, .enterprise, &random)]
    case .cooperative: borrowers = [try organisation(id, .cooperative, &random)]
    case let kind: borrowers = [try person(id, kind, &random)]
    }
    for index in borrowers.indices { borrowers[index].village = village(at: place) }
    return borrowers
  }

  /// Loans of a village, more or less, and the most villages of a bank.
  private static let loansOfVillage = 50
  private static let mostVillages = 60

  private func village(at place: Int) -> String {
    var random = SeededRandom(seed: seed, UInt64(bank.id), UInt64(place), 6)
    let count = min(max(bank.loanCount / Self.loansOfVillage, 3), Self.mostVillages)
    return "示例\(random.pick(Array(1...count)))村"
  }

  private func kind(_ loan: InventedLoan, _ random: inout SeededRandom) -> BorrowerKind {
    switch loan.application.line {
    case .studentAid: return .student
    case .education: return random.happens(700) ? .person : .household
    case .tourism: return random.pick([.household, .household, .person, .enterprise])
    case .industry: return random.pick([.cooperative, .enterprise, .household])
    case .microcredit, .other: return .household
    }
  }

  /// Days of birth of adults, and of students, by their number: 35 years, and 3.
  private static let adultDays = 12_775
  private static let studentDays = 1_095

  private func person(
    _ id: Int64, _ kind: BorrowerKind, _ random: inout SeededRandom
  ) throws -> Borrower {
    let isStudent = kind == .student
    let days = isStudent ? Self.studentDays : Self.adultDays
    let number = Int(id)
    let isMan = random.happens(500)
    // Each number has a day and an area of its own; the day jumps about.
    let firstYear = youngestYear - (isStudent ? 22 : 60)
    let bornOn = Month(year: firstYear, month: 1).firstDay + number * 7_919 % days
    let area = areas[number / days % areas.count]
    let date = bornOn.description.filter { $0 != "-" }
    let digits = area + date + (isMan ? "999" : "998")
    let check = ResidentID.checkCharacter(after: digits.compactMap(\.wholeNumberValue))
    let residentID = try ResidentID(digits + String(check)) { _ in true }
    return borrower(id, kind, name: name(&random), Identity(residentID))
  }

  private func organisation(
    _ id: Int64, _ kind: BorrowerKind, _ random: inout SeededRandom
  ) throws -> Borrower {
    let serial = String(String(10_000_000 + id).suffix(7))
    let digits = (kind == .enterprise ? "91" : "93") + areas[0] + "MA" + serial
    let values = digits.compactMap { SocialCreditCode.alphabet.firstIndex(of: $0) }
    let code = try SocialCreditCode(
      digits + String(SocialCreditCode.checkCharacter(after: values)))
    let trade = random.pick(["果业", "茶叶", "菌业", "养殖", "粮油", "文旅"])
    let form = kind == .enterprise ? "有限公司" : "专业合作社"
    return borrower(id, kind, name: "示例\(id)号\(trade)\(form)", Identity(code))
  }

  private func borrower(
    _ id: Int64, _ kind: BorrowerKind, name: String, _ identity: Identity
  ) -> Borrower {
    var borrower = Borrower(id: id, bankID: bank.id, kind: kind, name: name, identity: identity)
    borrower.divisionCode = bank.divisionCode
    return borrower
  }

  private static let surnames = Array("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗韦覃龙石吉沙")
  private static let givenNames = Array("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华梅兰")

  private func name(_ random: inout SeededRandom) -> String {
    "\(random.pick(Self.surnames))示\(random.pick(Self.givenNames))"
  }
}
