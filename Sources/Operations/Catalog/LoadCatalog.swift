import Classification
import LoanProducts
import Origination
package import Postgres
import Posting
import Quantities
import Repositories
import Risk

/// The catalog takes in rows: accounts, sponsors, banks, branches, officers, divisions, rates,
/// days, products, papers, points tables, who decides, rules of provisions, the matrix of small
/// enterprises, programmes, funds, scenarios, assumptions of losses.
///
/// A row that is there with the same content is left alone; one that is there with another content
/// is refused, as nothing of the catalog is edited. One load is one transaction, and they come one
/// after the other.
package enum LoadCatalog {
  /// - Parameters:
  ///   - content: the rows; those of a table refer to rows of the same load or of the database.
  ///   - pool: where.
  /// - Returns: what became of the rows, file by file.
  /// - Throws: `CatalogError.loadRefused` with every refused row; then nothing is written.
  ///   `PostgresError`.
  package static func run(
    _ content: CatalogContent, on pool: ConnectionPool
  ) async throws -> [CatalogCount] {
    try await pool.transaction { connection in
      let catalog = CatalogRepository(connection)
      try catalog.lock()
      // First, and not after a row is written that runs refer to: they would wait for each other.
      if try content.isOfRuns(catalog) { try catalog.lockHeads() }
      return try Load(connection).take(content)
    }
  }
}

extension CatalogContent {
  /// Whether it has a row that what was booked or told by now may not know.
  fileprivate func isOfRuns(_ catalog: CatalogRepository) throws -> Bool {
    func isNew<Entry>(_ file: CatalogRows<Entry>, _ stored: () throws -> [Entry]) throws -> Bool {
      guard !file.rows.isEmpty else { return false }
      let known = Set(try stored().map(\.key))
      return file.rows.contains { !known.contains($0.value.key) }
    }
    return try isNew(publications, catalog.publications) || isNew(stress, catalog.stressShocks)
      || isNew(lossShares, catalog.lossShares) || isNew(scenarios, catalog.macroScenarios)
      || isNew(funds, catalog.funds)
      || isNew(capital) { try catalog.capital(of: catalog.banks()) }
  }
}

/// One load in its transaction.
private struct Load {
  private let catalog: CatalogRepository
  /// The last month that was run, by the bank's code.
  private let lastMonths: [String: Month]
  private var problems: [CatalogProblem] = []
  private var counts: [CatalogCount] = []

  init(_ connection: Connection) throws {
    catalog = CatalogRepository(connection)
    lastMonths = try catalog.lastMonths()
  }

  func take(_ content: CatalogContent) throws -> [CatalogCount] {
    var load = self
    try load.takeShared(content)
    try load.takeBanks(content)
    guard load.problems.isEmpty else { throw CatalogError.loadRefused(load.problems) }
    return load.counts
  }

  private mutating func takeShared(_ content: CatalogContent) throws {
    try takeChart(content.accounts)
    try take(merged(content.divisions), stored: { try $0.divisions() }) { try $0.insert($1) }
    try take(content.publications, stored: { try $0.publications() }) { try $0.insert($1) }
    try take(content.calendar, stored: { try $0.calendarDays() }) { try $0.insert($1) }
    for file in content.products {
      try take(file, stored: { try $0.products() }) { try $0.insert($1) }
    }
    try take(content.documents, stored: { try $0.documents() }) { try $0.insert($1) }
    for file in content.scorecards {
      try take(file, stored: { try $0.scorecards() }) { try $0.insert($1) }
    }
    try take(content.sponsors, stored: { try $0.sponsors().map(\.entry) }) { try $0.insert($1) }
    try take(content.matrix, stored: { try $0.matrixRows() }) { try $0.insert($1) }
    try takePayers(content)
  }

