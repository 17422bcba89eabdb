import Accrual
import Classification
import Posting
import Quantities
import Repositories
import Risk

extension Money {
  /// With two decimals, as most currencies have; a difference stands out with any number of them.
  var plain: String { FixedPoint.text(Int128(minorUnits), decimals: 2, grouped: false) }
}

extension StoredTransfer {
  /// What it was booked by.
  var place: String { isOfRun ? "run \(number)" : "fact \(number)" }

  /// Kind and payer.
  var name: String { "\(kind) \(payer)" }

  /// As `2026-03-31 113201→601101 12.50`.
  var text: String { "\(bookedOn)/\(valueOn) \(debit)→\(credit) \(amount.plain)" }

  /// Facts, then runs, each by number.
  func isBefore(_ other: StoredTransfer) -> Bool {
    if isOfRun != other.isOfRun { return !isOfRun }
    return (number, kind, payer) < (other.number, other.kind, other.payer)
  }

  func isSameRow(as other: StoredTransfer) -> Bool {
    isOfRun == other.isOfRun && (number, kind, payer) == (other.number, other.kind, other.payer)
  }
}

extension StoredPosition {
  /// What of it can differ, by name.
  var parts: [(String, String)] {
    let claim = [
      ("branch", "\(position.branchID)"), ("borrower", "\(position.borrowerID)"),
      ("line", position.line), ("principal", position.principal.plain),
      ("principal due", position.principalDue.plain), ("interest due", position.interestDue.plain),
      ("running interest", position.interestRunning.plain),
      ("penalty due", position.penaltyDue.plain), ("credit", position.credit.plain),
      ("principal overdue days", "\(position.principalOverdueDays)"),
      ("interest overdue days", "\(position.interestOverdueDays)"),
      ("restructured", "\(position.isRestructured)"),
      ("on the books", position.bookPrincipal.plain),
      ("non-accrual", "\(position.isNonAccrual)"),
    ]
    let risk = [
      ("class", position.riskClass.rawValue),
      ("general provision", position.generalProvision.plain),
      ("special provision", position.specialProvision.plain),
      ("posted to the borrower", posted.interest.borrower.plain),
      ("posted to finance", posted.interest.finance.plain),
      ("posted to programmes", posted.interest.programme.plain),
      ("posted penalty", posted.penalty.plain), ("posted compound", posted.compound.plain),
      ("posted suspended", posted.suspended.plain),
    ]
    return claim + risk
  }
}

extension LoanState {
  /// What of it facts and runs bring about, by name.
  var parts: [(String, String)] {
    [
      ("status", status.rawValue), ("start", "\(startsOn)"), ("maturity", "\(maturesOn)"),
      ("outstanding", outstanding.plain), ("on the books", bookPrincipal.plain),
      ("non-accrual", "\(isNonAccrual)"), ("restructured", "\(isRestructured)"),
      ("oldest unpaid due day", "\(oldestUnpaidDueOn)"), ("moved", "\(moved.stored)"),
      ("last fact", "\(lastFactNumber)"), ("borrower", "\(borrowerID)"),
      ("branch", "\(branchID)"),
    ]
  }
}
