import Banks
import Quantities
import Repositories

/// The rows of one bank under check, with what is stored of those they touch.
///
/// Order: each row by itself, against the file and against what is stored; then, as a refused row
///        can be named by others, whom the rows name, again and again until nothing more falls.
struct BorrowerDesk {
  private let work: BankWork
  private let borrowers: BorrowerRepository
  private let rows: [Lined<BorrowerRequest>]
  private let knownDivisions: Set<String>
  private var stored: [String: BorrowerRecord] = [:]
  private let membersStored: [BorrowerRecord]
  /// New borrowers that nothing speaks against so far, by reference, with their row.
  private var fresh: [String: (row: Int, record: BorrowerRecord)] = [:]
  /// Villages of stored borrowers who had none, by their ids.
  private var villages: [Int64: String] = [:]
  private(set) var outcomes: [BorrowerOutcome]

  init(_ work: BankWork, _ rows: [Lined<BorrowerRequest>]) throws {
    self.work = work
    self.rows = rows
    borrowers = BorrowerRepository(work.connection)
    outcomes = [BorrowerOutcome](repeating: .added, count: rows.count)
    var references: Set<String> = []
    var divisions: Set<String> = []
    for row in rows.map(\.value) {
      references.formUnion([row.reference, row.household, row.coBorrower].compactMap { $0 })
      divisions.formUnion([row.divisionCode, String(row.number.prefix(6))])
    }
    knownDivisions = try CatalogRepository(work.connection).knownDivisions(divisions)
    let numbers = rows.map { $0.value.number.uppercased() }
    let others = rows.map(\.value.number)
    for record in try borrowers.find(
      bankID: work.bank.id, references: references.sorted(), identityNumbers: numbers + others)
    {
      stored[record.reference] = record
    }
    let groups = Set(rows.compactMap(\.value.group))
    membersStored = try borrowers.members(bankID: work.bank.id, groups: groups.sorted())
  }

  /// Finds what each row comes to.
  mutating func check() throws {
    var lines: [String: Int] = [:]
    var owners: [String: String] = [:]
    for record in stored.values { owners[Self.key(record.borrower.identity)] = record.reference }
    for (index, row) in rows.enumerated() {
      do {
        let reference = row.value.reference
        if let line = lines[reference] {
          throw BorrowerError.referenceTwice(reference, line: line)
        }
        lines[reference] = row.line
        let record = try alone(row.value, number: index)
        let key = Self.key(record.borrower.identity)
        if let owner = owners[key], owner != reference {
          throw BorrowerError.identityTaken(by: owner)
        }
        if let old = stored[reference] {
          try compare(row.value, record, with: old)
          outcomes[index] = .unchanged
          if old.borrower.village == nil, let village = row.value.village {
            villages[old.borrower.id] = village
            outcomes[index] = .completed
          }
        } else {
          owners[key] = reference
          fresh[reference] = (index, record)
        }
      } catch let error as any Explained {
        outcomes[index] = .refused(error)
      }
    }
    while refuseByOthers() {}
  }

  /// Writes the new borrowers, those who sign with others first, and villages that were not known.
  func write() throws {
    let added = fresh.values.sorted { $0.row < $1.row }
    var ids: [String: Int64] = stored.mapValues(\.borrower.id)
    for (_, record) in added { ids[record.reference] = work.head.nextPartyID() }
    let records = added.map { row, record in
      let old = record.borrower
      var borrower = Borrower(
        id: ids[record.reference] ?? 0, bankID: old.bankID, kind: old.kind, name: old.name,
        identity: old.identity)
      borrower.bornOn = old.bornOn
      borrower.sex = old.sex
      borrower.divisionCode = old.divisionCode
      borrower.village = old.village
      borrower.coBorrowerID = rows[row].value.coBorrower.flatMap { ids[$0] }
      return BorrowerRecord(
        borrower: borrower, reference: record.reference,
        householdReference: record.householdReference, groupReference: record.groupReference)
    }
    try borrowers.insert(
      records.filter { $0.borrower.coBorrowerID == nil }
        + records.filter { $0.borrower.coBorrowerID != nil })
    try borrowers.fill(villages, bankID: work.bank.id, after: work.head.lastFactNumber)
  }

  // MARK: A row by itself

  /// The borrower of a row; its id, which only tells it from others, is never stored.
  private func alone(_ row: BorrowerRequest, number: Int) throws -> BorrowerRecord {
    let identity = try Identity(
      scheme: row.scheme, number: row.number, isKnownArea: knownDivisions.contains)
    var borrower = Borrower(
      id: work.head.lastPartyID + 1 + Int64(number), bankID: work.bank.id, kind: row.kind,
      name: row.name, identity: identity)
    if let day = row.bornOn { borrower.bornOn = day }
    if let sex = row.sex { borrower.sex = sex }
    borrower.divisionCode = row.divisionCode
    try borrower.checkIdentity()
    guard row.divisionCode.isEmpty || knownDivisions.contains(row.divisionCode) else {
      throw BorrowerError.divisionUnknown(row.divisionCode)
    }
    if let village = row.village, !Borrower.canBeVillage(village) {
      throw BorrowerError.villageMalformed(village)
    }
    borrower.village = row.village
    return BorrowerRecord(
      borrower: borrower, reference: row.reference, householdReference: row.household,
      groupReference: row.group)
  }

