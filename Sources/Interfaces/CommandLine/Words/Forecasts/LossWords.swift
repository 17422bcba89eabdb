import Quantities
import Risk

/// The words of the loss distribution.
enum LossWords {
  static func title(_ name: Phrase, month: Month, currency: String) -> Phrase {
    Phrase(
      zh: "贷款损失分布：\(name.zh)，\(month.lastDay) 起十二个月，金额单位：\(currency)",
      en: """
        Loss distribution: \(name.en), twelve months from \(month.lastDay), amounts in \(currency)
        """)
  }
  static func drawn(_ scenarios: Int, seed: UInt64) -> Phrase {
    Phrase(
      zh: "\(scenarios) 个情景，种子 \(seed)：每个情景逐笔抽样",
      en: "\(scenarios) scenarios, seed \(seed): every loan is drawn in every scenario")
  }

  static let losses = Phrase(zh: "损失", en: "Losses")
  static let byBank = Phrase(zh: "各行对预期短缺的贡献", en: "What banks add to the shortfall")
  static let byLine = Phrase(zh: "各产品对预期短缺的贡献", en: "What lines add to the shortfall")
  static let probabilities = Phrase(zh: "参数", en: "What it was drawn from")
  static let histogram = Phrase(
    zh: "损失分布（横轴：损失，万元）", en: "Distribution of losses (along the bottom, in 10,000)")
  static let scenarios = Phrase(zh: "情景数", en: "scenarios")

  static let exposure = Phrase(zh: "敞口", en: "Exposure")
  static let shareOfExposure = Phrase(zh: "占敞口 %", en: "% of exposure")
  static let error = Phrase(zh: "抽样误差（±1σ）", en: "Sampling error, ±1σ")
  static let expectedLoss = Phrase(zh: "预期损失 EL（解析）", en: "Expected loss (EL), exact")
  static let meanLoss = Phrase(zh: "平均损失（模拟）", en: "Mean loss, drawn")
  static func valueAtRisk(_ level: String) -> Phrase {
    Phrase(zh: "风险价值 VaR \(level)%", en: "Value at risk (VaR) \(level) %")
  }
  static func expectedShortfall(_ level: String) -> Phrase {
    Phrase(zh: "预期短缺 ES \(level)%", en: "Expected shortfall (ES) \(level) %")
  }
  static let probability = Phrase(zh: "违约概率 PD %", en: "PD %")
  static let seenLoans = Phrase(zh: "观察笔数", en: "Seen")
  static let seenDefaults = Phrase(zh: "其中违约", en: "Defaulted")
  static let lossGivenDefault = Phrase(zh: "违约损失率 LGD %", en: "LGD %")
  static let assetCorrelation = Phrase(zh: "资产相关性 %", en: "Asset correlation %")
  static let regionCorrelation = Phrase(zh: "县域相关性 %", en: "County correlation %")

  static let modelNote = Phrase(
    zh: """
      单因子高斯模型（Vasicek），另加县域因子（年景）；敞口为本金加应收未收利息，LGD 和相关性为假设值
      """,
    en: """
      One-factor Gaussian model (Vasicek) with a factor for each county (its year); exposure is \
      principal and interest due, LGD and correlations are assumptions
      """)
  static let probabilityNote = Phrase(
    zh: """
      PD：近十二个月各月末的十二个月迁徙，（违约数 + 1）÷（笔数 + 2）；某产品某档少于 \
      \(DefaultRates.fewest) 笔的用全组合；已违约的为 100%
      """,
    en: """
      PD: from the moves over twelve months that ended in the last twelve months, (defaults + 1) ÷ \
      (loans + 2); a line with fewer than \(DefaultRates.fewest) loans in a state takes the whole \
      portfolio's; 100 % once in default
      """)
}
