import Classification
import LoanProducts
import Quantities
import Repositories

/// The words of `shanhai loan list`.
extension Phrase {
  static let listAbstract = Phrase(
    zh: "列出一家银行的贷款：筛选、排序、分页。",
    en: "List a bank's loans, narrowed, sorted, page by page.")
  static let listDiscussion = Phrase(
    zh: """
      各项条件同时成立。日期区间含起始日、不含截止日。
      分类和逾期天数只有在贷（active）的贷款才有，从现在尚未还清的最早一期算到 --as-of（默认为营业日期）。
      还有下一页时给出它的 --after：JSON 里有，其他格式写在标准错误。
      """,
    en: """
      A loan must meet all conditions. Ranges of days hold their first day and not their last.
      Only active loans have a class and overdue days, counted from the oldest instalment \
      unpaid now to --as-of (by default the business date).
      If more follows, its --after is told: in the JSON, else on standard error.
      """)
  static let listBankHelp = Phrase(
    zh: "银行代码；默认为办理人所在的银行。",
    en: "The bank's code; by default the one where you work.")
  static let listOfficerHelp = Phrase(zh: "客户经理代码。", en: "The code of the loan's officer.")
  static let listLineHelp = Phrase(zh: "产品。", en: "The product line.")
  static let listStatusHelp = Phrase(
    zh: "已申请、已批准、在贷、结清。", en: "How far the loan has come.")
  static let listClassHelp = Phrase(
    zh: "五级分类，与 loan explain 所说的一致：逾期天数、小企业矩阵、重组、人工认定等取最差。",
    en: """
      The class that `loan explain` gives reasons for: the worst by overdue days, the matrix of \
      small enterprises, restructuring, a rating by hand and so on.
      """)
  static let listAsOfHelp = Phrase(
    zh: "分类和逾期天数算到哪一天。", en: "The day that class and overdue days are counted to.")
  static let listFromHelp = Phrase(
    zh: "放款日（未放款的为约定日）不早于此日。",
    en: "Disbursed, or to be disbursed, on this day or later.")
  static let listUntilHelp = Phrase(zh: "放款日早于此日。", en: "Disbursed before this day.")
  static let listDueFromHelp = Phrase(zh: "到期日不早于此日。", en: "Matures on this day or later.")
  static let listDueUntilHelp = Phrase(zh: "到期日早于此日。", en: "Matures before this day.")
  static let listOverdueDaysMinHelp = Phrase(
    zh: "至少逾期这么多天。", en: "Overdue for at least so many days.")
  static let listSortHelp = Phrase(
    zh: "排序：number 编号；disbursed 放款日；matures 到期日；outstanding 余额，大的在前；overdue 逾期最久的在前。",
    en: """
      By number, day of disbursement, day of maturity, largest outstanding first, or longest \
      overdue first.
      """)
  static let listRowsHelp = Phrase(zh: "每页几笔。", en: "Loans on a page.")
  static let listAfterHelp = Phrase(
    zh: "从上一页给出的位置接着列，排序须与它相同。",
    en: "Where the page before ended, as it told; with the same --sort.")
  static let listTotalsHelp = Phrase(
    zh: "加上全部（不只本页）的笔数、本金和余额；要读完所有符合的贷款。",
    en: "Add number, principal and outstanding of all pages, which reads all those loans.")
  static let listClass = Phrase(zh: "分类", en: "Class")

  static func listNext(_ key: String) -> Phrase {
    Phrase(zh: "下一页：--after \(key)", en: "next page: --after \(key)")
  }

  static func listCount(_ count: Int) -> Phrase {
    let text = FixedPoint.text(Int128(count), decimals: 0, grouped: true)
    return Phrase(zh: "共 \(text) 笔", en: count == 1 ? "1 loan" : "\(text) loans")
  }

  static func listTotals(_ count: Int, principal: String, outstanding: String) -> Phrase {
    let count = listCount(count)
    return Phrase(
      zh: "\(count.zh)，本金 \(principal)，余额 \(outstanding)",
      en: "\(count.en), principal \(principal), outstanding \(outstanding)")
  }

  static func listed(_ line: ProductLine) -> Phrase {
    switch line {
    case .industry: Phrase(zh: "产业", en: "industry")
    case .microcredit: Phrase(zh: "小额信用", en: "microcredit")
    case .education: Phrase(zh: "职业教育", en: "education")
    case .tourism: Phrase(zh: "文化旅游", en: "tourism")
    case .studentAid: Phrase(zh: "助学", en: "student aid")
    case .other: Phrase(zh: "其他", en: "other")
    }
  }

  static func listed(_ status: LoanStatus) -> Phrase {
    switch status {
    case .applied: Phrase(zh: "已申请", en: "applied")
    case .approved: Phrase(zh: "已批准", en: "approved")
    case .signed: Phrase(zh: "已签约", en: "signed")
    case .active: Phrase(zh: "在贷", en: "active")
    case .settled: Phrase(zh: "结清", en: "settled")
    case .writtenOff: Phrase(zh: "已核销", en: "written off")
    case .refused: Phrase(zh: "已拒绝", en: "refused")
    case .withdrawn: Phrase(zh: "已撤回", en: "withdrawn")
    case .expired: Phrase(zh: "已过期", en: "expired")
    }
  }

  static func listed(_ riskClass: RiskClass) -> Phrase {
    switch riskClass {
    case .normal: Phrase(zh: "正常", en: "normal")
    case .specialMention: Phrase(zh: "关注", en: "special mention")
    case .substandard: Phrase(zh: "次级", en: "substandard")
    case .doubtful: Phrase(zh: "可疑", en: "doubtful")
    case .loss: Phrase(zh: "损失", en: "loss")
    }
  }
}
