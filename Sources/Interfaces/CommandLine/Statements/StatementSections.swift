import Accrual
import Banks
import Interchange
import Operations
import Quantities
import Repositories
import Scheduling
import Servicing

/// A statement as tables for people, and as data for programs.
struct StatementSections {
  private let statement: LoanStatement
  private let reveal: Bool
  private let words: StatementWords
  private var currency: Currency { statement.file.bank.currency }

  init(_ statement: LoanStatement, reveal: Bool) {
    self.statement = statement
    self.reveal = reveal
    words = StatementWords(statement.file.bank.currency)
  }

  /// For people: few columns, the parts in words.
  var table: String {
    let sections = [
      (say(.sectionLoan), head), (say(.sectionMovements), movements),
      (say(.sectionClosing), closing), (say(.sectionOverdue), overdue),
      (say(.sectionNext), next),
    ]
    return sections.filter { !$0.1.rows.isEmpty }
      .map { "\n\($0.0)\n\($0.1.text(.table))" }.joined()
  }

  /// For programs: every part of every line, opening and closing among them.
  var rows: Listing {
    var listing = Listing([
      .init("on", say(.day)), .init("kind", say(.kind)), .init("fact", say(.fact), .right),
      .init("about", say(.about)), .init("charged", say(.charged), .right),
      .init("to_costs", say(.toCosts), .right), .init("to_interest", say(.toInterest), .right),
      .init("to_compound", say(.toCompound), .right),
      .init("to_penalty", say(.toPenalty), .right),
      .init("to_principal", say(.toPrincipal), .right),
      .init("to_credit", say(.toCredit), .right),
      .init("principal_due", say(.principalDue), .right),
      .init("balance", say(.owedBalance), .right),
    ])
    let days = statement.account.days
    let account = statement.account
    listing.rows =
      [edge("opening", .openingBalance, on: days.lowerBound, account.opening.balance)]
      + statement.lines.map(row)
      + [edge("closing", .closingBalance, on: days.upperBound, account.closing.balance)]
    return listing
  }

  private func edge(
    _ kind: String, _ phrase: Phrase, on day: Day, _ balance: Money
  ) -> [Listing.Cell] {
    [.day(day), .text(kind), .none, .text(say(phrase))]
      + [Listing.Cell](repeating: .none, count: 8) + [.money(balance, currency)]
  }

  private func row(_ line: StatementLine) -> [Listing.Cell] {
    let settled = line.movement?.settled ?? OwedParts()
    var principalDue: Listing.Cell = .none
    if case .fellDue(_, let principal) = line.movement?.kind {
      principalDue = .money(principal, currency)
    }
    let amounts = [
      line.movement?.charged.sum ?? .zero, settled.costs, settled.interest, settled.compound,
      settled.penalty, settled.principal, line.movement?.credit ?? .zero,
    ]
    return [
      .day(line.on), .text(line.key), line.fact.map { .integer(Int($0.number)) } ?? .none,
      .text(say(words.phrase(line))),
    ] + amounts.map { .money($0, currency) } + [principalDue, .money(line.balance, currency)]
  }

  var json: JSONValue {
    func rows(_ listing: Listing) -> JSONValue {
      guard case .object(let members) = listing.json else { return .null }
      return members.first { $0.name == "rows" }?.value ?? .null
    }
    return [
      "loan": rows(head), "movements": rows(self.rows), "closing": rows(closing),
      "overdue": rows(overdue), "next": rows(next),
    ]
  }
}

extension StatementSections {
  private var head: Listing {
    let file = statement.file
    let borrower = file.borrower.borrower
    let days = statement.account.days
    var listing = Listing([.init("name", say(.name)), .init("value", say(.value))])
    listing.rows = [
      [.word("number", shown: say(.loanNumber)), .text(file.loan.number)],
      [.word("bank", shown: say(.bank)), .text(say(Phrase(file.bank.name)))],
      [
        .word("borrower", shown: say(.borrower)),
        .text(reveal ? borrower.name : borrower.maskedName),
      ],
      [.word("from", shown: say(.from)), .day(days.lowerBound)],
      [.word("through", shown: say(.through)), .day(days.upperBound)],
    ]
    return listing
  }

