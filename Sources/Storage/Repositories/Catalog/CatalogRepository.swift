import Banks
import LoanProducts
package import Postgres
package import Quantities

/// The catalog's tables: what is there, and new rows.
///
/// Nothing is edited. This file has what all banks share; `CatalogRepository+Banks` has the banks.
package struct CatalogRepository {
  private static let lockCatalog = Statement.file("catalog/lock_catalog")
  private static let listLastMonths = Statement.file("catalog/list_last_months")
  private static let listSponsors = Statement.file("catalog/list_sponsors")
  private static let insertSponsor = Statement.file("catalog/insert_sponsor")
  private static let listDivisions = Statement.file("catalog/list_divisions")
  private static let insertDivision = Statement.file("catalog/insert_division")
  private static let findDivisions = Statement.file("catalog/find_divisions")
  private static let listPublications = Statement.file("catalog/list_publications")
  private static let insertPublication = Statement.file("catalog/insert_publication")
  private static let lockHeads = Statement.file("catalog/lock_heads")
  private static let insertArrival = Statement.file("catalog/insert_arrival")
  private static let listCalendarDays = Statement.file("catalog/list_calendar_days")
  private static let insertCalendarDay = Statement.file("catalog/insert_calendar_day")
  private static let listProductVersions = Statement.file("catalog/list_product_versions")
  private static let insertProductVersion = Statement.file("catalog/insert_product_version")

  let connection: Connection

  package init(_ connection: Connection) { self.connection = connection }

  /// Waits until no other transaction loads a catalog, and keeps others from it until this ends.
  package func lock() throws(PostgresError) { _ = try connection.query(Self.lockCatalog) }

  /// The last month that was run of each bank with one, by the bank's code.
  package func lastMonths() throws(PostgresError) -> [String: Month] {
    var months: [String: Month] = [:]
    for row in try connection.query(Self.listLastMonths) {
      let month: Day = try row.get("month")
      months[try row.get("code")] = month.month
    }
    return months
  }

  /// All sponsors, with their ids.
  package func sponsors() throws(PostgresError) -> [(id: Int64, entry: SponsorEntry)] {
    var sponsors: [(id: Int64, entry: SponsorEntry)] = []
    for row in try connection.query(Self.listSponsors) {
      let entry = SponsorEntry(
        code: try row.get("code"), name: try row.name(), source: try row.get("source"))
      sponsors.append((try row.get("sponsor_id"), entry))
    }
    return sponsors
  }

  /// Adds sponsors; their ids follow the largest there is.
  package func insert(_ entries: [SponsorEntry]) throws(PostgresError) {
    guard !entries.isEmpty else { return }
    let last = try sponsors().last?.id ?? 0
    var batch = Batch(Self.insertSponsor)
    for (index, entry) in entries.enumerated() {
      batch.add([
        last + Int64(index) + 1, entry.code, entry.name.chinese, entry.name.english, entry.source,
      ])
    }
    try batch.run(connection)
  }

  package func divisions() throws(PostgresError) -> [DivisionEntry] {
    var divisions: [DivisionEntry] = []
    for row in try connection.query(Self.listDivisions) {
      divisions.append(
        DivisionEntry(
          code: try row.get("code"), name: try row.get("name_zh"),
          validFromYear: try row.optional("valid_from_year") ?? 0,
          validUntilYear: try row.optional("valid_until_year"), source: try row.get("source")))
    }
    return divisions
  }

  /// Those of the codes that are, or ever were, in use.
  package func knownDivisions(_ codes: Set<String>) throws(PostgresError) -> Set<String> {
    var known: Set<String> = []
    for row in try connection.query(Self.findDivisions, [codes.sorted()]) {
      known.insert(try row.get("code"))
    }
    return known
  }

  package func insert(_ entries: [DivisionEntry]) throws(PostgresError) {
    var batch = Batch(Self.insertDivision)
    for entry in entries {
      batch.add([entry.code, entry.name, entry.validFromYear, entry.validUntilYear, entry.source])
    }
    try batch.run(connection)
  }

  package func publications() throws(PostgresError) -> [PublicationEntry] {
    var publications: [PublicationEntry] = []
    for row in try connection.query(Self.listPublications) {
      publications.append(
        PublicationEntry(
          on: try row.get("published_on"), oneYear: try row.get("one_year_e12"),
          fiveYear: try row.get("five_year_e12"), source: try row.get("source")))
    }
    return publications
  }

  /// Waits until nothing is being recorded in any bank, and keeps others from it until this ends;
  /// no longer than some seconds, in which cashiers wait, too.
  package func lockHeads() throws(PostgresError) {
    try connection.script(Self.lockHeads.text, name: Self.lockHeads.name)
  }

  /// Adds publications, and keeps which facts of banks did not know them; the heads are locked.
  package func insert(_ entries: [PublicationEntry]) throws(PostgresError) {
    guard !entries.isEmpty else { return }
    var batch = Batch(Self.insertPublication)
    for entry in entries {
      batch.add([entry.publishedOn, entry.oneYear, entry.fiveYear, entry.source])
    }
    try batch.run(connection)
    var arrivals = Batch(Self.insertArrival)
    for entry in entries { arrivals.add([entry.publishedOn]) }
    try arrivals.run(connection)
  }

  package func calendarDays() throws(PostgresError) -> [CalendarEntry] {
    var days: [CalendarEntry] = []
    for row in try connection.query(Self.listCalendarDays) {
      days.append(
        CalendarEntry(
          day: try row.get("day"), kind: try row.value("kind"), name: try row.get("name_zh"),
          document: try row.get("document"), source: try row.get("source")))
    }
    return days
  }

  package func insert(_ entries: [CalendarEntry]) throws(PostgresError) {
    var batch = Batch(Self.insertCalendarDay)
    for entry in entries {
      batch.add([entry.day, entry.kind.rawValue, entry.name, entry.document, entry.source])
    }
    try batch.run(connection)
  }

  package func products() throws(PostgresError) -> [ProductEntry] {
    var products: [ProductEntry] = []
    for row in try connection.query(Self.listProductVersions) {
      let rules: String = try row.get("rules")
      do throws(ProductDocumentError) {
        products.append(try ProductEntry(rules: rules))
      } catch {
        throw row.wrong("rules", "\(error.key): \(error.found)")
      }
    }
    return products
  }

  package func insert(_ entries: [ProductEntry]) throws(PostgresError) {
    var batch = Batch(Self.insertProductVersion)
    for entry in entries {
      let product = entry.product
      batch.add([
        product.line.rawValue, product.version, product.validFrom, product.validUntil,
        product.nameZh, product.nameEn, product.document, entry.rules,
      ])
    }
    try batch.run(connection)
  }
}

/// Many rows for one statement, sent without waiting for each answer.
struct Batch {
  private let statement: Statement
  private var rows: [(Statement, [(any PostgresEncodable)?])] = []

  init(_ statement: Statement) { self.statement = statement }

  mutating func add(_ parameters: [(any PostgresEncodable)?]) {
    rows.append((statement, parameters))
  }

  func run(_ connection: Connection) throws(PostgresError) {
    guard !rows.isEmpty else { return }
    _ = try connection.pipeline(rows)
  }
}
