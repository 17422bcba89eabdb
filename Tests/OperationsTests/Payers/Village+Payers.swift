import Banks
import Fixtures
import LoanProducts
import Operations
import Origination
import Quantities
import Repositories
import Servicing

/// What officers do with programmes and funds, in short words.
extension Village {
  static let programme = "finance-microcredit"
  static let fund = "microcredit-test"

  // MARK: Subsidies

  @discardableResult
  func claimSubsidy(
    _ month: Month, _ programme: String? = nil, key: String? = nil, by caller: Caller = anna
  ) async throws -> [SubsidyClaim] {
    try await ClaimSubsidy.run(
      SubsidyClaimRequest(month: month, programme: programme, key: key), bank: bank,
      caller: caller, on: pool
    ).claims
  }

  @discardableResult
  func confirmSubsidy(_ claim: Int) async throws -> Bool {
    try await ConfirmSubsidy.run(claim: claim, bank: bank, caller: Self.anna, on: pool).isNew
  }

  @discardableResult
  func paySubsidy(
    _ claim: Int, _ amount: Money? = nil, loans: [String] = [], key: String = "paid",
    by caller: Caller = clara
  ) async throws -> SubsidySettlement {
    try await PaySubsidy.run(
      SubsidyPaymentRequest(claim: claim, amount: amount, loans: loans, key: key), bank: bank,
      caller: caller, on: pool)
  }

  @discardableResult
  func refuseSubsidy(
    _ claim: Int, _ loan: String, _ amount: Money, owedByBorrower: Bool? = nil,
    key: String = "refused"
  ) async throws -> SubsidySettlement {
    var request = SubsidyRefusalRequest(
      claim: claim, loan: loan, amount: amount, reason: "不符合条件", key: key)
    request.isOwedByBorrower = owedByBorrower
    return try await RefuseSubsidy.run(request, bank: bank, caller: Self.anna, on: pool)
  }

  /// The lines of a claim, as `36000.00 of 36000.00, 31 days: 46.50`.
  func lines(ofClaim claim: Int) async throws -> [String] {
    try await ShowSubsidy.run(claim: claim, bank: bank, on: pool).lines.map {
      "\($0.subsidisedPrincipal) of \($0.principal), \($0.days) days: \($0.amount)"
    }
  }

  // MARK: Compensation

  /// A fund of 70 per cent in the bank's own place, with a buffer of 30 days and 3 %.
  func foundFund(
    from day: Day = "2021-03-04", limit: Money? = "50000.00"
  ) async throws {
    var fund = CompensationFund(
      code: Self.fund, name: BilingualName(chinese: "示例补偿金", english: "test fund"),
      line: .microcredit, validFrom: day)
    fund.divisionPrefix = "659004"
    fund.sharePercent = 70
    fund.bufferDays = 30
    fund.stopBasisPoints = 300
    fund.principalLimit = limit
    fund.returnWorkdays = 5
    fund.source = "test"
    var content = CatalogContent()
    content.funds.rows = [Lined(FundEntry(fund), line: 2)]
    _ = try await LoadCatalog.run(content, on: pool)
  }

  @discardableResult
  func compensate(
    _ loan: String, _ step: CompensationStep, _ amount: Money? = nil, key: String? = nil,
    accelerated: Bool = false
  ) async throws -> CompensationOutcome {
    var request = CompensationRequest(loan, step, amount, key: key ?? "\(step) \(loan)")
    request.isAccelerated = accelerated
    let caller = step == .paid || step == .returned ? Self.clara : Self.anna
    return try await TakeCompensation.run(request, bank: bank, caller: caller, on: pool)
  }

  func dueCompensation() async throws -> [LossShare] {
    try await ListDueCompensation.run(bank: bank, on: pool).map(\.share)
  }

  func balance() async throws -> FundBalance? {
    try await ListCompensation.run(bank: bank, on: pool).first
  }

  // MARK: Corrections

  /// Undoes a fact, by two officers.
  func reverse(_ loan: String, fact: Int64) async throws {
    try await agree(loan, .reversed(fact: fact))
  }

  /// The error that a piece of work ends in.
  func refusal(_ work: () async throws -> Void) async -> (any Explained)? {
    do {
      try await work()
      return nil
    } catch {
      return error as? any Explained
    }
  }
}

extension ApplicationRequest {
  /// `simple`, half of whose interest public finance pays: 1.50 of 3.00 yuan a day.
  static func subsidised(_ borrower: String = "B1") -> ApplicationRequest {
    ApplicationRequest.simple(borrower).with { $0.application.isSubsidised = true }
  }
}

extension LoanFile {
  /// What the books hold on an account: debits less credits.
  func balance(_ account: String) -> Money {
    transfers.reduce(.zero) { sum, transfer in
      if transfer.debit == account { return sum + transfer.amount }
      return transfer.credit == account ? sum - transfer.amount : sum
    }
  }
}
