import Quantities
package import Servicing

extension ErrorMessages {
  /// Why a rule doesn't let a loan be changed so.
  package static func phrase(_ error: ChangeRuleError) -> Phrase {
    switch error {
    case .extendedBefore, .extendedTooFar: term(error)
    case .notAStudents, .graduatedOutside, .yearNotWaived, .yearWaivedBefore, .yearOver,
      .stillAtSchool:
      student(error)
    case .rateNotLower(let found, let largest):
      Phrase(
        zh: "利率 \(found.percent)% 高于现行的 \(largest.percent)%；该产品的利率在合同期内只能下调",
        en: """
          the rate \(found.percent) % is above the \(largest.percent) % in force; this product's \
          rate may only be lowered in the contract's term
          """)
    case .owedAlready(let party):
      Phrase(
        zh: "\(Phrase.quoted(party)) 已经是这笔贷款的借款人；请写另一位",
        en: "\(Phrase.quoted(party)) owes this loan already; name another borrower")
    case .branchAlready(let branch):
      Phrase(
        zh: "这笔贷款已在支行 \(Phrase.quoted(branch))；请写另一家",
        en: "the loan is with the branch \(Phrase.quoted(branch)) already; name another")
    case .diedBefore(let day):
      Phrase(
        zh: "已登记借款人于 \(day) 死亡；登记有误时请先冲正（`loan reverse`）",
        en: "the death of \(day) is on record already; a wrong one is undone with `loan reverse`")
    }
  }

  private static func term(_ error: ChangeRuleError) -> Phrase {
    switch error {
    case .extendedBefore(let day, let basis):
      return Phrase(
        zh: "\(day) 已展期或续贷过；按\(basis.document)只能一次，可改用重组（`loan reschedule --restructuring`）",
        en: """
          it was extended or renewed on \(day), which \(basis.document) allows once; what is left \
          is `loan reschedule --restructuring`
          """)
    case .extendedTooFar(let day, let latest, let bound, let basis):
      let reason = words(of: bound)
      return Phrase(
        zh: "到期日 \(day) 太晚，最晚 \(latest)：\(basis.document)，\(reason.zh)",
        en: "\(day) is too late; the latest is \(latest): \(basis.document), \(reason.en)")
    default: return unexpected(error)
    }
  }

  private static func words(of bound: ExtensionRule.Bound) -> Phrase {
    switch bound {
    case .originalTerm:
      Phrase(zh: "累计展期不超过原期限", en: "an extension of at most the term as signed")
    case .halfTerm:
      Phrase(zh: "累计展期不超过原期限的一半", en: "an extension of at most half the term as signed")
    case .threeYears: Phrase(zh: "累计展期不超过三年", en: "an extension of at most three years")
    case .productTerm(let months):
      Phrase(zh: "不超过该产品的最长期限 \(months) 个月", en: "at most the product's \(months) months")
    }
  }

  private static func student(_ error: ChangeRuleError) -> Phrase {
    switch error {
    case .notAStudents:
      return Phrase(
        zh: "这不是助学贷款；毕业和免息只适用于助学贷款",
        en: "it is no student's loan; graduation and the State's waiver are for those only")
    case .graduatedOutside(let day, let allowed, let basis):
      return Phrase(
        zh: """
          毕业日 \(day) 不行；须在 \(allowed.lowerBound) 至 \(allowed.upperBound) 之间\
          （\(basis.document)：总期限不超过22年）
          """,
        en: """
          a graduation on \(day) is not possible; \(allowed.lowerBound) to \(allowed.upperBound) \
          is, so that the term stays within 22 years (\(basis.document))
          """)
    case .yearNotWaived(let year, let known):
      let years = known.map { "\($0)" }.joined(separator: ", ")
      return Phrase(
        zh: "没有免除 \(year) 年利息的文件；有：\(years)",
        en: "no document waives the interest of \(year); there are \(years)")
    case .yearWaivedBefore(let year):
      return Phrase(
        zh: "\(year) 年的利息已经免除；不必再办",
        en: "the interest of \(year) is waived already; nothing is left to do")
    case .yearOver(let year, let day):
      return Phrase(
        zh: "生效日 \(day) 已过 \(year) 年；请用 --on 写该年之内的日期",
        en: "the effective day \(day) is after \(year); give a day of that year with --on")
    case .stillAtSchool(let until, let year):
      return Phrase(
        zh: "\(until) 之前由财政付息，\(year) 年没有借款人的利息可免",
        en: "finance pays until \(until); the borrower has no interest of \(year) to be waived")
    default: return unexpected(error)
    }
  }
}
