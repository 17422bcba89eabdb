import Operations
import Quantities

extension ErrorMessages {
  static func monthEnd(_ error: OperationError) -> Phrase {
    switch error {
    case .monthClosed(let month, let last):
      return Phrase(
        zh: "\(month) 已结账（最近结账月份 \(last)）；迟到的事实记入第一个未结账的月份，或用 `shanhai close reopen` 重新打开",
        en: """
          \(month) is closed (the last closed month is \(last)); what is known late is booked in \
          the first open month, or open it again by `shanhai close reopen`
          """)
    case .monthNotClosed(let month, let last):
      let found = last.map { "\($0)" }
      return Phrase(
        zh: "\(month) 不是最近结账的月份（\(found ?? "尚无")）；只能重新打开最近结账的月份",
        en: """
          \(month) is not the last closed month (\(found ?? "there is none")); only that one can \
          be opened again
          """)
    case .checksFailed(let month, let check):
      return Phrase(
        zh: "\(month) 账实核对不符：\(check)；不能结账，用 `shanhai verify` 查明",
        en: """
          the books of \(month) fail the check \(check) and stay open; `shanhai verify` finds where
          """)
    case .reasonMissing(let length, let most):
      return Phrase(
        zh: "理由有 \(length) 个字；须有 1 到 \(most) 个字",
        en: "the reason has \(length) characters; it must have 1 to \(most)")
    case .reopeningNotProposed(let month):
      return Phrase(
        zh: "没有人提出重新打开 \(month)；先由一名员工用 `shanhai close reopen` 说明理由，再由另一名加 --confirm 确认",
        en: """
          nobody has proposed to open \(month) again; one officer proposes it with a reason by \
          `shanhai close reopen`, another confirms it with --confirm
          """)
    default: preconditionFailure("no error of a month's end: \(error.code)")
    }
  }
}
