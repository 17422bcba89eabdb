import Generator
import Postgres
import Posting
import Quantities
import Repositories

/// The numbers of a bank's facts: by the day they were recorded on, then by loan, then as each loan
/// has them; known before any of them is written.
///
/// Shape: how many facts each piece of the bank's loans has on each day; the numbers of a piece
///        begin after those of the days before and of the pieces before on the same day.
/// Bank:  after the loans' facts of a month's last day comes that of the run, and after all facts
///        of a day the close of the day.
struct FactNumbers: Sendable {
  let firstDay: Day
  /// Of each piece and day, the number before its first fact.
  private let before: [[Int64]]
  let bankFacts: [BankFact]
  let last: (number: Int64, recordedAt: Instant)
  private let starts: [Int64]

  /// A fact of the whole bank.
  struct BankFact: Sendable {
    enum Kind: Sendable {
      case accrued(Month, run: Int32)
      case dayClosed(until: Day)
    }
    let kind: Kind
    let number: Int64
    let bookedOn: Day
  }

  /// - Parameters:
  ///   - counts: of each piece, how many facts it has on each day from the plan's first.
  ///   - plan: of the book.
  init(counts: [[Int32]], plan: BookPlan) {
    firstDay = plan.firstMonth.firstDay
    let dayCount = plan.lastMonth.lastDay - firstDay + 1
    var before = counts.map { [Int64](repeating: 0, count: $0.count) }
    var starts = [Int64](repeating: 0, count: dayCount)
    var bankFacts: [BankFact] = []
    var number: Int64 = 0
    var run: Int32 = 0
    var openDay: Day?
    for index in 0..<dayCount {
      let day = firstDay + index
      let month = day.month
      let isMonthEnd = month.lastDay == day
      let isActive = isMonthEnd || counts.contains { $0[index] > 0 }
      // The day before closes when there is something to do again.
      if isActive, let open = openDay {
        number += 1
        bankFacts.append(
          BankFact(kind: .dayClosed(until: day), number: number, bookedOn: open))
      }
      starts[index] = number
      for piece in counts.indices {
        before[piece][index] = number
        number += Int64(counts[piece][index])
      }
      if isMonthEnd, Int(run) < plan.runCount {
        number += 1
        run += 1
        bankFacts.append(
          BankFact(kind: .accrued(month, run: run), number: number, bookedOn: day))
      }
      if isActive { openDay = day }
    }
    self.before = before
    self.starts = starts
    self.bankFacts = bankFacts
    last = (
      number,
      Self.instant(number, on: plan.lastMonth.lastDay, after: starts[dayCount - 1])
    )
  }

  /// The numbers before the first fact of each day of a piece.
  func counters(ofPiece piece: Int) -> [Int64] { before[piece] }

  /// The runs, by number.
  var runs: [BookedRun] {
    bankFacts.compactMap { fact in
      guard case .accrued(let month, _) = fact.kind else { return nil }
      return BookedRun(number: fact.number, month: month)
    }
  }

  /// The instant a fact was recorded: from nine in China on, a thousandth of a second each.
  func recordedAt(_ number: Int64, on day: Day) -> Instant {
    Self.instant(number, on: day, after: starts[day - firstDay])
  }

  private static func instant(_ number: Int64, on day: Day, after start: Int64) -> Instant {
    let opening = Int64(day.number) * 86_400 + 3_600
    return Instant(microseconds: opening * 1_000_000 + (number - start) * 1_000)
  }
}
