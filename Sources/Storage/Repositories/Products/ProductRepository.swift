package import LoanProducts
package import Postgres
import Quantities

/// Products and published rates.
package struct ProductRepository {
  private static let listProducts = Statement.file("products/list_products")
  private static let listLPR = Statement.file("products/list_lpr")

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
    var publications: [MarketRates.Publication] = []
    for row in try connection.query(Self.listLPR) {
      publications.append(
        MarketRates.Publication(
          on: try row.get("published_on"), oneYear: try row.get("one_year_e12"),
          fiveYear: try row.get("five_year_e12")))
    }
    return MarketRates(publications)
  }
}
