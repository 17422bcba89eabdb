import Banks
package import LoanProducts
package import Postgres
package import Quantities
package import Repositories

/// A loan of whose loss a fund's share can be claimed.
package struct DueCompensation: Sendable {
  package let share: LossShare
  package let borrower: BorrowerRecord?
}

/// The loans that funds cover and that are overdue for longer than the buffer, nothing claimed yet.
package enum ListDueCompensation {
  /// - Throws: `OperationError.bankUnknown`, `ServicingError`, `PostgresError`.
  package static func run(
    bank: String, on pool: ConnectionPool
  ) async throws -> [DueCompensation] {
    try await pool.transaction(.readOnlySnapshot) { connection in
      let banks = BankRepository(connection)
      let bank = try banks.loadBank(code: bank)
      let day = try banks.loadHead(of: bank).businessDate
      let funds = try CatalogRepository(connection).funds()
      let market = try ProductRepository(connection).market()
      let loans = try CompensationRepository(connection, bankID: bank.id).overdue(since: day)
        .filter(\.claimed.isZero)
      let borrowers = try BorrowerRepository(connection)
        .list(bankID: bank.id, ids: Set(loans.map(\.borrowerID)).sorted())
      return try loans.compactMap { loan in
        let share = try LossShare(loan, funds, market, on: day, connection)
        guard share.isPastBuffer else { return nil }
        return DueCompensation(share: share, borrower: borrowers[loan.borrowerID])
      }
    }
  }
}

/// Where a fund's cover of a loan stands.
package struct CompensationStanding: Hashable, Sendable {
  package let loan: CoveredLoan
  /// The last working day for giving back what is owed the longest; nil if nothing is owed.
  package let returnBy: Day?
  /// Working days left after today until then: 0 on the last, below zero when it has passed.
  package let workdaysLeft: Int?

  /// Recovered and not yet given back.
  package var toReturn: Money { loan.owedBack - loan.returned }
}

/// What one fund was asked for, paid and is owed.
package struct FundBalance: Hashable, Sendable {
  package let fund: CompensationFund
  package let standings: [CompensationStanding]

  package var claimed: Money { sum(\.loan.claimed) }
  package var paid: Money { sum(\.loan.paid) }
  package var returned: Money { sum(\.loan.returned) }
  package var toReturn: Money { sum(\.toReturn) }
  /// The nearest of its loans' days.
  package var next: CompensationStanding? {
    standings.filter { $0.returnBy != nil }
      .min { ($0.returnBy ?? .last) < ($1.returnBy ?? .last) }
  }

  private func sum(_ part: KeyPath<CompensationStanding, Money>) -> Money {
    standings.reduce(.zero) { $0 + $1[keyPath: part] }
  }
}

/// The balances of a bank with funds.
package enum ListCompensation {
  /// - Returns: the funds of which anything was claimed, by code.
  /// - Throws: `OperationError.bankUnknown`, `PostgresError`.
  package static func run(bank: String, on pool: ConnectionPool) async throws -> [FundBalance] {
    try await pool.transaction(.readOnlySnapshot) { connection in
      let banks = BankRepository(connection)
      let bank = try banks.loadBank(code: bank)
      let day = try banks.loadHead(of: bank).businessDate
      let catalog = CatalogRepository(connection)
      let calendar = BusinessCalendar(try catalog.calendarDays())
      let repository = CompensationRepository(connection, bankID: bank.id)
      let loans = try repository.claimed()
      let shares = try repository.owedBack(loanIDs: loans.map(\.loanID))
      return try catalog.funds().compactMap { entry in
        let own = loans.filter { $0.fund == entry.fund.code }
        guard !own.isEmpty else { return nil }
        let standings = own.map { loan in
          standing(
            loan, owedSince: oldestOwed(shares[loan.loanID] ?? [], returned: loan.returned),
            entry.fund, calendar, on: day)
        }
        return FundBalance(fund: entry.fund, standings: standings)
      }
    }
  }

  private static func standing(
    _ loan: CoveredLoan, owedSince: Day?, _ fund: CompensationFund, _ calendar: BusinessCalendar,
    on day: Day
  ) -> CompensationStanding {
    guard loan.owedBack > loan.returned, let owedSince else {
      return CompensationStanding(loan: loan, returnBy: nil, workdaysLeft: nil)
    }
    let last = calendar.day(owedSince, plusWorkdays: fund.returnWorkdays)
    let left =
      day <= last
      ? calendar.workdays(from: day + 1, until: last + 1)
      : -calendar.workdays(from: last + 1, until: day + 1)
    return CompensationStanding(loan: loan, returnBy: last, workdaysLeft: left)
  }

  /// The day since which the oldest share that was not given back is owed; the oldest is given back
  /// first.
  static func oldestOwed(_ shares: [(on: Day, amount: Money)], returned: Money) -> Day? {
    let takenBack = shares.filter(\.amount.isNegative).reduce(Money.zero) { $0 - $1.amount }
    var settled = returned + takenBack
    for share in shares.filter(\.amount.isPositive).sorted(by: { $0.on < $1.on }) {
      if share.amount > settled { return share.on }
      settled -= share.amount
    }
    return nil
  }
}

extension BusinessCalendar {
  /// The days that the catalog has, for the years it has any of.
  init(_ entries: [CalendarEntry]) {
    let years = entries.map(\.day.year)
    var range: ClosedRange<Int>?
    if let first = years.min(), let last = years.max() { range = first...last }
    self.init(
      holidays: Set(entries.filter { $0.kind == .holiday }.map(\.day)),
      makeUpWorkdays: Set(entries.filter { $0.kind == .workday }.map(\.day)), years: range)
  }

  /// The day that is so many working days after another; the day itself is none of them.
  func day(_ start: Day, plusWorkdays count: Int) -> Day {
    var day = start
    for _ in 0..<count { day = following(day + 1) }
    return day
  }
}
