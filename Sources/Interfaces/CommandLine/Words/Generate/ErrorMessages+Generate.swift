package import Operations
import Quantities

extension ErrorMessages {
  package static func phrase(_ error: GenerateError) -> Phrase {
    switch error {
    case .countOutsideRange(let count, let found, let allowed):
      Phrase(
        zh: "\(counted(count).zh)数 \(found) 不行；须为 \(allowed.lowerBound) 至 \(allowed.upperBound)",
        en: """
          \(found) \(counted(count).en) can't be generated; allowed are \(allowed.lowerBound) to \
          \(allowed.upperBound)
          """)
    case .monthTooEarly(let month, let earliest):
      Phrase(
        zh: "历史从 \(month) 开始，那时还没有产品；最早为 \(earliest)，请减少 --months",
        en: """
          the history would begin in \(month), before any product; \(earliest) is the earliest: \
          take fewer --months
          """)
    case .monthWithoutRates(let month, let latest):
      Phrase(
        zh: "\(month) 还没有公布的 LPR；最近公布的是 \(latest.map { "\($0)" } ?? "无")，请用更早的 --until",
        en: """
          no LPR is published for \(month); the last is of \(latest.map { "\($0)" } ?? "none"): \
          take an earlier --until
          """)
    case .notOwner:
      Phrase(
        zh: "生成账簿要重建表的键，只有表的所有者可以；请以所有者身份连接",
        en: "the keys of the tables are made anew, which only their owner may: connect as the owner"
      )
    case .notEmpty:
      Phrase(
        zh: "数据库里已有借款人、贷款或记录；请用一个只装载了目录的新数据库",
        en: """
          the database has borrowers, loans or facts; take a new one with nothing but the catalog \
          loaded
          """)
    case .catalogMissing(let file):
      Phrase(
        zh: "目录里缺少 \(file) 的内容；请先运行 shanhai catalog load seeds",
        en: "the catalog has nothing of \(file); run shanhai catalog load seeds first")
    case .officerMissing(let role, let bank):
      Phrase(
        zh: "银行 \(bank) 没有支行，或没有角色为 \(role) 的员工",
        en: "the bank \(bank) has no branch, or no officer with the role \(role)")
    }
  }

  private static func counted(_ count: GenerateError.Count) -> Phrase {
    switch count {
    case .loans: Phrase(zh: "贷款笔", en: "loans")
    case .banks: Phrase(zh: "银行家", en: "banks")
    case .months: Phrase(zh: "月", en: "months")
    case .loansOfOneBank: Phrase(zh: "一家银行的贷款笔", en: "loans of one bank")
    }
  }
}
