import Operations
import Quantities
import Repositories

extension ErrorMessages {
  /// Four eyes, reversals and duplicates.
  static func confirmation(_ error: OperationError, _ currency: Currency) -> Phrase {
    switch error {
    case .needsConfirmation(let kind):
      return Phrase(
        zh: "\(kind.rawValue) 须由另一位员工复核；先提出，再 `shanhai loan confirm`",
        en: "\(kind.rawValue) needs another officer; propose it, then `shanhai loan confirm`")
    case .looksLikeDuplicate(let loan, let amount, let day, let fact):
      return Phrase(
        zh: """
          贷款 \(loan) 在 \(day) 已有一笔 \(currency.grouped(amount)) 的还款（事实 \(fact)）；\
          确是另一笔请加 --again
          """,
        en: """
          the loan \(loan) has a repayment of \(currency.grouped(amount)) on \(day) already (fact \
          \(fact)); if this is another one, give --again
          """)
    case .proposedAlready(let kind, let proposal):
      return Phrase(
        zh: "已有一项待复核的 \(kind.rawValue)（提议 \(proposal)）；请先复核或退回",
        en: """
          a \(kind.rawValue) is proposed already (proposal \(proposal)); confirm or decline it \
          first
          """)
    case .proposalUnknown(let proposal, let loan):
      return Phrase(
        zh: "贷款 \(loan) 没有提议 \(proposal)；见 `shanhai loan proposals`",
        en: "the loan \(loan) has no proposal \(proposal); see `shanhai loan proposals`")
    case .proposalDecided(let proposal, let fact):
      return Phrase(
        zh: "提议 \(proposal) 已由事实 \(fact) 办结",
        en: "the proposal \(proposal) was decided by fact \(fact)")
    default: return reversal(error)
    }
  }

  private static func reversal(_ error: OperationError) -> Phrase {
    switch error {
    case .factNotOfLoan(let fact, let loan):
      return Phrase(
        zh: "贷款 \(loan) 没有事实 \(fact)；见 `shanhai loan show \(loan)`",
        en: "the loan \(loan) has no fact \(fact); see `shanhai loan show \(loan)`")
    case .factNotReversible(let fact, let kind):
      return Phrase(
        zh: "事实 \(fact)（\(kind.rawValue)）不能冲正",
        en: "fact \(fact) (\(kind.rawValue)) can't be reversed")
    case .factReversedAlready(let fact, let other):
      return Phrase(
        zh: "事实 \(fact) 已被事实 \(other) 冲正；要恢复请冲正 \(other)",
        en: "fact \(fact) is reversed by fact \(other) already; to restore it reverse \(other)")
    case .disbursementFollowed(let fact, let later):
      return Phrase(
        zh: "放款（事实 \(fact)）之后已有事实 \(later)；请先冲正后面的",
        en: "the disbursement (fact \(fact)) is followed by fact \(later); reverse that first")
    case .disbursementAccrued(let fact):
      return Phrase(
        zh: "放款（事实 \(fact)）之后已经计提利息，不能撤销；请办理提前还款",
        en: """
          interest is accrued since the disbursement (fact \(fact)), it can't be undone; repay in \
          advance instead
          """)
    default: return unexpected(error)
    }
  }
}
