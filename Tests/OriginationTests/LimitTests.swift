import Banks
import Fixtures
import LoanProducts
import Origination
import Quantities
import Testing

/// Goal: every bound lies exactly where its rule puts it.
///
/// Method: on each side of each bound one asking; the good side is signed, the other refused.
@Suite("the limits of origination")
struct LimitTests {
  @Test(
    "full years count from the birthday: 18 to 65 may borrow, 17 and 66 may not",
    arguments: [
      ("2007-06-02", 17), ("2007-06-01", nil), ("1959-06-02", nil), ("1959-06-01", 66),
    ] as [(Day, Int?)])
  func ages(_ bornOn: Day, _ refused: Int?) throws {
    let asking = try Asking().with { $0.applicant.borrower.bornOn = bornOn }
    #expect(asking.refusal == refused.map { .ageOutsideRange($0, allowed: 18...65) })
  }

  @Test("an organisation has no age, and none is asked of it")
  func organisation() throws {
    let asking = try Asking().with {
      $0.product.borrowerKinds = [.cooperative]
      try $0.makeBorrower(.cooperative)
      $0.applicant.borrower.bornOn = nil
    }
    #expect(asking.refusal == nil)
  }

  @Test(
    "amounts reach from the product's least to its most",
    arguments: [
      ("999.99", false), ("1000.00", true), ("100000.00", true), ("100000.01", false),
    ] as [(Money, Bool)])
  func amounts(_ principal: Money, _ isSigned: Bool) throws {
    let limits: ClosedRange<Money> = "1000.00"..."100000.00"
    let asking = try Asking().with {
      $0.application.principal = principal
      $0.product.limits = [ProductLimit(category: "any", amounts: limits)]
    }
    let refusal = OriginationError.principalOutsideRange(
      asked: principal, taken: .zero, allowed: limits)
    #expect(asking.refusal == (isSigned ? nil : refusal))
  }

