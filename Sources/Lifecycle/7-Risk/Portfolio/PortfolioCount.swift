package import Classification
package import Quantities

/// A version of a month's positions, and the fact that wrote it.
package struct CountedVersion: Hashable, Sendable {
  package let month: Month
  package let version: Int32
  package let factNumber: Int64
  /// By which its provisions were made.
  package let rule: ProvisionRule
  /// By which debtors were judged; nil if they were not.
  package let classes: ClassPolicy?
  /// What its expected losses are reckoned from; nil for one whose provisions are by percentages.
  package let losses: LossBasis?

  package init(
    month: Month, version: Int32, factNumber: Int64, rule: ProvisionRule = .standard,
    classes: ClassPolicy? = nil, losses: LossBasis? = nil
  ) {
    self.month = month
    self.version = version
    self.factNumber = factNumber
    self.rule = rule
    self.classes = classes
    self.losses = losses
  }
}

/// Adds up a bank's positions of a month.
///
/// Ordering: positions come by loan.
/// Bounds:   some hundred bytes a loan; one pass over the positions and one over the loans.
package struct PortfolioCount: Sendable {
  /// What is known of months before.
  package struct History: Sendable {
    /// Where loans stood so many months before: 1 and 12, where there were positions.
    package var states: [Int: PortfolioStates] = [:]
    /// By the loan's place: whether it was in default before.
    package var wasInDefault: [Bool]

    package init(loanCount: Int) {
      wasInDefault = [Bool](repeating: false, count: loanCount)
    }
  }

  private static let classes = RiskClass.allCases
  private static let slots = DaysBand.allCases.count * classes.count * 2

  private let traits: PortfolioTraits
  private let history: History
  private let month: Month
  /// By place: the month a loan was paid out in, as known; nil for one that was not.
  private let starts: [Month?]
  private let writtenOff: Set<Int>
  /// For each cut, the member of each loan, or of each borrower.
  private var columns: [MemberColumn]
  /// Where loans stand, for months to come.
  package private(set) var states: PortfolioStates
  private var result: PortfolioMonth
  /// For each cut, `slots` cells for each member.
  private var cells: [[PortfolioMonth.Cell]]
  /// By the loan's place: whether it is counted, and its borrower.
  private var isActive: [Bool]
  private var borrowers: [Int32]
  private var isAtRisk30: [Bool]
  private var isAtRisk90: [Bool]
  private var isLate90: [Bool]
  private var last = 0

  /// - Parameters:
  ///   - traits: of all loans and borrowers.
  ///   - bankID: whose they are.
  ///   - version: the positions, and the fact that wrote them: nothing after it is known.
  ///   - history: of months before.
  package init(
    _ traits: PortfolioTraits, bankID: Int64, _ version: CountedVersion, history: History
  ) {
    self.traits = traits
    self.history = history
    month = version.month
    result = PortfolioMonth(bankID: bankID, month: version.month, version: version.version)
    states = PortfolioStates(loanCount: traits.loanCount)
    cells = PortfolioCut.allCases.map { _ in [] }
    isActive = [Bool](repeating: false, count: traits.loanCount)
    isAtRisk30 = isActive
    isAtRisk90 = isActive
    isLate90 = isActive
    borrowers = [Int32](repeating: 0, count: traits.loanCount)
    let standing = traits.standing(at: version.factNumber)
    starts = standing.starts.map { $0?.month }
    writtenOff = standing.writtenOff
    let (first, cohort) = Self.columns(of: starts, traits)
    columns = PortfolioCut.allCases.map { cut in
      switch cut {
      case .whole: MemberColumn("", count: traits.loanCount)
      case .first: first
      case .cohort: cohort
      default:
        traits.loanColumn(cut) ?? traits.borrowerColumn(cut, at: version.factNumber)
          ?? MemberColumn()
      }
    }
  }

  /// The columns of what follows from when loans were paid out.
  private static func columns(
    of starts: [Month?], _ traits: PortfolioTraits
  ) -> (first: MemberColumn, cohort: MemberColumn) {
    var (first, cohort) = (MemberColumn(), MemberColumn())
    for text in traits.firstLoans({ starts[$0] != nil }) { first.append(text) }
    var last: (month: Month?, quarter: String) = (nil, "")
    for start in starts {
      if start != last.month { last = (start, start?.quarterName ?? "") }
      cohort.append(last.quarter)
    }
    return (first, cohort)
  }

  private static func place(of cut: PortfolioCut) -> Int {
    PortfolioCut.allCases.firstIndex(of: cut) ?? 0
  }

  private static let isByBorrower = PortfolioCut.allCases.map(PortfolioCut.ofBorrowers.contains)
  private static let branchColumn = place(of: .branch)
  private static let lineColumn = place(of: .line)

  /// Adds the position of a loan, if the traits keep it.
  ///
  /// - Parameters:
  ///   - position: the loan's.
  ///   - branch: the code of the branch it is at.
  package mutating func add(_ position: LoanPosition, branch: String) {
    guard let place = traits.place(of: position.loanID, from: last) else {
      preconditionFailure("a position of a loan that is not there: \(position.loanID)")
    }
    last = place + 1
    guard traits.keeps(place) else { return }
    let days = position.overdueDays
    states.set(place, overdueDays: days, position.riskClass, principal: position.principal)
    isActive[place] = position.principal.isPositive
    borrowers[place] = Int32(position.borrowerID)
    columns[Self.branchColumn].set(branch, at: place)
    isAtRisk30[place] = days > 30 || position.isRestructured
    isAtRisk90[place] = days > 90 || position.isRestructured
    isLate90[place] = days > 90
    let rank = position.riskClass.rank
    let slot =
      (DaysBand(overdueDays: days).place * Self.classes.count + rank) * 2
      + (position.isRestructured ? 1 : 0)
    for index in columns.indices {
      let member = member(index, place)
      let end = (member + 1) * Self.slots
      if cells[index].count < end {
        cells[index] += [PortfolioMonth.Cell](
          repeating: PortfolioMonth.Cell(), count: end - cells[index].count)
      }
      cells[index][member * Self.slots + slot].add(position)
    }
  }

  /// The member of each cut but the whole that a position which was added is in.
  package func members(of loanID: Int64) -> [PortfolioCut: String] {
    guard let place = traits.place(of: loanID, from: last - 1) else { return [:] }
    var members: [PortfolioCut: String] = [:]
    for (index, cut) in PortfolioCut.allCases.enumerated() where cut != .whole {
      members[cut] = columns[index].names.texts[member(index, place)]
    }
    return members
  }

  /// The number of the member of a cut that a loan is in.
  private func member(_ column: Int, _ place: Int) -> Int {
    let place = Self.isByBorrower[column] ? Int(borrowers[place]) : place
    return Int(columns[column].numbers[place])
  }

  /// The sums of all positions added, without flows.
  ///
  /// Debtors bear the borrower's id instead of a reference, and all that are equal to the smallest
  /// are there: `PortfolioMonth.name` chooses among them.
  package func finish() -> PortfolioMonth {
    var month = result
    for (index, cut) in PortfolioCut.allCases.enumerated() {
      for (place, cell) in cells[index].enumerated() where cell != PortfolioMonth.Cell() {
        let slot = place % Self.slots
        let key = PortfolioMonth.CellKey(
          cut, columns[index].names.texts[place / Self.slots],
          days: DaysBand.allCases[slot / 2 / Self.classes.count],
          Self.classes[slot / 2 % Self.classes.count], isRestructured: slot % 2 == 1)
        month.cells[key] = cell
      }
    }
    countDebtors(into: &month)
    countLoans(into: &month)
    return month
  }
}

