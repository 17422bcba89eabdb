import AnnualPercentage
package import LoanProducts
package import Origination
package import Quantities
package import Scheduling

/// What a quote is asked for.
package struct QuoteRequest: Hashable, Sendable {
  package var application: LoanApplication
  /// The product's version of the day; nil for terms that are all in the application.
  package var product: LoanProduct?
  /// The LPR; nil takes the application's rate as it is, and fixed.
  package var market: MarketRates?
  /// Paid by the borrower on the day of the disbursement.
  package var fee = Money.zero
  /// The subsidy of a quote without a product, which otherwise brings its own.
  package var subsidy: SubsidyTerms?

  package init(_ application: LoanApplication) { self.application = application }
}

/// Why nothing can be quoted.
package enum QuoteError: Explained, Hashable, Sendable {
  /// Neither a rate nor a product with its LPR is given.
  case rateMissing

  package var code: String {
    switch self {
    case .rateMissing: "quote.rate_missing"
    }
  }
}

/// What a loan would cost, by the same terms, contract and schedule as a loan that is booked;
/// without a database.
package enum QuoteLoan {
  /// - Throws: `QuoteError`, `OriginationError`, `SchedulingError`, `AnnualPercentageError`.
  package static func run(_ request: QuoteRequest) throws -> LoanQuote {
    let market = request.market ?? MarketRates([])
    let contract = try LoanContract(try terms(request), market: market)
    return try LoanQuote(contract, fee: request.fee)
  }

  private static func terms(_ request: QuoteRequest) throws -> LoanTerms {
    let application = request.application
    if let product = request.product, application.rate != nil || request.market != nil {
      return try Origination.quote(application, product: product, market: request.market)
    }
    guard let rate = application.rate else { throw QuoteError.rateMissing }
    var terms = LoanTerms(
      principal: application.principal, agreedOn: application.agreedOn,
      startsOn: application.startsOn, maturesOn: application.maturesOn, rate: .fixed(rate))
    terms.repayment = application.repayment
    terms.basis = application.basis
    terms.subsidy = request.subsidy
    return terms
  }
}

/// A loan's schedule with what it costs the borrower, in all and a year.
package struct LoanQuote: Hashable, Sendable {
  package let contract: LoanContract
  package let schedule: RepaymentSchedule
  package let fee: Money
  package let rates: QuotedRates

  package var terms: LoanTerms { contract.terms }

  init(_ contract: LoanContract, fee: Money) throws {
    self.contract = contract
    self.fee = fee
    schedule = try RepaymentSchedule(contract)
    rates = try QuotedRates(contract.terms, schedule, fee: fee)
  }

  /// All interest, whoever pays it.
  package var interest: Money { sum(\.interest) }

  /// What finance or a programme pays of it.
  package var subsidised: Money { sum(\.subsidised) }

  /// What the loan costs the borrower: interest not subsidised, and the fee.
  package var cost: Money { interest - subsidised + fee }

  /// All that the borrower pays: the principal and the cost.
  package var borrowerPays: Money { sum(\.borrowerTotal) + fee }

  /// The due days on which the borrower pays anything.
  package var payments: [Installment] {
    schedule.installments.filter { $0.borrowerTotal.isPositive }
  }

  /// What the borrower pays on half of these days or more; nil if there is no such sum.
  package var usualInstallment: Money? {
    var counts: [Money: Int] = [:]
    let payments = payments
    for due in payments { counts[due.borrowerTotal, default: 0] += 1 }
    guard payments.count > 1 else { return nil }
    return payments.first { (counts[$0.borrowerTotal] ?? 0) * 2 >= payments.count }?.borrowerTotal
  }

  private func sum(_ part: KeyPath<Installment, Money>) -> Money {
    schedule.installments.reduce(.zero) { $0 + $1[keyPath: part] }
  }
}

/// What the borrower pays a year, in per cent with six decimals, by the rules of several lands.
package struct QuotedRates: Hashable, Sendable {
  /// The equation of the European Union; compounded yearly, so it is the effective yearly rate.
  package let european: String
  /// Regulation Z, 12 CFR 1026 Appendix J.
  package let appendixJ: String
  /// The unit-period of it: `1 month`.
  package let unitPeriod: String
  /// The internal rate of return a month × 12.
  package let nominal: String

  init(_ terms: LoanTerms, _ schedule: RepaymentSchedule, fee: Money) throws {
    typealias Flow = Credit<Day>.Flow
    let advances =
      [Flow(at: terms.startsOn, amount: terms.firstDisbursement)]
      + terms.laterDisbursements.map { Flow(at: $0.on, amount: $0.amount) }
    let payments =
      [Flow(at: terms.startsOn, amount: fee)]
      + schedule.installments.map { Flow(at: $0.dueOn, amount: $0.borrowerTotal) }
    let credit = try Credit(advances: advances, payments: payments)
    let unit = UnitPeriod(of: credit)
    european = try EuropeanRate.solve(credit).rate.text(decimals: 6)
    appendixJ = try AppendixJRate.solve(credit, unitPeriod: unit).rate.text(decimals: 6)
    unitPeriod = "\(unit.multiple) \(unit.kind.rawValue)"
    nominal = try EuropeanRate.solveNominal(credit).rate.text(decimals: 6)
  }
}