  private mutating func takePayers(_ content: CatalogContent) throws {
    let programmes = try catalog.programmes()
    checkPlaces(content.programmes, programmes, \.place)
    try take(content.programmes, stored: { _ in programmes }) { try $0.insert($1) }
    let funds = try catalog.funds()
    checkPlaces(content.funds, funds, \.place)
    checkDays(content.funds, funds) { $0.fund.validFrom }
    try take(content.funds, stored: { _ in funds }) { try $0.insert($1) }
    let codes = Set((programmes + content.programmes.rows.map(\.value)).map(\.key))
    check(content.stress, "programme", in: codes) { $0.programme }
    let shocks = try catalog.stressShocks()
    checkDays(content.stress, shocks) { $0.shock.validFrom }
    try take(content.stress, stored: { _ in shocks }) { try $0.insert($1) }
    let shares = try catalog.lossShares()
    checkDays(content.lossShares, shares) { $0.share.validFrom }
    try take(content.lossShares, stored: { _ in shares }) { try $0.insert($1) }
    let scenarios = try catalog.macroScenarios()
    checkWeights(content.scenarios, scenarios)
    checkDays(content.scenarios, scenarios) { $0.outlook.validFrom }
    try take(content.scenarios, stored: { _ in scenarios }) { try $0.insert($1) }
  }

  /// A chart that is given has every account that loans are posted to.
  private mutating func takeChart(_ chart: CatalogRows<AccountEntry>) throws {
    guard !chart.rows.isEmpty else { return }
    let given = Set(chart.rows.map(\.value.code))
    for account in Account.allCases where !given.contains(account.rawValue) {
      refuse(chart.file, 1, .accountMissing(account.rawValue))
    }
    let known = given.union(try catalog.accounts().map(\.code))
    check(chart, "parent", in: known) { $0.parent }
    try take(chart, stored: { try $0.accounts() }) { try $0.insert($1) }
  }

  private mutating func takeBanks(_ content: CatalogContent) throws {
    let sponsors = Set(try catalog.sponsors().map(\.entry.code))
      .union(content.sponsors.rows.map(\.value.code))
    let old = try catalog.banks()
    checkNumbers(content.banks, old)
    check(content.banks, "sponsor", in: sponsors) { $0.sponsor }
    try take(content.banks, stored: { _ in old }) { try $0.insert($1) }

    let banks = old + content.banks.rows.map(\.value)
    let codes = Set(banks.map(\.code))
    check(content.capital, "bank", in: codes) { $0.bank }
    check(content.branches, "bank", in: codes) { $0.bank }
    check(content.officers, "bank", in: codes) { $0.bank }
    check(content.tiers, "bank", in: codes) { $0.tier.bank }
    check(content.provisions, "bank", in: codes) { $0.policy.bank }
    try take(content.provisions, stored: { try $0.provisionPolicies() }) { try $0.insert($1) }
    try take(content.tiers, stored: { try $0.tiers() }) { try $0.insert($1) }
    let capital = try catalog.capital(of: banks)
    checkDays(content.capital, capital, { $0.effectiveOn }, bank: { $0.bank })
    try take(content.capital, stored: { _ in capital }) { try $0.insert($1, of: banks) }
    let branches = try catalog.branches(of: banks).map(\.entry)
    try take(content.branches, stored: { _ in branches }) { try $0.insert($1, of: banks) }
    let known = Set((branches + content.branches.rows.map(\.value)).map(\.key))
    check(content.officers, "branch", in: known) { officer in
      officer.branch.map { "\(officer.bank) \($0)" }
    }
    try take(content.officers, stored: { try $0.officers(of: banks).map(\.entry) }) {
      try $0.insert($1, of: banks)
    }
  }

  /// Compares the rows with those stored and adds the new ones, unless a row so far was refused.
  private mutating func take<Entry>(
    _ file: CatalogRows<Entry>, stored: (CatalogRepository) throws -> [Entry],
    insert: (CatalogRepository, [Entry]) throws -> Void
  ) throws {
    guard !file.rows.isEmpty else { return }
    let old = Dictionary(try stored(catalog).map { ($0.key, $0) }) { first, _ in first }
    var lines: [String: Int] = [:]
    var added: [Entry] = []
    for row in file.rows {
      let key = row.value.key
      if let line = lines[key] {
        refuse(file.file, row.line, .keyTwice(key, line: line))
        continue
      }
      lines[key] = row.line
      guard let same = old[key] else {
        added.append(row.value)
        continue
      }
      if let difference = row.value.difference(from: same) {
        refuse(file.file, row.line, .rowDiffers(key: key, difference))
      }
    }
    if problems.isEmpty { try insert(catalog, added) }
    counts.append(
      CatalogCount(
        file: file.file, added: added.count, unchanged: file.rows.count - added.count))
  }

