import Banks
import LoanProducts
import Postgres
package import Quantities
import Repositories
import Scheduling
import Servicing

/// Whose loans a round looks at; what is nil narrows nothing.
package struct RoundScope: Hashable, Sendable {
  /// The day of the round; nil for the bank's business date.
  package var on: Day?
  /// The officer's code.
  package var officer: String?
  /// The branch's code.
  package var branch: String?
  /// The village where the borrower lives, or the first two to six digits of the division.
  package var village: String?

  package init(on day: Day? = nil) { on = day }
}

/// The loans of a bank that something may be owed on, read in batches, with the names of what they
/// belong to.
struct CollectionScan {
  let bank: Bank
  let day: Day
  let businessDate: Day
  private let connection: Connection
  private let filter: CollectionFilter
  private let market: MarketRates
  private let branches: [Int64: String]
  private let officers: [Int64: String]

  private static let batchSize = 500

  init(_ scope: RoundScope, bank code: String, _ connection: Connection) throws {
    self.connection = connection
    let banks = BankRepository(connection)
    bank = try banks.loadBank(code: code)
    businessDate = try banks.loadHead(of: bank).businessDate
    day = scope.on ?? businessDate
    let allowed = businessDate...(businessDate + BankWork.daysAhead)
    guard allowed.contains(day) else {
      throw CollectionError.roundDayOutsideRange(day, allowed: allowed)
    }
    var filter = CollectionFilter(bankID: bank.id)
    let branches = try banks.listBranches(bankID: bank.id)
    if let code = scope.branch {
      guard let branch = branches.first(where: { $0.code == code }) else {
        throw OperationError.branchUnknown(code, known: branches.map(\.code))
      }
      filter.branchID = branch.id
    }
    let officers = try banks.listOfficers(bankID: bank.id)
    if let code = scope.officer {
      guard let officer = officers.first(where: { $0.code == code }) else {
        throw OperationError.officerUnknown(code, bank: bank.code)
      }
      filter.officerID = officer.officer.id
    }
    if let place = scope.village {
      if place.utf8.allSatisfy({ (48...57).contains($0) }) {
        guard (2...6).contains(place.utf8.count) else {
          throw CollectionError.divisionMalformed(place)
        }
        filter.division = place
      } else {
        let villages = try BorrowerRepository(connection).villages(bankID: bank.id)
        guard villages.contains(place) else {
          throw CollectionError.villageUnknown(place, known: villages)
        }
        filter.village = place
      }
    }
    self.filter = filter
    self.branches = Dictionary(uniqueKeysWithValues: branches.map { ($0.id, $0.code) })
    self.officers = Dictionary(uniqueKeysWithValues: officers.map { ($0.officer.id, $0.code) })
    market = try ProductRepository(connection).market()
  }

  /// Calls `body` with each loan, in the order of loan ids.
  func each(_ body: (Found) throws -> Void) throws {
    let collections = CollectionRepository(connection)
    var last: Int64 = 0
    while true {
      let batch = try collections.loans(filter, after: last, count: Self.batchSize)
      let borrowers = try BorrowerRepository(connection)
        .list(bankID: bank.id, ids: Set(batch.map(\.borrowerID)).sorted())
      for found in batch {
        guard let borrower = borrowers[found.borrowerID] else { continue }
        let loan = LoanInArrears(
          loan: found.loan, borrowerID: found.borrowerID,
          contract: try LoanContract(
            found.loan.terms, market: market, facts: found.facts.loanFacts),
          facts: found.facts)
        try body(
          Found(
            loan: loan, status: found.status, borrower: borrower,
            branch: branches[found.branchID] ?? "", officer: officers[found.officerID] ?? ""))
      }
      guard batch.count == Self.batchSize, let end = batch.last else { return }
      last = end.loan.loanID
    }
  }

  /// A loan with the codes of its branch and officer.
  struct Found {
    let loan: LoanInArrears
    let status: LoanStatus
    let borrower: BorrowerRecord
    let branch: String
    let officer: String
  }
}
