import Banks
import Quantities

/// The words of the commands of a loan's life.
extension Phrase {
  static let loanAbstract = Phrase(
    zh: "一笔贷款从申请到还清。",
    en: "A loan, from application to the last repayment.")
  static let applyAbstract = Phrase(
    zh: "受理一笔申请：按产品规则核对，编号，排出还款计划。",
    en: "Take an application: check it by the product's rules, number it, make its schedule.")
  static let applyDiscussion = Phrase(
    zh: """
      金额按该行币种的元书写，日期写 YYYY-MM-DD。例：
        shanhai loan apply --bank pingguo --branch head --borrower H1 --line microcredit \
          --amount 30000 --agreed-on 2025-07-10 --matures-on 2027-07-10 \
          --method equal-installments --basis months/12 --purpose 养牛 --key 申请书-0001
      """,
    en: """
      Amounts are in the bank's major unit, days are YYYY-MM-DD. For example:
        shanhai loan apply --bank pingguo --branch head --borrower H1 --line microcredit \
          --amount 30000 --agreed-on 2025-07-10 --matures-on 2027-07-10 \
          --method equal-installments --basis months/12 --purpose cattle --key form-0001
      """)
  static let originateAbstract = Phrase(
    zh: "从 CSV 文件受理许多申请，逐行报告。",
    en: "Take many applications from a CSV file, with a report by line.")
  static let originateDiscussion = Phrase(
    zh: """
      列：key, branch, borrower, line, amount, agreed_on, matures_on,
      method, purpose；可选：starts_on, interest_every_months,
      settlement_day, principal_every_months, principal_from, plan,
      month_weights, basis, rate_percent, category, subsidised,
      subsidy_until, bank（只取 --bank 的行）。
      有一行被拒绝就一行也不入账；--good-rows 让其余的入账。同一个 key 总是同一笔贷款。
      """,
    en: """
      Columns: key, branch, borrower, line, amount, agreed_on, matures_on,
      method, purpose; optional: starts_on, interest_every_months,
      settlement_day, principal_every_months, principal_from, plan,
      month_weights, basis, rate_percent, category, subsidised,
      subsidy_until, bank (only the rows of --bank are taken).
      If one line is refused, none goes in; with --good-rows the others do.
      The same key is always the same loan.
      """)
  static let repayAbstract = Phrase(
    zh: "还款：一笔、一个文件的许多笔，或为联保小组的一笔。",
    en: "Take a repayment, a file of them, or one for a group.")
  static let repayDiscussion = Phrase(
    zh: """
      先费用、利息、复利、罚息，后本金，最早到期的先还；余额留作预收，到下一还款日
      自动抵扣；加 --advance 则提前归还本金。同一个 --key（如凭证号）只入账一次；
      同一贷款同日同额换了键再来，须写 --again。--check 照样办一遍再退回。例：
        shanhai loan repay 102202500000016 --bank wujiaqu --amount 93 --key 凭证-1
        shanhai loan repay --file round.csv --bank wujiaqu --check
        shanhai loan repay --group G1 --amount 930 --key 凭证-2 \\
          --bank wujiaqu --check
      文件逐行入账，被拒绝的逐行报告；同一文件再来一次不会重复入账。
      小组还款：--for 指定的先还，再按到期先后，同日按比例（民法典第560条）；
      或全部入账，或全不入账。
      """,
    en: """
      Costs, interest, compound interest, penalty, then principal, the oldest
      due first. What is left is held for the next due days, or with --advance
      repays principal now. One --key (such as the voucher's number) is booked
      once; the same loan, amount and day under another key needs --again.
      --check does all of it and books nothing. For example:
        shanhai loan repay 102202500000016 --bank wujiaqu --amount 93 \\
          --key voucher-1
        shanhai loan repay --file round.csv --bank wujiaqu --check
        shanhai loan repay --group G1 --bank wujiaqu --amount 930 \\
          --key voucher-2 --check
      Each line of a file is booked by itself, those refused are listed; a
      file that is sent again is not booked again. A group's payment goes to
      the loans named with --for, then to what fell due first, of one day pro
      rata (Civil Code art. 560): all of it is booked, or nothing.
      """)
  static let accrueAbstract = Phrase(
    zh: "按月计提利息，写下月末头寸。",
    en: "Accrue a month's interest and write its positions.")
  static let accrueDiscussion = Phrase(
    zh: "计提 = 应计 − 已计：再运行一次不会重复；补记的还款由下一次运行更正。",
    en: """
      Accrual is target less posted: a second run posts nothing, and a back-dated repayment is
      corrected by the next run.
      """)
  static let closeAbstract = Phrase(
    zh: "日终、月结，以及各行的进度。", en: "Close days and months, and show how far each bank is.")
  static let closeDayAbstract = Phrase(
    zh: "把营业日期推到某一天。",
    en: "Move the business date forward to a day.")
  static let closeDayDiscussion = Phrase(
    zh: "营业日期是默认的记账日；任何事实都不能晚于它。",
    en: "The business date is the day things are booked on; no fact is later than it.")
  static let bankHelp = Phrase(
    zh: "银行代码（见 `shanhai catalog banks`）。",
    en: "The bank's code (see `shanhai catalog banks`).")
  static let jobsHelp = Phrase(
    zh: "同时使用的连接数，各处理一部分贷款；不写则按贷款多少决定。",
    en: """
      How many connections work at once, each on a part of the loans; by the number of loans if \
      left out.
      """)
  static let accrueBankHelp = Phrase(
    zh: "只办这家银行；默认所有银行。",
    en: "This bank only; by default all.")
  static let branchHelp = Phrase(zh: "支行代码。", en: "The branch's code.")
  static let borrowerHelp = Phrase(
    zh: "借款人编号（见 `shanhai borrower list`）。",
    en: "The borrower's reference (see `shanhai borrower list`).")
  static let lineHelp = Phrase(
    zh: "industry、microcredit、education、tourism 或 student-aid。",
    en: "industry, microcredit, education, tourism or student-aid.")
  static let amountHelp = Phrase(
    zh: "金额，如 30000 或 30000.00。",
    en: "An amount, such as 30000 or 30000.00.")
  static let agreedOnHelp = Phrase(
    zh: "签约日；它决定产品版本和 LPR。",
    en: "The day of the agreement; it picks product version and LPR.")
  static let startsOnHelp = Phrase(
    zh: "约定的放款日；默认为签约日。",
    en: "The agreed day of disbursement; by default that of the agreement.")
  static let maturesOnHelp = Phrase(zh: "到期日。", en: "The last due day.")
  static let methodHelp = Phrase(
    zh:
      """
      equal-installments、equal-principal、interest-then-principal、at-maturity、plan、
      grace-then-equal-installments 或 seasonal。
      """,
    en: """
      equal-installments, equal-principal, interest-then-principal, at-maturity, plan,
      grace-then-equal-installments or seasonal.
      """)
  static let interestEveryHelp = Phrase(
    zh: "每几个月结息：1、3、12。",
    en: "Months between interest due days: 1, 3, 12.")
  static let settlementDayHelp = Phrase(
    zh: "结息日，如 20；默认为对日。",
    en: "Day of the month interest falls due, such as 20; by default that of the start.")
  static let principalEveryHelp = Phrase(
    zh: "等额本金每几个月还一次本。",
    en: "Months between parts of equal principal.")
  static let principalFromHelp = Phrase(
    zh: "此日之前不还本（宽限期）。",
    en: "No principal falls due before this day (grace).")
  static let planHelp = Phrase(
    zh: "分期还本计划：2026-10-20:10000.00;2027-10-20:20000.00。",
    en: "Dated principal: 2026-10-20:10000.00;2027-10-20:20000.00.")
  static let monthWeightsHelp = Phrase(
    zh: "一月至十二月的权数：0;0;1;1;1;2;4;4;3;2;1;1。",
    en: "Weights of January to December: 0;0;1;1;1;2;4;4;3;2;1;1.")
  static let basisHelp = Phrase(
    zh: "计息方式：months/12、actual/360。",
    en: "How interest counts: months/12, actual/360.")
  static let ratePercentHelp = Phrase(
    zh: "年利率（百分数）；默认为产品利率。",
    en: "Yearly rate in per cent; by default the product's.")
  static let categoryHelp = Phrase(
    zh: "助学贷款：undergraduate 或 postgraduate。",
    en: "Student aid: undergraduate or postgraduate.")
  static let purposeHelp = Phrase(zh: "用途。", en: "What the loan is for.")
  static let subsidisedHelp = Phrase(
    zh: "享受产品的贴息。",
    en: "With the product's interest subsidy.")
  static let subsidyUntilHelp = Phrase(
    zh: "不再贴息的第一天（助学贷款为毕业当年9月1日）。",
    en: "The first day without subsidy (student aid: 1 September of the graduation year).")
  static let keyHelp = Phrase(
    zh: "幂等键，如申请书号、凭证号；同一个键只办一次。",
    en: "Idempotency key, such as the form's or voucher's number: one key is done once.")
  static let applicationFileHelp = Phrase(
    zh: "CSV 文件；- 为标准输入。",
    en: "The CSV file; - for standard input.")
  static let goodRowsHelp = Phrase(
    zh: "有被拒绝的行时，其余的照样入账。",
    en: "Keep the good lines when others are refused.")
  static let numbersHelp = Phrase(zh: "贷款编号。", en: "Loan numbers.")
  static let numberHelp = Phrase(zh: "贷款编号。", en: "The loan's number.")
  static let allPendingHelp = Phrase(
    zh: "全部待办的贷款。",
    en: "All loans that wait for this step.")
  static let numbersOrAllPending = Phrase(
    zh: "请写出贷款编号，或用 --all-pending，二者取一",
    en: "name loans, or give --all-pending, one of the two")
  static let disburseOnHelp = Phrase(zh: "实际放款日。", en: "The day of the disbursement.")
  static let repaidOnHelp = Phrase(
    zh: "还款日；默认为营业日期。",
    en: "The day of the repayment; by default the business date.")
  static let inAdvanceHelp = Phrase(
    zh: "余额提前归还本金。",
    en: "What is left repays principal in advance.")
  static let asOfHelp = Phrase(
    zh: "哪一天日终的余额。",
    en: "The day at whose end balances are asked for.")
  static let revealHelp = Phrase(
    zh: "显示完整的姓名和证件号码。",
    en: "Show names and identity numbers in full.")
  static let monthHelp = Phrase(zh: "月份，如 2026-03。", en: "The month, such as 2026-03.")
  static let closeStatusAbstract = Phrase(
    zh: "各行的营业日期、最近计提和结账的月份。",
    en: "Each bank's business date, and the last month accrued and closed.")
  static let lastMonthClosed = Phrase(zh: "最近结账月份", en: "Last month closed")
  static let setAsideCount = Phrase(zh: "搁置笔数", en: "Set aside")
  static let lastMonthAccrued = Phrase(zh: "最近计提月份", en: "Last month accrued")
  static let facts = Phrase(zh: "事实", en: "Facts")
  static let repaymentFileHelp = Phrase(
    zh: """
      CSV 文件，列：key, loan_number, amount, on；可选：advance, in_advance, from, party, again, bank
      以及催收单的各列；amount 为空的行跳过；- 为标准输入。
      """,
    en: """
      A CSV file: key, loan_number, amount, on; optional: advance, in_advance, from, party, again,
      bank, and the columns of a collection sheet; lines without amount are skipped; - for standard
      input.
      """)
  static let oneRepaymentOrFile = Phrase(
    zh: "请写贷款编号、--amount 和 --key，或 --group、--amount 和 --key，或 --file，三者取一",
    en: """
      give the loan's number, --amount and --key; or --group, --amount and --key; or --file: one \
      of the three
      """)
  static let closeToHelp = Phrase(zh: "新的营业日期。", en: "The new business date.")
  static let loansAccrued = Phrase(zh: "已计提的贷款", en: "loans accrued")
  static let loanNumber = Phrase(zh: "贷款编号", en: "Loan number")
  static let isNew = Phrase(zh: "新办", en: "New")
  static let bank = Phrase(zh: "银行", en: "Bank")
  static let branch = Phrase(zh: "支行", en: "Branch")
  static let officer = Phrase(zh: "客户经理", en: "Officer")
  static let borrower = Phrase(zh: "借款人", en: "Borrower")
  static let identity = Phrase(zh: "证件号码", en: "Identity number")
  static let productLine = Phrase(zh: "产品", en: "Line")
  static let purpose = Phrase(zh: "用途", en: "Purpose")
  static let status = Phrase(zh: "状态", en: "Status")
  static let principal = Phrase(zh: "本金", en: "Principal")
  static let agreedOn = Phrase(zh: "签约日", en: "Agreed on")
  static let startsOn = Phrase(zh: "放款日", en: "Starts on")
  static let maturesOn = Phrase(zh: "到期日", en: "Matures on")
  static let method = Phrase(zh: "还款方式", en: "Method")
  static let basis = Phrase(zh: "计息方式", en: "Interest basis")
  static let ratePercent = Phrase(zh: "年利率 %", en: "Rate %")
  static let amount = Phrase(zh: "金额", en: "Amount")
  static let outstanding = Phrase(zh: "未还本金", en: "Outstanding")
  static let principalDue = Phrase(zh: "到期未还本金", en: "Principal due")
  static let interestDue = Phrase(zh: "到期未还利息", en: "Interest due")
  static let penaltyDue = Phrase(zh: "未还罚息", en: "Penalty due")
  static let interestRunning = Phrase(zh: "未到期应计利息", en: "Interest running")
  static let interestFromOthers = Phrase(
    zh: "财政或项目累计应付利息",
    en: "Interest owed by others, to date")
  static let overdueDays = Phrase(zh: "逾期天数", en: "Days overdue")
  static let installment = Phrase(zh: "期数", en: "No.")
  static let dueOn = Phrase(zh: "还款日", en: "Due on")
  static let interest = Phrase(zh: "利息", en: "Interest")
  static let subsidised = Phrase(zh: "贴息", en: "Subsidised")
  static let borrowerPays = Phrase(zh: "借款人应还", en: "Borrower pays")
  static let balance = Phrase(zh: "剩余本金", en: "Balance")
  static let fact = Phrase(zh: "事实", en: "Fact")
  static let kind = Phrase(zh: "种类", en: "Kind")
  static let effectiveOn = Phrase(zh: "生效日", en: "Effective on")
  static let recordedAt = Phrase(zh: "记录时刻", en: "Recorded at")
  static let login = Phrase(zh: "登录名", en: "Login")
  static let key = Phrase(zh: "幂等键", en: "Key")
  static let bookedOn = Phrase(zh: "记账日", en: "Booked on")
  static let valueOn = Phrase(zh: "起息日", en: "Value on")
  static let payer = Phrase(zh: "付息方", en: "Payer")
  static let debit = Phrase(zh: "借方", en: "Debit")
  static let creditSide = Phrase(zh: "贷方", en: "Credit")
  static let toInterest = Phrase(zh: "还利息", en: "To interest")
  static let toPenalty = Phrase(zh: "还罚息", en: "To penalty")
  static let toPrincipal = Phrase(zh: "还本金", en: "To principal")
  static let toCredit = Phrase(zh: "预收", en: "Credit held")
  static let isSettled = Phrase(zh: "结清", en: "Settled")
  static let businessDate = Phrase(zh: "营业日期", en: "Business date")
  static let month = Phrase(zh: "月份", en: "Month")
  static let run = Phrase(zh: "次数", en: "Run")
  static let positionsVersion = Phrase(zh: "头寸版本", en: "Version")
  static let loans = Phrase(zh: "贷款", en: "Loans")
  static let transfers = Phrase(zh: "分录", en: "Transfers")
  static let penalty = Phrase(zh: "罚息", en: "Penalty")
  static let sectionLoan = Phrase(zh: "贷款", en: "Loan")
  static let sectionSchedule = Phrase(zh: "还款计划", en: "Schedule")
  static let sectionFloatingSchedule = Phrase(
    zh: "还款计划（今后的按最近公布的利率暂列）",
    en: "Schedule (what is to come: provisional, at the last published rate)")
  static let sectionFacts = Phrase(zh: "事实", en: "Facts")
  static let sectionPostings = Phrase(zh: "分录", en: "Postings")

