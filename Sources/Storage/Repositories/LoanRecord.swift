package import LoanProducts
package import Quantities

/// A loan as signed: its terms and what they belong to.
///
/// Never changed.
package struct LoanRecord: Hashable, Sendable {
  package var bankID: Int64
  package var loanID: Int64
  package var number: String
  package var branchID: Int64
  package var officerID: Int64
  package var borrowerID: Int64
  package var line: ProductLine
  /// The version of the product signed under; nil for a loan taken over from another book.
  package var productVersion: Int?
  package var purpose: String
  package var category: String
  package var isRestructured: Bool
  /// What was lent first: the principal, but for a loan taken over when part was repaid.
  package var granted: Money
  package var terms: LoanTerms

  package init(bankID: Int64, loanID: Int64, number: String, line: ProductLine, terms: LoanTerms) {
    self.bankID = bankID
    self.loanID = loanID
    self.number = number
    self.line = line
    self.terms = terms
    branchID = 0
    officerID = 0
    borrowerID = 0
    productVersion = nil
    purpose = ""
    category = "any"
    isRestructured = false
    granted = terms.principal
  }
}
