/// The words of the commands from the application to the disbursement.
extension Phrase {
  static let approveAbstract = Phrase(
    zh: "审批：须由受理人、调查人以外的员工办理。",
    en: "Approve, by another officer than took the application or surveyed the borrower.")
  static let approveDiscussion = Phrase(
    zh: """
      金额决定由谁审批（seeds/approval_tiers.csv）：审批人、支行行长；再大的由贷审会投票（loan vote）。
      该档要求的资料、调查、评分须先齐全；评分低于合格线的只有贷审会能批。
      写出贷款编号，或用 --all-pending 审批全部待批的：还不能批的列出原因。再次审批不改变任何东西。
      """,
    en: """
      The amount says who approves (seeds/approval_tiers.csv): an approver, a branch manager; above
      that the committee votes (loan vote). Papers, survey and score that the tier asks for come
      first; with fewer points than the pass mark only the committee may approve.
      Name the loans, or take --all-pending: those that can't be approved yet are listed with the
      reason. Approving again changes nothing.
      """)
  static let disburseAbstract = Phrase(
    zh: "放款：合同已签，由审批人以外的员工办理。",
    en: "Disburse a signed loan, by another officer than the one who approved.")
  static let disburseDiscussion = Phrase(
    zh: """
      默认在约定的起息日放全部本金；--on 可以晚于它，但须早于第一个还款日。
      --amount 只放一部分，每部分一个 --key；第一部分起息。未满足的条件（loan condition）挡住下一部分。
        shanhai loan disburse 编号 --amount 30000 --account 6222… --key 凭证-1 \\
          --bank pingguo --as cashier
      """,
    en: """
      All principal on the agreed day, or with --on on a later one that is before the first due day.
      With --amount a part, each under a --key of its own; the first part starts the loan. Open
      conditions (loan condition) keep the next part back.
        shanhai loan disburse NUMBER --amount 30000 --account 6222… --key voucher-1 \\
          --bank pingguo --as cashier
      """)
  static let documentAbstract = Phrase(
    zh: "收到一份申请资料。", en: "A paper of an application came in.")
  static let documentDiscussion = Phrase(
    zh: """
      代码见 `loan documents`；文件的列：key, loan_number, code；可选：on, note, bank。
        shanhai loan document 编号 --received identity --key 收件-7 --bank pingguo --as officer
      """,
    en: """
      Codes: see `loan documents`. Columns of a file: key, loan_number, code; optional: on,
      note, bank.
        shanhai loan document NUMBER --received identity --key slip-7 --bank pingguo --as officer
      """)
  static let documentsAbstract = Phrase(
    zh: "该产品要求的资料：哪些已收，哪些还缺。",
    en: "The papers that the line asks for: which are there, which are missing.")
  static let documentsDiscussion = Phrase(
    zh: "清单按签约日取自 seeds/documents.csv。",
    en: "The list is that of the day of the agreement, from seeds/documents.csv.")
  static let surveyAbstract = Phrase(
    zh: "客户经理的贷前调查：一年的收入、支出，别处的负债，从业年限。",
    en: "The officer's survey: a year's income and expenses, debt elsewhere, years in the trade.")
  static let surveyDiscussion = Phrase(
    zh: """
      再次调查代替以前的，并须重新评分。文件的列：key, loan_number, income, expenses, other_debt,
      years；可选：on, note, bank。
        shanhai loan survey 编号 --income 90000 --expenses 40000 --other-debt 0 --years 6 \\
          --note 自有牛舍 --key 调查-7 --bank pingguo --as officer
      """,
    en: """
      A later survey takes the place of an earlier and is scored anew. Columns of a file: key,
      loan_number, income, expenses, other_debt, years; optional: on, note, bank.
        shanhai loan survey NUMBER --income 90000 --expenses 40000 --other-debt 0 --years 6 \\
          --note "own cowshed" --key survey-7 --bank pingguo --as officer
      """)
  static let scoreAbstract = Phrase(
    zh: "评分：每项指标的值、得分和分档。",
    en: "Score an application: value, points and bands of each criterion.")
  static let scoreDiscussion = Phrase(
    zh: "按产品的评分表（seeds/scores）和最近一次调查；算不出的值得该项最低分。",
    en: """
      By the line's points table (seeds/scores) and the last survey; a value that can't be found
      gets the fewest points of its criterion.
      """)
  static let voteAbstract = Phrase(
    zh: "贷审会委员投票。", en: "A committee member's vote.")
  static let voteDiscussion = Phrase(
    zh: "每人一票。达到法定人数和多数即为批准；多数已不可能即为拒绝。",
    en: """
      One vote a member. With quorum and majority the loan is approved; once the majority can't be
      reached it is refused.
      """)
  static let refuseAbstract = Phrase(zh: "拒绝申请，写明理由。", en: "Refuse an application, and why.")
  static let refuseDiscussion = Phrase(
    zh: "由审批人或支行行长办理，只在批准之前。", en: "By an approver or branch manager, before it is approved.")
  static let withdrawAbstract = Phrase(
    zh: "申请人撤回申请。", en: "The applicant takes the application back.")
  static let withdrawDiscussion = Phrase(
    zh: "在放款之前都可以撤回。", en: "At any time before anything is paid out.")
  static let expireAbstract = Phrase(
    zh: "逾期未签的批准失效。", en: "End approvals that were not signed in time.")
  static let expireDiscussion = Phrase(
    zh: "有效天数见 seeds/approval_tiers.csv；失效的批准不能再签约。",
    en: "How many days: seeds/approval_tiers.csv. An approval that is over can't be signed.")
  static let contractAbstract = Phrase(
    zh: "借款合同的文本：已签的原文，或将签的文本。",
    en: "The text of the contract: as it was signed, or as it would be.")
  static let contractDiscussion = Phrase(
    zh: "合同以中文为准；--language en 给出英文译文。姓名和证件号码完整显示。",
    en: """
      The Chinese text is the contract; --language en gives a translation. Names and identity
      numbers are shown in full.
      """)
  static let signAbstract = Phrase(
    zh: "签订合同：留存签订的文本及其 SHA-256。",
    en: "Sign the contract: its text is kept, with its SHA-256.")
  static let signDiscussion = Phrase(
    zh: "批准有效期内才能签；签后才能放款。", en: "While the approval holds; nothing is paid out before.")
  static let conditionAbstract = Phrase(
    zh: "放款条件：提出、满足、列出未满足的。",
    en: "Conditions of the disbursement: lay one down, find it met, list the open ones.")
  static let conditionDiscussion = Phrase(
    zh: """
      审批人或支行行长提出，另一位客户经理确认满足；未满足的挡住下一次放款。
        shanhai loan condition 编号 --add purpose-proof --key 条件-1 --bank pingguo --as approver
        shanhai loan condition 编号 --met purpose-proof --key 条件-2 --bank pingguo --as officer
      """,
    en: """
      An approver or branch manager lays it down, another officer finds it met; until then nothing
      more is paid out.
        shanhai loan condition NUMBER --add purpose-proof --key c-1 --bank pingguo --as approver
        shanhai loan condition NUMBER --met purpose-proof --key c-2 --bank pingguo --as officer
      """)
}

