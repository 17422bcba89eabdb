/// Where a due day goes that is no working day.
///
/// Source: ISDA 2006 Definitions, 4.12 (business day conventions).
public enum BusinessDayShift: String, Hashable, Sendable, CaseIterable {
  /// It stays: student aid falls due on 20 December, whatever the weekday.
  case none
  /// To the next working day.
  case following
  /// To the next working day, or the last one before if the next lies in another month.
  case modifiedFollowing = "modified-following"
  /// To the last working day before.
  case preceding
  /// To the last working day before, or the next one if that lies in another month.
  case modifiedPreceding = "modified-preceding"

  /// The day to which `day` is moved; itself if it is a working day or none is near.
  public func shift(_ day: Day, by calendar: BusinessCalendar) -> Day {
    switch self {
    case .none: return day
    case .following: return calendar.following(day)
    case .preceding: return calendar.preceding(day)
    case .modifiedFollowing:
      let moved = calendar.following(day)
      return moved.month == day.month ? moved : calendar.preceding(day)
    case .modifiedPreceding:
      let moved = calendar.preceding(day)
      return moved.month == day.month ? moved : calendar.following(day)
    }
  }
}
