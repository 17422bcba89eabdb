package import Banks
package import Postgres
package import Quantities
package import Repositories
import Servicing

/// An instalment to remind a borrower of.
package struct ReminderLine: Hashable, Sendable {
  package let officer: String
  package let branch: String
  package let loanNumber: String
  package let borrower: BorrowerRecord
  package let dueOn: Day
  package let principal: Money
  package let interest: Money
  /// Costs, compound interest and penalty of the loan; with its first instalment, zero with others.
  package let charges: Money
  /// Since the due day; negative for one to come.
  package let daysLate: Int
  package let lastReminder: FactRecord?

  package var total: Money { principal + interest + charges }
}

/// What borrowers are to be reminded of, by officer.
package struct ReminderList: Sendable {
  package let bank: Bank
  package let day: Day
  package let lines: [ReminderLine]
}

/// What is due or overdue, and what falls due in the days ahead.
package enum ListReminders {
  /// - Parameters:
  ///   - scope: whose loans, and the day.
  ///   - ahead: the number of days after it in which an instalment is told before it is due.
  ///   - bank: the bank's code.
  ///   - pool: where.
  /// - Returns: the instalments, by officer, due day and loan.
  /// - Throws: as `PlanRound.run`, and `CollectionError.daysAheadOutsideRange`.
  package static func run(
    _ scope: RoundScope, ahead: Int, bank: String, on pool: ConnectionPool
  ) async throws -> ReminderList {
    try await pool.transaction(.readOnlySnapshot) { connection in
      let scan = try CollectionScan(scope, bank: bank, connection)
      let allowed = 0...BankWork.daysAhead
      guard allowed.contains(ahead) else {
        throw CollectionError.daysAheadOutsideRange(ahead, allowed: allowed)
      }
      var lines: [ReminderLine] = []
      try scan.each { found in lines += try Self.lines(found, scan.day, ahead: ahead) }
      return ReminderList(
        bank: scan.bank, day: scan.day,
        lines: lines.sorted {
          ($0.officer, $0.dueOn, $0.loanNumber) < ($1.officer, $1.dueOn, $1.loanNumber)
        })
    }
  }

  private static func lines(
    _ found: CollectionScan.Found, _ day: Day, ahead: Int
  ) throws -> [ReminderLine] {
    let due = try found.loan.due(on: day)
    var dues = due.dues
    var charges = due.charges
    if dues.isEmpty, charges.isPositive {
      dues = [UnpaidDue(dueOn: day, principal: .zero, interest: .zero)]
    }
    if ahead > 0 { dues += try found.loan.coming(after: day, through: day + ahead) }
    let reminder = found.loan.history.lastReminder
    return dues.map { unpaid in
      defer { charges = .zero }
      return ReminderLine(
        officer: found.officer, branch: found.branch, loanNumber: found.loan.loan.number,
        borrower: found.borrower, dueOn: unpaid.dueOn, principal: unpaid.principal,
        interest: unpaid.interest, charges: charges, daysLate: day - unpaid.dueOn,
        lastReminder: reminder)
    }
  }
}
