import Foundation

/// The loans of a real Czech bank, 1993 to 1998, anonymous, their days moved by twenty years.
///
/// Source: PKDD'99 discovery challenge, financial data, by Petr Berka and Marta Sochorova.
///
/// The files are not part of the project: they are looked for beside its folder.
struct CzechBook: Sendable {
  /// Balances are taken as of the end of this day.
  static let cutover = CivilDay(2018, 12, 31)

  static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("shared/data/berka")
  }

  static var isThere: Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("loan.tsv").path)
  }

  struct Owner: Sendable {
    let client: Int
    let bornOn: String
    let isMale: Bool
  }

  /// One loan, with what the files don't tell and the test assumes: the instalments paid.
  struct Loan: Sendable {
    let id: Int
    let district: Int
    let owner: Owner
    let grantedOn: CivilDay
    /// In haléř.
    let amount: Int
    let months: Int
    let payment: Int
    /// A finished, paid; B finished, not paid; C running; D running, in debt.
    let status: String

    func due(_ number: Int) -> CivilDay { grantedOn.months(number) }

    /// The instalments that have fallen due by the end of a day.
    func fallenDue(by day: CivilDay) -> Int {
      (1...months).filter { due($0).number <= day.number }.count
    }

    /// Assumed: A and C paid all that fell due, B all but the last instalment, D all but the last
    /// three (or as many as fell due).
    var paid: Int {
      let fallen = fallenDue(by: CzechBook.cutover)
      switch status {
      case "B": return months - 1
      case "D": return max(0, fallen - 3)
      default: return fallen
      }
    }

    var balance: Int { payment * (months - paid) }
    var paidTo: CivilDay { paid == 0 ? grantedOn : due(paid) }

    /// Days since the oldest unpaid instalment fell due.
    var overdueDays: Int {
      guard paid < fallenDue(by: CzechBook.cutover) else { return 0 }
      return CzechBook.cutover.number - due(paid + 1).number
    }
  }

  let districts: [(id: Int, name: String)]
  let loans: [Loan]

  /// Reads the files.
  init() throws {
    districts = try Self.lines("district").map { (Self.number($0[0]), $0[1]) }
    var clients: [Int: Owner] = [:]
    for line in try Self.lines("client") {
      let id = Self.number(line[0])
      clients[id] = Owner(client: id, bornOn: line[1], isMale: line[2] == "M")
    }
    var owners: [Int: Owner] = [:]
    for line in try Self.lines("disp") where line[3] == "O" {
      owners[Self.number(line[2])] = clients[Self.number(line[1])]
    }
    var branches: [Int: Int] = [:]
    for line in try Self.lines("account") {
      branches[Self.number(line[0])] = Self.number(line[1])
    }
    var loans: [Loan] = []
    for line in try Self.lines("loan") {
      let account = Self.number(line[1])
      guard let owner = owners[account], let district = branches[account] else {
        throw Broken(account: account)
      }
      loans.append(
        Loan(
          id: Self.number(line[0]), district: district, owner: owner,
          grantedOn: CivilDay(line[2]), amount: Self.minorUnits(line[3]),
          months: Self.number(line[4]), payment: Self.minorUnits(line[5]), status: line[6]))
    }
    self.loans = loans
  }

  private struct Broken: Error {
    let account: Int
  }

  /// The book as a file for `shanhai import loans`.
  ///
  /// - Parameters:
  ///   - rate: per cent a year; the files hold no interest, so 0 is what they say.
  ///   - basis: how the interest of each loan is counted.
  /// - Returns: a header and a line for each loan, the finished ones too.
  func file(rate: String, basis: (Loan) -> String) -> String {
    var text =
      "branch,borrower,old_number,line,granted,balance,agreed_on,starts_on,matures_on,method,"
      + "interest_every_months,basis,rate_percent,penalty_percent,paid_to,as_of\n"
    for loan in loans {
      let fields = [
        "d\(loan.district)", "c\(loan.owner.client)", "\(loan.id)", "other",
        Self.crowns(loan.amount), Self.crowns(loan.balance), loan.grantedOn.text,
        loan.grantedOn.text, loan.due(loan.months).text, "equal-principal", "1", basis(loan),
        rate, "150", loan.paidTo.text, Self.cutover.text,
      ]
      text += fields.joined(separator: ",") + "\n"
    }
    return text
  }

  static func crowns(_ minorUnits: Int) -> String {
    let cents = minorUnits % 100
    return "\(minorUnits / 100).\(cents < 10 ? "0" : "")\(cents)"
  }

  private static func lines(_ name: String) throws -> [[String]] {
    let text = try String(contentsOf: folder.appendingPathComponent("\(name).tsv"), encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static func number(_ text: String) -> Int { Int(text) ?? -1 }

  /// `8095.20` in haléř; the files write two decimals everywhere.
  private static func minorUnits(_ text: String) -> Int {
    Int(text.replacingOccurrences(of: ".", with: "")) ?? -1
  }
}
