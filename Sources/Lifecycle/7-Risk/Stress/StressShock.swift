package import Banks
package import LoanProducts
package import Quantities

/// One shock: a part of a named scenario, what it hits and what it does.
///
/// Rule: it hits a loan if all that is said of what it hits holds. What is not said is all loans;
///       nothing said of what it does is nothing done.
package struct StressShock: Hashable, Sendable {
  /// The scenario's code: `apple-price`.
  package let scenario: String
  /// Its place in the scenario, 1…99.
  package let part: Int
  /// Of the part; the scenario's name is that of its first part.
  package let name: BilingualName
  /// It takes the place of an older row of the same part from this day on.
  package let validFrom: Day

  /// The line that is hit; nil for all lines.
  package var line: ProductLine?
  /// The borrower's division code (GB/T 2260) begins so; empty for all, and for borrowers without.
  package var divisionPrefix = ""
  /// The loan's purpose contains this text, letter for letter; empty for all.
  package var purpose = ""
  /// The code of the programme that pays the loan's interest; empty for all, and for loans without.
  package var programme = ""
  /// Only loans with a floating rate.
  package var isFloatingOnly = false

  /// What of a loan's principal falls late, in ten-thousandths: 0…10,000.
  package var lateShare = 0
  /// How many days later than now that part is: 0…1,080.
  package var lateDays = 0
  /// Added to floating rates, in basis points (0.01 % each): −1,000…1,000.
  package var rateBasisPoints = 0
  /// Finance, or the programme, pays no more interest.
  package var stopsSubsidy = false

  /// Where its figures are from.
  package var source = ""
  /// How sure they are.
  package var marks = ""

  package init(scenario: String, part: Int, name: BilingualName, validFrom: Day) {
    self.scenario = scenario
    self.part = part
    self.name = name
    self.validFrom = validFrom
  }

  /// Whether all that is said of what it hits holds for a loan.
  package func hits(_ loan: StressLoan) -> Bool {
    (line == nil || line == loan.line)
      && (!isFloatingOnly || loan.isFloating)
      && (programme.isEmpty || programme == loan.programme)
      && loan.division.hasPrefix(divisionPrefix)
      && (purpose.isEmpty || loan.purpose.contains(purpose))
  }
}
