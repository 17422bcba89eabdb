import Foundation

extension PrivateCluster {
  /// Makes another database on the running server, as a copy of `template` if given.
  ///
  /// No connection to the template may be open.
  package func createDatabase(
    _ name: String, template: String? = nil
  ) async throws(PrivateDatabaseError) {
    let options = template.map { ["-T", $0] } ?? []
    let made = try await client("createdb", options + ["--", name])
    guard made.succeeded else { throw .databaseNotCreated(name, output: made.output) }
  }

  /// The definitions in a database of the running server, as `pg_dump` writes them.
  package func schemaDump(database: String) async throws(PrivateDatabaseError) -> String {
    let dump = try await client(
      "pg_dump", ["--schema-only", "--no-owner", "--dbname", database])
    guard dump.succeeded else { throw .databaseNotReadable(database, output: dump.output) }
    return dump.output
  }

  private func client(
    _ program: String, _ arguments: [String]
  ) async throws(PrivateDatabaseError) -> Subprocess {
    try await onOwnThread { () throws(PrivateDatabaseError) in
      let server = try Server(cluster: self, installed: try installedPrograms())
      return server.run(program, arguments)
    }
  }
}
