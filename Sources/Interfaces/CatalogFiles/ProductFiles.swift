import Foundation
import Interchange
import Operations
import Quantities
import Repositories

/// A file of `products/` or `scores/`: a line, and its versions.
struct VersionsFile {
  let name: String
  let path: String

  func read<Entry>(
    _ entry: ([String: Any], String) throws(ProductDocumentError) -> Entry
  ) -> (rows: [Lined<Entry>], problems: [FileProblem]) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      let reason = CSVError.fileUnreadable(path: path, reason: error.localizedDescription)
      return ([], [problem(1, reason)])
    }
    let file: Any?
    do {
      file = try JSONSerialization.jsonObject(with: data)
    } catch {
      return ([], [problem(1, ProductDocumentError(key: "JSON", found: "\(error)"))])
    }
    guard let file = file as? [String: Any], let line = file["line"] as? String else {
      return ([], [problem(1, ProductDocumentError(key: "line", found: ""))])
    }
    guard let versions = file["versions"] as? [[String: Any]], !versions.isEmpty else {
      return ([], [problem(1, ProductDocumentError(key: "versions", found: ""))])
    }
    let lines = versionLines(String(decoding: data, as: UTF8.self))
    var rows: [Lined<Entry>] = []
    var problems: [FileProblem] = []
    for (index, version) in versions.enumerated() {
      let place = index < lines.count ? lines[index] : 1
      do throws(ProductDocumentError) {
        rows.append(Lined(try entry(version, line), line: place))
      } catch {
        problems.append(problem(place, error))
      }
    }
    return (rows, problems)
  }

  private func problem(_ line: Int, _ error: any Explained) -> FileProblem {
    FileProblem(file: name, line: line, reason: .rule(error))
  }

  /// The lines on which the versions' numbers stand.
  private func versionLines(_ text: String) -> [Int] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { $0.element.contains("\"version\"") }
      .map { $0.offset + 1 }
  }
}
