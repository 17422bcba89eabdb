package import Operations
import Quantities

extension ErrorMessages {
  package static func phrase(_ error: ImportError) -> Phrase {
    guard case .linesRefused(let count, let total, let othersWritten) = error else {
      let refusal = Refusal(error, .yuan)
      let found = Phrase.quoted(refusal.found)
      return Phrase(
        zh: "这笔贷款不能接收：\(refusal.column ?? "") 是 \(found)，应为 \(refusal.allowed)",
        en: """
          the loan can't be taken over: \(refusal.column ?? "it") has \(found), allowed is \
          \(refusal.allowed)
          """)
    }
    if othersWritten {
      return Phrase(
        zh: "\(total) 行中有 \(count) 行被拒绝，其余各行已接收；请改好这些行，再导入同一文件",
        en: """
          \(count) of \(total) lines are refused and the others went in; correct them and import \
          the same file again
          """)
    }
    return Phrase(
      zh: "\(total) 行中有 \(count) 行被拒绝，什么都没有写入；请改好这些行，或用 --good-rows 只接收其余各行",
      en: """
        \(count) of \(total) lines are refused and nothing was written; correct them, or take the \
        others alone with --good-rows
        """)
  }
}
