import Classification
import LoanProducts
import Quantities
package import Repositories
import Servicing

/// What a fact says to people.
extension Phrase {
  package init(_ kind: FactKind) {
    switch kind {
    case .applied: self.init(zh: "申请", en: "applied for")
    case .documentReceived: self.init(zh: "收到材料", en: "document received")
    case .surveyed: self.init(zh: "调查", en: "surveyed")
    case .scored: self.init(zh: "评分", en: "scored")
    case .voted: self.init(zh: "表决", en: "voted on")
    case .approved: self.init(zh: "审批通过", en: "approved")
    case .refused: self.init(zh: "拒绝", en: "refused")
    case .withdrawn: self.init(zh: "撤回申请", en: "withdrawn")
    case .signed: self.init(zh: "签约", en: "signed")
    case .expired: self.init(zh: "逾期未签约失效", en: "approval expired")
    case .conditionAdded: self.init(zh: "附加放款条件", en: "condition added")
    case .conditionMet: self.init(zh: "满足放款条件", en: "condition met")
    case .accrued: self.init(zh: "月末计提", en: "month accrued")
    case .dayClosed: self.init(zh: "日终", en: "day closed")
    case .monthClosed: self.init(zh: "月结", en: "month closed")
    case .monthReopened: self.init(zh: "重新打开月份", en: "month opened again")
    case .subsidyClaimed: self.init(zh: "申报贴息", en: "subsidy claimed")
    case .subsidyConfirmed: self.init(zh: "贴息确认", en: "subsidy confirmed")
    case .died: self.init(zh: "借款人死亡", en: "borrower died")
    case .takenOver: self.init(zh: "债务承接", en: "taken over by another")
    case .transferred: self.init(zh: "移交支行", en: "moved to another branch")
    case .reminded: self.init(zh: "催收提醒", en: "reminded")
    case .promised: self.init(zh: "承诺还款", en: "payment promised")
    case .noted: self.init(zh: "催收记录", en: "note")
    case .proposed: self.init(zh: "提请复核", en: "proposed")
    case .declined: self.init(zh: "复核未通过", en: "proposal declined")
    default: self.init(servicing: kind)
    }
  }

  /// The facts that move a claim, or what the books hold of it.
  private init(servicing kind: FactKind) {
    switch kind {
    case .disbursed: self.init(zh: "放款", en: "disbursed")
    case .imported: self.init(zh: "接收余额", en: "balance taken over")
    case .repaid: self.init(zh: "还款", en: "repaid")
    case .refunded: self.init(zh: "退还多收款", en: "refunded")
    case .costsCharged: self.init(zh: "代垫费用", en: "costs charged")
    case .rateChanged: self.init(zh: "利率调整", en: "rate changed")
    case .extended: self.init(zh: "展期", en: "extended")
    case .renewed: self.init(zh: "无还本续贷", en: "renewed")
    case .rescheduled: self.init(zh: "调整还款计划", en: "rescheduled")
    case .paused: self.init(zh: "延期还本付息", en: "paused")
    case .graduated: self.init(zh: "毕业日期", en: "graduation")
    case .interestWaived: self.init(zh: "国家免除利息", en: "interest waived by the State")
    case .misused: self.init(zh: "挪用贷款", en: "misused")
    case .rated: self.init(zh: "人工认定分类", en: "rated by hand")
    case .overdueExcused: self.init(zh: "技术性逾期", en: "lateness excused as technical")
    case .waived: self.init(zh: "减免", en: "waived by the bank")
    case .writtenOff: self.init(zh: "核销", en: "written off")
    case .compensationClaimed: self.init(zh: "申请代偿", en: "compensation claimed")
    case .compensationPaid: self.init(zh: "收到代偿", en: "compensation paid")
    case .compensationRejected: self.init(zh: "代偿被拒", en: "compensation refused")
    case .compensationReturned: self.init(zh: "返还代偿", en: "compensation given back")
    case .subsidyPaid: self.init(zh: "收到贴息", en: "subsidy paid")
    case .subsidyRejected: self.init(zh: "贴息被拒", en: "subsidy refused")
    case .reversed: self.init(zh: "冲正", en: "reversal")
    default: self.init(zh: kind.rawValue, en: kind.rawValue)
    }
  }

  init(_ charge: Charge) {
    switch charge {
    case .interest: self.init(zh: "利息", en: "interest")
    case .compound: self.init(zh: "复利", en: "compound interest")
    case .penalty: self.init(zh: "罚息", en: "penalty")
    }
  }

