import Banks
package import Postgres
package import Quantities
package import Repositories
import Scheduling
package import Servicing

/// One payment for the loans of a joint-liability group.
package struct GroupRepaymentRequest: Hashable, Sendable {
  /// The group's reference.
  package var group: String
  package var amount: Money
  /// The day it is effective; nil for the bank's business date.
  package var on: Day?
  /// The loans that it is for first, in this order.
  package var named: [String]
  /// The loan that holds what is left when all that is due is paid; nil refuses such a payment.
  package var restTo: String?
  /// Parts like repayments recorded already, on purpose.
  package var acceptsDuplicate = false
  package var key: String

  package init(group: String, amount: Money, on day: Day?, key: String) {
    self.group = group
    self.amount = amount
    self.on = day
    self.named = []
    self.restTo = nil
    self.key = key
  }

  var canonical: String {
    """
    repay group
    group=\(group)
    amount=\(amount.minorUnits)
    on=\(on.map { "\($0)" } ?? "")
    for=\(named.joined(separator: ";"))
    rest_to=\(restTo ?? "")

    """
  }
}

/// What a payment for a group went to.
package struct GroupRepaymentReceipt: Hashable, Sendable {
  package struct Part: Hashable, Sendable {
    package let loanNumber: String
    package let borrower: BorrowerRecord
    /// What was due on the loan before.
    package let due: AmountsDue
    /// What of the payment it got.
    package let amount: Money
    /// What that was used for.
    package let used: Repaid
  }

  package let isNew: Bool
  package let effectiveOn: Day
  /// Each loan of the group that something was due on or that got something, by loan number.
  package let parts: [Part]
}