  /// Holds a row to the borrower stored under its reference; a village may come later, and a row
  /// without one says nothing of it.
  private func compare(
    _ row: BorrowerRequest, _ record: BorrowerRecord, with old: BorrowerRecord
  ) throws {
    let coBorrower = try old.borrower.coBorrowerID.flatMap { id in
      try borrowers.load(bankID: work.bank.id, id: id)?.reference
    }
    let new = record.borrower
    let was = old.borrower
    let columns: [(name: String, found: String, stored: String)] = [
      ("kind", new.kind.rawValue, was.kind.rawValue),
      ("identity_scheme", new.identity.scheme.rawValue, was.identity.scheme.rawValue),
      ("born_on", new.bornOn?.description ?? "", was.bornOn?.description ?? ""),
      ("sex", new.sex?.rawValue ?? "", was.sex?.rawValue ?? ""),
      ("division_code", new.divisionCode, was.divisionCode),
      ("village", new.village ?? was.village ?? "", was.village ?? new.village ?? ""),
      ("household_reference", row.household ?? "", old.householdReference ?? ""),
      ("co_borrower_reference", row.coBorrower ?? "", coBorrower ?? ""),
      ("group_reference", row.group ?? "", old.groupReference ?? ""),
    ]
    var difference = columns.first { $0.found != $0.stored }
    if new.name != was.name { difference = ("name", new.maskedName, was.maskedName) }
    if new.identity.number != was.identity.number {
      difference = ("identity_number", new.identity.masked, was.identity.masked)
    }
    guard let difference else { return }
    throw BorrowerError.differs(
      reference: row.reference,
      CatalogDifference(
        column: difference.name, found: difference.found, stored: difference.stored))
  }

  private static func key(_ identity: Identity) -> String {
    "\(identity.scheme.rawValue) \(identity.number)"
  }

  // MARK: Rows that name others

  /// Refuses new borrowers for those they name.
  ///
  /// - Returns: whether any was refused, on which others may depend.
  private mutating func refuseByOthers() -> Bool {
    var refused: [(String, any Explained)] = []
    for (reference, entry) in fresh {
      if let error = relation(rows[entry.row].value) { refused.append((reference, error)) }
    }
    let groups = Dictionary(grouping: fresh.values.map(\.record)) { $0.groupReference }
    for case (let group?, let members) in groups {
      guard let error = liability(group, members) else { continue }
      refused += members.map { ($0.reference, error) }
    }
    for (reference, error) in refused {
      guard let entry = fresh.removeValue(forKey: reference) else { continue }
      outcomes[entry.row] = .refused(error)
    }
    return !refused.isEmpty
  }

  private func known(_ reference: String) -> BorrowerRecord? {
    stored[reference] ?? fresh[reference]?.record
  }

  /// Why a row can't name the household or co-borrower it names; nil if it can.
  private func relation(_ row: BorrowerRequest) -> BorrowerError? {
    if let household = row.household, known(household)?.borrower.kind != .household {
      return .householdUnknown(household)
    }
    guard let reference = row.coBorrower else { return nil }
    guard let other = known(reference) else { return .coBorrowerUnknown(reference) }
    guard other.borrower.kind.isNatural else { return .coBorrowerNotNatural(reference) }
    let named = fresh[reference].flatMap { rows[$0.row].value.coBorrower }
    guard named == nil, other.borrower.coBorrowerID == nil else {
      return .coBorrowerHasCoBorrower(reference)
    }
    return nil
  }

  /// Why new and stored members can't form a group; nil if they can.
  private func liability(_ group: String, _ added: [BorrowerRecord]) -> JointLiabilityError? {
    let records = added + membersStored.filter { $0.groupReference == group }
    var households: [String: Int64] = [:]
    for record in records where record.borrower.kind == .household {
      households[record.reference] = record.borrower.id
    }
    let members = records.map { record in
      var borrower = record.borrower
      if let household = record.householdReference {
        // A household that is no member is told from others by a number below 0.
        let id = households[household] ?? -Int64(households.count) - 1
        households[household] = id
        borrower.householdID = id
      }
      return borrower
    }
    do throws(JointLiabilityError) {
      _ = try JointLiabilityGroup(id: 0, bankID: work.bank.id, name: group, members: members)
      return nil
    } catch {
      return error
    }
  }
}
