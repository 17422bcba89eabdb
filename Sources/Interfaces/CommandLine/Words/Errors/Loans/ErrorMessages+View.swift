package import Operations
import Quantities

extension ErrorMessages {
  package static func phrase(_ error: ViewError) -> Phrase {
    switch error {
    case .notDisbursed(let loan, let day):
      return Phrase(
        zh: "贷款 \(loan) 到 \(day) 日终还没有放款，没有账可对；见 `shanhai loan show \(loan)`",
        en: """
          the loan \(loan) is not disbursed by the end of \(day), so there is no account of it \
          yet; see `shanhai loan show \(loan)`
          """)
    case .daysReversed(let first, let last):
      return Phrase(
        zh: "--from \(first) 晚于最后一天 \(last)；请对调，或改 --until",
        en: "--from \(first) is after the last day, \(last); swap them, or give another --until")
    case .dayAfterBusinessDate(let day, let businessDate):
      return Phrase(
        zh: "对账单只到营业日期 \(businessDate)，不到 \(day)；今后应还的见 `shanhai loan show`",
        en: """
          a statement reaches to the business date, \(businessDate), not to \(day); `shanhai loan \
          show` has what is to come
          """)
    case .scheduleUnknown(let found, let known):
      let list = known.map(String.init).joined(separator: ", ")
      let numbers = known.isEmpty ? Phrase(zh: "无", en: "none") : Phrase(zh: list, en: list)
      return Phrase(
        zh: "事实 \(found) 没有改变还款计划；改变过的：\(numbers.zh)，或 signed",
        en: """
          fact \(found) changed no schedule; those that did: \(numbers.en); or name signed
          """)
    case .nothingBilled(let day, let last):
      let list = last.map(\.description).joined(separator: ", ")
      let days = last.isEmpty ? Phrase(zh: "还没有", en: "none yet") : Phrase(zh: list, en: list)
      return Phrase(
        zh: "\(day) 没有结息；最近结息的日子：\(days.zh)",
        en: "no interest was billed on \(day); the last days it was: \(days.en)")
    }
  }
}
