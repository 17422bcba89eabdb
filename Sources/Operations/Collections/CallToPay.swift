import Banks
package import Postgres
package import Quantities
package import Repositories
import Servicing

/// Those who stand in for a borrower are called to pay what is due.
package struct CallRequest: Hashable, Sendable {
  package enum Called: Hashable, Sendable {
    /// The other members of the borrower's joint-liability group, in equal shares.
    case group
    /// A borrower of the bank, by reference, for all of it.
    case guarantor(String)
  }

  package var loanNumber: String
  package var called: Called
  /// The day of the call; nil for the bank's business date.
  package var on: Day?
  package var text: String
  package var key: String

  package init(loanNumber: String, _ called: Called, on day: Day?, key: String) {
    self.loanNumber = loanNumber
    self.called = called
    self.on = day
    self.text = ""
    self.key = key
  }

  var canonical: String {
    let who =
      switch called {
      case .group: "group"
      case .guarantor(let reference): "guarantor:\(reference)"
      }
    return """
      call
      loan=\(loanNumber)
      called=\(who)
      on=\(on.map { "\($0)" } ?? "")
      text=\(text)
      """
  }
}

/// A call as recorded: who was asked for how much.
package struct CallReceipt: Hashable, Sendable {
  package struct Share: Hashable, Sendable {
    package let reference: String
    package let borrower: BorrowerRecord?
    package let amount: Money
  }

  package let isNew: Bool
  package let factNumber: Int64
  package let effectiveOn: Day
  /// All that was due; the shares sum to it.
  package let due: Money
  package let shares: [Share]
}

/// Joint liability: the members of a group, or a guarantor, are called to pay for a borrower.
///
/// Each of them may be asked for the whole; equal shares are what they owe one another. What they
/// bring is a repayment `from` the group or the guarantor, of the `party`.
///
/// Source: Civil Code (民法典) arts. 688 and 699.
package enum CallToPay {
  /// - Returns: the call; the same key again returns the same and adds nothing.
  /// - Throws: `OperationError`, `CollectionError.textLengthOutsideRange`, `.notInGroup`,
  ///   `.groupHasNoOthers`, `.guarantorIsBorrower`, `.nothingDue`, `ServicingError`,
  ///   `SchedulingError`, `PostgresError`.
  package static func run(
    _ request: CallRequest, bank: String, caller: Caller, on pool: ConnectionPool
  ) async throws -> CallReceipt {
    try await BankWork.perform(pool, bank: bank, caller: caller) { work in
      try work.require(.accountOfficer)
      if let fact = try work.earlier(key: request.key, request: request.canonical) {
        return try receipt(fact, isNew: false, work)
      }
      try NoteText.check(request.text, isOptional: true)
      let loan = try work.inArrears(request.loanNumber)
      let day = try work.effectiveDay(request.on)
      let (from, party, references) = try called(request, loan, work)
      let due = try loan.due(on: day).total
      guard due.isPositive else {
        throw CollectionError.nothingDue(loan: request.loanNumber, on: day)
      }
      let amounts = Apportionment.split(due, by: references.map { _ in 1 })
      let fact = try work.record(
        .noted, effectiveOn: day, key: request.key, request: request.canonical
      ) { fact in
        fact.loanID = loan.loan.loanID
        fact.amount = due
        fact.detail.from = from.rawValue
        fact.detail.party = party
        fact.detail.shares = zip(references, amounts).map { ShareDetail(party: $0, amount: $1) }
        if !request.text.isEmpty { fact.detail.text = request.text }
      }
      return try receipt(fact, isNew: true, work)
    }
  }

  /// Who is called: as what, under which reference, and each by reference.
  private static func called(
    _ request: CallRequest, _ loan: LoanInArrears, _ work: BankWork
  ) throws -> (from: PaidBy, party: String, references: [String]) {
    let borrowers = BorrowerRepository(work.connection)
    let bankID = work.bank.id
    let borrower = try borrowers.load(bankID: bankID, id: loan.borrowerID)
    switch request.called {
    case .guarantor(let reference):
      guard try borrowers.find(bankID: bankID, reference: reference) != nil else {
        throw OperationError.borrowerUnknown(reference, bank: work.bank.code)
      }
      guard reference != borrower?.reference else {
        throw CollectionError.guarantorIsBorrower(reference)
      }
      return (.guarantor, reference, [reference])
    case .group:
      guard let group = borrower?.groupReference else {
        throw CollectionError.notInGroup(loan: request.loanNumber)
      }
      let others = try borrowers.members(bankID: bankID, groups: [group])
        .map(\.reference).filter { $0 != borrower?.reference }.sorted()
      guard !others.isEmpty else { throw CollectionError.groupHasNoOthers(group: group) }
      return (.group, group, others)
    }
  }

  private static func receipt(
    _ fact: FactRecord, isNew: Bool, _ work: BankWork
  ) throws -> CallReceipt {
    let shares = fact.detail.shares ?? []
    let known = try BorrowerRepository(work.connection)
      .find(bankID: work.bank.id, references: shares.map(\.party), identityNumbers: [])
    return CallReceipt(
      isNew: isNew, factNumber: fact.number, effectiveOn: fact.effectiveOn,
      due: fact.amount ?? .zero,
      shares: shares.map { share in
        CallReceipt.Share(
          reference: share.party, borrower: known.first { $0.reference == share.party },
          amount: Money(minorUnits: share.amount))
      })
  }
}
