import Foundation
import Logging
import Migration
import Operations
import Postgres
import PrivateDatabase
import Repositories

/// The database a command works on, and who works.
struct Session: Sendable {
  let pool: ConnectionPool
  let caller: Caller
}

extension GlobalOptions {
  /// The variables that name a database elsewhere.
  static let outsideVariables = [
    "PGHOST", "PGHOSTADDR", "PGPORT", "PGSERVICE", "PGDATABASE", "PGUSER",
  ]

  /// Where the database is: `--database`, else the PG… variables, else the private one.
  private var outside: String? {
    if let database { return database }
    let environment = ProcessInfo.processInfo.environment
    return Self.outsideVariables.contains { environment[$0] != nil } ? "" : nil
  }

  /// Runs `body` on the migrated database, in the role that can't change facts and transfers.
  ///
  /// - Throws: `Failure` if an officer is named for a database that is not the caller's own;
  ///   `MigrationError` for a schema that is older or newer than the program; what `body` throws.
  func withDatabase<R>(_ body: (Session) async throws -> R) async throws -> R {
    let setup = [Statement.file("session/set_role")]
    let pool = try await pool(sessionSetup: [])
    try await pool.run { connection in try Migrator.ofProgram().check(connection) }
    await pool.close()
    let working = try await self.pool(sessionSetup: setup)
    do {
      let result = try await body(Session(pool: working, caller: try caller()))
      await working.close()
      return result
    } catch {
      await working.close()
      throw error
    }
  }

  /// Runs `body` on the migrated database as its owner, whose statements over whole tables may take
  /// an hour each.
  ///
  /// - Throws: `MigrationError` for another schema; what `body` throws.
  func withOwnersDatabase<R>(_ body: (ConnectionPool) async throws -> R) async throws -> R {
    let pool = try await pool(sessionSetup: [], patience: .seconds(3_600))
    do {
      try await pool.run { connection in try Migrator.ofProgram().check(connection) }
      let result = try await body(pool)
      await pool.close()
      return result
    } catch {
      await pool.close()
      throw error
    }
  }

  /// Connections to the database, as the login that reaches it; `patience` bounds each call.
  func pool(
    sessionSetup: [Statement], patience: Duration = .seconds(60)
  ) async throws -> ConnectionPool {
    let conninfo: String
    if let outside {
      conninfo = outside
    } else {
      let cluster = try PrivateCluster(environment: ProcessInfo.processInfo.environment)
      try cluster.checkIsRunning()
      conninfo = cluster.connectionInfo
    }
    return ConnectionPool(
      ConnectionInfo(conninfo, sessionSetup: sessionSetup, patience: patience),
      logger: logger("postgres"))
  }

  /// Who asks: in the private database its owner, who may act for an officer; elsewhere the login
  /// that the server authenticates.
  private func caller() throws -> Caller {
    guard outside != nil else { return Caller(login: NSUserName(), actingAs: officer) }
    guard officer == nil else {
      throw Failure(.usage, code: "usage.as_only_in_private_database", .asOnlyInPrivateDatabase)
    }
    return Caller()
  }
}
