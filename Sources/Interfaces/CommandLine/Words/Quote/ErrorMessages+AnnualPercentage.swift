package import AnnualPercentage
package import Quantities

extension ErrorMessages {
  /// Amounts are in this currency.
  package static func phrase(_ error: AnnualPercentageError, _ currency: Currency) -> Phrase {
    switch error {
    case .tooManyFlows(let found, let allowed):
      Phrase(
        zh: "共 \(found) 笔收付，太多；至多 \(allowed) 笔",
        en: "\(found) advances and payments are too many; at most \(allowed)")
    case .amountNegative(let amount):
      Phrase(
        zh: "金额 \(currency.plain(amount)) 为负；放款和还款都写正数",
        en: """
          the amount \(currency.plain(amount)) is negative; give advances and payments as positive \
          amounts
          """)
    case .noAdvances:
      Phrase(zh: "没有放款；至少要有一笔大于 0 的", en: "nothing is advanced; give an amount above 0")
    case .noPayments:
      Phrase(zh: "没有还款；至少要有一笔大于 0 的", en: "nothing is paid; give an amount above 0")
    case .lastPaymentNotAfterFirstAdvance(let payment, let advance):
      Phrase(
        zh: "最后一笔还款（\(payment)）须晚于第一笔放款（\(advance)）",
        en: "the last payment (\(payment)) has to be after the first advance (\(advance))")
    case .unitPeriodNotAllowed(let kind, let multiple, let allowed):
      Phrase(
        zh: """
          单位期间 \(multiple) \(kind.rawValue) 不允许；\(kind.rawValue) 的倍数为 \
          \(allowed.lowerBound) 至 \(allowed.upperBound)
          """,
        en: """
          a unit-period of \(multiple) \(kind.rawValue) is not allowed; the multiple of a \
          \(kind.rawValue) is \(allowed.lowerBound) to \(allowed.upperBound)
          """)
    case .noRate(let largest):
      Phrase(
        zh: "在 −100% 以上、\(largest)% 以内没有使收付相等的年化利率；请核对金额和日期",
        en: """
          no yearly rate above −100 % and up to \(largest) % makes payments and advances equal; \
          check amounts and days
          """)
    }
  }
}
