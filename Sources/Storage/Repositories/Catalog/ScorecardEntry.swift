import Banks
import Foundation
import LoanProducts
package import Origination
import Quantities

/// A version of a points table, with all that its document says, remarks and marks included.
package struct ScorecardEntry: CatalogEntry {
  package let card: Scorecard
  /// The document as JSON that names its line, its keys in order.
  package let rules: String
  package let content: [CatalogColumn]

  /// Reads one version as it stands in the list of versions of a line.
  ///
  /// - Parameters:
  ///   - version: the JSON object, as `JSONSerialization` gives it.
  ///   - line: the line it belongs to.
  /// - Throws: `ProductDocumentError` for the first key that is missing or wrong.
  package init(version: [String: Any], line: String) throws(ProductDocumentError) {
    var version = version
    version["line"] = line
    let rules = CatalogJSON.text(of: version)
    card = try ScorecardDocument.decode(rules)
    self.rules = rules
    content = version.keys.sorted()
      .map { CatalogColumn($0, CatalogJSON.text(of: version[$0])) }
  }

  /// Reads the stored rules of a version.
  ///
  /// - Throws: `ProductDocumentError` for the first key that is missing or wrong.
  package init(rules: String) throws(ProductDocumentError) {
    let (version, line) = try CatalogJSON.version(in: rules)
    try self.init(version: version, line: line)
  }

  package var key: String { "\(card.line.rawValue) \(card.version)" }
}

/// One version of a points table as it stands in `seeds/scores/*.json`.
private struct ScorecardDocument: Codable {
  struct Band: Codable {
    var from: Int?
    var points: Int
  }

  struct Criterion: Codable {
    var measure: String
    var nameZh: String
    var nameEn: String
    var bands: [Band]
  }

  var line: String
  var version: Int
  var validFrom: String
  var validUntil: String?
  var passMark: Int
  var criteria: [Criterion]

  static func decode(_ text: String) throws(ProductDocumentError) -> Scorecard {
    let document: ScorecardDocument
    do {
      document = try JSONDecoder().decode(ScorecardDocument.self, from: Data(text.utf8))
    } catch let error as DecodingError {
      throw ProductDocumentError(error)
    } catch {
      throw ProductDocumentError(key: "JSON", found: text)
    }
    return try document.card
  }

  private var card: Scorecard {
    get throws(ProductDocumentError) {
      guard let line = ProductLine(rawValue: line) else { throw wrong("line", line) }
      guard let from = Day(validFrom) else { throw wrong("validFrom", validFrom) }
      var until: Day?
      if let validUntil {
        guard let day = Day(validUntil), day > from else { throw wrong("validUntil", validUntil) }
        until = day
      }
      var read: [ScoreCriterion] = []
      for criterion in criteria { read.append(try self.criterion(criterion)) }
      guard !read.isEmpty else { throw wrong("criteria", "") }
      let most = read.reduce(0) { $0 + $1.mostPoints }
      guard (0...most).contains(passMark) else { throw wrong("passMark", "\(passMark)") }
      return Scorecard(
        line: line, version: version, validFrom: from, validUntil: until, passMark: passMark,
        criteria: read)
    }
  }

  private func criterion(_ found: Criterion) throws(ProductDocumentError) -> ScoreCriterion {
    guard let measure = ScoreMeasure(rawValue: found.measure) else {
      throw wrong("criteria.measure", found.measure)
    }
    var last: Int?
    for (index, band) in found.bands.enumerated() {
      guard (band.from == nil) == (index == 0), (0...1_000).contains(band.points) else {
        throw wrong("criteria.bands", "\(found.measure) \(index + 1)")
      }
      if let from = band.from, let last, from <= last {
        throw wrong("criteria.bands.from", "\(found.measure) \(from)")
      }
      last = band.from ?? last
    }
    guard !found.bands.isEmpty else { throw wrong("criteria.bands", found.measure) }
    return ScoreCriterion(
      measure: measure, name: BilingualName(chinese: found.nameZh, english: found.nameEn),
      bands: found.bands.map { ScoreBand(from: $0.from, points: $0.points) })
  }

  private func wrong(_ key: String, _ found: String) -> ProductDocumentError {
    ProductDocumentError(key: key, found: found)
  }
}
