package import Quantities

/// A dated amount of a plan: a part of the principal, or for `imported` a whole instalment.
package struct PlannedPrincipal: Hashable, Sendable {
  package let dueOn: Day
  package let principal: Money

  package init(dueOn: Day, principal: Money) {
    self.dueOn = dueOn
    self.principal = principal
  }
}

/// From which instalment on a stepped loan's instalments have which size.
package struct InstallmentStep: Hashable, Sendable {
  /// The first instalment of the step, 1 for the first of all.
  package let fromNumber: Int
  /// The size against the other steps': 100 and 120 for a rise by a fifth.
  package let percent: Int64

  package init(fromNumber: Int, percent: Int64) {
    self.fromNumber = fromNumber
    self.percent = percent
  }
}

/// What the first instalments leave out, counted in instalments.
package struct GraceTerms: Hashable, Sendable {
  /// No principal falls due in the first so many.
  package var principal = 0
  /// Interest of the first so many falls due with the one after them.
  package var interest = 0
  /// The first so many periods bear no interest.
  package var interestFree = 0

  package init() {}

  package var isNone: Bool { principal == 0 && interest == 0 && interestFree == 0 }
}

/// Which days move when a due day is no working day, and whether interest moves with them.
package struct ShiftTerms: Hashable, Sendable {
  package var rule: BusinessDayShift
  /// True: interest runs to the day moved to (shift first); false: to the day as agreed
  /// (calculate first), and only the payment moves.
  package var movesInterest: Bool

  package init(rule: BusinessDayShift, movesInterest: Bool) {
    self.rule = rule
    self.movesInterest = movesInterest
  }
}

/// What becomes of the difference that rounding leaves between equal instalments and the last.
package enum LastInstallment: String, Hashable, Sendable, CaseIterable {
  /// Level payments: the last takes it. Parts of principal: each running sum is rounded, so no
  /// part is off its share by a whole minor unit.
  case spread = "spread"
  /// Each part is rounded by itself, and the last takes the difference.
  case absorbs = "absorbs"
  /// The equal instalment is moved by its share of the difference, up to three times, while the
  /// difference in minor units passes half the number of instalments; the last takes the rest.
  /// Source: behaviour of Apache Fineract's progressive schedules, from its public test figures.
  case levelled = "levelled"
}

/// How principal and interest fall due: the method with what it needs.
package struct RepaymentTerms: Hashable, Sendable {
  package var method: RepaymentMethod
  /// Months between interest due days; 0 for all at maturity, or for due days counted in days.
  package var interestEveryMonths: Int
  /// Days between interest due days, a week being seven; 0 where they are counted in months.
  package var interestEveryDays = 0
  /// Day of the month on which interest falls due (the 20th); nil for that of the disbursement.
  ///
  /// With a settlement day, quarters end in March, June, September, December and
  /// years in December.
  package var settlementDay: Int?
  /// Whether the settlement day itself still bears interest for the period it closes.
  ///
  /// Source: a setting of the bank; 人民币利率管理规定 art. 20 names the day only.
  package var settlementDayCloses = false
  /// The first due day, where it does not follow from the start: an odd first period.
  package var firstDueOn: Day?
  /// The number of interest periods, where the last of them ends at maturity whatever its length;
  /// nil if it follows from the days.
  package var periodCount: Int?
  /// Whether an odd rest before maturity makes the last period longer, not a short one of its own.
  package var isLastPeriodLong = false
  /// Whether due days keep to the end of the month when the first of them stands there.
  package var isEndOfMonth = false
  /// What happens to due days that are no working days; nil for dates that are never moved.
  package var shift: ShiftTerms?
  /// Months between principal parts of equal principal, a multiple of the interest's.
  ///
  /// Counted like the interest's; what is left falls due at maturity, as an equal part too.
  package var principalEveryMonths: Int
  /// No principal falls due before this day.
  package var principalFrom: Day?
  /// The dated parts of the methods `plan` and `imported`, ascending; the parts of a plan sum to
  /// the principal.
  package var plan: [PlannedPrincipal] = []
  /// The weights of January … December of the method `seasonal`.
  package var monthWeights: [Int64] = []
  /// The steps of the method `stepped`, ascending; before the first the percentage is 100.
  package var steps: [InstallmentStep] = []
  package var grace = GraceTerms()
  /// Falls due on the day of the disbursement, out of it; nil for none.
  package var downPayment: Money?
  /// Equal instalments are whole multiples of this amount, if they are not smaller than it.
  package var installmentMultiple: Money?
  package var lastInstallment = LastInstallment.spread
  /// Whether interest is found once on the first principal for the whole term, and spread evenly
  /// (for imported foreign books).
  package var isFlat = false

  package init(
    method: RepaymentMethod, interestEveryMonths: Int, settlementDay: Int? = nil
  ) {
    self.method = method
    self.settlementDay = settlementDay
    self.principalEveryMonths = interestEveryMonths
    self.interestEveryMonths = interestEveryMonths
  }
}
