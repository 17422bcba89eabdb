/// The words of `shanhai generate`.
extension Phrase {
  static let generateAbstract = Phrase(
    zh: "生成虚构的数据，供演示、测试和测速。",
    en: "Invented data, for demonstrations, tests and measurements.")
  static let generateBookAbstract = Phrase(
    zh: "向只有目录数据的数据库写入一本虚构的贷款账及其历史。",
    en: "Write an invented loan book with its history into a database that has a catalog only.")
  static let generateBookDiscussion = Phrase(
    zh: """
      贷款、还款、逾期、展期、核销都由种子决定：同一种子写出同样的行，与 --jobs 无关。
      条款按目录里的产品，月末的计提和头寸由程序自己的引擎算出。
      须由表的所有者运行（私有数据库的主人就是）；一个事务，出错就什么都不留。
        shanhai database start; shanhai database migrate; shanhai catalog load seeds
        shanhai generate book --loans 10000 --banks 4 --seed 1 --months 24
      """,
    en: """
      The seed decides on loans, payments, arrears, extensions and losses: one seed writes the \
      same rows, whatever --jobs. Terms follow the catalog's products; what each month's end \
      books and the positions come from the program's own engine.
      It needs the owner of the tables (who owns the private database is) and is one transaction: \
      after an error nothing is left.
        shanhai database start; shanhai database migrate; shanhai catalog load seeds
        shanhai generate book --loans 10000 --banks 4 --seed 1 --months 24
      """)
  static let generateLoansHelp = Phrase(zh: "多少笔贷款。", en: "How many loans.")
  static let generateBanksHelp = Phrase(
    zh: "多少家银行；目录里的先用，不够的再虚构。",
    en: "How many banks: first those of the catalog, then invented ones.")
  static let generateSeedHelp = Phrase(
    zh: "种子：同一种子，同一本账。", en: "The seed: the same book for the same seed.")
  static let generateMonthsHelp = Phrase(
    zh: "多少个月的历史。", en: "How many months of history.")
  static let generateUntilHelp = Phrase(
    zh: "最后一个月；其月末是营业日。", en: "The last month; its last day is the business date.")
  static let generateOpenHelp = Phrase(
    zh: "最后一个月只有业务，还没有计提。", en: "Leave the last month's end to be run: facts only.")
  static let generateJobsHelp = Phrase(
    zh: "同时计算的任务数；默认等于处理器数。", en: "Tasks that compute at once; as many as processors.")
  static let loansGenerated = Phrase(zh: "已生成的贷款", en: "loans generated")
  static let generatedBanks = Phrase(zh: "银行数", en: "Banks")
  static let generatedRows = Phrase(zh: "行数", en: "Rows")
}
