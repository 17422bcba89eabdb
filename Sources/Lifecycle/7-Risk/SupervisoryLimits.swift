/// What supervision asks of a village bank, in hundredths of a per cent unless said otherwise.
package enum SupervisoryLimits {
  /// Provision held ÷ non-performing loans (拨备覆盖率), at least.
  ///
  /// Source: 《商业银行贷款损失准备管理办法》, 银监会令2011年第4号, arts. 6–7; 银监发〔2018〕7号 (2018-02-28)
  /// lets a bank be set between 120 and 150 %.
  package static let coverage: Int128 = 150_00
  /// Provision held ÷ loans (贷款拨备率), at least.
  ///
  /// Source: the same; relaxed 1.5 to 2.5 %.
  package static let provisionRatio: Int128 = 2_50
  /// Loans to one borrower ÷ net capital, at most.
  ///
  /// Source: 商业银行法 art. 39.
  package static let singleBorrower: Int128 = 10_00
  /// Loans to the ten largest borrowers ÷ net capital, at most; not confirmed by a legal text.
  package static let tenLargest: Int128 = 50_00
  /// Loans outstanding a borrower, in yuan, at most.
  ///
  /// Source: 银保监办发〔2019〕233号, known from reports of it, not confirmed.
  package static let averageLoan: Int128 = 350_000
  /// Loans to farmers and small firms ÷ loans, at least; source as above.
  package static let farmersAndSmallFirms: Int128 = 90_00
}
