import LoanProducts
import Repositories

/// The words of `subsidy`, and of the programmes in the catalog.
extension Phrase {
  static let subsidyAbstract = Phrase(
    zh: "贴息：申领、确认、到账、拒付。",
    en: "Interest that programmes pay: claimed, confirmed, paid, refused.")
  static let subsidyDiscussion = Phrase(
    zh: """
      一个月的贴息这样办：
        shanhai accrue --month 2025-07                                  先计提
        shanhai subsidy claim --month 2025-07 --bank pingguo            每个付息方一份申领单
        shanhai subsidy show 1 --bank pingguo --format csv              报给财政局的清单
        shanhai subsidy confirm 1 --bank pingguo
        shanhai subsidy pay 1 --key 回单-0001 --bank pingguo
      """,
    en: """
      A month's subsidies go like this:
        shanhai accrue --month 2025-07                                  comes first
        shanhai subsidy claim --month 2025-07 --bank pingguo            a claim for each programme
        shanhai subsidy show 1 --bank pingguo --format csv              the list for the bureau
        shanhai subsidy confirm 1 --bank pingguo
        shanhai subsidy pay 1 --key receipt-0001 --bank pingguo
      """)
  static let subsidyClaimAbstract = Phrase(
    zh: "申领截至某月末已计提而未申领的贴息，每个付息方一份。",
    en: "Claim what was accrued by a month's end and not claimed before, by programme.")
  static let subsidyClaimDiscussion = Phrase(
    zh: """
      金额取自账上（113202、113203）。逾期后的利息不计贴息，因此也不会申领。再次申领同一个月，只有其后的计提改变了的
      部分，作为下一批；没有改变就什么也不做。多申领的在下一份中为负数，相互抵销。须由客户经理办理。
      """,
    en: """
      Amounts are those of the books (113202, 113203). Interest after overdue is not
      subsidised, and so never claimed. A second claim of a month has what a later
      accrual changed, as the next batch; if nothing did, none is made. What was
      claimed too much stands in the next claim below zero. By an account officer.
      """)
  static let subsidyConfirmAbstract = Phrase(
    zh: "付息方确认一份申领。", en: "The programme confirms a claim.")
  static let subsidyConfirmDiscussion = Phrase(
    zh: "确认之后才能到账。再次确认不改变任何东西。须由客户经理办理。",
    en: "Only a confirmed claim is paid. Again, it changes nothing. By an account officer.")
  static let subsidyPayAbstract = Phrase(
    zh: "贴息到账：整份、几笔贷款，或其中一部分。",
    en: "A programme pays: the whole claim, some of its loans, or a part.")
  static let subsidyPayDiscussion = Phrase(
    zh: """
      不写 --amount 就是全部未付的；写了就先冲抵负数，再按贷款编号的顺序分配。每笔贷款一条事实：借 1003，贷 113202 或
      113203。须由柜员办理。
      """,
    en: """
      Without --amount it is all that is open. An amount is first netted with what is
      below zero, then goes to the loans in the order of their numbers. A fact for
      each loan: debit 1003, credit 113202 or 113203. By a cashier.
      """)
  static let subsidyRejectAbstract = Phrase(
    zh: "付息方拒付某笔贷款的贴息。", en: "A programme refuses what was claimed for a loan.")
  static let subsidyRejectDiscussion = Phrase(
    zh: """
      由借款人承担（borrower）：当日起即为借款人到期应付的利息；由银行承担（bank）：不再是收入。
      不写 --owed-by 时按付息方的规定（见 `shanhai catalog programmes`）。须由客户经理办理。
      """,
    en: """
      Borne by the borrower, it is interest due from that day; by the bank, it is no
      income any more. Without --owed-by the programme's row decides (see `shanhai
      catalog programmes`). By an account officer.
      """)
  static let subsidyListAbstract = Phrase(
    zh: "列出各份申领及其结果。", en: "List the claims, and what became of them.")
  static let subsidyShowAbstract = Phrase(
    zh: "一份申领的清单，逐笔列出。", en: "A claim, loan by loan, as a finance bureau takes it.")
  static let subsidyShowDiscussion = Phrase(
    zh: """
      天数是 [自, 至) 之间计贴息的天数；本金、利率、贴息比例是其中最后一天的。金额是账上的数，与天数乘利率可差几分
      （按期四舍五入一次）。借款人姓名和证件号码部分隐去。
      """,
    en: """
      Days are the subsidised ones of [from, until); principal, rate and share are those
      of the last of them. The amount is the books' and may differ by some fen from days
      times rate, as a period is rounded once. Names and numbers are masked.
      """)
  static let claimHelp = Phrase(zh: "申领单编号。", en: "The claim's number.")
  static let programmeHelp = Phrase(
    zh: "只看这一个付息方。", en: "Only this programme.")
  static let subsidyAmountHelp = Phrase(
    zh: "到账金额；默认全部未付的。", en: "What was paid; by default all that is open.")
  static let subsidyLoansHelp = Phrase(
    zh: "只付这笔贷款的；可重复。", en: "Only for this loan; may be repeated.")
  static let refusedOwedByHelp = Phrase(
    zh: "由谁承担；默认按付息方的规定。", en: "Who bears it; by default as the programme's row says.")
  static let payersReasonHelp = Phrase(zh: "理由。", en: "The reason.")
  static let payersOnHelp = Phrase(
    zh: "生效日；默认营业日期。", en: "The day it is effective; by default the business date.")
  static let payersTotal = Phrase(zh: "合计", en: "Total")

