/// The whole book, recomputed from the seeds: what the program is held to.
struct BookModel: Sendable {
  struct Entry: Sendable {
    let loan: DemoLoan
    /// By the last day of the month; none before the loan begins.
    let monthEnds: [CalendarDay: LoanStanding]
  }

  let entries: [Entry]

  init(until end: CalendarDay) throws {
    entries = try DemoLoan.all().map { loan in
      Entry(loan: loan, monthEnds: try LoanLife.monthEnds(of: loan, until: end))
    }
  }

  var banks: [String] {
    entries.reduce(into: []) { if !$0.contains($1.loan.bank) { $0.append($1.loan.bank) } }
  }

  /// What a month brings: interest of all payers, and penalty.
  func accrued(
    bank: String, from previous: CalendarDay?, to end: CalendarDay
  ) -> (interest: Int, penalty: Int) {
    var sums = (interest: 0, penalty: 0)
    for entry in entries where entry.loan.bank == bank {
      let before = previous.flatMap { entry.monthEnds[$0] } ?? LoanStanding()
      guard let after = entry.monthEnds[end] else { continue }
      sums.interest += after.interestOfBorrower + after.interestOfOthers
      sums.interest -= before.interestOfBorrower + before.interestOfOthers
      sums.penalty += after.penalty - before.penalty
    }
    return sums
  }

  /// What a bank has to hold against its loans.
  func provision(bank: String, at end: CalendarDay) -> Int {
    entries.filter { $0.loan.bank == bank }.compactMap { $0.monthEnds[end] }
      .reduce(0) { $0 + $1.generalProvision + $1.specialProvision }
  }

  /// The figures of the loans chosen, named as in the report's JSON.
  func figures(
    at end: CalendarDay, where isIncluded: (DemoLoan) -> Bool
  ) -> [String: String] {
    let chosen = entries.filter { isIncluded($0.loan) }
    let all = chosen.compactMap { entry in
      entry.monthEnds[end].map { (loan: entry.loan, at: $0) }
    }
    let owing = all.filter { $0.at.principal > 0 }
    let outstanding = owing.reduce(0) { $0 + $1.at.principal }
    var figures: [String: String] = [:]
    func amount(_ name: String, _ fen: Int) { figures["\(name).amount"] = DemoFiles.yuan(fen) }
    func share(_ name: String, _ part: Int, of whole: Int) {
      let hundredths = Fraction(Int128(part) * 10_000, over: Int128(max(1, whole))).rounded
      figures["\(name).share_percent"] = whole > 0 ? DemoFiles.yuan(hundredths) : "null"
    }
    func tally(_ name: String, where isCounted: (LoanStanding) -> Bool) {
      let counted = owing.filter { isCounted($0.at) }
      let principal = counted.reduce(0) { $0 + $1.at.principal }
      figures["\(name).loans"] = "\(counted.count)"
      amount(name, principal)
      share(name, principal, of: outstanding)
    }
    func sum(_ part: (LoanStanding) -> Int) -> Int { all.reduce(0) { $0 + part($1.at) } }

    tally("portfolio.outstanding") { _ in true }
    figures["portfolio.outstanding.borrowers"] =
      "\(Set(owing.map { "\($0.loan.bank)/\($0.loan.borrower)" }).count)"
    for days in [1, 30, 60, 90, 180] { tally("portfolio.par_\(days)") { $0.overdueDays > days } }
    tally("portfolio.restructured") { _ in false }
    let due = sum(\.principalDue)
    amount("portfolio.principal_due", due)
    share("portfolio.principal_due", due, of: outstanding)
    amount("portfolio.interest_due", sum(\.interestDue))
    amount("portfolio.interest_running", sum(\.interestRunning))
    amount("portfolio.penalty_due", sum(\.penaltyDue))
    let bad = ["substandard", "doubtful", "loss"]
    tally("portfolio.non_performing") { bad.contains($0.riskClass) }
    let provision = (general: sum(\.generalProvision), special: sum(\.specialProvision))
    amount("portfolio.general_provision", provision.general)
    amount("portfolio.special_provision", provision.special)
    amount("portfolio.required_provision", provision.general + provision.special)
    share(
      "portfolio.required_coverage", provision.general + provision.special,
      of: sum { bad.contains($0.riskClass) ? $0.principal : 0 })
    for bucket in ["0", "1-30", "31-60", "61-90", "91-180", "181-270", "271-360", "361+"] {
      tally("ageing.\(bucket)") { $0.ageing == bucket }
    }
    for (riskClass, percent) in LoanStanding.specialPercents {
      tally("classes.\(riskClass)") { $0.riskClass == riskClass }
      figures["classes.\(riskClass).special_provision_percent"] = "\(percent)"
    }
    return figures
  }
}

extension DemoLoan {
  /// The loan's number: the stem and its check digit by ISO 7064 MOD 11,10.
  var number: String {
    let product = stem.compactMap(\.wholeNumberValue).reduce(10) { product, digit in
      let sum = (product + digit) % 10
      return (sum == 0 ? 10 : sum) * 2 % 11
    }
    return stem + "\((11 - product) % 10)"
  }
}
