import Banks
package import Operations
package import Quantities
import Repositories

extension ErrorMessages {
  /// Amounts are in the bank's currency.
  package static func phrase(_ error: OperationError, _ currency: Currency) -> Phrase {
    switch error {
    case .bankUnknown, .sponsorUnknown, .officerUnknown, .branchUnknown, .borrowerUnknown,
      .loanUnknown:
      unknown(error)
    case .roleMissing, .sameOfficer, .keyEmptyOrTooLong, .keyReserved, .keyUsedForAnotherRequest,
      .statusNotAllowed:
      permission(error)
    case .dayAfterBusinessDate, .disbursedOutsideFirstPeriod, .businessDateGoesBack,
      .monthNotOver, .monthBeforeLastRun:
      day(error)
    case .monthNotAccrued, .currenciesDiffer, .historyTooShort, .loanWithoutPosition,
      .scenarioUnknown:
      report(error)
    case .needsConfirmation, .looksLikeDuplicate, .factNotOfLoan, .factNotReversible,
      .factReversedAlready, .disbursementFollowed, .disbursementAccrued, .proposedAlready,
      .proposalUnknown, .proposalDecided:
      confirmation(error, currency)
    case .monthClosed, .monthNotClosed, .checksFailed, .reasonMissing, .reopeningNotProposed:
      monthEnd(error)
    case .amountOutsideRange(let found, let largest):
      Phrase(
        zh: "金额 \(currency.grouped(found)) 不行；须大于 0，至多 \(currency.grouped(largest))",
        en: """
          the amount \(currency.grouped(found)) is not allowed; it must be above 0 and at most \
          \(currency.grouped(largest))
          """)
    }
  }

  private static func unknown(_ error: OperationError) -> Phrase {
    switch error {
    case .bankUnknown(let code, let known):
      return Phrase(
        zh: "没有银行 \(Phrase.quoted(code))；有：\(Phrase.list(known))",
        en: "there is no bank \(Phrase.quoted(code)); there are \(Phrase.list(known))")
    case .sponsorUnknown(let code):
      return Phrase(
        zh: "没有发起行 \(Phrase.quoted(code))",
        en: "there is no sponsor \(Phrase.quoted(code)); load the catalog")
    case .officerUnknown(let name, let bank):
      return Phrase(
        zh: "\(bank) 没有员工 \(Phrase.quoted(name))；见 `shanhai catalog officers --bank \(bank)`",
        en: """
          \(bank) has no officer \(Phrase.quoted(name)); see `shanhai catalog officers --bank \
          \(bank)`, and in the private database give --as
          """)
    case .branchUnknown(let code, let known):
      return Phrase(
        zh: "没有支行 \(Phrase.quoted(code))；有：\(Phrase.list(known))",
        en: "there is no branch \(Phrase.quoted(code)); there are \(Phrase.list(known))")
    case .borrowerUnknown(let reference, let bank):
      return Phrase(
        zh: "\(bank) 没有借款人 \(Phrase.quoted(reference))；见 `shanhai borrower list --bank \(bank)`",
        en: """
          \(bank) has no borrower \(Phrase.quoted(reference)); see `shanhai borrower list --bank \
          \(bank)`
          """)
    case .loanUnknown(let number, let bank):
      return Phrase(
        zh: "\(bank) 没有贷款 \(Phrase.quoted(number))；见 `shanhai loan list --bank \(bank)`",
        en: "\(bank) has no loan \(Phrase.quoted(number)); see `shanhai loan list --bank \(bank)`")
    default: return unexpected(error)
    }
  }

