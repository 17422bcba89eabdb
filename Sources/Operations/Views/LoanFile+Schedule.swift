import Repositories
package import Scheduling
import Servicing

/// Which of a loan's schedules is meant.
package enum ScheduleChoice: Hashable, Sendable {
  /// What has fallen due as it did, and what is to come as it stands.
  case standing
  case signed
  /// As a fact left it.
  case fact(Int64)

  /// `signed`, or the number of a fact; nil for other text.
  package init?(_ text: String) {
    if text == "signed" {
      self = .signed
    } else if let number = Int64(text) {
      self = .fact(number)
    } else {
      return nil
    }
  }
}

extension LoanFile {
  /// The instalments of one of the loan's schedules.
  ///
  /// - Throws: `ViewError.scheduleUnknown` for a fact that changed no schedule.
  package func schedule(_ choice: ScheduleChoice) throws(ViewError) -> [Installment] {
    switch choice {
    case .signed: return signedSchedule.installments
    case .fact(let number):
      guard let version = versions.first(where: { $0.factNumber == number }) else {
        throw .scheduleUnknown("\(number)", known: versions.map(\.factNumber))
      }
      return version.installments
    case .standing:
      guard let claim, let fallen else { return signedSchedule.installments }
      return fallen.installments + claim.upcoming
    }
  }
}
