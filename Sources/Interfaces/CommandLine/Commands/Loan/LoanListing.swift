import Banks
import Classification
package import Interchange
import LoanProducts
package import Operations
import Quantities
import Repositories

extension LoanList {
  /// The list as text; names and identity numbers are masked unless revealed.
  package func text(_ format: OutputFormat, reveal: Bool) -> String {
    let listing = listing(reveal: reveal)
    guard format == .json, case .object(let members) = listing.json else {
      return listing.text(format)
    }
    let named = members.map { member in
      member.name == "totals" ? JSONValue.Member("totals", totalsJSON) : member
    }
    return JSONValue.object([.init("as_of", .string("\(asOf)"))] + named).pretty + "\n"
  }

  /// What a person is told beside the rows, where the shape of the output has no place for it.
  package func note(_ format: OutputFormat) -> Phrase? {
    guard format != .json else { return nil }
    var notes: [Phrase] = []
    if format == .csv, let totals {
      notes.append(
        .listTotals(
          totals.loans, principal: plain(totals.principal),
          outstanding: plain(totals.outstanding)))
    }
    if let next { notes.append(.listNext(next)) }
    guard !notes.isEmpty else { return nil }
    return Phrase(
      zh: notes.map(\.zh).joined(separator: "\n"), en: notes.map(\.en).joined(separator: "\n"))
  }

  private func listing(reveal: Bool) -> Listing {
    var listing = Listing([
      .init("loan_number", say(.loanNumber)), .init("borrower", say(.borrower)),
      .init("identity_number", say(.identity)), .init("line", say(.productLine)),
      .init("branch", say(.branch)), .init("officer", say(.officer)),
      .init("status", say(.status)), .init("class", say(.listClass)),
      .init("principal", say(.principal), .right),
      .init("outstanding", say(.outstanding), .right),
      .init("disbursed_on", say(.startsOn)), .init("matures_on", say(.maturesOn)),
      .init("overdue_days", say(.overdueDays), .right),
    ])
    listing.rows = items.map { row($0, reveal: reveal) }
    listing.next = next
    listing.totals = totals.map { totals in
      var cells = [Listing.Cell](repeating: .none, count: listing.columns.count)
      cells[0] = .text(say(.listCount(totals.loans)))
      cells[8] = .text(grouped(totals.principal))
      cells[9] = .text(grouped(totals.outstanding))
      return cells
    }
    return listing
  }

  private func row(_ item: Item, reveal: Bool) -> [Listing.Cell] {
    let loan = item.loan
    let borrower = item.borrower?.borrower
    let name = reveal ? borrower?.name : borrower?.maskedName
    let identity = reveal ? borrower?.identity.number : borrower?.identity.masked
    return [
      .text(loan.number), name.map { .text($0) } ?? .none, identity.map { .text($0) } ?? .none,
      .word(loan.line.rawValue, shown: say(.listed(loan.line))), .text(item.branch),
      .text(item.officer), .word(loan.status.rawValue, shown: say(.listed(loan.status))),
      item.riskClass.map { .word($0.rawValue, shown: say(.listed($0))) } ?? .none,
      .money(loan.principal, bank.currency), .money(loan.outstanding, bank.currency),
      .day(loan.startsOn), .day(loan.maturesOn), item.overdueDays.map { .integer($0) } ?? .none,
    ]
  }

  private var totalsJSON: JSONValue {
    guard let totals else { return .null }
    return [
      "loans": .integer(Int64(totals.loans)), "principal": .string(plain(totals.principal)),
      "outstanding": .string(plain(totals.outstanding)),
    ]
  }

  private func plain(_ minorUnits: Int128) -> String {
    FixedPoint.text(minorUnits, decimals: bank.currency.decimals)
  }

  private func grouped(_ minorUnits: Int128) -> String {
    FixedPoint.text(minorUnits, decimals: bank.currency.decimals, grouped: true)
  }
}
