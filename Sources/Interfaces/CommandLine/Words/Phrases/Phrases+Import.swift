/// The words of `shanhai import`.
extension Phrase {
  static let importAbstract = Phrase(
    zh: "接收别的系统里的数据。", en: "Take over what another system kept.")
  static let importLoansAbstract = Phrase(
    zh: "在切换日接收一本已有的贷款账。", en: "Take over an existing loan book at a cutover day.")
  static let bookFileHelp = Phrase(
    zh: "CSV 文件；- 表示标准输入。", en: "The CSV file; - for standard input.")
  static let bookBankHelp = Phrase(
    zh: "没有写明银行的各行属于哪家银行。", en: "The bank of lines that name none.")
  static let bookGoodRowsHelp = Phrase(
    zh: "有行被拒绝时，其余各行照样接收；否则一行也不写入。",
    en: "Take the good lines when others are refused; otherwise none is written.")
  static let bookCheckHelp = Phrase(zh: "只检查，什么都不写入。", en: "Check the file and write nothing.")
  static let bookEachHelp = Phrase(
    zh: "逐行列出原编号和新贷款编号。", en: "List every line with its old and its new loan number.")

  static let bookOutcome = Phrase(zh: "结果", en: "Outcome")
  static let bookGranted = Phrase(zh: "发放金额", en: "Granted")
  static let bookOldNumber = Phrase(zh: "原编号", en: "Old number")

  static func bookFate(_ fate: ImportReport.Fate) -> Phrase {
    switch fate {
    case .imported: Phrase(zh: "接收", en: "imported")
    case .known: Phrase(zh: "早已接收", en: "imported before")
    case .nothingOwed: Phrase(zh: "已还清，不接收", en: "nothing owed, left out")
    case .refused: Phrase(zh: "被拒绝", en: "refused")
    }
  }

  static let importLoansFormat = Phrase(
    zh: """
      一行一笔贷款，按切换日（as_of）日终的状况。首行是列名，次序不限；UTF-8，逗号分隔。
      日期写 2026-03-31；金额写 1234.05，按该银行币种的小数位，不带千分位。

        bank             银行代码；可省，见 --bank
        branch           网点代码
        officer          负责的员工；可省：接收的人
        borrower         借款人编号；借款人须先导入
        old_number       原编号；只接收一次，再导入同一文件不会再写入
        line             industry | microcredit | education | tourism |
                         student-aid | other
        granted          发放金额
        balance          未还本金，到期和未到期的；0 是已还清：只检查，不接收
        agreed_on        签订日
        starts_on        起息日
        matures_on       最后一个到期日
        method           equal-installments | equal-principal |
                         interest-then-principal | at-maturity | plan |
                         grace-then-equal-installments | seasonal
        interest_every_months
                         0（到期一次）| 1 | 2 | 3 | 4 | 6 | 12
        settlement_day   1…28；可省：按起息日
        principal_every_months
                         可省：同上
        principal_from   此日之前不还本；可省
        plan             方式 plan：其余还本计划，合计等于余额：
                         2026-04-20:1000.00;2026-10-20:500.00
        month_weights    方式 seasonal：十二个整数，以 ; 分隔
        basis            months/12 | actual/360 | actual/365 | 30E/360
        rate_percent     固定年利率（%）；或者以下三列
        rate_index       LPR1Y | LPR5Y
        rate_spread      加点（%）
        rate_reset       anniversary | publication | MM-DD
        penalty_percent  罚息为合同利率的百分之几：150；0 表示没有
        restructured     yes | no；可省：no
        paid_to          付息至此日（不含）：一般是最后一个已还清的到期日，
                         一期未还的填起息日；其后到期的都未还
        as_of            切换日，不晚于该银行的营业日期

      余额按剩余的到期日重新分配。从 paid_to 到 as_of 的利息和罚息与本金一起
      记入期初余额（990001），计提只记以后的。有一行被拒绝就什么都不写入，除非
      --good-rows；被拒绝的行连同列、代码、实际和允许的值一一列出。
      """,
    en: """
      One line is one loan as it stands at the end of the cutover day (as_of).
      The first line names the columns, in any order; UTF-8, commas. Days are
      2026-03-31; amounts are 1234.05, in the bank's currency, no separators.

        bank             the bank's code; optional, see --bank
        branch           the branch's code
        officer          who is in charge; optional: whoever imports
        borrower         the borrower's reference; borrowers are imported first
        old_number       the number in the other book; it goes in once: the
                         same file imported again writes nothing
        line             industry | microcredit | education | tourism |
                         student-aid | other
        granted          what was lent
        balance          principal not repaid, due or not; 0 is a finished
                         loan, which is checked and left out
        agreed_on        the day of the agreement
        starts_on        the first day that bears interest
        matures_on       the last due day
        method           equal-installments | equal-principal |
                         interest-then-principal | at-maturity | plan |
                         grace-then-equal-installments | seasonal
        interest_every_months
                         0 (all at maturity) | 1 | 2 | 3 | 4 | 6 | 12
        settlement_day   1…28; optional: the day of starts_on
        principal_every_months
                         optional: as interest
        principal_from   no principal falls due before it; optional
        plan             for the method plan: the parts still to come, which
                         sum to the balance:
                         2026-04-20:1000.00;2026-10-20:500.00
        month_weights    for the method seasonal: twelve whole numbers with ;
        basis            months/12 | actual/360 | actual/365 | 30E/360
        rate_percent     a fixed rate a year; or these three:
        rate_index       LPR1Y | LPR5Y
        rate_spread      per cent over it
        rate_reset       anniversary | publication | MM-DD
        penalty_percent  of the contract rate, on overdue principal: 150;
                         0 for none
        restructured     yes | no; optional: no
        paid_to          interest is paid up to this day, without it: the
                         last due day that was paid in full, or starts_on;
                         nothing that fell due later is paid
        as_of            the cutover day, not after the bank's business date

      The balance is spread over the due days that are left. Interest and
      penalty earned from paid_to to as_of are opened with the principal against
      opening balances (990001); accruals post only what comes after. One
      refused line keeps the whole file out, but for --good-rows; refused lines
      are listed with column, code, what was found and what is allowed.
      """)
}
