import Banks
import LoanProducts
import Postgres
package import Quantities
import Repositories

/// Who pays beside the borrowers: found for each application of a unit of work, and kept with the
/// loan.
///
/// Rule:   by line, borrower's division and day of the agreement, the nearest programme of the
///         subsidy's payer and the nearest fund. A loan that a fund covers is not lent while the
///         bank's loans of that line in the fund's place were above its stop line at the last
///         month's end.
/// Source: 银保监发〔2021〕6号 and its county rules; see `seeds/funds.csv`.
final class PayerDesk {
  private let work: BankWork
  private let programmes: [Programme]
  private let funds: [CompensationFund]
  /// What the last month's end says of each fund's place; nil before the first run.
  private var ratios: [String: NonPerformingRatio?] = [:]

  init(_ work: BankWork) throws {
    self.work = work
    let catalog = CatalogRepository(work.connection)
    programmes = try catalog.programmes().map(\.programme)
    funds = try catalog.funds().map(\.fund)
  }

  /// Who pays for a loan on these terms, which take in the fund's share.
  ///
  /// - Throws: `PayerError.lendingStopped`, `PostgresError`.
  func find(_ terms: inout LoanTerms, line: ProductLine, division: String) throws -> LoanPayers {
    var payers = LoanPayers()
    if let payer = terms.subsidy?.payer {
      payers.programme =
        programmes.paying(payer, line: line, division: division, on: terms.agreedOn)?.code
    }
    guard let fund = funds.nearest(line: line, division: division, on: terms.agreedOn) else {
      return payers
    }
    try checkStopLine(fund)
    let share = fund.sharePercent(of: terms.principal)
    guard share > 0 else { return payers }
    payers.fund = fund.code
    payers.fundSharePercent = share
    terms.fundSharePercent = share
    return payers
  }

  /// Keeps who pays for a loan, if anyone does.
  func keep(_ payers: LoanPayers, for loan: LoanRecord) throws {
    guard payers != LoanPayers() else { return }
    try PayerRepository(work.connection)
      .insert(payers, bankID: work.bank.id, loanID: loan.loanID)
  }

  /// Finds the programmes of subsidised loans that came without an application.
  ///
  /// They were taken over from another book, or lent before there were programmes; no fund shares
  /// their loss.
  func assignMissing() throws {
    let repository = PayerRepository(work.connection)
    let found = try repository.unassigned(bankID: work.bank.id).compactMap { loan in
      programmes.paying(
        loan.payer, line: loan.line, division: loan.divisionCode, on: loan.agreedOn
      ).map { (loanID: loan.loanID, payers: LoanPayers(programme: $0.code)) }
    }
    try repository.insert(found, bankID: work.bank.id)
  }

  private func checkStopLine(_ fund: CompensationFund) throws {
    guard let ratio = try ratio(of: fund) else { return }
    guard !fund.stopsLending(nonPerforming: ratio.nonPerforming, of: ratio.principal) else {
      throw PayerError.lendingStopped(
        fund: fund.code, ratio, allowedBasisPoints: fund.stopBasisPoints)
    }
  }

  private func ratio(of fund: CompensationFund) throws -> NonPerformingRatio? {
    if let known = ratios[fund.code] { return known }
    var ratio: NonPerformingRatio?
    if let last = try PositionRepository(work.connection).last(bankID: work.bank.id) {
      let found = try PayerRepository(work.connection).nonPerforming(
        bankID: work.bank.id, month: last.month, version: last.version, line: fund.line,
        divisionPrefix: fund.divisionPrefix)
      ratio = NonPerformingRatio(
        month: last.month, principal: found.principal, nonPerforming: found.nonPerforming)
    }
    ratios[fund.code] = .some(ratio)
    return ratio
  }
}

/// What a bank's loans of a line in a place came to at a month's end, in minor units.
package struct NonPerformingRatio: Hashable, Sendable {
  package let month: Month
  package let principal: Int128
  /// Of the principal, that of loans that are substandard or worse.
  package let nonPerforming: Int128

  package init(month: Month, principal: Int128, nonPerforming: Int128) {
    self.month = month
    self.principal = principal
    self.nonPerforming = nonPerforming
  }
}
