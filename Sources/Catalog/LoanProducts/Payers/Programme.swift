package import Banks
package import Quantities

/// Who pays the subsidised part of the interest, by name: an office of public finance, or a
/// cooperation programme.
///
/// The share and its limits stand in the product; here stands who is asked for the money.
package struct Programme: LocalScheme, Hashable {
  package let code: String
  /// `finance` or `programme`: to which of the two the interest is posted.
  package let payer: Payer
  package let name: BilingualName
  package var divisionPrefix = ""
  package var line: ProductLine
  package var validFrom: Day
  /// What it pays, in words.
  package var shareNote = ""
  /// Who bears what it refuses: the borrower, or else the bank.
  package var refusedIsOwedByBorrower = false
  package var source = ""
  package var marks = ""

  package init(
    code: String, payer: Payer, name: BilingualName, line: ProductLine, validFrom: Day
  ) {
    self.code = code
    self.payer = payer
    self.name = name
    self.line = line
    self.validFrom = validFrom
  }
}

extension [Programme] {
  /// The one that pays a payer's part of the interest of an agreement; nil if none does.
  package func paying(
    _ payer: Payer, line: ProductLine, division: String, on day: Day
  ) -> Programme? {
    filter { $0.payer == payer }.nearest(line: line, division: division, on: day)
  }
}