/// A group pays with one amount: one fact for each loan that gets a part, all of them or none.
package enum RepayGroup {
  /// - Returns: the parts, which sum to the amount; the same key again returns the same and books
  ///   nothing.
  /// - Throws: `OperationError`, `CollectionError.groupUnknown`, `.loanNotOfGroup`,
  ///   `.moreThanDue`, `ServicingError`, `SchedulingError`, `PostgresError`.
  package static func run(
    _ request: GroupRepaymentRequest, mode: ServicingMode, bank: String, caller: Caller,
    on pool: ConnectionPool
  ) async throws -> GroupRepaymentReceipt {
    switch mode {
    case .record:
      return try await BankWork.perform(pool, bank: bank, caller: caller) { work in
        try Desk(request, work).repay()
      }
    case .preview:
      return try await BankWork.rehearse(pool, bank: bank, caller: caller) { work in
        try Desk(request, work).repay()
      }
    }
  }

  /// One payment in one unit of work.
  private struct Desk {
    let request: GroupRepaymentRequest
    let work: BankWork

    init(_ request: GroupRepaymentRequest, _ work: BankWork) {
      self.request = request
      self.work = work
    }

    func repay() throws -> GroupRepaymentReceipt {
      try work.require(.cashier)
      if let earlier = try earlierParts() { return earlier }
      guard request.amount.isPositive, request.amount <= .largestAmount else {
        throw OperationError.amountOutsideRange(request.amount, largest: .largestAmount)
      }
      let day = try work.effectiveDay(request.on)
      let loans = try loansOfGroup()
      for number in request.named + [request.restTo].compactMap({ $0 })
      where !loans.contains(where: { $0.number == number }) {
        throw CollectionError.loanNotOfGroup(
          number, group: request.group, loans: loans.map(\.number))
      }
      var debts: [((number: String, borrower: BorrowerRecord), due: AmountsDue)] = []
      for loan in loans {
        let known = try work.inArrears(loan.number)
        if known.hasStarted(by: day) { debts.append((loan, try known.due(on: day))) }
      }
      let amounts = try split(debts.map { ($0.0.number, $0.due) })
      var parts: [GroupRepaymentReceipt.Part] = []
      for (loan, due) in debts {
        let amount = amounts[loan.number] ?? .zero
        guard amount.isPositive || due.total.isPositive else { continue }
        parts.append(
          GroupRepaymentReceipt.Part(
            loanNumber: loan.number, borrower: loan.borrower, due: due, amount: amount,
            used: try record(amount, of: loan.number, on: day)))
      }
      return GroupRepaymentReceipt(isNew: true, effectiveOn: day, parts: parts)
    }

    /// The loans of the group's members that something is owed on, by number.
    private func loansOfGroup() throws -> [(number: String, borrower: BorrowerRecord)] {
      let bankID = work.bank.id
      let members = try BorrowerRepository(work.connection)
        .members(bankID: bankID, groups: [request.group])
      guard !members.isEmpty else {
        throw CollectionError.groupUnknown(request.group, bank: work.bank.code)
      }
      return try CollectionRepository(work.connection)
        .loans(bankID: bankID, borrowers: members.map(\.borrower.id))
        .compactMap { loan in
          members.first { $0.borrower.id == loan.borrowerID }.map { (loan.number, $0) }
        }
    }

    private func split(_ debts: [(String, AmountsDue)]) throws -> [String: Money] {
      let split = DebtSplit(
        request.amount,
        over: debts.map { DebtDue(loanNumber: $0.0, amounts: $0.1.byDueDay) },
        named: request.named)
      var parts = split.parts
      if split.rest.isPositive {
        guard let loan = request.restTo else {
          throw CollectionError.moreThanDue(
            request.amount, due: request.amount - split.rest, group: request.group)
        }
        parts[loan, default: .zero] += split.rest
      }
      return parts
    }

    private func record(_ amount: Money, of loan: String, on day: Day) throws -> Repaid {
      guard amount.isPositive else { return Repaid() }
      let event = ServicingEvent.repaid(
        amount, inAdvance: nil, from: PaidBy.group.rawValue, party: nil)
      let part = RecordEvent.Recording(
        draft: event.draft, number: loan, on: day, key: "\(request.key)/\(loan)",
        canonical: request.canonical + "part=\(loan) \(amount.minorUnits)",
        acceptsDuplicate: request.acceptsDuplicate)
      _ = try work.earlier(key: part.key, request: part.canonical)
      return try RecordEvent.record(part, in: work).used
    }

    /// What was recorded under this key before, if the same request was made.
    ///
    /// - Throws: `OperationError.keyUsedForAnotherRequest` if another request was.
    private func earlierParts() throws -> GroupRepaymentReceipt? {
      _ = try work.earlier(key: request.key, request: request.canonical)
      let facts = try FactRepository(work.connection)
        .list(bankID: work.bank.id, partsOf: request.key)
      guard let first = facts.first else { return nil }
      if let other = facts.first(where: { !$0.request.hasPrefix(request.canonical) }) {
        throw OperationError.keyUsedForAnotherRequest(key: request.key, fact: other.number)
      }
      let day = first.effectiveOn
      let borrowers = BorrowerRepository(work.connection)
      var numbers = Set(try loansOfGroup().map(\.number))
      for id in facts.compactMap(\.loanID) {
        if let loan = try work.loans.load(bankID: work.bank.id, loanID: id) {
          numbers.insert(loan.number)
        }
      }
      var parts: [GroupRepaymentReceipt.Part] = []
      for number in numbers.sorted() {
        let (record, state) = try work.open(number, allowed: LoanStatus.allCases)
        let loan = try work.inArrears(record, borrowerID: state.borrowerID)
        let part = facts.first { $0.loanID == record.loanID }
        let before = loan.known(before: first.number)
        guard before.hasStarted(by: day),
          let borrower = try borrowers.load(bankID: work.bank.id, id: loan.borrowerID)
        else { continue }
        let due = try before.due(on: day)
        guard part != nil || due.total.isPositive else { continue }
        parts.append(
          GroupRepaymentReceipt.Part(
            loanNumber: record.number, borrower: borrower, due: due,
            amount: part?.amount ?? .zero,
            used: try part.map { try loan.known(before: $0.number + 1).used(by: $0) } ?? Repaid()))
      }
      return GroupRepaymentReceipt(isNew: false, effectiveOn: day, parts: parts)
    }
  }
}
