import Banks
import Classification
import LoanProducts
import Postgres
import Quantities
import Repositories
import Risk

/// A run of some banks whose heads this transaction has locked.
struct MonthEndRun {
  private let works: [BankWork]
  private let options: RunOptions
  /// How many connections work beside this one; 0 for none.
  private let jobs: Int
  private let month: Month
  private let banks: [MonthEndBank]
  private let connection: Connection
  private let slices: [RunSlice]
  /// What was known when the run began: tables filled by an earlier try hold only while it is that.
  private let known: String
  private let facts: [Int64: FactRecord]
  private let versions: [Int64: Int32]
  private var tallies = SliceTallies()
  /// The loans whose states have followed, by bank.
  private var followed: [Int64: Set<Int64>] = [:]
  private(set) var filledBeside: [(name: String, bankID: Int64)] = []

  /// - Parameters:
  ///   - works: of the banks.
  ///   - month: which.
  ///   - losses: what expected losses are reckoned from, by bank.
  ///   - options: how.
  /// - Throws: `OperationError.monthNotOver`, `.monthBeforeLastRun`, `.monthClosed`,
  ///   `LossBases.Moved`, `ExpectedLossError`, `PostgresError`.
  init(
    _ works: [BankWork], month: Month, losses: LossBases, options: RunOptions
  ) throws {
    self.works = works
    self.options = options
    self.month = month
    connection = works[0].connection
    var banks: [MonthEndBank] = []
    var facts: [Int64: FactRecord] = [:]
    var versions: [Int64: Int32] = [:]
    var known: [String] = []
    let policies = try ProvisionRepository(connection).policies()
    let catalog = CatalogRepository(connection)
    let classes = try catalog.smallEnterpriseMatrix().policy(on: month.lastDay)
    let assumed = try catalog.lossPolicy().assumptions(on: month.lastDay)
    for work in works {
      let since = try AccrualRepository(connection).lastRun(bankID: work.bank.id)
      try work.requireOpen(month, since: since)
      let rule = policies.rule(bank: work.bank.code, on: month.lastDay)
      let basis = try losses.basis(of: work.bank, rule, since: since, assumed)
      let request = RunRequest(
        month: month, provisions: options.writesPositions ? rule : nil,
        classes: options.writesPositions ? classes : nil, losses: basis)
      known.append("\(work.bank.id):\(work.head.lastFactNumber):\(request.text)")
      let number = work.head.nextRunNumber()
      facts[work.bank.id] = try work.record(
        .accrued, effectiveOn: month.lastDay, key: "accrue/\(month)/run-\(number)",
        request: request.text
      ) { $0.bookedOn = month.lastDay }
      if options.writesPositions {
        let last = try PositionRepository(connection).version(bankID: work.bank.id, month: month)
        versions[work.bank.id] = (last ?? 0) + 1
      }
      let factNumber = facts[work.bank.id]?.number ?? 0
      let market = try work.market()
      banks.append(
        MonthEndBank(
          bankID: work.bank.id, market: market, month: month, runNumber: number,
          factNumber: factNumber, request: request, since: since,
          lastLoanID: work.head.lastLoanID,
          losses: try ExpectedProvisions(
            request.losses, month: month, factNumber: factNumber, market: market)))
    }
    self.banks = banks
    self.facts = facts
    self.versions = versions
    let total = banks.reduce(0) { $0 + $1.lastLoanID }
    let rounds = max(1, Int((total + AccrueInterest.largest - 1) / AccrueInterest.largest))
    jobs = options.jobs ?? (total < AccrueInterest.smallest ? 0 : AccrueInterest.usualJobs)
    let count = max(1, jobs, rounds)
    slices = RunSlice.divide(
      banks.filter { $0.lastLoanID > 0 }, versions: versions, into: count)
    // Publications are only added to.
    let market = banks.first?.market.publications.count ?? 0
    self.known =
      "\(month) \(options.writesPositions) in \(count) by \(market) "
      + known.joined(separator: " ")
  }

  /// Whether it is done within the transaction that attaches it.
  var isSmall: Bool { jobs == 0 || slices.isEmpty }

