package import Postgres
package import Quantities
import SQLScripts

extension Statement {
  /// The statement in `SQL/queries/<name>.sql`.
  package static func file(_ name: String) -> Statement {
    Statement(name: name, text: SQLScripts.text("queries/\(name).sql"))
  }
}

/// What stands for a `:name` in a statement that takes no parameters, as COPY.
package enum StatementPart: Sendable {
  case number(Int64)
  case day(Day)
  /// The name of a table; a letter, then letters, digits and underlines, no more than 63.
  case table(String)

  fileprivate var text: String {
    switch self {
    case .number(let number): return "\(number)"
    case .day(let day): return "'\(day)'"
    case .table(let name):
      let isPlain = name.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || $0 == 95
      }
      precondition(isPlain && (1...63).contains(name.utf8.count), "no name of a table: \(name)")
      return name
    }
  }
}

extension Statement {
  /// The statement with what stands for each of its `:names`.
  ///
  /// Only numbers, days and plain names of tables can be put in, so no quoting is needed.
  package func with(_ parts: KeyValuePairs<String, StatementPart>) -> Statement {
    var text = self.text
    for (name, part) in parts {
      text = text.split(separator: ":" + name, omittingEmptySubsequences: false)
        .joined(separator: part.text)
    }
    return Statement(name: self.name, text: text)
  }
}
