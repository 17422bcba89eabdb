import Classification
import Postgres
import Quantities
import Repositories
import Testing

/// Goal: pages are what the filter and the order say, whole and without a loan twice.
///
/// Method: all loans of a bank are read plainly; filters and orders are applied to them by other
/// code than the SQL, and the pages are held to that.
@Suite("Page by page, a list")
struct PagingTests {
  private struct Enough: Error {}

  /// The loans of all pages, the pages of a list with two filters merged.
  private static func walk(
    _ filters: [LoanFilter], _ order: LoanOrder, rows: Int, _ list: LoanListRepository,
    between: (Int) throws -> Void = { _ in }
  ) throws -> [LoanEntry] {
    var found: [LoanEntry] = []
    var pageCount = 0
    while true {
      let place = found.last?.place(in: order)
      let page = try filters.flatMap {
        try list.page($0, by: order, after: place, count: rows)
      }
      .sorted { $0.place(in: order) < $1.place(in: order) }.prefix(rows)
      found += page
      if page.count < rows { return found }
      pageCount += 1
      try between(pageCount)
    }
  }

  /// Whether the left loan comes first, in plain words.
  private static func precedes(
    _ left: LoanEntry, _ right: LoanEntry, _ order: LoanOrder
  ) -> Bool {
    switch order {
    case .number: left.number < right.number
    case .disbursed: (left.startsOn, left.number) < (right.startsOn, right.number)
    case .matures: (left.maturesOn, left.number) < (right.maturesOn, right.number)
    case .outstanding: (left.outstanding, left.number) > (right.outstanding, right.number)
    case .overdue:
      (left.oldestUnpaidDueOn, left.number) < (right.oldestUnpaidDueOn, right.number)
    }
  }

  @Test("visits each loan of the filter once, in order", arguments: LoanOrder.allCases)
  func once(order: LoanOrder) async throws {
    try await LoanBook.million().transaction(.readOnlySnapshot) { connection in
      let list = LoanListRepository(connection)
      try list.usePageSettings()
      let everything = try list.page(LoanFilter(bankID: 2), by: .number, after: nil, count: 5_000)
      #expect(everything.count == 1_000)
      for narrowings in [[]] + Narrowing.all.map({ [$0] }) {
        let expected = everything.filter { loan in narrowings.allSatisfy { $0.holds(loan) } }
          .sorted { Self.precedes($0, $1, order) }
        let filters = Narrowing.filters(narrowings, bankID: 2)
        let found = try Self.walk(filters, order, rows: 17, list)
        #expect(found.map(\.number) == expected.map(\.number), "\(narrowings)")
      }
    }
  }

  @Test("leaves the statements after it to be planned as ever")
  func settings() async throws {
    try await LoanBook.million().transaction(.readOnlySnapshot) { connection in
      let names = ["enable_sort", "enable_bitmapscan", "plan_cache_mode"]
      func settings() throws -> [String] {
        try names.map {
          let text = "SELECT current_setting('\($0)') AS value"
          let statement = Statement(name: "setting", text: text)
          return try connection.query(statement)[0].get("value")
        }
      }
      let before = try settings()
      let list = LoanListRepository(connection)
      try list.usePageSettings()
      #expect(try settings() == ["off", "off", "force_custom_plan"])
      try list.endPageSettings()
      #expect(try settings() == before)
    }
  }

  @Test("visits each loan once when others are added meanwhile", arguments: LoanOrder.allCases)
  func stable(order: LoanOrder) async throws {
    let add = Statement(name: "add_loans", text: try LoanBook.text("add_loans"))
    await #expect(throws: Enough.self) {
      try await LoanBook.million().transaction { connection in
        let list = LoanListRepository(connection)
        try list.usePageSettings()
        let before = try list.page(LoanFilter(bankID: 2), by: order, after: nil, count: 5_000)
        let found = try Self.walk([LoanFilter(bankID: 2)], order, rows: 100, list) { page in
          if page <= 12 { try connection.execute(add, [Int64(page)]) }
        }
        #expect(zip(found, found.dropFirst()).allSatisfy { Self.precedes($0, $1, order) })
        let numbers = Set(before.map(\.number))
        #expect(found.filter { numbers.contains($0.number) }.count == before.count)
        #expect(found.count > before.count)
        throw Enough()
      }
    }
  }

  @Test("has the sums that adding all its loans up gives")
  func totals() async throws {
    try await LoanBook.million().transaction(.readOnlySnapshot) { connection in
      let list = LoanListRepository(connection)
      let everything = try list.page(LoanFilter(bankID: 2), by: .number, after: nil, count: 5_000)
      for narrowings in [[]] + Narrowing.all.map({ [$0] }) {
        let expected = everything.filter { loan in narrowings.allSatisfy { $0.holds(loan) } }
        let sums = try Narrowing.filters(narrowings, bankID: 2).map { try list.totals($0) }
        #expect(sums.reduce(0) { $0 + $1.loans } == expected.count, "\(narrowings)")
        #expect(
          sums.reduce(0) { $0 + $1.principal }
            == expected.reduce(Int128(0)) { $0 + Int128($1.principal.minorUnits) })
        #expect(
          sums.reduce(0) { $0 + $1.outstanding }
            == expected.reduce(Int128(0)) { $0 + Int128($1.outstanding.minorUnits) })
      }
      let start = ContinuousClock.now
      #expect(try list.totals(LoanFilter(bankID: 1)).loans == 1_000_000)
      print("totals of 1,000,000 loans in \(start.duration(to: .now))")
    }
  }

  @Test("of each class holds the loans to which the rule gives it, and no other")
  func classes() async throws {
    try await LoanBook.million().transaction(.readOnlySnapshot) { connection in
      let list = LoanListRepository(connection)
      try list.usePageSettings()
      var active = LoanFilter(bankID: 1)
      active.branchID = 5
      active.status = .active
      var found = 0
      for riskClass in RiskClass.allCases {
        let filters = Narrowing.filters(
          Narrowing.all.filter { $0.name == riskClass.rawValue || $0.name == "branch" }, bankID: 1)
        let loans = try Self.walk(filters, .overdue, rows: 10_000, list)
        #expect(loans.allSatisfy { $0.riskClass == riskClass })
        print("\(riskClass.rawValue): \(loans.count) loans")
        #expect(loans.count > 100)
        found += loans.count
      }
      #expect(found == (try list.totals(active).loans))
      #expect(found > 50_000)
    }
  }
}
