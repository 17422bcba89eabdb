import Quantities

/// An error that may pass when the whole unit of work is done again.
///
/// An operation's own error that carries a `PostgresError` conforms as well, so that
/// `ConnectionPool.transaction` sees through it.
package protocol PossiblyTransient: Error {
  var isTransient: Bool { get }
}

/// What went wrong between the program and PostgreSQL.
package struct PostgresError: Explained, PossiblyTransient, Equatable {
  /// What happened; the raw value is the last part of the code.
  package enum Kind: String, Sendable, CaseIterable {
    /// No connection could be opened.
    case connectionFailed = "connection_failed"
    /// The server does not let this user in.
    case authenticationFailed = "authentication_failed"
    /// An open connection broke, or the server shuts down.
    case serverGone = "server_gone"
    /// The deadline, or the patience of the connection, ran out.
    case timedOut = "timed_out"
    case cancelled = "cancelled"
    /// The connection broke while COMMIT was under way: it may or may not have happened.
    case outcomeUnknown = "outcome_unknown"
    case poolClosed = "pool_closed"

    case uniqueViolation = "unique_violation"
    case foreignKeyViolation = "foreign_key_violation"
    case checkViolation = "check_violation"
    case notNullViolation = "not_null_violation"
    /// Another integrity constraint (exclusion, restrict).
    case constraintViolation = "constraint_violation"
    case serializationFailure = "serialization_failure"
    case deadlock = "deadlock"
    case lockNotAvailable = "lock_not_available"
    case permissionDenied = "permission_denied"
    /// COMMIT of a transaction in which a statement had failed: nothing was kept.
    case transactionAborted = "transaction_aborted"
    /// Any other error that the server reports.
    case refusedByServer = "refused_by_server"

    /// A parameter does not fit the type that the server described.
    case wrongParameter = "wrong_parameter"
    /// A result is not what the program asked for: column, type, NULL or number of rows.
    case wrongResult = "wrong_result"
  }

  package var kind: Kind
  package var message: String
  /// The five characters of the server's (or, for a broken connection, of the standard's) code.
  package var sqlState: String?
  /// The file of the statement, below `SQL/queries`.
  package var statementName: String?
  /// The line of the statement's text at which the server stumbled, from 1.
  package var line: Int?
  package var detail: String?
  package var hint: String?
  package var context: String?
  package var table: String?
  package var column: String?
  package var constraint: String?

  package init(
    _ kind: Kind, _ message: String, sqlState: String? = nil, statementName: String? = nil
  ) {
    self.kind = kind
    self.message = message
    self.sqlState = sqlState
    self.statementName = statementName
  }

  package var code: String { "storage.\(kind.rawValue)" }

  /// Whether the same unit of work, run again from its beginning, may succeed.
  ///
  /// Source: PostgreSQL documentation, appendix A: 40001 and 40P01, class 08 but a broken protocol
  /// (08P01) and an unknown outcome (08007), and 57P01…57P03, a server going down or coming up.
  package var isTransient: Bool {
    guard kind != .outcomeUnknown, let sqlState else { return false }
    switch sqlState {
    case "40001", "40P01", "57P01", "57P02", "57P03": return true
    case "08P01", "08007": return false
    default: return sqlState.hasPrefix("08")
    }
  }

  /// Whether this constraint was violated, on the table itself or on one of its shards, whose
  /// constraints bear the same name and a number.
  package func violates(_ name: String) -> Bool {
    guard let constraint, constraint.hasPrefix(name) else { return false }
    let rest = constraint.dropFirst(name.count)
    return rest.isEmpty || (rest.first == "_" && rest.dropFirst().allSatisfy(\.isNumber))
  }

  /// The kind that an SQLSTATE means, for an error that the server reported.
  static func kind(sqlState: String) -> Kind {
    switch sqlState {
    case "23505": return .uniqueViolation
    case "23503": return .foreignKeyViolation
    case "23514": return .checkViolation
    case "23502": return .notNullViolation
    case "40001": return .serializationFailure
    case "40P01": return .deadlock
    case "55P03": return .lockNotAvailable
    case "42501": return .permissionDenied
    case "25P02": return .transactionAborted
    case "57014": return .cancelled
    // A value of the wrong length, as in COPY: the connection itself is sound.
    case "08P01": return .refusedByServer
    case "57P01", "57P02", "57P03", "57P04", "57P05": return .serverGone
    default:
      if sqlState.hasPrefix("08") { return .serverGone }
      if sqlState.hasPrefix("23") { return .constraintViolation }
      if sqlState.hasPrefix("28") { return .authenticationFailed }
      return .refusedByServer
    }
  }
}

extension PostgresError: CustomStringConvertible {
  /// One line for logs: code, SQLSTATE, statement, message and what the server added.
  package var description: String {
    var text = code
    if let sqlState { text += " [\(sqlState)]" }
    if let statementName { text += " in \(statementName)" + (line.map { ":\($0)" } ?? "") }
    text += ": \(message)"
    let additions = [
      ("detail", detail), ("hint", hint), ("table", table), ("column", column),
      ("constraint", constraint), ("context", context),
    ]
    for case (let label, let addition?) in additions { text += "; \(label): \(addition)" }
    return text
  }
}
