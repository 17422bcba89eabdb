import LoanProducts
import Quantities
import Servicing

/// The words of what a claim can't bear: more than is there, or a change that leaves no schedule.
extension ErrorMessages {
  /// More is asked for than there is; amounts are in the bank's currency.
  static func beyond(_ error: ServicingError, _ currency: Currency) -> Phrase {
    let text = currency.grouped
    switch error {
    case .refundedTooMuch(let found, let credit):
      return Phrase(
        zh: "退款 \(text(found)) 超过预收余额 \(text(credit))；至多退这么多",
        en: "a refund of \(text(found)) is more than the credit held, \(text(credit)); give less")
    case .waivedTooMuch(let charge, let found, let owed):
      return Phrase(
        zh: "减免 \(text(found)) 超过所欠的 \(words(of: charge).zh) \(text(owed))；至多减免这么多",
        en: """
          \(text(found)) is more than the \(words(of: charge).en) owed, \(text(owed)); give less
          """)
    case .writtenOffTooMuch(let found, let onBooks):
      return Phrase(
        zh: "核销 \(text(found)) 不行；表内本金有 \(text(onBooks))，须大于 0、至多这么多",
        en: """
          \(text(found)) can't be written off; the books hold \(text(onBooks)) of principal: give \
          more than 0 and at most that
          """)
    case .compensationTooMuch(let step, let found, let allowed):
      return Phrase(
        zh: "风险补偿（\(step.rawValue)）\(text(found)) 太多；至多 \(text(allowed))",
        en: """
          \(text(found)) is too much for this step of the compensation (\(step.rawValue)); at most \
          \(text(allowed))
          """)
    case .subsidyBeyondAccrued(let payer, let found, let accrued):
      return Phrase(
        zh: "贴息 \(text(found)) 超过 \(payer.rawValue) 已计未付的 \(text(accrued))；至多这么多",
        en: """
          \(text(found)) is more than \(payer.rawValue) has accrued and not paid, \
          \(text(accrued)); give less
          """)
    default: return unexpected(error)
    }
  }

  private static func words(of charge: Charge) -> Phrase {
    switch charge {
    case .interest: Phrase(zh: "利息", en: "interest")
    case .compound: Phrase(zh: "复利", en: "compound interest")
    case .penalty: Phrase(zh: "罚息", en: "penalty")
    }
  }

  /// A change of terms that the claim does not bear.
  static func change(_ error: ServicingError, _ currency: Currency) -> Phrase {
    switch error {
    case .changedAfterMaturity(let day, let maturedOn):
      return Phrase(
        zh: "\(day) 已到最后还款日 \(maturedOn)；到期前才能这样变更，之后可用 `loan reschedule --takes-in-overdue`",
        en: """
          on \(day) the last due day, \(maturedOn), has come; such a change comes before it, and \
          `loan reschedule --takes-in-overdue` after it
          """)
    case .maturityNotLater(let day, let maturesOn):
      return Phrase(
        zh: "新到期日 \(day) 不晚于 \(maturesOn)；请写更晚的日期",
        en: "the new maturity \(day) is not after \(maturesOn); give a later day")
    case .renewedWithUnpaid(let day, let unpaid):
      return Phrase(
        zh: "\(day) 还有到期未付 \(currency.grouped(unpaid))；付清才能续贷",
        en: """
          on \(day) \(currency.grouped(unpaid)) is due and unpaid; a renewal needs nothing unpaid: \
          take it in first
          """)
    case .pauseEndsBefore(let day, let until):
      return Phrase(
        zh: "延期到 \(until) 不晚于生效日 \(day)；请写更晚的日期",
        en: "a pause until \(until) is not after its effective day \(day); give a later day")
    case .termNotShortened(let method):
      return Phrase(
        zh: "\(method.rawValue) 的贷款不能缩短期限；请用 --advance lower-installments",
        en: """
          the term of a loan by \(method.rawValue) can't be shortened; give --advance \
          lower-installments
          """)
    default: return unexpected(error)
    }
  }
}
