import Classification
import Fixtures
import LoanProducts
import Quantities
import Risk
import Testing

/// Random loans of three banks and three random scenarios, the same for the same seed.
struct StressBook {
  let shocks: [StressShock]
  let loans: [StressLoan]

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    loans = (0..<60).map { _ in Self.loan(&random) }
    shocks = ["a", "b", "c"].flatMap { scenario in
      (1...Int.random(in: 1...4, using: &random)).map { Self.shock(scenario, $0, &random) }
    }
  }

  var test: StressTest { StressTest(shocks, loans) }

  static func loan(_ random: inout SplitMix64) -> StressLoan {
    func amount(_ most: Int64) -> Money {
      Money(minorUnits: .random(in: 0...most, using: &random))
    }
    var loan = StressLoan(
      bankID: random.pick(1, 2, 7),
      line: random.pick(.industry, .microcredit, .education, .studentAid),
      principal: random.pick(.zero, amount(99), amount(100_000_000), amount(100_000_000)),
      rule: random.pick(.standard, .coefficients))
    loan.division = random.pick("", "522622001", "610629", "610602")
    loan.purpose = random.pick("", "苹果收购", "养牛", "种苹果")
    loan.programme = random.pick(nil, "village", "county")
    loan.isStoppedSubsidyLost = random.pick(true, false)
    if random.onceIn(2) {
      loan.fund = FundCover(
        code: random.pick("north", "south"), sharePercent: random.pick(0, 33, 70, 100),
        bufferDays: random.pick(0, 30, 60))
    }
    loan.fundPlaces = random.pick([], [], ["north"], ["south"], ["south", "north"])
    loan.isFloating = random.pick(true, false)
    loan.rate = AnnualRate(basisPoints: random.pick(0, 345, 435, 1_000))
    loan.bounds = random.pick(
      nil, nil, RateBounds(cap: "10.50"), RateBounds(floor: "3.00"),
      RateBounds(cap: "10.00", floor: "0.00"))
    loan.interestDue = amount(10_000)
    loan.interestRunning = amount(3_000)
    loan.yearInterest = amount(5_000_000)
    loan.repricedInterest = random.pick(
      .zero, amount(loan.yearInterest.minorUnits), loan.yearInterest)
    loan.yearSubsidy = random.pick(.zero, amount(2_000_000))
    loan.repricedSubsidy = random.pick(
      .zero, amount(loan.yearSubsidy.minorUnits), loan.yearSubsidy)
    loan.isNonAccrual = random.onceIn(9)
    loan.grounds.overdueDays = random.pick(0, 0, 0, 1, 7, 30, 31, 60, 90, 91, 180, 271, 361)
    loan.grounds.isExcused = loan.grounds.overdueDays <= 7 && random.onceIn(3)
    loan.grounds.isRestructured = random.onceIn(7)
    loan.grounds.isObservedAsNonPerforming = random.onceIn(20)
    loan.grounds.isOnProbation = random.onceIn(20)
    if random.onceIn(15) { loan.grounds.rating = .doubtful }
    return loan
  }

  static func shock(
    _ scenario: String, _ part: Int, _ random: inout SplitMix64
  ) -> StressShock {
    .shock(scenario, part: part) {
      $0.line = random.pick(nil, nil, .industry, .microcredit)
      $0.divisionPrefix = random.pick("", "", "5226", "6106", "610629")
      $0.purpose = random.pick("", "", "苹果")
      $0.programme = random.pick("", "", "", "village")
      $0.isFloatingOnly = random.onceIn(4)
      $0.lateShare = random.pick(0, 1, 3_333, 5_000, 10_000)
      $0.lateDays = random.pick(0, 1, 30, 90, 360, 1_080)
      $0.rateBasisPoints = random.pick(0, 0, 100, -50, -1_000)
      $0.stopsSubsidy = random.onceIn(3)
    }
  }
}

