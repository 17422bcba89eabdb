/// The words of collection rounds and of what they bring in.
extension Phrase {
  static let collectionsAbstract = Phrase(
    zh: "某日的催收单：谁该还多少，按村、按借款人排列。",
    en: "The sheet of a day's round: who owes what, by village and borrower.")
  static let collectionsDiscussion = Phrase(
    zh: """
      列出当日到期和逾期的每笔贷款：本金、利息、罚息、复利、费用、逾期天数、
      最近的承诺和记录、标记（已故、债务已转移、已核销、应评估、已要求代偿）。
      金额就是当日还清所需。

      csv 可带下乡填写，再用 `shanhai loan repay --file` 入账：
        shanhai report collections --bank wujiaqu --officer officer \\
          --on 2025-09-15 --format csv > round.csv
        （在 amount 一列填写收到的金额；没有收到的留空）
        shanhai loan repay --file round.csv --bank wujiaqu --check
        shanhai loan repay --file round.csv --bank wujiaqu
      key 由日期和贷款编号组成：同一张催收单入账两次，钱也只入一次。
      """,
    en: """
      Each loan on which something is due or overdue: principal, interest,
      penalty, compound interest, costs, days overdue, the last promise and
      note, and marks (died, taken-over, written-off, assess, called). The
      amounts are what settles it on that day.

      The csv goes along, is filled in, and comes back by `shanhai loan repay
      --file`:
        shanhai report collections --bank wujiaqu --officer officer \\
          --on 2025-09-15 --format csv > round.csv
        (fill in the column amount; leave it empty where nothing came)
        shanhai loan repay --file round.csv --bank wujiaqu --check
        shanhai loan repay --file round.csv --bank wujiaqu
      A key is made of day and loan: a sheet that is sent twice is booked
      once.
      """)
  static let remindersAbstract = Phrase(
    zh: "该提醒谁：已到期、已逾期和几天内到期的各期，按客户经理排列。",
    en: "Whom to remind: instalments due, overdue or due in some days, by officer.")
  static let remindersDiscussion = Phrase(
    zh: """
      逾期天数为负的还没有到期。费用、罚息、复利列在该贷款的第一行。
      提醒之后：shanhai loan remind 贷款编号 --how phone --key …
      """,
    en: """
      Days late below zero are still to come. Costs, penalty and compound
      interest stand on the first line of a loan. After the call:
        shanhai loan remind LOAN --how phone --key …
      """)
  static let roundOnHelp = Phrase(
    zh: "哪一天；默认为营业日期，不早于它。",
    en: "The day; by default the business date, and not before it.")
  static let roundOfficerHelp = Phrase(
    zh: "只看这位客户经理的贷款。", en: "Only the loans of this officer.")
  static let villageHelp = Phrase(
    zh: "只看住在这个村或区划的借款人：登记的村名，或区划代码的前 2–6 位。",
    en: "Only borrowers who live there: a village, or the first 2 to 6 digits of a division code.")
  static let aheadHelp = Phrase(
    zh: "提前几天提醒。", en: "Days ahead in which an instalment is told before it is due.")
  static let collectionVillage = Phrase(zh: "村/区划", en: "Village")
  static let dueToday = Phrase(zh: "当日到期", en: "Due today")
  static let overduePrincipal = Phrase(zh: "逾期本金", en: "Overdue principal")
  static let overdueInterest = Phrase(zh: "逾期利息", en: "Overdue interest")
  static let collectionCharges = Phrase(zh: "罚息复利费用", en: "Charges")
  static let collectionTotal = Phrase(zh: "合计", en: "Total")
  static let lastPromise = Phrase(zh: "最近承诺", en: "Last promise")
  static let lastNote = Phrase(zh: "最近记录", en: "Last note")
  static let collectionMarks = Phrase(zh: "标记", en: "Marks")
  static let daysLate = Phrase(zh: "逾期天数", en: "Days late")
  static let remindedOn = Phrase(zh: "上次提醒", en: "Reminded on")
  static let remindedHow = Phrase(zh: "提醒方式", en: "How")
  static let remindedOf = Phrase(zh: "所提醒的还款日", en: "Due days")

  static func linesCount(_ count: Int) -> Phrase {
    Phrase(zh: "\(count) 行", en: count == 1 ? "1 line" : "\(count) lines")
  }

  // loan repay
  static let repayAdvanceHelp = Phrase(
    zh: "余额提前归还本金：lower-installments 少还每期，shorten-term 缩短期限。",
    en: "What is left repays principal in advance: lower-installments or shorten-term.")
  static let repayFromHelp = Phrase(
    zh: "谁还的：borrower、co-borrower、guarantor、group、heir、fund。",
    en: "Who brings it: borrower, co-borrower, guarantor, group, heir or fund.")
  static let repayPartyHelp = Phrase(
    zh: "还款人的编号；须同时写 --from。", en: "Who that is, by reference; with --from.")
  static let repayAgainHelp = Phrase(
    zh: "同一贷款同日同额的另一笔还款，确实又还了一次。",
    en: "Another payment of the same amount on the same loan and day, not the same one twice.")
  static let repayGroupHelp = Phrase(
    zh: "为联保小组各成员的贷款还款：到期最早的先还，同日按比例。",
    en: "Pay the loans of a group's members: what fell due first first, of one day pro rata.")
  static let repayForHelp = Phrase(
    zh: "指定先还的贷款，按所写的顺序；可写多次。",
    en: "A loan that it is for first, in the order given; may be given again.")
  static let repayRestToHelp = Phrase(
    zh: "超出全部到期款的部分预收在哪笔贷款上；不写则拒绝。",
    en: "The loan that holds what is more than all that is due; without it such a sum is refused.")
  static let repayCheckHelp = Phrase(
    zh: "照样办一遍再退回，只看结果，不入账。",
    en: "Do all of it, show the result, and book nothing.")
  static let forOnlyWithGroup = Phrase(
    zh: "--for 和 --rest-to 只与 --group 同用", en: "--for and --rest-to go with --group only")
  static let advanceOnlyWithLoan = Phrase(
    zh: "--in-advance、--advance、--from、--party 只与贷款编号同用；文件里有同名的列",
    en: """
      --in-advance, --advance, --from and --party go with a loan's number; a file has columns of \
      these names
      """)
  static let nothingBooked = Phrase(
    zh: "只是检查：没有入账", en: "checked only: nothing is booked")
  static let repaidToCosts = Phrase(zh: "还费用", en: "To costs")
  static let repaidToCompound = Phrase(zh: "还复利", en: "To compound")
  static let oldestDueOn = Phrase(zh: "最早到期", en: "Oldest due")
  static let dueBefore = Phrase(zh: "此前到期", en: "Due before")
  static let groupPart = Phrase(zh: "本次还", en: "Paid")
  static let dueLeft = Phrase(zh: "仍到期", en: "Still due")

  static func linesTaken(_ new: Int, known: Int, skipped: Int, refused: Int) -> Phrase {
    Phrase(
      zh: "新入账 \(new)，此前已入账 \(known)，未收 \(skipped)，拒绝 \(refused)",
      en: "\(new) new, \(known) booked before, \(skipped) empty, \(refused) refused")
  }

  static func linesWouldBeRefused(_ count: Int, accepted: Int) -> Phrase {
    Phrase(
      zh: "\(count) 行会被拒绝，\(accepted) 行会入账；请改正上列各行",
      en: "\(count) lines would be refused and \(accepted) go in; mend the lines listed above")
  }
}