  static let subsidyClaimNumber = Phrase(zh: "申领", en: "Claim")
  static let subsidyBatch = Phrase(zh: "批次", en: "Batch")
  static let subsidyClaimedOn = Phrase(zh: "申领日", en: "Claimed on")
  static let subsidyConfirmedOn = Phrase(zh: "确认日", en: "Confirmed on")
  static let subsidyPaid = Phrase(zh: "已付", en: "Paid")
  static let subsidyRefused = Phrase(zh: "拒付", en: "Refused")
  static let subsidyOpen = Phrase(zh: "未付", en: "Open")
  static let subsidisedPrincipal = Phrase(zh: "贴息本金", en: "Subsidised")
  static let subsidyFrom = Phrase(zh: "自", en: "From")
  static let subsidyUntil = Phrase(zh: "至（不含）", en: "Until")
  static let subsidyDays = Phrase(zh: "贴息天数", en: "Days")
  static let subsidySharePercent = Phrase(zh: "贴息比例 %", en: "Share %")

  static let catalogProgrammesAbstract = Phrase(
    zh: "列出贴息的付息方。", en: "List the programmes that subsidise interest.")
  static let catalogProgrammesDiscussion = Phrase(
    zh: """
      申请时按产品、借款人所在区划和签约日找到付息方，并随贷款保存：区划前缀最长的优先，其次是起始日最晚的。
      比例和限额见产品。
      """,
    en: """
      Which one pays for a loan is found when it is applied for, by line, borrower's
      division and day, and kept with the loan: the longest prefix first, then the
      latest first day. Share and limits stand in the product.
      """)
  static let programmeCode = Phrase(zh: "付息方", en: "Programme")
  static let divisionPrefix = Phrase(zh: "区划前缀", en: "Divisions")
  static let refusedOwedBy = Phrase(zh: "拒付由谁承担", en: "Refused: owed by")
  static let programmeShareNote = Phrase(zh: "范围", en: "What it pays")

  static func programmePayer(_ payer: Payer) -> Phrase {
    switch payer {
    case .borrower: Phrase(zh: "借款人", en: "borrower")
    case .finance: Phrase(zh: "财政", en: "public finance")
    case .programme: Phrase(zh: "协作项目", en: "programme")
    }
  }

  init(_ bearer: BearerOfRefused) {
    switch bearer {
    case .borrower: self.init(zh: "借款人", en: "borrower")
    case .bank: self.init(zh: "银行", en: "bank")
    }
  }

  init(_ status: SubsidyStatus) {
    switch status {
    case .claimed: self.init(zh: "已申领", en: "claimed")
    case .confirmed: self.init(zh: "已确认", en: "confirmed")
    case .settled: self.init(zh: "已结清", en: "settled")
    }
  }
}
