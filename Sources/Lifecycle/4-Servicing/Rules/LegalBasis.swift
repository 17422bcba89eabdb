/// The documents that bound how a loan may change once it is signed, and how sure each is.
///
/// `[C]` its text was seen, `[C2]` in two places, `[G]` general knowledge that was not seen, `[D]`
/// decided here. Whoever files with a regulator checks the gazette first.
package enum LegalBasis: String, Hashable, Sendable, CaseIterable {
  /// 《个人贷款管理办法》, 2010 art. 39, kept in 2024 (in force 2024-07-01).
  ///
  /// `[C2]` A loan of up to one year is extended by at most its own term in all; a longer one ends
  /// within the longest term of its product. `[G]` Households (农户) are held to it, too.
  case personalLoans = "《个人贷款管理办法》"
  /// 《贷款通则》 `[G]` name; `[C]` text.
  ///
  /// A short loan is extended by at most its term, a medium one (over one year, up to five) by at
  /// most half of it, a long one by at most three years; an extension is asked for by maturity, and
  /// a loan that is not extended is overdue from the day after it.
  case generalRules = "《贷款通则》"
  /// 银保监发〔2021〕6号: `[G]` renewed or extended once, its terms unchanged; `[C2]` a rate of at most
  /// the LPR, fixed for the contract; `[C]` (Gansu, 2018) a renewal of at most three years.
  case microcredit = "银保监发〔2021〕6号"
  /// 教财〔2020〕4号: `[C2]` schooling and 15 years, at most 22 in all; `[C]` interest only for 60
  /// months from 1 September of the year of graduation; further study shortens what is left.
  case studentAid = "教财〔2020〕4号"
  /// 财教〔2024〕2号 `[C2]`: interest that falls due in 2024 waived for those who have graduated,
  /// principal of the year put off on request.
  case waiverOf2024 = "财教〔2024〕2号"
  /// 财教〔2025〕69号 `[C2]`: the same for 2025.
  case waiverOf2025 = "财教〔2025〕69号"
  /// 中国银保监会 中国人民银行令〔2023〕第1号 `[C]`: a renewal (无还本续贷) is for a borrower who pays: nothing
  /// may be overdue. `[D]` Its term is at most the product's, from the day of the renewal.
  case renewal = "中国银保监会 中国人民银行令〔2023〕第1号"

  /// The document's name, as messages cite it.
  package var document: String { rawValue }
}
