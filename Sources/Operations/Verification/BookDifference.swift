/// What is stored, where it is not what follows from the facts.
package struct BookDifference: Hashable, Sendable {
  /// The bank's code.
  package let bank: String
  /// The loan's number; nil for what is of the whole bank.
  package let loan: String?
  /// What the difference stands in: `fact 12`, `run 3`, `position 2026-03/1`, `state`, `digest
  /// 2026-03/1`, `portfolio 2026-03/1`, or a file of `SQL/checks`.
  package let place: String
  /// What of it differs: `interest borrower`, `status`.
  package let what: String
  package let found: String
  package let expected: String

  package init(
    bank: String, loan: String?, place: String, what: String, found: String, expected: String
  ) {
    self.bank = bank
    self.loan = loan
    self.place = place
    self.what = what
    self.found = found
    self.expected = expected
  }
}
