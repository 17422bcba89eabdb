import Classification
import Fixtures
import LoanProducts
import Quantities
import Risk
import Testing

/// Goal: the figures are what the rules say, on any book.
///
/// Method: another computation, written from the rules: all parts of all loans are listed first,
///         then each figure is counted over the list by itself; limits and percentages are spelt
///         out here.
@Suite("A stress test, worked out another way")
struct StressRecomputationTests {
  /// What is left of a loan in one state.
  private struct Piece {
    let loan: StressLoan
    let days: Int
    let isExcused: Bool
    let principal: Int128
    let interestDue: Int128
    let interestRunning: Int128
    /// What falls due for periods before the next reset of the rate, and after it.
    let interest: (before: Int128, after: Int128)
    let subsidy: (before: Int128, after: Int128)
    let points: Int
    let isStopped: Bool

    /// 0 for normal … 4 for loss.
    var rank: Int {
      let grounds = loan.grounds
      var rank = RiskClass.allCases.firstIndex(of: grounds.rating) ?? 0
      if grounds.isRestructured { rank = max(rank, 1) }
      if grounds.isOnProbation || grounds.isObservedAsNonPerforming { rank = max(rank, 2) }
      if !isExcused {
        rank = max(rank, [0, 90, 270, 360].count { days > $0 })
      }
      return rank
    }

    /// Thousandths of principal: the general provision, the special one.
    var perMille: (Int128, Int128) {
      if loan.rule == .standard { return (10, [0, 20, 250, 500, 1_000][rank]) }
      return (rank == 0 ? 15 : 0, [0, 30, 300, 600, 1_000][rank])
    }

    /// The rate after the next reset, in trillionths.
    private var then: Int128 {
      let now = Int128(loan.rate.trillionths)
      if points == 0 || !loan.isFloating { return now }
      let least = Int128(loan.bounds?.floor?.trillionths ?? 0)
      let most = Int128(loan.bounds?.cap?.trillionths ?? 1 << 60)
      return min(most, max(least, now + Int128(points) * 100_000_000, 0))
    }

    var accrues: Bool { !loan.isNonAccrual && days < 91 }

    var income: Int128 {
      if !accrues { return 0 }
      let now = Int128(loan.rate.trillionths)
      func moved(_ amount: Int128) -> Int128 { now == 0 ? amount : half(amount * then, now) }
      var sum = interest.before + moved(interest.after)
      if !isStopped || !loan.isStoppedSubsidyLost { sum += subsidy.before + moved(subsidy.after) }
      return sum
    }

    var reversed: Int128 {
      loan.isNonAccrual || accrues ? 0 : interestDue + interestRunning
    }
  }

  /// A quotient of numbers that are not negative, half up.
  private static func half(_ dividend: Int128, _ divisor: Int128) -> Int128 {
    (2 * dividend + divisor) / (2 * divisor)
  }

  private func hits(_ shock: StressShock, _ loan: StressLoan) -> Bool {
    if let line = shock.line, line != loan.line { return false }
    if !Array(loan.division.utf8).starts(with: Array(shock.divisionPrefix.utf8)) { return false }
    let text = Array(loan.purpose)
    let wanted = Array(shock.purpose)
    if !text.indices.contains(where: { text[$0...].starts(with: wanted) }) && !wanted.isEmpty {
      return false
    }
    if shock.programme != "" && (loan.programme ?? "") != shock.programme { return false }
    return loan.isFloating || !shock.isFloatingOnly
  }

