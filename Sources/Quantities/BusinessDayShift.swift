/// provisional
package enum BusinessDayShift: String, Hashable, Sendable, CaseIterable {
  case none = "none"
  case following = "following"
  package func shift(_ day: Day, by calendar: BusinessCalendar) -> Day {
    self == .none ? day : calendar.following(day)
  }
}
