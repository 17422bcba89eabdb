import Quantities

/// The words that all changes of a signed loan share: options, sections, figures.
extension Phrase {
  // Options.
  static let changeReasonHelp = Phrase(zh: "事由；记入事实。", en: "Why; it is kept with the fact.")
  static let changeKeyHelp = Phrase(
    zh: "幂等键，如审批单号；同一个键只办一次。除 --preview 外必写。",
    en: "Idempotency key, such as the form's number: one key is done once. Not for --preview.")
  static let changePreviewHelp = Phrase(
    zh: "只试算：变更前后对照，什么都不存。",
    en: "Only try it: before and after side by side, nothing is stored.")
  static let keyOrPreview = Phrase(
    zh: "请写 --key，或用 --preview 试算", en: "give --key, or try it with --preview")
  static let changeOnHelp = Phrase(
    zh: "生效日；默认为营业日期，可以补记更早的日期。",
    en: "The day it is effective; by default the business date, earlier is possible.")
  static let restructuringHelp = Phrase(
    zh: "因借款人财务困难作出的让步：贷款从此为重组资产。",
    en: "A concession because the borrower is in difficulty: the loan is restructured by it.")
  static let decreeAllHelp = Phrase(
    zh: "该行全部适用的贷款，一笔不漏，一次办完。",
    en: "All loans of the bank that are meant, in one transaction.")
  static let loanOrAll = Phrase(
    zh: "请写贷款编号，或用 --all，二者取一", en: "name a loan, or give --all, one of the two")

  // Sections.
  static func sectionChange(_ step: ChangeStep) -> Phrase {
    switch step {
    case .previewed: Phrase(zh: "试算（未入账）", en: "Preview, nothing is stored")
    case .done: Phrase(zh: "变更", en: "Change")
    case .proposed: Phrase(zh: "提议，待另一位员工确认", en: "Proposal, waits for another officer")
    }
  }
  static let sectionComparison = Phrase(zh: "变更前后", en: "Before and after")
  static func sectionTransfers(_ step: ChangeStep) -> Phrase {
    switch step {
    case .done: Phrase(zh: "分录", en: "Booked")
    case .previewed, .proposed: Phrase(zh: "将记的分录", en: "Would be booked")
    }
  }
  static let sectionInstallments = Phrase(zh: "未到期各期", en: "Instalments to come")

  // Figures.
  static let changeBefore = Phrase(zh: "变更前", en: "Before")
  static let changeAfter = Phrase(zh: "变更后", en: "After")
  static let changeNextDue = Phrase(zh: "下一还款日", en: "Next due day")
  static let changeInstallment = Phrase(zh: "下一期应还", en: "Next instalment")
  static let changeInstallments = Phrase(zh: "剩余期数", en: "Instalments to come")
  static let changeInterestToCome = Phrase(zh: "今后利息", en: "Interest to come")
  static let changeDue = Phrase(zh: "已到期未还", en: "Due and unpaid")
  static let changeTotalOwed = Phrase(zh: "欠款合计", en: "Total owed")
  static let changePrincipalAfter = Phrase(zh: "变更后本金", en: "Principal after")
  static let changeInterestAfter = Phrase(zh: "变更后利息", en: "Interest after")
  static let changeProposal = Phrase(zh: "提议", en: "Proposal")
  static let changeConfirmWith = Phrase(zh: "由另一位员工确认", en: "Another officer confirms with")
  static let changeReason = Phrase(zh: "事由", en: "Reason")
  static let changeCosts = Phrase(zh: "实现债权费用", en: "Costs")
  static let changeCompound = Phrase(zh: "复利", en: "Compound interest")
  static let changePenalty = Phrase(zh: "罚息", en: "Penalty")
  static let maturesBefore = Phrase(zh: "原到期日", en: "Matured on")
  static let maturesAfter = Phrase(zh: "新到期日", en: "Matures on")
  static let refusedWith = Phrase(zh: "拒绝代码", en: "Refused")
  static let refusedBecause = Phrase(zh: "拒绝原因", en: "Because")
  static let proposedBy = Phrase(zh: "提议人", en: "Proposed by")

  static func loansRefused(_ count: Int, changed: Int) -> Phrase {
    Phrase(
      zh: "\(count) 笔被拒绝，其余 \(changed) 笔已办；被拒绝的见上表，改正后用同一个键再来一次",
      en: """
        of \(count + changed) loans \(count) refused and \(changed) changed; mend those listed \
        above and run it again with the same key
        """)
  }
}
