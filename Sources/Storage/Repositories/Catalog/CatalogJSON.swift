import Foundation

/// Versions of documents as JSON: how files and tables spell them.
enum CatalogJSON {
  /// The value as JSON on one line, keys in order; empty for none and for null.
  static func text(of value: Any?) -> String {
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

  /// A stored version and the line that it names.
  static func version(
    in rules: String
  ) throws(ProductDocumentError) -> (version: [String: Any], line: String) {
    let version: Any?
    do {
      version = try JSONSerialization.jsonObject(with: Data(rules.utf8))
    } catch {
      throw ProductDocumentError(key: "JSON", found: rules)
    }
    guard let version = version as? [String: Any], let line = version["line"] as? String else {
      throw ProductDocumentError(key: "line", found: "")
    }
    return (version, line)
  }
}