extension PortfolioCount {
  /// Counts borrowers and finds the largest.
  private func countDebtors(into month: inout PortfolioMonth) {
    var counts = PortfolioCut.allCases.map { _ in [Int64]() }
    var groups = [(loans: Int64, principal: Int64)](
      repeating: (0, 0), count: traits.groupNames.texts.count)
    var largest: [PortfolioMonth.Debtor] = []
    eachDebtor { borrower, places in
      var principal: Int64 = 0
      for place in places { principal += states.principals[place] }
      for index in columns.indices {
        for (order, place) in places.enumerated() {
          let number = member(index, place)
          if order > 0, places.prefix(order).contains(where: { member(index, $0) == number }) {
            continue
          }
          if counts[index].count <= number {
            counts[index] += [Int64](repeating: 0, count: number + 1 - counts[index].count)
          }
          counts[index][number] += 1
        }
      }
      if borrower < traits.groups.count, traits.groups[borrower] >= 0 {
        groups[Int(traits.groups[borrower])].loans += Int64(places.count)
        groups[Int(traits.groups[borrower])].principal += principal
      }
      Self.keep(
        PortfolioMonth.Debtor(
          .borrower, reference: String(borrower), loans: Int64(places.count), principal: principal),
        among: &largest)
    }
    month.largest = largest
    var largestGroups: [PortfolioMonth.Debtor] = []
    for (index, group) in groups.enumerated() where group.loans > 0 {
      Self.keep(
        PortfolioMonth.Debtor(
          .group, reference: traits.groupNames.texts[index], loans: group.loans,
          principal: group.principal),
        among: &largestGroups)
    }
    month.largest += largestGroups
    for (index, cut) in PortfolioCut.allCases.enumerated() {
      for (member, count) in counts[index].enumerated() where count > 0 {
        month.borrowers[PortfolioMonth.Member(cut, columns[index].names.texts[member])] = count
      }
    }
  }

