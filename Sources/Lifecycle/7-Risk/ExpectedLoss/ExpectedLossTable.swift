import Quantities

/// What loans owe and what is expected to be lost of it, by bank, line and reason of the stage.
///
/// Units: minor units. Each loan adds its rounded amounts, so every cut adds up to the whole.
package struct ExpectedLossTable: Hashable, Sendable {
  /// What the loans of a sum have in common.
  package struct Cell: Hashable, Sendable {
    package let bankID: Int64
    package let line: String
    package let reason: StageReason

    package init(bankID: Int64, line: String, reason: StageReason) {
      self.bankID = bankID
      self.line = line
      self.reason = reason
    }
  }

  /// Loans added up.
  package struct Sum: Hashable, Sendable {
    package private(set) var loans = 0
    package private(set) var exposure: Int128 = 0
    /// The mean of the scenarios by their weights.
    package private(set) var loss: Int128 = 0
    /// In the order of the scenarios; empty without loans, and of loans with different numbers of
    /// them.
    package private(set) var byScenario: [Int128] = []

    package init() {}

    init(_ loan: LoanLoss) {
      loans = 1
      exposure = Int128(loan.exposure.minorUnits)
      loss = Int128(loan.loss.minorUnits)
      byScenario = loan.byScenario.map { Int128($0.minorUnits) }
    }

    package static func + (left: Sum, right: Sum) -> Sum {
      if left.loans == 0 { return right }
      if right.loans == 0 { return left }
      var sum = left
      sum.loans += right.loans
      sum.exposure += right.exposure
      sum.loss += right.loss
      let isAlike = left.byScenario.count == right.byScenario.count
      sum.byScenario = isAlike ? zip(left.byScenario, right.byScenario).map(+) : []
      return sum
    }
  }

  package private(set) var cells: [Cell: Sum] = [:]

  package init() {}

  /// Adds a loan of a bank and a line.
  package mutating func add(_ loan: LoanLoss, bankID: Int64, line: String) {
    let cell = Cell(bankID: bankID, line: line, reason: loan.reason)
    cells[cell] = (cells[cell] ?? Sum()) + Sum(loan)
  }

  /// The sum of the cells that are asked for.
  package func sum(_ isAsked: (Cell) -> Bool = { _ in true }) -> Sum {
    cells.reduce(Sum()) { isAsked($1.key) ? $0 + $1.value : $0 }
  }

  package static func + (left: ExpectedLossTable, right: ExpectedLossTable) -> ExpectedLossTable {
    var table = left
    table.cells.merge(right.cells, uniquingKeysWith: +)
    return table
  }
}
