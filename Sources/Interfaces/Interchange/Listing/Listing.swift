package import Quantities

/// In what shape a command prints its result.
package enum OutputFormat: String, Hashable, Sendable, CaseIterable {
  /// For people.
  case table
  /// For programs.
  case json, csv
}

/// What a command lists: columns, rows and totals, which print as a table, as JSON or as CSV.
package struct Listing: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    /// The name for programs, in snake_case: a JSON member, a CSV header.
    package var key: String
    /// The name for people, in their language.
    package var title: String
    package var alignment: Table.Alignment

    package init(_ key: String, _ title: String, _ alignment: Table.Alignment = .left) {
      self.key = key
      self.title = title
      self.alignment = alignment
    }
  }

  /// A value, and how it is written for people and for programs.
  package enum Cell: Hashable, Sendable {
    /// Nothing: blank in a table and in CSV, `null` in JSON.
    case none
    case text(String)
    /// A value with a name for programs (`written_off`) and words for people (`核销`).
    case word(String, shown: String)
    case flag(Bool, shown: String)
    case integer(Int)
    /// A decimal as written, such as a ratio or a rate in per cent; a string in JSON.
    case decimal(String)
    /// With thousands separators for people; a plain decimal, a string in JSON, for programs.
    case money(Money, Currency)
    /// A sum of amounts in minor units, written as `money`.
    case sum(Int128, Currency)
    case day(Day)
  }

  package var columns: [Column]
  /// Each row has as many cells as there are columns.
  package var rows: [[Cell]] = []
  /// Below the rows in a table, beside them in JSON; left out of CSV, where each line is a row.
  package var totals: [Cell]?
  /// The key of the page that follows: a member of the JSON, which is `null` on the last page.
  package var next: String?

  package init(_ columns: [Column]) { self.columns = columns }

  /// The listing as text, ending in a line end.
  package func text(_ format: OutputFormat) -> String {
    switch format {
    case .table: table.text
    case .json: json.pretty + "\n"
    case .csv: csv
    }
  }

  /// The listing for people.
  var table: Table {
    var table = Table(columns.map { Table.Column($0.title, $0.alignment) })
    table.rows = rows.map { $0.map(\.shown) }
    table.totals = totals.map { $0.map(\.shown) }
    return table
  }

  /// `{"rows": [{key: value}], "totals": {key: value} or null, "next": key or null}`.
  package var json: JSONValue {
    [
      "rows": .array(rows.map(object)),
      "totals": totals.map(object) ?? .null,
      "next": next.map { .string($0) } ?? .null,
    ]
  }

  func object(_ cells: [Cell]) -> JSONValue {
    precondition(cells.count == columns.count, "a row has \(cells.count) of \(columns.count) cells")
    return .object(zip(columns, cells).map { JSONValue.Member($0.key, $1.json) })
  }

  private var csv: String {
    var text = CSVWriter.line(columns.map(\.key))
    for row in rows { text += CSVWriter.line(row.map(\.plain)) }
    return text
  }
}

extension Listing.Cell {
  /// For people.
  var shown: String {
    switch self {
    case .word(_, let shown), .flag(_, let shown): shown
    case .money(let amount, let currency): currency.grouped(amount)
    case .sum(let amount, let currency):
      FixedPoint.text(amount, decimals: currency.decimals, grouped: true)
    case .none, .text, .integer, .decimal, .day: plain
    }
  }

  /// For programs, as text.
  var plain: String {
    switch self {
    case .none: ""
    case .text(let text), .word(let text, _), .decimal(let text): text
    case .flag(let value, _): value ? "yes" : "no"
    case .integer(let value): String(value)
    case .money(let amount, let currency): currency.plain(amount)
    case .sum(let amount, let currency): FixedPoint.text(amount, decimals: currency.decimals)
    case .day(let day): day.description
    }
  }

  var json: JSONValue {
    switch self {
    case .none: .null
    case .flag(let value, _): .bool(value)
    case .integer(let value): .integer(Int64(value))
    case .text, .word, .decimal, .money, .sum, .day: .string(plain)
    }
  }
}
