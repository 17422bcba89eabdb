import Posting
import Quantities
import Repositories
import Servicing

/// Who owes a loan and which branch it is with, as its facts tell one after the other.
struct LoanParties {
  private let evidence: LoanEvidence
  private let reversals: [Reversals.Pair]

  init(_ evidence: LoanEvidence) {
    self.evidence = evidence
    reversals = evidence.facts.compactMap { fact in
      guard case .reversed(let number) = fact.fact?.kind else { return nil }
      return (number: fact.number, undoes: number)
    }
  }

  /// From the facts before a number.
  func known(before number: Int64) -> (borrowerID: Int64, branchID: Int64) {
    if evidence.parties.isEmpty { return (evidence.loan.borrowerID, evidence.loan.branchID) }
    let undone = Reversals.undone(by: reversals, through: number - 1)
    let known = evidence.parties.filter { $0.number < number && undone[$0.number] == nil }
    return (
      known.last { $0.borrowerID != nil }?.borrowerID ?? evidence.loan.borrowerID,
      known.last { $0.branchID != nil }?.branchID ?? evidence.loan.branchID
    )
  }
}

extension LoanState {
  /// Takes over where an entry of a loan's books leaves it.
  ///
  /// - Throws: as `LoanBooks.Entry.foreseen`: what credit covers hangs on the rates to come.
  mutating func follow(
    _ entry: LoanBooks.Entry, of loan: LoanRecord, _ parties: LoanParties
  ) throws {
    let holdsCredit = entry.claim?.repaid.credit.isPositive == true
    if let claim = holdsCredit ? try entry.foreseen() : entry.claim {
      follow(claim, on: entry.bookedOn, of: loan)
    } else {
      unstart(loan)
    }
    if entry.run == nil { lastFactNumber = entry.number }
    (borrowerID, branchID) = parties.known(before: .max)
  }
}
