import Classification
import Fixtures
import Quantities
import Risk
import Testing

/// Goal: a month is counted as its loans say, loan by loan.
///
/// Method: random books, counted here by another, slow way: a pass over all loans for each figure.
@Suite("A portfolio that is counted")
struct PortfolioCountTests {
  @Test("has cells that are the sums of their positions", arguments: 1...20)
  func cells(seed: UInt64) {
    let book = RandomBook(seed: seed)
    let month = book.counted
    for cut in PortfolioCut.allCases {
      var sums: [PortfolioMonth.CellKey: PortfolioMonth.Cell] = [:]
      for position in book.positions {
        let key = PortfolioMonth.CellKey(
          cut, book.member(cut, position), days: DaysBand(overdueDays: position.overdueDays),
          position.riskClass, isRestructured: position.isRestructured)
        sums[key, default: PortfolioMonth.Cell()].add(position)
      }
      #expect(month.cells.filter { $0.key.cut == cut } == sums, "seed \(seed), \(cut)")
    }
  }

  @Test("counts a borrower once in each member", arguments: 1...20)
  func borrowers(seed: UInt64) {
    let book = RandomBook(seed: seed)
    var debtors: [PortfolioMonth.Member: Set<Int64>] = [:]
    for position in book.positions where position.principal.isPositive {
      for cut in PortfolioCut.allCases {
        debtors[PortfolioMonth.Member(cut, book.member(cut, position)), default: []]
          .insert(position.borrowerID)
      }
    }
    #expect(book.counted.borrowers == debtors.mapValues { Int64($0.count) }, "seed \(seed)")
  }

  @Test("tells from where to where each loan went", arguments: 1...20)
  func moves(seed: UInt64) {
    let book = RandomBook(seed: seed)
    var sums: [PortfolioMonth.Move: Tally] = [:]
    for loan in book.loans {
      let now = book.positions.first { $0.loanID == loan.loanID }
      let before = book.before.first { $0.loanID == loan.loanID }
      guard now != nil || before != nil else { continue }
      let end = before == nil ? "new" : book.end(of: loan)
      for (scale, state) in [
        (PortfolioMonth.Move.Scale.days, { DueState(overdueDays: $0.overdueDays).rawValue }),
        (.classes, { $0.riskClass.rawValue }),
      ] as [(PortfolioMonth.Move.Scale, (LoanPosition) -> String)] {
        let move = PortfolioMonth.Move(
          1, scale, line: loan.line, from: before.map(state) ?? "new", to: now.map(state) ?? end)
        var tally = sums[move] ?? Tally()
        tally.add(before?.principal ?? now?.principal ?? .zero)
        sums[move] = tally
      }
    }
    #expect(book.counted.moves == sums, "seed \(seed)")
  }

  @Test("keeps what a quarter was granted, whatever became of it", arguments: 1...20)
  func vintages(seed: UInt64) {
    let book = RandomBook(seed: seed)
    var sums: [PortfolioMonth.Cohort: PortfolioMonth.Vintage] = [:]
    for loan in book.loans {
      guard let start = book.start(of: loan)?.month, start <= RandomBook.month else { continue }
      var vintage = PortfolioMonth.Vintage()
      vintage.grantedLoans = 1
      vintage.granted = loan.principal.minorUnits
      let now = book.positions.first { $0.loanID == loan.loanID }
      if let now, now.principal.isPositive {
        let late = now.isRestructured ? Int.max : now.overdueDays
        vintage.loans = 1
        vintage.principal = now.principal.minorUnits
        vintage.atRisk30 = late > 30 ? now.principal.minorUnits : 0
        vintage.atRisk90 = late > 90 ? now.principal.minorUnits : 0
      }
      let isDefault = now.map { $0.overdueDays > 90 } ?? book.isWrittenOff(loan)
      if isDefault, !book.wasInDefault.contains(loan.loanID) {
        vintage.defaultLoans = 1
        vintage.defaultGranted = loan.principal.minorUnits
        #expect(book.counted.defaults.contains(loan.loanID))
      }
      let quarter = Month(year: start.year, month: (start.monthOfYear - 1) / 3 * 3 + 1)
      let cohort = PortfolioMonth.Cohort(
        line: loan.line, quarter: quarter, monthsOnBook: RandomBook.month - start)
      sums[cohort, default: PortfolioMonth.Vintage()] += vintage
    }
    #expect(book.counted.vintages == sums, "seed \(seed)")
  }

