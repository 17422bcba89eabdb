import Banks
import LoanProducts
package import Origination
package import Quantities

extension ErrorMessages {
  /// Amounts are in the bank's currency.
  package static func phrase(_ error: OriginationError, _ currency: Currency) -> Phrase {
    switch error {
    case .principalNotPositive, .principalOutsideRange, .netCapitalUnknown, .singleBorrowerLimit:
      amounts(error, currency)
    case .daysOutOfOrder, .purposeMissing, .noProductOffered, .methodNotOffered,
      .intervalNotOffered, .basisNotOffered, .termTooLong, .categoryUnknown:
      product(error)
    case .borrowerKindNotEligible, .coBorrowerMissing, .ageUnknown, .ageOutsideRange,
      .outsideBankArea:
      borrower(error)
    case .lprNotPublished, .lprTooOld, .rateAboveCap, .rateNotTheProducts, .subsidyNotOffered,
      .subsidyEndMissing, .householdAlreadySubsidised:
      rate(error)
    }
  }

  private static func amounts(_ error: OriginationError, _ currency: Currency) -> Phrase {
    let text = currency.grouped
    switch error {
    case .principalNotPositive(let found):
      return Phrase(
        zh: "贷款金额 \(text(found)) 不是正数；请写大于 0 的金额",
        en: "the amount \(text(found)) is not positive; give one above 0")
    case .principalOutsideRange(let asked, let taken, let allowed):
      let range = "\(text(allowed.lowerBound))…\(text(allowed.upperBound))"
      return Phrase(
        zh: "申请 \(text(asked))，已占用 \(text(taken))；该产品允许合计 \(range)，请减少金额",
        en: """
          \(text(asked)) asked, \(text(taken)) taken already; the product allows \(range) in all: \
          ask for less
          """)
    case .netCapitalUnknown(let day):
      return Phrase(
        zh: "没有 \(day) 的资本净额，算不出单户限额；请先载入",
        en:
          "no net capital is on record for \(day), so one borrower's limit is unknown; load it"
      )
    case .singleBorrowerLimit(let asked, let exposure, let limit):
      return Phrase(
        zh: """
          申请 \(text(asked))，该户已有 \(text(exposure))；单户不得超过资本净额的 \
          \(Origination.singleBorrowerPercent)%，即 \(text(limit))
          """,
        en: """
          \(text(asked)) asked, \(text(exposure)) owed or promised already; one borrower may have \
          at most \(Origination.singleBorrowerPercent) % of net capital, \(text(limit))
          """)
    default: return unexpected(error)
    }
  }

  private static func product(_ error: OriginationError) -> Phrase {
    switch error {
    case .daysOutOfOrder(let agreedOn, let startsOn, let maturesOn):
      return Phrase(
        zh: "签约 \(agreedOn)、放款 \(startsOn)、到期 \(maturesOn) 的次序不对；须先后有序，到期在最后",
        en: """
          agreed \(agreedOn), starting \(startsOn), maturing \(maturesOn) are out of order; each \
          must not be before the one before, and maturity comes last
          """)
    case .purposeMissing:
      return Phrase(zh: "没有写用途；请写明贷款用途", en: "no purpose is given; say what the loan is for")
    case .noProductOffered(let line, let day, let periods):
      return Phrase(
        zh: "\(day) 没有 \(line.rawValue) 产品；有效期：\(Phrase.list(periods))",
        en: "no \(line.rawValue) product is offered on \(day); periods: \(Phrase.list(periods))")
    case .methodNotOffered(let found, let allowed):
      return notOffered(found.rawValue, allowed.map(\.rawValue), zh: "还款方式", en: "method")
    case .intervalNotOffered(let months, let allowed):
      return notOffered(
        "\(months)", allowed.map { "\($0)" }, zh: "结息间隔月数", en: "interval in months")
    case .basisNotOffered(let found, let allowed):
      return notOffered(found.text, allowed.map(\.text), zh: "计息方式", en: "interest basis")
    case .categoryUnknown(let found, let allowed):
      return notOffered(found, allowed, zh: "类别", en: "category")
    case .termTooLong(let maturesOn, let latest):
      return Phrase(
        zh: "到期日 \(maturesOn) 太晚；该产品最晚到 \(latest)",
        en: "it matures on \(maturesOn), too late; the product allows \(latest) at the latest")
    default: return unexpected(error)
    }
  }

