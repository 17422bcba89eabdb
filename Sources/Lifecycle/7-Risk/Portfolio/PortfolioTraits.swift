package import Quantities
package import Servicing

/// What stays the same of a bank's loans, and what its borrowers are, for counting portfolios.
///
/// Shape:  columns, a place a loan in the order of their ids; texts are kept once.
/// Bounds: some sixty bytes a loan.
package struct PortfolioTraits: Sendable {
  /// A loan as it was signed.
  package struct Loan: Hashable, Sendable {
    package var loanID: Int64
    /// Who took it out; a position names who owes it.
    package var borrowerID: Int64
    package var line: String
    package var productVersion: Int32?
    package var officer: String
    package var purpose: String
    package var category: String
    package var principal: Money
    package var startsOn: Day
    package var maturesOn: Day

    package init(
      loanID: Int64, borrowerID: Int64, line: String, principal: Money, startsOn: Day
    ) {
      self.loanID = loanID
      self.borrowerID = borrowerID
      self.line = line
      self.principal = principal
      self.startsOn = startsOn
      productVersion = nil
      officer = ""
      purpose = ""
      category = ""
      maturesOn = startsOn
    }
  }

  /// A fact by which a loan was paid out, taken over or written off.
  package struct Turn: Hashable, Sendable {
    package var isWriteOff: Bool
    package var factNumber: Int64
    /// The day of a disbursement; nil for a loan taken over, which keeps its signed start.
    package var day: Day?

    package init(isWriteOff: Bool = false, factNumber: Int64, day: Day? = nil) {
      self.isWriteOff = isWriteOff
      self.factNumber = factNumber
      self.day = day
    }
  }

  /// A party that owes or owed.
  package struct Borrower: Hashable, Sendable {
    package var borrowerID: Int64
    package var kind: String
    package var sex: String?
    package var division: String
    package var village: String?
    /// The last fact that knows no village; 0 for one that was known from the start.
    package var villageAfter: Int64 = 0
    /// The group that answers for it, if any.
    package var group: String?

    package init(
      borrowerID: Int64, kind: String, sex: String?, division: String, village: String?,
      group: String?
    ) {
      self.borrowerID = borrowerID
      self.kind = kind
      self.sex = sex
      self.division = division
      self.village = village
      self.group = group
    }
  }

  package let currency: Currency
  private(set) var loanIDs: [Int64] = []
  private(set) var principals: [Int64] = []
  private(set) var takers: [Int32] = []
  private var signedStarts: [Day] = []
  private(set) var maturities: [Day] = []
  /// By place: the first payment, if it was never reversed.
  private var payments: [Payment?] = []
  /// The turns of loans with any other one.
  private var turns: [Int: [Turn]] = [:]
  /// The bank's.
  package let reversals: [Reversals.Pair]
  /// What was ever to be undone.
  private let reversed: Set<Int64>
  /// For each of `PortfolioCut.ofLoans`, by place.
  private var loanColumns = PortfolioCut.ofLoans.map { _ in MemberColumn() }
  /// For each of `PortfolioCut.ofBorrowers`, by the borrower's id.
  private var borrowerColumns = PortfolioCut.ofBorrowers.map { _ in MemberColumn() }
  /// The last fact that knows no village, by the borrower's id, of those that were known later.
  private var laterVillages: [Int: Int64] = [:]
  /// The number of each borrower's group, by the borrower's id; −1 for none.
  private(set) var groups: [Int32] = []
  private(set) var groupNames = Names()
  /// By place, whether a loan is counted; nil if all are.
  private var isKept: [Bool]?

  private struct Payment {
    var factNumber: Int64
    var day: Day
  }

  /// - Parameters:
  ///   - currency: the bank's.
  ///   - reversals: the bank's, in any order.
  package init(_ currency: Currency, reversals: [Reversals.Pair] = []) {
    self.currency = currency
    self.reversals = reversals
    reversed = Set(reversals.map(\.undoes))
  }

  package var loanCount: Int { loanIDs.count }

  /// Adds a loan whose id is above those before.
  package mutating func add(_ loan: Loan) {
    precondition(loan.loanID > loanIDs.last ?? .min, "loans come in the order of their ids")
    loanIDs.append(loan.loanID)
    principals.append(loan.principal.minorUnits)
    takers.append(Int32(loan.borrowerID))
    signedStarts.append(loan.startsOn)
    maturities.append(loan.maturesOn)
    payments.append(nil)
    for (column, cut) in PortfolioCut.ofLoans.enumerated() {
      loanColumns[column].append(loan.member(of: cut, currency))
    }
  }

  /// The members of a cut of loans, by place; nil for another cut.
  func loanColumn(_ cut: PortfolioCut) -> MemberColumn? {
    PortfolioCut.ofLoans.firstIndex(of: cut).map { loanColumns[$0] }
  }

  /// The members of a cut of borrowers as known at a fact, by the borrower's id; nil for another.
  func borrowerColumn(_ cut: PortfolioCut, at factNumber: Int64) -> MemberColumn? {
    guard let index = PortfolioCut.ofBorrowers.firstIndex(of: cut) else { return nil }
    var column = borrowerColumns[index]
    if cut == .village {
      for (place, after) in laterVillages where factNumber <= after { column.set("", at: place) }
    }
    return column
  }

  /// Adds a fact of a loan that was added; a loan's facts come in the order of their numbers.
  package mutating func add(_ turn: Turn, of loanID: Int64, from start: Int = 0) {
    guard let place = place(of: loanID, from: start) else { return }
    let isPlain = !turn.isWriteOff && !reversed.contains(turn.factNumber) && turns[place] == nil
    if isPlain {
      // Later parts of a loan that is paid out in parts change nothing.
      if payments[place] == nil {
        payments[place] = Payment(
          factNumber: turn.factNumber, day: turn.day ?? signedStarts[place])
      }
    } else {
      var all = turns[place] ?? []
      if all.isEmpty, let payment = payments[place] {
        all.append(Turn(factNumber: payment.factNumber, day: payment.day))
      }
      turns[place] = all + [turn]
    }
  }

  /// Leaves all loans out that are not in a part; to be called when loans, facts and borrowers are
  /// there.
  ///
  /// - Parameters:
  ///   - part: which loans are kept.
  ///   - factNumber: the last fact that is known: a disbursement may be reversed and made again, a
  ///     village registered later.
  ///   - branches: the code of the branch that each loan is with, as known at that fact; of use for
  ///     a part that names one.
  package mutating func keep(
    _ part: PortfolioPart, at factNumber: Int64, branches: [Int64: String]
  ) {
    let isByStart = part.members[.cohort] != nil || part.members[.first] != nil
    let starts = isByStart ? standing(at: factNumber).starts : []
    let firsts = part.members[.first].map { _ in firstLoans { starts[$0] != nil } }
    var ofBorrowers: [PortfolioCut: MemberColumn] = [:]
    for cut in part.members.keys { ofBorrowers[cut] = borrowerColumn(cut, at: factNumber) }
    isKept = loanIDs.indices.map { place in
      part.members.allSatisfy { cut, member in
        if cut == .cohort { return starts[place]?.month.quarterName == member }
        if cut == .first { return firsts?[place] == member }
        if cut == .branch { return branches[loanIDs[place]] == member }
        if let column = loanColumn(cut) { return column.text(at: place) == member }
        return ofBorrowers[cut]?.text(at: Int(takers[place])) == member
      }
    }
  }

  /// `PortfolioCut.first`, by place.
  ///
  /// - Parameter isPaidOut: of the loan at a place.
  /// - Returns: of each loan; `again` of one that is not paid out.
  func firstLoans(_ isPaidOut: (Int) -> Bool) -> [String] {
    var hasLoan = [Bool](repeating: false, count: Int(takers.max() ?? 0) + 1)
    return takers.indices.map { place in
      let taker = Int(takers[place])
      guard !hasLoan[taker], isPaidOut(place) else { return "again" }
      hasLoan[taker] = true
      return "first"
    }
  }

  /// Whether the loan at a place is counted.
  func keeps(_ place: Int) -> Bool { isKept?[place] ?? true }

  /// The loans that are counted.
  package var keptLoanIDs: [Int64] { loanIDs.indices.filter(keeps).map { loanIDs[$0] } }

  /// When each loan was paid out, and which are written off, as known at a fact.
  func standing(at factNumber: Int64) -> (starts: [Day?], writtenOff: Set<Int>) {
    var starts = payments.map { payment -> Day? in
      payment.flatMap { $0.factNumber <= factNumber ? $0.day : nil }
    }
    var writtenOff: Set<Int> = []
    let undone = Reversals.undone(by: reversals, through: factNumber)
    for (place, turns) in turns {
      let holding = turns.filter { $0.factNumber <= factNumber && undone[$0.factNumber] == nil }
      starts[place] = holding.first { !$0.isWriteOff }.map { $0.day ?? signedStarts[place] }
      if holding.contains(where: \.isWriteOff) { writtenOff.insert(place) }
    }
    return (starts, writtenOff)
  }

  /// Adds a borrower, in any order.
  package mutating func add(_ borrower: Borrower) {
    let place = Int(borrower.borrowerID)
    if place >= groups.count {
      groups += [Int32](repeating: -1, count: place + 1 - groups.count)
    }
    for (column, cut) in PortfolioCut.ofBorrowers.enumerated() {
      borrowerColumns[column].set(borrower.member(of: cut), at: place)
    }
    if borrower.villageAfter > 0 { laterVillages[place] = borrower.villageAfter }
    groups[place] = borrower.group.map { groupNames.number(of: $0) } ?? -1
  }

  /// The place of a loan, looked for from another one on; nil for one that is not there.
  package func place(of loanID: Int64, from start: Int = 0) -> Int? {
    if start < loanIDs.count, loanIDs[start] == loanID { return start }
    var low = 0
    var high = loanIDs.count
    while low < high {
      let middle = (low + high) / 2
      if loanIDs[middle] < loanID { low = middle + 1 } else { high = middle }
    }
    return low < loanIDs.count && loanIDs[low] == loanID ? low : nil
  }

  /// The line of a loan, and the division of the borrower who owes it.
  package func lineAndDivision(
    _ place: Int, borrowerID: Int64
  ) -> (line: String, division: String) {
    (
      loanColumn(.line)?.text(at: place) ?? "",
      borrowerColumn(.division, at: .max)?.text(at: Int(borrowerID)) ?? ""
    )
  }
}

