/// What a CSV file may look like: its separator and how large its parts may be.
package struct CSVRules: Hashable, Sendable {
  /// The byte between two fields.
  package enum Separator: UInt8, Hashable, Sendable, CaseIterable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
  }

  package var separator = Separator.comma
  /// The bytes of one field, without its quotes.
  package var fieldBytesMax = 64 << 10
  /// The bytes of one row, over all lines that its quoted fields span.
  package var rowBytesMax = 1 << 20
  /// The rows under the header.
  package var rowCountMax = 10_000_000
  package var fileBytesMax = 8 << 30

  package init() {}
}

/// Which columns a CSV file has, in any order.
package struct CSVColumns: Hashable, Sendable {
  package var required: [String]
  package var optional: [String]
  /// Whether columns with other names may stand beside these.
  package var allowsOthers: Bool

  package init(required: [String], optional: [String] = [], allowsOthers: Bool = false) {
    self.required = required
    self.optional = optional
    self.allowsOthers = allowsOthers
  }

  /// Any columns at all, of different names.
  package static let any = CSVColumns(required: [], allowsOthers: true)

  /// - Throws: `duplicateColumn`, `missingColumns` or `unknownColumns`, in this order.
  func check(_ found: [String]) throws(CSVError) {
    var seen: Set<String> = []
    for name in found where !seen.insert(name).inserted { throw .duplicateColumn(name) }
    let missing = required.filter { !seen.contains($0) }
    guard missing.isEmpty else { throw .missingColumns(missing, found: found) }
    guard !allowsOthers else { return }
    let known = Set(required + optional)
    let unknown = found.filter { !known.contains($0) }
    guard unknown.isEmpty else { throw .unknownColumns(unknown, allowed: required + optional) }
  }
}
