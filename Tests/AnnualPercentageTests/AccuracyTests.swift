import AnnualPercentage
import Fixtures
import Foundation
import Quantities
import Testing

/// Goal: the solver finds the rate that a credit was made with, to 1e-10.
///
/// Method: a rate a month and payments at random, from a printed seed; the advance is what they are
/// worth at that rate. Amounts are of the largest, so that rounding them to the fen is no matter.
@Suite("The rate is accurate")
struct AccuracyTests {
  @Test(
    "a rate chosen at random comes back, by both rules", arguments: 1...3 as ClosedRange<UInt64>)
  func chosenRates(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let rate =
        random.onceIn(3)
        ? Double.random(in: -0.05...0, using: &random) : Double.random(in: 0...1, using: &random)
      let start = Day(number: Int32.random(in: 0...20_000, using: &random))
      var worth = 0.0
      var payments: [Credit<Day>.Flow] = []
      for number in 1...Int.random(in: 1...60, using: &random) {
        let amount = Int64.random(in: 1...1_000_000_000_000_000, using: &random)
        payments.append(.init(at: start.adding(months: number), amount: Money(minorUnits: amount)))
        worth += Double(amount) * pow(1 + rate, -Double(number))
      }
      let advance = Money(minorUnits: Int64(worth.rounded()))
      guard advance.minorUnits > 100_000_000_000_000 else { continue }
      let credit = try Credit(advances: [.init(at: start, amount: advance)], payments: payments)
      let american = try AppendixJRate.solve(credit, unitPeriod: UnitPeriod(.month)).rate
      let nominal = try EuropeanRate.solveNominal(credit).rate
      for found in [american, nominal] {
        let percent = try #require(Double(found.text(decimals: 10)))
        #expect(abs(percent / 1_200 - rate) < 1e-10, "seed \(seed): \(percent) for \(rate)")
      }
    }
  }
}
