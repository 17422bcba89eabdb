import Foundation
import Postgres
import Posting
import Quantities
import Repositories

/// What a step of a month's end did.
package struct StepTally: Hashable, Sendable, Codable {
  package var rows = 0
  /// In minor units: what was posted, reckoned against what a positive target would be.
  package var amount: Int64 = 0

  static func + (left: StepTally, right: StepTally) -> StepTally {
    StepTally(rows: left.rows + right.rows, amount: left.amount + right.amount)
  }

  mutating func add(_ other: Money) {
    rows += 1
    amount += other.minorUnits
  }
}

/// A loan that could not be computed.
package struct SetAsideLoan: Hashable, Sendable, Codable {
  package let loanID: Int64
  package let code: String
  package let reason: String
}

/// What a run did in one bank, or in some of its loans.
package struct RunTally: Sendable, Codable {
  package var loans = 0
  package var transfers = 0
  package var interest = StepTally()
  package var charges = StepTally()
  package var nonAccrual = StepTally()
  package var classified = StepTally()
  /// The provisions that the positions require, in minor units.
  var required: Int64 = 0
  /// What the loans of a preview would move of the provisions held, in minor units.
  var moved: Int64 = 0
  /// What was booked to meet that.
  package var provisions = StepTally()
  package var positions = StepTally()
  /// What reading, computing and writing transfers took, and what writing positions took, of all
  /// connections together.
  package var microseconds: Int64 = 0
  package var positionMicroseconds: Int64 = 0
  package var setAside: [SetAsideLoan] = []
  /// Loans whose states are to follow, for the run moved more than time.
  var following: [Int64] = []
  /// For loans with facts of the days after the month: the id, and the six amounts posted by now.
  var postedLater: [Int64] = []

  mutating func add(_ other: RunTally) {
    loans += other.loans
    transfers += other.transfers
    interest = interest + other.interest
    charges = charges + other.charges
    nonAccrual = nonAccrual + other.nonAccrual
    classified = classified + other.classified
    required += other.required
    provisions = provisions + other.provisions
    positions = positions + other.positions
    microseconds += other.microseconds
    positionMicroseconds += other.positionMicroseconds
    setAside += other.setAside
    following += other.following
    postedLater += other.postedLater
  }

  /// Counts a transfer to its step.
  ///
  /// - Returns: its amount, reckoned against what a positive target would be.
  mutating func count(_ transfer: Transfer) -> Money {
    transfers += 1
    let sides = transfer.kind.sides(transfer.payer)
    let amount = transfer.debit == sides.debit ? transfer.amount : -transfer.amount
    switch transfer.kind {
    case .interest: interest.add(amount)
    case .penalty, .compound: charges.add(amount)
    default: nonAccrual.add(amount)
    }
    return amount
  }
}

/// Where loans of a bank stand after a run, as far as it was found on the way.
struct FollowedLoans: Sendable {
  /// Of loans that were replayed.
  var states: [Int64: LoanState] = [:]
  /// Of loans whose outlooks have gone on to another place.
  var told: [Int64: ToldState] = [:]

  var loanIDs: [Int64] { Array(states.keys) + Array(told.keys) }

  mutating func add(_ other: FollowedLoans) {
    states.merge(other.states) { _, last in last }
    told.merge(other.told) { _, last in last }
  }
}

/// The tallies of a filled table, bank by bank, as they are kept for a run that goes on.
struct SliceTallies: Codable, Sendable {
  var banks: [Int64: RunTally] = [:]

  var text: String {
    get throws {
      String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
    }
  }

  init() {}

  init(text: String) throws {
    self = try JSONDecoder().decode(SliceTallies.self, from: Data(text.utf8))
  }
}
