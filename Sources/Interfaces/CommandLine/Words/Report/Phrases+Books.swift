import Repositories

/// The words of `shanhai report trial-balance`, `ledger` and `journal`, and of `export books`.
extension Phrase {
  // What the books are seen as.
  static let booksAsOfHelp = Phrase(
    zh: "只看这一天及以前记账的。", en: "See nothing booked after this day.")
  static let knownAtHelp = Phrase(
    zh: "只看当时已知的：事实编号，或时刻（UTC，如 2026-03-31T08:15:30Z）。",
    en: "See only what was known: up to a fact's number, or a moment (2026-03-31T08:15:30Z, UTC).")
  static let booksMonthHelp = Phrase(
    zh: "一个月；不与 --from、--until 同用。", en: "A month; not with --from and --until.")
  static let booksFromHelp = Phrase(
    zh: "起始日（含），默认第一笔账。", en: "The first day; by default the first there is.")
  static let booksUntilHelp = Phrase(
    zh: "截止日（含），默认最后一笔账。", en: "The last day, which is included; by default the last there is.")
  static let monthOrDays = Phrase(
    zh: "--month 与 --from、--until 不能同用；请去掉一种",
    en: "--month does not go with --from and --until; leave one of them out")
  static let factOfOneBank = Phrase(
    zh: "事实编号是各行自己的；合并各行时，--known-at 请写时刻，如 2026-03-31T08:15:30Z",
    en: """
      a fact's number is one bank's own; for the banks of a sponsor give --known-at a moment, such \
      as 2026-03-31T08:15:30Z
      """)

  // report trial-balance
  static let trialBalanceAbstract = Phrase(
    zh: "试算平衡表：各科目期初、本期发生额、期末。",
    en: "The trial balance: what each account held, what moved, what it holds.")
  static let trialBalanceDiscussion = Phrase(
    zh: """
      借贷各栏合计两两相等。表外科目另列，自成平衡。--sponsor 为发起行各行之和。例：
        shanhai report trial-balance --bank wujiaqu --month 2026-03
        shanhai report trial-balance --sponsor --until 2025-12-31
        shanhai report trial-balance --bank wujiaqu --month 2026-03 --known-at 2026-04-01T00:00:00Z

      json：一个对象，on_balance 和 off_balance 各有 rows 和 totals。csv：每个科目一行，side 为 off
      的是表外科目。
      """,
    en: """
      In each pair of columns debits and credits are the same. Accounts off the balance sheet stand
      apart, balanced by themselves. --sponsor is the sum of its banks. For example:
        shanhai report trial-balance --bank wujiaqu --month 2026-03
        shanhai report trial-balance --sponsor --until 2025-12-31
        shanhai report trial-balance --bank wujiaqu --month 2026-03 --known-at 2026-04-01T00:00:00Z

      json: one object, whose on_balance and off_balance have rows and totals. csv: a row an
      account; those whose side is off stand off the balance sheet.
      """)

  // report ledger
  static let ledgerAbstract = Phrase(
    zh: "明细账：一个科目或一笔贷款的每笔分录和余额。",
    en: "A ledger: the postings of an account or of a loan, with the balance after each.")
  static let ledgerDiscussion = Phrase(
    zh: """
      --account 是总账：按记账先后列出该科目（连同下级科目）的分录；加 --by-loan 则每笔贷款一行，
      其合计就是该科目的余额。--loan 是这笔贷款在各科目的明细账。余额按科目增加的方向计：
      side 为 credit 的科目，贷方为增加。例：
        shanhai report ledger --bank wujiaqu --account 1303 --month 2026-03
        shanhai report ledger --bank wujiaqu --account 113201 --by-loan --as-of 2026-03-31
        shanhai report ledger --bank wujiaqu --loan 102202500000017
      """,
    en: """
      --account is the general ledger: the postings of the account and of its parts in the order in
      which they were booked; with --by-loan it is one row a loan, and their sum is what the account
      holds. --loan is the loan's sub-ledger, account by account. A balance counts up on the side
      on which its account grows: by credits where side is credit. For example:
        shanhai report ledger --bank wujiaqu --account 1303 --month 2026-03
        shanhai report ledger --bank wujiaqu --account 113201 --by-loan --as-of 2026-03-31
        shanhai report ledger --bank wujiaqu --loan 102202500000017
      """)
  static let ledgerAccountHelp = Phrase(
    zh: "科目编号（见 `shanhai catalog accounts`）。",
    en: "The account's code (see `shanhai catalog accounts`).")
  static let ledgerLoanHelp = Phrase(zh: "贷款编号。", en: "A loan's number.")
  static let ledgerByLoanHelp = Phrase(
    zh: "每笔贷款一行，而不是每笔分录。", en: "A row a loan, not a posting.")
  static let accountOrLoan = Phrase(
    zh: "须写 --account 或 --loan；--by-loan 只与 --account 同用；用法见 `shanhai report ledger --help`",
    en: """
      give --account or --loan, and --by-loan with --account alone; for the usage see \
      `shanhai report ledger --help`
      """)

