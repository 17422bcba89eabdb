package import Banks
import LoanProducts
package import Quantities

/// A named scenario: what may befall a book, shock by shock.
package struct StressScenario: Hashable, Sendable {
  package let code: String
  /// That of its first part.
  package let name: BilingualName
  /// One or more, in order of `part`.
  package let shocks: [StressShock]

  /// The scenarios of a day.
  ///
  /// - Parameters:
  ///   - day: the day.
  ///   - rows: of any scenarios, in any order.
  /// - Returns: by code; of each part the last row that has begun, the first of equal ones. A
  ///   scenario of which nothing has begun is left out.
  package static func inForce(on day: Day, among rows: [StressShock]) -> [StressScenario] {
    var scenarios: [String: [Int: StressShock]] = [:]
    for row in rows where row.validFrom <= day {
      let known = scenarios[row.scenario]?[row.part]
      if let known, known.validFrom >= row.validFrom { continue }
      scenarios[row.scenario, default: [:]][row.part] = row
    }
    return scenarios.sorted { $0.key < $1.key }.compactMap { code, parts in
      let shocks = parts.values.sorted { $0.part < $1.part }
      return shocks.first.map { StressScenario(code: code, name: $0.name, shocks: shocks) }
    }
  }
}

/// What a scenario does to one loan, its shocks taken together.
///
/// Rule: of the shocks that hit the loan the largest late share counts, with its days, the first of
///       equal ones; basis points add up; any that stops the subsidy stops it.
struct StressEffect: Hashable {
  var lateShare = 0
  var lateDays = 0
  var rateBasisPoints = 0
  var stopsSubsidy = false

  /// Of no shock.
  init() {}

  init(of scenario: StressScenario, on loan: StressLoan) {
    for shock in scenario.shocks where shock.hits(loan) {
      if shock.lateShare > lateShare {
        lateShare = shock.lateShare
        lateDays = shock.lateDays
      }
      rateBasisPoints += shock.rateBasisPoints
      stopsSubsidy = stopsSubsidy || shock.stopsSubsidy
    }
  }

  /// The rate of a loan after its next reset.
  ///
  /// - Returns: the rate and the basis points, nothing at least, within the loan's bounds; that of
  ///   today if it is fixed, is nothing, or no basis points are added.
  func rate(of loan: StressLoan) -> AnnualRate {
    guard loan.isFloating, loan.rate > .zero, rateBasisPoints != 0 else { return loan.rate }
    let rate = max(.zero, loan.rate + AnnualRate(basisPoints: Int64(rateBasisPoints)))
    return loan.bounds?.bounding(rate) ?? rate
  }
}
