package import Accrual
package import LoanProducts
package import Quantities

/// What is kept of a loan between two month ends: its outlook and those that follow it until the
/// month's end, and what was posted when it was made.
///
/// Shape: outlooks one after the other without a gap; most loans have one alone.
package struct StoredOutlook: Hashable, Sendable {
  /// What comes after something fell due: a time of its own.
  package struct Later: Hashable, Sendable {
    package let outlook: ClaimOutlook
    /// What the books of facts hold then, as sums since the loan's beginning.
    package let moved: [Int64]
    /// `Day.last` when nothing will fall due.
    package let oldestUnpaidDueOn: Day

    package init(outlook: ClaimOutlook, moved: [Int64], oldestUnpaidDueOn: Day) {
      self.outlook = outlook
      self.moved = moved
      self.oldestUnpaidDueOn = oldestUnpaidDueOn
    }
  }

  /// The most that follow one; what would need more is replayed.
  package static let mostLater = 6

  /// The first.
  package var outlook: ClaimOutlook
  /// What runs had posted of the loan when the outlook was made.
  package var posted: AccrualTarget
  /// Whether the loan was a restructured one when it was signed or taken over.
  package var isRestructured: Bool
  /// The number of the run's fact that made it; 0 if a fact of the loan or a takeover did.
  package var madeByRun: Int64
  /// The line whose principal accounts moves are on; told only with what follows.
  package var line = ProductLine.other
  /// What the books of facts held when the outlook was made; told only with what follows.
  package var moved: [Int64] = []
  package var later: [Later] = []

  package init(
    outlook: ClaimOutlook, posted: AccrualTarget, isRestructured: Bool, madeByRun: Int64 = 0
  ) {
    self.outlook = outlook
    self.posted = posted
    self.isRestructured = isRestructured
    self.madeByRun = madeByRun
  }

  package var from: Day { outlook.from }
  package var through: Day { later.last?.outlook.through ?? outlook.through }

  /// The end of the last day on which anything is earned; nil while it is owed, and for one that a
  /// run made: the run may never become part of the books.
  package var doneOn: Day? {
    let last = later.last?.outlook ?? outlook
    return last.isDone && madeByRun == 0 ? last.from : nil
  }

  /// The place of the outlook that tells the end of a day: 0 for the first; nil where none does.
  package func place(on day: Day) -> Int? {
    if outlook.from <= day, day <= outlook.through { return 0 }
    return later.firstIndex { $0.outlook.from <= day && day <= $0.outlook.through }.map { $0 + 1 }
  }

  /// The outlook at a place.
  package func outlook(at place: Int) -> ClaimOutlook {
    place == 0 ? outlook : later[place - 1].outlook
  }

  /// What the books of facts hold at a place.
  package func moved(at place: Int) -> [Int64] { place == 0 ? moved : later[place - 1].moved }
}
