import Foundation

/// JSON as its numbers and words, each under the names that lead to it.
///
/// A row of a list is named by the first of its members that says what it is of.
enum JSONFigures {
  private static let rowNames = ["figure", "bank", "overdue_days", "class", "name", "account"]

  static func flat(_ text: String) throws -> [String: String] {
    var figures: [String: String] = [:]
    add(try JSONSerialization.jsonObject(with: Data(text.utf8)), at: [], to: &figures)
    return figures
  }

  private static func add(_ value: Any, at path: [String], to figures: inout [String: String]) {
    switch value {
    case let members as [String: Any]:
      for (name, member) in members { add(member, at: path + [name], to: &figures) }
    case let rows as [[String: Any]]:
      for row in rows {
        let name = rowNames.lazy.compactMap { row[$0] as? String }.first ?? ""
        add(row, at: path + [name], to: &figures)
      }
    case is NSNull: figures[path.joined(separator: ".")] = "null"
    default: figures[path.joined(separator: ".")] = "\(value)"
    }
  }
}