  private static func notOffered(
    _ found: String, _ allowed: [String], zh: String, en: String
  ) -> Phrase {
    Phrase(
      zh: "该产品没有这种\(zh)：\(Phrase.quoted(found))；可用：\(Phrase.list(allowed))",
      en: "the product has no \(en) \(Phrase.quoted(found)); it has: \(Phrase.list(allowed))")
  }

  private static func borrower(_ error: OriginationError) -> Phrase {
    switch error {
    case .borrowerKindNotEligible(let found, let allowed):
      return Phrase(
        zh: "借款人种类 \(found.rawValue) 不适用；该产品给：\(Phrase.list(allowed.map(\.rawValue)))",
        en: """
          a borrower of kind \(found.rawValue) is not eligible; the product is for \
          \(Phrase.list(allowed.map(\.rawValue)))
          """)
    case .coBorrowerMissing:
      return Phrase(
        zh: "学生没有共同借款人；请先登记一位家长", en: "the student has no co-borrower; register one parent first")
    case .ageUnknown(let allowed):
      return Phrase(
        zh: "不知道借款人的年龄；该产品要求 \(allowed.lowerBound)–\(allowed.upperBound) 周岁，请登记出生日期",
        en: """
          the borrower's age is not known; the product asks for \(allowed.lowerBound) to \
          \(allowed.upperBound) full years: register the day of birth
          """)
    case .ageOutsideRange(let found, let allowed):
      return Phrase(
        zh: "借款人 \(found) 周岁；该产品要求 \(allowed.lowerBound)–\(allowed.upperBound) 周岁",
        en: """
          the borrower is \(found); the product asks for \(allowed.lowerBound) to \
          \(allowed.upperBound) full years
          """)
    case .outsideBankArea(let found, let allowed):
      return Phrase(
        zh: "借款人所在地 \(Phrase.quoted(found)) 不在该行区域；区划代码须以 \(Phrase.list(allowed)) 开头",
        en: """
          the borrower lives in \(Phrase.quoted(found)), outside the bank's area; its division \
          codes begin with \(Phrase.list(allowed))
          """)
    default: return unexpected(error)
    }
  }

  private static func rate(_ error: OriginationError) -> Phrase {
    switch error {
    case .lprNotPublished(let day):
      return Phrase(zh: "\(day) 之前没有 LPR；请先载入", en: "no LPR was published by \(day); load it first")
    case .lprTooOld(let publishedOn, let agreedOn, let days):
      return Phrase(
        zh: "签约日 \(agreedOn) 前最近的 LPR 是 \(publishedOn) 的，超过 \(days) 天；请载入新的",
        en: """
          the last LPR before the agreement of \(agreedOn) is of \(publishedOn), more than \(days) \
          days old; load a newer one
          """)
    case .rateAboveCap(let found, let cap):
      return Phrase(
        zh: "利率 \(found.percent)% 超过上限 \(cap.percent)%（LPR）；请不要高于它",
        en:
          "the rate \(found.percent) % is above the cap, the LPR of \(cap.percent) %; give less"
      )
    case .rateNotTheProducts(let found, let expected):
      return Phrase(
        zh: "利率 \(found.percent)% 不是该产品的 \(expected.percent)%；请不写或写后者",
        en: """
          the rate \(found.percent) % is not the product's \(expected.percent) %; leave it out or \
          give that
          """)
    case .subsidyNotOffered:
      return Phrase(zh: "该产品没有贴息；请去掉贴息", en: "the product has no subsidy; leave it out")
    case .subsidyEndMissing:
      return Phrase(
        zh: "没有写贴息到哪一天；请写不再贴息的第一天（助学贷款为毕业当年9月1日）",
        en: """
          the end of the subsidy is missing; give the first day without it (student aid: \
          1 September of the graduation year)
          """)
    case .householdAlreadySubsidised(let loans):
      return Phrase(
        zh: "该户已有 \(loans) 笔未还清的贴息贷款；每户只能有一笔",
        en: "the household has \(loans) subsidised loan not repaid; one is allowed")
    default: return unexpected(error)
    }
  }
}
