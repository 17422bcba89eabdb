/// The definitions in a database as text that is the same on every server of one major version.
package enum SchemaText {
  /// `pg_dump`'s output without comments, settings, and what differs from run to run.
  package static func normalized(_ dump: String) -> String {
    var kept: [Substring] = []
    for line in dump.split(separator: "\n", omittingEmptySubsequences: false) {
      let isNoise = ["--", "SET ", "SELECT pg_catalog.set_config", "\\restrict", "\\unrestrict"]
        .contains { line.hasPrefix($0) }
      if isNoise || (line.isEmpty && (kept.last?.isEmpty ?? true)) { continue }
      kept.append(line)
    }
    while kept.last?.isEmpty == true { kept.removeLast() }
    return kept.isEmpty ? "" : kept.joined(separator: "\n") + "\n"
  }
}
