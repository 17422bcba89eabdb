import LoanProducts
package import Operations
package import Origination
package import Quantities
import Repositories

extension ErrorMessages {
  /// Amounts are in the bank's currency.
  package static func phrase(_ error: ApprovalError, _ currency: Currency) -> Phrase {
    switch error {
    case .surveyWrong(let error): phrase(error, currency)
    case .documentUnknown, .documentThere, .documentsMissing, .surveyMissing, .scoreMissing,
      .scorecardMissing, .scoreTooLow:
      papers(error)
    case .decidedByBranchManager, .decidedByCommittee, .notForCommittee, .alreadyVoted,
      .reasonMissing:
      decision(error, currency)
    case .approvalExpired, .approvalHolds, .dayBeforeStep:
      days(error)
    case .conditionCodeWrong, .conditionThere, .conditionUnknown, .conditionsNotMet,
      .partOutsideRange:
      disbursement(error, currency)
    }
  }

  package static func phrase(_ error: SurveyError, _ currency: Currency) -> Phrase {
    switch error {
    case .amountOutsideRange(let found, let largest):
      Phrase(
        zh: "调查金额 \(currency.grouped(found)) 不行；须在 0 和 \(currency.grouped(largest)) 之间",
        en: """
          the figure \(currency.grouped(found)) of the survey is not allowed; 0 to \
          \(currency.grouped(largest)) is
          """)
    case .yearsOutsideRange(let found, let most):
      Phrase(
        zh: "从业年限 \(found) 不行；须是 0–\(most)",
        en: "\(found) years in the trade are not allowed; 0 to \(most) are")
    }
  }

  private static func papers(_ error: ApprovalError) -> Phrase {
    switch error {
    case .documentUnknown(let code, let known):
      return Phrase(
        zh: "该产品没有资料 \(Phrase.quoted(code))；有：\(Phrase.list(known))",
        en: "the line asks for no paper \(Phrase.quoted(code)); it asks for \(Phrase.list(known))")
    case .documentThere(let code, let day):
      return Phrase(
        zh: "资料 \(Phrase.quoted(code)) 已在 \(day) 收到",
        en: "the paper \(Phrase.quoted(code)) came in on \(day) already; there is nothing to do")
    case .documentsMissing(let codes):
      return Phrase(
        zh: "还缺资料：\(Phrase.list(codes))；收到后用 `shanhai loan document` 登记",
        en: "papers are missing: \(Phrase.list(codes)); `shanhai loan document` takes them in")
    case .surveyMissing:
      return Phrase(
        zh: "还没有贷前调查；请先 `shanhai loan survey`",
        en: "there is no survey yet; `shanhai loan survey` comes first")
    case .scoreMissing:
      return Phrase(
        zh: "最近一次调查还没有评分；请先 `shanhai loan score`",
        en: "the last survey is not scored; `shanhai loan score` comes first")
    case .scorecardMissing(let line, let day):
      return Phrase(
        zh: "\(line.rawValue) 在 \(day) 没有评分表；请载入 seeds/scores",
        en: "\(line.rawValue) has no points table on \(day); load one from seeds/scores")
    case .scoreTooLow(let points, let passMark):
      return Phrase(
        zh: "评分 \(points) 低于合格线 \(passMark)；只有贷审会能批，请用 `shanhai loan vote`",
        en: """
          \(points) points are below the pass mark of \(passMark); only the committee may approve: \
          `shanhai loan vote`
          """)
    default: return unexpected(error)
    }
  }

  private static func decision(_ error: ApprovalError, _ currency: Currency) -> Phrase {
    switch error {
    case .decidedByBranchManager(let above):
      return Phrase(
        zh: "\(currency.grouped(above)) 以上由支行行长审批；请由 branch-manager 办理",
        en: "a branch manager approves loans above \(currency.grouped(above)); ask one to do it")
    case .decidedByCommittee(let above, let quorum):
      return Phrase(
        zh: "\(currency.grouped(above)) 以上由贷审会投票，至少 \(quorum) 票；请用 `shanhai loan vote`",
        en: """
          the committee decides on loans above \(currency.grouped(above)), by at least \(quorum) \
          votes: `shanhai loan vote`
          """)
    case .notForCommittee(let authority):
      return Phrase(
        zh: "这笔贷款由 \(authority.rawValue) 审批，不须投票；请用 `shanhai loan approve`",
        en: "\(authority.rawValue) decides on this loan, no vote: `shanhai loan approve`")
    case .alreadyVoted(let officer, let isInFavour):
      return Phrase(
        zh: "\(officer) 已经投了\(isInFavour ? "同意" : "反对")票；每人一票",
        en: """
          \(officer) has voted \(isInFavour ? "for" : "against") it already; each member votes once
          """)
    case .reasonMissing:
      return Phrase(zh: "没有写理由；请用 --reason 写明", en: "no reason is given; say why with --reason")
    default: return unexpected(error)
    }
  }

  private static func days(_ error: ApprovalError) -> Phrase {
    switch error {
    case .approvalExpired(let until):
      return Phrase(
        zh: "批准须在 \(until) 之前签订；请用 `shanhai loan expire` 结束它，并重新申请",
        en: """
          the approval had to be signed before \(until); end it with `shanhai loan expire` and \
          apply anew
          """)
    case .approvalHolds(let until):
      let end = until.map { "\($0)" }
      return Phrase(
        zh: end.map { "批准在 \($0) 之前有效，还没有过期" } ?? "这笔批准没有期限，不会过期",
        en: end.map { "the approval holds until before \($0) and is not over" }
          ?? "the approval has no end and does not expire")
    case .dayBeforeStep(let day, let step, let on):
      return Phrase(
        zh: "\(day) 早于上一步（\(step.rawValue)）的 \(on)；请写 \(on) 或以后的日子",
        en: "\(day) is before the step \(step.rawValue) of \(on); give that day or a later one")
    default: return unexpected(error)
    }
  }

  private static func disbursement(_ error: ApprovalError, _ currency: Currency) -> Phrase {
    switch error {
    case .conditionCodeWrong(let code):
      return Phrase(
        zh: "条件代码 \(Phrase.quoted(code)) 不行；须是 1–40 个小写字母、数字或连字符",
        en: """
          the condition \(Phrase.quoted(code)) is no code; 1 to 40 small letters, digits and \
          hyphens are allowed
          """)
    case .conditionThere(let code):
      return Phrase(
        zh: "条件 \(Phrase.quoted(code)) 已经提出，尚未满足",
        en: "the condition \(Phrase.quoted(code)) is open already; there is nothing to add")
    case .conditionUnknown(let code, let open):
      return Phrase(
        zh: "没有未满足的条件 \(Phrase.quoted(code))；有：\(Phrase.list(open))",
        en: "no condition \(Phrase.quoted(code)) is open; open are: \(Phrase.list(open))")
    case .conditionsNotMet(let codes):
      return Phrase(
        zh: "未满足的条件：\(Phrase.list(codes))；满足后用 `shanhai loan condition --met` 登记",
        en: """
          conditions are not met: \(Phrase.list(codes)); record them with \
          `shanhai loan condition --met`
          """)
    case .partOutsideRange(let found, let left):
      return Phrase(
        zh: "放款 \(currency.grouped(found)) 不行；还可放 \(currency.grouped(left))",
        en: """
          \(currency.grouped(found)) can't be paid out; \(currency.grouped(left)) of the principal \
          is left
          """)
    default: return unexpected(error)
    }
  }
}
