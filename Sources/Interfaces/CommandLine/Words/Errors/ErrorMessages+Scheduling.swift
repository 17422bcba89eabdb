import LoanProducts
package import Quantities
package import Scheduling

extension ErrorMessages {
  /// Amounts are in the bank's currency.
  package static func phrase(_ error: SchedulingError, _ currency: Currency) -> Phrase {
    let text = currency.grouped
    switch error {
    case .principalNotPositive(let found):
      return Phrase(
        zh: "本金 \(text(found)) 不是正数；请给出大于 0 的本金",
        en: "the principal \(text(found)) is not positive; give one above 0")
    case .principalTooLarge(let found, let largest):
      return Phrase(
        zh: "本金 \(text(found)) 太大；至多 \(text(largest))",
        en: "the principal \(text(found)) is too large; at most \(text(largest))")
    case .planPartNotPositive(let day, let found):
      return Phrase(
        zh: "计划中 \(day) 的 \(text(found)) 不在允许的范围；每一份须大于 0",
        en: "the plan's part of \(day), \(text(found)), is not allowed; each is above 0")
    case .planDoesNotSumToPrincipal(let sum, let principal):
      return Phrase(
        zh: "计划合计 \(text(sum))，不等于本金 \(text(principal))；请改计划",
        en: "the plan sums to \(text(sum)), not to the principal \(text(principal)); mend the plan")
    case .maturityNotAfterStart, .termTooLong, .planDayOutsideTerm, .planNotAscending,
      .noPrincipalDueDay, .indexNotPublished, .rateOutOfRange, .rateBoundsNotAllowed,
      .monthsBetweenDuesNotAllowed,
      .settlementDayNotAllowed, .weightsNotTwelveOrNegative, .startTooEarly,
      .penaltyPercentNotAllowed, .subsidyNotAllowed, .daysBetweenDuesNotAllowed,
      .firstDueDayOutsideTerm, .graceNotAllowed, .stepNotAllowed, .planEndsBeforeMaturity,
      .misusePercentNotAllowed, .compoundNotAllowed, .graduationNotAllowed:
      return shape(error)
    case .multipleNotPositive, .disbursementOutsideTerm, .disbursementNotAllowed,
      .downPaymentNotAllowed, .installmentBelowInterest:
      return amounts(error, text)
    }
  }

  private static func shape(_ error: SchedulingError) -> Phrase {
    switch error {
    case .maturityNotAfterStart(let startsOn, let maturesOn):
      return Phrase(
        zh: "到期日 \(maturesOn) 不在放款日 \(startsOn) 之后；请给出更晚的到期日",
        en: "it matures on \(maturesOn), not after its start on \(startsOn); give a later maturity")
    case .termTooLong(let maturesOn, let last):
      return Phrase(
        zh: "到期日 \(maturesOn) 太晚；至多到 \(last)",
        en: "it matures on \(maturesOn); at the latest \(last)")
    case .startTooEarly(let startsOn, let first):
      return Phrase(
        zh: "放款日 \(startsOn) 太早；最早 \(first)",
        en: "it starts on \(startsOn), too early; at the earliest \(first)")
    case .penaltyPercentNotAllowed(let found, let allowed):
      return Phrase(
        zh: "罚息为合同利率的 \(found)%，不在 \(allowed.lowerBound)–\(allowed.upperBound)% 之间",
        en: """
          a penalty rate of \(found) % of the contract rate is not between \(allowed.lowerBound) \
          and \(allowed.upperBound) %
          """)
    case .subsidyNotAllowed(let subsidy):
      return Phrase(
        zh:
          """
          贴息不成立：付息方 \(subsidy.payer.rawValue)，份额 \(subsidy.shareBasisPoints) 基点；\
          份额须为 1–10000，付息方不是借款人
          """,
        en: """
          the subsidy can't be: payer \(subsidy.payer.rawValue), \(subsidy.shareBasisPoints) basis \
          points; the share is 1 to 10,000 and the payer not the borrower
          """)
    case .rateOutOfRange(let found, let largest):
      return Phrase(
        zh: "利率 \(found.percent)% 不在 0–\(largest.percent)% 之间",
        en: "the rate \(found.percent) % is not between 0 and \(largest.percent) %")
    case .monthsBetweenDuesNotAllowed(let found):
      return Phrase(
        zh: """
          还款日间隔 \(found) 个月不行；可用 0–1200，有结息日时用 1、2、3、4、6、12，\
          还本间隔须是结息间隔的整数倍
          """,
        en: """
          \(found) months between due days are not possible; 0 to 1,200 are, with a settlement \
          day 1, 2, 3, 4, 6 or 12; the principal's months are a multiple of the interest's
          """)
    case .settlementDayNotAllowed(let found):
      return Phrase(
        zh: "结息日 \(found) 不行；可用 1–28",
        en: "the settlement day \(found) is not possible; 1 to 28 are")
    default: return parts(error)
    }
  }

