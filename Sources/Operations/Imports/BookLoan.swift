package import LoanProducts
package import Quantities

/// One loan of an existing book, as it stands at the end of the cutover day.
package struct BookLoan: Hashable, Sendable {
  /// The line of the file it was read from.
  package var line: Int
  /// What the other book calls the loan; never to be taken over twice.
  package var oldNumber: String
  package var branch: String
  /// The officer in charge; nil for the one who imports.
  package var officer: String?
  package var borrower: String
  package var productLine: ProductLine
  package var granted: Money
  /// Their principal is the balance: all principal not repaid, due or not; zero for a loan on
  /// which nothing is owed.
  package var terms: LoanTerms
  package var isRestructured: Bool
  /// Interest is paid up to this day, without it, and all that fell due by it; nothing that fell
  /// due later is.
  ///
  /// It is the last due day that was paid in full, or the first day of interest.
  package var paidToOn: Day
  /// The last day of the other book.
  package var cutoverOn: Day

  package init(line: Int, oldNumber: String, granted: Money, terms: LoanTerms, paidToOn: Day) {
    self.line = line
    self.oldNumber = oldNumber
    branch = ""
    officer = nil
    borrower = ""
    productLine = .other
    self.granted = granted
    self.terms = terms
    isRestructured = false
    self.paidToOn = paidToOn
    cutoverOn = paidToOn
  }

  package static let longestOldNumber = 100
  static let penaltyPercents = 0...300
  static let principalMonths = 0...360

  /// The idempotency key of the loan's fact.
  var key: String { "import/\(oldNumber)" }

  /// All that the line says, in one text: what the key stands for.
  var canonical: String {
    let repayment = terms.repayment
    let rate: String
    switch terms.rate {
    case .fixed(let fixed): rate = fixed.percent
    case .floating(let index, let spread, let reset):
      rate = "\(index.rawValue)+\(spread.percent)/\(reset.text)"
    }
    let fields: [(String, String)] = [
      ("old_number", oldNumber), ("branch", branch), ("officer", officer ?? ""),
      ("borrower", borrower), ("line", productLine.rawValue),
      ("granted", "\(granted.minorUnits)"), ("balance", "\(terms.principal.minorUnits)"),
      ("agreed_on", "\(terms.agreedOn)"), ("starts_on", "\(terms.startsOn)"),
      ("matures_on", "\(terms.maturesOn)"), ("method", repayment.method.rawValue),
      ("interest_every_months", "\(repayment.interestEveryMonths)"),
      ("settlement_day", repayment.settlementDay.map { "\($0)" } ?? ""),
      ("principal_every_months", "\(repayment.principalEveryMonths)"),
      ("principal_from", repayment.principalFrom.map { "\($0)" } ?? ""),
      (
        "plan",
        repayment.plan.map { "\($0.dueOn):\($0.principal.minorUnits)" }.joined(separator: ";")
      ),
      ("month_weights", repayment.monthWeights.map { "\($0)" }.joined(separator: ";")),
      ("basis", terms.basis.text), ("rate", rate), ("penalty_percent", "\(terms.penaltyPercent)"),
      ("restructured", "\(isRestructured)"), ("paid_to", "\(paidToOn)"),
      ("as_of", "\(cutoverOn)"),
    ]
    return (["import"] + fields.map { "\($0)=\($1)" }).joined(separator: "\n")
  }

  /// Holds days, amounts and plan to each other.
  ///
  /// - Throws: the first case that applies.
  func check(businessDate: Day) throws(ImportError) {
    guard cutoverOn <= businessDate else {
      throw .cutoverAfterBusinessDate(cutoverOn, businessDate: businessDate)
    }
    guard terms.agreedOn <= terms.startsOn, terms.startsOn < terms.maturesOn else {
      throw .daysOutOfOrder(
        agreedOn: terms.agreedOn, startsOn: terms.startsOn, maturesOn: terms.maturesOn)
    }
    guard terms.startsOn <= cutoverOn else {
      throw .startsAfterCutover(terms.startsOn, cutover: cutoverOn)
    }
    guard granted.isPositive, granted <= .largestAmount else {
      throw .grantedOutsideRange(granted, largest: .largestAmount)
    }
    guard terms.principal <= granted else {
      throw .balanceAboveGranted(terms.principal, granted: granted)
    }
    let latest = terms.principal.isZero ? cutoverOn : min(cutoverOn, terms.maturesOn - 1)
    guard (terms.startsOn...latest).contains(paidToOn) else {
      throw .paidToOutsideRange(paidToOn, allowed: terms.startsOn...latest)
    }
    guard Self.penaltyPercents.contains(terms.penaltyPercent) else {
      throw .penaltyOutsideRange(terms.penaltyPercent, allowed: Self.penaltyPercents)
    }
    try checkRepayment()
  }

  private func checkRepayment() throws(ImportError) {
    let repayment = terms.repayment
    guard Self.principalMonths.contains(repayment.principalEveryMonths) else {
      throw .principalMonthsOutsideRange(
        repayment.principalEveryMonths, allowed: Self.principalMonths)
    }
    guard let first = repayment.plan.first else { return }
    guard repayment.method == .plan else { throw .planForOtherMethod(repayment.method) }
    guard first.dueOn > paidToOn else {
      throw .planPartBeforePaidTo(first.dueOn, paidTo: paidToOn)
    }
  }
}
