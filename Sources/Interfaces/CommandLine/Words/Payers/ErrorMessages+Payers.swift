package import Operations
package import Quantities

extension ErrorMessages {
  /// Amounts are in the bank's currency.
  package static func phrase(_ error: PayerError, _ currency: Currency) -> Phrase {
    switch error {
    case .lendingStopped(let fund, let ratio, let allowed):
      return stopped(fund, ratio, allowed: allowed, currency)
    case .programmeUnknown, .monthBeforeLastClaim, .claimUnknown, .claimNotConfirmed,
      .loanNotInClaim, .nothingOpen, .moreThanOpen:
      return claim(error, currency)
    default: return cover(error, currency)
    }
  }

  private static func stopped(
    _ fund: String, _ ratio: NonPerformingRatio, allowed: Int, _ currency: Currency
  ) -> Phrase {
    func text(_ amount: Int128) -> String {
      FixedPoint.text(amount, decimals: currency.decimals, grouped: true)
    }
    let line = FixedPoint.text(Int128(allowed), decimals: 2)
    let (bad, all) = (text(ratio.nonPerforming), text(ratio.principal))
    return Phrase(
      zh: """
        \(ratio.month) 末，\(fund) 覆盖的贷款中不良 \(bad)，本金 \(all)，不良率高于停贷线 \(line)%；\
        降到线内之前不受理新申请
        """,
      en: """
        at the end of \(ratio.month) \(bad) of \(all) of the loans that \(fund) covers is \
        non-performing, which is above its stop line of \(line) %; no new loan until it is not
        """)
  }

  private static func claim(_ error: PayerError, _ currency: Currency) -> Phrase {
    let text = currency.grouped
    switch error {
    case .programmeUnknown(let code, let known):
      return Phrase(
        zh: "没有付息方 \(Phrase.quoted(code))；有：\(Phrase.list(known))",
        en: "there is no programme \(Phrase.quoted(code)); there are \(Phrase.list(known))")
    case .monthBeforeLastClaim(let month, let last, let programme):
      return Phrase(
        zh: "\(programme) 已申领到 \(last)，不能再申领 \(month)；它已包含在内",
        en: """
          \(programme) was claimed to the end of \(last), which holds what was accrued by the end \
          of \(month); claim \(last) or later
          """)
    case .claimUnknown(let number, let bank):
      return Phrase(
        zh: "\(bank) 没有申领 \(number)；见 `shanhai subsidy list --bank \(bank)`",
        en: "\(bank) has no claim \(number); see `shanhai subsidy list --bank \(bank)`")
    case .claimNotConfirmed(let number):
      return Phrase(
        zh: "申领 \(number) 还没有确认；请先 `shanhai subsidy confirm \(number)`",
        en: "the claim \(number) is not confirmed; `shanhai subsidy confirm \(number)` comes first")
    case .loanNotInClaim(let loan, let claim):
      return Phrase(
        zh: "贷款 \(Phrase.quoted(loan)) 不在申领 \(claim) 里；见 `shanhai subsidy show \(claim)`",
        en: """
          the loan \(Phrase.quoted(loan)) is not in the claim \(claim); see `shanhai subsidy show \
          \(claim)`
          """)
    case .nothingOpen(let claim):
      return Phrase(
        zh: "申领 \(claim) 没有未付的；见 `shanhai subsidy show \(claim)`",
        en: "nothing of the claim \(claim) is open; see `shanhai subsidy show \(claim)`")
    case .moreThanOpen(let found, let open):
      return Phrase(
        zh: "金额 \(text(found)) 不行；未付 \(text(open))，须大于 0 且不超过它，净额为负时须恰好等于它",
        en: """
          \(text(found)) is not possible: \(text(open)) is open; give an amount above 0 and not \
          above it, or exactly it where the net is below zero
          """)
    default: return unexpected(error)
    }
  }

  private static func cover(_ error: PayerError, _ currency: Currency) -> Phrase {
    let text = currency.grouped
    switch error {
    case .notCovered(let loan):
      return Phrase(
        zh: "贷款 \(loan) 没有风险补偿金覆盖；见 `shanhai catalog funds`",
        en: "no fund covers the loan \(loan); see `shanhai catalog funds`")
    case .withinBuffer(let loan, let days, let buffer):
      return Phrase(
        zh: "贷款 \(loan) 逾期 \(days) 天，在缓冲期 \(buffer) 天之内；超过后再申请",
        en: """
          the loan \(loan) is \(days) days overdue, within the fund's buffer of \(buffer); claim \
          when it is longer
          """)
    case .claimedAlready(let loan, let amount):
      return Phrase(
        zh: "贷款 \(loan) 已申请 \(text(amount))；全部拒付后才能再申请",
        en: """
          \(text(amount)) was claimed for the loan \(loan) already; it can be claimed again when \
          all of it was refused
          """)
    case .aboveShare(let found, let allowed, let percent):
      return Phrase(
        zh: "金额 \(text(found)) 不行；须大于 0，至多为 \(percent)% 即 \(text(allowed))",
        en: """
          \(text(found)) is not possible; the fund's share is \(percent) %: above 0 and at most \
          \(text(allowed))
          """)
    case .moreThanClaimed(let found, let open):
      return Phrase(
        zh: "金额 \(text(found)) 不行；已申请而未付的是 \(text(open))",
        en: "\(text(found)) is not possible; \(text(open)) was claimed and is open")
    case .moreThanOwedBack(let found, let owed):
      return Phrase(
        zh: "金额 \(text(found)) 不行；应返还的是 \(text(owed))",
        en: "\(text(found)) is not possible; \(text(owed)) is owed back")
    default: return unexpected(error)
    }
  }
}
