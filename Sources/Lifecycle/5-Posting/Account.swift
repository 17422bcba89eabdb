/// The accounts of the books, by the codes of the Chinese chart.
///
/// Source: first-level codes of 企业会计准则——应用指南 (财会〔2006〕18号), appendix; the second level is
/// the program's own. The same rows stand in the table `accounts`.
package enum Account: String, Hashable, Sendable, CaseIterable {
  /// 贷款: principal lent and not repaid, due or not.
  case loans = "1303"
  /// 应收利息 from borrowers.
  case interestFromBorrowers = "113201"
  /// 应收利息 from public finance (财政贴息).
  case interestFromFinance = "113202"
  /// 应收利息 from cooperation programmes.
  case interestFromProgrammes = "113203"
  /// 应收罚息: penalty and compound interest (复利).
  case penaltyReceivable = "113204"
  /// 吸收存款: the borrowers' settlement accounts, from and to which loans are paid.
  case settlement = "2011"
  /// 其他应付款, money received in advance or too much.
  case credits = "224101"
  /// 利息收入.
  case interestIncome = "601101"
  /// 罚息收入: from penalty and compound interest.
  case penaltyIncome = "601102"
  /// 期初余额: the other side of balances taken over from another book.
  case openingBalances = "990001"
}
