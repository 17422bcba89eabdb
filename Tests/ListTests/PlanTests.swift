import Foundation
import Postgres
import Quantities
import Repositories
import Testing

/// Goal: no page of a list sorts, or reads a table from end to end, however large the bank.
///
/// Method: PostgreSQL is asked for the plan of the very statements with their parameters, on a bank
/// of 1,000,000 loans, for every order, every filter, every pair of filters, the first page and the
/// next. Times are printed, not judged: they are the machine's.
@Suite("On a million loans, a page of a list")
struct PlanTests {
  /// A node of a plan as EXPLAIN (FORMAT JSON) writes it.
  private struct Node: Decodable {
    let type: String
    let index: String?
    let children: [Node]?

    enum CodingKeys: String, CodingKey {
      case type = "Node Type"
      case index = "Index Name"
      case children = "Plans"
    }

    /// This node and those below, in the order in which they are printed.
    var all: [Node] { [self] + (children ?? []).flatMap(\.all) }
  }

  private struct Explained: Decodable {
    let plan: Node

    enum CodingKeys: String, CodingKey { case plan = "Plan" }
  }

  private static func place(_ order: LoanOrder) -> LoanPlace {
    let value: Int64 =
      switch order {
      case .number: 0
      case .outstanding: 1_000_000
      case .disbursed, .matures, .overdue: Int64(Narrowing.today.number) - 300
      }
    return LoanPlace(order: order, value: value, number: "101202000500000")
  }

  private static func plan(
    _ filter: LoanFilter, _ order: LoanOrder, after place: LoanPlace?, _ connection: Connection
  ) throws -> [Node] {
    let page = LoanListRepository.page(filter, by: order, after: place, count: 51)
    let statement = Statement(
      name: "explain/\(page.statement.name)",
      text: "EXPLAIN (FORMAT JSON)\n" + page.statement.text)
    let json: String = try connection.query(statement, page.parameters)[0].get("QUERY PLAN")
    return try JSONDecoder().decode([Explained].self, from: Data(json.utf8))[0].plan.all
  }

  @Test("is one scan of an index and nothing else", arguments: LoanOrder.allCases)
  func isIndexScan(order: LoanOrder) async throws {
    let all = Narrowing.all
    let pairs = all.indices.flatMap { first in
      all[(first + 1)...].map { [all[first], $0] }
    }
    let (planCount, problems, indexes) = try await LoanBook.million().transaction(
      .readOnlySnapshot
    ) { connection in
      try LoanListRepository(connection).usePageSettings()
      var planCount = 0
      var problems: [String] = []
      var indexes: [String: Int] = [:]
      for narrowings in [[]] + all.map({ [$0] }) + pairs {
        for filter in Narrowing.filters(narrowings, bankID: 1) {
          for place in [nil, Self.place(order)] {
            let nodes = try Self.plan(filter, order, after: place, connection)
            planCount += 1
            indexes[nodes.last?.index ?? "none", default: 0] += 1
            if nodes.map(\.type) != ["Limit", "Index Scan"] {
              problems.append("\(narrowings) by \(order): \(nodes.map(\.type))")
            }
          }
        }
      }
      return (planCount, problems, indexes)
    }
    print("by \(order): \(planCount) plans; \(indexes.sorted { $0.key < $1.key })")
    #expect(problems == [])
    #expect(planCount > 400)
    #expect(indexes["none"] == nil)
  }

  @Test("of one class by a matrix looks each borrower up, and reads nothing from end to end")
  func firms() async throws {
    let plans = try await LoanBook.million().transaction(.readOnlySnapshot) { connection in
      try LoanListRepository(connection).usePageSettings()
      var plans: Set<[String]> = []
      for order in LoanOrder.allCases {
        for isRetail in [true, false] {
          var filter = LoanFilter(bankID: 1)
          filter.isRetail = isRetail
          for place in [nil, Self.place(order)] {
            let nodes = try Self.plan(filter, order, after: place, connection)
            plans.insert(nodes.map(\.type))
          }
        }
      }
      return plans
    }
    #expect(plans == [["Limit", "Index Scan", "Index Scan"]])
  }

  @Test("comes in a few milliseconds", arguments: LoanOrder.allCases)
  func time(order: LoanOrder) async throws {
    let times = try await LoanBook.million().transaction(.readOnlySnapshot) { connection in
      let list = LoanListRepository(connection)
      try list.usePageSettings()
      _ = try list.page(LoanFilter(bankID: 1), by: order, after: nil, count: 51)
      var times: [String] = []
      for narrowings in [[]] + Narrowing.all.map({ [$0] }) {
        for filter in Narrowing.filters(narrowings, bankID: 1) {
          let start = ContinuousClock.now
          let first = try list.page(filter, by: order, after: nil, count: 51)
          let middle = ContinuousClock.now
          _ = try list.page(filter, by: order, after: first.last?.place(in: order), count: 51)
          let microseconds = [start.duration(to: middle), middle.duration(to: .now)]
            .map { $0.components.attoseconds / 1_000_000_000_000 }
          times.append("\(narrowings.first?.name ?? "all") \(microseconds)")
          #expect(first.count <= 51)
        }
      }
      return times
    }
    print("by \(order), first and next page in µs: \(times.joined(separator: ", "))")
  }
}
