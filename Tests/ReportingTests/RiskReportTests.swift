import Classification
import Fixtures
import Quantities
import Reporting
import Risk
import Testing

@Suite("The portfolio risk report")
struct RiskReportTests {
  func loan(
    bank: Int64, branch: Int64 = 1, line: String = "microcredit", borrower: Int64,
    principal: Money = "1000.00"
  ) -> LoanPosition {
    var position = LoanPosition(
      bankID: bank, branchID: branch, line: line, loanID: 1, borrowerID: borrower)
    position.principal = principal
    position.classify()
    return position
  }

  /// The report of some positions, each of a loan of its own, counted bank by bank.
  func report(_ positions: [LoanPosition]) -> RiskReport {
    let month = Month(year: 2026, month: 3)
    let counted = Dictionary(grouping: positions, by: \.bankID).map { bankID, positions in
      var traits = PortfolioTraits(.yuan)
      for (index, position) in positions.enumerated() {
        traits.add(
          PortfolioTraits.Loan(
            loanID: Int64(index), borrowerID: position.borrowerID, line: position.line,
            principal: "1000.00", startsOn: "2025-01-15"))
        traits.add(
          PortfolioTraits.Borrower(
            borrowerID: position.borrowerID, kind: "person", sex: nil, division: "659004",
            village: nil, group: nil))
      }
      var count = PortfolioCount(
        traits, bankID: bankID, CountedVersion(month: month, version: 1, factNumber: 1),
        history: PortfolioCount.History(loanCount: positions.count))
      for (index, position) in positions.enumerated() {
        var position = position
        position.loanID = Int64(index)
        count.add(position, branch: "branch-\(position.branchID)")
      }
      return count.finish()
    }
    return RiskReport(month: month, currency: .yuan, counted: counted)
  }

  @Test("a borrower with two loans is one borrower, of the bank and of each branch and line")
  func borrowers() {
    let report = report([
      loan(bank: 1, branch: 1, borrower: 7), loan(bank: 1, branch: 1, line: "tourism", borrower: 7),
      loan(bank: 1, branch: 2, borrower: 7), loan(bank: 1, branch: 2, borrower: 8),
    ])
    #expect(report.figures().borrowers == 2)
    #expect(report.figures().outstanding.loans == 4)
    #expect(report.members(of: .branch).map(\.figures.borrowers) == [1, 2])
    #expect(report.members(of: .line).map(\.figures.borrowers) == [2, 1])
  }

  @Test("the same number at two banks is two borrowers")
  func banksApart() {
    let report = report([loan(bank: 1, borrower: 7), loan(bank: 2, borrower: 7)])
    #expect(report.figures().borrowers == 2)
    #expect(report.members(of: .whole).map(\.key.bankID) == [1, 2])
  }

  @Test("a borrower whose loans are repaid is no borrower")
  func repaid() {
    let report = report([loan(bank: 1, borrower: 7, principal: .zero)])
    #expect(report.figures().borrowers == 0)
    #expect(report.figures().outstanding.loans == 0)
  }

  @Test("an empty report has figures of nothing")
  func empty() {
    #expect(report([]).figures() == PortfolioFigures())
    #expect(report([]).members(of: .whole).isEmpty)
    #expect(report([]).figures(.init(.whole, bankID: 99)).outstanding.loans == 0)
  }

  @Test("the banks' figures, the branches' and the lines' each sum to the whole (seed 13)")
  func sums() {
    var random = SplitMix64(seed: 13)
    let lines = ["industry", "microcredit", "student-aid"]
    for _ in 0..<50 {
      let positions = (0..<60).map { _ in
        loan(
          bank: .random(in: 1...3, using: &random), branch: .random(in: 1...2, using: &random),
          line: lines[Int.random(in: 0...2, using: &random)],
          borrower: .random(in: 1...30, using: &random),
          principal: Money(minorUnits: .random(in: 0...5_000_000, using: &random)))
      }.map { position in
        var position = position
        position.principalOverdueDays = random.pick(0, 0, 31, 91, 400)
        position.classify()
        return position
      }
      let report = report(positions)
      let whole = report.figures()
      // Banks have no borrower in common, so theirs sum too; branches and lines may have.
      #expect(report.members(of: .whole).map(\.figures).reduce(PortfolioFigures(), +) == whole)
      for cut in [report.members(of: .branch), report.members(of: .line)] {
        var sum = cut.map(\.figures).reduce(PortfolioFigures(), +)
        #expect(sum.borrowers >= whole.borrowers)
        sum.borrowers = whole.borrowers
        #expect(sum == whole)
      }
      let borrowers = Set(
        positions.filter { $0.principal.isPositive }.map { [$0.bankID, $0.borrowerID] })
      #expect(whole.borrowers == borrowers.count)
    }
  }

  @Test("does not depend on the order in which loans are added (seed 14)")
  func order() {
    var random = SplitMix64(seed: 14)
    let positions: [LoanPosition] = (0..<50).map { (index: Int64) -> LoanPosition in
      loan(bank: index % 3, branch: index % 2, borrower: index % 7)
    }
    let straight = report(positions)
    let shuffled = report(positions.shuffled(using: &random))
    #expect(straight.figures() == shuffled.figures())
    #expect(straight.members(of: .branch).map(\.key) == shuffled.members(of: .branch).map(\.key))
    #expect(
      straight.members(of: .branch).map(\.figures)
        == shuffled.members(of: .branch).map(\.figures))
  }
}
