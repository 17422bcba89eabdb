package import Quantities
package import Risk

extension ErrorMessages {
  /// Shares are in ten-thousandths, factors in thousandths, as the tables of assumptions have them.
  package static func phrase(_ error: ExpectedLossError, _ currency: Currency) -> Phrase {
    switch error {
    case .noScenarios, .weightNegative, .factorOutsideRange, .weightsDoNotAddUp:
      scenario(error)
    case .lossGivenDefaultOutsideRange, .pseudoCountNegative, .monthsOutsideRange,
      .statesOfAnotherScale, .stateWithoutLoans:
      assumption(error)
    case .segmentUnknown, .tooManyMonths, .amountOutsideRange, .exposureTooLarge,
      .rateOutsideRange, .fundShareOutsideRange:
      loan(error, currency)
    }
  }

  private static func scenario(_ error: ExpectedLossError) -> Phrase {
    switch error {
    case .weightNegative(let weight, let scenario):
      Phrase(
        zh: "情景 \(scenario) 的权重为负：\(weight)（万分之一）；须为 0 到 10000",
        en: """
          the weight of scenario \(scenario) is negative: \(weight) ten-thousandths; give 0 to \
          10,000
          """)
    case .factorOutsideRange(let factor, let scenario, let allowed):
      Phrase(
        zh: "情景 \(scenario) 的违约倍数 \(factor)（千分之一）须在 \(allowed.text) 之间",
        en: """
          the factor \(factor) of scenario \(scenario) must be \(allowed.text) thousandths
          """)
    case .weightsDoNotAddUp(let sum):
      Phrase(
        zh: "各情景权重之和是 \(sum)，须为 10000（万分之一）",
        en: "the scenarios' weights add up to \(sum) ten-thousandths; they must be 10,000 together")
    default:
      Phrase(zh: "没有情景；至少须有一个", en: "there are no scenarios; there must be one at least")
    }
  }

  private static func assumption(_ error: ExpectedLossError) -> Phrase {
    switch error {
    case .lossGivenDefaultOutsideRange(let share):
      Phrase(
        zh: "违约损失率 \(share) 须在 0 到 10000（万分之一）之间",
        en: "the loss given default \(share) must be 0 to 10,000 ten-thousandths")
    case .pseudoCountNegative(let count):
      Phrase(
        zh: "平滑笔数为负：\(count)（千分之一笔）；须不小于 0",
        en: "the pseudo-count is negative: \(count) thousandths of a loan; give 0 or more")
    case .monthsOutsideRange(let months, let allowed):
      Phrase(
        zh: "月数 \(months) 须在 \(allowed.text) 之间",
        en: "the number of months \(months) must be \(allowed.text)")
    case .stateWithoutLoans(let state, let line):
      Phrase(
        zh: "\(line.isEmpty ? "全组合" : line) 没有逾期 \(state.rawValue) 天的贷款，又不平滑，看不出其去向",
        en: """
          \(line.isEmpty ? "the portfolio" : line) has no loans \(state.rawValue) days overdue, \
          and without a pseudo-count nothing tells where they go
          """)
    case .statesOfAnotherScale(let line):
      Phrase(
        zh: "\(line.isEmpty ? "全组合" : line) 的迁徙不是逾期天数的迁徙",
        en: "the moves of \(line.isEmpty ? "the portfolio" : line) are not those of days overdue")
    default: Phrase(zh: "\(error.code)", en: "\(error.code)")
    }
  }

  private static func loan(_ error: ExpectedLossError, _ currency: Currency) -> Phrase {
    switch error {
    case .tooManyMonths(let months, let allowed, let loan):
      Phrase(
        zh: "第 \(loan) 笔的计划有 \(months) 个月，至多 \(allowed) 个月",
        en: "the schedule of loan \(loan) has \(months) months; at most \(allowed) are allowed")
    case .amountOutsideRange(let amount, let loan):
      Phrase(
        zh: "第 \(loan) 笔有金额 \(currency.grouped(amount))，须为 0 到 \(currency.grouped(.largestAmount))",
        en: """
          loan \(loan) has an amount of \(currency.grouped(amount)); it must be 0 to \
          \(currency.grouped(.largestAmount))
          """)
    case .exposureTooLarge(let amount, let loan):
      Phrase(
        zh: "第 \(loan) 笔的敞口 \(currency.grouped(amount)) 超过 \(currency.grouped(.largestAmount))",
        en: """
          loan \(loan) owes \(currency.grouped(amount)), more than \
          \(currency.grouped(.largestAmount))
          """)
    case .rateOutsideRange(let rate, let loan):
      Phrase(
        zh: "第 \(loan) 笔的利率 \(rate.percent)% 须在 0 到 100% 之间",
        en: "the rate \(rate.percent) % of loan \(loan) must be 0 to 100 %")
    case .fundShareOutsideRange(let share, let loan):
      Phrase(
        zh: "第 \(loan) 笔的基金分担 \(share) 须在 0 到 10000（万分之一）之间",
        en: "the fund's share \(share) of loan \(loan) must be 0 to 10,000 ten-thousandths")
    case .segmentUnknown(let segment, let loan):
      Phrase(
        zh: "第 \(loan) 笔的产品编号 \(segment) 不存在",
        en: "loan \(loan) is of a line that is not there: \(segment)")
    default: Phrase(zh: "\(error.code)", en: "\(error.code)")
    }
  }
}

extension ClosedRange<Int> {
  /// `0…12`.
  fileprivate var text: String { "\(lowerBound)…\(upperBound)" }
}