  /// Calls `body` with each borrower who owes principal, by id, and the places of the loans.
  private func eachDebtor(_ body: (Int, ArraySlice<Int>) -> Void) {
    var starts = [Int32](repeating: 0, count: (borrowers.max().map { Int($0) } ?? 0) + 2)
    for place in isActive.indices where isActive[place] { starts[Int(borrowers[place]) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var order = [Int](repeating: 0, count: Int(starts[starts.count - 1]))
    var next = starts
    for place in isActive.indices where isActive[place] {
      let borrower = Int(borrowers[place])
      order[Int(next[borrower])] = place
      next[borrower] += 1
    }
    for borrower in 0..<starts.count - 1 where starts[borrower] < starts[borrower + 1] {
      body(borrower, order[Int(starts[borrower])..<Int(starts[borrower + 1])])
    }
  }

  /// Keeps a debtor if it is among the largest so far.
  private static func keep(
    _ debtor: PortfolioMonth.Debtor, among largest: inout [PortfolioMonth.Debtor]
  ) {
    let count = PortfolioMonth.largestCount
    guard largest.count >= count, let smallest = largest.last else {
      largest.insert(
        debtor, at: largest.firstIndex { $0.principal < debtor.principal } ?? largest.count)
      return
    }
    // Those equal to the last one stay with it: which of them are kept is told by their names.
    if debtor.principal == smallest.principal { largest.append(debtor) }
    guard debtor.principal > smallest.principal else { return }
    largest.insert(
      debtor, at: largest.firstIndex { $0.principal < debtor.principal } ?? largest.count)
    if largest[count - 1].principal > smallest.principal {
      largest.removeSubrange(count...)
    }
  }

  /// Counts moves, vintages and first defaults.
  private func countLoans(into month: inout PortfolioMonth) {
    let lines = columns[Self.lineColumn].names.texts
    var moves = history.states.sorted { $0.key < $1.key }.map {
      MoveCount($0.key, before: $0.value, lines: lines)
    }
    let first = starts.lazy.compactMap { $0 }.min() ?? self.month
    let width = max(0, self.month - first + 1)
    var vintages = [PortfolioMonth.Vintage](
      repeating: PortfolioMonth.Vintage(), count: lines.count * width)
    for place in 0..<traits.loanCount where traits.keeps(place) {
      let line = member(Self.lineColumn, place)
      let end = end(of: place)
      for index in moves.indices { moves[index].add(place, line: line, now: states, end: end) }
      guard let start = starts[place], start <= self.month else { continue }
      let isFirstDefault =
        !history.wasInDefault[place]
        && (isLate90[place] || (!states.hasPosition(place) && end == .writtenOff))
      if isFirstDefault { month.defaults.append(traits.loanIDs[place]) }
      vintages[line * width + (start - first)] += vintage(of: place, isFirstDefault: isFirstDefault)
    }
    for count in moves { count.put(into: &month) }
    for (index, vintage) in vintages.enumerated() where vintage.grantedLoans > 0 {
      let start = first + index % width
      let cohort = PortfolioMonth.Cohort(
        line: lines[index / width], quarter: start.quarter, monthsOnBook: self.month - start)
      month.vintages[cohort, default: PortfolioMonth.Vintage()] += vintage
    }
  }

  private func vintage(of place: Int, isFirstDefault: Bool) -> PortfolioMonth.Vintage {
    var vintage = PortfolioMonth.Vintage()
    vintage.grantedLoans = 1
    vintage.granted = traits.principals[place]
    if isActive[place] {
      let principal = states.principals[place]
      vintage.loans = 1
      vintage.principal = principal
      if isAtRisk30[place] { vintage.atRisk30 = principal }
      if isAtRisk90[place] { vintage.atRisk90 = principal }
    }
    if isFirstDefault {
      vintage.defaultLoans = 1
      vintage.defaultGranted = traits.principals[place]
    }
    return vintage
  }

  /// What became of a loan that has no position.
  private func end(of place: Int) -> DueState {
    if writtenOff.contains(place) { return .writtenOff }
    return traits.maturities[place] > month.lastDay ? .prepaid : .settled
  }
}
