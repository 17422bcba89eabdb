package import Quantities

/// Why something of a loan can't be shown.
///
/// Cases stand in the order they are checked.
package enum ViewError: Explained, Hashable {
  case notDisbursed(String, by: Day)
  case daysReversed(from: Day, until: Day)
  case dayAfterBusinessDate(Day, businessDate: Day)
  /// `known` are the numbers of the facts that changed the schedule.
  case scheduleUnknown(String, known: [Int64])
  /// `last` are the latest days on which interest was billed.
  case nothingBilled(on: Day, last: [Day])

  package var code: String {
    switch self {
    case .notDisbursed: "view.not_disbursed"
    case .daysReversed: "view.days_reversed"
    case .dayAfterBusinessDate: "view.day_after_business_date"
    case .scheduleUnknown: "view.schedule_unknown"
    case .nothingBilled: "view.nothing_billed"
    }
  }
}