  /// What it would post, by line, payer and kind; nothing is written.
  func preview() throws -> [PreviewKey: StepTally] {
    var sums: [PreviewKey: StepTally] = [:]
    var tallies: [Int64: RunTally] = [:]
    for slice in slices {
      for var part in slice.parts {
        part.bank.isPreview = true
        try slice.walk(part, connection, options.progress) { page in
          sums.merge(page.preview, uniquingKeysWith: +)
          tallies[part.bank.bankID, default: RunTally()].required += page.tally.required
          tallies[part.bank.bankID, default: RunTally()].moved += page.tally.moved
        }
      }
    }
    for run in runs {
      let tally = tallies[run.bank.id] ?? RunTally()
      guard let transfer = try provision(of: run, tally) else { continue }
      let key = PreviewKey(line: "", payer: Payer.borrower.rawValue, kind: transfer.kind)
      sums[key, default: StepTally()].add(transfer.change)
    }
    return sums
  }

  mutating func fillHere() throws {
    _ = try Self.forgetOthers(of: banks, known, keeping: [], connection)
    for slice in slices {
      take(try slice.fill(connection, options.progress) { try follow($0, $1) })
      for leaf in slice.leaves { try LeafRepository(connection).validate(leaf) }
    }
  }

  /// Fills each slice's tables on a connection of its own, in a transaction of its own.
  mutating func fillBeside(_ pool: ConnectionPool) throws {
    let names = Set(slices.flatMap(\.leaves).map(\.name))
    let banks = self.banks
    let known = self.known
    // In a transaction that ends at once: else the names are still taken for other connections.
    let dropping = pool.sibling(size: 1)
    let filled = try dropping.blocking {
      try await dropping.transaction { connection in
        try Self.forgetOthers(of: banks, known, keeping: names, connection)
      }
    }
    let jobs = pool.sibling(size: min(self.jobs, slices.count))
    let open = slices.filter { filled[$0.transfers.name] == nil }
    let progress = options.progress
    // States follow here while the others go on.
    let fresh = try jobs.blocking(taking: { try follow($0.bank, $0.found) }) { hand in
      try await withThrowingTaskGroup(of: SliceTallies.self) { group in
        for slice in open {
          group.addTask { try await Self.fill(slice, known: known, on: jobs, progress, hand) }
        }
        var all: [SliceTallies] = []
        for try await tallies in group { all.append(tallies) }
        return all
      }
    }
    for tallies in fresh { take(tallies) }
    for slice in slices {
      if let text = filled[slice.transfers.name] { take(try SliceTallies(text: text)) }
      filledBeside += slice.leaves.map { ($0.name, slice.range.firstBank) }
    }
  }

  private static func fill(
    _ slice: RunSlice, known: String, on pool: ConnectionPool,
    _ progress: @escaping @Sendable (Int) -> Void,
    _ hand: @escaping @Sendable ((bank: MonthEndBank, found: FollowedLoans)) -> Void
  ) async throws -> SliceTallies {
    let tallies = try await pool.transaction { connection in
      let tallies = try slice.fill(connection, progress) { hand((bank: $0, found: $1)) }
      for leaf in slice.leaves {
        let outcome = leaf == slice.transfers ? try tallies.text : "{}"
        try LeafRepository(connection).insert(
          FilledLeaf(name: leaf.name, known: known, outcome: outcome),
          bankID: slice.range.firstBank)
      }
      return tallies
    }
    // Validated in another transaction: adding a foreign key keeps others from adding theirs.
    try await pool.transaction { connection in
      for leaf in slice.leaves { try LeafRepository(connection).validate(leaf) }
    }
    return tallies
  }

  /// Drops what earlier tries filled for these banks under other knowledge, or for other slices.
  ///
  /// - Returns: the outcomes of those to keep, by table.
  private static func forgetOthers(
    of banks: [MonthEndBank], _ known: String, keeping names: Set<String>, _ connection: Connection
  ) throws -> [String: String] {
    let leaves = LeafRepository(connection)
    var kept: [String: String] = [:]
    for bank in banks {
      for leaf in try leaves.list(bankID: bank.bankID) {
        if leaf.known == known, names.contains(leaf.name) {
          kept[leaf.name] = leaf.outcome
        } else {
          try leaves.drop(leaf.name)
          try leaves.forget(leaf.name, bankID: bank.bankID)
        }
      }
    }
    return kept
  }

