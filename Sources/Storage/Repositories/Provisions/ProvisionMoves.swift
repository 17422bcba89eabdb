package import Quantities

/// What has moved the provisions that a bank holds, account 1304.
package struct ProvisionMoves: Hashable, Sendable {
  /// What a fact or a run booked on a day.
  struct Move: Hashable, Sendable {
    let bookedOn: Day
    /// The fact's, or that of the run's fact.
    let factNumber: Int64
    /// Whether a run booked it for the bank as a whole, to bring what is held to what is required.
    let isOfBank: Bool
    /// Less than zero for what was taken from them.
    let amount: Money
  }

  private let moves: [Move]

  init(_ moves: [Move]) { self.moves = moves }

  /// The balance at the end of a day, as a run found it or left it; less than zero where it is in
  /// debit.
  ///
  /// - Parameters:
  ///   - day: the day.
  ///   - factNumber: of the run's fact; what its loans moved is known.
  ///   - isAfter: whether the provisions that the run itself booked are, too.
  /// - Returns: the balance in credit.
  package func held(on day: Day, run factNumber: Int64, isAfter: Bool) -> Money {
    moves.reduce(.zero) { held, move in
      let isKnown =
        move.factNumber < factNumber
        || (move.factNumber == factNumber && (!move.isOfBank || isAfter))
      return move.bookedOn <= day && isKnown ? held + move.amount : held
    }
  }
}