  init(_ payer: Payer) {
    switch payer {
    case .borrower: self.init(zh: "借款人", en: "borrower")
    case .finance: self.init(zh: "财政", en: "public finance")
    case .programme: self.init(zh: "协作项目", en: "programme")
    }
  }

  init(_ rule: InterestLine.Rule) {
    switch rule {
    case .contract: self.init(zh: "合同利息", en: "contract interest")
    case .subsidy: self.init(zh: "贴息", en: "subsidy")
    case .waiver(let year): self.init(zh: "国家免息 \(year)", en: "waived by the State, \(year)")
    case .penalty: self.init(zh: "罚息", en: "penalty")
    case .misuse: self.init(zh: "挪用加罚", en: "misuse, above the contract rate")
    case .compound: self.init(zh: "复利", en: "compound interest")
    }
  }

  init(_ advance: Advance) {
    switch advance {
    case .lowersInstallments: self.init(zh: "提前还本，减少每期金额", en: "in advance: smaller instalments")
    case .shortensTerm: self.init(zh: "提前还本，缩短期限", en: "in advance: shorter term")
    }
  }

  /// Phrases with semicolons between them.
  static func joined(_ phrases: [Phrase]) -> Phrase {
    Phrase(
      zh: phrases.map(\.zh).joined(separator: "；"), en: phrases.map(\.en).joined(separator: "; "))
  }
}

extension FactRecord {
  /// What the fact says beyond its kind, day and amount; empty if it says no more.
  package var detailPhrase: Phrase { .joined(changes + parties) }

  /// What it changes.
  private var changes: [Phrase] {
    var phrases: [Phrase] = []
    func say(_ zh: String, _ en: String) { phrases.append(Phrase(zh: zh, en: en)) }
    if let number = reverses { say("冲正事实 \(number)", "of fact \(number)") }
    if let day = paidToOn { say("息已付至 \(day)", "all paid to \(day)") }
    if let day = detail.on { say("日期 \(day)", "day \(day)") }
    if let day = detail.until { say("至 \(day)（不含）", "until \(day)") }
    if let rate = detail.rate { say("年利率 \(rate.percent)%", "rate \(rate.percent) %") }
    if let year = detail.year { say("\(year) 年", "year \(year)") }
    if detail.defersPrincipal == true { say("本金顺延一年", "principal put off by a year") }
    if let rated = detail.atLeast.flatMap({ RiskClass(rawValue: $0) }) {
      say("至少\(Phrase.listed(rated).zh)", "at least \(Phrase.listed(rated).en)")
    }
    if let method = detail.repayment?.method { say("还款方式 \(method)", "method \(method)") }
    if detail.takesInOverdue == true {
      say("逾期本金并入计划", "overdue principal taken into the schedule")
    }
    if detail.isRestructuring == true { say("重组", "restructuring") }
    if let advance = detail.advance.flatMap({ Advance(rawValue: $0) }) {
      phrases.append(Phrase(advance))
    }
    if let charge = detail.charge.flatMap({ Charge(rawValue: $0) }) {
      phrases.append(Phrase(charge))
    }
    return phrases
  }

  /// Whom it names, and in what words.
  private var parties: [Phrase] {
    var phrases: [Phrase] = []
    func say(_ zh: String, _ en: String) { phrases.append(Phrase(zh: zh, en: en)) }
    if let payer = detail.payerOfInterest {
      phrases.append(Phrase(zh: "付息方 \(Phrase(payer).zh)", en: "payer \(Phrase(payer).en)"))
    }
    if let owedBy = detail.owedBy {
      say(owedBy == "borrower" ? "由借款人承担" : "由银行承担", "borne by the \(owedBy)")
    }
    if let from = detail.from { say("付款人 \(Self.standIn(from).zh)", "paid by \(from)") }
    if let party = detail.party { say("当事人 \(party)", "party \(party)") }
    if let branch = detail.branch { say("支行 \(branch)", "branch \(branch)") }
    if let programme = detail.programme { say("项目 \(programme)", "programme \(programme)") }
    if let proposal = detail.proposal { say("依据提请 \(proposal)", "proposal \(proposal)") }
    if let text = detail.text { say(text, text) }
    return phrases
  }

  /// Who pays in the borrower's place.
  private static func standIn(_ word: String) -> Phrase {
    switch word {
    case "borrower": Phrase(zh: "借款人", en: word)
    case "co-borrower": Phrase(zh: "共同借款人", en: word)
    case "guarantor": Phrase(zh: "保证人", en: word)
    case "group": Phrase(zh: "联保小组", en: word)
    case "heir": Phrase(zh: "继承人", en: word)
    case "fund": Phrase(zh: "风险补偿金", en: word)
    default: Phrase(zh: word, en: word)
    }
  }
}
