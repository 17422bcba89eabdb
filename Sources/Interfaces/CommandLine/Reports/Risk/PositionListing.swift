import Banks
import Classification
import Interchange
import Operations
import Quantities
import Repositories
import Risk

/// Positions as rows, for people and for programs that recompute a report.
struct PositionListing {
  let language: Language

  var columns: [Listing.Column] {
    words.map { key, title in Listing.Column(key, title(language)) }
      + amounts.map { key, title in Listing.Column(key, title(language), .right) }
      + flags.map { key, title in Listing.Column(key, title(language)) }
  }

  private var words: [(String, Phrase)] {
    [("bank", .bank), ("loan", RiskWords.loanNumber)]
      + cuts.map { ($0.rawValue, RiskWords.name(of: $0)) }
      + [
        ("borrower_reference", RiskWords.reference), ("group", RiskWords.group),
        ("starts_on", RiskWords.startsOn), ("matures_on", RiskWords.maturesOn),
        ("class", RiskWords.riskClassTitle),
      ]
  }

  private var amounts: [(String, Phrase)] {
    [
      ("granted", RiskWords.granted), ("principal", .principal),
      ("principal_due", RiskWords.principalDue), ("interest_due", RiskWords.interestDue),
      ("interest_running", RiskWords.interestRunning), ("penalty_due", RiskWords.penaltyDue),
      ("book_principal", RiskWords.bookPrincipal),
      ("general_provision", RiskWords.generalProvision),
      ("special_provision", RiskWords.specialProvision),
      ("principal_overdue_days", RiskWords.principalOverdueDays),
      ("interest_overdue_days", RiskWords.interestOverdueDays),
    ]
  }

  private var flags: [(String, Phrase)] {
    [("restructured", RiskWords.isRestructured), ("non_accrual", RiskWords.isNonAccrual)]
  }

  private var cuts: [PortfolioCut] { PortfolioCut.allCases.filter { $0 != .whole } }

  func cells(_ listed: ListedPosition) -> [Listing.Cell] {
    let (entry, position) = (listed.entry, listed.entry.position)
    let currency = listed.bank.currency
    func money(_ amount: Money) -> Listing.Cell { .money(amount, currency) }
    func flag(_ value: Bool) -> Listing.Cell {
      .flag(value, shown: value ? RiskWords.yes(language) : "")
    }
    return [.text(listed.bank.code), .text(entry.loanNumber)]
      + cuts.map { .text(listed.members[$0] ?? "") }
      + [
        .text(entry.borrower), entry.group.map { .text($0) } ?? .none, .day(entry.startsOn),
        .day(entry.maturesOn),
        .word(position.riskClass.rawValue, shown: Phrase.listed(position.riskClass)(language)),
      ]
      + [
        money(entry.granted), money(position.principal), money(position.principalDue),
        money(position.interestDue), money(position.interestRunning), money(position.penaltyDue),
        money(position.bookPrincipal), money(position.generalProvision),
        money(position.specialProvision), .integer(position.principalOverdueDays),
        .integer(position.interestOverdueDays),
      ]
      + [flag(position.isRestructured), flag(position.isNonAccrual)]
  }
}
