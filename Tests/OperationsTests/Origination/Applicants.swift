import Banks
import Fixtures
import Foundation
import LoanProducts
import Operations
import Origination
import Quantities
import Repositories

extension ApplicationRequest {
  /// Industry credit of the enterprise E1 over two years, interest quarterly, principal yearly.
  static func industry(_ principal: Money, borrower: String = "E1") -> ApplicationRequest {
    var application = LoanApplication(
      line: .industry, principal: principal, agreedOn: "2025-07-01", maturesOn: "2027-06-20")
    application.repayment = RepaymentTerms(
      method: .equalPrincipal, interestEveryMonths: 3, settlementDay: 20)
    application.repayment.principalEveryMonths = 12
    application.basis = .days(.actual360)
    application.purpose = "设备"
    return ApplicationRequest(
      branch: "head", borrower: borrower, application: application, key: UUID().uuidString)
  }
}

/// What a village does before a loan is signed.
extension Village {
  static let manager = Caller(login: "test", actingAs: "manager")
  static let members = ["manager", "member-1", "member-2"].map {
    Caller(login: "test", actingAs: $0)
  }

  /// A village that holds applications to what the seeds lay down.
  static func strict(connections: Int = 2) async throws -> Village {
    let village = try await opened(connections: connections)
    try await village.holdToPolicy()
    return village
  }

  @discardableResult
  func receive(
    _ code: String, of loan: String, key: String? = nil, by caller: Caller = anna
  ) async throws -> [String] {
    let request = DocumentRequest(loanNumber: loan, code: code, key: key ?? "\(loan)-\(code)")
    return try await ReceiveDocument.run(request, bank: bank, caller: caller, on: pool).missing
  }

  func receiveAll(of loan: String) async throws {
    let file = try await ReadApplication.run(loan, bank: bank, on: pool)
    for code in file.missingDocuments { try await receive(code, of: loan) }
  }

  /// Of 3,000,000 a year 800,000 are left, unless other figures are given.
  @discardableResult
  func survey(
    _ loan: String, _ survey: Survey = .good, key: String? = nil, by caller: Caller = officer
  ) async throws -> Bool {
    let request = SurveyRequest(
      loanNumber: loan, survey: survey, key: key ?? "\(loan)-survey")
    return try await SurveyBorrower.run(request, bank: bank, caller: caller, on: pool)
  }

  @discardableResult
  func score(_ loan: String, by caller: Caller = officer) async throws -> ScoreOutcome {
    try await ScoreLoan.run(loan, key: nil, bank: bank, caller: caller, on: pool)
  }

  /// Papers, survey and score, so that only the decision is still to come.
  func prepare(_ loan: String, _ survey: Survey = .good) async throws {
    try await receiveAll(of: loan)
    try await self.survey(loan, survey)
    try await score(loan)
  }

  @discardableResult
  func vote(
    _ loan: String, inFavour: Bool, by caller: Caller, key: String? = nil
  ) async throws -> VoteReceipt {
    let request = VoteRequest(loanNumber: loan, isInFavour: inFavour, note: "", key: key)
    return try await VoteOnLoan.run(request, bank: bank, caller: caller, on: pool)
  }

  @discardableResult
  func end(
    _ loan: String, _ end: ApplicationEnd, by caller: Caller = boris, reason: String = "理由"
  ) async throws -> Bool {
    let request = EndRequest(
      loanNumber: loan, end: end, reason: reason, key: "\(loan)-\(end.rawValue)")
    return try await EndApplication.run(request, bank: bank, caller: caller, on: pool)
  }

  @discardableResult
  func condition(
    _ loan: String, _ code: String, isMet: Bool, by caller: Caller
  ) async throws -> [String] {
    let request = ConditionRequest(
      loanNumber: loan, code: code, isMet: isMet, note: "", key: "\(loan)-\(code)-\(isMet)")
    return try await ChangeCondition.run(request, bank: bank, caller: caller, on: pool).open
  }

  @discardableResult
  func pay(
    _ loan: String, _ amount: Money?, on day: Day? = nil, key: String? = nil
  ) async throws -> Bool {
    var request = DisbursementRequest(loanNumber: loan, on: day, key: key)
    request.amount = amount
    request.account = "示例 6222"
    return try await DisburseLoan.run(request, bank: bank, caller: Self.clara, on: pool)
  }

  func status(_ loan: String) async throws -> LoanStatus { try await file(loan).state.status }
}

extension Survey {
  static let good = Survey(
    income: "3000000.00", expenses: "2200000.00", otherDebt: .zero, years: 7)
  /// Nothing is left of the income, which is small against the debt.
  static let poor = Survey(
    income: "100000.00", expenses: "100000.00", otherDebt: "500000.00", years: 0)
}