  // report journal
  static let journalAbstract = Phrase(
    zh: "日记账：某日记账的全部分录。", en: "The journal: all that was booked on a day.")
  static let journalDiscussion = Phrase(
    zh: """
      按事实编号排列；月末计提的分录带有计提次数。合计不含表外分录。例：
        shanhai report journal --bank wujiaqu --on 2026-03-31
      """,
    en: """
      In the order of the facts; what an accrual run booked bears its number. The total leaves out
      what stands off the balance sheet. For example:
        shanhai report journal --bank wujiaqu --on 2026-03-31
      """)
  static let journalOnHelp = Phrase(zh: "记账日。", en: "The day it was booked on.")

  // export books
  static let exportAbstract = Phrase(
    zh: "把数据导出给其他程序用。", en: "Write what the database holds for other programs.")
  static let exportBooksAbstract = Phrase(
    zh: "把账导出为纯文本账本，供 hledger、beancount 或 ledger 核对。",
    en: "Write the books as plain-text accounting, which hledger, beancount or ledger can check.")
  static let exportBooksDiscussion = Phrase(
    zh: """
      先是全部科目，然后每个事实或每次计提一笔交易（计提的各笔贷款按用途合计），最后是每个科目
      期末余额的断言：金额差一分，这些程序就不接受。--from 以前的余额记为一笔期初交易。银行、事实
      编号、贷款编号写在标签或元数据里。文件写完才得到 --output 的名字。例：
        shanhai export books --bank wujiaqu --format hledger --output wujiaqu.journal
        LC_ALL=C.UTF-8 hledger -f wujiaqu.journal check --strict
        shanhai export books --bank wujiaqu --format beancount --output wujiaqu.beancount
        bean-check wujiaqu.beancount
        shanhai export books --bank wujiaqu --format ledger --output wujiaqu.ledger
        ledger -f wujiaqu.ledger --pedantic balance
      """,
    en: """
      First all accounts, then a transaction for each fact and each accrual run (a run's loans
      summed by what they are for), then what every account holds at the end, as assertions: where
      an amount is off by a fen these programs refuse the file. What was held before --from is an
      opening transaction. Bank, fact and loan stand in tags or metadata. A file gets the name of
      --output when it is whole. For example:
        shanhai export books --bank wujiaqu --format hledger --output wujiaqu.journal
        LC_ALL=C.UTF-8 hledger -f wujiaqu.journal check --strict
        shanhai export books --bank wujiaqu --format beancount --output wujiaqu.beancount
        bean-check wujiaqu.beancount
        shanhai export books --bank wujiaqu --format ledger --output wujiaqu.ledger
        ledger -f wujiaqu.ledger --pedantic balance
      """)
  static let ledgerFormatHelp = Phrase(
    zh: "给哪个程序。", en: "The program it is for.")

  /// What a stored fact tells.
  static func told(by name: String) -> Phrase {
    FactKind(rawValue: name).map { Phrase($0) } ?? Phrase(zh: name, en: name)
  }
}
