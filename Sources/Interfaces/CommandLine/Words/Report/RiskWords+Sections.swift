import Classification
import Reporting
import Risk

/// The words of the risk report's sections.
extension RiskWords {
  // Columns.
  static let unit = Phrase(zh: "单位", en: "Unit")
  static let value = Phrase(zh: "数值", en: "Value")
  static let lastMonth = Phrase(zh: "上月", en: "Last month")
  static let lastYear = Phrase(zh: "上年同期", en: "Last year")
  static let trend = Phrase(zh: "走势", en: "Trend")
  static let countUnit = Phrase(zh: "户", en: "number")
  static let classBefore = Phrase(zh: "上月分类", en: "Class before")
  static let daysBefore = Phrase(zh: "此前逾期天数", en: "Days before")
  static let shareOfLoans = Phrase(zh: "占贷款 %", en: "% of loans")
  static let shareOfNPL = Phrase(zh: "占不良 %", en: "% of NPL")
  static let supervisoryValue = Phrase(zh: "监管要求（至少）", en: "Asked for, at least")
  static let rank = Phrase(zh: "PAR30 名次", en: "Rank")
  static let outlier = Phrase(zh: "异常", en: "Outlier")
  static let isOutlier = Phrase(zh: "异常", en: "outlier")
  static let kind = Phrase(zh: "类别", en: "Kind")
  static let reference = Phrase(zh: "编号", en: "Reference")
  static let percentOfCapital = Phrase(zh: "占资本净额 %", en: "% of net capital")
  static let limit = Phrase(zh: "上限 %", en: "Limit %")
  static let limitName = Phrase(zh: "指标", en: "Limit")
  static let atLeast = Phrase(zh: "至少", en: "At least")
  static let atMost = Phrase(zh: "至多", en: "At most")
  static let months = Phrase(zh: "月数", en: "Months")
  static let breach = Phrase(zh: "超限", en: "Breach")
  static let isBreach = Phrase(zh: "超限", en: "BREACH")
  static let cutBy = Phrase(zh: "维度", en: "Cut")
  static let members = Phrase(zh: "个数", en: "Members")
  static let herfindahl = Phrase(zh: "赫芬达尔指数", en: "Herfindahl")
  static let largestMember = Phrase(zh: "最大者", en: "Largest")
  static let cohort = Phrase(zh: "发放季度", en: "Disbursed")
  static let granted = Phrase(zh: "发放本金", en: "Granted")
  static let small = Phrase(zh: "样本", en: "Sample")
  static let isSmall = Phrase(zh: "过小", en: "small")
  static let ofLoans = Phrase(zh: "总笔数", en: "Of loans")
  static func monthOnBook(_ age: Int) -> Phrase { Phrase(zh: "第 \(age) 月", en: "Month \(age)") }
  static func parRatio(_ days: Int) -> Phrase { Phrase(zh: "PAR\(days) %", en: "PAR\(days) %") }

  // Positions.
  static let yes = Phrase(zh: "是", en: "yes")
  static let loanNumber = Phrase(zh: "贷款编号", en: "Loan")
  static let group = Phrase(zh: "联保组", en: "Group")
  static let startsOn = Phrase(zh: "发放日", en: "From")
  static let maturesOn = Phrase(zh: "到期日", en: "To")
  static let principalOverdueDays = Phrase(zh: "本金逾期天数", en: "Principal late, days")
  static let interestOverdueDays = Phrase(zh: "利息逾期天数", en: "Interest late, days")
  static let bookPrincipal = Phrase(zh: "账面本金", en: "On the books")
  static let isRestructured = Phrase(zh: "重组", en: "Restructured")
  static let isNonAccrual = Phrase(zh: "非应计", en: "Non-accrual")

  // Sections.
  static let portfolio = Phrase(zh: "组合", en: "Portfolio")
  static let supervisoryTable = Phrase(
    zh: "逾期天数与五级分类（G11 格式，万元）", en: "Days overdue by class (form of G11, in 10,000)")
  static let classMoves = Phrase(zh: "本月分类迁徙（本金）", en: "Moves between classes in the month")
  static let provisionSection = Phrase(zh: "贷款损失准备", en: "Provision")
  static let largest = Phrase(zh: "最大债务人", en: "Largest debtors")
  static let limits = Phrase(zh: "监管限额", en: "Supervisory limits")
  static let concentration = Phrase(zh: "集中度", en: "Concentration")
  static let vintages = Phrase(
    zh: "Vintage：各季发放贷款累计违约率（%）", en: "Vintages: in default by months on book, %")
  static let vintagesAtRisk = Phrase(
    zh: "Vintage：各季发放贷款 PAR30（%）", en: "Vintages: PAR30 at months on book, %")
  static let rollRates = Phrase(
    zh: "月滚动率（近十二个月，按本金，%）", en: "Roll rates, last twelve months, % of principal")
  static let yearlyMoves = Phrase(
    zh: "十二个月迁徙（按本金，%）", en: "Moves over twelve months, % of principal")
  static let outcomes = Phrase(zh: "治愈、违约与提前还款", en: "Cure, default and prepayment")
  static let overdueByMonth = Phrase(
    zh: "逾期本金占比", en: "Overdue principal, % of outstanding")
  static let trendOfRisk = Phrase(zh: "风险走势（占余额 %）", en: "Risk over time, % of outstanding")

