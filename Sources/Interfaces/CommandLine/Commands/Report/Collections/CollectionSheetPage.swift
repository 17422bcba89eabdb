import Banks
package import Interchange
package import Operations
import Quantities
import Repositories
import Servicing

/// A collection sheet as it is printed: a table to read on the round, or columns that `loan repay
/// --file` takes back once the amounts are filled in.
package struct CollectionSheetPage: Sendable {
  private let sheet: CollectionSheet
  private let reveal: Bool

  /// - Parameters:
  ///   - sheet: the round.
  ///   - reveal: whether names stand in full.
  package init(_ sheet: CollectionSheet, reveal: Bool) {
    self.sheet = sheet
    self.reveal = reveal
  }

  /// The columns of which a repayment is read when the sheet comes back.
  private static let filledIn = ["key", "loan_number", "amount", "on", "advance", "from", "party"]

  /// The columns that tell the officer about the loan.
  static let told = [
    "village", "borrower", "reference", "officer", "branch", "due_today", "overdue_principal",
    "overdue_interest", "penalty", "compound", "costs", "total", "overdue_days", "promise_amount",
    "promise_by", "promise_state", "reminded_on", "note_on", "note", "marks",
  ]

  /// The key under which what is collected on a loan on the sheet's day is booked once.
  package static func key(of line: CollectionLine) -> String {
    "collect/\(line.due.day)/\(line.loanNumber)"
  }

  package func text(_ format: OutputFormat) -> String {
    format == .table ? table.text(.table) : whole.text(format)
  }

  /// For people on a round: what to ask for, and what to know.
  private var table: Listing {
    var listing = Listing([
      .init("village", say(.collectionVillage)), .init("borrower", say(.borrower)),
      .init("loan_number", say(.loanNumber)), .init("due_today", say(.dueToday), .right),
      .init("overdue_principal", say(.overduePrincipal), .right),
      .init("overdue_interest", say(.overdueInterest), .right),
      .init("charges", say(.collectionCharges), .right),
      .init("total", say(.collectionTotal), .right),
      .init("overdue_days", say(.overdueDays), .right), .init("promise", say(.lastPromise)),
      .init("note", say(.lastNote)), .init("marks", say(.collectionMarks)),
    ])
    listing.rows = sheet.lines.map { line in
      [
        .text(line.village), .text(name(line)), .text(line.loanNumber),
        money(line.dueToday), money(line.overduePrincipal), money(line.overdueInterest),
        money(line.due.charges), money(line.due.total), .integer(line.due.overdueDays),
        .text(promise(line)), .text(line.note?.detail.text ?? ""), .text(marks(line)),
      ]
    }
    listing.totals =
      [.text(say(.linesCount(sheet.lines.count))), .none, .none]
      + [sum(\.dueToday), sum(\.overduePrincipal), sum(\.overdueInterest)]
      + [sum(\.due.charges), sum(\.due.total), .none, .none, .none, .none]
    return listing
  }

  /// For programs, and for the way back.
  private var whole: Listing {
    var listing = Listing((Self.filledIn + Self.told).map { .init($0, $0) })
    listing.rows = sheet.lines.map { filledIn($0) + amounts($0) + work($0) }
    var totals = [Listing.Cell](repeating: .none, count: listing.columns.count)
    let sums: [(String, Listing.Cell)] = [
      ("due_today", sum(\.dueToday)), ("overdue_principal", sum(\.overduePrincipal)),
      ("overdue_interest", sum(\.overdueInterest)), ("penalty", sum(\.due.penalty)),
      ("compound", sum(\.due.compound)), ("costs", sum(\.due.costs)),
      ("total", sum(\.due.total)),
    ]
    for (key, cell) in sums {
      if let index = listing.columns.firstIndex(where: { $0.key == key }) { totals[index] = cell }
    }
    listing.totals = totals
    return listing
  }

  private func filledIn(_ line: CollectionLine) -> [Listing.Cell] {
    [
      .text(Self.key(of: line)), .text(line.loanNumber), .none, .day(line.due.day), .none, .none,
      .none,
    ]
  }

  private func amounts(_ line: CollectionLine) -> [Listing.Cell] {
    [
      .text(line.village), .text(name(line)), .text(line.borrower.reference),
      .text(line.officer), .text(line.branch), money(line.dueToday),
      money(line.overduePrincipal), money(line.overdueInterest), money(line.due.penalty),
      money(line.due.compound), money(line.due.costs), money(line.due.total),
      .integer(line.due.overdueDays),
    ]
  }

  private func work(_ line: CollectionLine) -> [Listing.Cell] {
    let promise = line.promise
    return [
      promise.map { money($0.promise.amount) } ?? .none,
      promise.map { .day($0.promise.by) } ?? .none,
      promise.map { .word($0.state.rawValue, shown: say(.named($0.state))) } ?? .none,
      line.reminder.map { .day($0.effectiveOn) } ?? .none,
      line.note.map { .day($0.effectiveOn) } ?? .none,
      line.note?.detail.text.map { .text($0) } ?? .none,
      .word(line.marks.map(\.rawValue).joined(separator: " "), shown: marks(line)),
    ]
  }

  private func name(_ line: CollectionLine) -> String {
    let borrower = line.borrower.borrower
    return reveal ? borrower.name : borrower.maskedName
  }

  private func promise(_ line: CollectionLine) -> String {
    guard let outcome = line.promise else { return "" }
    let amount = sheet.bank.currency.grouped(outcome.promise.amount)
    return "\(amount) \(outcome.promise.by) \(say(.named(outcome.state)))"
  }

  private func marks(_ line: CollectionLine) -> String {
    line.marks.map { say(.named($0)) }.joined(separator: " ")
  }

  private func money(_ amount: Money) -> Listing.Cell { .money(amount, sheet.bank.currency) }

  private func sum(_ amount: (CollectionLine) -> Money) -> Listing.Cell {
    let sum = sheet.lines.reduce(Int128(0)) { $0 + Int128(amount($1).minorUnits) }
    return money(Money(minorUnits: Int64(clamping: sum)))
  }
}

extension CollectionLine {
  fileprivate var dueToday: Money { due.today.principal + due.today.interest }
  fileprivate var overduePrincipal: Money { due.principal - due.today.principal }
  fileprivate var overdueInterest: Money { due.interest - due.today.interest }
}
