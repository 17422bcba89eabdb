import Quantities

/// The words inside a trial balance, a ledger and a journal.
enum BooksWords {
  static let openingDebit = Phrase(zh: "期初借方", en: "Opening debit")
  static let openingCredit = Phrase(zh: "期初贷方", en: "Opening credit")
  static let closingDebit = Phrase(zh: "期末借方", en: "Closing debit")
  static let closingCredit = Phrase(zh: "期末贷方", en: "Closing credit")
  static let opening = Phrase(zh: "期初", en: "Opening")
  static let closing = Phrase(zh: "期末", en: "Closing")
  static let balance = Phrase(zh: "余额", en: "Balance")
  static let counterAccount = Phrase(zh: "对方科目", en: "Counter account")
  static let factKind = Phrase(zh: "事实种类", en: "Fact kind")
  static let offBalance = Phrase(zh: "表外", en: "Off balance")

  static func trialBalance(
    _ name: Phrase, _ days: ClosedRange<Day>, currency: String
  ) -> Phrase {
    Phrase(
      zh: "试算平衡表：\(name.zh)，\(chinese(days))，金额单位：\(currency)",
      en: "Trial balance: \(name.en), \(english(days)), amounts in \(currency)")
  }

  static func ledger(
    _ account: Phrase, _ bank: Phrase, _ days: ClosedRange<Day>, currency: String
  ) -> Phrase {
    Phrase(
      zh: "\(account.zh) 明细账：\(bank.zh)，\(chinese(days))，金额单位：\(currency)",
      en: "Ledger of \(account.en): \(bank.en), \(english(days)), amounts in \(currency)")
  }

  static func loanLedger(
    _ number: String, _ bank: Phrase, _ days: ClosedRange<Day>, currency: String
  ) -> Phrase {
    Phrase(
      zh: "贷款 \(number) 明细账：\(bank.zh)，\(chinese(days))，金额单位：\(currency)",
      en: """
        Sub-ledger of loan \(number): \(bank.en), \(english(days)), amounts in \(currency)
        """)
  }

  static func journal(_ bank: Phrase, _ day: Day, currency: String) -> Phrase {
    Phrase(
      zh: "日记账：\(bank.zh)，\(day)，金额单位：\(currency)",
      en: "Journal: \(bank.en), \(day), amounts in \(currency)")
  }

  /// `facts`: each bank with the number of the last fact that was seen.
  static func factsNote(_ facts: String) -> Phrase {
    Phrase(zh: "计至事实编号：\(facts)", en: "Up to the fact of number: \(facts)")
  }

  static func offBalanceNote(_ count: Int, _ amount: String) -> Phrase {
    let postings = count == 1 ? "1 posting" : "\(count) postings"
    return Phrase(
      zh: "表外分录另有 \(count) 笔，共 \(amount)，未计入合计",
      en: "Off balance, and not in the total: \(amount) in \(postings)")
  }

  private static func chinese(_ days: ClosedRange<Day>) -> String {
    "\(days.lowerBound) 至 \(days.upperBound)"
  }

  private static func english(_ days: ClosedRange<Day>) -> String {
    "\(days.lowerBound) to \(days.upperBound)"
  }
}
