import Quantities
package import Servicing

/// What a fact tells.
package enum FactKind: String, Hashable, Sendable, CaseIterable {
  // Application to signature.
  case applied = "applied"
  case documentReceived = "document-received"
  case surveyed = "surveyed"
  case scored = "scored"
  case voted = "voted"
  case approved = "approved"
  case refused = "refused"
  case withdrawn = "withdrawn"
  case signed = "signed"
  case expired = "expired"
  case conditionAdded = "condition-added"
  case conditionMet = "condition-met"

  // What moves a claim, or what the books hold of it.
  case disbursed = "disbursed"
  case imported = "imported"
  case repaid = "repaid"
  case refunded = "refunded"
  case costsCharged = "costs-charged"
  case rateChanged = "rate-changed"
  case extended = "extended"
  case renewed = "renewed"
  case rescheduled = "rescheduled"
  case paused = "paused"
  case graduated = "graduated"
  case interestWaived = "interest-waived"
  case misused = "misused"
  case rated = "rated"
  case overdueExcused = "overdue-excused"
  case waived = "waived"
  case writtenOff = "written-off"
  case compensationClaimed = "compensation-claimed"
  case compensationPaid = "compensation-paid"
  case compensationRejected = "compensation-rejected"
  case compensationReturned = "compensation-returned"
  case subsidyPaid = "subsidy-paid"
  case subsidyRejected = "subsidy-rejected"
  case reversed = "reversed"

  // What moves no money.
  case died = "died"
  case takenOver = "taken-over"
  case transferred = "transferred"
  case reminded = "reminded"
  case promised = "promised"
  case noted = "noted"
  case proposed = "proposed"
  case declined = "declined"

  // Of the whole bank.
  case accrued = "accrued"
  case dayClosed = "day-closed"
  case monthClosed = "month-closed"
  case monthReopened = "month-reopened"
  case subsidyClaimed = "subsidy-claimed"
  case subsidyConfirmed = "subsidy-confirmed"

  /// Those that move a claim or what the books hold of it.
  package static let servicing: [FactKind] = [
    .disbursed, .imported, .repaid, .refunded, .costsCharged, .rateChanged, .extended, .renewed,
    .rescheduled, .paused, .graduated, .interestWaived, .misused, .rated, .overdueExcused, .waived,
    .writtenOff, .compensationClaimed, .compensationPaid, .compensationRejected,
    .compensationReturned, .subsidyPaid, .subsidyRejected, .reversed,
  ]
}

extension FactKind {
  /// What a fact of this kind means to a claim; nil for one that does not move it.
  func loanKind(
    _ detail: FactDetail, amount: Money?, paidToOn: Day?, reverses: Int64?
  ) -> LoanFact.Kind? {
    switch self {
    case .disbursed: return .disbursed
    case .imported: return paidToOn.map { .imported(paidToOn: $0) }
    case .repaid: return .repaid(inAdvance: detail.advance.flatMap { Advance(rawValue: $0) })
    case .refunded: return .refunded
    case .costsCharged: return .costsCharged
    case .interestWaived:
      return detail.year.map {
        .interestWaived(year: $0, defersPrincipal: detail.defersPrincipal ?? false)
      }
    case .misused: return .misused(until: detail.untilDay)
    case .rated, .overdueExcused: return judgement(detail)
    case .waived: return detail.charge.flatMap { Charge(rawValue: $0) }.map { .waived($0) }
    case .writtenOff: return .writtenOff(part: amount)
    case .compensationClaimed: return .compensation(.claimed)
    case .compensationPaid: return .compensation(.paid)
    case .compensationRejected: return .compensation(.rejected)
    case .compensationReturned: return .compensation(.returned)
    case .subsidyPaid: return detail.payerOfInterest.map { .subsidyPaid($0) }
    case .subsidyRejected:
      return detail.payerOfInterest.map {
        .subsidyRejected($0, isOwedByBorrower: detail.owedBy == "borrower")
      }
    case .reversed: return reverses.map { .reversed($0) }
    case .rateChanged, .extended, .renewed, .rescheduled, .paused, .graduated:
      return change(detail)
    default: return nil
    }
  }

  /// What a fact that judges the loan's class means to a claim.
  package func judgement(_ detail: FactDetail) -> LoanFact.Kind? {
    guard self == .rated else { return .overdueExcused }
    guard let rated = detail.atLeast.flatMap({ RatedClass(rawValue: $0) }),
      let until = detail.untilDay
    else { return nil }
    return .rated(rated, until: until)
  }

  /// What a fact that changes the contract means to a claim.
  private func change(_ detail: FactDetail) -> LoanFact.Kind? {
    let day = detail.onDay
    switch self {
    case .rateChanged: return detail.rate.map { .rateChanged($0) }
    case .extended: return day.map { .extended(to: $0) }
    case .renewed: return day.map { .renewed(to: $0, rate: detail.rate) }
    case .rescheduled:
      return .rescheduled(
        Rescheduling(
          maturesOn: day, repayment: detail.repayment?.terms,
          takesInOverdue: detail.takesInOverdue ?? false))
    case .paused: return detail.untilDay.map { .paused(until: $0) }
    case .graduated: return day.map { .graduated(on: $0) }
    default: return nil
    }
  }
}
