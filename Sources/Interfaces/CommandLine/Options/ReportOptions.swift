import ArgumentParser
import Foundation
import Glibc
import Interchange

/// In what form a report is written, which of its sections, and where to.
struct ReportOptions: ParsableArguments {
  @Option(help: ArgumentHelp(.reportFormatHelp, valueName: "table|json|csv|xlsx|html"))
  var format = ReportFormat.table
  @Option(help: ArgumentHelp(.reportSectionHelp, valueName: "key")) var section: [String] = []
  @Option(help: ArgumentHelp(.outputFileHelp, valueName: "file")) var output: String?

  /// Refuses what can't be written, before anything is read.
  func check() throws(Failure) {
    guard format != .xlsx || output != nil else {
      throw Failure(.usage, code: "usage.workbook_needs_file", .workbookNeedsFile)
    }
  }

  /// Writes the sections that are asked for, in the order of the report.
  func write(_ document: ReportDocument) throws {
    var document = document
    if !section.isEmpty {
      let known = document.sections.map(\.key)
      if let unknown = section.first(where: { !known.contains($0) }) {
        throw Failure(
          .usage, code: "usage.unknown_section", .unknownSection(unknown, known: known))
      }
      document.sections.removeAll { !section.contains($0.key) }
    }
    switch format {
    case .table: try write(document.text(output == nil ? Self.style : .plain))
    case .json: try write(document.jsonText)
    case .csv:
      let only = document.sections.count == 1 ? document.sections.first : nil
      try write(only?.csv ?? document.csv)
    case .html: try write(document.html)
    case .xlsx:
      let path = output ?? ""
      try OutputFile.fill(path) { part in
        do throws(ReportError) {
          try document.writeWorkbook(to: part)
        } catch .workbookUnwritable(_, let reason) {
          throw ReportError.workbookUnwritable(path: path, reason: reason)
        }
      }
    }
  }

  private func write(_ text: String) throws {
    guard let output else { return try Output.write(text) }
    let file = try OutputFile(output)
    try file.write(text)
    try file.keep()
  }

  /// With colours where a person looks at a terminal and has not asked for none.
  private static var style: TextStyle {
    let wishesNone = ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return isatty(STDOUT_FILENO) == 1 && !wishesNone ? .terminal : .plain
  }

  /// The form of a list of loans.
  func listFormat() throws(Failure) -> OutputFormat {
    switch format {
    case .table: return .table
    case .json: return .json
    case .csv: return .csv
    case .xlsx, .html:
      throw Failure(.usage, code: "usage.list_has_no_such_form", .listForm(format.rawValue))
    }
  }
}

/// The forms of a report.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json, csv, xlsx, html
}
