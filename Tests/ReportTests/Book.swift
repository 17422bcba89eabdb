import Banks
import Fixtures
import Operations
import Postgres
import Quantities
import Reporting
import Risk

/// A sponsor with two banks at the end of March 2026, small enough to add up by hand, and a bank of
/// its own in another currency.
///
/// | bank  | branch | loan | line        | borrower | principal | days late | due             |
/// |-------|--------|------|-------------|----------|-----------|-----------|-----------------|
/// | alpha | head   | 1    | microcredit | 11       | 1,000.00  | 0         |                 |
/// | alpha | head   | 2    | microcredit | 11       | 2,000.00  | 20        | 100 + 5 + 1     |
/// | alpha | north  | 3    | industry    | 12       | 4,000.00  | 100       | 500 + 50 + 10   |
/// | beta  | head   | 1    | tourism     | 11       | 8,000.00  | 400       | 8,000 + 300 + 90|
/// | beta  | head   | 2    | microcredit | 21       | 3,000.00  | 0, restructured |           |
/// | gamma | head   | 1    | other       | 1        | 500.00    | 0         |                 |
///
/// alpha: 7,000.00 in 3 loans of 2 borrowers. Late more than 1 day: 2,000 + 4,000 = 6,000.00, which
/// is 85.71 %; more than 30, 60, 90: 4,000.00, 57.14 %; more than 180: nothing.
/// Provision: general 1 % = 70.00; special 2 % of 2,000 + 25 % of 4,000 = 1,040.00; both 1,110.00,
/// which is 27.75 % of the non-performing 4,000.00.
///
/// both: 18,000.00 in 5 loans of 4 borrowers (11 is another person in each bank). PAR 1: 6,000 +
/// 8,000 + 3,000 = 17,000.00, 94.44 %; PAR 30 to 90: 15,000.00, 83.33 %; PAR 180: 11,000.00, which
/// is 61.11 %. Restructured 3,000.00, 16.67 %. NPL 12,000.00, 66.67 %. General 180.00; special
/// 1,040 + 8,000 +
/// 2 % of 3,000 = 9,100.00; both 9,280.00, 77.33 % of NPL.
enum Book {
  static let month = Month(year: 2026, month: 3)

  static let alpha = bank(1, "alpha", 101)
  static let beta = bank(2, "beta", 102)

  static let branches = [
    Branch(id: 1, bankID: 1, code: "head", name: .init(chinese: "甲营业部", english: "Alpha head")),
    Branch(id: 2, bankID: 1, code: "north", name: .init(chinese: "甲北支行", english: "Alpha north")),
    Branch(id: 1, bankID: 2, code: "head", name: .init(chinese: "乙营业部", english: "Beta head")),
  ]

  static let positions = [
    Entry(bank: 1, branch: 1, loan: 1, line: "microcredit", borrower: 11, principal: 1_000),
    Entry(bank: 1, branch: 1, loan: 2, line: "microcredit", borrower: 11, principal: 2_000)
      .late(days: 20, principal: 100, interest: 5, penalty: 1),
    Entry(bank: 1, branch: 2, loan: 3, line: "industry", borrower: 12, principal: 4_000)
      .late(days: 100, principal: 500, interest: 50, penalty: 10),
    Entry(bank: 2, branch: 1, loan: 1, line: "tourism", borrower: 11, principal: 8_000)
      .late(days: 400, principal: 8_000, interest: 300, penalty: 90),
    Entry(bank: 2, branch: 1, loan: 2, line: "microcredit", borrower: 21, principal: 3_000)
      .restructured,
  ].map(\.position)

  /// What alpha's own report is, without a database.
  static var ofAlpha: NamedRiskReport {
    named(.bank("alpha"), [alpha], versions: [1: 2], title: alpha)
  }

  static var ofSponsor: NamedRiskReport {
    named(.sponsor("mother"), [alpha, beta], versions: [1: 2, 2: 1])
  }

  static func named(
    _ scope: ReportScope, _ banks: [Bank], versions: [Int64: Int32], title: Bank? = nil
  ) -> NamedRiskReport {
    let counted = banks.compactMap { bank in count(bank, versions[bank.id] ?? 1) }
    let report = RiskReport(month: month, currency: .yuan, counted: counted)
    let mother = BilingualName(chinese: "母银行", english: "Mother Bank")
    return NamedRiskReport(
      report: report, scope: scope, title: title?.name ?? mother, banks: banks,
      branches: branches.filter { branch in banks.contains { $0.id == branch.bankID } },
      versions: versions, capital: [1: Money(minorUnits: 30_000_00)])
  }

  /// A bank's loans counted, as its positions say; nil for a bank without any.
  private static func count(_ bank: Bank, _ version: Int32) -> PortfolioMonth? {
    let positions = positions.filter { $0.bankID == bank.id }
    guard !positions.isEmpty else { return nil }
    var traits = PortfolioTraits(.yuan)
    for position in positions {
      var loan = PortfolioTraits.Loan(
        loanID: position.loanID, borrowerID: position.borrowerID, line: position.line,
        principal: "10000.00", startsOn: "2025-08-15")
      loan.maturesOn = "2027-08-15"
      loan.officer = "zhang"
      traits.add(loan)
      traits.add(PortfolioTraits.Turn(factNumber: 1, day: "2025-08-15"), of: loan.loanID)
      traits.add(
        PortfolioTraits.Borrower(
          borrowerID: position.borrowerID, kind: "household", sex: "female", division: "659004",
          village: nil, group: nil))
    }
    var count = PortfolioCount(
      traits, bankID: bank.id, CountedVersion(month: month, version: version, factNumber: 9),
      history: PortfolioCount.History(loanCount: positions.count))
    for position in positions {
      let branch = branches.first { $0.bankID == bank.id && $0.id == position.branchID }
      count.add(position, branch: branch?.code ?? "")
    }
    return count.finish()
  }

  /// The report that the database gives.
  static func report(
    _ scope: ReportScope, month: Month = Book.month, on pool: ConnectionPool
  ) async throws -> NamedRiskReport {
    try await ReportRisk.run(RiskRequest(month: month, scope: scope), on: pool)
  }

  private static func bank(_ id: Int64, _ code: String, _ number: Int) -> Bank {
    let names = ["alpha": ("甲银行", "Alpha Bank"), "beta": ("乙银行", "Beta Bank")]
    let name = names[code] ?? (code, code)
    return Bank(
      id: id, code: code, number: number, name: .init(chinese: name.0, english: name.1),
      currency: .yuan)
  }
}

/// A line of the table above, in whole yuan.
struct Entry {
  var bank: Int64
  var branch: Int64
  var loan: Int64
  var line: String
  var borrower: Int64
  var principal: Int64
  var days = 0
  var due: (principal: Int64, interest: Int64, penalty: Int64) = (0, 0, 0)
  var isRestructured = false

  func late(days: Int, principal: Int64, interest: Int64, penalty: Int64) -> Entry {
    var late = self
    late.days = days
    late.due = (principal, interest, penalty)
    return late
  }

  var restructured: Entry {
    var restructured = self
    restructured.isRestructured = true
    return restructured
  }

  var position: LoanPosition {
    var position = LoanPosition(
      bankID: bank, branchID: branch, line: line, loanID: loan, borrowerID: borrower)
    position.principal = Money(minorUnits: principal * 100)
    position.principalOverdueDays = days
    position.principalDue = Money(minorUnits: due.principal * 100)
    position.interestDue = Money(minorUnits: due.interest * 100)
    position.penaltyDue = Money(minorUnits: due.penalty * 100)
    position.isRestructured = isRestructured
    position.classify()
    return position
  }
}
