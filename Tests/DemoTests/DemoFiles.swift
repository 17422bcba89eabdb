import Foundation

/// The seeds as they lie in the tree.
enum DemoFiles {
  struct Broken: Error, CustomStringConvertible {
    let description: String
  }

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The rows of a CSV file whose fields hold no line breaks, by the names of its columns.
  static func rows(_ path: String) throws -> [[String: String]] {
    let lines = try text(path).split(separator: "\n").map { fields(of: $0) }
    return try lines.dropFirst().map { fields in
      guard fields.count == lines[0].count else {
        throw Broken(description: "\(path) has \(lines[0].count) columns, and a row \(fields)")
      }
      return Dictionary(uniqueKeysWithValues: zip(lines[0], fields))
    }
  }

  /// The fields of a line; every second piece between quotes is quoted, and keeps its commas.
  private static func fields(of line: Substring) -> [String] {
    let pieces = line.split(separator: "\"", omittingEmptySubsequences: false)
    var fields = [""]
    for (index, piece) in pieces.enumerated() {
      let parts =
        index.isMultiple(of: 2)
        ? piece.split(separator: ",", omittingEmptySubsequences: false) : [piece]
      fields[fields.count - 1] += parts[0]
      fields += parts.dropFirst().map(String.init)
    }
    return fields
  }

  /// The header of a CSV file and those lines of which the column begins so.
  static func extract(_ path: String, where column: String, begins start: String) throws -> String {
    let lines = try text(path).split(separator: "\n")
    guard let index = lines.first.flatMap({ fields(of: $0).firstIndex(of: column) }) else {
      throw Broken(description: "\(path) has no column \(column)")
    }
    let kept = lines.dropFirst().filter { fields(of: $0)[index].hasPrefix(start) }
    return (lines.prefix(1) + kept).joined(separator: "\n") + "\n"
  }

  /// `1,234.50` yuan is 123450 fen.
  static func fen(_ text: String) throws -> Int {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let yuan = Int(parts[0]), parts.count == 1 || parts.count == 2 else {
      throw Broken(description: "\(text) is no amount")
    }
    let decimals = parts.count == 2 ? Int((parts[1] + "00").prefix(2)) : 0
    guard let decimals, yuan >= 0 else { throw Broken(description: "\(text) is no amount") }
    return yuan * 100 + decimals
  }

  static func yuan(_ fen: Int) -> String {
    let digits = String(fen.magnitude)
    let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    return (fen < 0 ? "-" : "") + "\(padded.dropLast(2)).\(padded.suffix(2))"
  }

  static func day(_ text: String?) throws -> CalendarDay {
    guard let text, let day = CalendarDay(text) else {
      throw Broken(description: "\(text ?? "nothing") is no day")
    }
    return day
  }
}
