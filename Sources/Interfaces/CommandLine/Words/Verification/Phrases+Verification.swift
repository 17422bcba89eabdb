import Operations

/// The words of `shanhai verify`.
extension Phrase {
  static let verifyAbstract = Phrase(
    zh: "用事实核对账：流水、头寸、贷款现状、还款计划、月结摘要。",
    en: "Hold the books to the facts: transfers, positions, states, schedules, digests.")
  static let verifyDiscussion = Phrase(
    zh: """
      每笔贷款从事实重新推算，与库里所存逐行比较；已月结的月份重算 SHA-256 摘要，
      并核对与上月的链接；不带 --month 时还运行 SQL/checks 的全部检查。
      有一处不符即说出第一处（行、贷款、事实或计提、实际、应为），退出码 1。例：
        shanhai verify --month 2026-03
        shanhai verify --bank pingguo --jobs 4
      """,
    en: """
      Each loan is replayed from its facts and compared with what is stored, row by
      row; the SHA-256 of each closed month is computed anew, with its link to the
      month before; without --month the queries of SQL/checks are run, too.
      The first difference is named (bank, loan, fact or run, found, expected) and
      the exit code is 1. For example:
        shanhai verify --month 2026-03
        shanhai verify --bank pingguo --jobs 4
      """)
  static let verifyBankHelp = Phrase(
    zh: "只核对这一家行（不写则全部）。", en: "This bank alone; all of them if left out.")
  static let verifyMonthHelp = Phrase(
    zh: "只核对这个月所记（不写则从第一件事实起）。",
    en: "What was booked in this month alone; all from the first fact if left out.")
  static let verifyJobsHelp = Phrase(zh: "同时核对几段。", en: "How many ranges at the same time.")
  static let verifyJobsRange = Phrase(zh: "--jobs 取 1 至 64", en: "--jobs takes 1 to 64")
  static let loansVerified = Phrase(zh: "已核对的贷款", en: "loans verified")
  static let verifiedFacts = Phrase(zh: "事实", en: "Facts")
  static let verifiedPositions = Phrase(zh: "头寸", en: "Positions")
  static let verifiedCloses = Phrase(zh: "月结", en: "Closed months")

  static func booksHold(_ seconds: String) -> Phrase {
    Phrase(
      zh: "全部相符，用时 \(seconds) 秒", en: "everything holds, \(seconds) seconds")
  }

  static func booksDiffer(_ difference: BookDifference) -> Phrase {
    let loan = difference.loan
    return Phrase(
      zh: """
        \(difference.bank) 行\(loan.map { "贷款 \($0) " } ?? "")的 \(difference.place)：\
        \(difference.what) 所存为 \(Phrase.quoted(difference.found))，\
        按事实应为 \(Phrase.quoted(difference.expected))；不要改账，先查明谁动过这一行
        """,
      en: """
        bank \(difference.bank)\(loan.map { ", loan \($0)" } ?? ""), \(difference.place): \
        \(difference.what) is \(Phrase.quoted(difference.found)), \
        and the facts make it \(Phrase.quoted(difference.expected)); \
        find out who touched that row before anything else is booked
        """)
  }
}
