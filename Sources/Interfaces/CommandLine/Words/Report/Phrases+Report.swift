/// The words of `shanhai report`.
extension Phrase {
  static let reportAbstract = Phrase(zh: "报告。", en: "Reports on a portfolio.")
  static let riskAbstract = Phrase(
    zh: "某月末的贷款组合风险报告：余额、PAR、账龄、分类、准备、各维度、集中度、迁徙、限额。",
    en: """
      The portfolio risk report of a month's end: outstanding, PAR, ageing, classes, provision, \
      cuts, concentration, vintages, moves, limits.
      """)
  static let riskDiscussion = Phrase(
    zh: """
      从月末头寸算出；该月须先 `shanhai accrue`。结账时已汇总的月份直接读取，未结账的当场汇总。
      --bank 为一家银行，--sponsor 为发起行的所有银行之和。例：
        shanhai report risk --bank wujiaqu --month 2026-03
        shanhai report risk --sponsor --month 2026-03 --section by_line --format csv
        shanhai report risk --bank wujiaqu --month 2026-03 --drill line=microcredit,par=30
        shanhai report risk --sponsor --month 2026-03 --where line=tourism,sex=female
        shanhai report risk --bank wujiaqu --month 2026-03 --known-at 2026-04-02T00:00:00Z

      json：一个对象，开头是 month、as_of、scope、code、currency、positions，然后是 sections：每一节有
      title、columns、rows、totals。金额和百分数是字符串；没有的值是 null。

      csv：只选一节时为该节的表；否则每格一行，列为 section,row,key,column,value。

      xlsx（须 --output）：每节一张工作表，数字可计算，有图。html：一个文件，可打印。
      """,
    en: """
      Counted from month-end positions: `shanhai accrue` comes first. A month that is closed was
      counted then, others are counted now. --bank is one bank, --sponsor the sum of all banks of a
      sponsor. For example:
        shanhai report risk --bank wujiaqu --month 2026-03
        shanhai report risk --sponsor --month 2026-03 --section by_line --format csv
        shanhai report risk --bank wujiaqu --month 2026-03 --drill line=microcredit,par=30
        shanhai report risk --sponsor --month 2026-03 --where line=tourism,sex=female
        shanhai report risk --bank wujiaqu --month 2026-03 --known-at 2026-04-02T00:00:00Z

      json: one object: month, as_of, scope, code, currency, positions, then sections, each with
      its title, columns, rows and totals. Amounts and per cent are strings; what there is not is
      null.

      csv: of one section its table; else a row a cell, with the columns section, row, key, column,
      value.

      xlsx (with --output): a sheet a section, real numbers, charts. html: one file, which prints.
      """)
  static let exportPositionsAbstract = Phrase(
    zh: "导出某月末每笔贷款的头寸，任何人都可据以重算报告。",
    en: "Write each loan's position of a month's end, from which anyone can recompute a report.")
  static let exportPositionsDiscussion = Phrase(
    zh: """
      每笔贷款一行：各维度、金额、逾期天数、分类、应提准备。--where 只要其中一部分。例：
        shanhai export positions --bank wujiaqu --month 2026-03 --output positions.csv
        shanhai export positions --sponsor --month 2026-03 --where line=tourism,class=loss
      """,
    en: """
      A row a loan: what it is cut by, amounts, days overdue, class, provision required. --where
      asks for some of them. For example:
        shanhai export positions --bank wujiaqu --month 2026-03 --output positions.csv
        shanhai export positions --sponsor --month 2026-03 --where line=tourism,class=loss
      """)
  static let lossAbstract = Phrase(
    zh: "十二个月贷款损失的分布：EL、VaR、ES，以及各行、各产品的贡献。",
    en: """
      The distribution of losses within twelve months: EL, VaR, ES, and what banks and lines add.
      """)
  static let lossDiscussion = Phrase(
    zh: """
      每个情景逐笔抽样；同一种子结果相同，与线程数无关。PD 取自迁徙，LGD 和相关性为假设，都列在最后一节。例：
        shanhai report loss --sponsor --month 2026-03
        shanhai report loss --bank wujiaqu --month 2026-03 --scenarios 100000 --seed 7
      """,
    en: """
      Every loan is drawn in every scenario; a seed gives the same losses on any number of threads.
      PD comes from how loans moved, LGD and correlations are assumptions: the last section lists
      them. For example:
        shanhai report loss --sponsor --month 2026-03
        shanhai report loss --bank wujiaqu --month 2026-03 --scenarios 100000 --seed 7
      """)
  static let scenariosHelp = Phrase(
    zh: "情景数，至少 10,000 为宜。", en: "How many scenarios; 10,000 or more are advised.")
  static let lossSeedHelp = Phrase(zh: "种子。", en: "The seed of the draws.")
  static let lossJobsHelp = Phrase(zh: "线程数。", en: "On how many threads.")
  static let reportSchemaAbstract = Phrase(
    zh: "`report risk --format json` 的 JSON Schema。",
    en: "The JSON Schema of `report risk --format json`.")
  static let reportFormatHelp = Phrase(
    zh: "输出格式。", en: "The form of the report.")
  static let reportSectionHelp = Phrase(
    zh: "只要这一节（可重复），如 ageing、by_line、roll_rates。",
    en: "Only this section, such as ageing, by_line, roll_rates; may be given again.")
  static let drillHelp = Phrase(
    zh: "列出数字背后的贷款，如 line=microcredit,days=31-60；可用各维度名、days、class、par。",
    en: """
      List the loans behind a figure, such as line=microcredit,days=31-60: by any cut's name, \
      days, class or par.
      """)
  static let recomputeHelp = Phrase(
    zh: "全部从头寸重新汇总，不读已存的汇总。",
    en: "Count everything from positions again, and read nothing that was kept.")
  static let drillAlone = Phrase(
    zh: "--drill 列出贷款，不与 --section、--recompute、--where 同用；请去掉它们",
    en: "--drill lists loans: leave --section, --recompute and --where out")
  static let portfolioPartHelp = Phrase(
    zh: """
      只要组合的这一部分的全部各节：line、product、officer、purpose、category、size、division、village、
      borrower、sex、cohort、first、branch。
      """,
    en: """
      All sections of this part of the portfolio alone: by line, product, officer, purpose, \
      category, size, division, village, borrower, sex, cohort, first, branch.
      """)
  static func tooFewScenarios(_ fewest: Int) -> Phrase {
    Phrase(
      zh: "--scenarios 至少 \(fewest)，否则 99.9% 以外没有情景",
      en: "give --scenarios \(fewest) or more: with fewer none lies beyond 99.9 %")
  }
  static let workbookNeedsFile = Phrase(
    zh: "xlsx 须写到文件：请加 --output 报告.xlsx",
    en: "a workbook goes into a file: give --output report.xlsx")
  static func listForm(_ form: String) -> Phrase {
    Phrase(
      zh: "贷款清单没有 \(form) 格式；可用：table, json, csv",
      en: "a list of loans has no form \(form); there are table, json, csv")
  }
  static func unknownSection(_ key: String, known: [String]) -> Phrase {
    Phrase(
      zh: "没有这一节：\(quoted(key))；有：\(known.joined(separator: ", "))",
      en: "there is no section \(quoted(key)); there are \(known.joined(separator: ", "))")
  }
  static let sponsorHelp = Phrase(
    zh: "发起行代码；只有一家时可以不写。", en: "The sponsor's code; not needed if there is one only.")
  static func bankOrSponsor(of command: String) -> Phrase {
    Phrase(
      zh: "须写 --bank 或 --sponsor，两者取一；用法见 `shanhai \(command) --help`",
      en: "give one of --bank and --sponsor; for the usage see `shanhai \(command) --help`")
  }
}
