import Quantities

/// The words of money beside repayments, of losses, and of corrections.
extension Phrase {
  static let chargeCostsAbstract = Phrase(
    zh: "记入为实现债权垫付的费用；借款人当即应还。",
    en: "Charge costs laid out to enforce the claim; they are due at once.")
  static let chargeCostsDiscussion = Phrase(
    zh: """
      诉讼费、公告费等；还款先还费用（民法典第五百六十一条）。例：
        shanhai loan charge-costs 102202500000016 --bank wujiaqu --amount 150.00 \\
            --reason 诉讼费 --key 费用-1
      """,
    en: """
      Court fees and the like; repayments go to costs first (Civil Code art. 561).
      For example:
        shanhai loan charge-costs 102202500000016 --bank wujiaqu --amount 150.00 \\
            --reason "court fee" --key costs-1
      """)
  static let refundAbstract = Phrase(
    zh: "退还多收的款项。", en: "Give back what was paid too much.")
  static let refundDiscussion = Phrase(
    zh: """
      至多退预收余额（见 `loan show`）。例：
        shanhai loan refund 102202500000016 --bank wujiaqu --amount 7.00 \\
            --key 退款-1
      """,
    en: """
      At most the credit held (see `loan show`). For example:
        shanhai loan refund 102202500000016 --bank wujiaqu --amount 7.00 \\
            --key refund-1
      """)
  static let payoffAbstract = Phrase(
    zh: "某日一次还清要多少。", en: "What pays the loan off on a day.")
  static let payoffDiscussion = Phrase(
    zh: """
      只算不记。例：
        shanhai loan payoff 102202500000016 --bank wujiaqu --on 2026-03-10
      用合计数办理提前还款（`loan repay --in-advance`），即告结清。
      """,
    en: """
      Nothing is stored. For example:
        shanhai loan payoff 102202500000016 --bank wujiaqu --on 2026-03-10
      The total, taken in with `loan repay --in-advance` on that day, settles it.
      """)
  static let payoffOnHelp = Phrase(
    zh: "还清的日期；默认为营业日期，可以晚于它。",
    en: "The day; by default the business date, later is possible.")
  static let payoffDay = Phrase(zh: "日期", en: "Day")
  static let payoffCredit = Phrase(zh: "减：预收", en: "Less credit held")
  static let payoffTotal = Phrase(zh: "一次还清合计", en: "Pays off with")
  static func sectionPayoff(_ day: Day) -> Phrase {
    Phrase(zh: "\(day) 一次还清", en: "To pay off on \(day)")
  }

  static let waiveAbstract = Phrase(
    zh: "减免利息、罚息或复利；须另一位员工确认。",
    en: "Forgive interest, penalty or compound interest; a second officer confirms.")
  static let waiveDiscussion = Phrase(
    zh: """
      至多减免所欠的数额。例：
        shanhai loan waive 102202500000016 --bank wujiaqu --charge penalty \\
            --amount 35.00 --reason 灾后清偿 --key 减免-1
      """,
    en: """
      At most what is owed of it. For example:
        shanhai loan waive 102202500000016 --bank wujiaqu --charge penalty \\
            --amount 35.00 --reason "paid up after the flood" --key waive-1
      """)
  static let waiveChargeHelp = Phrase(
    zh: "减免什么：interest 利息、penalty 罚息、compound 复利。",
    en: "What is forgiven: interest, penalty or compound.")
  static let writeOffAbstract = Phrase(
    zh: "核销：本金移出表内，债权保留；须另一位员工确认。",
    en: "Write principal off the books; the claim stays. A second officer confirms.")
  static let writeOffDiscussion = Phrase(
    zh: """
      默认核销表内全部本金。以后收回的记入贷款损失准备。例：
        shanhai loan write-off 102202500000016 --bank wujiaqu --reason 借款人死亡无遗产 \\
            --key 核销-1
      """,
    en: """
      By default all principal on the books. What is recovered later goes to the
      provisions. For example:
        shanhai loan write-off 102202500000016 --bank wujiaqu \\
            --reason "no estate" --key wo-1
      """)
  static let writeOffAmountHelp = Phrase(
    zh: "核销多少本金；默认表内全部。", en: "How much principal; by default all on the books.")
  static let reverseAbstract = Phrase(
    zh: "冲正一项事实（如退票的还款）；须另一位员工确认。",
    en: "Undo a fact, such as a bounced payment; a second officer confirms.")
  static let reverseDiscussion = Phrase(
    zh: """
      什么也不删除：另记一项事实，如同原来那项从未发生。冲正本身也可以冲正。编号见
      `loan show`。例：
        shanhai loan reverse 102202500000016 --bank wujiaqu --fact 41 \\
            --reason 退票 --key 冲正-1
      """,
    en: """
      Nothing is deleted: another fact makes it as if the first had never been. A
      reversal can be reversed itself. `loan show` has the numbers. For example:
        shanhai loan reverse 102202500000016 --bank wujiaqu --fact 41 \\
            --reason bounced --key rev-1
      """)
  static let reverseFactHelp = Phrase(zh: "要冲正的事实编号。", en: "The number of the fact to undo.")
}
