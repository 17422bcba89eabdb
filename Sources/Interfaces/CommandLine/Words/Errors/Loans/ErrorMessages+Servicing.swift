import LoanProducts
package import Quantities
import Scheduling
package import Servicing

extension ErrorMessages {
  /// Amounts are in the bank's currency.
  package static func phrase(_ error: ServicingError, _ currency: Currency) -> Phrase {
    let text = currency.grouped
    switch error {
    case .neverDisbursed:
      return Phrase(zh: "这笔贷款还没有放款", en: "the loan has not been disbursed by that day")
    case .factBeforeStart(let day, let startsOn):
      return Phrase(
        zh: "事件日 \(day) 早于起息日 \(startsOn)；请写不早于它的日期",
        en: "the fact of \(day) is before the loan's start on \(startsOn); give that day or later")
    case .paidPastTakeover(let day, let paidTo):
      return Phrase(
        zh: "\(day) 接管的贷款，利息付至 \(paidTo)，晚于接管日；请写不晚于接管日的日期",
        en: "the loan taken over on \(day) is paid to \(paidTo), after it; give that day or earlier"
      )
    case .alreadyStarted(let day, let startsOn):
      return Phrase(
        zh: "贷款已从 \(startsOn) 起息，\(day) 不能再接管；请删去这一事件",
        en: "the loan started on \(startsOn) and can't be taken over on \(day); drop that fact")
    case .amountNotPositive(let found):
      return Phrase(zh: "金额 \(text(found)) 不是正数", en: "the amount \(text(found)) is not positive")
    case .amountTooLarge(let found, let largest):
      return Phrase(
        zh: "金额 \(text(found)) 太大；至多 \(text(largest))",
        en: "the amount \(text(found)) is too large; at most \(text(largest))")
    case .flatInterestNotServiced:
      return Phrase(
        zh: "一次性计息（flat）的贷款只有还款计划，不按日计息",
        en: "a loan with flat interest has a schedule and no interest by days; ask for the schedule"
      )
    case .disbursedAfterMaturity(let day, let last):
      return Phrase(
        zh: "放款日 \(day) 不在最后到期日 \(last) 之前",
        en: "the disbursement of \(day) is not before the last due day, \(last)")
    case .disbursedTooMuch(let sum, let principal):
      return Phrase(
        zh: "放款合计 \(text(sum))，超过合同本金 \(text(principal))",
        en: "disbursements come to \(text(sum)), more than the principal \(text(principal))")
    case .changeNotPossible(let day, let reason):
      let words = phrase(reason, currency)
      return Phrase(
        zh: "\(day) 的变更不成立：\(words(.zh))",
        en: "the change of \(day) is not possible: \(words(.en))")
    case .refundedTooMuch, .waivedTooMuch, .writtenOffTooMuch, .compensationTooMuch,
      .subsidyBeyondAccrued:
      return money(error, currency)
    case .changedAfterMaturity, .maturityNotLater, .renewedWithUnpaid, .pauseEndsBefore,
      .termNotShortened:
      return change(error, currency)
    case .nothingBilled, .notExplained, .compoundTooLarge: return figure(error, currency)
    }
  }

  /// Why a figure can't be given.
  private static func figure(_ error: ServicingError, _ currency: Currency) -> Phrase {
    switch error {
    case .nothingBilled(let day):
      return Phrase(
        zh: "\(day) 没有结息；请给出结息日、提前还款日或月份",
        en: "no interest was billed on \(day); give a due day, the day of a payment, or a month")
    case .notExplained:
      return Phrase(
        zh: "数额太大，无法逐行写成精确的分数",
        en: "the figure is too large for its lines to be written as exact fractions")
    case .compoundTooLarge(let largest):
      return Phrase(
        zh: "复利超过 \(currency.grouped(largest))，无法计算",
        en: "compound interest passes \(currency.grouped(largest)) and is not computed")
    default: return unexpected(error)
    }
  }

  /// What terms can't say of default, misuse and graduation.
  static func defaulting(_ error: SchedulingError) -> Phrase {
    switch error {
    case .misusePercentNotAllowed(let found, let allowed):
      return Phrase(
        zh: "挪用罚息为合同利率的 \(found)%，不在 \(allowed.lowerBound)–\(allowed.upperBound)% 之间",
        en: """
          a misuse rate of \(found) % of the contract rate is not between \(allowed.lowerBound) \
          and \(allowed.upperBound) %
          """)
    case .compoundNotAllowed(let found):
      return Phrase(
        zh: "复利每 \(found) 个月再计复利不行；可用 1、3，或不再计",
        en: "compound interest joining every \(found) months is not possible; 1 or 3 are, or never")
    case .graduationNotAllowed(let found):
      return Phrase(
        zh: """
          毕业后宽限 \(found.graceMonths) 个月、至多 \(found.longestYears) 年不行；\
          宽限 0–600 个月，毕业到到期 0–60 年，最长 1–60 年
          """,
        en: """
          \(found.graceMonths) months of grace and at most \(found.longestYears) years are not \
          possible; 0 to 600 months, 0 to 60 years from graduation to maturity, 1 to 60 in all
          """)
    default: return unexpected(error)
    }
  }
}
