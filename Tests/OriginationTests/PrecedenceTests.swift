import Banks
import Fixtures
import LoanProducts
import Origination
import Quantities
import Testing

/// One way to spoil a good asking, and the refusal it brings.
struct Flaw: CustomTestStringConvertible, Sendable {
  let error: OriginationError
  let spoil: @Sendable (inout Asking) throws -> Void

  init(_ error: OriginationError, _ spoil: @escaping @Sendable (inout Asking) throws -> Void) {
    self.error = error
    self.spoil = spoil
  }

  var testDescription: String { error.code }

  /// Every case of `OriginationError`, in its order.
  static let all: [Flaw] = requestFlaws + borrowerFlaws + shapeFlaws + rateFlaws + lastFlaws

  private static let requestFlaws: [Flaw] = [
    Flaw(.principalNotPositive(.zero)) { $0.application.principal = .zero },
    Flaw(.daysOutOfOrder(agreedOn: "2025-06-01", startsOn: "2025-05-31", maturesOn: "2026-06-01")) {
      $0.application.startsOn = "2025-05-31"
    },
    Flaw(.purposeMissing) { $0.application.purpose = " \t　" },
    Flaw(.noProductOffered(.microcredit, on: "2025-06-01", periods: ["2025-06-02…2025-12-31"])) {
      $0.product.validFrom = "2025-06-02"
    },
  ]

  private static let borrowerFlaws: [Flaw] = [
    Flaw(.borrowerKindNotEligible(.enterprise, allowed: [.household])) {
      $0.product.borrowerKinds = [.household]
      try $0.makeBorrower(.enterprise)
    },
    Flaw(.coBorrowerMissing) {
      $0.product.borrowerKinds = [.student]
      try $0.makeBorrower(.student)
    },
    Flaw(.ageUnknown(allowed: 18...65)) { $0.applicant.borrower.bornOn = nil },
    Flaw(.ageOutsideRange(17, allowed: 18...65)) { $0.applicant.borrower.bornOn = "2007-06-02" },
    Flaw(.outsideBankArea(divisionCode: "330226", allowed: ["330225"])) {
      $0.applicant.borrower.divisionCode = "330226"
    },
  ]

  private static let shapeFlaws: [Flaw] = [
    Flaw(
      .methodNotOffered(
        .equalPrincipal, allowed: [.equalInstallments, .interestThenPrincipal, .atMaturity])
    ) { $0.application.repayment.method = .equalPrincipal },
    Flaw(.intervalNotOffered(months: 2, allowed: [1, 3])) {
      $0.application.repayment.interestEveryMonths = 2
    },
    Flaw(.basisNotOffered(.days(.actual365), allowed: [.months, .days(.actual360)])) {
      $0.application.basis = .days(.actual365)
    },
    Flaw(.termTooLong(maturesOn: "2028-06-02", latest: "2028-06-01")) {
      $0.application.maturesOn = "2028-06-02"
    },
    Flaw(.categoryUnknown("any", allowed: ["undergraduate"])) {
      $0.product.limits = [
        ProductLimit(category: "undergraduate", amounts: "0.00"..."100000.00")
      ]
    },
    Flaw(
      .principalOutsideRange(
        asked: "100000.01", taken: .zero, allowed: "0.00"..."100000.00")
    ) { $0.application.principal = "100000.01" },
  ]

  private static let rateFlaws: [Flaw] = [
    Flaw(.lprNotPublished(on: "2025-06-01")) { $0.applicant.market = .none },
    Flaw(.lprTooOld(publishedOn: "2024-10-21", agreedOn: "2025-06-01", daysAllowed: 31)) {
      $0.applicant.market = MarketRates.lpr.known(by: "2025-05-19")
    },
    Flaw(.rateAboveCap("9.01", cap: "3.00")) {
      $0.product.rate.isCap = true
      $0.application.rate = "9.01"
    },
    Flaw(.rateNotTheProducts("9.00", expected: "3.00")) {
      $0.product.rate.isCap = false
      $0.application.rate = "9.00"
    },
  ]

  private static let lastFlaws: [Flaw] = [
    Flaw(.subsidyNotOffered) { $0.product.subsidy = nil },
    Flaw(.subsidyEndMissing) {
      $0.product.subsidy = ProductSubsidy(
        payer: .programme, shareBasisPoints: 5_000, principalLimit: nil, end: .trainingEnd,
        stopsWhenOverdue: true)
    },
    Flaw(.householdAlreadySubsidised(loans: 1)) { $0.applicant.subsidisedInHousehold = 1 },
    Flaw(.netCapitalUnknown(on: "2025-06-01")) { $0.applicant.netCapital = nil },
    Flaw(
      .singleBorrowerLimit(asked: "50000.00", exposure: "50000.01", limit: "100000.00")
    ) { $0.applicant.exposure = "50000.01" },
  ]
}

/// Goal: each refusal names its rule, what was found and what is allowed; of several, the first.
///
/// Method: one good asking, and for each case of the error one way to spoil it.
@Suite("an application that breaks rules")
struct PrecedenceTests {
  @Test("is good before it is spoilt")
  func good() throws {
    #expect(try Asking().refusal == nil)
  }

  @Test("is refused with the rule, the finding and the bound", arguments: Flaw.all)
  func alone(_ flaw: Flaw) throws {
    #expect(try Asking().with(flaw.spoil).refusal == flaw.error)
  }

  /// The later flaws are made first, so that an earlier one that touches the same field stands.
  @Test("is refused by the first broken rule of many", arguments: Flaw.all.indices)
  func first(_ index: Int) throws {
    var asking = try Asking()
    for flaw in Flaw.all[index...].reversed() { try flaw.spoil(&asking) }
    #expect(asking.refusal?.code == Flaw.all[index].error.code)
  }

  @Test("has a way to be refused for each case of the error, each with its code")
  func complete() {
    #expect(
      Flaw.all.map(\.error.code) == [
        "origination.principal_not_positive",
        "origination.days_out_of_order",
        "origination.purpose_missing",
        "origination.no_product_offered",
        "origination.borrower_kind_not_eligible",
        "origination.co_borrower_missing",
        "origination.age_unknown",
        "origination.age_outside_range",
        "origination.outside_bank_area",
        "origination.method_not_offered",
        "origination.interval_not_offered",
        "origination.basis_not_offered",
        "origination.term_too_long",
        "origination.category_unknown",
        "origination.principal_outside_range",
        "origination.lpr_not_published",
        "origination.lpr_too_old",
        "origination.rate_above_cap",
        "origination.rate_not_the_products",
        "origination.subsidy_not_offered",
        "origination.subsidy_end_missing",
        "origination.household_already_subsidised",
        "origination.net_capital_unknown",
        "origination.single_borrower_limit",
      ])
  }
}