/// Options and columns.
extension Phrase {
  static let stepKeyHelp = Phrase(
    zh: "幂等键；不写则每笔贷款这一步只办一次。",
    en: "Idempotency key; without one the step is taken once for each loan.")
  static let keyForOneLoan = Phrase(
    zh: "--key 只能用于一笔写明编号的贷款", en: "--key stands for one loan that is named")
  static let stepResult = Phrase(zh: "结果", en: "Result")
  static let signOnHelp = Phrase(
    zh: "签订日；默认为营业日期。", en: "The day of the signature; by default the business date.")
  static let partHelp = Phrase(
    zh: "只放这么多；默认放完。", en: "Pay out this much; by default all that is left.")
  static let partNeedsKey = Phrase(
    zh: "分次放款的每一次都要有 --key", en: "each part of a disbursement needs a --key")
  static let accountHelp = Phrase(
    zh: "收款账户（户名或账号）。", en: "The account that the money goes to, by name or number.")
  static let receivedHelp = Phrase(zh: "资料代码。", en: "The code of the paper.")
  static let noteHelp = Phrase(zh: "备注。", en: "A note.")
  static let documentOnHelp = Phrase(
    zh: "收到日；默认为营业日期。", en: "The day it came in; by default the business date.")
  static let surveyOnHelp = Phrase(
    zh: "调查日；默认为营业日期。", en: "The day of the survey; by default the business date.")
  static let documentFileHelp = Phrase(
    zh: "资料的 CSV 文件；- 为标准输入。", en: "A CSV file of papers; - for standard input.")
  static let surveyFileHelp = Phrase(
    zh: "调查的 CSV 文件；- 为标准输入。", en: "A CSV file of surveys; - for standard input.")
  static let oneOrFile = Phrase(
    zh: "请写贷款编号及全部必需的选项，或写 --file，二者取一",
    en: "give the loan's number with all its options, or --file, one of the two")
  static let incomeHelp = Phrase(zh: "年收入。", en: "A year's income.")
  static let expensesHelp = Phrase(zh: "年支出。", en: "A year's expenses.")
  static let otherDebtHelp = Phrase(zh: "在别处的负债。", en: "Debt to others.")
  static let yearsHelp = Phrase(zh: "从业满几年。", en: "Full years in the trade.")
  static let voteForHelp = Phrase(zh: "同意。", en: "In favour.")
  static let voteAgainstHelp = Phrase(zh: "反对。", en: "Against.")
  static let voteOneOfTwo = Phrase(
    zh: "请写 --for 或 --against，二者取一", en: "give --for or --against, one of the two")
  static let reasonHelp = Phrase(zh: "理由。", en: "Why.")
  static let expireAllHelp = Phrase(
    zh: "该行所有已过有效期的批准。", en: "All approvals of the bank that are over.")
  static let numberOrAll = Phrase(
    zh: "请写贷款编号，或用 --all，二者取一", en: "name a loan, or give --all, one of the two")
  static let conditionAddHelp = Phrase(
    zh: "提出条件，如 purpose-proof。", en: "Lay down a condition, such as purpose-proof.")
  static let conditionMetHelp = Phrase(zh: "条件已满足。", en: "A condition is met.")
  static let conditionOneOfTwo = Phrase(
    zh: "--add 或 --met 取一，并写 --key；都不写则列出未满足的条件",
    en: "give --add or --met with a --key, or neither to list the open conditions")
  static let documentReceived = Phrase(zh: "已收", en: "Received")
  static let documentsMissing = Phrase(zh: "还缺", en: "Missing")
  static let documentCode = Phrase(zh: "代码", en: "Code")
  static let documentName = Phrase(zh: "资料", en: "Paper")
  static let receivedOn = Phrase(zh: "收到日", en: "Received on")
  static let surveyIncome = Phrase(zh: "年收入", en: "Income")
  static let surveyExpenses = Phrase(zh: "年支出", en: "Expenses")
  static let surveyOtherDebt = Phrase(zh: "他处负债", en: "Debt elsewhere")
  static let surveyYears = Phrase(zh: "从业年限", en: "Years")
  static let scoreCriterion = Phrase(zh: "指标", en: "Criterion")
  static let scorePoints = Phrase(zh: "得分", en: "Points")
  static let scoreMost = Phrase(zh: "满分", en: "Most")
  static let scoreBands = Phrase(zh: "分档", en: "Bands")
  static let scoreTotal = Phrase(zh: "合计", en: "Total")
  static let contractLanguage = Phrase(zh: "语言", en: "Language")
  static let contractText = Phrase(zh: "文本", en: "Text")
  static let signedOn = Phrase(zh: "签订日", en: "Signed on")
  static let conditionOpen = Phrase(zh: "未满足的条件", en: "Open condition")