  static func sectionBalances(_ day: Day) -> Phrase {
    Phrase(zh: "余额（\(day) 日终）", en: "Balances at the end of \(day)")
  }

  static func yesNo(_ value: Bool) -> Phrase {
    value ? Phrase(zh: "是", en: "yes") : Phrase(zh: "否", en: "no")
  }

  init(_ name: BilingualName) { self.init(zh: name.chinese, en: name.english) }

  static func notAnAmount(_ found: String, _ currency: Currency) -> Phrase {
    Phrase(
      zh: "\(quoted(found)) 不是金额；请写如 1234.05，小数至多 \(currency.decimals) 位",
      en: """
        \(quoted(found)) is not an amount; write it like 1234.05, with at most \
        \(currency.decimals) decimals
        """)
  }

  static func linesRefused(_ count: Int, accepted: Int, keepsGood: Bool) -> Phrase {
    if keepsGood {
      return Phrase(
        zh: "\(count) 行被拒绝，其余 \(accepted) 行已入账；请改正上列各行后再来一次",
        en: """
          \(count) lines were refused and \(accepted) went in; mend the lines listed above and \
          run the file again
          """)
    }
    return Phrase(
      zh: "\(count) 行被拒绝，因此一行也没有入账；请改正上列各行，或加 --good-rows",
      en: """
        \(count) lines were refused, so none went in; mend the lines listed above, or give \
        --good-rows
        """)
  }
}
