import Banks
import LoanProducts
import Operations
import Quantities
import Repositories
import Scheduling

/// The contract in Chinese: the text that is signed.
struct ChineseContract {
  let content: ContractContent

  private var terms: LoanTerms { content.loan.terms }

  var lines: [String] {
    var lines = ["借款合同", "合同编号：\(content.loan.number)", ""] + parties + [""]
    let clauses = [
      purpose, amount, term, rate, repayment, subsidy, penalty, order, advance, copies,
    ]
    for (index, clause) in clauses.compactMap(\.self).enumerated() {
      lines.append("第\(Self.numbers[index])条　\(clause)")
    }
    lines += [""] + signatures + ["", "附表：还款计划（元）"]
    let head = ["期数", "还款日", "本金", "利息", "合计", "剩余本金"]
    lines += ContractTable.lines([head] + content.rows)
    if content.loan.terms.rate.isFloating { lines.append("利率浮动，附表按签订时已公布的利率计算，利息以实际利率为准。") }
    lines.append("借款人应还合计：\(content.figure(content.total))")
    return lines
  }

  private static let numbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

  private var parties: [String] {
    let place = content.branch.map { "（\($0.name.chinese)）" } ?? ""
    var lines = ["贷款人：\(content.bank.name.chinese)\(place)"]
    lines.append("借款人：\(party(content.borrower))")
    if let second = content.coBorrower { lines.append("共同借款人：\(party(second))") }
    return lines
  }

  private func party(_ borrower: Borrower) -> String {
    "\(borrower.name)，证件号码 \(borrower.identity.number)"
  }

  private var purpose: String {
    let product = content.product.map { "种类：\($0.chinese)；" } ?? ""
    return "借款\(product)用途：\(content.loan.purpose)。借款人不得改变用途。"
  }

  private var amount: String {
    let figure = content.figure(terms.principal)
    guard content.bank.currency == .yuan else {
      return "借款金额：\(content.bank.currency.code) \(figure)。"
    }
    return "借款金额：人民币 \(figure) 元（大写：人民币\(ChineseCapitals.yuan(terms.principal))）。"
  }

  private var term: String {
    "借款期限：自\(day(terms.startsOn))起至\(day(terms.maturesOn))止；借款可以分次发放，实际放款日晚于起始日的，自实际放款日起计息。"
  }

  private var rate: String {
    let basis: String
    switch terms.basis {
    case .months: basis = "整月按年利率除以十二计息，不足整月的按实际天数、年利率除以三百六十计息"
    case .monthsAndDays: basis = "整月按年利率除以十二、零头天数按年利率除以三百六十计息"
    case .monthsOfThirtyDays(let days): basis = "每月按三十天、每年按\(days)天计息"
    case .days(.actual360): basis = "按实际天数、年利率除以三百六十计息"
    case .days(let count): basis = "按实际天数计息（\(count.rawValue)）"
    }
    switch terms.rate {
    case .fixed: return "借款利率：年利率 \(content.ratePercent)%，在借款期限内固定不变；\(basis)。"
    case .floating(let index, let spread, let reset):
      let name = index == .oneYear ? "一年期" : "五年期以上"
      return "借款利率：\(name)贷款市场报价利率（LPR）加 \(spread.percent) 个百分点，签订时年利率为 "
        + "\(content.ratePercent)%，\(resetWords(reset))调整；\(basis)。"
    }
  }

  private func resetWords(_ reset: RateReset) -> String {
    switch reset {
    case .yearly(let month, let day): return "每年\(month)月\(day)日按最近公布的 LPR "
    case .anniversary: return "每满一年按最近公布的 LPR "
    case .publication: return "自 LPR 公布之日起随其"
    }
  }

  private var repayment: String {
    "还款方式：\(method)。借款人按附表所列日期和金额还款，共 \(content.rows.count) 期。"
  }

  private var method: String {
    switch terms.repayment.method {
    case .equalInstallments: return "等额本息"
    case .equalPrincipal: return "等额本金"
    case .interestThenPrincipal: return "分期付息、到期还本"
    case .atMaturity: return "利随本清"
    case .plan: return "按计划分期还本"
    case .graceThenEqualInstallments: return "阶段性等额本息"
    case .seasonal: return "季节性还款"
    case .stepped: return "阶梯还款"
    case .revolving: return "随借随还"
    case .imported: return "按导入的计划还款"
    }
  }

  private var subsidy: String? {
    guard let subsidy = terms.subsidy else { return nil }
    let payer = subsidy.payer == .programme ? "协作项目" : "财政"
    let share = FixedPoint.trimmed(Int128(subsidy.shareBasisPoints), decimals: 2, least: 0)
    let limit = subsidy.principalLimit.map { "本金 \(content.figure($0)) 元以内的" } ?? ""
    let until = subsidy.until.map { "，至\(day($0))前" } ?? ""
    let stop = subsidy.stopsWhenOverdue ? "；逾期期间不予贴息" : ""
    return "利息补贴：由\(payer)承担\(limit)利息的 \(share)%\(until)\(stop)。"
  }

  private var penalty: String {
    let compound = terms.compound == nil ? "" : "；未按期支付的利息计收复利"
    return "逾期本金自逾期之日起按借款利率的 \(terms.penaltyPercent)% 计收罚息；"
      + "挤占挪用的借款按借款利率的 \(terms.misusePercent)% 计收罚息，二者不并处\(compound)。"
  }

  private var order: String { "还款依次抵充实现债权的费用、利息和罚息、本金；先到期的先抵充。" }

  private var advance: String { "借款人可以提前还款，利息按实际借款期间计算。" }

  private var copies: String { "本合同自各方签字或者盖章之日起生效，各方各执一份。" }

  private var signatures: [String] {
    let date = content.signedOn.map(day) ?? "　　　　年　　月　　日"
    var lines = ["贷款人（盖章）：", "借款人（签字）："]
    if content.coBorrower != nil { lines.append("共同借款人（签字）：") }
    return lines + ["签订日期：\(date)"]
  }

  private func day(_ day: Day) -> String {
    "\(day.year)年\(day.civil.month)月\(day.civil.day)日"
  }
}
