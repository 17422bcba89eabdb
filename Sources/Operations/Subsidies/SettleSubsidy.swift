import Banks
package import Postgres
package import Quantities
package import Repositories
import Servicing

/// A payment of a claim, as it is asked for.
package struct SubsidyPaymentRequest: Hashable, Sendable {
  package var claim: Int
  /// What was paid; nil for all that is open.
  package var amount: Money?
  /// The numbers of the loans it is for; empty for all of the claim.
  package var loans: [String]
  /// Nil for the bank's business date.
  package var on: Day?
  package var key: String

  package init(
    claim: Int, amount: Money? = nil, loans: [String] = [], on day: Day? = nil, key: String
  ) {
    self.claim = claim
    self.amount = amount
    self.loans = loans
    self.on = day
    self.key = key
  }

  var canonical: String {
    """
    pay subsidy
    claim=\(claim)
    amount=\(amount.map { "\($0.minorUnits)" } ?? "")
    loans=\(loans.joined(separator: ";"))
    on=\(on.map { "\($0)" } ?? "")
    """
  }
}

/// A refusal of a line of a claim, as it is asked for.
package struct SubsidyRefusalRequest: Hashable, Sendable {
  package var claim: Int
  package var loan: String
  package var amount: Money
  package var reason: String
  /// Who bears it; nil for what the programme's row says.
  package var isOwedByBorrower: Bool?
  package var on: Day?
  package var key: String

  package init(claim: Int, loan: String, amount: Money, reason: String, key: String) {
    self.claim = claim
    self.loan = loan
    self.amount = amount
    self.reason = reason
    self.key = key
  }

  var canonical: String {
    """
    refuse subsidy
    claim=\(claim)
    loan=\(loan)
    amount=\(amount.minorUnits)
    reason=\(reason)
    owed_by=\(isOwedByBorrower.map { $0 ? "borrower" : "bank" } ?? "")
    on=\(on.map { "\($0)" } ?? "")
    """
  }
}

/// What a payment or refusal did.
package struct SubsidySettlement: Hashable, Sendable {
  package let isNew: Bool
  /// What was recorded for each loan; below zero for what is given back.
  package let loans: [SettledLoan]

  package struct SettledLoan: Hashable, Sendable {
    package let number: String
    package let amount: Money
    package let effectiveOn: Day
  }
}

/// A programme confirms a claim.
package enum ConfirmSubsidy {
  /// - Returns: the claim, and whether the confirmation is new.
  /// - Throws: `PayerError.claimUnknown`, `OperationError`, `PostgresError`.
  package static func run(
    claim number: Int, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> (claim: SubsidyClaim, isNew: Bool) {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.require(.accountOfficer)
      let claims = SubsidyRepository(work.connection, bankID: work.bank.id)
      let claim = try work.subsidyClaim(number)
      guard claim.confirmedOn == nil else { return (claim, false) }
      let fact = try work.record(
        .subsidyConfirmed, effectiveOn: work.head.businessDate, key: "subsidy-confirm/\(number)",
        request: "confirm subsidy\nclaim=\(number)"
      ) { $0.detail.programme = claim.programme }
      try claims.insertConfirmation(claim: number, fact: fact.number)
      return (try work.subsidyClaim(number), true)
    }
  }
}

/// A programme pays a claim, or a part of it.
///
/// What later runs took back is netted first: its lines are below zero, and are given back.
package enum PaySubsidy {
  /// - Throws: `PayerError` of the claim, `OperationError`, `ServicingError`, `PostgresError`.
  package static func run(
    _ request: SubsidyPaymentRequest, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> SubsidySettlement {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.require(.cashier)
      if let earlier = try work.settledBefore(request.key, request.canonical) { return earlier }
      let claim = try work.subsidyClaim(request.claim)
      guard claim.confirmedOn != nil else { throw PayerError.claimNotConfirmed(claim.number) }
      let lines = try open(request, work)
      let parts = try shared(request.amount, over: lines)
      var loans: [SubsidySettlement.SettledLoan] = []
      for (line, amount) in parts {
        let service = ServicingRequest(
          line.loanNumber, .subsidyPaid(claim.payer, amount, programme: claim.programme),
          on: request.on, key: "\(request.key)/\(line.loanNumber)")
        loans.append(
          try work.settle(
            service, line, SettlementKey(request.claim, request.key, request.canonical)))
      }
      return SubsidySettlement(isNew: true, loans: loans)
    }
  }

  /// The open lines of the loans asked for, or of all.
  private static func open(
    _ request: SubsidyPaymentRequest, _ work: BankWork
  ) throws -> [SubsidyClaimLine] {
    let all = try SubsidyRepository(work.connection, bankID: work.bank.id)
      .lines(claim: request.claim)
    for number in request.loans where !all.contains(where: { $0.loanNumber == number }) {
      throw PayerError.loanNotInClaim(number, claim: request.claim)
    }
    let lines = all.filter {
      !$0.open.isZero && (request.loans.isEmpty || request.loans.contains($0.loanNumber))
    }
    guard !lines.isEmpty else { throw PayerError.nothingOpen(claim: request.claim) }
    return lines
  }

  /// An amount shared over open lines: first those below zero, then the others in their order as
  /// far as it goes.
  static func shared(
    _ amount: Money?, over lines: [SubsidyClaimLine]
  ) throws(PayerError) -> [(line: SubsidyClaimLine, amount: Money)] {
    let open = lines.reduce(Money.zero) { $0 + $1.open }
    var left = amount ?? open
    let isAllowed = open.isPositive ? left.isPositive && left <= open : left == open
    guard isAllowed else { throw .moreThanOpen(left, open: open) }
    var parts: [(line: SubsidyClaimLine, amount: Money)] = []
    for line in lines where line.open.isNegative {
      parts.append((line, line.open))
      left -= line.open
    }
    for line in lines where line.open.isPositive && left.isPositive {
      let part = min(line.open, left)
      parts.append((line, part))
      left -= part
    }
    return parts
  }
}

