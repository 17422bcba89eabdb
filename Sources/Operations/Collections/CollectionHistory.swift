package import Quantities
package import Repositories
package import Servicing

/// How a borrower was reminded.
package enum ReminderChannel: String, Hashable, Sendable, CaseIterable {
  case visit = "visit"
  case phone = "phone"
  case letter = "letter"
  case sms = "sms"
}

/// Who brings money for a loan.
package enum PaidBy: String, Hashable, Sendable, CaseIterable {
  case borrower = "borrower"
  case coBorrower = "co-borrower"
  case guarantor = "guarantor"
  case group = "group"
  case heir = "heir"
  case fund = "fund"
}

/// What the facts of a loan say of the work on its arrears.
///
/// What a reversal has undone is left out.
package struct CollectionHistory: Hashable, Sendable {
  private let facts: [FactRecord]

  /// - Parameter facts: all facts of the loan, in the order they became known.
  package init(_ facts: [FactRecord]) {
    self.facts = facts.inForce
  }

  /// Reminders, promises and notes, calls to pay among them, the oldest first.
  package var entries: [FactRecord] {
    facts.filter { [.reminded, .promised, .noted].contains($0.kind) }
  }

  package var lastReminder: FactRecord? { facts.last { $0.kind == .reminded } }
  package var lastNote: FactRecord? { facts.last { $0.kind == .noted && !$0.isCall } }
  /// When the group or a guarantor was last called to pay.
  package var lastCall: FactRecord? { facts.last { $0.isCall } }
  package var hasDied: Bool { facts.contains { $0.kind == .died } }
  package var isTakenOver: Bool { facts.contains { $0.kind == .takenOver } }

  /// What became of each promise by the end of a day, in the order of their days.
  package func promises(on day: Day) -> [PromiseOutcome] {
    let promises = facts.compactMap { fact -> PaymentPromise? in
      guard fact.kind == .promised, let amount = fact.amount, let by = fact.detail.onDay else {
        return nil
      }
      return PaymentPromise(
        number: fact.number, madeOn: fact.effectiveOn, amount: amount, by: by)
    }
    let payments = facts.compactMap { fact -> PaymentReceived? in
      guard fact.kind == .repaid, let amount = fact.amount else { return nil }
      return PaymentReceived(number: fact.number, on: fact.effectiveOn, amount: amount)
    }
    return promises.outcomes(payments, on: day)
  }

  /// The promise given last.
  package func lastPromise(on day: Day) -> PromiseOutcome? {
    promises(on: day).max { $0.promise.number < $1.promise.number }
  }
}

extension FactRecord {
  /// Whether it records that others than the borrower were called to pay.
  package var isCall: Bool { kind == .noted && detail.shares != nil }
}
