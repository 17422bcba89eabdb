package import Postgres
import Quantities
package import Scheduling

/// The instalments of a loan that were still to come when a fact changed them, as it left them.
package struct ScheduleVersion: Hashable, Sendable {
  package let factNumber: Int64
  package let installments: [Installment]
}

/// The schedules that facts changed: added and read, never changed.
///
/// The signed one is with the loan (`LoanRepository`).
package struct ScheduleVersionRepository {
  private static let insertVersion = Statement.file("loans/insert_schedule_version")
  private static let listVersions = Statement.file("loans/list_schedule_versions")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// Keeps the instalments to come as a fact left them; none are kept, too: nothing is to come.
  package func insert(
    _ installments: [Installment], of loan: LoanRecord, factNumber: Int64
  ) throws(PostgresError) {
    _ = try connection.execute(
      Self.insertVersion,
      [
        loan.bankID, loan.loanID, factNumber, installments.map(\.dueOn),
        installments.map(\.principal.minorUnits), installments.map(\.interest.minorUnits),
        installments.map(\.subsidised.minorUnits),
      ])
  }

  /// The versions of a loan's schedule, in the order of the facts that made them.
  ///
  /// Instalments are numbered from 1 in each; `from` of the first is its own day.
  package func list(of loan: LoanRecord) throws(PostgresError) -> [ScheduleVersion] {
    var versions: [ScheduleVersion] = []
    for row in try connection.query(Self.listVersions, [loan.bankID, loan.loanID]) {
      versions.append(
        ScheduleVersion(
          factNumber: try row.get("fact_number"), installments: try Self.installments(row)))
    }
    return versions
  }

  static func installments(_ row: Row) throws(PostgresError) -> [Installment] {
    let days: [Day] = try row.get("due_on")
    let principal: [Money] = try row.get("principal")
    let interest: [Money] = try row.get("interest")
    let subsidised: [Money] = try row.get("subsidised")
    var balance = principal.reduce(Money.zero) { $0 + $1 }
    var installments: [Installment] = []
    for index in days.indices {
      balance -= principal[index]
      installments.append(
        Installment(
          number: index + 1, from: days[max(0, index - 1)], dueOn: days[index],
          principal: principal[index], interest: interest[index], subsidised: subsidised[index],
          balance: balance))
    }
    return installments
  }
}
