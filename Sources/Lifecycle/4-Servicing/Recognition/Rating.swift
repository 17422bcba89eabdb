package import Quantities

/// A class below normal, as an officer rates a loan by hand; `6-Classification` has the classes.
package enum RatedClass: String, Hashable, Sendable, CaseIterable {
  case specialMention = "special-mention"
  case substandard = "substandard"
  case doubtful = "doubtful"
  case loss = "loss"
}

/// A loan rated by hand (人工认定): its class is at least this one from a day until another.
///
/// Shape: half-open; the one with the latest effective day holds, of one day the last recorded;
///        when it ends, an earlier one does not come back.
package struct Rating: Hashable, Sendable {
  package let atLeast: RatedClass
  package let from: Day
  /// The first day on which it holds no more.
  package let until: Day
}

/// An overdue for operational or technical reasons, which keeps its class for some days.
///
/// Source: 中国银保监会 中国人民银行令〔2023〕第1号: a short one, within 7 days, is excepted.
package enum TechnicalDelay {
  /// The most days overdue that are excused.
  package static let longestDays = 7
}

extension Claim {
  /// The rating by hand that holds on a day; nil if there is none.
  package func rating(on day: Day) -> Rating? {
    guard let rating = conduct.rating, rating.from <= day, day < rating.until else { return nil }
    return rating
  }

  /// The due day whose lateness is excused on a day as technical; nil if none is.
  ///
  /// It is the oldest that is unpaid: what is late longer, or since another day, is not excused.
  package func excusedDue(on day: Day) -> Day? {
    guard let due = conduct.excusedDueOn, due < day, day - due <= TechnicalDelay.longestDays,
      unpaid.first?.dueOn == due
    else { return nil }
    return due
  }

  /// The days after one on which a rating ends or an excuse does.
  func classDays(after day: Day) -> [Day] {
    guard conduct.rating != nil || conduct.excusedDueOn != nil else { return [] }
    let excused = conduct.excusedDueOn.map { $0 + TechnicalDelay.longestDays + 1 }
    return [conduct.rating?.until, excused].compactMap { $0 }.filter { $0 > day }
  }
}
