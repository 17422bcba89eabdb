package import Banks
import Classification
package import Postgres
package import Quantities
package import Repositories
package import Servicing

/// What an officer has to know of a loan beside its amounts.
package enum CollectionMark: String, Hashable, Sendable, CaseIterable {
  case died = "died"
  case takenOver = "taken-over"
  case writtenOff = "written-off"
  /// Another member of the borrower's group is in default: the class stays, and is looked at.
  case assess = "assess"
  /// The group or a guarantor was called to pay.
  case called = "called"
}

/// One loan of a round.
package struct CollectionLine: Hashable, Sendable {
  package let loanNumber: String
  package let borrower: BorrowerRecord
  /// Where the borrower lives: the village; if none is known, the Chinese name of the division, or
  /// its code.
  package let village: String
  package let branch: String
  package let officer: String
  package let due: AmountsDue
  package let promise: PromiseOutcome?
  package let reminder: FactRecord?
  package let note: FactRecord?
  package let marks: [CollectionMark]
}

/// What an officer takes along on a day: who owes what, by village.
package struct CollectionSheet: Sendable {
  package let bank: Bank
  package let day: Day
  package let lines: [CollectionLine]
}

/// The round of a day: the loans on which something is due by then, those of members of a group in
/// default, by village and borrower.
package enum PlanRound {
  /// - Parameters:
  ///   - scope: whose loans, and which day.
  ///   - bank: the bank's code.
  ///   - pool: where.
  /// - Returns: the sheet, as it stands if nothing more is paid until the day.
  /// - Throws: `OperationError.bankUnknown`, `.branchUnknown`, `.officerUnknown`,
  ///   `CollectionError.roundDayOutsideRange`, `.divisionMalformed`, `.villageUnknown`,
  ///   `ServicingError`, `SchedulingError`, `PostgresError`.
  package static func run(
    _ scope: RoundScope, bank: String, on pool: ConnectionPool
  ) async throws -> CollectionSheet {
    try await pool.transaction(.readOnlySnapshot) { connection in
      let scan = try CollectionScan(scope, bank: bank, connection)
      let collections = CollectionRepository(connection)
      let inDefault = try collections.membersInDefault(
        bankID: scan.bank.id, overdueSince: scan.day - Self.daysToDefault)
      var lines: [CollectionLine] = []
      try scan.each { found in
        let due = try found.loan.due(on: scan.day)
        let marks = marks(found, inDefault)
        guard due.total.isPositive || marks.contains(.assess) else { return }
        lines.append(line(found, due, marks))
      }
      let names = try collections.divisionNames(
        Set(lines.map(\.borrower.borrower.divisionCode)))
      return CollectionSheet(
        bank: scan.bank, day: scan.day, lines: lines.map { $0.named(by: names) }.sorted())
    }
  }

  /// From this many days overdue on a loan is non-performing.
  private static var daysToDefault: Int {
    ClassificationRule.steps.first(atLeast: .substandard) ?? 91
  }

  private static func marks(
    _ found: CollectionScan.Found, _ inDefault: [String: Set<Int64>]
  ) -> [CollectionMark] {
    let history = found.loan.history
    var marks: [CollectionMark] = []
    if history.hasDied { marks.append(.died) }
    if history.isTakenOver { marks.append(.takenOver) }
    if found.status == .writtenOff { marks.append(.writtenOff) }
    if let group = found.borrower.groupReference,
      inDefault[group]?.contains(where: { $0 != found.borrower.borrower.id }) == true
    {
      marks.append(.assess)
    }
    if history.lastCall != nil { marks.append(.called) }
    return marks
  }

  private static func line(
    _ found: CollectionScan.Found, _ due: AmountsDue, _ marks: [CollectionMark]
  ) -> CollectionLine {
    let history = found.loan.history
    return CollectionLine(
      loanNumber: found.loan.loan.number, borrower: found.borrower, village: "",
      branch: found.branch, officer: found.officer, due: due,
      promise: history.lastPromise(on: due.day), reminder: history.lastReminder,
      note: history.lastNote, marks: marks)
  }
}

extension CollectionLine: Comparable {
  /// By village, borrower and loan.
  package static func < (left: CollectionLine, right: CollectionLine) -> Bool {
    left.place.lexicographicallyPrecedes(right.place)
  }

  private var place: [String] {
    let home = borrower.borrower
    return [home.divisionCode, home.village ?? "", borrower.reference, loanNumber]
  }

  fileprivate func named(by names: [String: String]) -> CollectionLine {
    let code = borrower.borrower.divisionCode
    return CollectionLine(
      loanNumber: loanNumber, borrower: borrower,
      village: borrower.borrower.village ?? names[code] ?? code, branch: branch, officer: officer,
      due: due, promise: promise, reminder: reminder, note: note, marks: marks)
  }
}
