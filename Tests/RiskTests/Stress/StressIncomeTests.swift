import Classification
import Fixtures
import LoanProducts
import Quantities
import Risk
import Testing

/// Goal: another LPR, a payer that stops and interest taken back change income to the fen.
///
/// Method: loans whose figures are worked out by hand; amounts below are in fen.
@Suite("A stress test of income")
struct StressIncomeTests {
  /// The income of a loan with so many basis points added to floating rates.
  private func income(_ loan: StressLoan, adding points: Int) -> Int128 {
    StressTest([.shock("lpr") { $0.rateBasisPoints = points }], [loan]).then.interest
  }

  /// 100,000.00 at 4.00 %, reset in 9 months: of a year's 4,000.00 a quarter.
  private let reset = StressLoan.loan(principal: "100000.00") {
    $0.isFloating = true
    $0.rate = "4.00"
    $0.yearInterest = "4000.00"
    $0.repricedInterest = "1000.00"
  }

  /// 100,000.00 at 3.45 % floating, a yearly interest of 100.00 at 4.35 % floating, a fixed loan;
  /// the rates are set anew at once.
  @Test("of LPR + 100 bp moves the interest of floating loans alone")
  func rates() {
    let loans: [StressLoan] = [
      .loan(principal: "100000.00") {
        $0.isFloating = true
        $0.rate = "3.45"
        $0.yearInterest = "3450.00"
        $0.repricedInterest = "3450.00"
      },
      .loan(principal: "5000.00") {
        $0.isFloating = true
        $0.rate = "4.35"
        $0.yearInterest = "100.00"
        $0.repricedInterest = "100.00"
        $0.yearSubsidy = "50.00"
      },
      .loan(principal: "10000.00") {
        $0.rate = "5.00"
        $0.yearInterest = "500.00"
        $0.repricedInterest = "500.00"
      },
    ]
    func income(_ points: Int) -> Int128 {
      StressTest([.shock("lpr") { $0.rateBasisPoints = points }], loans).then.interest
    }
    #expect(income(0) == 345_000 + 10_000 + 5_000 + 50_000)
    // 3,450.00 × 4.45 ÷ 3.45 = 4,450.00; 100.00 × 5.35 ÷ 4.35 = 122.9885…
    #expect(income(100) == 445_000 + 12_299 + 5_000 + 50_000)
    // 3,450.00 × 0.45 ÷ 3.45 = 450.00; 100.00 × 1.35 ÷ 4.35 = 31.0344…
    #expect(income(-300) == 45_000 + 3_103 + 5_000 + 50_000)
    // The rate of the first is nothing, not less; 100.00 × 0.35 ÷ 4.35 = 8.0459…
    #expect(income(-400) == 0 + 805 + 5_000 + 50_000)
    #expect(income(-1_000) == 0 + 0 + 5_000 + 50_000)
  }

  @Test("leaves the interest of a floating rate of nothing as it is")
  func noRate() {
    let loan = StressLoan.loan(principal: "100.00") {
      $0.isFloating = true
      $0.yearInterest = "1.00"
      $0.repricedInterest = "1.00"
    }
    #expect(StressTest([.shock { $0.rateBasisPoints = 100 }], [loan]).then.interest == 100)
  }

  @Test(
    "moves a quarter of a year's interest if the rate is set anew in 9 months",
    arguments: [
      // 3,000.00 + 1,000.00 × 5 ÷ 4.
      (100, 425_000),
      // 3,000.00 + 1,000.00 × 3 ÷ 4.
      (-100, 375_000),
      // 3,000.00 + 1,000.00 × 4.01 ÷ 4 = 1,002.50.
      (1, 400_250),
      // 3,000.00, and of the rate is nothing left.
      (-400, 300_000), (-1_000, 300_000),
      (0, 400_000),
    ] as [(Int, Int128)])
  func quarter(points: Int, expected: Int128) {
    #expect(income(reset, adding: points) == expected)
  }

  @Test("moves nothing of a year in which no rate is set anew")
  func noReset() {
    var loan = reset
    loan.repricedInterest = .zero
    #expect(income(loan, adding: 100) == 400_000)
    #expect(income(loan, adding: -1_000) == 400_000)
  }

  @Test(
    "moves a rate no further than its cap and its floor",
    arguments: [
      // Of 4.00 %: 4.50 % is the cap, 1,000.00 × 4.5 ÷ 4 = 1,125.00.
      (49, 412_250), (50, 412_500), (100, 412_500),
      // 3.80 % is the floor, 1,000.00 × 3.8 ÷ 4 = 950.00.
      (-19, 395_250), (-20, 395_000), (-1_000, 395_000),
    ] as [(Int, Int128)])
  func bounds(points: Int, expected: Int128) {
    var loan = reset
    loan.bounds = RateBounds(cap: "4.50", floor: "3.80")
    #expect(income(loan, adding: points) == expected)
  }

  @Test("bounds a rate on the side alone that has a bound")
  func oneBound() {
    var loan = reset
    loan.bounds = RateBounds(cap: "4.00")
    #expect(income(loan, adding: 100) == 400_000)
    #expect(income(loan, adding: -400) == 300_000)
    loan.bounds = RateBounds(floor: "4.00")
    #expect(income(loan, adding: 100) == 425_000)
    #expect(income(loan, adding: -400) == 400_000)
  }

