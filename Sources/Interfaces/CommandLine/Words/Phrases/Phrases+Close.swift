import Operations
import Repositories

extension Phrase {
  static let closeMonthAbstract = Phrase(
    zh: "月结：计提、分类、拨备、头寸、核对、结账。",
    en: "A month's end: accrue, classify, provide, count, check and close.")
  static let closeMonthDiscussion = Phrase(
    zh: """
      逐步进行，每一步单独提交，可以重来：accrue（利息）、penalty（罚息和复利）、non-accrual（非应计）、
      classify（分类）、provision（拨备）、positions（月末头寸）、check（账实核对）、close（合计与摘要）。
      自上次结账以来未结的月份一并结账。营业日期须已进入下月；无法计算的贷款搁置列出，该月不能结账。
      """,
    en: """
      Goes step by step, each committed by itself and safe to repeat: accrue, penalty (and \
      compound), non-accrual, classify, provision, positions, check (books against loans), close \
      (totals and digest). Months left open since the last close are closed first. The business \
      date must be in a later month; loans that can't be computed are set aside, listed, and keep \
      the month open.
      """)
  static let closeThroughHelp = Phrase(
    zh: "做到哪一步为止。", en: "The last step to do.")
  static let closeDryRunHelp = Phrase(
    zh: "只按银行、产品线、付息方列出将要记的金额，什么都不写。",
    en: "Only show what would be posted, by bank, line and payer; write nothing.")
  static let closeReopenAbstract = Phrase(
    zh: "重新打开最近结账的月份（双人）。", en: "Open the last closed month again (four eyes).")
  static let closeReopenDiscussion = Phrase(
    zh: "一名审批人用 --reason 提出，另一名加 --confirm 确认；两次都作为事实留存。再次结账产生新版本的头寸。",
    en: """
      One approver proposes it with --reason, another confirms it with --confirm; both are kept as \
      facts. Closing it again makes a new version of its positions.
      """)
  static let closeReasonHelp = Phrase(zh: "为什么要重新打开。", en: "Why it is to be opened again.")
  static let closeConfirmHelp = Phrase(
    zh: "确认另一名员工的提议。", en: "Confirm what another officer proposed.")
  static let closeReasonOrConfirm = Phrase(
    zh: "要么给 --reason，要么给 --confirm", en: "give either --reason or --confirm")
  static let closeStep = Phrase(zh: "步骤", en: "Step")
  static let closeRows = Phrase(zh: "行数", en: "Rows")
  static let closeSeconds = Phrase(zh: "秒", en: "Seconds")
  static let closeDigest = Phrase(zh: "摘要", en: "Digest")
  static let closeIsOpen = Phrase(zh: "已打开", en: "Open again")
  static let closeReason = Phrase(zh: "理由", en: "Reason")
  static let setAside = Phrase(zh: "搁置", en: "set aside")

  /// A step of a month's end; its own name for one that is not known.
  static func step(_ name: String) -> Phrase {
    switch CloseStep(rawValue: name) {
    case .accrue: Phrase(zh: "计提利息", en: "accrue")
    case .penalty: Phrase(zh: "罚息和复利", en: "penalty")
    case .nonAccrual: Phrase(zh: "非应计", en: "non-accrual")
    case .classify: Phrase(zh: "分类", en: "classify")
    case .provision: Phrase(zh: "拨备", en: "provision")
    case .positions: Phrase(zh: "月末头寸", en: "positions")
    case .check: Phrase(zh: "账实核对", en: "check")
    case .close: Phrase(zh: "结账", en: "close")
    case nil: Phrase(zh: name, en: name)
    }
  }

  static func loansSetAside(_ loans: [SetAsideRecord]) -> Phrase {
    let first = loans[0]
    return Phrase(
      zh: """
        有 \(loans.count) 笔贷款无法计算，所在月份不能结账；第一笔 \(first.loanNumber)：\(first.code)\
        （\(first.reason)）；更正后重新运行
        """,
      en: """
        \(loans.count) loans could not be computed and keep their month open; the first is \
        \(first.loanNumber): \(first.code) (\(first.reason)); correct them and run it again
        """)
  }
}
