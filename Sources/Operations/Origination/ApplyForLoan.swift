import Banks
import LoanProducts
package import Origination
package import Postgres
package import Quantities
import Repositories
import Scheduling

/// One application: for whom, at which branch, what, and under which idempotency key.
package struct ApplicationRequest: Hashable, Sendable {
  package var branch: String
  package var borrower: String
  package var application: LoanApplication
  package var key: String

  package init(branch: String, borrower: String, application: LoanApplication, key: String) {
    self.branch = branch
    self.borrower = borrower
    self.application = application
    self.key = key
  }

  /// All that was asked for, in one text: what the key stands for.
  var canonical: String {
    let terms = application.repayment
    let fields: [(String, String)] = [
      ("branch", branch), ("borrower", borrower), ("line", application.line.rawValue),
      ("principal", "\(application.principal.minorUnits)"),
      ("agreed_on", "\(application.agreedOn)"), ("starts_on", "\(application.startsOn)"),
      ("matures_on", "\(application.maturesOn)"), ("method", terms.method.rawValue),
      ("interest_every_months", "\(terms.interestEveryMonths)"),
      ("settlement_day", terms.settlementDay.map { "\($0)" } ?? ""),
      ("principal_every_months", "\(terms.principalEveryMonths)"),
      ("principal_from", terms.principalFrom.map { "\($0)" } ?? ""),
      ("plan", terms.plan.map { "\($0.dueOn):\($0.principal.minorUnits)" }.joined(separator: ";")),
      ("weights", terms.monthWeights.map { "\($0)" }.joined(separator: ";")),
      ("basis", application.basis.text),
      ("rate", application.rate.map { $0.percent } ?? ""), ("category", application.category),
      ("purpose", application.purpose), ("subsidised", "\(application.isSubsidised)"),
      ("subsidy_until", application.subsidyUntil.map { "\($0)" } ?? ""),
    ]
    return fields.map { "\($0)=\($1)" }.joined(separator: "\n")
  }
}

/// What became of one application of a batch.
package enum ApplicationOutcome: Sendable {
  case accepted(loanNumber: String, isNew: Bool)
  case refused(any Explained)
}

/// Applications become loans with status `applied`: terms by the product's rules, a number, a
/// signed schedule, a fact.
package enum ApplyForLoan {
  /// Takes one application.
  ///
  /// - Returns: the loan's number, and whether it is new: the same key returns the same loan.
  /// - Throws: `OriginationError`, `SchedulingError`, `OperationError`, `PostgresError`.
  package static func run(
    _ request: ApplicationRequest, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> (loanNumber: String, isNew: Bool) {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.require(.accountOfficer)
      return try Desk(work).take(request)
    }
  }

  /// Takes many applications of one bank in one transaction.
  ///
  /// - Parameters:
  ///   - requests: the applications, in order.
  ///   - rule: what goes in when one is refused.
  ///   - bank: the bank's code.
  ///   - caller: who asks.
  ///   - pool: where.
  /// - Returns: one outcome for each, in their order; what would have been accepted is reported so
  ///   also when nothing is written.
  /// - Throws: `OperationError`, `PostgresError`.
  package static func run(
    _ requests: [ApplicationRequest], _ rule: BatchRule, bank: String, caller: Caller,
    on pool: ConnectionPool
  ) async throws -> [ApplicationOutcome] {
    do {
      return try await BankWork.perform(pool, bank: bank, caller: caller) { work in
        try work.require(.accountOfficer)
        let desk = try Desk(work)
        var outcomes: [ApplicationOutcome] = []
        for (index, request) in requests.enumerated() {
          if index.isMultiple(of: 1_000) { try ImportRepository(work.connection).forgetPlans() }
          outcomes.append(try desk.outcome(request))
        }
        let isRefused = outcomes.contains(where: \.isRefused)
        if rule == .checkOnly || (rule == .allOrNone && isRefused) { throw NothingKept(outcomes) }
        return outcomes
      }
    } catch let nothing as NothingKept {
      return nothing.outcomes
    }
  }

  /// Rolls the batch back and carries its outcomes out.
  private struct NothingKept: Error {
    let outcomes: [ApplicationOutcome]

    init(_ outcomes: [ApplicationOutcome]) { self.outcomes = outcomes }
  }
}

extension ApplicationOutcome {
  package var isRefused: Bool {
    if case .refused = self { return true }
    return false
  }
}

/// What the applications of one unit of work share: products, rates, branches.
private struct Desk {
  let work: BankWork
  let products: [LoanProduct]
  let market: MarketRates
  let branches: [Branch]
  let payerDesk: PayerDesk

