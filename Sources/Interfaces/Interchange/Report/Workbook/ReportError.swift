import Quantities

/// Why a report can't be written as a file.
package enum ReportError: Explained, Hashable, Sendable {
  /// The workbook can't be made at this path; `reason` is the library's sentence for it.
  case workbookUnwritable(path: String, reason: String)

  package var code: String {
    switch self {
    case .workbookUnwritable: "report.workbook_unwritable"
    }
  }
}
