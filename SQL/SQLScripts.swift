import Foundation

/// The SQL texts that travel with the program: migrations, queries and checks.
///
/// They lie beside the program in `shanhai_SQLScripts.resources`, as the files they are.
package enum SQLScripts {
  /// The text of a file below `SQL/`, such as `queries/origination/insert_loan.sql`.
  ///
  /// A file that is missing is an incomplete installation, which no caller can mend.
  package static func text(_ path: String) -> String {
    let url = Bundle.module.bundleURL.appendingPathComponent(path)
    do {
      return try String(contentsOf: url, encoding: .utf8)
    } catch {
      preconditionFailure("the program's SQL file \(url.path) can't be read: \(error)")
    }
  }

  /// The files of a folder below `SQL/`, deep, as sorted paths relative to `SQL/`.
  package static func files(in folder: String) -> [String] {
    let root = Bundle.module.bundleURL
    let found = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
    return (found?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".sql") }
      .map { "\(folder)/\($0)" }
      .sorted()
  }
}
