/// The catalogue: what the program says apart from errors. The words of one command stand together;
/// where they grow, in a file `Phrases+Command` of their own.
extension Phrase {
  // The program.
  static let programAbstract = Phrase(
    zh: "山海：村镇银行的贷款组合管理", en: "Shanhai: loan portfolios of village banks")
  static let programDiscussion = Phrase(
    zh: """
      先这样开始：
        shanhai database start              自己的 PostgreSQL，不开 TCP
        shanhai database migrate            建表
        shanhai catalog load seeds          银行、员工、产品、LPR
        shanhai loan apply --help           然后 approve、disburse、repay
        shanhai accrue --month 2026-03      计提利息，写月末头寸
        shanhai report risk --month 2026-03 --sponsor

      每条命令都这样工作：
        --format table|json|csv  给人看的表格，或给程序用的数据
        --language zh|en         默认取 SHANHAI_LANGUAGE、LC_ALL、LANG
        --database URI           默认取 PG* 环境变量；都没有时用本机自己的数据库
        --as OFFICER             以某位员工的身份办理（仅限自己的数据库）

      结果写到标准输出；进度和出错写到标准错误。
      出错只有一行，末尾方括号里是固定不变的代码。
      退出码：0 完成，1 被规则拒绝，2 用法不对，3 存储出了问题。
      """,
    en: """
      First steps:
        shanhai database start              a PostgreSQL of your own, no TCP
        shanhai database migrate            its schema
        shanhai catalog load seeds          banks, officers, products, LPR
        shanhai loan apply --help           then approve, disburse, repay
        shanhai accrue --month 2026-03      interest and month-end positions
        shanhai report risk --month 2026-03 --sponsor

      Each command works like this:
        --format table|json|csv  a table for people, or data for programs
        --language zh|en         else SHANHAI_LANGUAGE, LC_ALL, LANG
        --database URI           else PG*; without any, the private database
        --as OFFICER             act for an officer (private database only)

      Results go to standard output, progress and errors to standard error.
      An error is one line that ends in a code: [csv.missing_column].
      Exit codes: 0 done, 1 refused by a rule, 2 wrong usage, 3 storage.
      """)

  // Options.
  static let languageHelp = Phrase(zh: "说哪种语言。", en: "The language to speak.")
  static let databaseHelp = Phrase(
    zh: "要用的 PostgreSQL 数据库。", en: "The PostgreSQL database to use.")
  static let officerHelp = Phrase(
    zh: "以这位员工的身份办理（仅限自己的数据库）。",
    en: "The officer to act for, in the private database only.")
  static let verboseHelp = Phrase(zh: "把经过写到标准错误。", en: "Tell what is done on standard error.")
  static let formatHelp = Phrase(zh: "输出的样式。", en: "The shape of the output.")

  static let asOnlyInPrivateDatabase = Phrase(
    zh: "--as 只能用于自己的数据库；在别处，员工就是登录数据库的那个用户",
    en: """
      --as is for the private database only; elsewhere the officer is the one whose login the \
      server authenticated: leave --as out
      """)

  // about
  static let aboutAbstract = Phrase(
    zh: "显示版本，以及会用哪种语言、哪个数据库。",
    en: "Show the version, and which language and database would be used.")
  static let name = Phrase(zh: "名称", en: "Name")
  static let value = Phrase(zh: "值", en: "Value")
  static let version = Phrase(zh: "版本", en: "version")
  static let language = Phrase(zh: "语言", en: "language")
  static let database = Phrase(zh: "数据库", en: "database")
  static let privateDatabase = Phrase(zh: "自己的数据库", en: "private")

  // Problems of an imported file.
  static let line = Phrase(zh: "行", en: "Line")
  static let column = Phrase(zh: "列", en: "Column")
  static let rule = Phrase(zh: "规则", en: "Rule")
  static let found = Phrase(zh: "实际", en: "Found")
  static let allowed = Phrase(zh: "允许", en: "Allowed")
}
