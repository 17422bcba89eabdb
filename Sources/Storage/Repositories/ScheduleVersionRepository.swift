package import Postgres
import Quantities
package import Scheduling

/// The schedules of a loan that facts changed, each as it stood from its fact on.
package struct ScheduleVersionRepository {
  private static let insertVersion = Statement.file("loans/insert_schedule_version")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// Keeps the instalments still to come as a fact left them.
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
}
