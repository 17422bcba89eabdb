import Banks
import Interchange
import LoanProducts
import Operations
import Quantities
import Scheduling

/// An existing book as its file gives it: the loans of each bank, and what is wrong with its lines.
struct LoanBook {
  /// The loans of one bank, in the order of the file.
  struct Part {
    let bank: Bank
    var loans: [BookLoan] = []
  }

  private(set) var parts: [Part] = []
  private(set) var problems: LineProblems
  private(set) var lineCount: Int

  /// Reads the loans out of the rows of a file.
  ///
  /// - Parameters:
  ///   - rows: the whole rows.
  ///   - problems: what was wrong with the others.
  ///   - banks: all banks there are; amounts are read in their currency.
  ///   - defaultBank: the bank of lines that name none.
  init(_ rows: [CSVRow], problems: LineProblems, banks: [Bank], defaultBank: String?) {
    self.problems = problems
    lineCount = rows.count + problems.count
    var positions: [String: Int] = [:]
    for row in rows {
      do throws(LineProblem) {
        let named = try row.optional("bank", row.text) ?? defaultBank
        guard let code = named else { throw row.problem("bank", .missing) }
        guard let bank = banks.first(where: { $0.code == code }) else {
          throw LineProblem(
            row.line, OperationError.bankUnknown(code, known: banks.map(\.code)), .yuan)
        }
        let loan = try row.bookLoan(in: bank.currency)
        let position = positions[code] ?? parts.count
        if position == parts.count { parts.append(Part(bank: bank)) }
        positions[code] = position
        parts[position].loans.append(loan)
      } catch {
        self.problems.note(error)
      }
    }
  }

  static let columns = CSVColumns(
    required: [
      "branch", "borrower", "old_number", "line", "granted", "balance", "agreed_on", "starts_on",
      "matures_on", "method", "interest_every_months", "basis", "penalty_percent", "paid_to",
      "as_of",
    ],
    optional: [
      "bank", "officer", "settlement_day", "principal_every_months", "principal_from", "plan",
      "month_weights", "rate_percent", "rate_index", "rate_spread", "rate_reset", "restructured",
    ])
}

extension CSVRow {
  /// The loan that the row gives.
  fileprivate func bookLoan(in currency: Currency) throws(LineProblem) -> BookLoan {
    var terms = LoanTerms(
      principal: try money("balance", in: currency), agreedOn: try day("agreed_on"),
      startsOn: try day("starts_on"), maturesOn: try day("matures_on"), rate: try rate())
    terms.repayment = try repayment(in: currency)
    let basis = try text("basis")
    guard let known = InterestBasis(text: basis) else {
      throw problem("basis", .notOneOf(["months/12"] + DayCount.allCases.map(\.rawValue)))
    }
    terms.basis = known
    terms.penaltyPercent = try number("penalty_percent")
    var loan = BookLoan(
      line: line, oldNumber: try text("old_number"), granted: try money("granted", in: currency),
      terms: terms, paidToOn: try day("paid_to"))
    loan.branch = try text("branch")
    loan.officer = try optional("officer", text)
    loan.borrower = try text("borrower")
    loan.productLine = try oneOf("line")
    loan.isRestructured = try optional("restructured", flag) ?? false
    loan.cutoverOn = try day("as_of")
    return loan
  }

  /// The methods that a loan in the books can have; what the others need has no column there.
  private static var bookedMethods: [RepaymentMethod] {
    RepaymentMethod.allCases.filter { ![.stepped, .revolving, .imported].contains($0) }
  }

  private func repayment(in currency: Currency) throws(LineProblem) -> RepaymentTerms {
    let method: RepaymentMethod = try oneOf("method")
    guard Self.bookedMethods.contains(method) else {
      throw problem("method", .notOneOf(Self.bookedMethods.map(\.rawValue)))
    }
    let months = try number("interest_every_months", in: 0...12)
    guard months == 0 || 12.isMultiple(of: months) else {
      throw LineProblem(line, SchedulingError.monthsBetweenDuesNotAllowed(months), .yuan)
    }
    var repayment = RepaymentTerms(method: method, interestEveryMonths: months)
    repayment.settlementDay = try optional("settlement_day") { column throws(LineProblem) in
      try number(column, in: 1...28)
    }
    let principalMonths = try optional("principal_every_months") { column throws(LineProblem) in
      try number(column)
    }
    if let principalMonths { repayment.principalEveryMonths = principalMonths }
    repayment.principalFrom = try optional("principal_from", day)
    if let text = self["plan"], !text.isEmpty { repayment.plan = try plan(text, in: currency) }
    if let text = self["month_weights"], !text.isEmpty {
      repayment.monthWeights = try monthWeights(text)
    }
    return repayment
  }

  /// A fixed rate, or an index with its spread and reset.
  private func rate() throws(LineProblem) -> RateTerms {
    let given = ["rate_percent", "rate_index"].filter { self[$0]?.isEmpty == false }
    guard given.count == 1 else {
      throw LineProblem(line, ImportError.rateUnclear(given: given), .yuan)
    }
    if given == ["rate_percent"] { return .fixed(try percent("rate_percent")) }
    let spreadText = try text("rate_spread")
    guard let spread = AnnualRate(percent: spreadText) else {
      throw problem("rate_spread", .notAPercent(decimals: 10))
    }
    let largest = AnnualRate.largest
    guard spread <= largest, spread.trillionths >= -largest.trillionths else {
      throw problem(
        "rate_spread",
        .percentOutsideRange(allowed: "-\(largest.percent)…\(largest.percent)"))
    }
    guard let reset = RateReset(text: try text("rate_reset")) else {
      throw problem("rate_reset", .notOneOf(["anniversary", "publication", "MM-DD"]))
    }
    return .floating(index: try oneOf("rate_index"), spread: spread, reset: reset)
  }

  /// `2026-04-20:1000.00;2026-05-20:500.00`.
  private func plan(
    _ text: String, in currency: Currency
  ) throws(LineProblem) -> [PlannedPrincipal] {
    var plan: [PlannedPrincipal] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      let halves = part.split(separator: ":", omittingEmptySubsequences: false)
      guard halves.count == 2, let day = Day(halves[0]), let amount = currency.money(halves[1])
      else { throw LineProblem(line, ImportError.planUnreadable(part: String(part)), currency) }
      plan.append(PlannedPrincipal(dueOn: day, principal: amount))
    }
    return plan
  }

  /// `0;0;0;0;0;1;0;0;0;2;0;0`: the weights of January to December.
  private func monthWeights(_ text: String) throws(LineProblem) -> [Int64] {
    let weights = text.split(separator: ";", omittingEmptySubsequences: false)
      .map { FixedPoint.parse($0, decimals: 0) }
    guard weights.count == 12, !weights.contains(nil) else {
      throw LineProblem(line, ImportError.monthWeightsUnreadable(text), .yuan)
    }
    return weights.compactMap { $0 }
  }
}
