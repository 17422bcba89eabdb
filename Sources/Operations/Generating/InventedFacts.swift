import Generator
import LoanProducts
import Origination
import Quantities
import Repositories
import Servicing

/// The facts of one invented loan as its bank would have recorded them: with the requests, keys
/// and officers that the operations give them.
struct InventedFacts {
  private let desk: BankDesk
  private let loan: LoanRecord
  private let application: LoanApplication
  private var receipts = 0
  private var proposal: Int64?

  /// The login of facts that nobody recorded.
  static let login = "generate"

  init(_ desk: BankDesk, _ loan: LoanRecord, _ application: LoanApplication) {
    self.desk = desk
    self.loan = loan
    self.application = application
  }

  /// How the borrower at a place is called in the bank's papers.
  static func reference(at place: Int) -> String { "G\(BorrowerInventor.id(at: place))" }

  /// Completes the fact of an event; its number and days are known.
  mutating func complete(_ fact: inout FactRecord, _ event: InventedEvent) {
    fact.loanID = loan.loanID
    fact.login = Self.login
    fact.effectiveOn = event.effectiveOn
    fact.amount = event.amount
    switch event.kind {
    case .applied, .approved, .refused, .withdrawn, .signed, .disbursed: originate(&fact, event)
    default: service(&fact, event)
    }
  }

  private func originate(_ fact: inout FactRecord, _ event: InventedEvent) {
    let number = loan.number
    switch event.kind {
    case .approved:
      fact.kind = .approved
      fact.officerID = desk.approver
      fact.idempotencyKey = "approve/\(number)"
      fact.request = "approve\nloan=\(number)"
      fact.detail = approval(on: event.bookedOn)
    case .refused, .withdrawn:
      let isRefused = event.kind == .refused
      let reason = isRefused ? "还款来源不足" : "借款人撤回申请"
      fact.kind = isRefused ? .refused : .withdrawn
      fact.officerID = isRefused ? desk.approver : desk.accountOfficer
      fact.idempotencyKey = "end/\(number)"
      fact.request =
        EndRequest(
          loanNumber: number, end: isRefused ? .refused : .withdrawn, reason: reason, key: ""
        ).canonical
      fact.detail.text = reason
    case .signed:
      fact.kind = .signed
      fact.officerID = desk.accountOfficer
      fact.idempotencyKey = "sign/\(number)"
      fact.request = SignatureRequest(loanNumber: number, on: nil, key: nil).canonical
    case .disbursed:
      fact.kind = .disbursed
      fact.officerID = desk.cashier
      fact.idempotencyKey = "disburse/\(number)"
      fact.request =
        DisbursementRequest(loanNumber: number, on: event.effectiveOn, key: nil).canonical
    default:
      fact.kind = .applied
      fact.officerID = desk.accountOfficer
      fact.idempotencyKey = "apply/\(number)"
      fact.request =
        ApplicationRequest(
          branch: branchCode, borrower: borrowerReference, application: application, key: ""
        ).canonical
    }
  }

  private var branchCode: String {
    desk.branches.first { $0.id == loan.branchID }?.code ?? ""
  }

  private var borrowerReference: String { "G\(loan.borrowerID)" }

  private func approval(on day: Day) -> FactDetail {
    var detail = FactDetail()
    let tier = desk.policy.tier(
      bank: desk.bank.code, line: loan.line, principal: loan.terms.principal,
      on: loan.terms.agreedOn)
    guard let tier else { return detail }
    detail.until = tier.validityDays.map { "\(day + $0)" }
    detail.origination = OriginationDetail(decidedBy: tier.authority)
    return detail
  }

  private mutating func service(_ fact: inout FactRecord, _ event: InventedEvent) {
    var request = ServicingRequest(
      loan.number, servicing(event), on: event.effectiveOn, key: "")
    request.isRestructuring = event.isRestructuring
    let draft = request.draft
    fact.kind = draft.kind
    fact.detail = draft.detail
    fact.officerID = event.isPayment ? desk.cashier : desk.accountOfficer
    fact.request = request.canonical
    receipts += 1
    fact.idempotencyKey = "\(draft.kind.rawValue)/\(loan.number)/\(receipts)"
    switch event.kind {
    case .proposedExtension, .proposedWriteOff:
      fact.kind = .proposed
      fact.detail.kind = draft.kind.rawValue
      fact.request = "propose\n" + fact.request
      fact.idempotencyKey = "proposed/\(loan.number)/\(receipts)"
      proposal = fact.number
    case .extended, .writtenOff:
      fact.officerID = desk.approver
      fact.request = "confirm\nloan=\(loan.number)\nproposal=\(proposal ?? 0)"
      fact.detail.proposal = proposal
    default: break
    }
  }

  private func servicing(_ event: InventedEvent) -> ServicingEvent {
    switch event.kind {
    case .graduated(let day): return .graduated(on: day)
    case .proposedExtension(let day), .extended(let day): return .extended(to: day)
    case .proposedWriteOff, .writtenOff: return .writtenOff(nil)
    case .repaid(let inAdvance):
      return .repaid(event.amount ?? .zero, inAdvance: inAdvance, from: nil, party: nil)
    default: return .repaid(event.amount ?? .zero, inAdvance: nil, from: nil, party: nil)
    }
  }
}

extension InventedEvent {
  fileprivate var isPayment: Bool {
    if case .repaid = kind { return true }
    return false
  }
}
