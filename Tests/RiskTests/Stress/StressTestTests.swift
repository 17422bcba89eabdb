import Classification
import Fixtures
import LoanProducts
import Quantities
import Risk
import Testing

extension StressTest {
  /// One scenario of these shocks, and these loans.
  init(_ shocks: [StressShock], _ loans: [StressLoan]) {
    self.init(StressScenario.inForce(on: "2026-06-30", among: shocks))
    for loan in loans { add(loan) }
  }

  /// Under the first scenario.
  var then: StressFigures { figures(of: 0) }
}

/// Goal: each kind of shock does what it says, to the fen.
///
/// Method: small books whose figures are worked out by hand; amounts below are in fen.
@Suite("A stress test")
struct StressTestTests {
  /// 100,000.00 at 6 % for apples in Luochuan (610629), and the same elsewhere and for pears.
  ///
  /// Of the first 30 % fall 120 days late: 30,000.00 substandard.
  @Test("of the apple price in one county hits the county's apples")
  func applePrice() {
    let apples = StressLoan.loan(principal: "100000.00") {
      $0.division = "610629001"
      $0.purpose = "苹果收购"
      $0.rate = "6.00"
      $0.yearInterest = "6000.00"
    }
    var elsewhere = apples
    elsewhere.division = "610602001"
    var pears = apples
    pears.purpose = "梨收购"
    let shock = StressShock.shock("apple-price") {
      $0.divisionPrefix = "610629"
      $0.purpose = "苹果"
      $0.lateShare = 3_000
      $0.lateDays = 120
    }
    let test = StressTest([shock], [apples, elsewhere, pears])

    #expect(test.today.principal == 30_000_000)
    #expect(test.today.classes == [.normal: 30_000_000])
    #expect(test.today.general == 300_000)
    #expect(test.today.special == 0)
    #expect(test.today.interest == 1_800_000)
    #expect(test.today.atRisk == [0, 0, 0, 0, 0])

    #expect(test.then.principal == 30_000_000)
    #expect(test.then.classes == [.normal: 27_000_000, .substandard: 3_000_000])
    #expect(test.then.nonPerforming == 3_000_000)
    #expect(test.then.atRisk == [3_000_000, 3_000_000, 3_000_000, 3_000_000, 0])
    #expect(test.then.general == 300_000)
    // 25 % of 30,000.00.
    #expect(test.then.special == 750_000)
    #expect(test.then.requiredProvision == 1_050_000)
    // 18,000.00 less 30 % of 6,000.00, which no longer accrues.
    #expect(test.then.interest == 1_620_000)
    // −1,800.00 − 7,500.00.
    #expect(test.then.profitEffect(against: test.today) == -930_000)
  }

  /// 50,000.01, 60 days late.
  ///
  /// Half of it, 25,000.005, is 25,000.01, and with 45 days more 105 days late; the rest of
  /// 25,000.00 is what it was.
  @Test("of a drought makes late what was late later, and rounds the late part half up")
  func drought() {
    let loan = StressLoan.loan(.microcredit, principal: "50000.01") {
      $0.grounds.overdueDays = 60
      $0.yearInterest = "1000.01"
    }
    let shock = StressShock.shock {
      $0.line = .microcredit
      $0.lateShare = 5_000
      $0.lateDays = 45
    }
    let test = StressTest([shock], [loan])
    #expect(test.today.classes == [.specialMention: 5_000_001])
    #expect(test.today.atRisk == [5_000_001, 5_000_001, 0, 0, 0])
    // 1 % and 2 % of 50,000.01: 500.0001 and 1,000.0002.
    #expect(test.today.general == 50_000)
    #expect(test.today.special == 100_000)
    #expect(test.then.classes == [.specialMention: 2_500_000, .substandard: 2_500_001])
    #expect(test.then.atRisk == [5_000_001, 5_000_001, 2_500_001, 2_500_001, 0])
    // 250.0001 + 250.00, and 25 % of 25,000.01 (6,250.0025) + 2 % of 25,000.00.
    #expect(test.then.general == 50_000)
    #expect(test.then.special == 625_000 + 50_000)
    // Half of 1,000.01 is 500.005: 500.01 no longer accrue, 500.00 do.
    #expect(test.then.interest == 50_000)
  }

  /// 1,000.00, of which 10 % would fall 10 days late, 40 % 100 days, and 40 % 300 days.
  @Test("takes of several shocks the largest share with its days, and adds basis points")
  func several() {
    let loan = StressLoan.loan(principal: "1000.00") {
      $0.isFloating = true
      $0.rate = "4.00"
      $0.yearInterest = "40.00"
      $0.repricedInterest = "40.00"
      $0.yearSubsidy = "7.00"
      $0.isStoppedSubsidyLost = true
    }
    func shock(_ part: Int, _ share: Int, days: Int, points: Int, stops: Bool) -> StressShock {
      .shock(part: part) {
        $0.lateShare = share
        $0.lateDays = days
        $0.rateBasisPoints = points
        $0.stopsSubsidy = stops
      }
    }
    let test = StressTest(
      [
        shock(3, 4_000, days: 300, points: 25, stops: false),
        shock(1, 1_000, days: 10, points: 50, stops: true),
        shock(2, 4_000, days: 100, points: 25, stops: false),
      ], [loan])
    #expect(test.then.classes == [.normal: 60_000, .substandard: 40_000])
    // Of the rest 24.00 × 5 ÷ 4, and no subsidy.
    #expect(test.then.interest == 3_000)
  }

  /// Nothing accrues beyond day 90, and a technical delay is no excuse for days more.
  @Test(
    "accrues through day 90, and excuses what is no later than now",
    arguments: [
      (30, 90, RiskClass.specialMention, 1_000), (30, 91, .substandard, 0),
      (1, 31, .specialMention, 1_000), (0, 30, .normal, 1_000),
    ] as [(Int, Int, RiskClass, Int128)])
  func limits(more: Int, days: Int, riskClass: RiskClass, income: Int128) {
    let loan = StressLoan.loan(principal: "100.00") {
      $0.grounds.overdueDays = days - more
      $0.grounds.isExcused = true
      $0.yearInterest = "10.00"
    }
    let shock = StressShock.shock {
      $0.lateShare = 10_000
      $0.lateDays = more
    }
    let test = StressTest([shock], [loan])
    #expect(test.today.classes == [.normal: 10_000])
    #expect(test.then.classes == [riskClass: 10_000])
    #expect(test.then.interest == income)
  }

  @Test("counts no income of a loan that does not accrue, and all of a restructured one as at risk")
  func standing() {
    let loan = StressLoan.loan(principal: "100.00") {
      $0.isNonAccrual = true
      $0.yearInterest = "10.00"
      $0.yearSubsidy = "5.00"
      $0.grounds.isRestructured = true
    }
    let test = StressTest([.shock()], [loan])
    #expect(test.today.interest == 0)
    #expect(test.today.atRisk == [10_000, 10_000, 10_000, 10_000, 10_000])
    #expect(test.today.classes == [.specialMention: 10_000])
    #expect(test.then == test.today)
  }
}
