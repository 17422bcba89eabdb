import Banks
package import LoanProducts
import Postgres
package import Quantities

/// The orders in which loans are listed.
package enum LoanOrder: String, Hashable, Sendable, CaseIterable {
  /// By loan number.
  case number
  /// By day of disbursement, then number.
  case disbursed
  /// By day of maturity, then number.
  case matures
  /// The largest outstanding first, then the latest number.
  case outstanding
  /// The longest overdue first, then by number.
  case overdue
}

/// A loan's place in an order: a page starts after one, whatever has been added before it since.
package struct LoanPlace: Hashable, Sendable, Comparable {
  package let order: LoanOrder
  /// A day's number or minor units, as the order says; 0 in the order of numbers.
  package let value: Int64
  package let number: String

  package init(order: LoanOrder, value: Int64, number: String) {
    self.order = order
    self.value = value
    self.number = number
  }

  /// Whether the left place comes first; both are of the same order.
  package static func < (left: LoanPlace, right: LoanPlace) -> Bool {
    let (first, second) = left.order == .outstanding ? (right, left) : (left, right)
    return (first.value, first.number) < (second.value, second.number)
  }
}

/// Days in `[from, until)`; an end that is nil is open.
package struct DaySpan: Hashable, Sendable {
  package var from: Day?
  package var until: Day?

  package init(from: Day? = nil, until: Day? = nil) {
    self.from = from
    self.until = until
  }
}

/// Loans that alone are listed, or that are left out.
package enum ChosenLoans: Hashable, Sendable {
  case only([Int64])
  case without([Int64])

  var loanIDs: [Int64] {
    switch self {
    case .only(let ids), .without(let ids): ids
    }
  }

  var isOnly: Bool {
    if case .only = self { return true }
    return false
  }
}

/// Which loans of a bank are listed: what is nil narrows nothing.
package struct LoanFilter: Hashable, Sendable {
  package let bankID: Int64
  package var branchID: Int64?
  package var officerID: Int64?
  package var line: ProductLine?
  package var status: LoanStatus?
  package var borrowerID: Int64?
  package var isRestructured: Bool?
  /// Whether a retail customer owes it: no enterprise or cooperative.
  package var isRetail: Bool?
  /// The oldest unpaid due day.
  package var unpaid = DaySpan()
  package var starts = DaySpan()
  package var matures = DaySpan()
  package var chosen: ChosenLoans?

  package init(bankID: Int64) { self.bankID = bankID }

  /// In the order of the statements: `$1` to `$16`.
  var parameters: [(any PostgresEncodable)?] {
    [
      bankID, branchID, officerID, line?.rawValue, status?.rawValue, borrowerID, isRestructured,
      unpaid.from, unpaid.until, starts.from, starts.until, matures.from, matures.until,
      isRetail.map { isRetail in
        BorrowerKind.allCases.filter { $0.isNatural == isRetail }.map(\.rawValue)
      }, chosen?.loanIDs, chosen?.isOnly,
    ]
  }
}

/// What a list shows of a loan.
package struct LoanEntry: Hashable, Sendable {
  package let loanID: Int64
  package let number: String
  package let branchID: Int64
  package let officerID: Int64
  package let borrowerID: Int64
  package let line: ProductLine
  package let status: LoanStatus
  package let isRestructured: Bool
  /// The day of the disbursement; planned until it happens.
  package let startsOn: Day
  package let maturesOn: Day
  package let principal: Money
  package let outstanding: Money
  package let oldestUnpaidDueOn: Day
  /// See `Claim.isClassedByFacts`.
  package let isClassedByFacts: Bool

  init(_ row: Row) throws(PostgresError) {
    loanID = try row.get("loan_id")
    number = try row.get("loan_number")
    branchID = try row.get("branch_id")
    officerID = try row.get("officer_id")
    borrowerID = try row.get("borrower_id")
    line = try row.value("line")
    status = try row.value("status")
    isRestructured = try row.get("is_restructured")
    startsOn = try row.get("starts_on")
    maturesOn = try row.get("matures_on")
    principal = try row.get("principal")
    outstanding = try row.get("outstanding")
    oldestUnpaidDueOn = try row.get("oldest_unpaid_due_on")
    isClassedByFacts = try row.get("class_by_facts")
  }

  /// The days from the oldest unpaid due day to another; 0 before it.
  package func overdueDays(on day: Day) -> Int { max(0, day - oldestUnpaidDueOn) }

  package func place(in order: LoanOrder) -> LoanPlace {
    let value: Int64 =
      switch order {
      case .number: 0
      case .disbursed: Int64(startsOn.number)
      case .matures: Int64(maturesOn.number)
      case .outstanding: outstanding.minorUnits
      case .overdue: Int64(oldestUnpaidDueOn.number)
      }
    return LoanPlace(order: order, value: value, number: number)
  }
}

/// Number and sums of the loans a filter leaves, in minor units.
package struct LoanTotals: Hashable, Sendable {
  package var loans = 0
  package var principal: Int128 = 0
  package var outstanding: Int128 = 0

  package init() {}
}
