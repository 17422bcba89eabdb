package import Banks
import LoanProducts
package import Postgres
package import Quantities
package import Repositories
package import Scheduling

/// What a contract says.
package struct ContractContent: Sendable {
  package let bank: Bank
  package let branch: Branch?
  package let loan: LoanRecord
  package let borrower: Borrower
  /// Who signs and owes with the borrower: a student's parent.
  package let coBorrower: Borrower?
  /// The product's names; nil for a loan of none.
  package let product: BilingualName?
  package let contract: LoanContract
  package let schedule: RepaymentSchedule
  /// Nil for a draft.
  package let signedOn: Day?

  init(_ loan: LoanRecord, bank: Bank, signedOn: Day?, _ connection: Connection) throws {
    self.bank = bank
    self.loan = loan
    self.signedOn = signedOn
    branch = try BankRepository(connection).listBranches(bankID: bank.id)
      .first { $0.id == loan.branchID }
    let borrowers = BorrowerRepository(connection)
    guard let record = try borrowers.load(bankID: bank.id, id: loan.borrowerID) else {
      throw OperationError.borrowerUnknown("\(loan.borrowerID)", bank: bank.code)
    }
    borrower = record.borrower
    coBorrower = try record.borrower.coBorrowerID.flatMap { id in
      try borrowers.load(bankID: bank.id, id: id)?.borrower
    }
    let products = ProductRepository(connection)
    product = try products.products()
      .first { $0.line == loan.line && $0.version == loan.productVersion }
      .map { BilingualName(chinese: $0.nameZh, english: $0.nameEn) }
    contract = try LoanContract(loan.terms, market: try products.market())
    schedule =
      try LoanRepository(connection).schedule(of: loan, from: loan.terms.startsOn)
      ?? RepaymentSchedule(installments: [])
  }
}

/// One signature.
package struct SignatureRequest: Hashable, Sendable {
  package var loanNumber: String
  /// From the day of the approval on; nil for the bank's business date.
  package var on: Day?
  /// Nil for the step's own: a contract is signed once.
  package var key: String?

  package init(loanNumber: String, on day: Day?, key: String?) {
    self.loanNumber = loanNumber
    self.on = day
    self.key = key
  }

  var canonical: String { "sign\nloan=\(loanNumber)\non=\(on.map { "\($0)" } ?? "")" }
}

/// The parties sign: the contract's text is kept as it was signed.
package enum SignLoan {
  /// - Parameters:
  ///   - request: which loan, and when.
  ///   - bank: the bank's code.
  ///   - caller: who asks.
  ///   - pool: where.
  ///   - text: the contract's text, the same for the same content.
  /// - Returns: the SHA-256 of the text that was signed; whether the signature is new.
  /// - Throws: `ApprovalError.approvalExpired`, `.dayBeforeStep`, `OperationError`,
  ///   `PostgresError`.
  package static func run(
    _ request: SignatureRequest, bank: String, caller: Caller, on pool: ConnectionPool,
    text: @escaping @Sendable (ContractContent) -> String
  ) async throws -> (sha256: String, isNew: Bool) {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.require(.accountOfficer)
      let (key, earlier) = try work.earlier(
        key: request.key, own: "sign/\(request.loanNumber)", request: request.canonical)
      if let earlier { return (earlier.detail.origination?.contract ?? "", false) }
      let file = try work.application(request.loanNumber, allowed: [.approved])
      let day = request.on ?? work.head.businessDate
      try work.requireNotAfterBusinessDate(day)
      if let approved = file.approval, day < approved.effectiveOn {
        throw ApprovalError.dayBeforeStep(day, step: .approved, on: approved.effectiveOn)
      }
      if let until = file.approvedUntil, day >= until {
        throw ApprovalError.approvalExpired(until: until)
      }
      let content = try ContractContent(
        file.loan, bank: work.bank, signedOn: day, work.connection)
      let step = (key: key, request: request.canonical)
      return (try sign(text(content), on: day, file, step, work), true)
    }
  }

  private static func sign(
    _ text: String, on day: Day, _ file: ApplicationFile, _ step: (key: String, request: String),
    _ work: BankWork
  ) throws -> String {
    let contracts = ContractRepository(work.connection)
    let digest = try contracts.digest(text)
    let fact = try work.record(
      .signed, of: file, status: .signed, under: step
    ) { fact in
      fact.effectiveOn = day
      fact.detail.origination = OriginationDetail(contract: digest)
    }
    try contracts.insert(
      SignedContract(factNumber: fact.number, text: text, sha256: digest),
      bankID: work.bank.id, loanID: file.loan.loanID)
    return digest
  }
}

/// A contract: as it was signed, or as it would be.
package enum ShowContract {
  /// - Returns: the content; the text that was signed, nil before the signature.
  /// - Throws: `OperationError.bankUnknown`, `.loanUnknown`, `PostgresError`.
  package static func run(
    _ number: String, bank code: String, on pool: ConnectionPool
  ) async throws -> (content: ContractContent, signed: SignedContract?) {
    try await pool.transaction(.readOnlySnapshot) { connection in
      let bank = try BankRepository(connection).loadBank(code: code)
      guard let loan = try LoanRepository(connection).find(bankID: bank.id, number: number) else {
        throw OperationError.loanUnknown(number, bank: code)
      }
      let signedOn = try FactRepository(connection).list(bankID: bank.id, loanID: loan.loanID)
        .last { $0.kind == .signed }?.effectiveOn
      return (
        try ContractContent(loan, bank: bank, signedOn: signedOn, connection),
        try ContractRepository(connection).find(bankID: bank.id, loanID: loan.loanID)
      )
    }
  }
}
