import Classification
import LoanProducts
import Postgres
import Posting
import Quantities
import Repositories
import Servicing

/// What the loans of a bank's debtors have from who owes them, at the ends of months that were run:
/// from the facts that each run knew.
///
/// Why:    a loan's replay needs no row but its own, but for the class of a debtor with several;
///         those few are replayed once, before the loans are gone through.
/// Bounds: memory by the enterprises and cooperatives of the bank, and the loans of those with
///         several.
struct DebtorClasses: Sendable {
  /// A run whose month's end is asked for.
  struct Run: Sendable {
    let factNumber: Int64
    let month: Month
    /// Nil of one that judged no debtors.
    let classes: ClassPolicy?
  }

  /// Who is no retail customer.
  private let nonRetail: Set<Int64>
  private var policies: [Int64: ClassPolicy] = [:]
  /// By the run's fact, then by the debtor; normal where it is in neither.
  private var floors: [Int64: [Int64: RiskClass]] = [:]

  /// - Throws: `PostgresError`; a loan that can't be replayed is left to who goes through all.
  init(
    _ connection: Connection, bankID: Int64, market: MarketRates, runs: [Run]
  ) throws {
    let runs = runs.filter { $0.classes != nil }.sorted { $0.factNumber < $1.factNumber }
    nonRetail =
      runs.isEmpty ? [] : try DebtorRepository(connection).nonRetail(bankID: bankID)
    guard !nonRetail.isEmpty else { return }
    for run in runs { policies[run.factNumber] = run.classes }
    var owed: [Int64: [Int64: [DebtorLoan]]] = [:]
    for evidence in try EvidenceRepository(connection).historiesOfDebtors(bankID: bankID) {
      do {
        try add(evidence, market, runs, to: &owed)
      } catch let error as PostgresError {
        throw error
      } catch is any Explained {
        continue
      }
    }
    for (number, debtors) in owed {
      floors[number] = debtors.mapValues(CrossDefault.floor).filter { $0.value > .normal }
    }
  }

  private func add(
    _ evidence: LoanEvidence, _ market: MarketRates, _ runs: [Run],
    to owed: inout [Int64: [Int64: [DebtorLoan]]]
  ) throws {
    let parties = LoanParties(evidence)
    try LoanBooks.each(
      evidence.loan.terms, market: market, facts: evidence.facts,
      runs: runs.map { BookedRun(number: $0.factNumber, month: $0.month) }
    ) { entry in
      guard let place = entry.run, let claim = entry.claim, !claim.isSettled, !claim.isWrittenOff
      else { return }
      let run = runs[place]
      let debtor = parties.known(before: run.factNumber).borrowerID
      guard nonRetail.contains(debtor), let policy = run.classes else { return }
      let loan = DebtorLoan(
        claim,
        judgedBy: ClassGrounds(
          claim, on: run.month.lastDay, isRestructured: evidence.loan.isRestructured,
          DebtorGrounds(by: policy)))
      owed[run.factNumber, default: [:]][debtor, default: []].append(loan)
    }
  }

  /// What a loan has from who owes it at the end of a run's month.
  func grounds(of borrowerID: Int64, atRun factNumber: Int64) -> DebtorGrounds {
    guard nonRetail.contains(borrowerID), let policy = policies[factNumber] else { return .retail }
    return DebtorGrounds(by: policy, floor: floors[factNumber]?[borrowerID] ?? .normal)
  }
}

extension DebtorLoan {
  init(_ claim: Claim, judgedBy grounds: ClassGrounds) {
    self.init(ClassificationRule.riskClass(grounds), principal: claim.principalLeft)
  }
}
