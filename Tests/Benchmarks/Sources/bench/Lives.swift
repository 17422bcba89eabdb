import LoanProducts
import Quantities
import Scheduling
import Servicing

extension EngineBenchmark {
  /// Lives of 5,000 facts, from the facts to the claim at the end; the slower kind is the figure.
  static func lives() throws {
    var slowest = 0.0
    for kind in Life.allCases {
      for count in [1_250, 2_500, 5_000] {
        let (contract, facts) = try kind.sample(count)
        let last = facts[facts.count - 1].effectiveOn
        let seconds = try best {
          for _ in 0..<20 {
            let claim = try Claim(contract, facts: facts, through: last)
            guard claim.repaid.sum.isPositive else { throw Mismatch(description: "nothing repaid") }
          }
        }
        let milliseconds = seconds / 20 * 1e3
        line("life_\(count)_facts_ms_\(kind.rawValue)", milliseconds, decimals: 3)
        if count == 5_000 { slowest = max(slowest, milliseconds) }
      }
    }
    line("life_5000_facts_ms", slowest, decimals: 3)
  }

  private enum Life: String, CaseIterable {
    /// Thirty years of monthly equal instalments, paid in scraps, two in three too late.
    case scraps
    /// The same, with each third payment in advance, which changes every instalment to come.
    case advances
    /// A revolving loan, drawn and repaid by turns.
    case revolving
    /// The same thirty years with a new rate every few payments.
    case rates

    func sample(_ count: Int) throws -> (LoanContract, [LoanFact]) {
      let start = Month(year: 2_000, month: 1).day(15)
      var terms = LoanTerms(
        principal: Money(minorUnits: 50_000_000), agreedOn: start, startsOn: start,
        maturesOn: start.adding(months: 360),
        rate: .fixed(AnnualRate(trillionths: 45_000_000_000)))
      terms.repayment = RepaymentTerms(
        method: self == .revolving ? .revolving : .equalInstallments, interestEveryMonths: 1)
      let contract = try LoanContract(
        terms, rates: RatePath(steps: [.init(from: start, rate: .init(basisPoints: 450))]))
      var facts = [
        LoanFact(
          number: 1, effectiveOn: start, kind: .disbursed,
          amount: self == .revolving ? Money(minorUnits: 100) : terms.principal)
      ]
      for index in 1..<count {
        facts.append(fact(index, on: start + index * 10_900 / count))
      }
      return (contract, facts)
    }

    private func fact(_ index: Int, on day: Day) -> LoanFact {
      var kind = LoanFact.Kind.repaid(inAdvance: nil)
      var amount = Money(minorUnits: Int64(7_000 + index % 100))
      switch self {
      case .scraps: break
      case .advances:
        amount = Money(minorUnits: Int64(25_000 + index % 100))
        kind = .repaid(inAdvance: index.isMultiple(of: 3) ? .lowersInstallments : nil)
      case .revolving:
        kind = index.isMultiple(of: 2) ? .repaid(inAdvance: .lowersInstallments) : .disbursed
      case .rates:
        if index.isMultiple(of: 5) {
          kind = .rateChanged(AnnualRate(basisPoints: Int64(300 + index % 200)))
          amount = .zero
        }
      }
      return LoanFact(number: Int64(index + 1), effectiveOn: day, kind: kind, amount: amount)
    }
  }
}
