import Operations
import Quantities
import Repositories

/// The words of facts that can't be added or undone, and of the second officer.
extension ErrorMessages {
  static func secondOfficer(_ error: OperationError) -> Phrase {
    switch error {
    case .needsConfirmation(let kind):
      return Phrase(
        zh: "\(kind.rawValue) 须由另一位员工确认；请先提议，再由他 `loan confirm`",
        en: """
          \(kind.rawValue) needs a second officer; propose it, and have another one `loan confirm` \
          it
          """)
    case .proposedAlready(let kind, let proposal):
      return Phrase(
        zh: "\(kind.rawValue) 已有提议 \(proposal) 待确认；请先确认或否决它（`loan confirm`、`loan decline`）",
        en: """
          the proposal \(proposal) of \(kind.rawValue) still waits; confirm or decline it first \
          (`loan confirm`, `loan decline`)
          """)
    case .proposalUnknown(let proposal, let loan):
      return Phrase(
        zh: "贷款 \(loan) 没有提议 \(proposal)；见 `loan proposals`",
        en: "the loan \(loan) has no proposal \(proposal); see `loan proposals`")
    case .proposalDecided(let proposal, let fact):
      return Phrase(
        zh: "提议 \(proposal) 已有决定（事实 \(fact)）；需要时请另行提议",
        en: "the proposal \(proposal) was decided on by fact \(fact); propose anew if need be")
    default: return unexpected(error)
    }
  }

  /// Amounts are in the bank's currency.
  static func fact(_ error: OperationError, _ currency: Currency) -> Phrase {
    switch error {
    case .looksLikeDuplicate(let loan, let amount, let day, let fact):
      return Phrase(
        zh: """
          贷款 \(loan) 在 \(day) 已有一笔 \(currency.grouped(amount)) 的还款（事实 \(fact)）；\
          确是另一笔时加 --again
          """,
        en: """
          the loan \(loan) has a repayment of \(currency.grouped(amount)) on \(day) already, fact \
          \(fact); if this is another one, give --again
          """)
    case .factNotOfLoan(let fact, let loan):
      return Phrase(
        zh: "贷款 \(loan) 没有事实 \(fact)；编号见 `loan show \(loan)`",
        en: "the loan \(loan) has no fact \(fact); `loan show \(loan)` has the numbers")
    case .factNotReversible(let fact, let kind):
      return Phrase(
        zh: "事实 \(fact)（\(kind.rawValue)）不能冲正；可冲正的是放款、还款、变更等",
        en: """
          the fact \(fact) (\(kind.rawValue)) can't be reversed; disbursements, repayments and \
          changes can
          """)
    case .factReversedAlready(let fact, let other):
      return Phrase(
        zh: "事实 \(fact) 已被 \(other) 冲正；要恢复它，请冲正 \(other)",
        en: "the fact \(fact) was reversed by \(other); to bring it back, reverse \(other)")
    case .disbursementFollowed(let fact, let other):
      return Phrase(
        zh: "放款 \(fact) 之后已有事实 \(other)；请先冲正后者",
        en: "the disbursement \(fact) was followed by fact \(other); reverse that one first")
    case .disbursementAccrued(let fact):
      return Phrase(
        zh: "放款 \(fact) 已计提利息，不能再撤销；请用还款结清",
        en: """
          interest of the disbursement \(fact) is accrued, so it can't be undone; a repayment pays \
          it off
          """)
    default: return unexpected(error)
    }
  }
}
