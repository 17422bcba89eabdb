import Interchange
import LoanProducts
import Operations
import Origination
import Quantities
import Scheduling

/// The sections in which a quote is shown: what it rests on, what it costs, its instalments.
struct QuoteSections {
  private let quote: LoanQuote
  private let request: QuoteRequest
  private let currency: Currency

  init(_ quote: LoanQuote, _ request: QuoteRequest, _ currency: Currency) {
    self.quote = quote
    self.request = request
    self.currency = currency
  }

  var all: [ListingSection] {
    [
      ListingSection(key: "terms", title: say(.sectionTerms), listing: terms),
      ListingSection(key: "cost", title: say(.sectionCost), listing: cost),
      ListingSection(key: "schedule", title: say(.sectionQuoteSchedule), listing: schedule),
    ]
  }

  private var named: Listing {
    Listing([.init("name", say(.name)), .init("value", say(.value), .right)])
  }

  private var terms: Listing {
    let terms = quote.terms
    let line = request.application.line
    var listing = named
    listing.rows = [
      [.word("line", shown: say(.productLine)), .word(line.rawValue, shown: say(.listed(line)))],
      [
        .word("product_version", shown: say(.productVersion)),
        request.product.map { .integer($0.version) } ?? .none,
      ],
      [.word("principal", shown: say(.principal)), .money(terms.principal, currency)],
      [.word("starts_on", shown: say(.startsOn)), .day(terms.startsOn)],
      [.word("matures_on", shown: say(.maturesOn)), .day(terms.maturesOn)],
      [.word("method", shown: say(.method)), .text(terms.repayment.method.rawValue)],
      [
        .word("interest_every_months", shown: say(.interestEveryMonths)),
        .integer(terms.repayment.interestEveryMonths),
      ],
      [
        .word("settlement_day", shown: say(.settlementDay)),
        terms.repayment.settlementDay.map { .integer($0) } ?? .none,
      ],
      [.word("basis", shown: say(.basis)), .text(terms.basis.text)],
      [
        .word("rate_percent", shown: say(.ratePercent)),
        .decimal(quote.contract.rates.rate(on: terms.startsOn).percent),
      ],
      [
        .word("provisional", shown: say(.provisional)),
        .flag(terms.rate.isFloating, shown: say(.yesNo(terms.rate.isFloating))),
      ],
    ]
    return listing
  }

  private var cost: Listing {
    let due = quote.payments
    var listing = named
    listing.rows = [
      [.word("due_days", shown: say(.dueDays)), .integer(quote.schedule.installments.count)],
      [.word("payments", shown: say(.payments)), .integer(due.count)],
      money("first_payment", .firstPayment, due.first?.borrowerTotal),
      money("usual_payment", .usualPayment, quote.usualInstallment),
      money("last_payment", .lastPayment, due.last?.borrowerTotal),
      money("interest", .totalInterest, quote.interest),
      money("subsidy_pays", .subsidyPays, quote.subsidised),
      money("fee", .fee, quote.fee),
      money("cost", .borrowerCost, quote.cost),
      money("borrower_pays", .borrowerPaysInAll, quote.borrowerPays),
      rate("effective_percent", .effectivePercent, quote.rates.european),
      rate("nominal_percent", .nominalPercent, quote.rates.nominal),
      rate("apr_eu_percent", .aprEuropean, quote.rates.european),
      rate("apr_us_percent", .aprAmerican, quote.rates.appendixJ),
      [.word("apr_us_unit_period", shown: say(.unitPeriod)), .text(quote.rates.unitPeriod)],
    ]
    return listing
  }

  private func money(_ key: String, _ phrase: Phrase, _ amount: Money?) -> [Listing.Cell] {
    [.word(key, shown: say(phrase)), amount.map { .money($0, currency) } ?? .none]
  }

  /// For people two decimals, halves away from zero.
  private func rate(_ key: String, _ phrase: Phrase, _ percent: String) -> [Listing.Cell] {
    let units = FixedPoint.parse(percent, decimals: 6).map { Int128($0) } ?? 0
    let shown = FixedPoint.text(Rounding.halfUp.divide(units, by: 10_000), decimals: 2)
    return [.word(key, shown: say(phrase)), .word(percent, shown: shown)]
  }

  private var schedule: Listing {
    var listing = Listing([
      .init("number", say(.installment), .right), .init("due_on", say(.dueOn)),
      .init("principal", say(.principal), .right), .init("interest", say(.interest), .right),
      .init("subsidised", say(.subsidised), .right),
      .init("borrower_pays", say(.borrowerPays), .right),
      .init("balance", say(.balance), .right),
    ])
    listing.rows = quote.schedule.installments.map { due in
      [
        .integer(due.number), .day(due.dueOn), .money(due.principal, currency),
        .money(due.interest, currency), .money(due.subsidised, currency),
        .money(due.borrowerTotal, currency), .money(due.balance, currency),
      ]
    }
    return listing
  }
}
