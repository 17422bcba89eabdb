import Banks
import Postgres
import Quantities
import Repositories
import Risk

/// Adds up months of a bank's positions.
///
/// Shape:  what stays the same of loans is read once; each month's positions stream by.
/// Bounds: some hundred bytes a loan of one bank, and nine for each of the twelve months before.
struct CountPortfolio {
  private let connection: Connection
  private let bank: Bank
  private let versions: [CountedVersion]
  private let part: PortfolioPart?
  private let flows: [Month: [PortfolioMonth.Flow]]

  /// - Parameters:
  ///   - connection: of a transaction.
  ///   - bank: whose months.
  ///   - versions: of all months, by month: what earlier months are looked up in.
  ///   - part: whose loans are counted; nil for all.
  ///   - flows: what all loans are known to have moved in some months, by kind, payer and accounts.
  init(
    _ connection: Connection, _ bank: Bank, versions: [CountedVersion],
    part: PortfolioPart? = nil, flows: [Month: [PortfolioMonth.Flow]] = [:]
  ) {
    self.connection = connection
    self.bank = bank
    self.versions = versions
    self.part = part
    self.flows = flows
  }

  /// Counts some of the months.
  ///
  /// - Parameters:
  ///   - months: which; in any order.
  ///   - body: takes each, by month.
  /// - Throws: `PostgresError`; what `body` throws.
  func each(_ months: Set<Month>, _ body: (PortfolioMonth) throws -> Void) throws {
    let wanted = versions.filter { months.contains($0.month) }
    guard let first = wanted.first, let last = wanted.last else { return }
    let traitRepository = TraitRepository(connection, bankID: bank.id)
    var traits = try traitRepository.traits(bank.currency)
    if let part {
      let isByBranch = part.members[.branch] != nil
      traits.keep(
        part, at: last.factNumber,
        branches: isByBranch
          ? try traitRepository.branches(at: last.factNumber, traits.reversals) : [:])
    }
    let branches = Dictionary(
      uniqueKeysWithValues: try BankRepository(connection).listBranches(bankID: bank.id)
        .map { ($0.id, $0.code) })
    let repository = PortfolioRepository(connection, bankID: bank.id)
    let partIDs = part.map { _ in traits.keptLoanIDs }
    let moves = try ProvisionRepository(connection)
      .moves(bankID: bank.id, through: last.month.lastDay)
    var history = PortfolioCount.History(loanCount: traits.loanCount)
    try markDefaults(before: first.month, traits, &history)
    var states: [Month: PortfolioStates] = [:]
    for version in wanted {
      history.states = [:]
      for monthsBefore in [1, 12] {
        let month = version.month + -monthsBefore
        if states[month] == nil, let before = versions.first(where: { $0.month == month }) {
          states[month] = try traitRepository.states(at: before, of: traits)
        }
        history.states[monthsBefore] = states[month]
      }
      states = states.filter { version.month - $0.key < 12 }
      var count = PortfolioCount(
        traits, bankID: bank.id, version, history: history)
      try traitRepository.eachPosition(of: version) { position in
        count.add(position, branch: branches[position.branchID] ?? "")
      }
      states[version.month] = count.states
      var counted = count.finish()
      try name(&counted, traitRepository)
      counted.flows =
        try flows[version.month].map(PortfolioMonth.Flow.ofAllPayers)
        ?? repository.flows(of: version, loanIDs: partIDs)
      if part == nil {
        counted.heldProvision =
          moves.held(on: version.month.lastDay, run: version.factNumber, isAfter: true).minorUnits
      }
      for loanID in counted.defaults {
        if let place = traits.place(of: loanID) { history.wasInDefault[place] = true }
      }
      try body(counted)
    }
  }

  /// Debtors bear their references instead of the borrowers' ids.
  private func name(_ month: inout PortfolioMonth, _ repository: TraitRepository) throws {
    let ids = month.largest.filter { $0.kind == .borrower }.compactMap { Int64($0.reference) }
    month.name(try repository.references(of: ids))
  }

  /// Which loans were in default in an earlier month, as far as it is kept.
  private func markDefaults(
    before month: Month, _ traits: PortfolioTraits, _ history: inout PortfolioCount.History
  ) throws {
    var earlier: [Month: PortfolioMonth] = [:]
    for version in versions where version.month < month {
      earlier[version.month] = PortfolioMonth(
        bankID: bank.id, month: version.month, version: version.version)
    }
    try PortfolioRepository(connection, bankID: bank.id).load(.defaults, into: &earlier)
    for loanID in earlier.values.flatMap(\.defaults) {
      if let place = traits.place(of: loanID) { history.wasInDefault[place] = true }
    }
  }
}
