package import Banks
package import Classification
package import Postgres
package import Quantities
package import Repositories

/// A page of loans with the names of what they belong to.
package struct LoanList: Sendable {
  package struct Item: Sendable {
    package let loan: LoanEntry
    package let borrower: BorrowerRecord?
    /// The codes of branch and officer.
    package let branch: String
    package let officer: String
    /// On the list's day; nil for a loan that is not active.
    package let overdueDays: Int?
    package let riskClass: RiskClass?
  }

  package let bank: Bank
  /// The day that class and overdue days are counted to.
  package let asOf: Day
  package let items: [Item]
  package let totals: LoanTotals?
  /// The key of the page that follows; nil on the last page.
  package let next: String?
}

/// A bank's loans, narrowed, sorted and paged.
package enum ListLoans {
  /// - Throws: `LoanListError`, `OperationError.bankUnknown`, `.branchUnknown`, `.officerUnknown`,
  ///   `.borrowerUnknown`, `PostgresError`.
  package static func run(
    _ request: LoanListRequest, caller: Caller, on pool: ConnectionPool
  ) async throws -> LoanList {
    try await pool.transaction(.readOnlySnapshot) { connection in
      let (bank, businessDate) = try findBank(request, caller, connection)
      try request.check()
      let place = try request.place()
      let names = try Names(connection, bankID: bank.id)
      let asOf = request.asOf ?? businessDate
      let policy = try CatalogRepository(connection).smallEnterpriseMatrix().policy(on: asOf)
      let judge = ClassesToday(
        connection: connection, bankID: bank.id, asOf: asOf, businessDate: businessDate,
        policy: policy)
      let base = try names.filter(request, bank)
      let list = LoanListRepository(connection)
      var filters = request.filters(base, asOf: asOf, policy)
      var apart: [LoanEntry] = []
      if let riskClass = request.riskClass {
        apart = try list.byFacts(request.filter(base, asOf: asOf))
        for place in filters.indices { filters[place].chosen = .without(apart.map(\.loanID)) }
        let classes = try judge.classes(
          of: apart, firms: DebtorRepository(connection).nonRetail(bankID: bank.id))
        apart.removeAll { classes[$0.loanID] != riskClass }
      }
      // The sums read as the planner likes; only pages are bound to their index.
      let totals = request.withTotals ? try sum(filters, apart, list) : nil
      try list.usePageSettings()
      var loans = apart.filter { loan in
        place.map { $0 < loan.place(in: request.order) } ?? true
      }
      for filter in filters {
        loans += try list.page(
          filter, by: request.order, after: place, count: request.rows + 1)
      }
      try list.endPageSettings()
      loans.sort { $0.place(in: request.order) < $1.place(in: request.order) }
      let shown = Array(loans.prefix(request.rows))
      let next = loans.count > shown.count ? shown.last?.place(in: request.order).key : nil
      return LoanList(
        bank: bank, asOf: asOf, items: try names.items(shown, judge, asked: request.riskClass),
        totals: totals, next: next)
    }
  }

  private static func findBank(
    _ request: LoanListRequest, _ caller: Caller, _ connection: Connection
  ) throws -> (Bank, Day) {
    let banks = BankRepository(connection)
    let code: String
    if let given = request.bank {
      code = given
    } else {
      let login = try caller.login ?? banks.sessionLogin()
      let found = try LoanListRepository(connection)
        .banks(ofOfficer: caller.actingAs, login: login)
      guard let only = found.first, found.count == 1 else {
        throw LoanListError.bankNotGiven(officer: caller.actingAs ?? login, banks: found)
      }
      code = only
    }
    let bank = try banks.loadBank(code: code)
    return (bank, try banks.loadHead(of: bank).businessDate)
  }

  private static func sum(
    _ filters: [LoanFilter], _ apart: [LoanEntry], _ list: LoanListRepository
  ) throws(PostgresError) -> LoanTotals {
    var sum = LoanTotals()
    for loan in apart {
      sum.loans += 1
      sum.principal += Int128(loan.principal.minorUnits)
      sum.outstanding += Int128(loan.outstanding.minorUnits)
    }
    for filter in filters {
      let totals = try list.totals(filter)
      sum.loans += totals.loans
      sum.principal += totals.principal
      sum.outstanding += totals.outstanding
    }
    return sum
  }
}

/// What a bank's ids are called, both ways.
private struct Names {
  let connection: Connection
  let bankID: Int64
  let branches: [Branch]
  let officers: [OfficerRecord]

  init(_ connection: Connection, bankID: Int64) throws(PostgresError) {
    self.connection = connection
    self.bankID = bankID
    branches = try BankRepository(connection).listBranches(bankID: bankID)
    officers = try BankRepository(connection).listOfficers(bankID: bankID)
  }

  /// The filter by the names in a request.
  func filter(_ request: LoanListRequest, _ bank: Bank) throws -> LoanFilter {
    var filter = LoanFilter(bankID: bankID)
    if let code = request.branch {
      guard let branch = branches.first(where: { $0.code == code }) else {
        throw OperationError.branchUnknown(code, known: branches.map(\.code))
      }
      filter.branchID = branch.id
    }
    if let code = request.officer {
      guard let found = officers.first(where: { $0.code == code }) else {
        throw OperationError.officerUnknown(code, bank: bank.code)
      }
      filter.officerID = found.officer.id
    }
    if let reference = request.borrower {
      let borrowers = BorrowerRepository(connection)
      guard let found = try borrowers.find(bankID: bankID, reference: reference) else {
        throw OperationError.borrowerUnknown(reference, bank: bank.code)
      }
      filter.borrowerID = found.borrower.id
    }
    return filter
  }

  /// The loans with their names; the borrowers of the page come by one query.
  ///
  /// Where a class was asked for, all of them are in it; else they are judged.
  func items(
    _ loans: [LoanEntry], _ judge: ClassesToday, asked: RiskClass?
  ) throws -> [LoanList.Item] {
    let branchCodes = Dictionary(uniqueKeysWithValues: branches.map { ($0.id, $0.code) })
    let officerCodes = Dictionary(uniqueKeysWithValues: officers.map { ($0.officer.id, $0.code) })
    let borrowers = try BorrowerRepository(connection)
      .list(bankID: bankID, ids: Set(loans.map(\.borrowerID)).sorted())
    let firms = borrowers.filter { !$0.value.borrower.kind.isNatural }.keys
    let judged = asked == nil ? loans.filter { $0.status == .active } : []
    let classes = try judge.classes(of: judged, firms: Set(firms))
    return loans.map { loan in
      LoanList.Item(
        loan: loan, borrower: borrowers[loan.borrowerID],
        branch: branchCodes[loan.branchID] ?? "", officer: officerCodes[loan.officerID] ?? "",
        overdueDays: loan.status == .active ? loan.overdueDays(on: judge.asOf) : nil,
        riskClass: asked ?? classes[loan.loanID])
    }
  }
}
