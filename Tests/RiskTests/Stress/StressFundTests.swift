import Banks
import Classification
import Fixtures
import LoanProducts
import Quantities
import Risk
import Testing

/// Goal: what a fund may be asked for, and how near its stop line is, to the fen.
///
/// Method: loans whose figures are worked out by hand; amounts below are in fen.
@Suite("A stress test of funds")
struct StressFundTests {
  private func scheme(stopBasisPoints: Int) -> CompensationFund {
    var scheme = CompensationFund(
      code: "education", name: BilingualName(chinese: "补偿金", english: "fund"), line: .education,
      validFrom: "2024-01-01")
    scheme.stopBasisPoints = stopBasisPoints
    return scheme
  }

  /// 8,000.00 with interest of 120.00 due, of which a fund bears 70 % after 30 days.
  ///
  /// 20 % fall 100 days late: 70 % of 1,600.00 + 24.00 is 1,136.80. At a stop line of 3 % 240.00
  /// may be non-performing.
  @Test("of graduates' unemployment tells what a fund bears and how near its stop line is")
  func unemployment() {
    let loan = StressLoan.loan(.education, principal: "8000.00") {
      $0.interestDue = "120.00"
      $0.fund = FundCover(code: "education", sharePercent: 70, bufferDays: 30)
      $0.fundPlaces = ["education"]
    }
    let elsewhere = StressLoan.loan(.education, principal: "2000.00")
    let shock = StressShock.shock("unemployment") {
      $0.line = .education
      $0.lateShare = 2_000
      $0.lateDays = 100
    }
    let test = StressTest([shock], [loan, elsewhere])
    var fund = StressFund()
    fund.principal = 800_000
    #expect(test.today.funds == ["education": fund])
    #expect(fund.headroom(stopBasisPoints: 300) == 24_000)
    fund.nonPerforming = 160_000
    fund.claimable = 113_680
    #expect(test.then.funds == ["education": fund])
    #expect(fund.headroom(stopBasisPoints: 300) == -136_000)
    #expect(test.then.classes == [.normal: 800_000, .substandard: 200_000])
  }

  @Test("has a fund pay for what is late for longer than its buffer, performing or not")
  func buffer() {
    let loan = StressLoan.loan(.microcredit, principal: "100.00") {
      $0.fund = FundCover(code: "county", sharePercent: 50, bufferDays: 30)
    }
    func claimable(days: Int) -> Int128? {
      let shock = StressShock.shock {
        $0.lateShare = 10_000
        $0.lateDays = days
      }
      return StressTest([shock], [loan]).then.funds["county"]?.claimable
    }
    #expect(claimable(days: 30) == 0)
    #expect(claimable(days: 31) == 5_000)
  }

  @Test(
    "rounds the room under a stop line down: at the line lending goes on", arguments: [0, 3, 4])
  func headroom(nonPerforming: Int128) {
    var fund = StressFund()
    // 3 % is 3.99.
    fund.principal = 133
    fund.nonPerforming = nonPerforming
    #expect(fund.headroom(stopBasisPoints: 300) == 3 - nonPerforming)
    let isStopped = scheme(stopBasisPoints: 300)
      .stopsLending(nonPerforming: fund.nonPerforming, of: fund.principal)
    #expect(isStopped == (fund.headroom(stopBasisPoints: 300) < 0))
  }

  /// 1,000.00 covered and 9,000.00 that are not, all of the fund's line and place; a tenth falls
  /// 100 days late.
  ///
  /// Of 10,000.00 at a stop line of 3 % 300.00 may be non-performing, and 1,000.00 are; 70 % of
  /// 100.00, of the covered loan, may be asked for.
  @Test("asks the stop line of loans that no fund covers as well, and money of covered ones alone")
  func uncovered() {
    let covered = StressLoan.loan(.education, principal: "1000.00") {
      $0.fund = FundCover(code: "education", sharePercent: 70, bufferDays: 30)
      $0.fundPlaces = ["education"]
    }
    let uncovered = StressLoan.loan(.education, principal: "9000.00") {
      $0.fundPlaces = ["education"]
    }
    let shock = StressShock.shock {
      $0.lateShare = 1_000
      $0.lateDays = 100
    }
    let test = StressTest([shock], [covered, uncovered])
    var fund = StressFund()
    fund.principal = 1_000_000
    #expect(test.today.funds == ["education": fund])
    fund.nonPerforming = 100_000
    fund.claimable = 7_000
    #expect(test.then.funds == ["education": fund])
    #expect(fund.headroom(stopBasisPoints: 300) == -70_000)
    func stops(at basisPoints: Int) -> Bool {
      scheme(stopBasisPoints: basisPoints)
        .stopsLending(nonPerforming: fund.nonPerforming, of: fund.principal)
    }
    #expect(stops(at: 999))
    #expect(!stops(at: 1_000))
  }

  /// 1,000.00, 100 days late, covered by the fund of another place than the two it is now of.
  @Test("asks money of the fund that covers a loan, and the stop lines of those of its place")
  func moved() {
    let loan = StressLoan.loan(.education, principal: "1000.00") {
      $0.fund = FundCover(code: "old", sharePercent: 50, bufferDays: 30)
      $0.fundPlaces = ["city", "county"]
      $0.grounds.overdueDays = 100
    }
    var place = StressFund()
    place.principal = 100_000
    place.nonPerforming = 100_000
    var cover = StressFund()
    cover.claimable = 50_000
    let test = StressTest([.shock()], [loan])
    #expect(test.today.funds == ["city": place, "county": place, "old": cover])
    #expect(test.then.funds == test.today.funds)
  }
}