  private static func parts(_ error: SchedulingError) -> Phrase {
    switch error {
    case .planDayOutsideTerm(let day, let from, let maturesOn):
      return Phrase(
        zh: "计划日 \(day) 不在 \(from) 至 \(maturesOn)（含两端）之间",
        en: "the plan's day \(day) is not from \(from) to \(maturesOn), both allowed")
    case .planNotAscending(let day, let previous):
      return Phrase(
        zh: "计划日 \(day) 排在 \(previous) 之后；请按日期先后写",
        en: "the plan's day \(day) comes after \(previous); list the days in order, each once")
    case .weightsNotTwelveOrNegative(let found):
      let wrong = found.first { !(0...1_000_000).contains($0) }
      return Phrase(
        zh: "月份权数有 \(found.count) 个\(wrong.map { "，其中有 \($0)" } ?? "")；须是十二个 0–1,000,000 的整数",
        en: """
          there are \(found.count) month weights\(wrong.map { ", one of them \($0)" } ?? ""); \
          twelve are needed, 0 to 1,000,000 each
          """)
    case .misusePercentNotAllowed, .compoundNotAllowed, .graduationNotAllowed:
      return defaulting(error)
    case .noPrincipalDueDay:
      return Phrase(
        zh: "没有一天归还本金；请检查权数、宽限期和到期日",
        en: "principal falls due on no day; check weights, grace and maturity")
    case .indexNotPublished(let index, let day):
      return Phrase(
        zh: "截至 \(day) 没有公布 \(index.rawValue)；请载入，或在文档的 market 中给出",
        en: "\(index.rawValue) was not published by \(day); load it, or give it under market")
    case .rateBoundsNotAllowed(let bounds):
      let (floor, cap) = (bounds.floor?.percent ?? "—", bounds.cap?.percent ?? "—")
      return Phrase(
        zh: "利率下限 \(floor) %、上限 \(cap) % 不允许；只有浮动利率有上下限，0 ≤ 下限 ≤ 上限 ≤ 100 %",
        en:
          "the rate's floor \(floor) % and cap \(cap) % are not allowed; a floating rate may have "
          + "them, 0 ≤ floor ≤ cap ≤ 100 %")
    default: return oddities(error)
    }
  }

  private static func oddities(_ error: SchedulingError) -> Phrase {
    switch error {
    case .daysBetweenDuesNotAllowed(let days, let months):
      return Phrase(
        zh: "结息间隔 \(days) 天、\(months) 个月不行；天数 1–40000，且只用天或只用月",
        en: "interest every \(days) days and \(months) months is not possible; one of them, 1 to "
          + "40,000 days")
    case .firstDueDayOutsideTerm(let day, let startsOn, let maturesOn):
      return Phrase(
        zh: "首个还款日 \(day) 不在 \(startsOn + 1) 至 \(maturesOn)（含两端）之间",
        en: "the first due day \(day) is not from \(startsOn + 1) to \(maturesOn), both allowed")
    case .graceNotAllowed(let count):
      return Phrase(
        zh: "宽限 \(count) 期不行；可用 0–10000",
        en: "a grace of \(count) instalments is not possible; 0 to 10,000 are")
    case .stepNotAllowed(let number, let percent):
      return Phrase(
        zh: "阶梯第 \(number) 期起 \(percent)% 不行；期数递增、至多 10000，比例 1–10000",
        en: """
          the step of \(percent) % from instalment \(number) is not possible; numbers ascend to at \
          most 10,000, percentages are 1 to 10,000
          """)
    case .planEndsBeforeMaturity(let maturesOn):
      return Phrase(
        zh: "计划的最后一天须是到期日 \(maturesOn)",
        en: "the plan's last day has to be the maturity, \(maturesOn)")
    default: return unexpected(error)
    }
  }

  private static func amounts(_ error: SchedulingError, _ text: (Money) -> String) -> Phrase {
    switch error {
    case .multipleNotPositive(let found):
      return Phrase(
        zh: "还款额的倍数 \(text(found)) 不行；须大于 0",
        en: "instalments can't be multiples of \(text(found)); give an amount above 0")
    case .disbursementOutsideTerm(let day, let previous, let maturesOn):
      return Phrase(
        zh: "放款日 \(day) 不在 \(previous) 之后、\(maturesOn) 之前",
        en: "the disbursement of \(day) is not after \(previous) and before \(maturesOn)")
    case .disbursementNotAllowed(let day, let found):
      return Phrase(
        zh: "\(day) 放款 \(text(found)) 不行；须大于 0，且首笔也大于 0",
        en: "a disbursement of \(text(found)) on \(day) is not possible; each is above 0, the "
          + "first too")
    case .downPaymentNotAllowed(let found, let below):
      return Phrase(
        zh: "首付 \(text(found)) 不行；须不小于 0、小于 \(text(below))",
        en: "a down payment of \(text(found)) is not possible; 0 or more, below \(text(below))")
    case .installmentBelowInterest(let day, let installment, let interest):
      return Phrase(
        zh: "\(day) 的还款额 \(text(installment)) 不够付利息 \(text(interest))；请改首期、阶梯或期限",
        en: """
          the instalment of \(day), \(text(installment)), does not pay the interest of \
          \(text(interest)); change the first period, the steps or the term
          """)
    default: return unexpected(error)
    }
  }
}
