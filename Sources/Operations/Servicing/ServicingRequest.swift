import Banks
package import LoanProducts
package import Quantities
package import Repositories
package import Servicing

/// What happens to a loan after its disbursement, or with it.
package enum ServicingEvent: Hashable, Sendable {
  /// `from`: who brought the money if not the borrower; `party`: his reference.
  case repaid(Money, inAdvance: Advance?, from: String?, party: String?)
  case refunded(Money)
  case costsCharged(Money)
  case rateChanged(AnnualRate)
  case extended(to: Day)
  case renewed(to: Day, rate: AnnualRate?)
  case rescheduled(Rescheduling)
  case paused(until: Day)
  case graduated(on: Day)
  /// By the State, for a calendar year.
  case interestWaived(year: Int, defersPrincipal: Bool)
  case misused(until: Day?)
  /// By hand, until a day.
  case rated(RatedClass, until: Day)
  /// What is late is so for technical reasons.
  case overdueExcused
  /// By the bank.
  case waived(Charge, Money)
  /// Nil for all principal on the books.
  case writtenOff(Money?)
  case reversed(fact: Int64)
  case died
  /// Another borrower, by reference, owes the loan from now on.
  case takenOver(by: String)
  /// To the branch of this code.
  case transferred(to: String)
  case compensation(CompensationStep, Money, fund: String)
  case subsidyPaid(Payer, Money, programme: String)
  case subsidyRejected(Payer, Money, isOwedByBorrower: Bool, programme: String)
  case disbursed(Money, account: String)
}

/// One event of one loan, as it is asked for.
package struct ServicingRequest: Hashable, Sendable {
  package var loanNumber: String
  package var event: ServicingEvent
  /// The day it is effective; nil for the bank's business date.
  package var on: Day?
  /// A concession made because the borrower is in financial difficulty.
  package var isRestructuring = false
  package var reason = ""
  /// A repayment like one recorded already, on purpose.
  package var acceptsDuplicate = false
  package var key: String

  package init(_ loanNumber: String, _ event: ServicingEvent, on day: Day? = nil, key: String) {
    self.loanNumber = loanNumber
    self.event = event
    self.on = day
    self.key = key
  }

  /// All that was asked for, in one text: what the key stands for.
  package var canonical: String {
    """
    \(draft.kind.rawValue)
    loan=\(loanNumber)
    amount=\(draft.amount.map { "\($0.minorUnits)" } ?? "")
    on=\(on.map { "\($0)" } ?? "")
    reverses=\(draft.reverses.map { "\($0)" } ?? "")
    detail=\(draft.detail.column ?? "")
    """
  }

  /// The fact that the event makes.
  var draft: FactDraft {
    var draft = event.draft
    if isRestructuring { draft.detail.isRestructuring = true }
    if !reason.isEmpty { draft.detail.text = reason }
    return draft
  }
}

/// A fact to be recorded: what the event says, without whose, when and by whom.
struct FactDraft: Hashable, Sendable {
  var kind: FactKind
  var amount: Money?
  var reverses: Int64?
  var detail = FactDetail()

  init(_ kind: FactKind, _ amount: Money? = nil, _ complete: (inout FactDetail) -> Void = { _ in })
  {
    self.kind = kind
    self.amount = amount
    complete(&detail)
  }
}

extension ServicingEvent {
  /// The kind of the fact it makes.
  package var kind: FactKind { draft.kind }

  var draft: FactDraft {
    switch self {
    case .repaid(let amount, let inAdvance, let from, let party):
      return FactDraft(.repaid, amount) {
        $0.advance = inAdvance?.rawValue
        $0.from = from
        $0.party = party
      }
    case .refunded(let amount): return FactDraft(.refunded, amount)
    case .costsCharged(let amount): return FactDraft(.costsCharged, amount)
    case .waived(let charge, let amount):
      return FactDraft(.waived, amount) { $0.charge = charge.rawValue }
    case .writtenOff(let amount): return FactDraft(.writtenOff, amount)
    case .reversed(let number):
      var draft = FactDraft(.reversed)
      draft.reverses = number
      return draft
    case .died: return FactDraft(.died)
    case .takenOver(let party): return FactDraft(.takenOver) { $0.party = party }
    case .transferred(let branch): return FactDraft(.transferred) { $0.branch = branch }
    case .disbursed(let amount, let account):
      return FactDraft(.disbursed, amount) { $0.account = account.isEmpty ? nil : account }
    case .compensation, .subsidyPaid, .subsidyRejected: return publicMoney
    default: return change
    }
  }

  private var publicMoney: FactDraft {
    switch self {
    case .compensation(let step, let amount, let fund):
      return FactDraft(step.factKind, amount) { $0.programme = fund }
    case .subsidyPaid(let payer, let amount, let programme):
      return FactDraft(.subsidyPaid, amount) {
        $0.payer = payer.rawValue
        $0.programme = programme
      }
    case .subsidyRejected(let payer, let amount, let isOwedByBorrower, let programme):
      return FactDraft(.subsidyRejected, amount) {
        $0.payer = payer.rawValue
        $0.owedBy = isOwedByBorrower ? "borrower" : "bank"
        $0.programme = programme
      }
    default: return FactDraft(.noted)
    }
  }

  private var change: FactDraft {
    switch self {
    case .rateChanged(let rate):
      return FactDraft(.rateChanged) { $0.rateTrillionths = rate.trillionths }
    case .extended(let day): return FactDraft(.extended) { $0.on = "\(day)" }
    case .renewed(let day, let rate):
      return FactDraft(.renewed) {
        $0.on = "\(day)"
        $0.rateTrillionths = rate?.trillionths
      }
    case .rescheduled(let new):
      return FactDraft(.rescheduled) {
        $0.on = new.maturesOn.map { "\($0)" }
        $0.repayment = new.repayment.map { RepaymentDetail($0) }
        $0.takesInOverdue = new.takesInOverdue
      }
    case .paused(let day): return FactDraft(.paused) { $0.until = "\(day)" }
    case .graduated(let day): return FactDraft(.graduated) { $0.on = "\(day)" }
    case .interestWaived(let year, let defersPrincipal):
      return FactDraft(.interestWaived) {
        $0.year = year
        $0.defersPrincipal = defersPrincipal
      }
    case .misused(let day): return FactDraft(.misused) { $0.until = day.map { "\($0)" } }
    case .rated(let atLeast, let day):
      return FactDraft(.rated) {
        $0.atLeast = atLeast.rawValue
        $0.until = "\(day)"
      }
    case .overdueExcused: return FactDraft(.overdueExcused)
    default: return FactDraft(.noted)
    }
  }
}

extension CompensationStep {
  /// The kind of fact that takes the step.
  var factKind: FactKind {
    switch self {
    case .claimed: return .compensationClaimed
    case .paid: return .compensationPaid
    case .rejected: return .compensationRejected
    case .returned: return .compensationReturned
    }
  }
}
