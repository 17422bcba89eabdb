package import LoanProducts

/// The accounts of the books, by the codes of the Chinese chart.
///
/// Source: first-level codes of 企业会计准则——应用指南 (财会〔2006〕18号), appendix; the second level is
/// the program's own. The chart with its names stands in `seeds/accounts.csv` and in the table
/// `accounts`.
package enum Account: String, Hashable, Sendable, CaseIterable {
  /// 存放中央银行款项: the bank's own money, which programmes, funds and courts are paid by and from.
  case cash = "1003"
  /// 应收利息 from borrowers.
  case interestFromBorrowers = "113201"
  /// 应收利息 from public finance (财政贴息).
  case interestFromFinance = "113202"
  /// 应收利息 from cooperation programmes.
  case interestFromProgrammes = "113203"
  /// 应收罚息: penalty and compound interest (复利).
  case penaltyReceivable = "113204"
  /// 其他应收款: costs of enforcement laid out for borrowers.
  case costsReceivable = "122101"
  /// 其他应收款: claims on risk-compensation funds.
  case compensationReceivable = "122102"
  /// 贷款: principal lent and not repaid, due or not; the control account of those by line.
  case loans = "1303"
  case industryLoans = "130301"
  case microcreditLoans = "130302"
  case educationLoans = "130303"
  case tourismLoans = "130304"
  case studentAidLoans = "130305"
  case otherLoans = "130309"
  /// 贷款损失准备.
  case provisions = "1304"
  /// 吸收存款: the borrowers' settlement accounts, from and to which loans are paid.
  case settlement = "2011"
  /// 其他应付款, money received in advance or too much.
  case credits = "224101"
  /// 其他应付款: cover of risk-compensation funds for loans not yet written off.
  case compensationHeld = "224103"
  /// 其他应付款: recovered money that belongs to risk-compensation funds.
  case compensationOwedBack = "224104"
  /// 利息收入.
  case interestIncome = "601101"
  /// 罚息收入: from penalty and compound interest.
  case penaltyIncome = "601102"
  /// 资产减值损失, of loans: what provisions cost.
  case provisionExpense = "670101"
  /// 期初余额: the other side of balances taken over from another book.
  case openingBalances = "990001"
  /// 表外: 应收未收利息, interest of loans that do not accrue.
  case suspendedInterest = "990201"
  /// 表外: 已核销贷款, claims that were written off.
  case writtenOffClaims = "990301"
  /// 表外: the other side of what stands off the balance sheet.
  case offBalance = "990901"

  /// The account of a line's principal; the control account for no line.
  package static func loans(of line: ProductLine?) -> Account {
    switch line {
    case .industry: return .industryLoans
    case .microcredit: return .microcreditLoans
    case .education: return .educationLoans
    case .tourism: return .tourismLoans
    case .studentAid: return .studentAidLoans
    case .other: return .otherLoans
    case nil: return .loans
    }
  }
}