  @Test("names the largest debtors, the largest first", arguments: 1...20)
  func largest(seed: UInt64) {
    let book = RandomBook(seed: seed)
    var debts: [Int64: Int64] = [:]
    var groups: [String: Int64] = [:]
    for position in book.positions where position.principal.isPositive {
      debts[position.borrowerID, default: 0] += position.principal.minorUnits
      if let group = book.group(of: position.borrowerID) {
        groups[group, default: 0] += position.principal.minorUnits
      }
    }
    var named = book.counted
    named.name(
      Dictionary(
        uniqueKeysWithValues: book.borrowers.map { ("\($0.borrowerID)", "\($0.borrowerID)") }))
    let found = named.largest
    let borrowers = found.filter { $0.kind == .borrower }
    let expected = debts.map { (principal: $0.value, name: String($0.key)) }
      .sorted { ($1.principal, $0.name) < ($0.principal, $1.name) }.prefix(20)
    #expect(borrowers.map(\.principal) == expected.map(\.principal), "seed \(seed)")
    #expect(borrowers.map(\.reference) == expected.map(\.name), "seed \(seed)")
    for debtor in borrowers {
      #expect(debts[Int64(debtor.reference) ?? 0] == debtor.principal, "seed \(seed)")
    }
    let largestGroups = found.filter { $0.kind == .group }
    #expect(largestGroups.map(\.principal) == Array(groups.values.sorted(by: >).prefix(20)))
    for debtor in largestGroups { #expect(groups[debtor.reference] == debtor.principal) }
  }

  @Test("of no positions is nothing")
  func empty() {
    let traits = PortfolioTraits(.yuan)
    let count = PortfolioCount(
      traits, bankID: 1, RandomBook.version, history: PortfolioCount.History(loanCount: 0))
    #expect(count.finish() == PortfolioMonth(bankID: 1, month: RandomBook.month, version: 1))
  }
}

/// Loans and borrowers, where they stand at one month's end and stood a month before.
struct RandomBook {
  static let month = Month(year: 2026, month: 3)
  /// Nothing after fact 1,000,000 is known.
  static let version = CountedVersion(month: month, version: 1, factNumber: 1_000_000)

  private(set) var loans: [PortfolioTraits.Loan] = []
  private(set) var turns: [Int64: [PortfolioTraits.Turn]] = [:]
  private var reversals: [(number: Int64, undoes: Int64)] = []
  private(set) var borrowers: [PortfolioTraits.Borrower] = []
  private(set) var positions: [LoanPosition] = []
  private(set) var before: [LoanPosition] = []
  private(set) var wasInDefault: Set<Int64> = []
  private(set) var counted = PortfolioMonth(bankID: 1, month: month, version: 1)

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for id in 1...60 as ClosedRange<Int64> {
      var borrower = PortfolioTraits.Borrower(
        borrowerID: id, kind: random.pick("person", "household", "enterprise"),
        sex: random.pick("female", "male", nil), division: random.pick("659004", "510183"),
        village: random.pick("东村", "西村", nil), group: random.pick("G1", "G2", nil, nil))
      if borrower.village != nil { borrower.villageAfter = random.pick(0, 999_999, 1_000_000) }
      borrowers.append(borrower)
    }
    for id in 1...150 as ClosedRange<Int64> {
      // Ids have gaps.
      let loan = Self.loan(2 * id, &random)
      loans.append(loan)
      addTurns(loan, &random)
    }
    for loan in loans {
      if Int.random(in: 0...3, using: &random) > 0 {
        positions.append(Self.position(loan, &random))
      }
      if Int.random(in: 0...3, using: &random) > 0 { before.append(Self.position(loan, &random)) }
      if Int.random(in: 0...5, using: &random) == 0 { wasInDefault.insert(loan.loanID) }
    }
    counted = count()
  }

