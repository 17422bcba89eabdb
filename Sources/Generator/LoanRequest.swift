import LoanProducts
import Origination
import Quantities

/// An application as it is drawn: what is asked for, by whom, for what.
struct LoanRequest {
  var application: LoanApplication
  let borrowerPlace: Int

  /// Draws again when the product of a line was not offered, or no rate was published lately.
  static let attempts = 16
}

/// Draws the applications of a bank.
///
/// Two places after one another are of one line, so that a student comes back the year after.
struct RequestDesk {
  let plan: BookPlan
  let rules: LendingRules
  let bank: LendingBank

  private func random(_ place: Int, _ purpose: UInt64) -> SeededRandom {
    SeededRandom(seed: plan.seed, UInt64(bank.id), UInt64(place), purpose)
  }

  /// The application at a place, with the terms that the product's rules give it.
  ///
  /// - Throws: the `OriginationError` of the last attempt.
  func request(
    at place: Int
  ) throws -> (request: LoanRequest, terms: LoanTerms, product: LoanProduct) {
    var pair = self.random(place / 2, 1)
    let drawn = LineProfile.all[pair.place(in: LineProfile.all.map(\.share))]
    var random = self.random(place, 2)
    var failure: (any Error)?
    for attempt in 0..<LoanRequest.attempts {
      // Some line is always offered: what does not fit in the end becomes a training.
      let profile =
        attempt < LoanRequest.attempts / 2 && hasSeason(drawn) ? drawn : .education
      let request = draw(profile, at: place, &random, isRetry: attempt > 0)
      let application = request.application
      guard let product = rules.product(application.line, on: application.agreedOn) else {
        continue
      }
      var fitting = request
      fitting.application.principal = held(
        application.principal, product.limit(category: application.category)?.amounts)
      do {
        let terms = try Origination.quote(
          fitting.application, product: product, market: rules.market)
        return (fitting, terms, product)
      } catch {
        failure = error
      }
    }
    throw failure
      ?? OriginationError.noProductOffered(.education, on: plan.lastMonth.firstDay, periods: [])
  }

  private func held(_ principal: Money, _ range: ClosedRange<Money>?) -> Money {
    guard let range else { return principal }
    return min(max(principal, range.lowerBound), range.upperBound)
  }

  private func hasSeason(_ profile: LineProfile) -> Bool {
    plan.months.contains { profile.season[$0.monthOfYear - 1] > 0 }
  }

  /// A working day of a month of the plan, the season's months more often.
  private func day(_ profile: LineProfile, _ random: inout SeededRandom) -> Day {
    let months = plan.months
    let month = months[random.place(in: months.map { profile.season[$0.monthOfYear - 1] })]
    let day = month.day(random.within(1...28))
    return day.weekday <= 5 ? day : (day.weekday == 6 && day > month.firstDay ? day - 1 : day + 1)
  }

  private func draw(
    _ profile: LineProfile, at place: Int, _ random: inout SeededRandom, isRetry: Bool
  ) -> LoanRequest {
    if profile.line == .studentAid {
      return student(at: place, &random, isRetry: isRetry)
    }
    let agreedOn = day(profile, &random)
    let startsOn = agreedOn + random.within(4...10)
    let months = profile.months(&random)
    var application = LoanApplication(
      line: profile.line, principal: profile.principal(&random), agreedOn: agreedOn,
      maturesOn: startsOn.adding(months: months))
    application.startsOn = startsOn
    application.purpose = random.pick(profile.purposes)
    application.isSubsidised = random.happens(profile.subsidised)
    switch profile.line {
    case .education: train(&application, months: months, &random)
    case .tourism: host(&application, months: months, &random)
    case .industry: build(&application, months: months, &random)
    default: farm(&application, months: months, &random)
    }
    return LoanRequest(application: application, borrowerPlace: place)
  }
}

extension RequestDesk {
  private func farm(
    _ application: inout LoanApplication, months: Int, _ random: inout SeededRandom
  ) {
    switch random.place(in: months <= 12 ? [35, 40, 25] : [0, 60, 40]) {
    case 0: application.repayment = RepaymentTerms(method: .atMaturity, interestEveryMonths: 0)
    case 1:
      application.repayment = RepaymentTerms(
        method: .interestThenPrincipal, interestEveryMonths: 3, settlementDay: 20)
    default:
      application.repayment = RepaymentTerms(method: .equalInstallments, interestEveryMonths: 1)
      application.basis = .months
    }
  }

