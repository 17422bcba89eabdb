import Classification
import LoanProducts
import Quantities
package import Risk

extension RiskReport {
  /// How loans went over some months up to the report's own, one month at a time, or twelve.
  ///
  /// - Parameters:
  ///   - scale: days overdue, or classes.
  ///   - monthsBefore: 1 or 12.
  ///   - count: how many months are added up; of steps of twelve months one is usual.
  ///   - line: of one line; nil for all.
  /// - Returns: loans and principal from each state to each other.
  package func transitions(
    _ scale: PortfolioMonth.Move.Scale, monthsBefore: Int, over count: Int, line: String? = nil
  ) -> TransitionMatrix {
    let states: [String]
    switch scale {
    case .days: states = DueState.onBooks.map(\.rawValue)
    case .classes: states = RiskClass.allCases.map(\.rawValue)
    }
    var matrix = TransitionMatrix(states: states)
    for back in 0..<count {
      for bank in months[month + -back] ?? [] {
        for (move, tally) in bank.moves
        where move.scale == scale && move.monthsBefore == monthsBefore {
          if let line, line != move.line { continue }
          matrix.add(move, tally)
        }
      }
    }
    return matrix
  }

  /// The quarters of disbursement, by quarter.
  package func vintages() -> [VintageCurve] {
    var curves: [Month: VintageCurve] = [:]
    for (month, banks) in months {
      for bank in banks {
        for (cohort, vintage) in bank.vintages {
          var curve =
            curves[cohort.quarter] ?? VintageCurve(quarter: cohort.quarter, through: self.month)
          curve.add(vintage, monthsOnBook: cohort.monthsOnBook, isLast: month == self.month)
          curves[cohort.quarter] = curve
        }
      }
    }
    return curves.values.filter { $0.granted > 0 }.sorted { $0.quarter < $1.quarter }
  }

  /// The largest debtors of all banks, the largest first.
  package func largest(
    _ kind: PortfolioMonth.Debtor.Kind, count: Int, bankID: Int64? = nil
  ) -> [(bankID: Int64, debtor: PortfolioMonth.Debtor)] {
    var all: [(bankID: Int64, debtor: PortfolioMonth.Debtor)] = []
    for bank in months[month] ?? [] where bankID == nil || bank.bankID == bankID {
      all += bank.largest.filter { $0.kind == kind }.map { (bank.bankID, $0) }
    }
    all.sort {
      ($1.debtor.principal, $0.bankID, $0.debtor.reference)
        < ($0.debtor.principal, $1.bankID, $1.debtor.reference)
    }
    return Array(all.prefix(count))
  }

  /// The Herfindahl index of a cut: the sum of the squares of its members' shares, 0 to 10,000.
  ///
  /// Source: O. C. Herfindahl, 1950; in points, as competition authorities write it.
  /// Rounds: half up, once; nil if nothing is outstanding.
  /// Bounds: exact up to 2^56 minor units, 720 trillion yuan; beyond, of amounts halved until they
  ///         are there, so that the squares keep within 128 bits.
  package func herfindahl(_ cut: PortfolioCut) -> Int128? {
    let whole = figures().outstanding.principal
    guard whole > 0 else { return nil }
    var halvings = 0
    while whole >> halvings > 1 << 56 { halvings += 1 }
    let squares = members(of: cut).reduce(Int128(0)) { sum, member in
      let amount = member.figures.outstanding.principal >> halvings
      return sum + amount * amount
    }
    return Rounding.halfUp.divide(
      squares * 10_000, by: (whole >> halvings) * (whole >> halvings))
  }

  /// What the last twelve months brought of something ÷ the average outstanding at their ends.
  ///
  /// Units: hundredths of a per cent; fewer months are brought to a year; nil without either.
  package func yearly(_ amount: (MonthFlows) -> Int128) -> Int128? {
    var (sum, outstanding) = (Int128(0), Int128(0))
    for back in 0..<12 {
      let month = month + -back
      guard let flows = flows(in: month), let figures = figures(in: month) else { continue }
      sum += amount(flows)
      outstanding += figures.outstanding.principal
    }
    return Ratio.basisPoints(sum * 12, of: outstanding)
  }

  /// What is outstanding to farmers and small firms: of the lines made for them.
  package func farmersAndSmallFirms(bankID: Int64? = nil) -> Int128 {
    var sum: Int128 = 0
    for bank in months[month] ?? [] where bankID == nil || bank.bankID == bankID {
      for (key, cell) in bank.cells where key.cut == .line {
        if Self.linesForFarmers.contains(key.member) { sum += Int128(cell.principal) }
      }
    }
    return sum
  }

  private static let linesForFarmers = [ProductLine.industry, .microcredit, .tourism]
    .map(\.rawValue)
}