  @Test("what the borrower has of the same line counts against the most, to the fen")
  func taken() throws {
    let full = try Asking().with {
      $0.applicant.sameLinePrincipal = "50000.00"
      $0.applicant.netCapital = "9000000.00"
    }
    #expect(full.refusal == nil)
    let over = full.with { $0.applicant.sameLinePrincipal = "50000.01" }
    #expect(
      over.refusal
        == .principalOutsideRange(
          asked: "50000.00", taken: "50000.01", allowed: "0.00"..."100000.00"))
  }

  @Test("a student's limit is that of the category")
  func category() throws {
    let asking = try Asking().with {
      $0.product.limits = [
        ProductLimit(category: "undergraduate", amounts: "1000.00"..."20000.00"),
        ProductLimit(category: "postgraduate", amounts: "1000.00"..."25000.00"),
      ]
      $0.application.principal = "20000.01"
      $0.application.category = "postgraduate"
    }
    #expect(asking.refusal == nil)
    let undergraduate = asking.with { $0.application.category = "undergraduate" }
    #expect(undergraduate.refusal?.code == "origination.principal_outside_range")
  }

  @Test("no sum of principal and what is taken is too large to be compared")
  func hugeAmounts() throws {
    let asking = try Asking().with {
      $0.application.principal = Money(minorUnits: .max)
      $0.applicant.sameLinePrincipal = .largestAmount
      $0.product.limits = [
        ProductLimit(category: "any", amounts: .zero...Money(minorUnits: .max))
      ]
    }
    #expect(asking.refusal?.code == "origination.principal_outside_range")
  }

  @Test(
    "a term ends on the last day the months allow, a month's end included",
    arguments: [
      ("2025-06-01", "2028-06-01", true), ("2025-06-01", "2028-06-02", false),
      ("2025-05-31", "2028-05-31", true), ("2025-05-31", "2028-06-01", false),
    ] as [(Day, Day, Bool)])
  func term(_ startsOn: Day, _ maturesOn: Day, _ isSigned: Bool) throws {
    let asking = try Asking().with {
      $0.application.agreedOn = startsOn
      $0.application.startsOn = startsOn
      $0.application.maturesOn = maturesOn
      $0.applicant.borrower.bornOn = "1985-01-01"
    }
    #expect((asking.refusal == nil) == isSigned)
  }

  @Test(
    "an LPR of 31 days ago will do, one of 32 days ago won't",
    arguments: [("2025-06-20", nil), ("2025-06-21", "2025-05-20")] as [(Day, Day?)])
  func lprAge(_ agreedOn: Day, _ tooOld: Day?) throws {
    let asking = try Asking().with {
      $0.application.agreedOn = agreedOn
      $0.application.startsOn = agreedOn
    }
    let refusal = tooOld.map {
      OriginationError.lprTooOld(publishedOn: $0, agreedOn: agreedOn, daysAllowed: 31)
    }
    #expect(asking.refusal == refusal)
  }

  @Test(
    "a term of up to 12 months is capped by the one-year LPR, a day more by the five-year one",
    arguments: [
      ("2026-06-01", "3.00", "3.01"), ("2026-06-02", "3.50", "3.51"),
    ] as [(Day, AnnualRate, AnnualRate)])
  func cap(_ maturesOn: Day, _ cap: AnnualRate, _ above: AnnualRate) throws {
    let asking = try Asking().with { $0.application.maturesOn = maturesOn }
    #expect(try asking.signed().rate == .fixed(cap))
    #expect(try asking.with { $0.application.rate = "1.25" }.signed().rate == .fixed("1.25"))
    #expect(try asking.with { $0.application.rate = cap }.signed().rate == .fixed(cap))
    #expect(
      asking.with { $0.application.rate = above }.refusal == .rateAboveCap(above, cap: cap))
  }

  @Test("a rate below a product's fixed one is refused as well, and a floating one keeps its reset")
  func ownRate() throws {
    let asking = try Asking().with {
      $0.product.rate.isCap = false
      $0.product.rate.spread = "0.50"
      $0.product.rate.reset = .yearly(month: 1, day: 1)
    }
    let floating = RateTerms.floating(
      index: .oneYear, spread: "0.50", reset: .yearly(month: 1, day: 1))
    #expect(try asking.signed().rate == floating)
    #expect(try asking.with { $0.application.rate = "3.50" }.signed().rate == floating)
    #expect(
      asking.with { $0.application.rate = "3.49" }.refusal
        == .rateNotTheProducts("3.49", expected: "3.50"))
  }

  /// Agreements of 2026-01-01 to 2026-02-27 fall between the two notices.
  @Test(
    "microcredit is offered until 2025-12-31 and again from 2026-02-28, not between",
    arguments: [
      ("2025-12-31", 1), ("2026-01-01", nil), ("2026-02-27", nil), ("2026-02-28", 2),
    ] as [(Day, Int?)])
  func gap(_ agreedOn: Day, _ version: Int?) throws {
    let asking = try Asking().with {
      $0.applicant.products = [.microcredit, .secondMicrocredit]
      $0.applicant.market = MarketRates([
        .init(on: "2025-12-22", oneYear: "3.00", fiveYear: "3.50"),
        .init(on: "2026-02-24", oneYear: "3.00", fiveYear: "3.50"),
      ])
      $0.application.agreedOn = agreedOn
      $0.application.startsOn = agreedOn
      $0.application.maturesOn = "2026-12-31"
    }
    if let version {
      let signed = try Origination.originate(asking.application, by: asking.applicant)
      #expect(signed.product.version == version)
    } else {
      #expect(
        asking.refusal
          == .noProductOffered(
            .microcredit, on: agreedOn, periods: ["2021-03-04…2025-12-31", "2026-02-28…"]))
    }
  }

  /// Net capital 1,000,009.99: a tenth is 100,000.999, so 100,000.99 may be owed at most.
  @Test(
    "one borrower owes at most a tenth of the net capital, rounded down to the fen",
    arguments: [("50000.99", true), ("51000.00", false), ("50001.00", false)] as [(Money, Bool)])
  func singleBorrower(_ exposure: Money, _ isSigned: Bool) throws {
    let asking = try Asking().with {
      $0.applicant.netCapital = "1000009.99"
      $0.applicant.exposure = exposure
    }
    let refusal = OriginationError.singleBorrowerLimit(
      asked: "50000.00", exposure: exposure, limit: "100000.99")
    #expect(asking.refusal == (isSigned ? nil : refusal))
  }

  @Test("a household that has a subsidised loan may still borrow without subsidy")
  func unsubsidised() throws {
    let asking = try Asking().with {
      $0.applicant.subsidisedInHousehold = 1
      $0.application.isSubsidised = false
    }
    #expect(try asking.signed().subsidy == nil)
  }

  @Test("a bank whose area no rule bounds lends anywhere")
  func noArea() throws {
    let asking = try Asking().with {
      $0.applicant.bank.areaCodePrefixes = []
      $0.applicant.borrower.divisionCode = ""
    }
    #expect(asking.refusal == nil)
  }

  @Test("what falls due at maturity has no interval to be asked for")
  func atMaturity() throws {
    let asking = try Asking().with {
      $0.application.repayment = RepaymentTerms(method: .atMaturity, interestEveryMonths: 0)
    }
    #expect(asking.refusal == nil)
  }
}

/// Goal: the terms to sign hold what was asked for and what the product fixes.
@Suite("signed terms")
struct SignedTermsTests {
  @Test("take shape, days and amount from the application, the rest from the product")
  func terms() throws {
    let asking = try Asking().with {
      $0.application.startsOn = "2025-06-03"
      $0.product.penaltyPercent = 130
      $0.product.rounding = .halfEven
    }
    let terms = try asking.signed()
    #expect(terms.principal == "50000.00")
    #expect(terms.agreedOn == "2025-06-01")
    #expect(terms.startsOn == "2025-06-03")
    #expect(terms.maturesOn == "2026-06-01")
    #expect(terms.repayment == asking.application.repayment)
    #expect(terms.basis == .months)
    #expect(terms.rounding == .halfEven)
    #expect(terms.penaltyPercent == 130)
    #expect(
      terms.subsidy
        == SubsidyTerms(
          payer: .finance, shareBasisPoints: 5_000, principalLimit: "50000.00",
          stopsWhenOverdue: true))
  }

  @Test("end the subsidy on the named day where the product ends it before maturity")
  func graduation() throws {
    let asking = try Asking().with {
      $0.product.subsidy = ProductSubsidy(
        payer: .finance, shareBasisPoints: 10_000, principalLimit: nil, end: .graduation,
        stopsWhenOverdue: false)
      $0.application.subsidyUntil = "2026-03-01"
    }
    #expect(try asking.signed().subsidy?.until == "2026-03-01")
    let toMaturity = try Asking().with { $0.application.subsidyUntil = "2026-03-01" }
    #expect(try toMaturity.signed().subsidy?.until == nil)
  }
}