  private static func loan(_ id: Int64, _ random: inout SplitMix64) -> PortfolioTraits.Loan {
    var loan = PortfolioTraits.Loan(
      loanID: id, borrowerID: .random(in: 1...60, using: &random),
      line: random.pick("industry", "microcredit", "tourism"),
      principal: Money(minorUnits: .random(in: 1...20_000_000_00, using: &random)),
      startsOn: Day("2024-01-15") + Int.random(in: 0...800, using: &random))
    loan.productVersion = random.pick(1, 2, nil)
    loan.officer = random.pick("zhang", "li")
    loan.purpose = random.pick("apple", "pepper", "")
    loan.category = random.pick("any", "undergraduate")
    loan.maturesOn = loan.startsOn + Int.random(in: 30...900, using: &random)
    return loan
  }

  private static func position(
    _ loan: PortfolioTraits.Loan, _ random: inout SplitMix64
  ) -> LoanPosition {
    var position = LoanPosition(
      bankID: 1, branchID: .random(in: 1...2, using: &random), line: loan.line,
      loanID: loan.loanID, borrowerID: random.pick(loan.borrowerID, loan.borrowerID, 7))
    position.principal = random.pick(loan.principal, .zero, "100.00")
    position.principalDue = Money(minorUnits: position.principal.minorUnits / 3)
    position.interestDue = Money(minorUnits: .random(in: 0...900, using: &random))
    position.interestRunning = Money(minorUnits: .random(in: 0...900, using: &random))
    position.penaltyDue = Money(minorUnits: .random(in: 0...900, using: &random))
    position.bookPrincipal = Money(minorUnits: position.principal.minorUnits / 2)
    position.principalOverdueDays = random.pick(
      0, 0, 0, 1, 2, 30, 31, 60, 61, 90, 91, 180, 181, 270, 271, 360, 361)
    position.isRestructured = Int.random(in: 0...7, using: &random) == 0
    position.classify()
    return position
  }

  private func count() -> PortfolioMonth {
    var traits = PortfolioTraits(.yuan, reversals: reversals.reversed())
    for loan in loans {
      traits.add(loan)
      for turn in turns[loan.loanID] ?? [] { traits.add(turn, of: loan.loanID) }
    }
    for borrower in borrowers { traits.add(borrower) }
    var history = PortfolioCount.History(loanCount: traits.loanCount)
    var states = PortfolioStates(loanCount: traits.loanCount)
    for position in before {
      guard let place = traits.place(of: position.loanID) else { continue }
      states.set(
        place, overdueDays: position.overdueDays, position.riskClass,
        principal: position.principal)
    }
    history.states = [1: states]
    for id in wasInDefault {
      if let place = traits.place(of: id) { history.wasInDefault[place] = true }
    }
    var count = PortfolioCount(traits, bankID: 1, Self.version, history: history)
    for position in positions {
      count.add(position, branch: "branch-\(position.branchID)")
    }
    return count.finish()
  }

  /// Paid out, mostly, now and then taken back and brought back; some are written off.
  private mutating func addTurns(_ loan: PortfolioTraits.Loan, _ random: inout SplitMix64) {
    var added: [PortfolioTraits.Turn] = []
    var number = loan.loanID
    while Int.random(in: 0...2, using: &random) > 0 || added.isEmpty {
      // No two loans have a fact in common.
      number += 1_000 * .random(in: 1...600, using: &random)
      let turn = PortfolioTraits.Turn(
        isWriteOff: !added.isEmpty && Bool.random(using: &random), factNumber: number,
        day: loan.startsOn + Int.random(in: 0...200, using: &random))
      added.append(turn)
      // Taken back, brought back, taken back again.
      if Int.random(in: 0...3, using: &random) == 0 {
        for _ in 1...Int.random(in: 1...4, using: &random) {
          let undone = number
          number += 1_000 * .random(in: 1...300, using: &random)
          reversals.append((number, undone))
        }
      }
    }
    turns[loan.loanID] = added
  }

  /// What is known of a loan's turns.
  private func holding(_ loan: PortfolioTraits.Loan) -> [PortfolioTraits.Turn] {
    (turns[loan.loanID] ?? []).filter { turn in
      var known = [turn.factNumber].filter { $0 <= Self.version.factNumber }
      while let next = reversals.first(where: { $0.undoes == known.last })?.number,
        next <= Self.version.factNumber
      { known.append(next) }
      // It holds after the fact itself, not after its reversal, again after the reversal's own.
      return known.count % 2 == 1
    }
  }

