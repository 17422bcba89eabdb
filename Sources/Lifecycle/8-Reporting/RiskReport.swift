package import Quantities
package import Risk

/// The portfolio risk report of a month: one set of figures for the whole, and for each cut of it.
///
/// Built by adding positions in any order; `finish` counts the borrowers.
package struct RiskReport: Sendable {
  /// A line of a cut: a bank, a branch of a bank, a line of loans.
  package struct Key: Hashable, Comparable, Sendable {
    package let bankID: Int64?
    package let branchID: Int64?
    package let line: String?

    package init(bankID: Int64? = nil, branchID: Int64? = nil, line: String? = nil) {
      self.bankID = bankID
      self.branchID = branchID
      self.line = line
    }

    package static func < (left: Key, right: Key) -> Bool {
      (left.bankID ?? 0, left.branchID ?? 0, left.line ?? "")
        < (right.bankID ?? 0, right.branchID ?? 0, right.line ?? "")
    }
  }

  private struct Borrower: Hashable {
    let bankID: Int64
    let borrowerID: Int64
  }

  package let month: Month
  package let currency: Currency
  private var cuts: [Key: PortfolioFigures] = [:]
  private var borrowers: [Key: Set<Borrower>] = [:]

  package init(month: Month, currency: Currency) {
    self.month = month
    self.currency = currency
  }

  /// Adds one loan to the whole, to its bank, its branch and its line.
  package mutating func add(_ position: LoanPosition) {
    let keys = [
      Key(), Key(bankID: position.bankID),
      Key(bankID: position.bankID, branchID: position.branchID), Key(line: position.line),
    ]
    let borrower = Borrower(bankID: position.bankID, borrowerID: position.borrowerID)
    for key in keys {
      cuts[key, default: PortfolioFigures()].add(position)
      if position.principal.isPositive { borrowers[key, default: []].insert(borrower) }
    }
  }

  /// The figures of a cut; those of the whole for a key that names nothing.
  package func figures(_ key: Key = Key()) -> PortfolioFigures {
    var figures = cuts[key] ?? PortfolioFigures()
    figures.borrowers = borrowers[key]?.count ?? 0
    return figures
  }

  package var byBank: [(key: Key, figures: PortfolioFigures)] {
    list { $0.bankID != nil && $0.branchID == nil }
  }
  package var byBranch: [(key: Key, figures: PortfolioFigures)] { list { $0.branchID != nil } }
  package var byLine: [(key: Key, figures: PortfolioFigures)] { list { $0.line != nil } }

  private func list(_ isIncluded: (Key) -> Bool) -> [(key: Key, figures: PortfolioFigures)] {
    cuts.keys.filter(isIncluded).sorted().map { ($0, figures($0)) }
  }
}
