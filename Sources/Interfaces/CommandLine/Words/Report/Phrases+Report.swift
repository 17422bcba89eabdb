/// The words of `shanhai report`.
extension Phrase {
  static let reportAbstract = Phrase(zh: "报告。", en: "Reports on a portfolio.")
  static let riskAbstract = Phrase(
    zh: "某月末的贷款组合风险报告：余额、PAR、账龄、五级分类、应提准备。",
    en: """
      The portfolio risk report of a month's end: outstanding, PAR, ageing, classes, provision.
      """)
  static let riskDiscussion = Phrase(
    zh: """
      从月末头寸算出；该月须先 `shanhai accrue`。--bank 为一家银行，--sponsor 为发起行的所有银行之和。

      json：一个对象。portfolio 以及 banks、branches、lines 的每一项都有同样的指标：outstanding、
      par_1、par_30、par_60、par_90、par_180、restructured、principal_due、interest_due、
      interest_running、penalty_due、non_performing、general_provision、special_provision、
      required_provision、provision_coverage；每项指标有 loans、borrowers、amount、share_percent
      中适用的几个。金额和百分数是字符串；分母为零时 share_percent 是 null。

      csv：每个指标一行，列为 month,currency,section,bank,key,measure,loans,borrowers,amount,
      share_percent；section 是 portfolio、ageing、class、bank、branch 或 line，key 是其代码。
      """,
    en: """
      Counted from month-end positions: `shanhai accrue` comes first. --bank is one bank, --sponsor
      the sum of all banks of a sponsor.

      json: one object. Its portfolio and each of its banks, branches and lines have the same
      measures: outstanding, par_1, par_30, par_60, par_90, par_180, restructured, principal_due,
      interest_due, interest_running, penalty_due, non_performing, general_provision,
      special_provision, required_provision, provision_coverage; a measure has those that apply of
      loans, borrowers, amount, share_percent. Amounts and per cent are strings; a share of nothing
      is null.

      csv: one row a measure, with the columns month, currency, section, bank, key, measure, loans,
      borrowers, amount, share_percent; section is portfolio, ageing, class, bank, branch or line,
      and key the code of one of these.
      """)
  static let sponsorHelp = Phrase(
    zh: "发起行代码；只有一家时可以不写。", en: "The sponsor's code; not needed if there is one only.")
  static let bankOrSponsor = Phrase(
    zh: "须写 --bank 或 --sponsor，两者取一；用法见 `shanhai report risk --help`",
    en: "give one of --bank and --sponsor; for the usage see `shanhai report risk --help`")
}