  private var movements: Listing {
    var listing = Listing([
      .init("on", say(.day)), .init("about", say(.about)),
      .init("charged", say(.charged), .right), .init("settled", say(.settled), .right),
      .init("balance", say(.owedBalance), .right),
    ])
    let account = statement.account
    func edge(_ day: Day, _ phrase: Phrase, _ balance: Money) -> [Listing.Cell] {
      [.day(day), .text(say(phrase)), .none, .none, .money(balance, currency)]
    }
    listing.rows = [edge(account.days.lowerBound, .openingBalance, account.opening.balance)]
    for line in statement.lines {
      listing.rows.append([
        .day(line.on), .text(say(words.phrase(line))), shown(line.movement?.charged.sum),
        shown(line.received), .money(line.balance, currency),
      ])
    }
    listing.rows.append(
      edge(account.days.upperBound, .closingBalance, account.closing.balance))
    return listing
  }

  /// Nothing is left blank.
  private func shown(_ amount: Money?) -> Listing.Cell {
    guard let amount, !amount.isZero else { return .none }
    return .money(amount, currency)
  }

  private var closing: Listing {
    var listing = Listing([.init("part", say(.part)), .init("amount", say(.amount), .right)])
    listing.rows = statement.closingParts.map {
      [.word($0.key, shown: say($0.name)), .money($0.amount, currency)]
    }
    return listing
  }

  private var overdue: Listing {
    var listing = dueListing
    listing.rows = statement.account.claim.dues.map { due in
      [
        .day(due.dueOn), .money(due.principal, currency), .money(due.interest, currency),
        .money(due.principal + due.interest, currency),
      ]
    }
    return listing
  }

  private var next: Listing {
    var listing = dueListing
    listing.rows = statement.next.map { due in
      [
        .day(due.dueOn), .money(due.principal, currency),
        .money(due.interest - due.subsidised, currency), .money(due.borrowerTotal, currency),
      ]
    }
    return listing
  }

  private var dueListing: Listing {
    Listing([
      .init("due_on", say(.dueOn)), .init("principal", say(.principal), .right),
      .init("interest", say(.interest), .right), .init("total", say(.borrowerPays), .right),
    ])
  }
}

extension StatementLine {
  /// The name of the line's kind for programs.
  var key: String {
    switch movement?.kind {
    case .fellDue: "fell-due"
    case .interestBilled: "interest-billed"
    case .penaltyAccrued: "penalty-accrued"
    case .compoundAccrued: "compound-accrued"
    case .creditUsed: "credit-used"
    case .fact, nil: fact?.kind.rawValue ?? ""
    }
  }

  /// What lowered the balance: money that came in, or what was forgiven; negative for money given
  /// back.
  var received: Money? { movement.map { $0.settled.sum + $0.credit } }
}

extension LoanStatement {
  /// What the closing balance is the sum of; then the interest that runs, and the sum of all.
  var closingParts: [(key: String, name: Phrase, amount: Money)] {
    let closing = account.closing
    return [
      ("principal", .outstanding, closing.owed.principal),
      ("interest_due", .interestDue, closing.owed.interest),
      ("compound_due", .compoundDue, closing.owed.compound),
      ("penalty_due", .penaltyDue, closing.owed.penalty),
      ("costs_due", .costsDue, closing.owed.costs),
      ("credit", Phrase(zh: "减预收", en: "Less credit held"), -closing.credit),
      ("balance", .closingBalance, closing.balance),
      ("interest_running", .interestRunning, account.claim.running.borrower),
      ("total_owed", .totalOwed, account.claim.totalOwed),
    ]
  }
}