/// A programme refuses a line of a claim, or a part of it: the borrower owes it, or the bank bears
/// it.
package enum RefuseSubsidy {
  /// - Throws: `PayerError` of the claim, `OperationError`, `ServicingError`, `PostgresError`.
  package static func run(
    _ request: SubsidyRefusalRequest, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> SubsidySettlement {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.require(.accountOfficer)
      if let earlier = try work.settledBefore(request.key, request.canonical) { return earlier }
      let claim = try work.subsidyClaim(request.claim)
      let lines = try SubsidyRepository(work.connection, bankID: work.bank.id)
        .lines(claim: claim.number)
      guard let line = lines.first(where: { $0.loanNumber == request.loan }) else {
        throw PayerError.loanNotInClaim(request.loan, claim: claim.number)
      }
      guard request.amount.isPositive, request.amount <= line.open else {
        throw PayerError.moreThanOpen(request.amount, open: line.open)
      }
      let isOwed = request.isOwedByBorrower ?? claim.refusedIsOwedByBorrower
      var service = ServicingRequest(
        line.loanNumber,
        .subsidyRejected(
          claim.payer, request.amount, isOwedByBorrower: isOwed, programme: claim.programme),
        on: request.on, key: "\(request.key)/\(line.loanNumber)")
      service.reason = request.reason
      let loan = try work.settle(
        service, line, SettlementKey(request.claim, request.key, request.canonical))
      return SubsidySettlement(isNew: true, loans: [loan])
    }
  }
}

/// The claim that a request settles, and what the request stands under.
private struct SettlementKey {
  let claim: Int
  let key: String
  let request: String

  init(_ claim: Int, _ key: String, _ request: String) {
    self.claim = claim
    self.key = key
    self.request = request
  }
}

extension BankWork {
  /// Records what was paid or refused of a line, in the loan's books and beside the claim.
  fileprivate func settle(
    _ service: ServicingRequest, _ line: SubsidyClaimLine, _ origin: SettlementKey
  ) throws -> SubsidySettlement.SettledLoan {
    let outcome = try RecordEvent.record(service, in: self)
    try SubsidyRepository(connection, bankID: bank.id).insertSettlement(
      fact: outcome.factNumber, claim: origin.claim, loanID: line.loanID, key: origin.key,
      request: origin.request)
    let amount: Money
    switch service.event {
    case .subsidyPaid(_, let paid, _): amount = paid
    case .subsidyRejected(_, let refused, _, _): amount = refused
    default: amount = .zero
    }
    return SubsidySettlement.SettledLoan(
      number: line.loanNumber, amount: amount, effectiveOn: outcome.effectiveOn)
  }

  fileprivate func subsidyClaim(_ number: Int) throws -> SubsidyClaim {
    let claims = try SubsidyRepository(connection, bankID: bank.id).claims(number: number)
    guard let claim = claims.first else {
      throw PayerError.claimUnknown(number, bank: bank.code)
    }
    return claim
  }

  /// What a request did before under its key; nil if it is new.
  fileprivate func settledBefore(_ key: String, _ request: String) throws -> SubsidySettlement? {
    let settled = try SubsidyRepository(connection, bankID: bank.id).settled(key: key)
    guard let first = settled.first else { return nil }
    guard first.request == request else {
      throw OperationError.keyUsedForAnotherRequest(key: key, fact: first.factNumber)
    }
    return SubsidySettlement(
      isNew: false,
      loans: settled.map {
        SubsidySettlement.SettledLoan(
          number: $0.loanNumber, amount: $0.amount, effectiveOn: $0.effectiveOn)
      })
  }
}
