import Banks
import Classification
import LoanProducts
import Postgres
import Quantities
import Repositories
import Scheduling
import Servicing

/// Who owes one loan today: what its class has from that, at the end of a day.
struct DebtorToday {
  private let isRestructured: Bool
  private let day: Day
  /// Nil of a retail debtor.
  private let policy: ClassPolicy?
  private let others: [DebtorLoan]

  /// - Parameters:
  ///   - loan: whose class is asked for.
  ///   - borrowerID: who owes it now.
  ///   - day: at whose end, from what is known today.
  ///   - connection: in a transaction that sees one state of the database.
  /// - Throws: `PostgresError`; another loan that can't be replayed is left out.
  init(_ loan: LoanRecord, owedBy borrowerID: Int64, on day: Day, _ connection: Connection) throws {
    isRestructured = loan.isRestructured
    self.day = day
    let borrower = try BorrowerRepository(connection).load(bankID: loan.bankID, id: borrowerID)
    guard borrower?.borrower.kind.isNatural == false else {
      policy = nil
      others = []
      return
    }
    let policy = try CatalogRepository(connection).smallEnterpriseMatrix().policy(on: day)
    self.policy = policy
    // Of a past day: a loan that is settled now may have been owed then.
    let owed = try DebtorRepository(connection)
      .loansOwed(bankID: loan.bankID, by: [borrowerID], LoanStatus.running + [.settled])
    let ids = owed.values.joined().filter { $0 != loan.loanID }
    guard !ids.isEmpty else {
      others = []
      return
    }
    let market = try ProductRepository(connection).market()
    others = try AccrualRepository(connection).candidates(bankID: loan.bankID, loanIDs: ids)
      .compactMap { other in
        other.judged(on: day, market: market, DebtorGrounds(by: policy)).map {
          DebtorLoan($0.claim, judgedBy: $0.grounds)
        }
      }
  }

  /// What the loan's class has from it: from the other loans nothing where it is non-performing by
  /// itself.
  ///
  /// - Parameters:
  ///   - claim: the loan's.
  ///   - leavingOutRating: whether the loan is judged as if no officer had rated it.
  /// - Returns: what it has.
  func grounds(_ claim: Claim, leavingOutRating: Bool = false) -> DebtorGrounds {
    guard let policy else { return .retail }
    let alone = DebtorGrounds(by: policy)
    var grounds = ClassGrounds(claim, on: day, isRestructured: isRestructured, alone)
    if leavingOutRating { grounds.rating = .normal }
    let own = DebtorLoan(claim, judgedBy: grounds)
    guard !own.riskClass.isNonPerforming else { return alone }
    return DebtorGrounds(by: policy, floor: CrossDefault.floor(of: others + [own]))
  }
}

extension AccrualCandidate {
  /// What a loan's class goes by on a day, from what is known today.
  ///
  /// - Parameters:
  ///   - day: to whose end days are counted.
  ///   - known: the day at whose end the claim is taken; `day` unless told. What began between the
  ///     two is left out.
  ///   - market: the published rates.
  ///   - debtor: what it has from who owes it.
  /// - Returns: nil of a loan that can't be replayed, or of which nothing is on the books.
  func judged(
    on day: Day, known: Day? = nil, market: MarketRates, _ debtor: DebtorGrounds
  ) -> (claim: Claim, grounds: ClassGrounds)? {
    guard let contract = try? LoanContract(loan.terms, market: market, facts: facts),
      let claim = try? contract.claim(of: facts, through: known ?? day), !claim.isSettled,
      !claim.isWrittenOff
    else { return nil }
    var grounds = ClassGrounds(claim, on: day, isRestructured: loan.isRestructured, debtor)
    if let since = claim.nonPerformingSince, day < since { grounds.isOnProbation = false }
    if let on = claim.restructuredOn, day < on {
      grounds.isRestructured = loan.isRestructured
      grounds.isObservedAsNonPerforming = false
    }
    return (claim, grounds)
  }
}