  static let catalogTiersAbstract = Phrase(
    zh: "各档金额由谁审批，须先有什么。", en: "Who decides on which amount, and what must be there before.")
  static let catalogDocumentsAbstract = Phrase(
    zh: "各产品要求的资料。", en: "The papers that each line asks for.")
  static let catalogScoresAbstract = Phrase(
    zh: "各产品的评分表，每档一行。", en: "The points table of each line, a row a band.")
  static let tierAbove = Phrase(zh: "超过", en: "Above")
  static let tierAuthority = Phrase(zh: "审批", en: "Decides")
  static let tierQuorum = Phrase(zh: "法定票数", en: "Quorum")
  static let tierMajority = Phrase(zh: "多数", en: "Majority")
  static let tierSurvey = Phrase(zh: "调查", en: "Survey")
  static let tierValidity = Phrase(zh: "有效天数", en: "Days valid")
  static let scorePassMark = Phrase(zh: "合格线", en: "Pass mark")
  static let scoreFrom = Phrase(zh: "从", en: "From")

  static func scorePassed(_ mark: Int) -> Phrase {
    Phrase(zh: "合格（合格线 \(mark)）", en: "passed (pass mark \(mark))")
  }

  static func scoreFailed(_ mark: Int) -> Phrase {
    Phrase(zh: "低于合格线 \(mark)", en: "below the pass mark of \(mark)")
  }
}
