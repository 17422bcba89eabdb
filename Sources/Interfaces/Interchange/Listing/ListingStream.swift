/// A listing that is written row by row, so that one of any length takes no memory.
///
/// In JSON the members are those of `Listing` after those of the head, one row a line. A table's
/// columns are as wide as its first thousand rows need; a wider cell below them pushes its row
/// aside.
package struct ListingStream {
  /// How many rows a table holds back before it knows its widths.
  package static let heldRows = 1_000
  private static let chunk = 65_536
  /// The least width of a column of amounts whose end is not known: of 999,999,999,999.99.
  private static let amountWidth = 18

  private let listing: Listing
  private let format: OutputFormat
  private let write: (String) throws -> Void
  private var buffer = ""
  private var table: Table
  /// How wide the columns are; nil while rows are held back.
  private var widths: [Int]?
  /// The columns that hold amounts.
  private var amounts: Set<Int> = []
  private var isFirstRow = true

  /// - Parameters:
  ///   - columns: what each row has a cell for.
  ///   - format: the shape.
  ///   - head: what stands before the rows in JSON.
  ///   - write: takes the text, piece by piece.
  package init(
    _ columns: [Listing.Column], _ format: OutputFormat, head: [JSONValue.Member] = [],
    write: @escaping (String) throws -> Void
  ) {
    listing = Listing(columns)
    self.format = format
    self.write = write
    table = Table(columns.map { Table.Column($0.title, $0.alignment) })
    switch format {
    case .table: break
    case .csv: buffer = CSVWriter.line(columns.map(\.key))
    case .json:
      buffer = "{"
      for member in head { buffer += "\n  " + Self.text(member) + "," }
      buffer += "\n  \"rows\": ["
    }
  }

  package mutating func add(_ cells: [Listing.Cell]) throws {
    switch format {
    case .csv: buffer += CSVWriter.line(cells.map(\.plain))
    case .json:
      buffer += (isFirstRow ? "\n    " : ",\n    ") + listing.object(cells).compact
      isFirstRow = false
    case .table:
      let row = cells.map(\.shown)
      if let widths {
        buffer += table.line(row, widths)
      } else {
        table.rows.append(row)
        for (index, cell) in cells.enumerated() where cell.isAmount { amounts.insert(index) }
        if table.rows.count == Self.heldRows { layOut() }
      }
    }
    if buffer.utf8.count >= Self.chunk { try flush() }
  }

  /// Writes the end.
  ///
  /// - Parameters:
  ///   - totals: as of `Listing`.
  ///   - tail: what stands after them in JSON.
  /// - Throws: what `write` throws.
  package mutating func finish(
    totals: [Listing.Cell]? = nil, tail: [JSONValue.Member] = []
  ) throws {
    switch format {
    case .csv: break
    case .json:
      buffer += isFirstRow ? "]" : "\n  ]"
      for member in [.init("totals", totals.map(listing.object) ?? .null)] + tail {
        buffer += ",\n  " + Self.text(member)
      }
      buffer += "\n}\n"
    case .table:
      table.totals = totals.map { $0.map(\.shown) }
      if let widths, let cells = table.totals {
        buffer += table.foot(cells, widths)
      } else if widths == nil {
        buffer += table.text
      }
    }
    try flush()
  }

  private mutating func layOut() {
    var widths = table.widths
    for index in amounts { widths[index] = max(widths[index], Self.amountWidth) }
    buffer += table.head(widths)
    for row in table.rows { buffer += table.line(row, widths) }
    table.rows = []
    self.widths = widths
  }

  private mutating func flush() throws {
    try write(buffer)
    buffer = ""
  }

  private static func text(_ member: JSONValue.Member) -> String {
    JSONValue.string(member.name).compact + ": " + member.value.compact
  }
}

extension Listing.Cell {
  fileprivate var isAmount: Bool {
    switch self {
    case .money, .sum: true
    default: false
    }
  }
}
