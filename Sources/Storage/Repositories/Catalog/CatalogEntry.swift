/// A row of the catalog, as its file and its table both have it.
package protocol CatalogEntry: Sendable {
  /// What tells the row from the others of its table: `xiangshan first`.
  var key: String { get }
  /// All that the table keeps of the row, spelled as in the file; ids that the program gives out
  /// are left out.
  var content: [CatalogColumn] { get }
}

extension CatalogEntry {
  /// What stands for every bank, or for every line, in files and tables.
  package static var any: String { "any" }
}

/// A column of a file and the text in it.
package struct CatalogColumn: Hashable, Sendable {
  package let name: String
  package let text: String

  package init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }
}

/// The first column in which a row of a file differs from the stored one.
package struct CatalogDifference: Hashable, Sendable {
  package let column: String
  package let found: String
  package let stored: String

  package init(column: String, found: String, stored: String) {
    self.column = column
    self.found = found
    self.stored = stored
  }
}

extension CatalogEntry {
  /// The first column in which this row differs from the stored one; nil if none does.
  package func difference(from stored: Self) -> CatalogDifference? {
    let old = stored.content
    for column in content {
      let text = old.first { $0.name == column.name }?.text ?? ""
      if text != column.text {
        return CatalogDifference(column: column.name, found: column.text, stored: text)
      }
    }
    let names = Set(content.map(\.name))
    guard let lost = old.first(where: { !names.contains($0.name) && !$0.text.isEmpty }) else {
      return nil
    }
    return CatalogDifference(column: lost.name, found: "", stored: lost.text)
  }
}
