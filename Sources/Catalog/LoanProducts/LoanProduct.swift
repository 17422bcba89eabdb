package import Banks
package import Quantities

/// One version of a loan product: the rules agreements signed in its period are held to.
///
/// Versions of a line follow one another without overlap; a loan keeps the version it was signed
/// under for life. All figures are rows, each with the document it rests on.
package struct LoanProduct: Hashable, Sendable {
  package var line: ProductLine
  package var version: Int
  /// Agreements signed in `[validFrom, validUntil)`; nil for a version still offered.
  package var validFrom: Day
  package var validUntil: Day?
  package var nameZh: String
  package var nameEn: String
  package var document: String
  package var borrowerKinds: [BorrowerKind]
  /// Full years on the day of the agreement; nil where no age is asked.
  package var ages: ClosedRange<Int>?
  package var longestMonths: Int
  package var methods: [RepaymentMethod]
  package var bases: [InterestBasis]
  package var rounding: Rounding
  package var interestEveryMonths: [Int]
  package var settlementDay: Int?
  package var rate: ProductRate
  package var penaltyPercent: Int
  /// Days after a due day in which an instalment is not late.
  package var graceDays = 0
  /// Nil where unpaid interest bears no interest.
  package var compound: CompoundTerms?
  package var limits: [ProductLimit]
  package var subsidy: ProductSubsidy?
  /// At most one loan with a subsidy that is not repaid for each household.
  package var isOneSubsidisedPerHousehold: Bool

  package init(line: ProductLine, version: Int, validFrom: Day) {
    self.line = line
    self.version = version
    self.validFrom = validFrom
    validUntil = nil
    nameZh = ""
    nameEn = ""
    document = ""
    borrowerKinds = []
    ages = nil
    longestMonths = 0
    methods = []
    bases = []
    rounding = .halfUp
    interestEveryMonths = []
    settlementDay = nil
    rate = ProductRate(short: .oneYear, shortUpToMonths: 12, long: .fiveYear)
    penaltyPercent = 150
    limits = []
    subsidy = nil
    isOneSubsidisedPerHousehold = false
  }

  /// Whether agreements of this day are signed under this version.
  package func isOffered(on day: Day) -> Bool {
    day >= validFrom && validUntil.map { day < $0 } ?? true
  }

  /// The amounts allowed for a category of borrowers (undergraduate, postgraduate), or for any.
  package func limit(category: String) -> ProductLimit? {
    limits.first { $0.category == category } ?? limits.first { $0.category == "any" }
  }
}

/// The smallest and largest principal for a category of borrowers.
package struct ProductLimit: Hashable, Sendable {
  package let category: String
  package let amounts: ClosedRange<Money>

  package init(category: String, amounts: ClosedRange<Money>) {
    self.category = category
    self.amounts = amounts
  }
}

/// How a product's rate follows from the LPR.
package struct ProductRate: Hashable, Sendable {
  /// The index for terms up to `shortUpToMonths`, and for longer ones.
  package var short: RateIndex
  package var shortUpToMonths: Int
  package var long: RateIndex
  /// Added to the index; may be negative.
  package var spread: AnnualRate
  /// A fixed rate may be agreed up to the index plus the spread; otherwise it is exactly that.
  package var isCap: Bool
  /// When a floating rate is taken anew; nil for a fixed rate.
  package var reset: RateReset?

  package init(short: RateIndex, shortUpToMonths: Int, long: RateIndex) {
    self.short = short
    self.shortUpToMonths = shortUpToMonths
    self.long = long
    spread = .zero
    isCap = false
    reset = nil
  }

  package func index(months: Int) -> RateIndex { months <= shortUpToMonths ? short : long }
}

/// The interest subsidy a product brings.
package struct ProductSubsidy: Hashable, Sendable {
  /// When the subsidy ends.
  package enum End: String, Hashable, Sendable {
    case maturity = "maturity"
    /// The end of the training, which the application names.
    case trainingEnd = "training-end"
    /// 1 September of the graduation year, which the application names.
    case graduation = "graduation"
  }

  package let payer: Payer
  package let shareBasisPoints: Int
  package let principalLimit: Money?
  package let end: End
  package let stopsWhenOverdue: Bool

  package init(
    payer: Payer, shareBasisPoints: Int, principalLimit: Money?, end: End, stopsWhenOverdue: Bool
  ) {
    self.payer = payer
    self.shareBasisPoints = shareBasisPoints
    self.principalLimit = principalLimit
    self.end = end
    self.stopsWhenOverdue = stopsWhenOverdue
  }
}
