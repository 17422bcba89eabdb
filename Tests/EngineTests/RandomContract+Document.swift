import Interchange
import LoanProducts
import Quantities
import Scheduling

extension RandomContract {
  /// The case that `calculate schedule` reads for these terms, under rates.
  ///
  /// A document of a schedule knows neither subsidies nor published rates: the former move no
  /// amount of a schedule, of the latter it names the rates that follow.
  func document(_ rates: RatePath) -> JSONValue {
    var members: [JSONValue.Member] = []
    func set(_ name: String, _ value: JSONValue?) {
      if let value { members.append(.init(name, value)) }
    }
    let repayment = terms.repayment
    set(
      "currency", ["code": .string(currency.code), "decimals": .integer(Int64(currency.decimals))])
    set("disbursements", disbursements)
    set("maturesOn", .string("\(terms.maturesOn)"))
    set("method", .string(repayment.method.rawValue))
    set("basis", .string(terms.basis.text))
    set("rounding", .string(terms.rounding.rawValue))
    set("every", every)
    set("annualRatePercent", .string(rates.steps[0].rate.percent))
    set(
      "rateChanges",
      .array(
        rates.steps.dropFirst().map { step in
          ["from": .string("\(step.from)"), "annualRatePercent": .string(step.rate.percent)]
        }))
    set("settlementDay", repayment.settlementDay.map { .integer(Int64($0)) })
    if repayment.settlementDay != nil {
      set(
        "settlementDayBelongsTo", repayment.settlementDayCloses ? "closing-period" : "next-period")
    }
    set("lastPeriod", repayment.isLastPeriodLong ? "long" : "short")
    set("interest", repayment.isFlat ? "flat" : "declining")
    set("endOfMonth", .bool(repayment.isEndOfMonth))
    set("firstDueOn", repayment.firstDueOn.map { .string("\($0)") })
    set("principalFrom", repayment.principalFrom.map { .string("\($0)") })
    set("lastInstallment", .string(repayment.lastInstallment.rawValue))
    set("installmentMultiple", repayment.installmentMultiple.map { .string(currency.plain($0)) })
    set("principalGraceCount", .integer(Int64(repayment.grace.principal)))
    set("interestGraceCount", .integer(Int64(repayment.grace.interest)))
    set("interestFreeCount", .integer(Int64(repayment.grace.interestFree)))
    set("downPaymentPercent", downPaymentPercent.map { .integer($0) })
    if repayment.method == .equalPrincipal, repayment.principalEveryMonths > 0 {
      set("principalEvery", .string("P\(repayment.principalEveryMonths)M"))
    }
    if let count = repayment.periodCount {
      set("count", .integer(Int64(count)))
      set("lengthDays", 1)
    }
    addParts(set)
    return ["id": .string("\(seed)"), "terms": .object(members)]
  }

  private func addParts(_ set: (String, JSONValue?) -> Void) {
    let repayment = terms.repayment
    set(
      "plan",
      .array(
        repayment.plan.map { part in
          ["on": .string("\(part.dueOn)"), "principal": .string(currency.plain(part.principal))]
        }))
    set(
      "steps",
      .array(
        repayment.steps.map { step in
          ["fromNumber": .integer(Int64(step.fromNumber)), "percent": .integer(step.percent)]
        }))
    set("weights", .array(repayment.monthWeights.map { .integer($0) }))
    guard let shift = repayment.shift else { return }
    set(
      "shift",
      [
        "rule": .string(shift.rule.rawValue),
        "interest": shift.movesInterest ? "shift-first" : "calculate-first",
      ])
    set(
      "calendar",
      [
        "holidays": .array(calendar.holidays.map { .string("\($0)") }),
        "makeUpWorkdays": .array(calendar.makeUpWorkdays.map { .string("\($0)") }),
      ])
  }

  private var disbursements: JSONValue {
    let first = terms.laterDisbursements.reduce(terms.principal) { $0 - $1.amount }
    let all = [LaterDisbursement(on: terms.startsOn, amount: first)] + terms.laterDisbursements
    return .array(
      all.map { part in
        ["on": .string("\(part.on)"), "amount": .string(currency.plain(part.amount))]
      })
  }

  private var every: JSONValue? {
    let repayment = terms.repayment
    if repayment.interestEveryMonths > 0 { return .string("P\(repayment.interestEveryMonths)M") }
    return repayment.interestEveryDays > 0 ? .string("P\(repayment.interestEveryDays)D") : nil
  }
}
