/// The words of `compensation`, and of the funds in the catalog.
extension Phrase {
  static let compensationAbstract = Phrase(
    zh: "风险补偿金分担的损失：申请、到账、拒付、返还。",
    en: "Losses that risk-compensation funds share: claimed, paid, refused, given back.")
  static let compensationDiscussion = Phrase(
    zh: """
      借款人欠多少仍欠多少；补偿金只分担银行的损失：
        shanhai compensation due --bank pingguo                         逾期超过缓冲期的贷款
        shanhai compensation claim 111… --key 申请-0001 --bank pingguo
        shanhai compensation pay 111… --key 回单-0001 --bank pingguo
        shanhai compensation list --bank pingguo                        追回后几个工作日内须返还
        shanhai compensation return 111… --key 返还-0001 --bank pingguo
      """,
    en: """
      The borrower owes what he owes; the fund shares the bank's loss:
        shanhai compensation due --bank pingguo                         overdue beyond the buffer
        shanhai compensation claim 111… --key claim-0001 --bank pingguo
        shanhai compensation pay 111… --key receipt-0001 --bank pingguo
        shanhai compensation list --bank pingguo                        what is to be given back
        shanhai compensation return 111… --key return-0001 --bank pingguo
      """)
  static let compensationDueAbstract = Phrase(
    zh: "列出有补偿金、逾期超过缓冲期而未申请的贷款。",
    en: "List loans overdue for longer than their fund's buffer, nothing claimed yet.")
  static let compensationDueDiscussion = Phrase(
    zh: "按营业日期日终的债权；金额是逾期本金和利息乘以补偿金比例，不含罚息和复利。",
    en: """
      By the claim at the end of the business date. The amount is the fund's share of
      overdue principal and interest, without penalty and compound interest.
      """)
  static let compensationClaimAbstract = Phrase(
    zh: "向补偿金申请其分担的部分。", en: "Claim a fund's share of a loan that is long overdue.")
  static let compensationClaimDiscussion = Phrase(
    zh: """
      默认金额是逾期本金和利息的分担部分；贷款已宣布提前到期的加 --accelerated，按全部本息。缓冲期内、已申请过的、
      超过分担部分的都被拒绝。须由客户经理办理。
      """,
    en: """
      By default the share of overdue principal and interest; of all of the loan with
      --accelerated, if it was called due. Refused within the buffer, a second time, and
      above the share. By an account officer.
      """)
  static let compensationPayAbstract = Phrase(zh: "补偿金到账。", en: "A fund pays.")
  static let compensationPayDiscussion = Phrase(
    zh: "默认全部未付的。借款人的债务不因此减少。须由柜员办理。",
    en: "By default all that is open. The borrower owes no less for it. By a cashier.")
  static let compensationRejectAbstract = Phrase(
    zh: "补偿金拒付。", en: "A fund refuses what was claimed.")
  static let compensationRejectDiscussion = Phrase(
    zh: "默认全部未付的。全部拒付后可以再申请。须由客户经理办理。",
    en: """
      By default all that is open. What was refused in whole may be claimed again. By an
      account officer.
      """)
  static let compensationReturnAbstract = Phrase(
    zh: "把追回的款项中属于补偿金的部分返还。",
    en: "Give a fund its share of what was recovered.")
  static let compensationReturnDiscussion = Phrase(
    zh: "默认全部应返还的。期限见 `shanhai compensation list`。须由柜员办理。",
    en: """
      By default all that is owed back. How long there is for it: `shanhai compensation
      list`. By a cashier.
      """)
  static let compensationListAbstract = Phrase(
    zh: "列出各补偿金：已申请、已付、应返还、已返还。",
    en: "List the balances with funds: claimed, paid, owed back, returned.")
  static let compensationListDiscussion = Phrase(
    zh: "期限按日历的工作日，从追回款项的次日算起；剩余天数不含当天，最后一天为 0，过期为负。",
    en: """
      The time for giving back is in working days of the calendar, from the day after the
      money came in; those left are after today: 0 on the last day, below zero later.
      """)
  static let compensationAmountHelp = Phrase(
    zh: "金额；默认这一步允许的全部。", en: "The amount; by default all that the step allows.")
  static let acceleratedHelp = Phrase(
    zh: "贷款已宣布提前到期，按全部本息分担。",
    en: "The whole loan was called due: all of it is shared.")
  static let compensationLoansHelp = Phrase(zh: "逐笔贷款列出。", en: "List loan by loan.")

  static let fundCode = Phrase(zh: "补偿金", en: "Fund")
  static let compensationClaimed = Phrase(zh: "已申请", en: "Claimed")
  static let compensationPaid = Phrase(zh: "已付", en: "Paid")
  static let compensationOwedBack = Phrase(zh: "应返还", en: "Owed back")
  static let compensationReturned = Phrase(zh: "已返还", en: "Returned")
  static let compensationReturnBy = Phrase(zh: "返还期限", en: "Return by")
  static let compensationWorkdaysLeft = Phrase(zh: "剩余工作日", en: "Workdays left")
  static let compensationOverdueSince = Phrase(zh: "逾期自", en: "Overdue since")
  static let compensationShare = Phrase(zh: "分担 %", en: "Share %")

  static let catalogFundsAbstract = Phrase(
    zh: "列出风险补偿金。", en: "List the risk-compensation funds.")
  static let catalogFundsDiscussion = Phrase(
    zh: """
      不良率（上月末，该产品在该地区的次级及以下本金 ÷ 本金）高于停贷线时，该地区该产品不再受理新申请；等于时仍受理。
      """,
    en: """
      While the non-performing ratio of a line in the fund's place (principal substandard
      or worse ÷ principal, at the last month's end) is above the stop line, no new
      application is taken; at the line it still is.
      """)
  static let fundBufferDays = Phrase(zh: "缓冲期（天）", en: "Buffer days")
  static let fundStopPercent = Phrase(zh: "停贷线 %", en: "Stop line %")
  static let fundPrincipalLimit = Phrase(zh: "覆盖本金上限", en: "Covers up to")
  static let fundReturnWorkdays = Phrase(zh: "返还（工作日）", en: "Return in workdays")
}
