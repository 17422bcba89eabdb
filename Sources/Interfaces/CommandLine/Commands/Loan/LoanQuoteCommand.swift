import ArgumentParser
import CatalogFiles
import Interchange
import LoanProducts
import Operations
import Origination
import Quantities
import Repositories

/// `shanhai loan quote`: what a loan would cost, without a database and without a clock.
struct LoanQuoteCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "quote", abstract: say(.quoteAbstract), discussion: say(.quoteDiscussion))
  }

  @OptionGroup var language: LanguageOption
  @OptionGroup var output: FormatOption

  @Option(help: ArgumentHelp(.quoteLineHelp)) var line = ProductLine.other
  @Option(help: ArgumentHelp(.quoteCatalogHelp, valueName: "folder")) var catalog: String?
  @Option(help: ArgumentHelp(.amountHelp)) var amount: String
  @Option(help: ArgumentHelp(.quoteRateHelp)) var ratePercent: String?
  @Option(help: ArgumentHelp(.quoteStartsOnHelp)) var startsOn: Day
  @Option(help: ArgumentHelp(.maturesOnHelp)) var maturesOn: Day?
  @Option(help: ArgumentHelp(.quoteMonthsHelp)) var months: Int?
  @Option(help: ArgumentHelp(.quoteMethodHelp)) var method: String?
  @Option(
    name: [.customLong("interest-every-months"), .customLong("every-months")],
    help: ArgumentHelp(.interestEveryHelp))
  var interestEveryMonths: String?
  @Option(help: ArgumentHelp(.quoteSettlementDayHelp)) var settlementDay: String?
  @Option(help: ArgumentHelp(.principalEveryHelp)) var principalEveryMonths: String?
  @Option(help: ArgumentHelp(.principalFromHelp)) var principalFrom: String?
  @Option(help: ArgumentHelp(.planHelp)) var plan: String?
  @Option(help: ArgumentHelp(.monthWeightsHelp)) var monthWeights: String?
  @Option(help: ArgumentHelp(.quoteStepsHelp)) var steps: String?
  @Option(help: ArgumentHelp(.basisHelp)) var basis: String?
  @Option(help: ArgumentHelp(.categoryHelp)) var category: String?
  @Flag(help: ArgumentHelp(.subsidisedHelp)) var subsidised = false
  @Option(help: ArgumentHelp(.quoteSubsidyPercentHelp)) var subsidyPercent: String?
  @Option(help: ArgumentHelp(.quoteSubsidyLimitHelp)) var subsidyLimit: String?
  @Option(help: ArgumentHelp(.subsidyUntilHelp)) var subsidyUntil: String?
  @Option(help: ArgumentHelp(.quoteFeeHelp)) var fee: String?

  private static let currency = Currency.yuan

  func run() throws {
    let folder = try catalog.map { try QuoteCatalog(folder: $0, line: line, on: startsOn) }
    let hasOwnSubsidy = subsidyPercent != nil || subsidyLimit != nil
    guard folder == nil ? !subsidised : !hasOwnSubsidy else {
      throw Failure(.usage, code: "usage.one_kind_of_subsidy", .oneKindOfSubsidy)
    }
    guard subsidyLimit == nil || subsidyPercent != nil else {
      throw Failure(.usage, code: "usage.subsidy_limit_alone", .subsidyLimitAlone)
    }
    let text = try fields(folder?.product)
    let reader = try CSVReader(ByteSource(text: text), columns: Self.columns)
    guard let row = try reader.next() else { return }
    var request = QuoteRequest(try ApplicationFields.application(row, currency: Self.currency))
    request.application.repayment.steps = try parsedSteps()
    guard steps == nil || request.application.repayment.method == .stepped else {
      throw Failure(.usage, code: "usage.steps_without_stepped", .stepsWithoutStepped)
    }
    request.product = folder?.product
    request.market = folder?.market
    request.fee =
      try row.optional("fee") { column throws(LineProblem) in
        try row.money(column, in: Self.currency)
      } ?? .zero
    request.subsidy = try subsidy(row, request.application)
    let quote = try QuoteLoan.run(request)
    try output.print(QuoteSections(quote, request, Self.currency).all)
  }

  /// The steps of stepped instalments, as `NUMBER:PERCENT;…` gives them.
  private func parsedSteps() throws -> [InstallmentStep] {
    try (steps ?? "").split(separator: ";").map { step in
      let parts = step.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
      guard parts.count == 2, let number = parts[0], let percent = parts[1] else {
        throw Failure(.usage, code: "usage.steps_unreadable", .stepsUnreadable(String(step)))
      }
      return InstallmentStep(fromNumber: number, percent: Int64(percent))
    }
  }

  private static var columns: CSVColumns {
    CSVColumns(
      required: ["line", "amount", "agreed_on", "matures_on", "method"],
      optional: ApplicationFields.optional + ["fee", "subsidy_percent", "subsidy_limit"])
  }

  private func subsidy(
    _ row: CSVRow, _ application: LoanApplication
  ) throws(LineProblem) -> SubsidyTerms? {
    guard let text = try row.optional("subsidy_percent", row.text) else { return nil }
    guard let share = FixedPoint.parse(text, decimals: 2), (1...10_000).contains(share) else {
      throw row.problem("subsidy_percent", .percentOutsideRange(allowed: "0.01…100"))
    }
    let limit = try row.optional("subsidy_limit") { column throws(LineProblem) in
      try row.money(column, in: Self.currency)
    }
    return SubsidyTerms(
      payer: .finance, shareBasisPoints: Int(share), principalLimit: limit,
      until: application.subsidyUntil, stopsWhenOverdue: true)
  }

  /// The options as the row of a file, which the code of `loan apply` reads; what is not given is
  /// the first that the product offers.
  private func fields(_ product: LoanProduct?) throws -> String {
    let method = method ?? product?.methods.first?.rawValue
    let known = method.flatMap { RepaymentMethod(rawValue: $0) }
    let months = known == .atMaturity ? nil : product?.interestEveryMonths.first.map { "\($0)" }
    let settlementDay = settlementDay ?? defaultSettlementDay(known, product)
    let given: [(String, String?)] = [
      ("line", line.rawValue), ("amount", amount), ("agreed_on", "\(startsOn)"),
      ("matures_on", "\(try maturity())"), ("method", method),
      ("interest_every_months", interestEveryMonths ?? months),
      ("settlement_day", settlementDay == "start" ? nil : settlementDay),
      ("principal_every_months", principalEveryMonths), ("principal_from", principalFrom),
      ("plan", plan), ("month_weights", monthWeights),
      ("basis", basis ?? product?.bases.first?.text), ("rate_percent", ratePercent),
      ("category", category), ("subsidised", subsidised ? "yes" : "no"),
      ("subsidy_until", subsidyUntil), ("fee", fee), ("subsidy_percent", subsidyPercent),
      ("subsidy_limit", subsidyLimit),
    ]
    return CSVWriter.line(given.map(\.0)) + CSVWriter.line(given.map { $0.1 ?? "" })
  }

  /// The product's settlement day; equal instalments fall due on the day of the disbursement.
  private func defaultSettlementDay(
    _ method: RepaymentMethod?, _ product: LoanProduct?
  ) -> String? {
    switch method {
    case .atMaturity, .equalInstallments, .graceThenEqualInstallments, .stepped, nil: nil
    case .equalPrincipal, .interestThenPrincipal, .plan, .seasonal, .revolving, .imported:
      product?.settlementDay.map { "\($0)" }
    }
  }

  private func maturity() throws -> Day {
    switch (maturesOn, months) {
    case (let day?, nil): return day
    case (nil, let months?) where (1...3_600).contains(months):
      return startsOn.adding(months: months)
    case (_, _): throw Failure(.usage, code: "usage.one_term", .oneTerm)
    }
  }
}

/// What a quote takes from the files of a catalog.
struct QuoteCatalog {
  let product: LoanProduct
  /// Nil if the folder has no `lpr.csv`.
  let market: MarketRates?

  /// - Throws: `FileRefusal`; `OriginationError.noProductOffered`.
  init(folder: String, line: ProductLine, on day: Day) throws {
    let content = try CatalogFolder(path: folder).content
    let versions = content.products.flatMap(\.rows).map(\.value.product).filter { $0.line == line }
    product = try Origination.product(line, on: day, of: versions)
    let published = content.publications.rows.map { row in
      MarketRates.Publication(
        on: row.value.publishedOn, oneYear: row.value.oneYear, fiveYear: row.value.fiveYear)
    }
    market = published.isEmpty ? nil : MarketRates(published)
  }
}
