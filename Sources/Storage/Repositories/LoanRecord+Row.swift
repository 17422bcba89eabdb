import LoanProducts
import Postgres
import Quantities

extension LoanRecord {
  /// The values of the columns of `loans`, in the order of `insert_loan`.
  var parameters: [(any PostgresEncodable)?] {
    let repayment = terms.repayment
    let subsidy = terms.subsidy
    let owner: [(any PostgresEncodable)?] = [
      bankID, loanID, number, branchID, officerID, borrowerID, line.rawValue, productVersion,
      purpose, category, isRestructured, granted, terms.principal, terms.agreedOn, terms.startsOn,
      terms.maturesOn,
    ]
    let plan: [(any PostgresEncodable)?] = [
      repayment.method.rawValue, repayment.interestEveryMonths, repayment.settlementDay,
      repayment.principalEveryMonths, repayment.principalFrom, repayment.plan.map(\.dueOn),
      repayment.plan.map(\.principal.minorUnits), repayment.monthWeights, terms.basis.text,
      terms.rounding.rawValue,
    ]
    let (rate, index, reset) = rateColumns
    let interest: [(any PostgresEncodable)?] = [
      rate, index, reset, terms.penaltyPercent, subsidy?.payer.rawValue,
      subsidy?.shareBasisPoints, subsidy?.principalLimit, subsidy?.until,
      subsidy?.stopsWhenOverdue, MoreTerms(terms).column,
    ]
    return owner + plan + interest
  }

  private var rateColumns: (AnnualRate, String?, String?) {
    switch terms.rate {
    case .fixed(let rate): return (rate, nil, nil)
    case .floating(let index, let spread, let reset): return (spread, index.rawValue, reset.text)
    }
  }

  /// The loan in a row of `loans`.
  init(_ row: Row) throws(PostgresError) {
    var terms = LoanTerms(
      principal: try row.get("principal"), agreedOn: try row.get("agreed_on"),
      startsOn: try row.get("starts_on"), maturesOn: try row.get("matures_on"),
      rate: try Self.rate(row))
    terms.repayment = try Self.repayment(row)
    let basis: String = try row.get("interest_basis")
    guard let known = InterestBasis(text: basis) else { throw row.wrong("interest_basis", basis) }
    terms.basis = known
    terms.rounding = try row.value("rounding")
    terms.penaltyPercent = try row.get("penalty_percent", as: Int.self)
    terms.subsidy = try Self.subsidy(row)
    if let text: String = try row.optional("more_terms") {
      guard let more = MoreTerms(text) else { throw row.wrong("more_terms", text) }
      more.complete(&terms)
    }
    self.init(
      bankID: try row.get("bank_id"), loanID: try row.get("loan_id"),
      number: try row.get("loan_number"), line: try row.value("line"), terms: terms)
    branchID = try row.get("branch_id")
    officerID = try row.get("officer_id")
    borrowerID = try row.get("borrower_id")
    productVersion = try row.optional("product_version", as: Int.self)
    purpose = try row.get("purpose")
    category = try row.get("category")
    isRestructured = try row.get("is_restructured")
    granted = try row.get("granted")
  }

  private static func rate(_ row: Row) throws(PostgresError) -> RateTerms {
    let rate: AnnualRate = try row.get("rate_e12")
    guard let index: RateIndex = try row.optionalValue("rate_index") else { return .fixed(rate) }
    let text: String = try row.get("rate_reset")
    guard let reset = RateReset(text: text) else { throw row.wrong("rate_reset", text) }
    return .floating(index: index, spread: rate, reset: reset)
  }

  private static func repayment(_ row: Row) throws(PostgresError) -> RepaymentTerms {
    var repayment = RepaymentTerms(
      method: try row.value("method"),
      interestEveryMonths: try row.get("interest_every_months", as: Int.self),
      settlementDay: try row.optional("settlement_day", as: Int.self))
    repayment.principalEveryMonths = try row.get("principal_every_months", as: Int.self)
    repayment.principalFrom = try row.optional("principal_from")
    let days: [Day] = try row.get("plan_due_on")
    let amounts: [Int64] = try row.get("plan_principal")
    repayment.plan = zip(days, amounts).map {
      PlannedPrincipal(dueOn: $0, principal: Money(minorUnits: $1))
    }
    repayment.monthWeights = try row.get("month_weights")
    return repayment
  }

  private static func subsidy(_ row: Row) throws(PostgresError) -> SubsidyTerms? {
    guard let payer: Payer = try row.optionalValue("subsidy_payer") else { return nil }
    return SubsidyTerms(
      payer: payer, shareBasisPoints: try row.get("subsidy_basis_points", as: Int.self),
      principalLimit: try row.optional("subsidy_principal_limit"),
      until: try row.optional("subsidy_until"),
      stopsWhenOverdue: try row.get("subsidy_stops_when_overdue"))
  }
}
