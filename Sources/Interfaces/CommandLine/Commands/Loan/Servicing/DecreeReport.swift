import Banks
import Interchange
import Operations
import Quantities
import Scheduling

/// What a decree did: of one loan in full, of many by loan.
struct DecreeReport {
  private let decree: Decree
  private let bank: Bank
  private let isPreview: Bool

  init(_ decree: Decree, _ bank: Bank, isPreview: Bool) {
    self.decree = decree
    self.bank = bank
    self.isPreview = isPreview
  }

  /// Carries the decree out, or tries it, and prints what came of it.
  ///
  /// - Throws: what refuses the one loan; `Failure` with `servicing.loans_refused` after the report
  ///   if one of many is refused.
  func run(_ session: Session, _ output: FormatOption) async throws {
    if let number = decree.loans.number {
      let change = ChangeRequest(
        request: decree.request(for: number, key: decree.key), isPreview: isPreview)
      try output.print(try await change.run(session, bank))
      return
    }
    let loans = try await CarryOutDecree.run(
      decree, mode: isPreview ? .preview : .record, bank: bank.code, caller: session.caller,
      on: session.pool)
    try output.print(listing(loans))
    let refused = loans.count { $0.refusal != nil && $0.isMeant }
    guard refused == 0 else {
      throw Failure(
        .refused, code: "servicing.loans_refused",
        .loansRefused(refused, changed: loans.count { $0.outcome != nil }))
    }
  }

  private func listing(_ loans: [DecreedLoan]) -> Listing {
    var listing = Listing([
      .init("loan_number", say(.loanNumber)), .init("effective_on", say(.effectiveOn)),
      .init("fact", say(.fact), .right), .init("new", say(.isNew)),
      .init("next_due_on", say(.changeNextDue)), .init("matures_before", say(.maturesBefore)),
      .init("matures_after", say(.maturesAfter)), .init("refused", say(.refusedWith)),
      .init("reason", say(.refusedBecause)),
    ])
    listing.rows = loans.map { loan in
      let outcome = loan.outcome
      let failure = loan.refusal.map { Failure($0, currency: bank.currency) }
      let isKept = !isPreview && outcome != nil
      return [
        .text(loan.loanNumber), outcome.map { .day($0.effectiveOn) } ?? .none,
        isKept ? outcome.map { .integer(Int($0.factNumber)) } ?? .none : .none,
        outcome.map { .flag($0.isNew, shown: say(.yesNo($0.isNew))) } ?? .none,
        outcome?.after?.payments.first.map { .day($0.dueOn) } ?? .none,
        outcome?.before.map { .day($0.maturesOn) } ?? .none,
        outcome?.after.map { .day($0.maturesOn) } ?? .none,
        failure.map { .text($0.code) } ?? .none, failure.map { .text(say($0.phrase)) } ?? .none,
      ]
    }
    return listing
  }
}
