package import Operations
import Repositories

extension ErrorMessages {
  package static func phrase(_ error: LoanListError) -> Phrase {
    switch error {
    case .bankNotGiven(let officer, let banks): bankNotGiven(officer, banks)
    case .rowsOutsideRange(let found, let allowed):
      Phrase(
        zh: "每页 \(found) 笔不行；须为 \(allowed.lowerBound) 至 \(allowed.upperBound)",
        en: """
          a page can't have \(found) rows; --rows takes \(allowed.lowerBound) to \
          \(allowed.upperBound)
          """)
    case .daysEmpty(let from, let until):
      Phrase(
        zh: "从 \(from) 到 \(until) 没有一天：截止日不含在内，须晚于起始日",
        en: """
          no day lies from \(from) until \(until): the last day is not included and must be later
          """)
    case .overdueDaysOutsideRange(let found, let allowed):
      Phrase(
        zh: "逾期天数 \(found) 不行；须为 \(allowed.lowerBound) 至 \(allowed.upperBound)",
        en: """
          \(found) overdue days are not allowed; --overdue-days-min takes \(allowed.lowerBound) to \
          \(allowed.upperBound)
          """)
    case .statusHasNoClass(let status):
      Phrase(
        zh: "只有 active 的贷款才有分类和逾期天数，不能与 --status \(status.rawValue) 同用",
        en: """
          only active loans have a class and overdue days, so they don't go with \
          --status \(status.rawValue)
          """)
    case .pageKeyMalformed(let text):
      Phrase(
        zh: "\(Phrase.quoted(text)) 不是上一页给出的 --after",
        en: "\(Phrase.quoted(text)) is not an --after that a page gave")
    case .pageKeyOfOtherOrder(let found, let asked):
      Phrase(
        zh: "这个 --after 属于 --sort \(found.rawValue)，而这里是 --sort \(asked.rawValue)",
        en: "this --after belongs to --sort \(found.rawValue), not to --sort \(asked.rawValue)")
    }
  }

  private static func bankNotGiven(_ officer: String, _ banks: [String]) -> Phrase {
    if banks.isEmpty {
      return Phrase(
        zh: "没有写 --bank，而 \(Phrase.quoted(officer)) 不是任何一家银行的员工；请写出 --bank",
        en: "no --bank is given and \(Phrase.quoted(officer)) works at no bank; give --bank")
    }
    return Phrase(
      zh: "没有写 --bank，而 \(Phrase.quoted(officer)) 在几家银行：\(Phrase.list(banks))；请写出 --bank",
      en: """
        no --bank is given and \(Phrase.quoted(officer)) works at \(Phrase.list(banks)); give --bank
        """)
  }
}
