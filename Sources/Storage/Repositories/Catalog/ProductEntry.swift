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
    let rules = CatalogJSON.text(of: version)
    product = try ProductDocument.decode(rules)
    self.rules = rules
    content = version.keys.sorted().map { CatalogColumn($0, CatalogJSON.text(of: version[$0])) }
  }

  /// Reads the stored rules of a version.
  ///
  /// - Throws: `ProductDocumentError` for the first key that is missing or wrong.
  package init(rules: String) throws(ProductDocumentError) {
    let (version, line) = try CatalogJSON.version(in: rules)
    try self.init(version: version, line: line)
  }

  package var key: String { "\(product.line.rawValue) \(product.version)" }
}