/// Goal: what holds of any book.
///
/// Method: random books; a failure prints the seed.
@Suite("A stress test of any book")
struct StressBookTests {
  @Test(
    "has figures of banks that add up to those of all", arguments: 1...30 as ClosedRange<UInt64>)
  func banks(seed: UInt64) {
    let test = StressBook(seed: seed).test
    #expect(test.bankIDs == [1, 2, 7], "seed \(seed)")
    func sum(_ figures: (Int64) -> StressFigures) -> StressFigures {
      test.bankIDs.map(figures).reduce(StressFigures(), +)
    }
    #expect(sum { test.today(bankID: $0) } == test.today, "seed \(seed)")
    for index in test.scenarios.indices {
      #expect(
        sum { test.figures(index, bankID: $0) } == test.figures(of: index), "seed \(seed)")
    }
    #expect(test.today(bankID: 3) == StressFigures(), "seed \(seed)")
  }

  @Test("is that of each loan added up", arguments: 1...30 as ClosedRange<UInt64>)
  func loans(seed: UInt64) {
    let book = StressBook(seed: seed)
    let alone = book.loans.map { StressTest(book.shocks, [$0]) }
    #expect(alone.map(\.today).reduce(StressFigures(), +) == book.test.today, "seed \(seed)")
    for index in book.test.scenarios.indices {
      let sum = alone.map { $0.figures(of: index) }.reduce(StressFigures(), +)
      #expect(sum == book.test.figures(of: index), "seed \(seed)")
    }
  }

  /// A fund that bears all of it from the first day shows principal and interest due of both parts;
  /// while both accrue, income shows the year's amounts of both, and when none does, what the books
  /// take back shows interest due and running of both.
  @Test("divides a loan in parts that add up to it", arguments: 1...100 as ClosedRange<UInt64>)
  func parts(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var loan = StressBook.loan(&random)
    loan.grounds.overdueDays = Int.random(in: 1...60, using: &random)
    loan.isNonAccrual = false
    loan.fund = FundCover(code: "all", sharePercent: 100, bufferDays: 0)
    loan.fundPlaces = ["all"]
    let shock = StressShock.shock {
      $0.lateShare = .random(in: 1...10_000, using: &random)
      $0.lateDays = .random(in: 1...30, using: &random)
    }
    let test = StressTest([shock], [loan])
    let principal = Int128(loan.principal.minorUnits)
    #expect(test.then.principal == principal, "seed \(seed)")
    #expect(test.then.classes.values.reduce(0, +) == principal, "seed \(seed)")
    #expect(test.then.funds["all"]?.principal == principal, "seed \(seed)")
    #expect(
      test.then.funds["all"]?.claimable == principal + Int128(loan.interestDue.minorUnits),
      "seed \(seed)")
    let income = Int128(loan.yearInterest.minorUnits + loan.yearSubsidy.minorUnits)
    #expect(test.then.interest == income, "seed \(seed)")
    var beyond = loan
    beyond.grounds.overdueDays = 91
    #expect(
      StressTest([shock], [beyond]).then.reversed
        == Int128(loan.interestDue.minorUnits + loan.interestRunning.minorUnits), "seed \(seed)")
  }

  @Test(
    "changes nothing that it does not hit, or hits without effect",
    arguments: 1...30 as ClosedRange<UInt64>)
  func untouched(seed: UInt64) {
    let loans = StressBook(seed: seed).loans
    let changes: [(inout StressShock) -> Void] = [
      {
        $0.line = .tourism
        $0.lateShare = 10_000
        $0.lateDays = 360
        $0.rateBasisPoints = 100
        $0.stopsSubsidy = true
      },
      { $0.lateDays = 360 },
      { $0.lateShare = 3_333 },
      { _ in },
    ]
    for change in changes {
      let test = StressTest([.shock(change: change)], loans)
      #expect(test.then == test.today, "seed \(seed)")
      #expect(test.then.profitEffect(against: test.today) == 0, "seed \(seed)")
    }
  }

  /// Amounts and steps are so large that no rounding, of a fen at most, outweighs a step.
  @Test(
    "never needs smaller provisions for a larger late share of performing loans",
    arguments: 1...16 as ClosedRange<UInt64>)
  func monotone(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let loans = (0..<20).map { _ in
      StressLoan(
        bankID: 1, line: .microcredit,
        principal: Money(minorUnits: .random(in: 1_000_000...100_000_000, using: &random)),
        rule: random.pick(.standard, .coefficients))
    }
    let days = Int.random(in: 1...1_080, using: &random)
    let required = stride(from: 0, through: 10_000, by: 250).map { share in
      let shock = StressShock.shock {
        $0.lateShare = share
        $0.lateDays = days
      }
      return StressTest([shock], loans).then.requiredProvision
    }
    for (smaller, larger) in zip(required, required.dropFirst()) {
      #expect(smaller < larger, "seed \(seed), \(days) days")
    }
  }
}
