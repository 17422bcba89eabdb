import Quantities
package import Repositories

/// How much a journal holds: on the balance sheet and off it.
package struct JournalTotals: Hashable, Sendable {
  package struct Sum: Hashable, Sendable {
    package var postingCount = 0
    package var amount: Int128 = 0

    mutating func add(_ amount: Money) {
      postingCount += 1
      self.amount += Int128(amount.minorUnits)
    }
  }

  package var onBalance = Sum()
  package var offBalance = Sum()
}

extension OpenBooks {
  /// Gives each posting of the days asked for to `body`, in the order of the books.
  package func eachPosting(_ body: (BookPosting) throws -> Void) throws -> JournalTotals {
    var totals = JournalTotals()
    for stretch in stretches {
      try repository.eachPosting(stretch) { posting in
        if chart.isOff(posting.debit) {
          totals.offBalance.add(posting.amount)
        } else {
          totals.onBalance.add(posting.amount)
        }
        try body(posting)
      }
    }
    return totals
  }

  /// Gives what each fact and each run booked on the days asked for to `body`, in the order of the
  /// books.
  package func eachEntry(_ body: (BookEntry) throws -> Void) throws {
    for stretch in stretches { try repository.eachEntry(stretch, body) }
  }
}
