import Operations
import Repositories
import Servicing

/// The words of work on arrears: reminders, promises, notes, rounds, calls to pay.
extension Phrase {
  static let remindAbstract = Phrase(
    zh: "记下一次催收提醒：上门、电话、信函或短信。",
    en: "Record that a borrower was reminded: by visit, phone, letter or sms.")
  static let remindDiscussion = Phrase(
    zh: """
      不写 --due 时，为全部到期未还的各期；没有到期的，为下一期。须由客户经理办理。
      例：
        shanhai loan remind 102202500000016 --bank wujiaqu --how phone \\
          --key 电话-0815-3
      """,
    en: """
      Without --due it is about all that is due, or, if nothing is, about the
      next instalment. An account officer does it. For example:
        shanhai loan remind 102202500000016 --bank wujiaqu --how phone \\
          --key call-0815-3
      """)
  static let remindHowHelp = Phrase(
    zh: "visit 上门、phone 电话、letter 信函、sms 短信。", en: "visit, phone, letter or sms.")
  static let remindDueHelp = Phrase(
    zh: "所提醒那一期的还款日；可写多次。", en: "The due day it is about; may be given again.")
  static let collectedOnHelp = Phrase(
    zh: "哪一天的事；默认为营业日期。", en: "The day it happened; by default the business date.")
  static let collectionTextHelp = Phrase(
    zh: "说明，至多 1000 字。", en: "What there is to say, at most 1,000 characters.")

  static let promiseAbstract = Phrase(
    zh: "记下借款人的还款承诺；不带选项时列出各次承诺及是否兑现。",
    en: "Record a promise to pay; without options, show what became of each.")
  static let promiseDiscussion = Phrase(
    zh: """
      承诺日（含）之前、承诺之后入账的还款算作兑现：足额为 kept，过期不足为 broken，
      未到期为 open。同一笔还款只算一次，先算最早到期的承诺。例：
        shanhai loan promise 102202500000016 --bank wujiaqu --amount 500 \\
          --by 2025-09-20 --key 承诺-17
      """,
    en: """
      What is paid after the promise and by its day, that day included, counts
      for it: all of it is kept, less once the day is over is broken, before
      that it is open. Money counts once, for the promise whose day comes
      first. For example:
        shanhai loan promise 102202500000016 --bank wujiaqu --amount 500 \\
          --by 2025-09-20 --key promise-17
      """)
  static let promiseByHelp = Phrase(
    zh: "最迟哪一天还。", en: "The last day on which he says he will pay.")
  static let promiseWhole = Phrase(
    zh: "请一并写出 --amount、--by 和 --key；都不写则列出已有的承诺",
    en: "give --amount, --by and --key together, or none of them to see the promises there are")
  static let promiseMadeOn = Phrase(zh: "承诺日期", en: "Made on")
  static let promiseBy = Phrase(zh: "承诺还款日", en: "Pays by")
  static let promiseReceived = Phrase(zh: "已收", en: "Received")
  static let promiseState = Phrase(zh: "兑现", en: "State")

  static let noteAbstract = Phrase(
    zh: "记下催收情况；不带选项时列出全部提醒、承诺和记录。",
    en: "Note what was seen, said or agreed; without options, show all work on the arrears.")
  static let noteDiscussion = Phrase(
    zh: """
      记下的不能改，只能再记。例：
        shanhai loan note 102202500000016 --bank wujiaqu \\
          --text 羊下月出栏 --key 记录-9
      """,
    en: """
      A note is never changed; another one may follow it. For example:
        shanhai loan note 102202500000016 --bank wujiaqu \\
          --text "sells sheep in May" --key note-9
      """)
  static let noteWhole = Phrase(
    zh: "请一并写出 --text 和 --key；都不写则列出已有的记录",
    en: "give --text and --key together, or neither to see what is noted")
  static let collectionAbout = Phrase(zh: "事项", en: "About")
  static let collectionText = Phrase(zh: "说明", en: "Text")

  static let callGroupAbstract = Phrase(
    zh: "要求联保小组其他成员代偿：按人均分，记录在案。",
    en: "Call the other members of the group to pay: equal shares, on record.")
  static let callGroupDiscussion = Phrase(
    zh: """
      连带责任：对每一位成员都可以要求全部（民法典第688、699条），这里列出的是
      人均份额，合计等于当日全部到期款。成员还来的钱：
        shanhai loan repay 贷款编号 --from group --party 成员编号 --amount … --key …
      其他成员自己的贷款不因此改变分类，但在催收单上标明“应评估”。
      """,
    en: """
      Each member may be asked for the whole (Civil Code arts. 688, 699); the
      equal shares shown sum to all that is due on the day. What a member
      brings:
        shanhai loan repay LOAN --from group --party MEMBER --amount … --key …
      The class of the other members' loans stays; the collection sheet marks
      them "assess".
      """)
  static let callGuarantorAbstract = Phrase(
    zh: "要求保证人代偿，记录在案。", en: "Call a guarantor to pay, on record.")
  static let callGuarantorDiscussion = Phrase(
    zh: """
      金额为当日全部到期款。保证人还来的钱：
        shanhai loan repay 贷款编号 --from guarantor --party 保证人编号 \\
          --amount … --key …
      """,
    en: """
      The amount is all that is due on the day. What the guarantor brings:
        shanhai loan repay LOAN --from guarantor --party REFERENCE --amount … \\
          --key …
      """)
  static let guarantorHelp = Phrase(
    zh: "保证人的编号（见 `shanhai borrower list`）。",
    en: "The guarantor's reference (see `shanhai borrower list`).")
  static let calledParty = Phrase(zh: "被要求人", en: "Called")
  static let calledShare = Phrase(zh: "份额", en: "Share")

  static func named(_ channel: ReminderChannel) -> Phrase {
    switch channel {
    case .visit: Phrase(zh: "上门", en: "visit")
    case .phone: Phrase(zh: "电话", en: "phone")
    case .letter: Phrase(zh: "信函", en: "letter")
    case .sms: Phrase(zh: "短信", en: "sms")
    }
  }

  static func named(_ state: PromiseState) -> Phrase {
    switch state {
    case .open: Phrase(zh: "未到期", en: "open")
    case .kept: Phrase(zh: "已兑现", en: "kept")
    case .broken: Phrase(zh: "未兑现", en: "broken")
    }
  }

  static func named(_ mark: CollectionMark) -> Phrase {
    switch mark {
    case .died: Phrase(zh: "已故", en: "died")
    case .takenOver: Phrase(zh: "债务已转移", en: "taken over")
    case .writtenOff: Phrase(zh: "已核销", en: "written off")
    case .assess: Phrase(zh: "应评估", en: "assess")
    case .called: Phrase(zh: "已要求代偿", en: "called")
    }
  }

  /// What an entry of the work on arrears is.
  static func collectionEntry(_ fact: FactRecord) -> Phrase {
    if fact.isCall { return named(.called) }
    switch fact.kind {
    case .reminded: return Phrase(zh: "提醒", en: "reminded")
    case .promised: return Phrase(zh: "承诺", en: "promised")
    default: return Phrase(zh: "记录", en: "noted")
    }
  }
}
