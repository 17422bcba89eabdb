/// One SQL statement: the text of a file below `SQL/queries` and the name that errors give it.
package struct Statement: Sendable, Hashable {
  /// The file below `SQL/queries`, without `.sql`: `origination/insert_loan`.
  package let name: String
  package let text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// What a transaction sees of the others.
package enum Isolation: String, Sendable, CaseIterable {
  case readCommitted = "READ COMMITTED"
  case repeatableRead = "REPEATABLE READ"
  case serializable = "SERIALIZABLE"
  /// One unchanging picture of the database, for reports; writes are refused.
  case readOnlySnapshot = "REPEATABLE READ READ ONLY"

  var begin: String { "BEGIN ISOLATION LEVEL \(rawValue)" }
}

/// Where the database is and how a connection to it is set up.
package struct ConnectionInfo: Sendable {
  /// A libpq conninfo string or URI; what it leaves out comes from the `PG…` variables.
  package var conninfo: String
  package var applicationName: String
  /// Run by each new connection before anything else, such as `SET ROLE`.
  package var sessionSetup: [Statement]
  /// How long a call without a deadline of its own waits for a word from the server.
  package var patience: Duration
  /// How long opening a connection may take.
  package var connectPatience: Duration

  package init(
    _ conninfo: String, applicationName: String = "shanhai", sessionSetup: [Statement] = [],
    patience: Duration = .seconds(60), connectPatience: Duration = .seconds(10)
  ) {
    self.conninfo = conninfo
    self.applicationName = applicationName
    self.sessionSetup = sessionSetup
    self.patience = patience
    self.connectPatience = connectPatience
  }
}
