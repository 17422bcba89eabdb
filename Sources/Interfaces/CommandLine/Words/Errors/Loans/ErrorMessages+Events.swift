import LoanProducts
import Quantities
import Servicing

extension ErrorMessages {
  /// Why money of a loan can't move so.
  static func money(_ error: ServicingError, _ currency: Currency) -> Phrase {
    let text = currency.grouped
    switch error {
    case .refundedTooMuch(let found, let credit):
      return Phrase(
        zh: "退款 \(text(found)) 超过多收的 \(text(credit))；至多退这么多",
        en: "a refund of \(text(found)) is more than the credit, \(text(credit)); give that or less"
      )
    case .waivedTooMuch(let charge, let found, let owed):
      return Phrase(
        zh: "减免 \(text(found)) 超过所欠的 \(charge.rawValue) \(text(owed))；至多减免这么多",
        en: """
          a waiver of \(text(found)) is more than the \(charge.rawValue) owed, \(text(owed)); give \
          that or less
          """)
    case .writtenOffTooMuch(let found, let onBooks):
      return Phrase(
        zh: "核销 \(text(found)) 不行；账面本金是 \(text(onBooks))，须大于 0 且不超过它",
        en: """
          \(text(found)) can't be written off; \(text(onBooks)) of principal is on the books: \
          above 0 and at most that
          """)
    case .compensationTooMuch(let step, let found, let allowed):
      return Phrase(
        zh: "风险补偿（\(step.rawValue)）\(text(found)) 超过可用的 \(text(allowed))",
        en: """
          compensation \(step.rawValue) of \(text(found)) is not possible; at most \
          \(text(allowed)) is
          """)
    case .subsidyBeyondAccrued(let payer, let found, let accrued):
      return Phrase(
        zh: "\(payer.rawValue) 的贴息 \(text(found)) 超过已计提而未付的 \(text(accrued))",
        en: """
          \(text(found)) of \(payer.rawValue) subsidy is more than what is accrued and unpaid, \
          \(text(accrued))
          """)
    default: return unexpected(error)
    }
  }

  /// Why a loan can't be changed so.
  static func change(_ error: ServicingError, _ currency: Currency) -> Phrase {
    switch error {
    case .changedAfterMaturity(let day, let maturedOn):
      return Phrase(
        zh: "\(day) 的变更不行：没有未到期的本金，到期日是 \(maturedOn)；逾期本金请用重组纳入",
        en: """
          the change of \(day) is not possible: no principal is still to fall due, the maturity \
          is \(maturedOn); a reschedule can take in what is overdue
          """)
    case .maturityNotLater(let day, let maturesOn):
      return Phrase(
        zh: "新的到期日 \(day) 须晚于 \(maturesOn)",
        en: "the new maturity \(day) must be later than \(maturesOn)")
    case .renewedWithUnpaid(let day, let unpaid):
      return Phrase(
        zh: "\(day) 不能续贷：还欠 \(currency.grouped(unpaid))；须先还清应还的利息、罚息和逾期本金",
        en: """
          it can't be renewed on \(day): \(currency.grouped(unpaid)) is unpaid; interest, charges \
          and overdue principal come first
          """)
    case .pauseEndsBefore(let day, let until):
      return Phrase(
        zh: "暂停还款到 \(until) 须晚于开始日 \(day)",
        en: "a pause until \(until) must end after its first day, \(day)")
    case .termNotShortened(let method):
      return Phrase(
        zh: "还款方式 \(method.rawValue) 不能缩短期限；可改为降低每期还款额",
        en: """
          the method \(method.rawValue) can't shorten its term; let the repayment lower the \
          instalments
          """)
    default: return unexpected(error)
    }
  }
}
