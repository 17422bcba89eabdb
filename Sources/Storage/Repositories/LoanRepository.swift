import LoanProducts
package import Postgres
package import Quantities
package import Scheduling

/// Signed terms and signed schedules.
package struct LoanRepository {
  private static let nextSerial = Statement.file("loans/next_serial")
  private static let insertLoan = Statement.file("loans/insert_loan")
  private static let findLoan = Statement.file("loans/find_loan")
  private static let loadLoan = Statement.file("loans/load_loan")
  private static let insertSchedule = Statement.file("loans/insert_schedule")
  private static let loadSchedule = Statement.file("loans/load_schedule")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// Takes the next serial of a year's loan numbers; the row stays locked with the transaction.
  package func nextSerial(bankID: Int64, year: Int) throws(PostgresError) -> Int {
    try connection.query(Self.nextSerial, [bankID, year])[0].get("last_serial", as: Int.self)
  }

  /// Stores a loan as signed, with its schedule.
  package func insert(_ loan: LoanRecord, schedule: RepaymentSchedule) throws(PostgresError) {
    for (statement, parameters) in Self.insertions(loan, schedule: schedule) {
      _ = try connection.execute(statement, parameters)
    }
  }

  /// What `insert` runs, in order.
  static func insertions(
    _ loan: LoanRecord, schedule: RepaymentSchedule
  ) -> [(Statement, [(any PostgresEncodable)?])] {
    let installments = schedule.installments
    return [
      (insertLoan, loan.parameters),
      (
        insertSchedule,
        [
          loan.bankID, loan.loanID, installments.map(\.dueOn),
          installments.map(\.principal.minorUnits), installments.map(\.interest.minorUnits),
          installments.map(\.subsidised.minorUnits),
        ]
      ),
    ]
  }

  package func find(bankID: Int64, number: String) throws(PostgresError) -> LoanRecord? {
    guard let row = try connection.first(Self.findLoan, [bankID, number]) else { return nil }
    return try LoanRecord(row)
  }

  package func load(bankID: Int64, loanID: Int64) throws(PostgresError) -> LoanRecord? {
    guard let row = try connection.first(Self.loadLoan, [bankID, loanID]) else { return nil }
    return try LoanRecord(row)
  }

  /// The signed schedule; `from` and `balance` of its instalments follow from the loan.
  package func schedule(
    of loan: LoanRecord, from start: Day
  ) throws(PostgresError) -> RepaymentSchedule? {
    guard let row = try connection.first(Self.loadSchedule, [loan.bankID, loan.loanID]) else {
      return nil
    }
    let days: [Day] = try row.get("due_on")
    let principal: [Money] = try row.get("principal")
    let interest: [Money] = try row.get("interest")
    let subsidised: [Money] = try row.get("subsidised")
    var installments: [Installment] = []
    var balance = loan.terms.principal
    for index in days.indices {
      balance -= principal[index]
      installments.append(
        Installment(
          number: index + 1, from: index == 0 ? start : days[index - 1], dueOn: days[index],
          principal: principal[index], interest: interest[index], subsidised: subsidised[index],
          balance: balance))
    }
    return RepaymentSchedule(installments: installments)
  }
}
