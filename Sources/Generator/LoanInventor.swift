import LoanProducts
import Origination
import Quantities
import Scheduling
import Servicing

/// Makes the loans of one bank, each by itself.
package struct LoanInventor: Sendable {
  package let plan: BookPlan
  package let rules: LendingRules
  package let bank: LendingBank

  package init(_ plan: BookPlan, _ rules: LendingRules, bank: LendingBank) {
    self.plan = plan
    self.rules = rules
    self.bank = bank
  }

  /// The loan at a place of the bank, from 0: the same whenever and wherever it is asked for.
  ///
  /// - Parameters:
  ///   - place: of the loan.
  ///   - events: its events, where they are known from an earlier time.
  /// - Returns: the loan, as signed, and its events.
  /// - Throws: `OriginationError` if no product takes an application in the months of the plan,
  ///   `SchedulingError`, `ServicingError`.
  package func loan(
    at place: Int, events: [InventedEvent]? = nil
  ) throws -> InventedLoan {
    let desk = RequestDesk(plan: plan, rules: rules, bank: bank)
    let found = try desk.request(at: place)
    let application = found.request.application
    var terms = found.terms
    let payers = rules.payers(&terms, line: application.line, division: bank.divisionCode)
    let contract = try LoanContract(terms, market: rules.market)
    let schedule = try RepaymentSchedule(contract)
    let lived = try events ?? self.events(contract, schedule, application, at: place)
    return InventedLoan(
      place: place, application: application, borrowerPlace: found.request.borrowerPlace,
      terms: terms, productVersion: found.product.version, payers: payers, contract: contract,
      schedule: schedule, events: lived)
  }

  private func events(
    _ contract: LoanContract, _ schedule: RepaymentSchedule, _ application: LoanApplication,
    at place: Int
  ) throws -> [InventedEvent] {
    var conduct = BorrowerConduct(
      contract, schedule, line: application.line, in: self,
      random: SeededRandom(seed: plan.seed, UInt64(bank.id), UInt64(place), 4))
    try conduct.live()
    return conduct.recorded
  }
}
