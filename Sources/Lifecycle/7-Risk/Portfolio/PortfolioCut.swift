package import Quantities

/// By what a portfolio is cut; each loan with a position is in one member of each.
///
/// A member's text is a code of the catalog where there is one, and stands in reports and files.
package enum PortfolioCut: String, Hashable, Sendable, CaseIterable {
  /// All loans; its one member is the empty text.
  case whole
  /// The branch the loan is at.
  case branch
  case line
  /// Line and version of the product: `microcredit/2`.
  case product
  /// The officer who granted it.
  case officer
  /// The division the borrower lives in, of county level.
  case division
  /// The village the borrower lives in, as the bank writes it; the empty text where none is known.
  case village
  /// What the money is for, as it was applied for: a crop, an animal, a trade.
  case purpose
  /// The product's category of borrowers.
  case category
  /// Person, household, enterprise, cooperative or student.
  case borrower
  case sex
  /// `first` for the borrower's first loan that was paid out, else `again`.
  case first
  /// The quarter of the disbursement: `2025Q3`.
  case cohort
  /// The principal granted, see `SizeBand`.
  case size

  /// Those that a loan keeps for good.
  package static let ofLoans: [PortfolioCut] = [
    .line, .product, .officer, .purpose, .category, .size,
  ]
  /// Those that go with the borrower who owes it at the time.
  package static let ofBorrowers: [PortfolioCut] = [.division, .village, .borrower, .sex]
  /// Those whose members are a bank's own: one name in two banks is two members.
  package static let ofBanks: [PortfolioCut] = [.branch, .officer, .village]
}

/// A band of principal granted, in ten thousand yuan (万元), or of other major units.
package enum SizeBand: String, Hashable, Sendable, CaseIterable {
  case upTo5 = "0-5"
  case upTo10 = "5-10"
  case upTo50 = "10-50"
  case upTo100 = "50-100"
  case over100 = "100+"

  /// - Parameters:
  ///   - principal: granted; exactly 50,000 is in the first band.
  ///   - currency: whose decimals count.
  package init(_ principal: Money, _ currency: Currency) {
    let unit = 10_000 * currency.minorUnitsPerMajor
    switch principal.minorUnits {
    case ...(5 * unit): self = .upTo5
    case ...(10 * unit): self = .upTo10
    case ...(50 * unit): self = .upTo50
    case ...(100 * unit): self = .upTo100
    default: self = .over100
    }
  }
}

/// A band of days overdue, named by its first day: the finest that all reports can be counted from.
package enum DaysBand: Int32, Hashable, Sendable, CaseIterable {
  case none = 0
  case from1 = 1
  case from2 = 2
  case from31 = 31
  case from61 = 61
  case from91 = 91
  case from181 = 181
  case from271 = 271
  case from361 = 361

  package init(overdueDays: Int) {
    switch overdueDays {
    case ...0: self = .none
    case 1: self = .from1
    case ...30: self = .from2
    case ...60: self = .from31
    case ...90: self = .from61
    case ...180: self = .from91
    case ...270: self = .from181
    case ...360: self = .from271
    default: self = .from361
    }
  }

  /// Its number among all bands.
  package var place: Int {
    switch self {
    case .none: 0
    case .from1: 1
    case .from2: 2
    case .from31: 3
    case .from61: 4
    case .from91: 5
    case .from181: 6
    case .from271: 7
    case .from361: 8
    }
  }

  /// Whether its loans are more than so many days overdue; days are a limit between two bands.
  package func isBeyond(_ days: Int) -> Bool { Int(rawValue) > days }
}

/// Where a loan stands on the scale of days overdue, with where it came from and went to.
package enum DueState: String, Hashable, Sendable, CaseIterable {
  /// Not yet paid out.
  case new = "new"
  case current = "0"
  case from1 = "1-30"
  case from31 = "31-60"
  case from61 = "61-90"
  case from91 = "91-180"
  case from181 = "181-360"
  case from361 = "361+"
  /// Repaid, in the month of its signed end or later; over twelve months whenever it was.
  case settled = "settled"
  /// Repaid in a month before that of its signed end; over twelve months that is not told apart
  /// from `settled`.
  case prepaid = "prepaid"
  case writtenOff = "written-off"

  package init(overdueDays: Int) {
    switch DaysBand(overdueDays: overdueDays) {
    case .none: self = .current
    case .from1, .from2: self = .from1
    case .from31: self = .from31
    case .from61: self = .from61
    case .from91: self = .from91
    case .from181, .from271: self = .from181
    case .from361: self = .from361
    }
  }

  /// On the books, and not more than 90 days overdue.
  package var isPerforming: Bool {
    [.current, .from1, .from31, .from61].contains(self)
  }

  /// More than 90 days overdue, or written off.
  package var isDefault: Bool {
    [.from91, .from181, .from361, .writtenOff].contains(self)
  }

  /// Those with a position, best first.
  package static let onBooks: [DueState] = [
    .current, .from1, .from31, .from61, .from91, .from181, .from361,
  ]
  /// Those of loans whose position has gone.
  package static let ends: [DueState] = [.settled, .prepaid, .writtenOff]
}