  private mutating func take(_ tallies: SliceTallies) {
    for (bankID, tally) in tallies.banks {
      self.tallies.banks[bankID, default: RunTally()].add(tally)
    }
  }

  private mutating func follow(_ bank: MonthEndBank, _ found: FollowedLoans) throws {
    try FollowingDesk(connection, bank).follow(found)
    followed[bank.bankID, default: []].formUnion(found.loanIDs)
  }

  /// What a run is to book of provisions.
  private func provision(of run: BankRun, _ tally: RunTally) throws -> BankTransfer? {
    guard let bank = banks.first(where: { $0.bankID == run.bank.id }) else { return nil }
    return try ProvisionDesk(connection, bankID: bank.bankID).transfer(
      StoredRun(run.run, bank.request), required: Money(minorUnits: tally.required),
      moved: Money(minorUnits: tally.moved))
  }

  /// Records the runs and makes the filled tables part of the books.
  mutating func attach() throws {
    for run in runs { try AccrualRepository(connection).insert(run.run, bankID: run.bank.id) }
    let leaves = LeafRepository(connection)
    for slice in slices {
      for leaf in slice.leaves {
        let day = leaf.parent == .runTransfers ? month.lastDay : month.firstDay
        try leaves.validate(leaf)
        try leaves.attach(leaf, on: day, slice.range)
        try leaves.forget(leaf.name, bankID: slice.range.firstBank)
      }
    }
    for bank in banks {
      let tally = tallies.banks[bank.bankID] ?? RunTally()
      let desk = FollowingDesk(connection, bank)
      let done = followed[bank.bankID] ?? []
      try desk.follow(tally.following.filter { !done.contains($0) })
      try desk.keepPosted(tally.postedLater)
      let closes = CloseRepository(connection)
      try closes.setAside(
        tally.setAside.map { ($0.loanID, $0.code, $0.reason) }, bankID: bank.bankID,
        month: month, runNumber: bank.runNumber)
    }
    for run in runs {
      guard let transfer = try provision(of: run, run.tally) else { continue }
      try ProvisionRepository(connection).insert(transfer, bankID: run.bank.id)
      tallies.banks[run.bank.id, default: RunTally()].provisions.add(transfer.change)
    }
  }

  var runs: [BankRun] {
    works.compactMap { work in
      guard let fact = facts[work.bank.id],
        let bank = banks.first(where: { $0.bankID == work.bank.id })
      else { return nil }
      let tally = tallies.banks[work.bank.id] ?? RunTally()
      var run = AccrualRun(
        number: bank.runNumber, factNumber: fact.number, month: month,
        version: versions[work.bank.id])
      run.loanCount = tally.loans
      run.transferCount = tally.transfers
      run.interest = Money(minorUnits: tally.interest.amount)
      run.penalty = Money(minorUnits: tally.charges.amount)
      return BankRun(bank: work.bank, run: run, tally: tally)
    }
  }

  /// Whether it repeats the last run of the same month, of its one bank.
  func changedNothing() throws -> Bool {
    guard banks.count == 1, let since = banks[0].since, since.month == month else { return false }
    let tally = tallies.banks[banks[0].bankID] ?? RunTally()
    guard tally.transfers == 0, tally.provisions.rows == 0, tally.setAside.isEmpty else {
      return false
    }
    guard let version = versions[banks[0].bankID] else { return true }
    if version == 1 { return false }
    return try !AccrualRepository(connection)
      .positionsDiffer(bankID: banks[0].bankID, month: month, version - 1, version)
  }
}

extension BankWork {
  fileprivate func requireOpen(_ month: Month, since last: AccrualRun?) throws {
    guard month.lastDay <= head.businessDate else {
      throw OperationError.monthNotOver(month, businessDate: head.businessDate)
    }
    if let last, month < last.month {
      throw OperationError.monthBeforeLastRun(month, last: last.month)
    }
    let closed = try CloseRepository(connection).lastClosed(bankID: bank.id)
    if let closed, month <= closed.month {
      throw OperationError.monthClosed(month, last: closed.month)
    }
  }
}