  // Figures.
  static let averageLoan = Phrase(zh: "户均余额", en: "Average a borrower")
  static let disbursed = Phrase(zh: "本月发放", en: "Disbursed in the month")
  static let repaid = Phrase(zh: "本月收回本金", en: "Principal repaid in the month")
  static let writtenOff = Phrase(zh: "本月核销", en: "Written off in the month")
  static let income = Phrase(zh: "本月利息收入", en: "Interest earned in the month")
  static func otherRule(_ document: String) -> Phrase {
    Phrase(zh: "备查：按\(document)应提", en: "Memo: required by \(document)")
  }
  static let generalReserve = Phrase(
    zh: "备查：应从利润中计提的一般准备（权益）",
    en: "Memo: general reserve to be set aside of profit (equity)")
  static let heldProvision = Phrase(zh: "已提准备", en: "Provision held")
  static let riskCoverage = Phrase(zh: "风险覆盖率（已提 ÷ PAR30）", en: "Provision held ÷ PAR30")
  static let heldCoverage = Phrase(zh: "拨备覆盖率（已提 ÷ 不良）", en: "Provision held ÷ NPL")
  static let provisionRatio = Phrase(zh: "贷拨比（已提 ÷ 贷款）", en: "Provision held ÷ loans")
  static let yield = Phrase(zh: "贷款收益率（年）", en: "Portfolio yield, a year")
  static let writeOffRatio = Phrase(zh: "核销率（年）", en: "Write-off ratio, a year")
  static let farmersAndSmallFirms = Phrase(
    zh: "农户和小微企业贷款占比", en: "Farmers and small firms")
  static let women = Phrase(zh: "女性占比", en: "Women")
  static let firstTime = Phrase(zh: "首贷占比", en: "First loans")
  static let singleBorrower = Phrase(zh: "最大单户 ÷ 资本净额", en: "Largest borrower ÷ net capital")
  static let tenLargest = Phrase(zh: "最大十户 ÷ 资本净额", en: "Ten largest ÷ net capital")
  static let curedInMonth = Phrase(
    zh: "违约后一个月内恢复或结清", en: "Out of default within a month")
  static let defaultInMonth = Phrase(zh: "一个月内违约", en: "Into default within a month")
  static let defaultInYear = Phrase(zh: "十二个月内违约", en: "Into default within twelve months")
  static let prepaidInMonth = Phrase(zh: "一个月内提前结清", en: "Repaid early within a month")
  static let monthsToDefault = Phrase(
    zh: "首次违约时的月龄（中位数）", en: "Months on book at first default, median")

  static func limit(_ limit: SupervisoryLimit) -> Phrase {
    switch limit {
    case .singleBorrower: singleBorrower
    case .tenLargest: tenLargest
    case .provisionCoverage: heldCoverage
    case .provisionRatio: provisionRatio
    case .farmersAndSmallFirms: farmersAndSmallFirms
    case .averageLoan: averageLoan
    }
  }

  static func debtor(_ kind: PortfolioMonth.Debtor.Kind) -> Phrase {
    switch kind {
    case .borrower: Phrase(zh: "单户", en: "borrower")
    case .group: Phrase(zh: "联保组", en: "group")
    }
  }

  /// A class, a band of days, or what became of a loan.
  static func state(_ name: String) -> Phrase {
    if let riskClass = RiskClass(rawValue: name) { return Phrase.listed(riskClass) }
    switch DueState(rawValue: name) {
    case .new: return Phrase(zh: "新发放", en: "new")
    case .settled: return Phrase(zh: "结清", en: "settled")
    case .prepaid: return Phrase(zh: "提前结清", en: "prepaid")
    case .writtenOff: return Phrase(zh: "核销", en: "written off")
    case .current: return Phrase(zh: "未逾期", en: "current")
    default: return Phrase(zh: "\(name) 天", en: name)
    }
  }

  /// What a cut is by.
  static func name(of cut: PortfolioCut) -> Phrase {
    switch cut {
    case .whole: Phrase(zh: "银行", en: "Bank")
    case .branch: Phrase(zh: "支行", en: "Branch")
    case .line: Phrase(zh: "产品", en: "Line")
    case .product: Phrase(zh: "产品版本", en: "Product version")
    case .officer: Phrase(zh: "经办人", en: "Granting officer")
    case .division: Phrase(zh: "县域", en: "County")
    case .village: .village
    case .purpose: Phrase(zh: "用途", en: "Purpose")
    case .category: Phrase(zh: "客户类别", en: "Category")
    case .borrower: Phrase(zh: "借款主体", en: "Kind of borrower")
    case .sex: Phrase(zh: "性别", en: "Sex")
    case .first: Phrase(zh: "首贷或续贷", en: "First or later loan")
    case .cohort: Phrase(zh: "发放季度", en: "Quarter of disbursement")
    case .size: Phrase(zh: "金额档（万元）", en: "Size in 10,000")
    }
  }

  static func title(of cut: PortfolioCut) -> Phrase {
    let name = name(of: cut)
    return Phrase(zh: "按\(name.zh)", en: "By \(name.en.lowercased())")
  }

  /// A member of a cut; its code where it has no other name.
  static func member(_ name: String, of cut: PortfolioCut) -> Phrase {
    switch (cut, name) {
    case (.line, _): lineName(name)
    case (.sex, "female"): Phrase(zh: "女", en: "female")
    case (.sex, "male"): Phrase(zh: "男", en: "male")
    case (.first, "first"): Phrase(zh: "首贷", en: "first loan")
    case (.first, "again"): Phrase(zh: "续贷", en: "later loan")
    case (.borrower, "person"): Phrase(zh: "个人", en: "person")
    case (.borrower, "household"): Phrase(zh: "农户", en: "household")
    case (.borrower, "enterprise"): Phrase(zh: "企业", en: "enterprise")
    case (.borrower, "cooperative"): Phrase(zh: "合作社", en: "cooperative")
    case (.borrower, "student"): Phrase(zh: "学生", en: "student")
    case (_, ""): Phrase(zh: "—", en: "—")
    default: Phrase(zh: name, en: name)
    }
  }
}
