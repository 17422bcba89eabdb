package import Banks
package import LoanProducts
package import Quantities

/// A paper that applications of a line need, for agreements in a period.
package struct DocumentRequirement: Hashable, Sendable {
  package let line: ProductLine
  /// A short name for commands: `household-register`.
  package let code: String
  package let name: BilingualName
  package let validFrom: Day
  /// The first day on which it is no longer asked for.
  package let validUntil: Day?

  package init(
    line: ProductLine, code: String, name: BilingualName, validFrom: Day, validUntil: Day?
  ) {
    self.line = line
    self.code = code
    self.name = name
    self.validFrom = validFrom
    self.validUntil = validUntil
  }

  package func isAsked(_ line: ProductLine, on day: Day) -> Bool {
    self.line == line && day >= validFrom && validUntil.map { day < $0 } ?? true
  }
}
