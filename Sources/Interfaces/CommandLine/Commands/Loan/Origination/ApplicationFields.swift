import Interchange
import LoanProducts
import Operations
import Origination
import Quantities

/// The fields of an application: the columns of `loan originate` and the options of `loan apply`,
/// read by the same code.
enum ApplicationFields {
  static let required = [
    "key", "branch", "borrower", "line", "amount", "agreed_on", "matures_on", "method", "purpose",
  ]
  static let optional = [
    "starts_on", "interest_every_months", "settlement_day", "principal_every_months",
    "principal_from", "plan", "month_weights", "basis", "rate_percent", "category", "subsidised",
    "subsidy_until", "bank",
  ]

  static var columns: CSVColumns { CSVColumns(required: required, optional: optional) }

  /// The application in a row.
  ///
  /// - Throws: the first `LineProblem` of the row.
  static func request(
    _ row: CSVRow, currency: Currency
  ) throws(LineProblem) -> ApplicationRequest {
    var application = try application(row, currency: currency)
    application.purpose = try row.text("purpose")
    return ApplicationRequest(
      branch: try row.text("branch"), borrower: try row.text("borrower"),
      application: application, key: try row.text("key"))
  }

  /// What is asked for, without its purpose.
  static func application(
    _ row: CSVRow, currency: Currency
  ) throws(LineProblem) -> LoanApplication {
    var application = LoanApplication(
      line: try row.oneOf("line"), principal: try row.money("amount", in: currency),
      agreedOn: try row.day("agreed_on"), maturesOn: try row.day("matures_on"))
    application.startsOn = try row.optional("starts_on", row.day) ?? application.agreedOn
    application.repayment = try repayment(row, currency: currency)
    if let text = try row.optional("basis", row.text) {
      guard let basis = InterestBasis(text: text) else {
        throw row.problem(
          "basis", .notOneOf(["months/12"] + DayCount.allCases.map(\.rawValue)))
      }
      application.basis = basis
    }
    application.rate = try row.optional("rate_percent", row.percent)
    application.category = try row.optional("category", row.text) ?? "any"
    application.isSubsidised = try row.optional("subsidised", row.flag) ?? false
    application.subsidyUntil = try row.optional("subsidy_until", row.day)
    return application
  }

  /// How principal and interest fall due; the schedule's own rules are checked later.
  static func repayment(
    _ row: CSVRow, currency: Currency
  ) throws(LineProblem) -> RepaymentTerms {
    let method: RepaymentMethod = try row.oneOf("method")
    let months = try row.optional("interest_every_months") { column throws(LineProblem) in
      try row.number(column, in: 0...12)
    }
    let settlementDay = try row.optional("settlement_day") { column throws(LineProblem) in
      try row.number(column, in: 1...28)
    }
    var repayment = RepaymentTerms(
      method: method, interestEveryMonths: months ?? (method == .atMaturity ? 0 : 1),
      settlementDay: settlementDay)
    let principalEvery = try row.optional("principal_every_months") { column throws(LineProblem) in
      try row.number(column, in: 1...120)
    }
    repayment.principalEveryMonths = principalEvery ?? repayment.interestEveryMonths
    repayment.principalFrom = try row.optional("principal_from", row.day)
    repayment.plan = try plan(row, currency: currency)
    repayment.monthWeights = try weights(row)
    return repayment
  }

  /// Dated parts of principal: `2026-10-20:10000.00;2027-10-20:20000.00`.
  private static func plan(
    _ row: CSVRow, currency: Currency
  ) throws(LineProblem) -> [PlannedPrincipal] {
    guard let text = row["plan"], !text.isEmpty else { return [] }
    var parts: [PlannedPrincipal] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      let pair = part.split(separator: ":", omittingEmptySubsequences: false)
      guard pair.count == 2, let day = Day(pair[0]) else { throw row.problem("plan", .notADay) }
      guard let amount = currency.money(pair[1]) else {
        throw row.problem("plan", .notAnAmount(decimals: currency.decimals))
      }
      parts.append(PlannedPrincipal(dueOn: day, principal: amount))
    }
    return parts
  }

  /// Twelve whole numbers, January first: `0;0;1;1;1;2;4;4;3;2;1;1`.
  private static func weights(_ row: CSVRow) throws(LineProblem) -> [Int64] {
    guard let text = row["month_weights"], !text.isEmpty else { return [] }
    var weights: [Int64] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      guard let weight = FixedPoint.parse(part, decimals: 0) else {
        throw row.problem("month_weights", .notANumber)
      }
      weights.append(weight)
    }
    return weights
  }
}
