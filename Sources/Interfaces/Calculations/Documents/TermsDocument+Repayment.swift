import LoanProducts
import Quantities

extension TermsDocument {
  /// The method with what it needs.
  static func repayment(
    _ fields: Fields, _ currency: Currency, cycle: Cycle?
  ) throws(DocumentError) -> RepaymentTerms {
    let method: RepaymentMethod = try fields.choice("method")
    try checkTogether(fields, method, cycle: cycle)
    var repayment = RepaymentTerms(
      method: method, interestEveryMonths: 0,
      settlementDay: try fields.optionalCount("settlementDay", in: 1...28))
    if let cycle, method != .atMaturity {
      switch cycle.unit {
      case .month: repayment.interestEveryMonths = cycle.count
      case .week: repayment.interestEveryDays = 7 * cycle.count
      case .day: repayment.interestEveryDays = cycle.count
      }
    }
    repayment.principalEveryMonths = try principalMonths(fields) ?? repayment.interestEveryMonths
    repayment.settlementDayCloses = try choice(
      fields, "settlementDayBelongsTo", ["next-period": false, "closing-period": true])
    repayment.isLastPeriodLong = try choice(fields, "lastPeriod", ["short": false, "long": true])
    repayment.isFlat = try choice(fields, "interest", ["declining": false, "flat": true])
    repayment.isEndOfMonth = try fields.flag("endOfMonth") ?? false
    repayment.firstDueOn = try fields.optionalDay("firstDueOn")
    repayment.principalFrom = try fields.optionalDay("principalFrom")
    repayment.lastInstallment = try fields.optionalChoice("lastInstallment") ?? .spread
    repayment.installmentMultiple = try fields.optionalAmount("installmentMultiple", currency)
    let counts = 0...10_000
    repayment.grace.principal = try fields.optionalCount("principalGraceCount", in: counts) ?? 0
    repayment.grace.interest = try fields.optionalCount("interestGraceCount", in: counts) ?? 0
    repayment.grace.interestFree = try fields.optionalCount("interestFreeCount", in: counts) ?? 0
    if fields.has("lengthDays") {
      repayment.periodCount = try fields.optionalCount("count", in: 1...10_000)
    }
    repayment.shift = try shift(fields)
    repayment.plan = try plan(fields, currency)
    repayment.steps = try steps(fields)
    repayment.monthWeights = try weights(fields)
    return repayment
  }

  /// Reads one of two names; the default is false.
  private static func choice(
    _ fields: Fields, _ name: String, _ names: [String: Bool]
  ) throws(DocumentError) -> Bool {
    let allowed = names.keys.sorted().joined(separator: ", ")
    return try fields.optional(name, allowed) { names[$0] } ?? false
  }

  private static func principalMonths(_ fields: Fields) throws(DocumentError) -> Int? {
    guard let cycle = try cycle(fields, "principalEvery") else { return nil }
    guard cycle.unit == .month else {
      throw .notAllowed(
        path: fields.at("principalEvery"), found: "\(cycle.count) \(cycle.unit)", allowed: "P…M")
    }
    return cycle.count
  }

  private static func shift(_ fields: Fields) throws(DocumentError) -> ShiftTerms? {
    guard let shift = try fields.optionalObject("shift") else { return nil }
    try shift.allow(["rule", "interest"])
    return ShiftTerms(
      rule: try shift.choice("rule"),
      movesInterest: try choice(
        shift, "interest", ["calculate-first": false, "shift-first": true]))
  }

  private static func plan(
    _ fields: Fields, _ currency: Currency
  ) throws(DocumentError) -> [PlannedPrincipal] {
    var plan: [PlannedPrincipal] = []
    for part in try fields.objects("plan") {
      try part.allow(["on", "principal"])
      plan.append(
        PlannedPrincipal(
          dueOn: try part.day("on"), principal: try part.amount("principal", currency)))
    }
    return plan
  }

  private static func steps(_ fields: Fields) throws(DocumentError) -> [InstallmentStep] {
    var steps: [InstallmentStep] = []
    for step in try fields.objects("steps") {
      try step.allow(["fromNumber", "percent"])
      steps.append(
        InstallmentStep(
          fromNumber: try step.count("fromNumber", in: 1...10_000),
          percent: Int64(try step.count("percent", in: 1...10_000))))
    }
    return steps
  }

  private static func weights(_ fields: Fields) throws(DocumentError) -> [Int64] {
    var weights: [Int64] = []
    for (index, value) in try fields.elements("weights").enumerated() {
      guard let text = value.scalarText, let weight = Int64(text), (0...1_000_000).contains(weight)
      else {
        throw .notAllowed(
          path: "\(fields.at("weights"))[\(index)]", found: value.brief, allowed: "0…1,000,000")
      }
      weights.append(weight)
    }
    return weights
  }

  /// The basis: by its own name, or by how the days of months and years count.
  ///
  /// - Parameters:
  ///   - fields: the terms.
  ///   - cycle: for interest that is the same in each period: months ÷ 12, weeks ÷ 52, days ÷ 365.
  /// - Returns: actual days ÷ 360 if nothing is said.
  /// - Throws: `DocumentError.notAllowed`.
  static func basis(_ fields: Fields, cycle: Cycle?) throws(DocumentError) -> InterestBasis {
    let names = (["months/12", "months/12+days/360", "30/365"] + DayCount.allCases.map(\.rawValue))
    if let basis = try fields.optional(
      "basis", names.joined(separator: ", "), { InterestBasis(text: $0) })
    {
      return basis
    }
    if try choice(fields, "interestPeriod", ["daily": false, "installment": true]) {
      switch cycle?.unit {
      case .week: return .days(.actual364)
      case .day: return .days(.actual365)
      case .month, nil: return .months
      }
    }
    let isThirty = try choice(fields, "daysInMonth", ["actual": false, "30": true])
    let year = try fields.optional("daysInYear", "actual, 360, 365") {
      ["actual", "360", "365"].contains($0) ? $0 : nil
    }
    switch (isThirty, year ?? "360") {
    case (true, "360"): return .months
    case (true, _): return .monthsOfThirtyDays(yearDays: 365)
    case (false, "360"): return .days(.actual360)
    case (false, "365"): return .days(.actual365)
    case _ where try isCumulative(fields): return .days(.actual365)
    default: return .days(try actualYear(fields))
    }
  }

  /// Whether a year of actual days has 365 also where it is a leap year: with declining interest
  /// whose last instalment absorbs the difference.
  ///
  /// Source: behaviour of Apache Fineract's cumulative schedules, from its public test figures.
  private static func isCumulative(_ fields: Fields) throws(DocumentError) -> Bool {
    guard try fields.optionalChoice("lastInstallment") == LastInstallment.absorbs else {
      return false
    }
    return try !choice(fields, "interest", ["declining": false, "flat": true])
  }

  private static func actualYear(_ fields: Fields) throws(DocumentError) -> DayCount {
    let isLeapPeriod =
      try fields.optional("leapDay", "period-with-29-february") {
        $0 == "period-with-29-february" ? true : nil
      } ?? false
    let isISDA = try fields.optional("yearSplit", "1-january") { $0 == "1-january" ? true : nil }
    if isLeapPeriod { return .actual365Actual }
    return isISDA ?? false ? .actualActualISDA : .actualActual31December
  }
}
