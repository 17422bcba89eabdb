import Foundation
package import LoanProducts
import Quantities

/// A version of a loan product, with all that its document says, remarks and marks included.
package struct ProductEntry: CatalogEntry {
  package let product: LoanProduct
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
    let rules = Self.text(of: version)
    product = try ProductDocument.decode(rules)
    self.rules = rules
    content = version.keys.sorted().map { CatalogColumn($0, Self.text(of: version[$0])) }
  }

  /// Reads the stored rules of a version.
  ///
  /// - Throws: `ProductDocumentError` for the first key that is missing or wrong.
  package init(rules: String) throws(ProductDocumentError) {
    let version: Any?
    do {
      version = try JSONSerialization.jsonObject(with: Data(rules.utf8))
    } catch {
      throw ProductDocumentError(key: "JSON", found: rules)
    }
    guard let version = version as? [String: Any], let line = version["line"] as? String else {
      throw ProductDocumentError(key: "line", found: "")
    }
    try self.init(version: version, line: line)
  }

  package var key: String { "\(product.line.rawValue) \(product.version)" }

  /// The value as JSON on one line, keys in order; empty for none and for null.
  private static func text(of value: Any?) -> String {
    guard let value, !(value is NSNull) else { return "" }
    if let text = value as? String { return text }
    do {
      let data = try JSONSerialization.data(
        withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed, .withoutEscapingSlashes])
      return String(decoding: data, as: UTF8.self)
    } catch {
      preconditionFailure("JSON that was read can't be written: \(error)")
    }
  }
}
