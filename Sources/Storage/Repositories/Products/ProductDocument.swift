import Banks
import Foundation
package import LoanProducts
import Quantities

/// Why the text of a product version is no product.
package struct ProductDocumentError: Explained, Hashable, Sendable {
  /// The key that is wrong, and what was found there; nothing if it is missing.
  package let key: String
  package let found: String

  package init(key: String, found: String) {
    self.key = key
    self.found = found
  }

  package var code: String { "catalog.product_malformed" }
}

/// One version of a product as it stands in `seeds/products/*.json` and in `loan_products.rules`.
package struct ProductDocument: Codable, Sendable {
  struct Rate: Codable, Sendable {
    struct Index: Codable, Sendable {
      var upToMonths: Int
      var short: String
      var long: String
    }
    var kind: String
    var index: Index
    var spreadBasisPoints: Int64
    var capAtIndex: Bool
    var reset: String?
  }

  struct Limit: Codable, Sendable {
    var category: String
    var minimumYuan: String
    var maximumYuan: String
  }

  struct Subsidy: Codable, Sendable {
    var payer: String
    var percent: String
    var principalLimitYuan: String?
    var until: String
    var stopsWhenOverdue: Bool
  }

  struct Compound: Codable, Sendable {
    var joinsEveryMonths: Int?
  }

  package var line: String?
  package var version: Int
  package var validFrom: String
  package var validUntil: String?
  package var nameZh: String
  package var nameEn: String
  package var document: String
  var borrowerKinds: [String]
  var minimumAge: Int?
  var maximumAge: Int?
  var longestMonths: Int
  var methods: [String]
  var interestBasis: [String]
  var rounding: String
  var interestEveryMonths: [Int]
  var settlementDay: Int?
  var rate: Rate
  var penaltyPercent: Int
  /// Nil for none.
  var graceDays: Int?
  /// Nil where unpaid interest bears none.
  var compound: Compound?
  var limits: [Limit]
  var subsidy: Subsidy?
  var oneSubsidisedPerHousehold: Bool

  /// The product in a stored document, which names its own line.
  ///
  /// - Throws: `ProductDocumentError` for the first key that is missing or wrong.
  package static func decode(_ text: String) throws(ProductDocumentError) -> LoanProduct {
    let document: ProductDocument
    do {
      document = try JSONDecoder().decode(ProductDocument.self, from: Data(text.utf8))
    } catch let error as DecodingError {
      throw ProductDocumentError(error)
    } catch {
      throw ProductDocumentError(key: "JSON", found: text)
    }
    return try document.product(line: document.line ?? "")
  }
}

extension ProductDocument {
  /// The product of this document, under a line.
  ///
  /// - Throws: `ProductDocumentError` for the first key whose value is not one the program knows.
  package func product(line: String) throws(ProductDocumentError) -> LoanProduct {
    var product = LoanProduct(
      line: try known(line, "line"), version: version, validFrom: try day(validFrom, "validFrom"))
    product.validUntil = try validUntil.map { text throws(ProductDocumentError) in
      try day(text, "validUntil")
    }
    product.nameZh = nameZh
    product.nameEn = nameEn
    product.document = document
    product.borrowerKinds = try each(borrowerKinds, "borrowerKinds")
    if let minimumAge, let maximumAge, minimumAge <= maximumAge {
      product.ages = minimumAge...maximumAge
    }
    product.longestMonths = longestMonths
    product.methods = try each(methods, "methods")
    var bases: [InterestBasis] = []
    for text in interestBasis {
      guard let basis = InterestBasis(text: text) else { throw wrong("interestBasis", text) }
      bases.append(basis)
    }
    product.bases = bases
    product.rounding = try known(rounding, "rounding")
    product.interestEveryMonths = interestEveryMonths
    product.settlementDay = settlementDay
    product.rate = try productRate()
    product.penaltyPercent = penaltyPercent
    guard (0...31).contains(graceDays ?? 0) else { throw wrong("graceDays", "\(graceDays ?? 0)") }
    product.graceDays = graceDays ?? 0
    product.compound = compound.map { CompoundTerms(joinsEveryMonths: $0.joinsEveryMonths) }
    product.limits = try productLimits()
    product.subsidy = try productSubsidy()
    product.isOneSubsidisedPerHousehold = oneSubsidisedPerHousehold
    return product
  }

  private func productRate() throws(ProductDocumentError) -> ProductRate {
    var result = ProductRate(
      short: try known(rate.index.short, "rate.index"), shortUpToMonths: rate.index.upToMonths,
      long: try known(rate.index.long, "rate.index"))
    result.spread = AnnualRate(basisPoints: rate.spreadBasisPoints)
    result.isCap = rate.capAtIndex
    if let text = rate.reset {
      guard let reset = RateReset(text: text) else { throw wrong("rate.reset", text) }
      result.reset = reset
    }
    return result
  }

  private func productLimits() throws(ProductDocumentError) -> [ProductLimit] {
    var result: [ProductLimit] = []
    for limit in limits {
      let least = try money(limit.minimumYuan, "limits.minimumYuan")
      let most = try money(limit.maximumYuan, "limits.maximumYuan")
      guard least <= most else { throw wrong("limits.maximumYuan", limit.maximumYuan) }
      result.append(ProductLimit(category: limit.category, amounts: least...most))
    }
    return result
  }

  private func productSubsidy() throws(ProductDocumentError) -> ProductSubsidy? {
    guard let subsidy else { return nil }
    guard let share = FixedPoint.parse(subsidy.percent, decimals: 2), (1...10_000).contains(share)
    else { throw wrong("subsidy.percent", subsidy.percent) }
    return ProductSubsidy(
      payer: try known(subsidy.payer, "subsidy.payer"), shareBasisPoints: Int(share),
      principalLimit: try subsidy.principalLimitYuan.map { text throws(ProductDocumentError) in
        try money(text, "subsidy.principalLimitYuan")
      },
      end: try known(subsidy.until, "subsidy.until"), stopsWhenOverdue: subsidy.stopsWhenOverdue)
  }

  private func known<T: RawRepresentable>(
    _ text: String, _ key: String
  ) throws(ProductDocumentError) -> T where T.RawValue == String {
    guard let value = T(rawValue: text) else { throw wrong(key, text) }
    return value
  }

  private func each<T: RawRepresentable>(
    _ texts: [String], _ key: String
  ) throws(ProductDocumentError) -> [T] where T.RawValue == String {
    var values: [T] = []
    for text in texts { values.append(try known(text, key)) }
    return values
  }

  private func day(_ text: String, _ key: String) throws(ProductDocumentError) -> Day {
    guard let day = Day(text) else { throw wrong(key, text) }
    return day
  }

  private func money(_ text: String, _ key: String) throws(ProductDocumentError) -> Money {
    guard let money = Currency.yuan.money(text) else { throw wrong(key, text) }
    return money
  }

  private func wrong(_ key: String, _ found: String) -> ProductDocumentError {
    ProductDocumentError(key: key, found: found)
  }
}

extension ProductDocumentError {
  init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, let context):
      self.init(key: Self.path(context.codingPath + [key]), found: "")
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      self.init(key: Self.path(context.codingPath), found: context.debugDescription)
    @unknown default:
      self.init(key: "JSON", found: "\(error)")
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    keys.isEmpty ? "JSON" : keys.map(\.stringValue).joined(separator: ".")
  }
}
