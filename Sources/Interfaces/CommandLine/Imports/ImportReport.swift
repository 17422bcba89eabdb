import Banks
import Interchange
import LoanProducts
import Operations
import Quantities

/// What became of the lines of a book, counted by bank and outcome.
struct ImportReport {
  /// What a line came to, in the order of print.
  enum Fate: String, Hashable, CaseIterable {
    case imported = "imported"
    /// The same line was imported before.
    case known = "known"
    case nothingOwed = "nothing-owed"
    case refused = "refused"
  }

  private struct Sums {
    var loans = 0
    var granted: Int128 = 0
    var balance: Int128 = 0
  }

  private struct Line {
    let loan: BookLoan
    let currency: Currency
    let fate: Fate
    let loanNumber: String
  }

  private var banks: [(code: String, currency: Currency, sums: [Fate: Sums])] = []
  private var lines: [Line] = []
  private(set) var problems: LineProblems

  init(_ problems: LineProblems) { self.problems = problems }

  mutating func add(_ outcomes: [ImportOutcome], of part: LoanBook.Part) {
    var sums: [Fate: Sums] = [:]
    let currency = part.bank.currency
    for (loan, outcome) in zip(part.loans, outcomes) {
      var fate = Fate.nothingOwed
      var loanNumber = ""
      switch outcome {
      case .imported(let number, let isNew):
        fate = isNew ? .imported : .known
        loanNumber = number
      case .nothingOwed: break
      case .refused(let error):
        fate = .refused
        problems.note(LineProblem(loan.line, error, currency))
      }
      sums[fate, default: Sums()].loans += 1
      sums[fate, default: Sums()].granted += Int128(loan.granted.minorUnits)
      sums[fate, default: Sums()].balance += Int128(loan.terms.principal.minorUnits)
      lines.append(Line(loan: loan, currency: currency, fate: fate, loanNumber: loanNumber))
    }
    banks.append((part.bank.code, currency, sums))
  }

  /// Loans and amounts by bank and outcome.
  var summary: Listing {
    var listing = Listing([
      .init("bank", say(.bank)), .init("outcome", say(.bookOutcome)),
      .init("loans", say(.loans), .right), .init("granted", say(.bookGranted), .right),
      .init("balance", say(.balance), .right),
    ])
    for bank in banks {
      for fate in Fate.allCases {
        guard let sums = bank.sums[fate] else { continue }
        listing.rows.append([
          .text(bank.code), .word(fate.rawValue, shown: say(.bookFate(fate))),
          .integer(sums.loans),
          amount(sums.granted, bank.currency), amount(sums.balance, bank.currency),
        ])
      }
    }
    return listing
  }

  /// The refused lines, in the order of the file.
  var refusals: Listing {
    var sorted = LineProblems()
    for problem in problems.kept.sorted(by: { $0.line < $1.line }) { sorted.note(problem) }
    return Listing(sorted)
  }

  /// Every loan with its old and its new number.
  var each: Listing {
    var listing = Listing([
      .init("line", say(.line), .right), .init("old_number", say(.bookOldNumber)),
      .init("outcome", say(.bookOutcome)), .init("loan_number", say(.loanNumber)),
      .init("granted", say(.bookGranted), .right), .init("balance", say(.balance), .right),
    ])
    for line in lines.sorted(by: { $0.loan.line < $1.loan.line }) {
      listing.rows.append([
        .integer(line.loan.line), .text(line.loan.oldNumber),
        .word(line.fate.rawValue, shown: say(.bookFate(line.fate))), .text(line.loanNumber),
        .money(line.loan.granted, line.currency),
        .money(line.loan.terms.principal, line.currency),
      ])
    }
    return listing
  }

  /// A sum that may pass 64 bits.
  private func amount(_ sum: Int128, _ currency: Currency) -> Listing.Cell {
    .word(
      FixedPoint.text(sum, decimals: currency.decimals),
      shown: FixedPoint.text(sum, decimals: currency.decimals, grouped: true))
  }
}
