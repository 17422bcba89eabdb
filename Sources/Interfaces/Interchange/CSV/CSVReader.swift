/// Reads the rows of a CSV file one by one, by the names of its columns.
///
/// Shape:  a header row, then rows with as many fields; see `CSVRecords` for the grammar.
/// Bounds: memory by the row, not by the file; the limits are `CSVRules`.
///
/// ```swift
/// let reader = try CSVReader(ByteSource(path: path), columns: columns)
/// var problems = LineProblems()
/// while let row = try reader.next(noting: &problems) { … }
/// ```
package final class CSVReader {
  /// The names of the header row, in the order of the file.
  package let columns: [String]
  /// The rows read so far, the refused ones among them.
  package private(set) var rowCount = 0

  private let rules: CSVRules
  private let indices: [String: Int]
  private var records: CSVRecords
  private var failure: CSVError?

  /// Reads the header.
  ///
  /// - Throws: any `CSVError` but `wrongFieldCount`.
  package init(
    _ source: ByteSource, columns: CSVColumns, rules: CSVRules = CSVRules()
  ) throws(CSVError) {
    self.rules = rules
    records = try CSVRecords(source, rules: rules)
    guard let header = try records.next(), header.fields != [""] else { throw .empty }
    try columns.check(header.fields)
    self.columns = header.fields
    indices = Dictionary(
      header.fields.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The next row; nil at the end.
  ///
  /// - Throws: after an error with a `lineProblem` the next call goes on with the row that follows;
  ///   any other error comes again at each call.
  package func next() throws(CSVError) -> CSVRow? {
    if let failure { throw failure }
    do throws(CSVError) {
      return try read()
    } catch {
      if error.lineProblem == nil { failure = error }
      throw error
    }
  }

  /// The next row that is whole; what is wrong with those before it is noted.
  package func next(noting problems: inout LineProblems) throws(CSVError) -> CSVRow? {
    while true {
      do throws(CSVError) {
        return try next()
      } catch {
        guard let problem = error.lineProblem else { throw error }
        problems.note(problem)
      }
    }
  }

  private func read() throws(CSVError) -> CSVRow? {
    rowCount += 1
    guard let record = try records.next() else {
      rowCount -= 1
      return nil
    }
    guard rowCount <= rules.rowCountMax else {
      throw .tooLarge(.rowCount, allowed: rules.rowCountMax, line: record.line)
    }
    guard record.fields.count == columns.count else {
      throw .wrongFieldCount(line: record.line, found: record.fields.count, allowed: columns.count)
    }
    return CSVRow(line: record.line, values: record.fields, indices: indices)
  }
}

/// One row of a CSV file.
package struct CSVRow: Hashable, Sendable {
  /// The line of the file that the row begins on, from 1; the header is on line 1.
  package let line: Int
  /// The fields in the order of the file.
  package let values: [String]
  private let indices: [String: Int]

  init(line: Int, values: [String], indices: [String: Int]) {
    self.line = line
    self.values = values
    self.indices = indices
  }

  /// The field of this column; nil if the file has no such column.
  package subscript(_ column: String) -> String? { indices[column].map { values[$0] } }
}
