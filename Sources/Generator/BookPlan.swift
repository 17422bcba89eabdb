package import LoanProducts
package import Quantities

/// Which book is asked for.
package struct BookPlan: Hashable, Sendable {
  package let seed: UInt64
  package let loanCount: Int
  package let bankCount: Int
  package let firstMonth: Month
  package let lastMonth: Month
  /// Whether the last month is not accrued yet: its facts are there, and its run is still to come.
  package var isLastMonthOpen = false

  /// The most loans of a book: as many as a bank's loan numbers of a year have room for.
  package static let largestLoanCount = 9_999_999
  /// The identity numbers that nobody has are enough for so many.
  package static let largestLoanCountOfBank = 1_500_000
  package static let largestBankCount = 900
  package static let largestMonthCount = 60
  /// No product is offered before.
  package static let earliestMonth = Month(year: 2020, month: 1)

  package init(
    seed: UInt64, loanCount: Int, bankCount: Int, monthCount: Int, through lastMonth: Month
  ) {
    self.seed = seed
    self.loanCount = loanCount
    self.bankCount = bankCount
    self.lastMonth = lastMonth
    firstMonth = lastMonth + (1 - monthCount)
  }

  /// How many months are accrued.
  package var runCount: Int { lastMonth - firstMonth + (isLastMonthOpen ? 0 : 1) }

  package var months: [Month] {
    (0...(lastMonth - firstMonth)).map { firstMonth + $0 }
  }

  /// How many loans the bank at a place has: banks are not of one size.
  ///
  /// One of five kinds each, from 8 to 12 parts; what the division leaves goes one by one to the
  /// first banks.
  package func loanCount(ofBankAt place: Int) -> Int {
    let weights = (0..<bankCount).map { 8 + ($0 % 5) }
    let whole = weights.reduce(0, +)
    let left = loanCount - weights.reduce(0) { $0 + loanCount * $1 / whole }
    return loanCount * weights[place] / whole + (place < left ? 1 : 0)
  }
}

/// What the banks lend by: products, rates, who pays beside the borrower.
package struct LendingRules: Sendable {
  package let market: MarketRates
  package let programmes: [Programme]
  package let funds: [CompensationFund]
  private let products: [ProductLine: [LoanProduct]]

  package init(
    products: [LoanProduct], market: MarketRates, programmes: [Programme],
    funds: [CompensationFund]
  ) {
    self.products = Dictionary(grouping: products, by: \.line)
    self.market = market
    self.programmes = programmes
    self.funds = funds
  }

  /// The version that agreements of a day are signed under; nil if none is offered.
  func product(_ line: ProductLine, on day: Day) -> LoanProduct? {
    products[line]?.first { $0.isOffered(on: day) }
  }

  /// Who pays for a loan beside its borrower: the nearest programme and the nearest fund.
  func payers(
    _ terms: inout LoanTerms, line: ProductLine, division: String
  ) -> InventedLoan.Payers {
    var payers = InventedLoan.Payers()
    if let payer = terms.subsidy?.payer {
      payers.programme =
        programmes.filter { $0.payer == payer }
        .nearest(line: line, division: division, on: terms.agreedOn)?.code
    }
    if let fund = funds.nearest(line: line, division: division, on: terms.agreedOn) {
      let share = fund.sharePercent(of: terms.principal)
      if share > 0 {
        payers.fund = fund.code
        payers.fundSharePercent = share
        terms.fundSharePercent = share
      }
    }
    return payers
  }
}

/// A bank that lends in the book.
package struct LendingBank: Hashable, Sendable {
  package let id: Int64
  /// 1…999.
  package let number: Int
  package let divisionCode: String
  package let loanCount: Int

  package init(id: Int64, number: Int, divisionCode: String, loanCount: Int) {
    self.id = id
    self.number = number
    self.divisionCode = divisionCode
    self.loanCount = loanCount
  }
}
