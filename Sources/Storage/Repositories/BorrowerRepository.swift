package import Banks
package import LoanProducts
package import Postgres
package import Quantities

/// A borrower with the names the bank's own papers give it and its household.
package struct BorrowerRecord: Hashable, Sendable {
  package var borrower: Borrower
  package var reference: String
  package var householdReference: String?
  package var groupReference: String?

  /// The reference of the household this borrower belongs to, or is; nil for one without.
  package var household: String? {
    householdReference ?? (borrower.kind == .household ? reference : nil)
  }

  package init(
    borrower: Borrower, reference: String, householdReference: String?, groupReference: String?
  ) {
    self.borrower = borrower
    self.reference = reference
    self.householdReference = householdReference
    self.groupReference = groupReference
  }
}

/// The borrowers of a bank and what they owe it.
package struct BorrowerRepository {
  private static let findBorrower = Statement.file("borrowers/find_borrower")
  private static let loadBorrower = Statement.file("borrowers/load_borrower")
  private static let listBorrowers = Statement.file("borrowers/list_borrowers")
  private static let listOfPage = Statement.file("borrowers/list_of_page")
  private static let insertBorrower = Statement.file("borrowers/insert_borrower")
  private static let findBorrowers = Statement.file("borrowers/find_borrowers")
  private static let listGroupMembers = Statement.file("borrowers/list_group_members")
  private static let fillVillages = Statement.file("borrowers/fill_villages")
  private static let listVillages = Statement.file("borrowers/list_villages")
  private static let exposure = Statement.file("borrowers/exposure")
  private static let countSubsidised = Statement.file("borrowers/count_subsidised")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  package func find(bankID: Int64, reference: String) throws(PostgresError) -> BorrowerRecord? {
    guard let row = try connection.first(Self.findBorrower, [bankID, reference]) else {
      return nil
    }
    return try record(row, bankID: bankID)
  }

  package func load(bankID: Int64, id: Int64) throws(PostgresError) -> BorrowerRecord? {
    guard let row = try connection.first(Self.loadBorrower, [bankID, id]) else { return nil }
    return try record(row, bankID: bankID)
  }

  /// A page of the bank's borrowers, by reference, after the given one.
  package func list(
    bankID: Int64, after reference: String, count: Int
  ) throws(PostgresError) -> [BorrowerRecord] {
    var records: [BorrowerRecord] = []
    for row in try connection.query(Self.listBorrowers, [bankID, reference, count]) {
      records.append(try record(row, bankID: bankID))
    }
    return records
  }

  /// The borrowers with these ids, by id, in one query.
  package func list(bankID: Int64, ids: [Int64]) throws(PostgresError) -> [Int64: BorrowerRecord] {
    var records: [Int64: BorrowerRecord] = [:]
    for row in try connection.query(Self.listOfPage, [bankID, ids]) {
      let found = try record(row, bankID: bankID)
      records[found.borrower.id] = found
    }
    return records
  }

  /// The borrowers with one of these references, or one of these identity numbers of any scheme.
  package func find(
    bankID: Int64, references: [String], identityNumbers: [String]
  ) throws(PostgresError) -> [BorrowerRecord] {
    var records: [BorrowerRecord] = []
    for row in try connection.query(Self.findBorrowers, [bankID, references, identityNumbers]) {
      records.append(try record(row, bankID: bankID))
    }
    return records
  }

  /// The borrowers that belong to one of these groups.
  package func members(
    bankID: Int64, groups: [String]
  ) throws(PostgresError) -> [BorrowerRecord] {
    var records: [BorrowerRecord] = []
    for row in try connection.query(Self.listGroupMembers, [bankID, groups]) {
      records.append(try record(row, bankID: bankID))
    }
    return records
  }

  /// Registers the villages of borrowers who have none; what was run by the bank's last fact knows
  /// none of them.
  package func fill(
    _ villages: [Int64: String], bankID: Int64, after factNumber: Int64
  ) throws(PostgresError) {
    guard !villages.isEmpty else { return }
    _ = try connection.execute(
      Self.fillVillages, [bankID, Array(villages.keys), Array(villages.values), factNumber])
  }

  /// The villages in which the bank's borrowers live, by name.
  package func villages(bankID: Int64) throws(PostgresError) -> [String] {
    var villages: [String] = []
    for row in try connection.query(Self.listVillages, [bankID]) {
      villages.append(try row.get("village"))
    }
    return villages
  }

  /// Adds borrowers; co-borrowers stand before those they sign with, or are there already.
  package func insert(_ records: [BorrowerRecord]) throws(PostgresError) {
    var batch = Batch(Self.insertBorrower)
    for record in records {
      let borrower = record.borrower
      batch.add([
        borrower.bankID, borrower.id, record.reference, borrower.kind.rawValue, borrower.name,
        borrower.identity.scheme.rawValue, borrower.identity.number, borrower.bornOn,
        borrower.sex?.rawValue, borrower.divisionCode, record.householdReference,
        borrower.coBorrowerID, record.groupReference, borrower.village,
      ])
    }
    try batch.run(connection)
  }

  /// What a borrower owes or has been promised: on all its loans at the bank, and on those of one
  /// line agreed in `[from, until)`.
  package func exposure(
    of borrower: Borrower, line: ProductLine, from: Day, until: Day
  ) throws(PostgresError) -> (all: Money, sameLine: Money) {
    let row = try connection.query(
      Self.exposure, [borrower.bankID, borrower.id, line.rawValue, from, until])[0]
    let all: Int128 = try row.get("exposure")
    let sameLine: Int128 = try row.get("same_line")
    return (Money(minorUnits: Int64(all)), Money(minorUnits: Int64(sameLine)))
  }

  /// Loans of a line with a subsidy, not repaid, of all borrowers of a household.
  package func countSubsidised(
    bankID: Int64, householdReference: String, line: ProductLine
  ) throws(PostgresError) -> Int {
    try connection.query(Self.countSubsidised, [bankID, householdReference, line.rawValue])[0]
      .get("loans")
  }

  private func record(_ row: Row, bankID: Int64) throws(PostgresError) -> BorrowerRecord {
    let scheme: IdentityScheme = try row.value("identity_scheme")
    let number: String = try row.get("identity_number")
    let identity: Identity
    do {
      identity = try Identity(stored: scheme, number: number)
    } catch {
      throw row.wrong("identity_number", error.code)
    }
    var borrower = Borrower(
      id: try row.get("borrower_id"), bankID: bankID, kind: try row.value("kind"),
      name: try row.get("name"), identity: identity)
    borrower.bornOn = try row.optional("born_on")
    borrower.sex = try row.optionalValue("sex")
    borrower.divisionCode = try row.get("division_code")
    borrower.village = try row.optional("village")
    borrower.coBorrowerID = try row.optional("co_borrower_id")
    return BorrowerRecord(
      borrower: borrower, reference: try row.get("reference"),
      householdReference: try row.optional("household_reference"),
      groupReference: try row.optional("group_reference"))
  }
}
