import Fixtures
import LoanProducts
import Quantities
import Scheduling
import Testing

/// Goal: a plain loan's schedule is the same by the short way and by the long way.
///
/// Method: the same loan said in words that are not plain, so that the long way is taken: a rate
/// "reset" to what it was, a subsidy of nothing, a first due day where it would be anyway, no
/// principal before the first day, a shift that moves nothing.
@Suite("The short way to a plain schedule")
struct ShortWayTests {
  @Test(
    "equals the long way row by row: months/12 and actual/360, all roundings, multiples",
    arguments: Seeds.parts)
  func equal(part: Int) throws {
    var compared = 0
    for seed in Seeds.of(part: part, count: 24_000) {
      var random = SplitMix64(seed: seed)
      let terms = Self.plain(&random)
      let rates = try RatePath(terms, market: .none)
      let short = Self.rows(terms, rates)
      let ways: [(LoanTerms, RatePath)] = [
        (terms, Self.twice(rates)),
        (terms.subsidised(percent: 0), rates),
        (terms.with { $0.repayment.principalFrom = $0.startsOn }, rates),
        (
          terms.with { $0.repayment.shift = ShiftTerms(rule: .none, movesInterest: false) }, rates
        ),
        (Self.firstDueNamed(terms), rates),
      ]
      let (other, otherRates) = ways[Int(seed % UInt64(ways.count))]
      let long = Self.rows(other, otherRates)
      compared += 1
      if short != long {
        Issue.record("seed \(seed): \(terms)\n\(short)\n\(long)")
        return
      }
    }
    #expect(Seeds.isOne || compared >= Seeds.least(20_000))
  }

  private static func rows(
    _ terms: LoanTerms, _ rates: RatePath
  ) -> Result<[Installment], SchedulingError> {
    do {
      return .success(try RepaymentSchedule(terms, rates: rates).installments)
    } catch {
      return .failure(error)
    }
  }

  /// Equal instalments every so many whole months, and nothing out of the ordinary.
  private static func plain(_ random: inout SplitMix64) -> LoanTerms {
    let start = Day(number: .random(in: -20_000...70_000, using: &random))
    let every = random.pick(1, 1, 1, 3, 2, 12)
    let count = random.pick(
      Int.random(in: 1...12, using: &random), Int.random(in: 1...60, using: &random),
      random.onceIn(10) ? 360 : 36)
    let months = min(every * count, 12 * (2_199 - start.year) / every * every)
    let principal = random.pick(
      Money(minorUnits: .random(in: 1...100, using: &random)), .largestAmount,
      Money(minorUnits: .random(in: 1_000...1_000_000_000, using: &random)),
      Money(minorUnits: .random(in: 1_000...1_000_000_000, using: &random)))
    let rate = random.onceIn(6) ? random.pick(.zero, .largest) : RandomContract.rate(&random)
    var terms = LoanTerms.lending(
      principal, at: rate, from: start, until: start.adding(months: max(every, months))
    ).repaid(.equalInstallments, everyMonths: every)
      .counting(random.pick(.months, .days(.actual360)))
    terms.rounding = random.pick(.halfUp, .halfUp, .halfEven, .up, .down)
    terms.repayment.lastInstallment = random.pick(.spread, .absorbs)
    if random.onceIn(5) {
      terms.repayment.installmentMultiple = Money(minorUnits: random.pick(1, 100, 1_000))
    }
    return terms
  }

  /// The same rate, said once more in the middle.
  private static func twice(_ rates: RatePath) -> RatePath {
    RatePath(
      steps: rates.steps + [.init(from: rates.steps[0].from + 100, rate: rates.steps[0].rate)])
  }

  /// With the first due day named, where the day of the month is the same in each month.
  private static func firstDueNamed(_ terms: LoanTerms) -> LoanTerms {
    guard terms.startsOn.civil.day <= 28 else { return terms.subsidised(percent: 0) }
    return terms.with {
      $0.repayment.firstDueOn = $0.startsOn.adding(months: $0.repayment.interestEveryMonths)
    }
  }
}
