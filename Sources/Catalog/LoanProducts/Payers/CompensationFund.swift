package import Banks
package import Quantities

/// A risk-compensation fund (风险补偿金): it bears a part of a loss, and lending stops when too much is
/// lost.
///
/// Source: as one county has it (黄平县): the fund 70 and the bank 30 per cent of principal and
///         interest, after a buffer of a month; no new loans above 3 % non-performing; recovered
///         money back within 5 working days.
package struct CompensationFund: LocalScheme, Hashable {
  package let code: String
  package let name: BilingualName
  package var divisionPrefix = ""
  package var line: ProductLine
  package var validFrom: Day
  /// What it bears of overdue principal and interest, in per cent.
  package var sharePercent = 0
  /// It pays for loans that are overdue for more days than these.
  package var bufferDays = 0
  /// New lending stops when the non-performing part is above this: 300 is 3 %.
  package var stopBasisPoints = 0
  /// Only this part of a loan is covered; nil for all of it.
  package var principalLimit: Money?
  /// Working days in which its share of recovered money is to be given back.
  package var returnWorkdays = 0
  package var source = ""
  package var marks = ""

  package init(code: String, name: BilingualName, line: ProductLine, validFrom: Day) {
    self.code = code
    self.name = name
    self.line = line
    self.validFrom = validFrom
  }

  /// The fund's share of the whole of a loan, in per cent: less where only a part is covered.
  ///
  /// Rounds: down to whole per cents, so that no more than the part covered is asked for.
  package func sharePercent(of principal: Money) -> Int {
    guard let limit = principalLimit, limit < principal else { return sharePercent }
    let covered = Int128(sharePercent) * Int128(limit.minorUnits)
    return Int(covered / Int128(principal.minorUnits))
  }

  /// Whether new lending stops: the non-performing part is above the line; at the line it goes on.
  package func stopsLending(nonPerforming: Int128, of principal: Int128) -> Bool {
    nonPerforming * 10_000 > principal * Int128(stopBasisPoints)
  }

  /// A share of an amount, half up to the minor unit.
  package static func share(percent: Int, of amount: Money) -> Money {
    Money(
      minorUnits: Int64(
        Rounding.halfUp.divide(Int128(amount.minorUnits) * Int128(percent), by: 100)))
  }
}
