import Fixtures
import Interchange
import LoanProducts
import Quantities
import Scheduling
import Testing

/// Goal: ACTUS contracts are the same engine as the bank's own loans, at a finer currency unit.
///
/// Method: one loan written both ways; the finer amounts, rounded to the fen, are the schedule's.
@Suite("One engine")
struct OneEngineTests {
  private static let terms: [String: JSONValue] = [
    "statusDate": "2025-01-01", "initialExchangeDate": "2025-01-31",
    "notionalPrincipal": "50000.01", "nominalInterestRate": "0.0385",
    "dayCountConvention": "A360",
  ]

  /// The payoffs of a kind, rounded to the fen.
  private func payoffs(_ kind: String, of contract: Contract) throws -> [Money] {
    try contract.events().compactMap { event in
      let words = event.split(separator: " ")
      guard words[1] == kind else { return nil }
      let units = try #require(FixedPoint.parse(words[2], decimals: 10))
      return Money(
        minorUnits: Int64(Rounding.halfUp.divide(Int128(units), by: 100_000_000)))
    }
  }

  @Test("PAM is interest, then principal: the same interest each quarter, to the fen")
  func interestThenPrincipal() throws {
    let contract = Contract(
      "PAM",
      Self.terms + ["maturityDate": "2028-01-31"]
        + .leg("InterestPayment", from: "2025-04-30", every: "P3ML1")
        + ["endOfMonthConvention": "EOM"])
    var loan = LoanTerms.lending(
      "50000.01", at: try #require(AnnualRate(percent: "3.85")), from: "2025-01-31",
      until: "2028-01-31")
    loan.repayment = RepaymentTerms(method: .interestThenPrincipal, interestEveryMonths: 3)
    loan.basis = .days(.actual360)
    let schedule = try loan.schedule()
    #expect(schedule.count == 12)
    #expect(try contract.days("IP") == schedule.map { "\($0.dueOn)" })
    #expect(try payoffs("IP", of: contract) == schedule.map(\.interest))
    #expect(try payoffs("MD", of: contract) == ["50000.01"])
  }

  @Test("ANN is equal instalments: principal and interest differ by the schedule's roundings only")
  func equalInstallments() throws {
    let contract = Contract(
      "ANN",
      Self.terms + ["maturityDate": "2027-01-31", "endOfMonthConvention": "SD"]
        + .leg("PrincipalRedemption", from: "2025-02-28", every: "P1ML1")
        + .leg("InterestPayment", from: "2025-02-28", every: "P1ML1")
        + ["dayCountConvention": "30E360", "initialExchangeDate": "2025-01-28"]
        + ["maturityDate": "2027-01-28"])
    var loan = LoanTerms.lending(
      "50000.01", at: try #require(AnnualRate(percent: "3.85")), from: "2025-01-28",
      until: "2027-01-28")
    loan.repayment = RepaymentTerms(method: .equalInstallments, interestEveryMonths: 1)
    loan.basis = .days(.thirtyE360)
    let schedule = try loan.schedule()
    let principal = try payoffs("PR", of: contract)
    let interest = try payoffs("IP", of: contract)
    #expect(principal.count == 23)
    // Half a fen of payment and half a fen of interest a month.
    for (installment, part) in zip(schedule, principal) {
      #expect((installment.principal - part).minorUnits.magnitude <= 24)
    }
    for (installment, part) in zip(schedule, interest) {
      #expect((installment.interest - part).minorUnits.magnitude <= 1)
    }
  }
}
