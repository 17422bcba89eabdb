import Foundation
import Interchange
package import Operations
import Quantities
import Repositories

/// A folder with the files of a catalog; any of them may be missing, others are passed over.
package struct CatalogFolder {
  /// What the files hold.
  package private(set) var content = CatalogContent()

  private let path: String
  private var problems: [FileProblem] = []
  private var fileCount = 0

  /// Reads all files of the folder.
  ///
  /// - Throws: `FileRefusal`, with every line that can't be read.
  package init(path: String) throws(FileRefusal) {
    self.path = path
    read(\.accounts, AccountEntry.columns) { row throws(LineProblem) in try AccountEntry(row) }
    read(\.divisions, DivisionEntry.columns) { row throws(LineProblem) in try DivisionEntry(row) }
    read(\.sponsors, SponsorEntry.columns) { row throws(LineProblem) in try SponsorEntry(row) }
    read(\.banks, BankEntry.columns) { row throws(LineProblem) in try BankEntry(row) }
    read(\.capital, CapitalEntry.columns) { row throws(LineProblem) in try CapitalEntry(row) }
    read(\.branches, BranchEntry.columns) { row throws(LineProblem) in try BranchEntry(row) }
    read(\.officers, OfficerEntry.columns) { row throws(LineProblem) in try OfficerEntry(row) }
    read(\.publications, PublicationEntry.columns) { row throws(LineProblem) in
      try PublicationEntry(row)
    }
    read(\.calendar, CalendarEntry.columns) { row throws(LineProblem) in try CalendarEntry(row) }
    read(\.programmes, ProgrammeEntry.columns) { row throws(LineProblem) in
      try ProgrammeEntry(row)
    }
    read(\.funds, FundEntry.columns) { row throws(LineProblem) in try FundEntry(row) }
    read(\.stress, StressEntry.columns) { row throws(LineProblem) in try StressEntry(row) }
    read(\.lossShares, LossShareEntry.columns) { row throws(LineProblem) in
      try LossShareEntry(row)
    }
    read(\.scenarios, MacroScenarioEntry.columns) { row throws(LineProblem) in
      try MacroScenarioEntry(row)
    }
    read(\.tiers, TierEntry.columns) { row throws(LineProblem) in try TierEntry(row) }
    read(\.provisions, ProvisionEntry.columns) { row throws(LineProblem) in
      try ProvisionEntry(row)
    }
    read(\.matrix, MatrixEntry.columns) { row throws(LineProblem) in try MatrixEntry(row) }
    read(\.documents, DocumentEntry.columns) { row throws(LineProblem) in try DocumentEntry(row) }
    content.products = readVersions("products") { version, line throws(ProductDocumentError) in
      try ProductEntry(version: version, line: line)
    }
    content.scorecards = readVersions("scores") { version, line throws(ProductDocumentError) in
      try ScorecardEntry(version: version, line: line)
    }
    guard fileCount > 0 else { throw .nothingFound(folder: path) }
    guard problems.isEmpty else { throw .linesRefused(problems) }
  }

  private mutating func read<Entry>(
    _ place: WritableKeyPath<CatalogContent, CatalogRows<Entry>>, _ columns: CSVColumns,
    _ entry: (CSVRow) throws(LineProblem) -> Entry
  ) {
    let file = content[keyPath: place].file
    let full = "\(path)/\(file)"
    guard FileManager.default.fileExists(atPath: full) else { return }
    fileCount += 1
    let (rows, found) = CSVFile(name: file, path: full, columns: columns).read(entry)
    content[keyPath: place].rows = rows
    problems += found
  }

  /// The JSON files of a folder, each a line with its versions.
  private mutating func readVersions<Entry: CatalogEntry>(
    _ subfolder: String, _ entry: ([String: Any], String) throws(ProductDocumentError) -> Entry
  ) -> [CatalogRows<Entry>] {
    let folder = "\(path)/\(subfolder)"
    let names: [String]
    do {
      guard FileManager.default.fileExists(atPath: folder) else { return [] }
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      let reason = CSVError.fileUnreadable(path: folder, reason: error.localizedDescription)
      problems.append(FileProblem(file: subfolder, line: 1, reason: .rule(reason)))
      return []
    }
    var files: [CatalogRows<Entry>] = []
    for name in names.sorted() where name.hasSuffix(".json") {
      fileCount += 1
      let file = VersionsFile(name: "\(subfolder)/\(name)", path: "\(folder)/\(name)")
      let (rows, found) = file.read(entry)
      files.append(CatalogRows(file: file.name, rows: rows))
      problems += found
    }
    return files
  }
}

/// A CSV file whose every row is one value.
struct CSVFile {
  let name: String
  let path: String
  let columns: CSVColumns

  /// All rows that can be read, and the problems of the others.
  func read<Value: Sendable>(
    _ value: (CSVRow) throws(LineProblem) -> Value
  ) -> (rows: [Lined<Value>], problems: [FileProblem]) {
    var rows: [Lined<Value>] = []
    var problems = LineProblems()
    var fault: [FileProblem] = []
    do throws(CSVError) {
      let reader = try CSVReader(ByteSource(path: path), columns: columns)
      while let row = try reader.next(noting: &problems) {
        do throws(LineProblem) {
          rows.append(Lined(try value(row), line: row.line))
        } catch {
          problems.note(error)
        }
      }
    } catch {
      fault = [FileProblem(file: name, line: error.line, reason: .rule(error))]
    }
    let noted = problems.kept.map {
      FileProblem(file: name, line: $0.line, reason: .field($0))
    }
    return (rows, noted + fault)
  }
}

extension CSVError {
  /// The line of the fault; the first for a fault of the header or of the whole file.
  fileprivate var line: Int {
    switch self {
    case .tooLarge(_, _, let line), .bareCarriageReturn(let line),
      .quoteInUnquotedField(let line), .textAfterQuote(let line), .unclosedQuote(let line),
      .nulByte(let line), .invalidUTF8(let line), .wrongFieldCount(let line, _, _):
      line
    case .fileUnreadable, .empty, .duplicateColumn, .missingColumns, .unknownColumns: 1
    }
  }
}