  /// Refuses rows that name what is not known.
  private mutating func check<Entry>(
    _ file: CatalogRows<Entry>, _ column: String, in known: Set<String>,
    _ reference: (Entry) -> String?
  ) {
    for row in file.rows {
      guard let found = reference(row.value), !known.contains(found) else { continue }
      refuse(file.file, row.line, .referenceUnknown(column: column, found: found))
    }
  }

  /// Refuses a bank whose number, which is its id, is another bank's.
  private mutating func checkNumbers(_ file: CatalogRows<BankEntry>, _ old: [BankEntry]) {
    var codes: [Int: String] = [:]
    for bank in old { codes[bank.number] = bank.code }
    for row in file.rows {
      let owner = codes[row.value.number] ?? row.value.code
      codes[row.value.number] = owner
      guard owner != row.value.code else { continue }
      refuse(file.file, row.line, .numberTaken(row.value.number, by: owner))
    }
  }

  /// Refuses a programme or fund for the same line, place and first day as another.
  private mutating func checkPlaces<Entry>(
    _ file: CatalogRows<Entry>, _ old: [Entry], _ place: (Entry) -> String
  ) {
    var owners: [String: String] = [:]
    for entry in old { owners[place(entry)] = entry.key }
    for row in file.rows {
      let found = place(row.value)
      let owner = owners[found] ?? row.value.key
      owners[found] = owner
      guard owner != row.value.key else { continue }
      refuse(file.file, row.line, .placeTaken(found, by: owner))
    }
  }

  /// Refuses new rows that would change what reports tell of months that were run; the first load
  /// of a table, or of a bank's rows, may begin on any day.
  ///
  /// - Parameters:
  ///   - file: the rows.
  ///   - old: those there are.
  ///   - day: a row's first.
  ///   - bank: the bank that a row is about, by its code; nil for a row about all.
  private mutating func checkDays<Entry>(
    _ file: CatalogRows<Entry>, _ old: [Entry], _ day: (Entry) -> Day,
    bank: (Entry) -> String? = { _ in nil }
  ) {
    let keys = Set(old.map(\.key))
    let banks = Set(old.map(bank))
    for row in file.rows where !keys.contains(row.value.key) {
      let bank = bank(row.value)
      let month = bank.map { lastMonths[$0] } ?? lastMonths.values.max()
      guard banks.contains(bank), let month, day(row.value) <= month.lastDay else { continue }
      refuse(file.file, row.line, .beginsTooEarly(day(row.value), month: month))
    }
  }

  /// Refuses scenarios of a day whose weights are no whole, at the first of them.
  private mutating func checkWeights(
    _ file: CatalogRows<MacroScenarioEntry>, _ old: [MacroScenarioEntry]
  ) {
    let given = Dictionary(grouping: file.rows) { $0.value.outlook.validFrom }
    for (day, rows) in given.sorted(by: { $0.key < $1.key }) {
      // A row that stands twice, or differs from what is there, is refused for that alone.
      let all = old.filter { $0.outlook.validFrom == day } + rows.map(\.value)
      let weights = Dictionary(all.map { ($0.key, $0.outlook.scenario.weight) }) { first, _ in first
      }
      let sum = weights.values.reduce(0, +)
      guard sum != MacroScenario.certain else { continue }
      refuse(file.file, rows[0].line, .weightsDoNotAddUp(day, sum: sum))
    }
  }

  private mutating func refuse(_ file: String, _ line: Int, _ error: CatalogError) {
    problems.append(CatalogProblem(file: file, line: line, error: error))
  }

  /// One row a code: a code that bore several names has one row a name in the file.
  private func merged(_ file: CatalogRows<DivisionEntry>) -> CatalogRows<DivisionEntry> {
    var places: [String: Int] = [:]
    var rows: [Lined<DivisionEntry>] = []
    for row in file.rows {
      if let place = places[row.value.code] {
        let old = rows[place]
        rows[place] = Lined(old.value.joined(with: row.value), line: row.line)
      } else {
        places[row.value.code] = rows.count
        rows.append(row)
      }
    }
    return CatalogRows(file: file.file, rows: rows)
  }
}
