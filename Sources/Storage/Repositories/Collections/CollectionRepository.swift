package import Postgres
package import Quantities

/// A loan that something is owed on, as a collection round needs it.
package struct LoanToCollect: Hashable, Sendable {
  package let loan: LoanRecord
  package let status: LoanStatus
  /// Those of today, not of the signature.
  package let borrowerID: Int64
  package let branchID: Int64
  package let officerID: Int64
  package let facts: [FactRecord]
}

/// Which loans a collection round looks at: what is nil narrows nothing.
package struct CollectionFilter: Hashable, Sendable {
  package let bankID: Int64
  package var branchID: Int64?
  package var officerID: Int64?
  /// The first digits of the division where the borrower lives.
  package var division: String?
  package var village: String?

  package init(bankID: Int64) { self.bankID = bankID }
}

/// What collection rounds and groups read in bulk.
package struct CollectionRepository {
  private static let listLoans = Statement.file("collections/list_loans")
  private static let loansOfBorrowers = Statement.file("collections/list_loans_of_borrowers")
  private static let groupsInDefault = Statement.file("collections/list_groups_in_default")
  private static let divisionNames = Statement.file("collections/list_division_names")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// The next batch of the loans a filter leaves, by loan id.
  package func loans(
    _ filter: CollectionFilter, after loanID: Int64, count: Int
  ) throws(PostgresError) -> [LoanToCollect] {
    let rows = try connection.query(
      Self.listLoans,
      [
        filter.bankID, loanID, count, filter.branchID, filter.officerID, filter.division,
        filter.village,
      ])
    var loans: [LoanRecord] = []
    for row in rows { loans.append(try LoanRecord(row)) }
    let facts = try FactRepository(connection)
      .list(bankID: filter.bankID, loanIDs: loans.map(\.loanID))
    var found: [LoanToCollect] = []
    for (row, loan) in zip(rows, loans) {
      found.append(
        LoanToCollect(
          loan: loan, status: try row.value("status"),
          borrowerID: try row.get("state_borrower_id"),
          branchID: try row.get("state_branch_id"), officerID: try row.get("state_officer_id"),
          facts: facts[loan.loanID] ?? []))
    }
    return found
  }

  /// The numbers of the loans that something is owed on, with their borrowers.
  package func loans(
    bankID: Int64, borrowers ids: [Int64]
  ) throws(PostgresError) -> [(number: String, borrowerID: Int64)] {
    var loans: [(number: String, borrowerID: Int64)] = []
    for row in try connection.query(Self.loansOfBorrowers, [bankID, ids]) {
      loans.append((try row.get("loan_number"), try row.get("borrower_id")))
    }
    return loans
  }

  /// The members, by group, of whom a loan is written off or overdue since a day or longer.
  package func membersInDefault(
    bankID: Int64, overdueSince day: Day
  ) throws(PostgresError) -> [String: Set<Int64>] {
    var members: [String: Set<Int64>] = [:]
    for row in try connection.query(Self.groupsInDefault, [bankID, day]) {
      let group: String = try row.get("group_reference")
      members[group, default: []].insert(try row.get("borrower_id"))
    }
    return members
  }

  /// The Chinese names of divisions, by code.
  package func divisionNames(_ codes: Set<String>) throws(PostgresError) -> [String: String] {
    var names: [String: String] = [:]
    for row in try connection.query(Self.divisionNames, [codes.sorted()]) {
      names[try row.get("code")] = try row.get("name_zh")
    }
    return names
  }
}
