package import LoanProducts
package import Postgres
import Quantities

/// Products and published rates.
package struct ProductRepository {
  private static let listProducts = Statement.file("products/list_products")
  private static let listLPR = Statement.file("products/list_lpr")
  private static let listArrivals = Statement.file("products/list_arrivals")

  private let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// All versions of all products, by line and version.
  package func products() throws(PostgresError) -> [LoanProduct] {
    var products: [LoanProduct] = []
    for row in try connection.query(Self.listProducts) {
      let rules: String = try row.get("rules")
      do {
        products.append(try ProductDocument.decode(rules))
      } catch {
        throw row.wrong("rules", "\(error)")
      }
    }
    return products
  }

  /// The LPR as published so far.
  package func market() throws(PostgresError) -> MarketRates {
    MarketRates(try publications())
  }

  /// The LPR as published, with what facts and runs of a bank did not know of it: by it what was
  /// booked is replayed.
  package func market(knownIn bankID: Int64) throws(PostgresError) -> MarketRates {
    var arrivals: [MarketRates.Arrival] = []
    for row in try connection.query(Self.listArrivals, [bankID]) {
      arrivals.append(
        MarketRates.Arrival(
          on: try row.get("published_on"), factNumber: try row.get("fact_number")))
    }
    return MarketRates(try publications(), arrivals: arrivals)
  }

  private func publications() throws(PostgresError) -> [MarketRates.Publication] {
    var publications: [MarketRates.Publication] = []
    for row in try connection.query(Self.listLPR) {
      publications.append(
        MarketRates.Publication(
          on: try row.get("published_on"), oneYear: try row.get("one_year_e12"),
          fiveYear: try row.get("five_year_e12")))
    }
    return publications
  }
}
