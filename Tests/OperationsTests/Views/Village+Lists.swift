import Classification
import Operations
import Quantities
import Repositories

extension Village {
  /// Where lists of loans differ from the files of the loans: the class each is shown with, and the
  /// list of each class with its totals.
  ///
  /// - Parameter day: the day asked for; the business date unless told.
  /// - Returns: a line for each difference.
  /// - Throws: what `ListLoans` and `ShowLoan` throw.
  func listedOtherwise(on day: Day? = nil) async throws -> [String] {
    var expected: [String: RiskClass] = [:]
    let all = try await listed(on: day)
    for item in all.items where item.loan.status == .active {
      let file = try await ShowLoan.run(item.loan.number, asOf: day, bank: bank, on: pool)
      guard let claim = file.claim else { continue }
      let grounds = ClassGrounds(
        claim, on: file.asOf, isRestructured: file.loan.isRestructured, file.debtor)
      expected[item.loan.number] = ClassificationRule.riskClass(grounds)
    }
    var problems: [String] = []
    for item in all.items {
      let (found, wanted) = (item.riskClass, expected[item.loan.number])
      guard found != wanted else { continue }
      problems.append("\(item.loan.number) is \(found as Any), not \(wanted as Any)")
    }
    for riskClass in RiskClass.allCases {
      let some = try await listed(riskClass, on: day)
      let found = some.items.map(\.loan.number)
      let wanted = expected.filter { $0.value == riskClass }.keys.sorted()
      if found != wanted { problems.append("\(riskClass) lists \(found), not \(wanted)") }
      let total = some.totals?.loans
      if total != wanted.count { problems.append("\(riskClass) has \(total as Any) in all") }
    }
    return problems
  }

  private func listed(_ riskClass: RiskClass? = nil, on day: Day?) async throws -> LoanList {
    var request = LoanListRequest()
    request.bank = bank
    request.rows = 10_000
    request.riskClass = riskClass
    request.asOf = day
    request.withTotals = true
    return try await ListLoans.run(request, caller: Self.anna, on: pool)
  }
}