  func start(of loan: PortfolioTraits.Loan) -> Day? {
    holding(loan).first { !$0.isWriteOff }?.day
  }

  func isWrittenOff(_ loan: PortfolioTraits.Loan) -> Bool {
    holding(loan).contains { $0.isWriteOff }
  }

  func group(of borrower: Int64) -> String? {
    borrowers.first { $0.borrowerID == borrower }?.group
  }

  func end(of loan: PortfolioTraits.Loan) -> String {
    if isWrittenOff(loan) { return "written-off" }
    return loan.maturesOn > Self.month.lastDay ? "prepaid" : "settled"
  }

  /// The member of a cut that a position is in, looked up anew.
  func member(_ cut: PortfolioCut, _ position: LoanPosition) -> String {
    guard let loan = loans.first(where: { $0.loanID == position.loanID }),
      let borrower = borrowers.first(where: { $0.borrowerID == position.borrowerID })
    else { return "?" }
    switch cut {
    case .whole: return ""
    case .branch: return "branch-\(position.branchID)"
    case .line: return loan.line
    case .product: return loan.productVersion.map { "\(loan.line)/\($0)" } ?? loan.line
    case .officer: return loan.officer
    case .division: return borrower.division
    case .village:
      return borrower.villageAfter < Self.version.factNumber ? borrower.village ?? "" : ""
    case .purpose: return loan.purpose
    case .category: return loan.category
    case .borrower: return borrower.kind
    case .sex: return borrower.sex ?? ""
    case .first:
      let earlier = loans.contains {
        $0.loanID < loan.loanID && $0.borrowerID == loan.borrowerID && start(of: $0) != nil
      }
      return earlier || start(of: loan) == nil ? "again" : "first"
    case .cohort:
      guard let month = start(of: loan)?.month else { return "" }
      return "\(month.year)Q\((month.monthOfYear - 1) / 3 + 1)"
    case .size:
      let tens = loan.principal.minorUnits
      if tens <= 5_000_000 { return "0-5" }
      if tens <= 10_000_000 { return "5-10" }
      if tens <= 50_000_000 { return "10-50" }
      return tens <= 100_000_000 ? "50-100" : "100+"
    }
  }
}

@Suite("A filter of positions")
struct PositionFilterTests {
  @Test("holds the loans that are in all it names")
  func holds() throws {
    let filter = try PositionFilter("line=microcredit,days=31-60,class=special-mention,par=30")
    var position = LoanPosition.loan(principal: "100.00", daysLate: 45)
    #expect(filter.holds(position, [.line: "microcredit"]))
    #expect(!filter.holds(position, [.line: "tourism"]))
    position.principalOverdueDays = 61
    #expect(!filter.holds(position, [.line: "microcredit"]))
    #expect(try PositionFilter("").holds(position, [:]))
  }

  @Test("refuses names and values that there are not, and tells which there are")
  func refused() {
    let name = #expect(throws: FilterFault.self) { try PositionFilter("lin=x") }
    #expect(name == .unknownName("lin", allowed: PositionFilter.names))
    #expect(name?.code == "filter.unknown_name")
    let value = #expect(throws: FilterFault.self) { try PositionFilter("par=45") }
    #expect(value == .unknownValue("45", of: "par", allowed: ["1", "30", "60", "90", "180"]))
    #expect(value?.code == "filter.unknown_value")
    #expect(throws: FilterFault.self) { try PositionFilter("days=1") }
    let twice = #expect(throws: FilterFault.self) { try PositionFilter("line=a,line=b") }
    #expect(twice == .namedTwice("line") && twice?.code == "filter.named_twice")
    #expect(throws: FilterFault.self) { try PositionFilter("whole=x") }
    let part = #expect(throws: FilterFault.self) { try PortfolioPart("line=a,class=loss") }
    #expect(part?.code == "filter.unknown_name")
    #expect(throws: FilterFault.self) { try PortfolioPart("whole=") }
    #expect(throws: FilterFault.self) { try PortfolioPart("") }
    #expect(throws: FilterFault.self) { try PortfolioPart("par=30") }
  }
}