  /// The borrower pays 1,000.01 of which half is repriced, a programme 600.02 of which 300.01 are.
  ///
  /// At 5 % for 4 %: 500.01 × 1.25 = 625.0125 with 500.00 that stay, and 300.01 × 1.25 = 375.0125
  /// with 300.01 that stay.
  @Test(
    "moves what a payer pays after the reset, and loses or leaves it moved when the payer stops")
  func subsidy() {
    let owed = StressLoan.loan(principal: "40000.00") {
      $0.isFloating = true
      $0.rate = "4.00"
      $0.yearInterest = "1000.01"
      $0.repricedInterest = "500.01"
      $0.yearSubsidy = "600.02"
      $0.repricedSubsidy = "300.01"
    }
    var lost = owed
    lost.isStoppedSubsidyLost = true
    func income(_ loan: StressLoan, stops: Bool) -> Int128 {
      let shock = StressShock.shock {
        $0.rateBasisPoints = 100
        $0.stopsSubsidy = stops
      }
      return StressTest([shock], [loan]).then.interest
    }
    let interest: Int128 = 50_000 + 62_501
    let subsidy: Int128 = 30_001 + 37_501
    #expect(income(owed, stops: false) == interest + subsidy)
    #expect(income(lost, stops: false) == interest + subsidy)
    #expect(income(owed, stops: true) == interest + subsidy)
    #expect(income(lost, stops: true) == interest)
  }

  /// Of 4,000.01 with 1,000.01 repriced a third, 33.33 %, falls 10 days late.
  ///
  /// Late are 1,333.203333 and 333.303333: 999.90 + 333.30 × 1.25 = 416.625, rounded up. The rest
  /// is 2,666.81 and 666.71: 2,000.10 + 666.71 × 1.25 = 833.3875.
  @Test("divides what is repriced as what it is a part of, and rounds each part")
  func divided() {
    let loan = StressLoan.loan(principal: "100000.00") {
      $0.isFloating = true
      $0.rate = "4.00"
      $0.yearInterest = "4000.01"
      $0.repricedInterest = "1000.01"
    }
    let shock = StressShock.shock {
      $0.lateShare = 3_333
      $0.lateDays = 10
      $0.rateBasisPoints = 100
    }
    let test = StressTest([shock], [loan])
    #expect(test.then.interest == 99_990 + 41_663 + 200_010 + 83_339)
  }

  /// Two loans of which the borrower pays 100.00 and a programme 500.00; one bank bears it when the
  /// programme stops, of the other loan the borrower does.
  @Test("of a programme that stops loses what the bank bears, and not what the borrower owes")
  func programme() {
    let lost = StressLoan.loan(principal: "10000.00") {
      $0.programme = "village"
      $0.isStoppedSubsidyLost = true
      $0.yearInterest = "100.00"
      $0.yearSubsidy = "500.00"
    }
    var owed = lost
    owed.isStoppedSubsidyLost = false
    var other = lost
    other.programme = "county"
    let shock = StressShock.shock("programme-stops") {
      $0.programme = "village"
      $0.stopsSubsidy = true
    }
    func income(_ loan: StressLoan) -> Int128 { StressTest([shock], [loan]).then.interest }
    #expect(income(lost) == 10_000)
    #expect(income(owed) == 60_000)
    #expect(income(other) == 60_000)
    let test = StressTest([shock], [lost, owed, other])
    #expect(test.then.profitEffect(against: test.today) == -50_000)
  }

  /// 50,000.00, 60 days late, with 900.00 due and 100.00 running, and 2,000.00 in the year to come.
  private let late = StressLoan.loan(.microcredit, principal: "50000.00") {
    $0.grounds.overdueDays = 60
    $0.interestDue = "900.00"
    $0.interestRunning = "100.00"
    $0.yearInterest = "2000.00"
  }

  private func test(_ loan: StressLoan, share: Int = 10_000, later days: Int) -> StressTest {
    let shock = StressShock.shock {
      $0.lateShare = share
      $0.lateDays = days
    }
    return StressTest([shock], [loan])
  }

  /// From 60 to 105 days: nothing accrues any more; provisions go from 3 % of 50,000.00 to 26 %.
  @Test("takes back interest due and running of what no longer accrues")
  func reversal() {
    let all = test(late, later: 45)
    #expect(all.today.reversed == 0)
    #expect(all.then.reversed == 100_000)
    #expect(all.then.interest == 0)
    // −2,000.00 − (13,000.00 − 1,500.00) − 1,000.00.
    #expect(all.then.profitEffect(against: all.today) == -200_000 - 1_150_000 - 100_000)
    // Half of each amount; of the other half all stays.
    let half = test(late, share: 5_000, later: 45)
    #expect(half.then.reversed == 50_000)
    #expect(half.then.profitEffect(against: half.today) == -100_000 - 575_000 - 50_000)
  }

  @Test("takes nothing back through day 90, and on day 91 each amount's late part, half up")
  func lastDay() {
    #expect(test(late, later: 30).then.reversed == 0)
    #expect(test(late, later: 31).then.reversed == 100_000)
    var loan = late
    loan.interestDue = "900.01"
    loan.interestRunning = "100.01"
    // Half of 900.01 is 450.005, and half of 100.01 is 50.005.
    #expect(test(loan, share: 5_000, later: 31).then.reversed == 45_001 + 5_001)
  }

  @Test("takes nothing back of a loan that does not accrue: its books did")
  func nonAccrual() {
    var loan = late
    loan.isNonAccrual = true
    #expect(test(loan, later: 45).then.reversed == 0)
  }

  /// 105 days late and not yet taken for it: today's books would take it back as well.
  @Test("counts what is beyond the last day today on both sides")
  func beyond() {
    var loan = late
    loan.grounds.overdueDays = 105
    let later = test(loan, share: 5_000, later: 10)
    #expect(later.today.reversed == 100_000)
    #expect(later.then.reversed == 100_000)
    #expect(later.then.profitEffect(against: later.today) == 0)
    let both = test(loan, later: 10).today + test(late, later: 45).then
    #expect(both.reversed == 200_000)
  }
}
