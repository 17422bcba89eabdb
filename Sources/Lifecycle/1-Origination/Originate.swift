import Banks
package import LoanProducts
package import Quantities

/// The rules by which an application becomes signed terms, or is refused.
package enum Origination {
  /// A loan to one borrower is at most this share of the bank's net capital.
  ///
  /// Source: 商业银行法 art. 39 (2015 text): 10 %.
  package static let singleBorrowerPercent = 10

  /// An agreement needs an LPR published at most this many days before it.
  package static let lprDaysAllowed = 31

  /// The terms that an application and the product's version of its day give.
  ///
  /// - Parameters:
  ///   - application: what is asked for.
  ///   - applicant: what the bank knows.
  /// - Returns: the terms to sign, and the version of the product they stand under.
  /// - Throws: the first `OriginationError` that applies, in the order of its cases.
  package static func originate(
    _ application: LoanApplication, by applicant: Applicant
  ) throws(OriginationError) -> (terms: LoanTerms, product: LoanProduct) {
    try checkRequest(application)
    let product = try product(
      application.line, on: application.agreedOn, of: applicant.products)
    try checkBorrower(applicant, product: product, on: application.agreedOn)
    try checkShape(application, product: product)
    try checkPrincipal(application, taken: applicant.sameLinePrincipal, product: product)
    let terms = try terms(application, product: product, market: applicant.market)
    if product.isOneSubsidisedPerHousehold, application.isSubsidised,
      applicant.subsidisedInHousehold > 0
    {
      throw .householdAlreadySubsidised(loans: applicant.subsidisedInHousehold)
    }
    try checkExposure(application, applicant)
    return (terms, product)
  }

  /// The terms a product would give, while nothing is known of a borrower.
  ///
  /// - Parameters:
  ///   - application: what is asked for.
  ///   - product: the version of the day of the agreement.
  ///   - market: the LPR; nil takes the rate asked for as it is, and fixed.
  /// - Returns: the terms, as `originate` would sign them.
  /// - Throws: the first `OriginationError` that applies to method, amount, rate and subsidy.
  package static func quote(
    _ application: LoanApplication, product: LoanProduct, market: MarketRates?
  ) throws(OriginationError) -> LoanTerms {
    try checkShape(application, product: product)
    try checkPrincipal(application, taken: .zero, product: product)
    if let market { return try terms(application, product: product, market: market) }
    guard let rate = application.rate else { throw .lprNotPublished(on: application.agreedOn) }
    return try terms(application, product: product, rate: .fixed(rate))
  }

  /// The version of a line that agreements of a day are signed under.
  ///
  /// - Throws: `OriginationError.noProductOffered`.
  package static func product(
    _ line: ProductLine, on day: Day, of products: [LoanProduct]
  ) throws(OriginationError) -> LoanProduct {
    guard let product = products.first(where: { $0.isOffered(on: day) }) else {
      throw .noProductOffered(line, on: day, periods: products.map(\.period))
    }
    return product
  }

  private static func terms(
    _ application: LoanApplication, product: LoanProduct, market: MarketRates
  ) throws(OriginationError) -> LoanTerms {
    let rate = try rate(application, product: product, market: market)
    var terms = try terms(application, product: product, rate: rate)
    terms.keepIndex(of: market)
    return terms
  }

  private static func terms(
    _ application: LoanApplication, product: LoanProduct, rate: RateTerms
  ) throws(OriginationError) -> LoanTerms {
    var terms = LoanTerms(
      principal: application.principal, agreedOn: application.agreedOn,
      startsOn: application.startsOn, maturesOn: application.maturesOn, rate: rate)
    terms.repayment = application.repayment
    terms.basis = application.basis
    terms.rounding = product.rounding
    terms.penaltyPercent = product.penaltyPercent
    terms.graceDays = product.graceDays
    terms.compound = product.compound
    if product.line == .studentAid { terms.graduation = GraduationTerms(yearsToMaturity: 15) }
    terms.subsidy = try subsidy(application, product: product)
    return terms
  }

  private static func checkRequest(_ application: LoanApplication) throws(OriginationError) {
    guard application.principal.isPositive else {
      throw .principalNotPositive(application.principal)
    }
    guard application.agreedOn <= application.startsOn,
      application.startsOn < application.maturesOn
    else {
      throw .daysOutOfOrder(
        agreedOn: application.agreedOn, startsOn: application.startsOn,
        maturesOn: application.maturesOn)
    }
    guard application.purpose.contains(where: { !$0.isWhitespace }) else { throw .purposeMissing }
  }

  private static func checkBorrower(
    _ applicant: Applicant, product: LoanProduct, on day: Day
  ) throws(OriginationError) {
    let borrower = applicant.borrower
    guard product.borrowerKinds.contains(borrower.kind) else {
      throw .borrowerKindNotEligible(borrower.kind, allowed: product.borrowerKinds)
    }
    if borrower.kind == .student, borrower.coBorrowerID == nil { throw .coBorrowerMissing }
    if let ages = product.ages, borrower.kind.isNatural {
      guard let age = borrower.age(on: day) else { throw .ageUnknown(allowed: ages) }
      guard ages.contains(age) else { throw .ageOutsideRange(age, allowed: ages) }
    }
    guard applicant.bank.mayLend(in: borrower.divisionCode) else {
      throw .outsideBankArea(
        divisionCode: borrower.divisionCode, allowed: applicant.bank.areaCodePrefixes)
    }
  }

  private static func checkShape(
    _ application: LoanApplication, product: LoanProduct
  ) throws(OriginationError) {
    let repayment = application.repayment
    guard product.methods.contains(repayment.method) else {
      throw .methodNotOffered(repayment.method, allowed: product.methods)
    }
    guard
      repayment.method == .atMaturity
        || product.interestEveryMonths.contains(repayment.interestEveryMonths)
    else {
      throw .intervalNotOffered(
        months: repayment.interestEveryMonths, allowed: product.interestEveryMonths)
    }
    guard product.bases.contains(application.basis) else {
      throw .basisNotOffered(application.basis, allowed: product.bases)
    }
    let latest = application.startsOn.adding(months: product.longestMonths)
    guard application.maturesOn <= latest else {
      throw .termTooLong(maturesOn: application.maturesOn, latest: latest)
    }
  }

  private static func checkPrincipal(
    _ application: LoanApplication, taken: Money, product: LoanProduct
  ) throws(OriginationError) {
    guard let limit = product.limit(category: application.category) else {
      throw .categoryUnknown(application.category, allowed: product.limits.map(\.category))
    }
    guard application.principal >= limit.amounts.lowerBound,
      application.principal <= .largestAmount,
      application.principal + taken <= limit.amounts.upperBound
    else {
      throw .principalOutsideRange(
        asked: application.principal, taken: taken, allowed: limit.amounts)
    }
  }

  private static func rate(
    _ application: LoanApplication, product: LoanProduct, market: MarketRates
  ) throws(OriginationError) -> RateTerms {
    guard let publication = market.published(by: application.agreedOn) else {
      throw .lprNotPublished(on: application.agreedOn)
    }
    guard application.agreedOn - publication.on <= lprDaysAllowed else {
      throw .lprTooOld(
        publishedOn: publication.on, agreedOn: application.agreedOn, daysAllowed: lprDaysAllowed)
    }
    let index = product.rate.index(months: months(application))
    let published = index == .oneYear ? publication.oneYear : publication.fiveYear
    let expected = published + product.rate.spread
    if let asked = application.rate, asked != expected {
      guard product.rate.isCap else { throw .rateNotTheProducts(asked, expected: expected) }
      guard asked <= expected else { throw .rateAboveCap(asked, cap: expected) }
    }
    if let reset = product.rate.reset {
      return .floating(index: index, spread: product.rate.spread, reset: reset)
    }
    return .fixed(application.rate ?? expected)
  }

  /// The months of the term, a part of a month counting whole.
  private static func months(_ application: LoanApplication) -> Int {
    var months = application.maturesOn.month - application.startsOn.month
    if application.startsOn.adding(months: months) < application.maturesOn { months += 1 }
    return months
  }

  private static func subsidy(
    _ application: LoanApplication, product: LoanProduct
  ) throws(OriginationError) -> SubsidyTerms? {
    guard application.isSubsidised else { return nil }
    guard let subsidy = product.subsidy else { throw .subsidyNotOffered }
    if subsidy.end != .maturity, application.subsidyUntil == nil { throw .subsidyEndMissing }
    return SubsidyTerms(
      payer: subsidy.payer, shareBasisPoints: subsidy.shareBasisPoints,
      principalLimit: subsidy.principalLimit,
      until: subsidy.end == .maturity ? nil : application.subsidyUntil,
      stopsWhenOverdue: subsidy.stopsWhenOverdue)
  }

  private static func checkExposure(
    _ application: LoanApplication, _ applicant: Applicant
  ) throws(OriginationError) {
    guard let capital = applicant.netCapital else {
      throw .netCapitalUnknown(on: application.agreedOn)
    }
    let limit = Money(
      minorUnits: Int64(
        Rounding.down.divide(
          Int128(capital.minorUnits) * Int128(singleBorrowerPercent), by: 100)))
    guard applicant.exposure + application.principal <= limit else {
      throw .singleBorrowerLimit(
        asked: application.principal, exposure: applicant.exposure, limit: limit)
    }
  }
}

extension LoanProduct {
  /// `2021-03-04…2025-12-31`, for messages.
  fileprivate var period: String {
    "\(validFrom)…" + (validUntil.map { "\($0 - 1)" } ?? "")
  }
}