/// The member that each loan, or each borrower, is in: texts are kept once.
struct MemberColumn: Sendable {
  private(set) var names = PortfolioTraits.Names()
  private(set) var numbers: [Int32] = []

  init() {}

  /// All places in one member.
  init(_ text: String, count: Int) {
    numbers = [Int32](repeating: names.number(of: text), count: count)
  }

  mutating func append(_ text: String) { numbers.append(names.number(of: text)) }

  /// Sets the member at a place; places before it that were never set have the empty text.
  mutating func set(_ text: String, at place: Int) {
    if place >= numbers.count {
      let unset = names.number(of: "")
      numbers += [Int32](repeating: unset, count: place + 1 - numbers.count)
    }
    numbers[place] = names.number(of: text)
  }

  func text(at place: Int) -> String { names.texts[Int(numbers[place])] }
}

extension PortfolioTraits {
  /// Texts, each with its number.
  struct Names: Sendable {
    private(set) var texts: [String] = []
    private var numbers: [String: Int32] = [:]
    /// The one asked for last, which is often asked for again.
    private var last: (text: String, number: Int32)?

    mutating func number(of text: String) -> Int32 {
      if let last, last.text == text { return last.number }
      let number = numbers[text] ?? Int32(texts.count)
      if number == texts.count {
        texts.append(text)
        numbers[text] = number
      }
      last = (text, number)
      return number
    }
  }
}

extension PortfolioTraits.Loan {
  fileprivate func member(of cut: PortfolioCut, _ currency: Currency) -> String {
    switch cut {
    case .line: line
    case .product: productVersion.map { "\(line)/\($0)" } ?? line
    case .officer: officer
    case .purpose: purpose
    case .category: category
    case .size: SizeBand(principal, currency).rawValue
    case .whole, .branch, .division, .village, .borrower, .sex, .first, .cohort: ""
    }
  }
}

extension PortfolioTraits.Borrower {
  fileprivate func member(of cut: PortfolioCut) -> String {
    switch cut {
    case .division: division
    case .village: village ?? ""
    case .borrower: kind
    case .sex: sex ?? ""
    default: ""
    }
  }
}

extension Month {
  /// The first month of its quarter.
  package var quarter: Month { self + -((monthOfYear - 1) % 3) }

  /// The quarter it is in: `2025Q3`.
  package var quarterName: String { "\(year)Q\((monthOfYear + 2) / 3)" }
}