  init(_ work: BankWork) throws {
    self.work = work
    payerDesk = try PayerDesk(work)
    products = try ProductRepository(work.connection).products()
    market = try work.market()
    branches = try BankRepository(work.connection).listBranches(bankID: work.bank.id)
  }

  /// As `take`, with a refusal as a value.
  func outcome(_ request: ApplicationRequest) throws -> ApplicationOutcome {
    do {
      let taken = try take(request)
      return .accepted(loanNumber: taken.loanNumber, isNew: taken.isNew)
    } catch let error as PostgresError {
      throw error
    } catch let error as any Explained {
      return .refused(error)
    }
  }

  func take(_ request: ApplicationRequest) throws -> (loanNumber: String, isNew: Bool) {
    let canonical = request.canonical
    if let fact = try work.earlier(key: request.key, request: canonical), let id = fact.loanID,
      let loan = try work.loans.load(bankID: work.bank.id, loanID: id)
    {
      return (loan.number, false)
    }
    try work.requireNotAfterBusinessDate(request.application.agreedOn)
    guard let branch = branches.first(where: { $0.code == request.branch }) else {
      throw OperationError.branchUnknown(request.branch, known: branches.map(\.code))
    }
    let borrowers = BorrowerRepository(work.connection)
    guard let record = try borrowers.find(bankID: work.bank.id, reference: request.borrower)
    else { throw OperationError.borrowerUnknown(request.borrower, bank: work.bank.code) }
    let applicant = try applicant(record, request.application, borrowers)
    var (terms, product) = try Origination.originate(request.application, by: applicant)
    let payers = try payerDesk.find(
      &terms, line: request.application.line, division: record.borrower.divisionCode)
    let contract = try LoanContract(terms, market: market)
    let schedule = try RepaymentSchedule(contract)
    var loan = try numbered(terms, line: request.application.line)
    loan.branchID = branch.id
    loan.officerID = work.officer.id
    loan.borrowerID = record.borrower.id
    loan.productVersion = product.version
    loan.purpose = request.application.purpose
    loan.category = request.application.category
    try sign(loan, schedule: schedule, request, canonical)
    try payerDesk.keep(payers, for: loan)
    return (loan.number, true)
  }

  private func applicant(
    _ record: BorrowerRecord, _ application: LoanApplication, _ borrowers: BorrowerRepository
  ) throws -> Applicant {
    let day = application.agreedOn
    var applicant = Applicant(
      bank: work.bank, borrower: record.borrower,
      products: products.filter { $0.line == application.line }, market: market)
    applicant.netCapital = try BankRepository(work.connection)
      .netCapital(bankID: work.bank.id, on: day)
    let period =
      application.line == .studentAid ? SchoolYear.containing(day) : (Day.first, Day.last)
    let exposure = try borrowers.exposure(
      of: record.borrower, line: application.line, from: period.0, until: period.1)
    applicant.exposure = exposure.all
    applicant.sameLinePrincipal = exposure.sameLine
    if let household = record.household {
      applicant.subsidisedInHousehold = try borrowers.countSubsidised(
        bankID: work.bank.id, householdReference: household, line: application.line)
    }
    return applicant
  }

  private func numbered(_ terms: LoanTerms, line: ProductLine) throws -> LoanRecord {
    let year = terms.agreedOn.year
    let serial = try work.loans.nextSerial(bankID: work.bank.id, year: year)
    let number = try LoanNumber(bankNumber: work.bank.number, year: year, serial: serial)
    return LoanRecord(
      bankID: work.bank.id, loanID: work.head.nextLoanID(), number: number.text, line: line,
      terms: terms)
  }

  private func sign(
    _ loan: LoanRecord, schedule: RepaymentSchedule, _ request: ApplicationRequest,
    _ canonical: String
  ) throws {
    try work.loans.insert(loan, schedule: schedule)
    let fact = try work.record(
      .applied, effectiveOn: loan.terms.agreedOn, key: request.key, request: canonical
    ) { fact in
      fact.loanID = loan.loanID
      fact.amount = loan.terms.principal
    }
    let state = LoanState(loan, status: .applied, lastFactNumber: fact.number)
    try work.states.insert(state, of: loan)
  }
}

/// The school year (学年), for limits that count by it: 1 September to 31 August.
private enum SchoolYear {
  /// The first day, and the first day of the next.
  static func containing(_ day: Day) -> (Day, Day) {
    let year = day.civil.month >= 9 ? day.year : day.year - 1
    let september = Month(year: year, month: 9)
    return (september.firstDay, (september + 12).firstDay)
  }
}
