package import Quantities

/// How the interest of a period is found.
///
/// Source: the three formulas of 逐笔计息法, 银发〔2005〕129号 (text as quoted; number unconfirmed):
/// months × monthly rate; actual days × daily rate; whole months and odd days.
package enum InterestBasis: Hashable, Sendable {
  /// Annual rate ÷ 12 for each whole month of a period; a first or last period that is not whole
  /// months goes by actual days ÷ 360.
  case months
  /// 30 days for each month of a whole period, ÷ these days of a year; an odd period goes by actual
  /// days ÷ the same. `months` is this at 360.
  case monthsOfThirtyDays(yearDays: Int)
  /// Annual rate ÷ 12 for each whole month of a period and ÷ 360 for each day beyond them.
  case monthsAndDays
  /// By days, each at the annual rate ÷ days of the year.
  case days(DayCount)

  /// `months/12`, or the day count's own name.
  package var text: String {
    switch self {
    case .months: return "months/12"
    case .monthsOfThirtyDays(let yearDays): return "30/\(yearDays)"
    case .monthsAndDays: return "months/12+days/360"
    case .days(let dayCount): return dayCount.rawValue
    }
  }

  package init?(text: String) {
    if text == "months/12" {
      self = .months
    } else if text == "30/365" {
      self = .monthsOfThirtyDays(yearDays: 365)
    } else if text == "months/12+days/360" {
      self = .monthsAndDays
    } else if let dayCount = DayCount(rawValue: text) {
      self = .days(dayCount)
    } else {
      return nil
    }
  }
}

/// A part of the principal that is paid out after the first day.
package struct LaterDisbursement: Hashable, Sendable {
  package let on: Day
  package let amount: Money

  package init(on: Day, amount: Money) {
    self.on = on
    self.amount = amount
  }
}

/// The signed terms of one loan, kept for life.
///
/// Its schedule and its interest follow from them, facts and published rates, and nothing else.
package struct LoanTerms: Hashable, Sendable {
  package var principal: Money
  /// The parts of the principal paid out later, ascending; the rest is paid out on `startsOn`.
  package var laterDisbursements: [LaterDisbursement] = []
  /// The day the contract was signed; a floating rate starts from `agreedIndex`.
  package var agreedOn: Day
  /// The day of the disbursement: the first day that bears interest.
  package var startsOn: Day
  /// The last due day.
  package var maturesOn: Day
  package var repayment: RepaymentTerms
  package var basis: InterestBasis
  package var rounding: Rounding
  package var rate: RateTerms
  /// What the index of a floating rate was when the loan was agreed, by what had been published and
  /// was known then; nil finds it among the publications by `agreedOn`.
  package var agreedIndex: AnnualRate?
  /// What a floating rate is held to at the start and at each reset.
  package var rateBounds: RateBounds?
  /// The penalty rate on overdue principal, in per cent of the contract rate (150).
  ///
  /// Source: 银发〔2003〕251号, from 2004-01-01: the contract rate plus 30 to 50 per cent.
  package var penaltyPercent: Int
  /// The rate of a loan that is misused (挪用), in per cent of the contract rate (200).
  ///
  /// Never beside the penalty rate: the heavier of the two.
  /// Source: 银发〔2003〕251号, from 2004-01-01: the contract rate plus 50 to 100 per cent.
  package var misusePercent: Int
  /// Days after a due day in which an instalment is not late; one that is unpaid after them is late
  /// from its due day.
  package var graceDays = 0
  /// The part of a loss, and of what is recovered of it, that a risk-compensation fund bears, in
  /// per cent; 0 for none.
  package var fundSharePercent = 0
  /// Whether unpaid interest bears interest; nil if it does not.
  package var compound: CompoundTerms?
  package var subsidy: SubsidyTerms?
  /// What a graduation moves; nil for a loan that is not a student's.
  package var graduation: GraduationTerms?

  package init(principal: Money, agreedOn: Day, startsOn: Day, maturesOn: Day, rate: RateTerms) {
    self.principal = principal
    self.agreedOn = agreedOn
    self.startsOn = startsOn
    self.maturesOn = maturesOn
    self.repayment = RepaymentTerms(method: .atMaturity, interestEveryMonths: 0)
    self.basis = .days(.actual360)
    self.rounding = .halfUp
    self.rate = rate
    self.penaltyPercent = 150
    self.misusePercent = 200
    self.compound = nil
    self.subsidy = nil
    self.graduation = nil
  }

  /// Keeps what the index of a floating rate is on the day of the agreement, by what is known now:
  /// a publication that is loaded later changes resets, and not what was agreed.
  package mutating func keepIndex(of market: MarketRates) {
    if case .floating(let index, _, _) = rate { agreedIndex = market.rate(index, by: agreedOn) }
  }

  /// What is paid out on `startsOn`.
  package var firstDisbursement: Money {
    laterDisbursements.reduce(principal) { $0 - $1.amount }
  }
}
