import Repositories

/// The words of students' changes, of parties, and of the second officer.
extension Phrase {
  static let graduateAbstract = Phrase(
    zh: "助学贷款：毕业日期变更（延期、升学、退学）。",
    en: "Student aid: graduation moved, further study, or leaving school early.")
  static let graduateDiscussion = Phrase(
    zh: """
      从毕业当年9月1日起由借款人付息，其后60个月只付息；总期限不超过22年。升
      学写新的毕业日，退学写离校日。例：
        shanhai loan graduate 102202500000016 --bank wujiaqu --on 2028-06-30 \\
            --reason 读研 --key 毕业-1
      """,
    en: """
      The borrower pays interest from 1 September of that year and no principal
      for 60 months; the whole term stays within 22 years. Further study: the new
      graduation; leaving early: the day of leaving. For example:
        shanhai loan graduate 102202500000016 --bank wujiaqu --on 2028-06-30 \\
            --reason master --key g-1
      """)
  static let graduateOnHelp = Phrase(zh: "离校（毕业）日。", en: "The day of leaving school.")
  static let knownOnHelp = Phrase(
    zh: "从哪一天起按此办理；默认为营业日期。",
    en: "The day from which it counts; by default the business date.")
  static let stateWaiverAbstract = Phrase(
    zh: "助学贷款：免除已毕业学生某一年的利息。",
    en: "Student aid: the State pays a year's interest of those who have graduated.")
  static let stateWaiverDiscussion = Phrase(
    zh: """
      2024年依财教〔2024〕2号，2025年依财教〔2025〕69号；本金可
      申请延后一年。--all 办全行助学贷款，须有审批职责。例：
        shanhai loan state-waiver --all --year 2025 --bank wujiaqu \\
            --on 2025-01-01 --key 免息-2025
      """,
    en: """
      2024 by 财教〔2024〕2号, 2025 by 财教〔2025〕69号; the year's principal may be put off
      by a year. --all takes every student loan of the bank and needs an approver.
      For example:
        shanhai loan state-waiver --all --year 2025 --bank wujiaqu \\
            --on 2025-01-01 --key waiver-2025
      """)
  static let waiverYearHelp = Phrase(zh: "免除哪一年到期的利息。", en: "The year whose interest is waived.")
  static let deferPrincipalHelp = Phrase(
    zh: "当年到期的本金延后一年。", en: "Principal that falls due in that year is put off by a year.")

  static let misuseAbstract = Phrase(
    zh: "贷款被挪用：从生效日起按挪用罚息利率。",
    en: "The loan is misused: its rate for misuse holds from that day.")
  static let misuseDiscussion = Phrase(
    zh: """
      与逾期罚息择其重，不并处（银发〔2003〕251号）。例：
        shanhai loan misuse 102202500000016 --bank wujiaqu --on 2026-02-01 \\
            --until 2026-05-01 --key 挪用-1
      """,
    en: """
      Never beside the penalty: the heavier of the two (银发〔2003〕251号).
      For example:
        shanhai loan misuse 102202500000016 --bank wujiaqu --on 2026-02-01 \\
            --until 2026-05-01 --key m-1
      """)
  static let misuseUntilHelp = Phrase(
    zh: "改正的第一天；默认直到另行登记。", en: "The first day it is mended; by default until further notice.")
  static let diedAbstract = Phrase(
    zh: "登记借款人死亡；债权不变。", en: "Put the borrower's death on record; the claim stays.")
  static let diedDiscussion = Phrase(
    zh: """
      之后由共同借款人、担保人或继承人接续（`loan take-over`），或
      核销（`loan write-off`）。例：
        shanhai loan died 102202500000016 --bank wujiaqu --on 2026-02-03 \\
            --key 死亡-1
      """,
    en: """
      A co-borrower, guarantor or heir then takes over (`loan take-over`), or the
      loan is written off (`loan write-off`). For example:
        shanhai loan died 102202500000016 --bank wujiaqu --on 2026-02-03 \\
            --key died-1
      """)
  static let takeOverAbstract = Phrase(
    zh: "由担保人、共同借款人或继承人接续债务。",
    en: "A guarantor, co-borrower or heir owes in the borrower's place.")
  static let takeOverDiscussion = Phrase(
    zh: """
      余额、计划、逾期天数不变。例：
        shanhai loan take-over 102202500000016 --bank wujiaqu --by H2 \\
            --reason 继承 --key 接续-1
      """,
    en: """
      Balances, schedule and days overdue stay. For example:
        shanhai loan take-over 102202500000016 --bank wujiaqu --by H2 \\
            --reason heir --key take-1
      """)
  static let takeOverByHelp = Phrase(
    zh: "接续人的借款人编号（见 `shanhai borrower list`）。",
    en: "The reference of who takes over (see `shanhai borrower list`).")
  static let transferAbstract = Phrase(
    zh: "把贷款移交给另一家支行。", en: "Hand the loan over to another branch.")
  static let transferDiscussion = Phrase(
    zh: """
      同一银行之内；余额不动。例：
        shanhai loan transfer 102202500000016 --bank wujiaqu --to second \\
            --key 移交-1
      """,
    en: """
      Within the bank; no amount moves. For example:
        shanhai loan transfer 102202500000016 --bank wujiaqu --to second \\
            --key move-1
      """)
  static let transferToHelp = Phrase(zh: "支行代码。", en: "The branch's code.")

