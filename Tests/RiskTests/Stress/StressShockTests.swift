import Banks
import Classification
import Fixtures
import LoanProducts
import Quantities
import Risk
import Testing

extension StressShock {
  /// A shock in force since 2024-01-01 that hits all loans and does nothing.
  static func shock(
    _ scenario: String = "drought", part: Int = 1, from day: Day = "2024-01-01",
    change: (inout StressShock) -> Void = { _ in }
  ) -> StressShock {
    var shock = StressShock(
      scenario: scenario, part: part,
      name: BilingualName(chinese: "情景 \(part)", english: "\(scenario) \(part)"), validFrom: day)
    change(&shock)
    return shock
  }
}

extension StressLoan {
  /// A loan of bank 1 that is paid as agreed, with provisions by the guideline.
  static func loan(
    _ line: ProductLine = .industry, principal: Money,
    _ change: (inout StressLoan) -> Void = { _ in }
  ) -> StressLoan {
    var loan = StressLoan(bankID: 1, line: line, principal: principal, rule: .standard)
    change(&loan)
    return loan
  }
}

@Suite("The scenarios of a day")
struct StressScenarioTests {
  private let day: Day = "2026-06-30"

  @Test("stand by code, their shocks by part, whatever the order of the rows")
  func order() {
    let rows: [StressShock] = [
      .shock("drought", part: 2), .shock("apple-price", part: 7), .shock("drought", part: 1),
    ]
    let scenarios = StressScenario.inForce(on: day, among: rows)
    #expect(scenarios.map(\.code) == ["apple-price", "drought"])
    #expect(scenarios.map { $0.shocks.map(\.part) } == [[7], [1, 2]])
    #expect(scenarios.map(\.name.english) == ["apple-price 7", "drought 1"])
  }

  @Test("hold of each part the last row that has begun")
  func last() {
    let rows: [StressShock] = [
      .shock(from: "2026-06-30") { $0.lateShare = 2 },
      .shock(from: "2025-01-01") { $0.lateShare = 1 },
      .shock(from: "2026-07-01") { $0.lateShare = 3 },
      .shock(part: 2, from: "2025-01-01") { $0.lateShare = 4 },
    ]
    func shares(on day: Day) -> [Int] {
      StressScenario.inForce(on: day, among: rows).flatMap(\.shocks).map(\.lateShare)
    }
    #expect(shares(on: "2026-07-01") == [3, 4])
    #expect(shares(on: "2026-06-30") == [2, 4])
    #expect(shares(on: "2026-06-29") == [1, 4])
    #expect(shares(on: "2024-12-31") == [])
  }

  @Test("hold the first of equal rows")
  func equal() {
    let rows = [5, 6].map { share in StressShock.shock { $0.lateShare = share } }
    let shocks = StressScenario.inForce(on: day, among: rows).flatMap(\.shocks)
    #expect(shocks.map(\.lateShare) == [5])
  }

  @Test("leave out a scenario of which nothing has begun")
  func later() {
    #expect(StressScenario.inForce(on: day, among: [.shock(from: "2026-07-01")]) == [])
  }
}

@Suite("What a shock hits")
struct StressShockTests {
  private let orchard = StressLoan.loan(.industry, principal: "1.00") {
    $0.division = "610602003"
    $0.purpose = "苹果园套袋"
    $0.programme = "city"
    $0.isFloating = true
  }

  @Test("is every loan if nothing is said")
  func all() {
    #expect(StressShock.shock().hits(orchard))
    #expect(StressShock.shock().hits(.loan(principal: "1.00")))
  }

  @Test(
    "is a loan of which all holds that is said",
    arguments: [
      (true, .shock { $0.line = .industry }),
      (false, .shock { $0.line = .tourism }),
      (true, .shock { $0.divisionPrefix = "6106" }),
      (false, .shock { $0.divisionPrefix = "6107" }),
      (true, .shock { $0.divisionPrefix = "610602003" }),
      (false, .shock { $0.divisionPrefix = "6106020031" }),
      (true, .shock { $0.purpose = "苹果" }),
      (true, .shock { $0.purpose = "套袋" }),
      (false, .shock { $0.purpose = "梨" }),
      (true, .shock { $0.programme = "city" }),
      (false, .shock { $0.programme = "cit" }),
      (true, .shock { $0.isFloatingOnly = true }),
    ] as [(Bool, StressShock)])
  func selectors(isHit: Bool, shock: StressShock) {
    #expect(shock.hits(orchard) == isHit)
    // Whatever else holds, one thing that does not is enough.
    var other = shock
    other.line = .education
    #expect(!other.hits(orchard))
  }

  @Test("is no loan without a division, a purpose, a programme, a floating rate where one is asked")
  func bare() {
    let bare = StressLoan.loan(principal: "1.00")
    #expect(!StressShock.shock { $0.divisionPrefix = "6" }.hits(bare))
    #expect(!StressShock.shock { $0.purpose = "苹果" }.hits(bare))
    #expect(!StressShock.shock { $0.programme = "city" }.hits(bare))
    #expect(!StressShock.shock { $0.isFloatingOnly = true }.hits(bare))
  }
}