  /// Interest alone until the training ends, then equal instalments.
  private func train(
    _ application: inout LoanApplication, months: Int, _ random: inout SeededRandom
  ) {
    let training = random.within(3...18)
    let end = application.startsOn.adding(months: training)
    application.maturesOn = application.startsOn.adding(months: training + months)
    application.repayment = RepaymentTerms(
      method: .graceThenEqualInstallments, interestEveryMonths: 1)
    application.repayment.principalFrom = end + 1
    application.basis = .months
    if application.isSubsidised { application.subsidyUntil = end }
  }

  private func host(
    _ application: inout LoanApplication, months: Int, _ random: inout SeededRandom
  ) {
    application.maturesOn = (application.startsOn.month + months).day(20)
    switch random.place(in: [60, 25, 15]) {
    case 0:
      application.repayment = RepaymentTerms(
        method: .seasonal, interestEveryMonths: 1, settlementDay: 20)
      application.repayment.monthWeights = [1, 2, 0, 0, 2, 1, 4, 5, 4, 5, 0, 0]
    case 1:
      application.repayment = RepaymentTerms(
        method: .equalInstallments, interestEveryMonths: 1, settlementDay: 20)
    default:
      application.repayment = RepaymentTerms(
        method: .interestThenPrincipal, interestEveryMonths: 1, settlementDay: 20)
    }
  }

  /// By harvests, by equal yearly parts, or all at the end; interest each quarter.
  private func build(
    _ application: inout LoanApplication, months: Int, _ random: inout SeededRandom
  ) {
    let method = random.place(in: [40, 35, 25])
    let end = application.startsOn.month + months
    application.maturesOn = (end + (2 - (end.monthOfYear - 1) % 3)).day(20)
    application.repayment = RepaymentTerms(
      method: method == 1 ? .equalPrincipal : .interestThenPrincipal, interestEveryMonths: 3,
      settlementDay: 20)
    if method == 1 { application.repayment.principalEveryMonths = 12 }
    guard method == 0 else { return }
    var harvests: [Day] = []
    var year = application.startsOn.year
    while harvests.count < months / 12 {
      let day = Month(year: year, month: 11).day(20)
      if day > application.startsOn + 90 { harvests.append(day) }
      year += 1
    }
    let part = application.principal.minorUnits / Int64(harvests.count)
    application.repayment.method = .plan
    application.repayment.plan = harvests.enumerated().map { place, day in
      let isLast = place == harvests.count - 1
      let before = part * Int64(harvests.count - 1)
      return PlannedPrincipal(
        dueOn: day,
        principal: Money(minorUnits: isLast ? application.principal.minorUnits - before : part))
    }
    application.maturesOn = harvests[harvests.count - 1]
  }

  /// A school year's loan; the second place of a pair is the same student a year later, where the
  /// book reaches so far.
  private func student(
    at place: Int, _ random: inout SeededRandom, isRetry: Bool
  ) -> LoanRequest {
    var pair = self.random(place / 2, 3)
    let profile = LineProfile.studentAid
    let first = day(profile, &pair)
    let again = first.adding(months: 12)
    let years = profile.months(&pair)
    let comesBack = years > 1 && again.month <= plan.lastMonth && !isRetry
    let isFirst = place.isMultiple(of: 2)
    let isPostgraduate = pair.happens(150)
    let graduation = first.year + years
    let agreedOn =
      isRetry || (!comesBack && !isFirst) ? day(profile, &random) : (isFirst ? first : again)
    var application = LoanApplication(
      line: .studentAid, principal: profile.principal(&random), agreedOn: agreedOn,
      maturesOn: Month(year: graduation + 15, month: 9).day(20))
    application.startsOn = agreedOn + random.within(4...10)
    application.category = isPostgraduate ? "postgraduate" : "undergraduate"
    application.purpose = profile.purposes[0]
    application.isSubsidised = true
    let leaves = max(graduation, application.startsOn.year + 1)
    application.maturesOn = Month(year: leaves + 15, month: 9).day(20)
    application.subsidyUntil = Month(year: leaves, month: 9).day(1)
    application.repayment = RepaymentTerms(
      method: .equalPrincipal, interestEveryMonths: 12, settlementDay: 20)
    application.repayment.principalFrom = Month(year: leaves + 5, month: 12).day(20)
    return LoanRequest(
      application: application, borrowerPlace: comesBack && !isFirst ? place - 1 : place)
  }
}
