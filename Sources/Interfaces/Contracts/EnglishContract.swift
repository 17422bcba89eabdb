import Banks
import LoanProducts
import Operations
import Quantities
import Repositories
import Scheduling

/// The contract in English, to be read beside the Chinese text, which is the one that is signed.
struct EnglishContract {
  let content: ContractContent

  private var terms: LoanTerms { content.loan.terms }

  var lines: [String] {
    var lines = [
      "LOAN CONTRACT", "Contract No. \(content.loan.number)",
      "Translation; the Chinese text is the one that is signed.", "",
    ]
    lines += parties + [""]
    let clauses = [
      purpose, amount, term, rate, repayment, subsidy, penalty, order, advance, copies,
    ]
    for (index, clause) in clauses.compactMap(\.self).enumerated() {
      lines.append("\(index + 1). \(clause)")
    }
    lines += [""] + signatures + ["", "Annex: repayment schedule (\(content.bank.currency.code))"]
    let head = ["No.", "Due on", "Principal", "Interest", "Together", "Balance"]
    lines += ContractTable.lines([head] + content.rows)
    if content.loan.terms.rate.isFloating {
      lines.append("The rate floats; the annex takes it as it is today.")
    }
    lines.append("The borrower pays in all: \(content.figure(content.total))")
    return lines
  }

  private var parties: [String] {
    let place = content.branch.map { " (\($0.name.english))" } ?? ""
    var lines = ["Lender: \(content.bank.name.english)\(place)"]
    lines.append("Borrower: \(party(content.borrower))")
    if let second = content.coBorrower { lines.append("Co-borrower: \(party(second))") }
    return lines
  }

  private func party(_ borrower: Borrower) -> String {
    "\(borrower.name), identity number \(borrower.identity.number)"
  }

  private var purpose: String {
    let product = content.product.map { "\($0.english). " } ?? ""
    return "\(product)Purpose: \(content.loan.purpose). The borrower does not change it."
  }

  private var amount: String {
    let figure = "Amount: \(content.bank.currency.code) \(content.figure(terms.principal))"
    guard content.bank.currency == .yuan else { return "\(figure)." }
    return "\(figure) (in capitals: \(ChineseCapitals.yuan(terms.principal)))."
  }

  private var term: String {
    """
    Term: from \(terms.startsOn) to \(terms.maturesOn). It may be paid out in parts; what is paid \
    out later bears interest from that day.
    """
  }

  private var rate: String {
    switch terms.rate {
    case .fixed: return "Rate: \(content.ratePercent) % a year, fixed; interest by \(basis)."
    case .floating(let index, let spread, let reset):
      return """
        Rate: the \(index == .oneYear ? "one-year" : "five-year") loan prime rate plus \
        \(spread.percent) percentage points, \(content.ratePercent) % a year at the signature, \
        taken anew \(resetWords(reset)); interest by \(basis).
        """
    }
  }

  private var basis: String {
    switch terms.basis {
    case .months: return "whole months at a twelfth of the rate, other periods by days of 360"
    case .monthsAndDays: return "whole months at a twelfth of the rate and days of 360"
    case .monthsOfThirtyDays(let days): return "months of 30 days in years of \(days)"
    case .days(let count): return "days (\(count.rawValue))"
    }
  }

  private func resetWords(_ reset: RateReset) -> String {
    switch reset {
    case .yearly(let month, let day): return "each year on day \(day) of month \(month)"
    case .anniversary: return "on each anniversary"
    case .publication: return "with each publication"
    }
  }

  private var repayment: String {
    """
    Repayment: \(method). The borrower pays on the days and in the amounts of the annex, \
    \(content.rows.count) in number.
    """
  }

  private var method: String {
    switch terms.repayment.method {
    case .equalInstallments: return "equal instalments"
    case .equalPrincipal: return "equal parts of principal"
    case .interestThenPrincipal: return "interest on its due days, principal at maturity"
    case .atMaturity: return "principal and interest in one sum at maturity"
    case .plan: return "principal by a plan"
    case .graceThenEqualInstallments: return "interest only, then equal instalments"
    case .seasonal: return "principal by season"
    case .stepped: return "instalments that change by steps"
    case .revolving: return "drawn and repaid at will"
    case .imported: return "by an imported schedule"
    }
  }

  private var subsidy: String? {
    guard let subsidy = terms.subsidy else { return nil }
    let payer = subsidy.payer == .programme ? "a programme" : "public finance"
    let share = FixedPoint.trimmed(Int128(subsidy.shareBasisPoints), decimals: 2, least: 0)
    let limit = subsidy.principalLimit.map { " on principal up to \(content.figure($0))" } ?? ""
    let until = subsidy.until.map { ", until before \($0)" } ?? ""
    let stop = subsidy.stopsWhenOverdue ? "; none while an instalment is overdue" : ""
    return "Subsidy: \(payer) bears \(share) % of the interest\(limit)\(until)\(stop)."
  }

  private var penalty: String {
    let compound = terms.compound == nil ? "" : "; unpaid interest bears compound interest"
    return """
      Overdue principal bears \(terms.penaltyPercent) % of the rate from the day it is overdue; a \
      loan used otherwise than agreed bears \(terms.misusePercent) %; never both\(compound).
      """
  }

  private var order: String {
    "Payments go to the costs of enforcement, to interest and penalty, to principal; oldest first."
  }

  private var advance: String {
    "The borrower may repay early and pays interest for the days of the loan."
  }

  private var copies: String { "In force from the parties' signatures; a copy for each party." }

  private var signatures: [String] {
    let date = content.signedOn.map { "\($0)" } ?? "____-__-__"
    var lines = ["Lender (seal):", "Borrower (signature):"]
    if content.coBorrower != nil { lines.append("Co-borrower (signature):") }
    return lines + ["Signed on: \(date)"]
  }
}
