import Quantities

/// Why the text of a field isn't the value its column asks for.
package enum FieldFault: Explained, Hashable, Sendable {
  /// The field is empty, or the file lacks the column.
  case missing
  case notAnAmount(decimals: Int)
  case negativeAmount
  case amountTooLarge(allowed: String)
  /// No day `YYYY-MM-DD` of 1900 to 2199: a time, a zone, 31 February.
  case notADay
  case notAMonth
  case notANumber
  case numberOutsideRange(ClosedRange<Int>)
  case notAPercent(decimals: Int)
  case percentOutsideRange(allowed: String)
  case notOneOf([String])
  case notYesOrNo
  /// No word of small letters, digits and underscores that can head a column, or one that heads
  /// another.
  case notAKey(taken: [String])

  package var code: String {
    switch self {
    case .missing: "field.missing"
    case .notAnAmount: "field.not_an_amount"
    case .negativeAmount: "field.negative_amount"
    case .amountTooLarge: "field.amount_too_large"
    case .notADay: "field.not_a_day"
    case .notAMonth: "field.not_a_month"
    case .notANumber: "field.not_a_number"
    case .numberOutsideRange: "field.number_outside_range"
    case .notAPercent: "field.not_a_percent"
    case .percentOutsideRange: "field.percent_outside_range"
    case .notOneOf: "field.not_one_of"
    case .notYesOrNo: "field.not_yes_or_no"
    case .notAKey: "field.not_a_key"
    }
  }

  /// What may stand in the field, in figures and names.
  package var allowed: String {
    switch self {
    case .missing: "≠ \"\""
    case .notAnAmount(let decimals): decimals == 0 ? "1234" : "1234." + digits(decimals)
    case .negativeAmount: "≥ 0"
    case .amountTooLarge(let allowed): "≤ \(allowed)"
    case .notADay: "YYYY-MM-DD, \(Day.first)…\(Day.last)"
    case .notAMonth: "YYYY-MM, \(Day.first.month)…\(Day.last.month)"
    case .notANumber: "0…9"
    case .numberOutsideRange(let range): "\(range.lowerBound)…\(range.upperBound)"
    case .notAPercent(let decimals): "3.45 (≤ \(decimals) decimals)"
    case .percentOutsideRange(let allowed): allowed
    case .notOneOf(let names): names.joined(separator: " | ")
    case .notYesOrNo: "yes | no"
    case .notAKey(let taken): "a…z, 0…9, _" + taken.map { ", ≠ \($0)" }.joined()
    }
  }

  private func digits(_ count: Int) -> String { String("5678901234".prefix(count)) }
}
