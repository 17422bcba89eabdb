package import Postgres
package import Quantities

/// Which loans a filled table holds: from one loan of one bank until before another.
package struct LeafRange: Hashable, Sendable {
  package var firstBank: Int64
  /// Nil for all loans of the first bank.
  package var firstLoan: Int64?
  package var lastBank: Int64
  /// The loan before which the range of the last bank ends; nil for all of it.
  package var untilLoan: Int64?

  package init(firstBank: Int64, firstLoan: Int64?, lastBank: Int64, untilLoan: Int64?) {
    self.firstBank = firstBank
    self.firstLoan = firstLoan
    self.lastBank = lastBank
    self.untilLoan = untilLoan
  }
}

/// What runs fill tables like.
package enum LeafParent: Hashable, Sendable {
  case runTransfers
  case positions(version: Int32)

  var name: String {
    switch self {
    case .runTransfers: return "run_transfers"
    case .positions: return "positions"
    }
  }

  var version: Int32? {
    if case .positions(let version) = self { return version }
    return nil
  }
}

/// A table that a run fills beside the one it becomes a part of.
package struct Leaf: Hashable, Sendable {
  package let parent: LeafParent
  package let name: String

  /// - Parameters:
  ///   - parent: what it becomes a part of.
  ///   - month: whose end it is of.
  ///   - mark: of the run and the range: small letters, digits and underlines.
  package init(_ parent: LeafParent, month: Month, mark: String) {
    self.parent = parent
    let digits = "\(month.year)" + (month.monthOfYear < 10 ? "0" : "") + "\(month.monthOfYear)"
    name = "\(parent.name)_\(digits)_\(mark)"
  }
}

/// A table filled by a run that was not finished.
package struct FilledLeaf: Hashable, Sendable {
  package let name: String
  package let known: String
  package let outcome: String

  package init(name: String, known: String, outcome: String) {
    self.name = name
    self.known = known
    self.outcome = outcome
  }
}

/// Tables that runs fill as a whole and attach.
package struct LeafRepository {
  private static let makeLeaf = Statement.file("leaves/make_leaf")
  private static let keyLeaf = Statement.file("leaves/key_leaf")
  private static let validateLeaf = Statement.file("leaves/validate_leaf")
  private static let attachLeaf = Statement.file("leaves/attach_leaf")
  private static let dropLeaf = Statement.file("leaves/drop_leaf")
  private static let listLeaves = Statement.file("leaves/list_leaves")
  private static let insertLeaf = Statement.file("leaves/insert_leaf")
  private static let forgetLeaf = Statement.file("leaves/forget_leaf")
  private static let copyTransfersOfLeaf = Statement.file("leaves/copy_transfers_of_leaf")
  private static let copyPositionsOfLeaf = Statement.file("leaves/copy_positions_of_leaf")

  /// invalid_object_definition: another part covers some of these loans.
  private static let overlaps = "42P17"

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  package func make(_ leaf: Leaf) throws(PostgresError) {
    _ = try connection.query(Self.makeLeaf, [leaf.parent.name, leaf.name])
  }

  /// Gives a filled table its keys; the foreign ones are still to be validated.
  package func key(_ leaf: Leaf) throws(PostgresError) {
    _ = try connection.query(Self.keyLeaf, [leaf.parent.name, leaf.name])
  }

  package func validate(_ leaf: Leaf) throws(PostgresError) {
    _ = try connection.query(Self.validateLeaf, [leaf.name])
  }

  /// Makes a filled table part of its parent; where that has a part for some of these loans
  /// already, the rows move there one by one and the table is dropped.
  package func attach(_ leaf: Leaf, on day: Day, _ range: LeafRange) throws {
    do {
      try connection.savepoint {
        _ = try connection.query(
          Self.attachLeaf,
          [
            leaf.name, day, leaf.parent.version, range.firstBank, range.firstLoan, range.lastBank,
            range.untilLoan,
          ])
      }
    } catch let error as PostgresError where error.sqlState == Self.overlaps {
      let copy: Statement
      switch leaf.parent {
      case .runTransfers: copy = Self.copyTransfersOfLeaf
      case .positions: copy = Self.copyPositionsOfLeaf
      }
      _ = try connection.execute(copy.with(["leaf": .table(leaf.name)]))
      try drop(leaf.name)
    }
  }

  package func drop(_ name: String) throws(PostgresError) {
    _ = try connection.query(Self.dropLeaf, [name])
  }

  /// The tables that runs of a bank filled and have not attached.
  package func list(bankID: Int64) throws(PostgresError) -> [FilledLeaf] {
    var leaves: [FilledLeaf] = []
    for row in try connection.query(Self.listLeaves, [bankID]) {
      leaves.append(
        FilledLeaf(
          name: try row.get("leaf"), known: try row.get("known"), outcome: try row.get("outcome")))
    }
    return leaves
  }

  package func insert(_ leaf: FilledLeaf, bankID: Int64) throws(PostgresError) {
    _ = try connection.execute(Self.insertLeaf, [bankID, leaf.name, leaf.known, leaf.outcome])
  }

  package func forget(_ name: String, bankID: Int64) throws(PostgresError) {
    _ = try connection.execute(Self.forgetLeaf, [bankID, name])
  }
}
