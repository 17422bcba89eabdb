import Banks
import Interchange
import Operations
import Quantities
import Repositories
import Servicing

/// What repayments went to, with their sums.
struct ReceiptPage {
  private let currency: Currency
  private let isOfFile: Bool
  private var rows: [[Listing.Cell]] = []
  private var sums = [Int128](repeating: 0, count: 7)
  private var newCount = 0
  var skipped = 0
  var refused = 0

  init(_ currency: Currency, ofFile isOfFile: Bool = false) {
    self.currency = currency
    self.isOfFile = isOfFile
  }

  /// The number of repayments.
  var count: Int { rows.count }

  mutating func add(
    _ request: RepaymentRequest, _ receipt: RepaymentReceipt, line: Int? = nil
  ) {
    let used = receipt.used
    if receipt.isNew { newCount += 1 }
    let amounts = [
      request.amount, used.costs, used.interest, used.compound, used.penalty, used.principal,
      used.credit,
    ]
    for (index, amount) in amounts.enumerated() { sums[index] += Int128(amount.minorUnits) }
    rows.append(
      (isOfFile ? [line.map { .integer($0) } ?? .none] : [])
        + [.text(request.loanNumber), .day(receipt.effectiveOn)]
        + amounts.map { .money($0, currency) }
        + [
          .money(receipt.outstanding, currency),
          .flag(receipt.isSettled, shown: say(.yesNo(receipt.isSettled))),
          .flag(receipt.isNew, shown: say(.yesNo(receipt.isNew))),
        ])
  }

  var listing: Listing {
    var listing = Listing(
      (isOfFile ? [.init("line", say(.line), .right)] : [])
        + [
          .init("loan_number", say(.loanNumber)), .init("effective_on", say(.effectiveOn)),
          .init("amount", say(.amount), .right), .init("costs", say(.repaidToCosts), .right),
          .init("interest", say(.toInterest), .right),
          .init("compound", say(.repaidToCompound), .right),
          .init("penalty", say(.toPenalty), .right),
          .init("principal", say(.toPrincipal), .right), .init("credit", say(.toCredit), .right),
          .init("outstanding", say(.outstanding), .right), .init("settled", say(.isSettled)),
          .init("new", say(.isNew)),
        ])
    listing.rows = rows
    guard isOfFile else { return listing }
    let booked = Phrase.linesTaken(
      newCount, known: rows.count - newCount, skipped: skipped, refused: refused)
    listing.totals =
      [.none, .text(say(booked)), .none]
      + sums.map { .money(Money(minorUnits: Int64(clamping: $0)), currency) }
      + [.none, .none, .none]
    return listing
  }
}

extension Listing {
  /// What a payment for a group went to, loan by loan.
  init(_ receipt: GroupRepaymentReceipt, _ currency: Currency) {
    self.init([
      .init("loan_number", say(.loanNumber)), .init("borrower", say(.borrower)),
      .init("oldest_due_on", say(.oldestDueOn)), .init("due", say(.dueBefore), .right),
      .init("amount", say(.groupPart), .right), .init("costs", say(.repaidToCosts), .right),
      .init("interest", say(.toInterest), .right),
      .init("compound", say(.repaidToCompound), .right),
      .init("penalty", say(.toPenalty), .right), .init("principal", say(.toPrincipal), .right),
      .init("credit", say(.toCredit), .right), .init("left", say(.dueLeft), .right),
      .init("new", say(.isNew)),
    ])
    func money(_ amount: Money) -> Cell { .money(amount, currency) }
    rows = receipt.parts.map { part in
      let used = part.used
      let amounts = [
        part.amount, used.costs, used.interest, used.compound, used.penalty, used.principal,
        used.credit, part.left,
      ]
      return [
        .text(part.loanNumber), .text(part.borrower.borrower.maskedName),
        part.due.byDueDay.first.map { .day($0.on) } ?? .none, money(part.due.total),
      ] + amounts.map(money) + [.flag(receipt.isNew, shown: say(.yesNo(receipt.isNew)))]
    }
    func sum(_ amount: (GroupRepaymentReceipt.Part) -> Money) -> Cell {
      money(receipt.parts.reduce(.zero) { $0 + amount($1) })
    }
    totals =
      [.text(say(.collectionTotal)), .none, .none, sum(\.due.total), sum(\.amount)]
      + [sum(\.used.costs), sum(\.used.interest), sum(\.used.compound), sum(\.used.penalty)]
      + [sum(\.used.principal), sum(\.used.credit), sum(\.left), .none]
  }
}

extension GroupRepaymentReceipt.Part {
  /// What is due on the loan after the payment.
  fileprivate var left: Money { max(.zero, due.total - amount) }
}
