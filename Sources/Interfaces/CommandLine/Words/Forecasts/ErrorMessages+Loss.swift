import Quantities
package import Risk

extension ErrorMessages {
  package static func phrase(_ error: LossDistributionError) -> Phrase {
    switch error {
    case .correlationsOutsideRange(let segment, let asset, let region):
      Phrase(
        zh: "第 \(segment) 段的相关性 \(asset) 和 \(region)（十亿分之一）须不为负，且合计小于 1",
        en: """
          the correlations \(asset) and \(region) (billionths) of segment \(segment) must not be \
          negative, and be less than 1 together
          """)
    case .segmentUnknown(let segment, let loan): unknown("segment", segment, loan)
    case .regionUnknown(let region, let loan): unknown("region", region, loan)
    case .groupUnknown(let group, let loan): unknown("group", group, loan)
    case .exposureNegative(let amount, let loan):
      Phrase(
        zh: "第 \(loan) 笔的敞口为负：\(amount.minorUnits)",
        en: "the exposure of loan \(loan) is negative: \(amount.minorUnits)")
    case .lossGivenDefaultOutsideRange(let loss, let loan):
      Phrase(
        zh: "第 \(loan) 笔的违约损失率 \(loss) 须在 0 到 10000（万分之一）之间",
        en: "the loss given default \(loss) of loan \(loan) must be 0 to 10,000 ten-thousandths")
    case .probabilityOutsideRange(let probability, let loan):
      Phrase(
        zh: "第 \(loan) 笔的违约概率 \(probability) 须在 0 到十亿分之十亿之间",
        en: "the probability \(probability) of loan \(loan) must be 0 to 1,000,000,000 billionths")
    case .totalLossTooLarge(let total):
      Phrase(
        zh: "全部损失 \(total) 超过 64 位；请分开计算",
        en: "all losses together, \(total), pass 64 bits; take parts of the portfolio")
    case .noScenarios:
      Phrase(zh: "须有情景：请写 --scenarios 10000", en: "there are no scenarios: give --scenarios 10000")
    case .levelOutsideRange(let level):
      Phrase(
        zh: "置信水平 \(level) 须在 1 到 9999（万分之一）之间",
        en: "the level \(level) must be 1 to 9,999 ten-thousandths")
    case .tooFewScenarios(let count, let level, let needed):
      Phrase(
        zh: "\(count) 个情景不足以看到 \(level)（万分之一）以外；至少 \(needed) 个，请加大 --scenarios",
        en: """
          \(count) scenarios have none beyond \(level) ten-thousandths; give --scenarios \(needed) \
          or more
          """)
    }
  }

  private static func unknown(_ what: String, _ number: Int32, _ loan: Int) -> Phrase {
    Phrase(
      zh: "第 \(loan) 笔的 \(what) \(number) 不存在",
      en: "loan \(loan) has a \(what) that is not there: \(number)")
  }
}