  static let proposalHelp = Phrase(zh: "提议的事实编号。", en: "The number of the proposal's fact.")
  static let confirmAbstract = Phrase(
    zh: "确认另一位员工的提议，随即办理。", en: "Carry out what another officer proposed.")
  static let confirmDiscussion = Phrase(
    zh: """
      须有审批职责，且不是提议人。提议见 `loan proposals`。例：
        shanhai loan confirm 102202500000016 57 --bank wujiaqu --as approver
      """,
    en: """
      By an approver other than the one who proposed. `loan proposals` lists them.
      For example:
        shanhai loan confirm 102202500000016 57 --bank wujiaqu --as approver
      """)
  static let confirmKeyHelp = Phrase(
    zh: "幂等键；默认由贷款和提议编号而来。",
    en: "Idempotency key; by default made of the loan's and the proposal's numbers.")
  static let declineAbstract = Phrase(
    zh: "否决另一位员工的提议。", en: "Turn down what another officer proposed.")
  static let declineDiscussion = Phrase(
    zh: """
      例：
        shanhai loan decline 102202500000016 57 --bank wujiaqu --reason 证明不足 \\
            --as approver
      """,
    en: """
      For example:
        shanhai loan decline 102202500000016 57 --bank wujiaqu \\
            --reason "no proof" --as approver
      """)
  static let declineReasonHelp = Phrase(zh: "为什么否决。", en: "Why it is turned down.")
  static let proposalsAbstract = Phrase(
    zh: "列出等待另一位员工确认的提议。", en: "List what waits for a second officer.")
  static let proposalsDiscussion = Phrase(
    zh: """
      例：
        shanhai loan proposals --bank wujiaqu
      """,
    en: """
      For example:
        shanhai loan proposals --bank wujiaqu
      """)
  static let proposalsOfHelp = Phrase(zh: "只列这笔贷款的。", en: "Of this loan only.")

  /// What a change is.
  static func changed(_ kind: FactKind) -> Phrase {
    switch kind {
    case .repaid: Phrase(zh: "还款", en: "repayment")
    case .refunded: Phrase(zh: "退款", en: "refund")
    case .costsCharged: Phrase(zh: "垫付费用", en: "costs charged")
    case .rateChanged: Phrase(zh: "变更利率", en: "rate change")
    case .extended: Phrase(zh: "展期", en: "extension")
    case .renewed: Phrase(zh: "无还本续贷", en: "renewal")
    case .rescheduled: Phrase(zh: "变更还款计划", en: "reschedule")
    case .paused: Phrase(zh: "延期还款", en: "pause")
    case .graduated: Phrase(zh: "毕业变更", en: "graduation")
    case .interestWaived: Phrase(zh: "国家免息", en: "waiver by the State")
    case .misused: Phrase(zh: "挪用", en: "misuse")
    case .rated: Phrase(zh: "人工认定分类", en: "rating by hand")
    case .overdueExcused: Phrase(zh: "技术性逾期", en: "technical delay")
    case .waived: Phrase(zh: "减免", en: "waiver")
    case .writtenOff: Phrase(zh: "核销", en: "write-off")
    case .reversed: Phrase(zh: "冲正", en: "reversal")
    case .died: Phrase(zh: "借款人死亡", en: "death")
    case .takenOver: Phrase(zh: "债务接续", en: "takeover")
    case .transferred: Phrase(zh: "支行移交", en: "transfer")
    default: Phrase(zh: kind.rawValue, en: kind.rawValue)
    }
  }
}
