package import Postgres
import SQLScripts

extension Statement {
  /// The statement in `SQL/queries/<name>.sql`.
  package static func file(_ name: String) -> Statement {
    Statement(name: name, text: SQLScripts.text("queries/\(name).sql"))
  }
}
