package import Operations
package import Quantities

extension ErrorMessages {
  /// Amounts are in the bank's currency.
  package static func phrase(_ error: CollectionError, _ currency: Currency) -> Phrase {
    switch error {
    case .roundDayOutsideRange, .daysAheadOutsideRange, .divisionMalformed, .villageUnknown,
      .textLengthOutsideRange, .promisedDayOutsideRange:
      range(error)
    case .nothingToRemind, .notADueDay, .nothingDue: due(error)
    case .sameAsLine(let line, let key):
      Phrase(
        zh: """
          与第 \(line) 行（键 \(Phrase.quoted(key))）是同一贷款、同日、同额；确实又还了一次的，\
          请在 again 列写 yes
          """,
        en: """
          line \(line) (key \(Phrase.quoted(key))) has the same loan, amount and day; if it was \
          really paid again, write yes in the column again
          """)
    case .partyWithoutFrom(let party):
      Phrase(
        zh: "写了还款人 \(Phrase.quoted(party))，没有写 --from；请写明他是谁：guarantor、group 等",
        en: """
          the party \(Phrase.quoted(party)) is given without --from; say what he is: guarantor, \
          group and so on
          """)
    case .groupUnknown, .loanNotOfGroup, .moreThanDue, .notInGroup, .groupHasNoOthers,
      .guarantorIsBorrower:
      group(error, currency)
    }
  }

  private static func range(_ error: CollectionError) -> Phrase {
    switch error {
    case .roundDayOutsideRange(let day, let allowed):
      return Phrase(
        zh: "\(day) 不行；催收单从营业日期 \(allowed.lowerBound) 起，至多到 \(allowed.upperBound)",
        en: """
          a round can't be planned for \(day); \(allowed.lowerBound), the business date, to \
          \(allowed.upperBound) is allowed
          """)
    case .daysAheadOutsideRange(let found, let allowed):
      return Phrase(
        zh: "--ahead \(found) 不行；须为 \(allowed.lowerBound) 至 \(allowed.upperBound)",
        en: "--ahead takes \(allowed.lowerBound) to \(allowed.upperBound) days, not \(found)")
    case .divisionMalformed(let text):
      return Phrase(
        zh: "\(Phrase.quoted(text)) 不是区划代码的开头；请写 2 至 6 位数字，如 659004，或村名",
        en: """
          \(Phrase.quoted(text)) is not the beginning of a division code; give 2 to 6 digits, such \
          as 659004, or a village's name
          """)
    case .villageUnknown(let name, let known):
      return Phrase(
        zh: """
          没有住在 \(Phrase.quoted(name)) 的借款人；\(known.isEmpty ? "没有登记过村" : "有：\(Phrase.list(known))")
          """,
        en: """
          no borrower lives in \(Phrase.quoted(name)); \
          \(known.isEmpty ? "no village is registered" : "there are \(Phrase.list(known))")
          """)
    case .textLengthOutsideRange(let length, let allowed):
      return Phrase(
        zh: "说明有 \(length) 字；须为 \(allowed.lowerBound) 至 \(allowed.upperBound) 字",
        en: """
          the text has \(length) characters; \(allowed.lowerBound) to \(allowed.upperBound) are \
          allowed
          """)
    case .promisedDayOutsideRange(let day, let allowed):
      return Phrase(
        zh: "承诺日 \(day) 不行；须在 \(allowed.lowerBound) 至 \(allowed.upperBound) 之间",
        en: """
          nobody can promise for \(day); \(allowed.lowerBound) to \(allowed.upperBound) is allowed
          """)
    default: return unexpected(error)
    }
  }

  private static func due(_ error: CollectionError) -> Phrase {
    switch error {
    case .nothingToRemind(let loan, let day):
      return Phrase(
        zh: "贷款 \(loan) 在 \(day) 没有到期款，一年内也没有要到期的；不用提醒",
        en: """
          nothing is due on the loan \(loan) on \(day), and nothing will be within a year: there \
          is nothing to remind of
          """)
    case .notADueDay(let day, let loan, let dueDays):
      let days = dueDays.prefix(6).map { "\($0)" }.joined(separator: ", ")
      return Phrase(
        zh: "\(day) 不是贷款 \(loan) 的未还还款日；有：\(days)",
        en: "\(day) is no unpaid due day of the loan \(loan); there are \(days)")
    case .nothingDue(let loan, let day):
      return Phrase(
        zh: "贷款 \(loan) 在 \(day) 没有到期款；到期未还才能要求代偿",
        en: "nothing is due on the loan \(loan) on \(day); others are called once something is")
    default: return unexpected(error)
    }
  }

  private static func group(_ error: CollectionError, _ currency: Currency) -> Phrase {
    switch error {
    case .groupUnknown(let group, let bank):
      return Phrase(
        zh: "\(bank) 没有成员属于联保小组 \(Phrase.quoted(group))；见 `shanhai borrower list`",
        en: """
          no borrower of \(bank) belongs to the group \(Phrase.quoted(group)); see `shanhai \
          borrower list`
          """)
    case .loanNotOfGroup(let loan, let group, let loans):
      return Phrase(
        zh: "贷款 \(Phrase.quoted(loan)) 不是小组 \(group) 的在贷贷款；有：\(Phrase.list(loans))",
        en: """
          \(Phrase.quoted(loan)) is no running loan of the group \(group); there are \
          \(Phrase.list(loans))
          """)
    case .moreThanDue(let amount, let due, let group):
      return Phrase(
        zh: """
          小组 \(group) 的到期款共 \(currency.grouped(due))，少于 \(currency.grouped(amount))；\
          请减少金额，或用 --rest-to 写明余额预收在哪笔贷款
          """,
        en: """
          all that is due in the group \(group) is \(currency.grouped(due)), less than \
          \(currency.grouped(amount)); pay less, or name with --rest-to the loan that holds the rest
          """)
    case .notInGroup(let loan):
      return Phrase(
        zh: "贷款 \(loan) 的借款人不属于任何联保小组；保证人请用 `shanhai loan call-guarantor`",
        en: """
          the borrower of the loan \(loan) belongs to no group; for a guarantor see `shanhai loan \
          call-guarantor`
          """)
    case .groupHasNoOthers(let group):
      return Phrase(
        zh: "联保小组 \(group) 没有其他成员", en: "the group \(group) has no other members")
    case .guarantorIsBorrower(let reference):
      return Phrase(
        zh: "\(Phrase.quoted(reference)) 就是借款人，不能为自己保证；请写保证人的编号",
        en: """
          \(Phrase.quoted(reference)) is the borrower, who can't stand in for himself; give the \
          guarantor's reference
          """)
    default: return unexpected(error)
    }
  }
}