  private static func permission(_ error: OperationError) -> Phrase {
    switch error {
    case .roleMissing(let officer, let needed):
      return Phrase(
        zh: "\(officer) 没有 \(needed.rawValue) 的职责；请由有此职责的员工办理",
        en: "\(officer) is not \(needed.rawValue); an officer with that role must do it")
    case .sameOfficer(let officer, let step):
      return Phrase(
        zh: "\(officer) 已经办了上一步（\(step.rawValue)）；须由另一位员工办理",
        en: "\(officer) did the step before (\(step.rawValue)); another officer must do this one")
    case .keyEmptyOrTooLong(let length, let most):
      return Phrase(
        zh: "幂等键有 \(length) 字节；须是 1–\(most)",
        en: "the key has \(length) bytes; 1 to \(most) are allowed")
    case .keyReserved(let key, let prefix):
      return Phrase(
        zh: "幂等键 \(Phrase.quoted(key)) 以 \(prefix) 开头，留给银行自身的业务；请换一个键",
        en: """
          the key \(Phrase.quoted(key)) begins with \(prefix), which the bank's own work is \
          recorded under; give another key
          """)
    case .keyUsedForAnotherRequest(let key, let fact):
      return Phrase(
        zh: "键 \(Phrase.quoted(key)) 已用于另一项请求（事实 \(fact)）；请换一个键",
        en: """
          the key \(Phrase.quoted(key)) stands for another request (fact \(fact)); give a new key \
          for a new request
          """)
    case .statusNotAllowed(let loan, let found, let allowed):
      return Phrase(
        zh: "贷款 \(loan) 的状态是 \(found.rawValue)；这一步要求 \(Phrase.list(allowed.map(\.rawValue)))",
        en: """
          the loan \(loan) is \(found.rawValue); this step needs \
          \(Phrase.list(allowed.map(\.rawValue)))
          """)
    default: return unexpected(error)
    }
  }

  private static func day(_ error: OperationError) -> Phrase {
    switch error {
    case .dayAfterBusinessDate(let day, let businessDate):
      return Phrase(
        zh: "\(day) 晚于营业日期 \(businessDate)；请先 `shanhai close day --to \(day)`",
        en: """
          \(day) is after the business date \(businessDate); `shanhai close day --to \(day)` comes \
          first
          """)
    case .disbursedOutsideFirstPeriod(let day, let allowed):
      return Phrase(
        zh: "放款日 \(day) 不行；须在 \(allowed.lowerBound) 至 \(allowed.upperBound) 之间",
        en: """
          it can't be disbursed on \(day); \(allowed.lowerBound) to \(allowed.upperBound) is \
          allowed
          """)
    case .businessDateGoesBack(let day, let businessDate):
      return Phrase(
        zh: "营业日期 \(businessDate) 不能退回到 \(day)",
        en: "the business date is \(businessDate) and can't go back to \(day)")
    case .monthNotOver(let month, let businessDate):
      return Phrase(
        zh: "\(month) 还没有过完：营业日期是 \(businessDate)；请先 `shanhai close day --to \(month.lastDay)`",
        en: """
          \(month) is not over: the business date is \(businessDate); `shanhai close day --to \
          \(month.lastDay)` comes first
          """)
    case .monthBeforeLastRun(let month, let last):
      return Phrase(
        zh: "\(month) 早于最近计提的 \(last)；补记的事实由 \(last) 或以后的运行更正",
        en: """
          \(month) is before \(last), the last one accrued; back-dated facts are corrected by a \
          run of \(last) or later
          """)
    default: return unexpected(error)
    }
  }

  private static func report(_ error: OperationError) -> Phrase {
    switch error {
    case .monthNotAccrued(let month, let banks):
      return Phrase(
        zh: "\(Phrase.list(banks)) 没有 \(month) 的月末头寸；请先 `shanhai accrue --month \(month)`",
        en: """
          \(Phrase.list(banks)) has no positions of \(month); `shanhai accrue --month \(month)` \
          comes first
          """)
    case .historyTooShort(let month, let needed):
      let months = needed == 1 ? "one month" : "\(needed) months"
      return Phrase(
        zh: "\(month) 往前 \(needed) 个月没有头寸，无法估计违约概率；请等到有这段历史的月份",
        en: """
          there are no positions of \(months) before \(month), from which defaults could be seen; \
          ask for a month with such a history
          """)
    case .loanWithoutPosition(let number, let month):
      return Phrase(
        zh: "贷款 \(number) 在 \(month) 月末没有头寸：尚未放款，或已结清、核销；请换一个月份",
        en: """
          loan \(number) has no position at the end of \(month): not yet paid out, settled or \
          written off; ask for another month
          """)
    case .scenarioUnknown(let code, let known, let day):
      let (code, known) = (Phrase.quoted(code), known.isEmpty ? "—" : Phrase.list(known))
      return Phrase(
        zh: "\(day) 没有情景 \(code)；有：\(known)（见 `shanhai catalog stress`）",
        en: """
          there is no scenario \(code) on \(day); there are \(known) (see `shanhai catalog stress`)
          """)
    case .currenciesDiffer(let currencies):
      return Phrase(
        zh: "这些银行的币种不同：\(Phrase.list(currencies))；请分别出报告",
        en: "the banks have different currencies: \(Phrase.list(currencies)); report on each")
    default: return unexpected(error)
    }
  }
}
