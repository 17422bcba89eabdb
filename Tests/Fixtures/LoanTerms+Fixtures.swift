package import LoanProducts
package import Quantities
package import Scheduling

extension LoanTerms {
  /// A fixed-rate loan in equal monthly instalments, interest by months.
  package static func microcredit(
    principal: Money = "50000.00", rate: AnnualRate = "3.50", from start: Day = "2025-03-05",
    months: Int = 36
  ) -> LoanTerms {
    lending(principal, at: rate, from: start, until: start.adding(months: months))
      .repaid(.equalInstallments, everyMonths: 1).counting(.months)
  }

  /// A fixed-rate loan with quarterly interest on the 20th, principal at maturity, by days.
  package static func quarterly(
    principal: Money = "50000.00", rate: AnnualRate = "3.00", from start: Day = "2025-03-05",
    until maturity: Day = "2026-03-05"
  ) -> LoanTerms {
    lending(principal, at: rate, from: start, until: maturity)
      .repaid(.interestThenPrincipal, everyMonths: 3, on: 20)
  }

  /// A student's loan: yearly interest on 20 December, equal principal after 60 months' grace, the
  /// last due day 20 September; finance pays all interest until 1 September of the graduation.
  package static func studentAid(
    principal: Money = "80000.00", rate: RateTerms = .fixed("2.80"), from start: Day,
    graduation: Day, until maturity: Day
  ) -> LoanTerms {
    LoanTerms(
      principal: principal, agreedOn: start, startsOn: start, maturesOn: maturity, rate: rate
    )
    .repaid(.equalPrincipal, everyMonths: 12, on: 20)
    .with {
      $0.repayment.principalFrom = graduation.adding(months: 60)
      $0.subsidy = SubsidyTerms(
        payer: .finance, shareBasisPoints: 10_000, until: graduation, stopsWhenOverdue: false)
    }
  }

  /// Terms signed on the first day, everything at maturity, actual/360, half up, penalty 150 %.
  package static func lending(
    _ principal: Money, at rate: AnnualRate, from start: Day, until maturity: Day
  ) -> LoanTerms {
    LoanTerms(
      principal: principal, agreedOn: start, startsOn: start, maturesOn: maturity,
      rate: .fixed(rate))
  }

  package func repaid(
    _ method: RepaymentMethod, everyMonths months: Int, on settlementDay: Int? = nil
  ) -> LoanTerms {
    with {
      $0.repayment = RepaymentTerms(
        method: method, interestEveryMonths: months, settlementDay: settlementDay)
    }
  }

  package func counting(_ basis: InterestBasis) -> LoanTerms { with { $0.basis = basis } }

  package func subsidised(
    by payer: Payer = .finance, percent: Int, upTo limit: Money? = nil, until end: Day? = nil,
    stopsWhenOverdue: Bool = true
  ) -> LoanTerms {
    with {
      $0.subsidy = SubsidyTerms(
        payer: payer, shareBasisPoints: percent * 100, principalLimit: limit, until: end,
        stopsWhenOverdue: stopsWhenOverdue)
    }
  }

  /// These terms with something changed.
  package func with(_ change: (inout LoanTerms) -> Void) -> LoanTerms {
    var terms = self
    change(&terms)
    return terms
  }

  /// The schedule of these terms.
  package func schedule(_ market: MarketRates = .none) throws -> [Installment] {
    try RepaymentSchedule(LoanContract(self, market: market)).installments
  }
}
