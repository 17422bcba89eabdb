import Banks
import Contracts
import Fixtures
import LoanProducts
import Operations
import Origination
import Postgres
import Quantities
import Repositories
import Testing

/// Goal: what was signed can be printed again to the byte, and nothing is signed too late.
@Suite("the contract and its signature")
struct SignatureTests {
  @Test("the text that was signed is kept with its SHA-256")
  func kept() async throws {
    let village = try await Village.opened()
    let loan = try await village.apply(.simple())
    let draft = try await ShowContract.run(loan, bank: village.bank, on: village.pool)
    #expect(draft.signed == nil && draft.content.signedOn == nil)
    try await village.approve(loan)
    #expect(try await village.sign(loan))
    #expect(try await village.sign(loan) == false)
    #expect(try await village.status(loan) == .signed)
    let (content, signed) = try await ShowContract.run(
      loan, bank: village.bank, on: village.pool)
    let kept = try #require(signed)
    #expect(kept.text == ContractText.text(content, in: .chinese))
    #expect(kept.sha256.count == 64)
    let fact = try #require(try await village.file(loan).facts.last)
    #expect(fact.number == kept.factNumber)
    #expect(fact.detail.origination?.contract == kept.sha256)
    await #expect(throws: (any Error).self) {
      try await village.pool.run { connection in
        try connection.script("UPDATE signed_contracts SET contract = ''", name: "change")
      }
    }
    await village.close()
  }

  @Test("the text has a number, numbered clauses, the amount in both scripts and every due day")
  func text() async throws {
    let village = try await Village.opened()
    let loan = try await village.apply(.simple())
    try await village.approve(loan)
    try await village.sign(loan)
    let (content, _) = try await ShowContract.run(loan, bank: village.bank, on: village.pool)
    let chinese = ContractText.text(content, in: .chinese)
    for words in [
      "合同编号：\(loan)", "贷款人：五家渠国民村镇银行（五家渠国民村镇银行第一支行）", "借款人：示例，证件号码 B1",
      "人民币 36,000.00 元（大写：人民币叁万陆仟元整）", "年利率 3.00%", "自2025年7月1日起至2026年7月1日止",
      "分期付息、到期还本", "共 12 期", "150%", "200%", "签订日期：2025年7月1日", "2026-07-01  36,000.00",
    ] {
      #expect(chinese.contains(words), "\(words)")
    }
    for number in ["一", "二", "三", "四", "五", "六", "七", "八", "九"] {
      #expect(chinese.contains("\n第\(number)条　"))
    }
    #expect(!chinese.contains("第十条"))
    let english = ContractText.text(content, in: .english)
    #expect(english.contains("Contract No. \(loan)") && english.contains("CNY 36,000.00"))
    #expect(english.contains("\n9. ") && english.contains("Signed on: 2025-07-01"))
    await village.close()
  }

  @Test("a student's contract names the parent, the floating rate and who pays the interest")
  func student() async throws {
    let village = try await Village.opened()
    var application = LoanApplication(
      line: .studentAid, principal: "12000.00", agreedOn: "2025-07-01", maturesOn: "2044-09-20")
    application.repayment = RepaymentTerms(
      method: .equalPrincipal, interestEveryMonths: 12, settlementDay: 20)
    application.repayment.principalEveryMonths = 12
    application.repayment.principalFrom = "2034-12-20"
    application.basis = .days(.actual360)
    application.category = "undergraduate"
    application.purpose = "学费"
    application.isSubsidised = true
    application.subsidyUntil = "2029-09-01"
    let loan = try await village.apply(
      ApplicationRequest(branch: "head", borrower: "S1", application: application, key: "s"))
    let content = try await ShowContract.run(loan, bank: village.bank, on: village.pool).content
    let chinese = ContractText.text(content, in: .chinese)
    for words in [
      "共同借款人：示例，证件号码 B1", "贷款市场报价利率（LPR）加 -0.70 个百分点", "每年12月21日",
      "由财政承担", "利息的 100%，至2029年9月1日前", "第十条", "　　　　年　　月　　日",
    ] {
      #expect(chinese.contains(words), "\(words)")
    }
    let english = ContractText.text(content, in: .english)
    #expect(english.contains("Co-borrower: ") && english.contains("Signed on: ____-__-__"))
    await village.close()
  }

  /// The seeds give an approval thirty days: one of 1 July may be signed until 30 July.
  @Test("an approval that was not signed in time ends")
  func expiry() async throws {
    let village = try await Village.strict()
    let early = try await village.apply(.simple("B1"))
    let late = try await village.apply(.simple("B2"))
    for loan in [early, late] { try await village.approve(loan) }
    try await village.work(on: "2025-07-30")
    #expect(try await expire(nil, village) == [])
    await #expect(throws: ApprovalError.approvalHolds(until: "2025-07-31")) {
      try await expire(late, village)
    }
    try await village.sign(early)
    try await village.work(on: "2025-07-31")
    await #expect(throws: ApprovalError.approvalExpired(until: "2025-07-31")) {
      try await village.sign(late)
    }
    #expect(try await expire(nil, village) == [late])
    #expect(try await expire(nil, village) == [])
    #expect(try await expire(late, village) == [])
    #expect(try await village.status(late) == .expired)
    #expect(try await village.status(early) == .signed)
    await village.close()
  }

  private func expire(_ loan: String?, _ village: Village) async throws -> [String] {
    try await ExpireApprovals.run(
      loan, bank: village.bank, caller: Village.cashier, on: village.pool)
  }

  @Test("a signature is not before its approval, and no approval without end expires")
  func days() async throws {
    let village = try await Village.opened()
    let loan = try await village.apply(.simple())
    try await village.work(on: "2025-07-03")
    try await village.approve(loan)
    await #expect(
      throws: ApprovalError.dayBeforeStep("2025-07-02", step: .approved, on: "2025-07-03")
    ) { try await village.sign(loan, on: "2025-07-02") }
    await #expect(
      throws: OperationError.dayAfterBusinessDate("2025-07-04", businessDate: "2025-07-03")
    ) { try await village.sign(loan, on: "2025-07-04") }
    await #expect(throws: ApprovalError.approvalHolds(until: nil)) {
      try await expire(loan, village)
    }
    try await village.sign(loan)
    await #expect(
      throws: ApprovalError.dayBeforeStep("2025-07-02", step: .signed, on: "2025-07-03")
    ) { try await village.pay(loan, nil, on: "2025-07-02") }
    // Not named, the day is that of the signature, which is after the agreed one.
    try await village.pay(loan, nil)
    #expect(try await village.file(loan).state.startsOn == "2025-07-03")
    try await Verification.expectNone(village)
    await village.close()
  }
}