  private func pieces(_ loan: StressLoan, _ shocks: [StressShock]) -> [Piece] {
    let hitting = shocks.filter { hits($0, loan) }
    let most = hitting.map(\.lateShare).max() ?? 0
    let later = hitting.first { $0.lateShare == most }?.lateDays ?? 0
    let points = hitting.map(\.rateBasisPoints).reduce(0, +)
    let isStopped = hitting.contains(where: \.stopsSubsidy)
    let share = later == 0 ? 0 : Int128(most)
    func late(_ amount: Money) -> Int128 { Self.half(Int128(amount.minorUnits) * share, 10_000) }
    func piece(days: Int, isExcused: Bool, _ amount: (Money) -> Int128) -> Piece {
      func split(_ year: Money, _ after: Money) -> (Int128, Int128) {
        (amount(year) - amount(after), amount(after))
      }
      return Piece(
        loan: loan, days: days, isExcused: isExcused, principal: amount(loan.principal),
        interestDue: amount(loan.interestDue), interestRunning: amount(loan.interestRunning),
        interest: split(loan.yearInterest, loan.repricedInterest),
        subsidy: split(loan.yearSubsidy, loan.repricedSubsidy), points: points,
        isStopped: isStopped)
    }
    let days = loan.grounds.overdueDays
    return [
      piece(days: days, isExcused: loan.grounds.isExcused) { Int128($0.minorUnits) - late($0) },
      piece(days: days + later, isExcused: loan.grounds.isExcused && later == 0, late),
    ]
  }

  private func expect(
    _ figures: StressFigures, _ pieces: [Piece], _ name: Comment
  ) {
    func sum(_ pieces: [Piece], _ amount: (Piece) -> Int128) -> Int128 {
      pieces.map(amount).reduce(0, +)
    }
    #expect(figures.principal == sum(pieces, \.principal), name)
    for (index, days) in [1, 30, 60, 90, 180].enumerated() {
      let atRisk = pieces.filter { $0.loan.grounds.isRestructured || $0.days > days }
      #expect(figures.atRisk[index] == sum(atRisk, \.principal), name)
    }
    for (rank, riskClass) in RiskClass.allCases.enumerated() {
      let those = pieces.filter { $0.rank == rank }
      #expect(figures.classes[riskClass] ?? 0 == sum(those, \.principal), name)
    }
    #expect(figures.nonPerforming == sum(pieces.filter { $0.rank >= 2 }, \.principal), name)
    let general = sum(pieces) { Self.half($0.principal * $0.perMille.0, 1_000) }
    let special = sum(pieces) { Self.half($0.principal * $0.perMille.1, 1_000) }
    #expect(figures.general == general, name)
    #expect(figures.special == special, name)
    #expect(figures.requiredProvision == general + special, name)
    #expect(figures.interest == sum(pieces, \.income), name)
    #expect(figures.reversed == sum(pieces, \.reversed), name)
    expectFunds(figures, pieces, name)
  }

  private func expectFunds(_ figures: StressFigures, _ pieces: [Piece], _ name: Comment) {
    for code in ["north", "south"] {
      let placed = pieces.filter { $0.loan.fundPlaces.contains(code) }
      let fund = figures.funds[code] ?? StressFund()
      #expect(fund.principal == placed.map(\.principal).reduce(0, +), name)
      let nonPerforming = placed.filter { $0.rank >= 2 }.map(\.principal).reduce(0, +)
      #expect(fund.nonPerforming == nonPerforming, name)
      let claimable = pieces.map { piece in
        guard let cover = piece.loan.fund, cover.code == code, piece.days > cover.bufferDays else {
          return Int128(0)
        }
        return Self.half((piece.principal + piece.interestDue) * Int128(cover.sharePercent), 100)
      }.reduce(0, +)
      #expect(fund.claimable == claimable, name)
    }
  }

  @Test("has the same figures", arguments: 1...40 as ClosedRange<UInt64>)
  func figures(seed: UInt64) {
    let book = StressBook(seed: seed)
    let test = book.test
    expect(test.today, book.loans.flatMap { pieces($0, []) }, "seed \(seed)")
    for (index, scenario) in ["a", "b", "c"].enumerated() {
      let shocks = book.shocks.filter { $0.scenario == scenario }
      let all = book.loans.flatMap { pieces($0, shocks) }
      expect(test.figures(of: index), all, "seed \(seed), scenario \(scenario)")
      for bankID in test.bankIDs {
        expect(
          test.figures(index, bankID: bankID), all.filter { $0.loan.bankID == bankID },
          "seed \(seed), scenario \(scenario), bank \(bankID)")
      }
    }
  }
}
