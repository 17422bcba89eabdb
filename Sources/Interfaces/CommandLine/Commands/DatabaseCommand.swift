import ArgumentParser
import Foundation
import Interchange
import Migration
import Postgres
import PrivateDatabase

/// `shanhai database`: the private database, and the schema of any.
struct DatabaseCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "database", abstract: say(.databaseAbstract),
      discussion: say(.databaseDiscussion),
      subcommands: [Start.self, Stop.self, Status.self, Path.self, Migrate.self])
  }

  /// `shanhai database start`.
  struct Start: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: say(.databaseStartAbstract))
    }

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let cluster = try global.privateCluster()
      let path = Phrase.told(cluster.path)
      let outcome: Phrase =
        switch try await cluster.start() {
        case .created: .privateDatabaseCreated(path)
        case .started: .privateDatabaseStarted(path)
        case .wasRunning: .privateDatabaseWasRunning(path)
        }
      try Output.write(say(outcome) + "\n")
    }
  }

  /// `shanhai database stop`.
  struct Stop: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: say(.databaseStopAbstract))
    }

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let cluster = try global.privateCluster()
      let path = Phrase.told(cluster.path)
      let outcome: Phrase =
        try await cluster.stop() ? .privateDatabaseStopped(path) : .privateDatabaseWasStopped(path)
      try Output.write(say(outcome) + "\n")
    }
  }

  /// `shanhai database path`: the folder alone, for scripts.
  struct Path: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: say(.databasePathAbstract))
    }

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try Output.write(try global.privateCluster().path + "\n")
    }
  }

  /// `shanhai database status`.
  struct Status: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: say(.databaseStatusAbstract))
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    func run() async throws {
      let cluster = try global.privateCluster()
      let status = try await cluster.status()
      var listing = Listing([.init("name", say(.name)), .init("value", say(.value))])
      listing.rows = [
        [
          .word("running", shown: say(.running)),
          .flag(status.isRunning, shown: say(.yesNo(status.isRunning))),
        ],
        [
          .word("process_id", shown: say(.processID)),
          status.processID.map { .integer(Int($0)) } ?? .none,
        ],
        [
          .word("server_version", shown: say(.serverVersion)),
          status.majorVersion.map { .text($0) } ?? .none,
        ],
        [.word("home", shown: say(.homeFolder)), .text(status.home)],
        [.word("data", shown: say(.dataFolder)), .text(status.dataFolder)],
        [.word("data_bytes", shown: say(.dataBytes)), .integer(Int(status.dataBytes))],
        [.word("socket", shown: say(.socketFolder)), .text(status.socketFolder)],
        [.word("log", shown: say(.logFile)), .text(status.logFile)],
        [.word("database", shown: say(.database)), .text(status.database)],
        [.word("connection", shown: say(.connection)), .text(cluster.connectionInfo)],
      ]
      try output.print(listing)
    }
  }

  /// `shanhai database migrate`.
  struct Migrate: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: say(.databaseMigrateAbstract), discussion: say(.databaseMigrateDiscussion))
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    func run() async throws {
      let migrator = try Migrator.ofProgram()
      let pool = try await global.pool(sessionSetup: [], patience: Migrator.patience)
      let applied: [MigrationScript]
      do {
        applied = try await pool.run { connection in try migrator.migrate(connection) }
        await pool.close()
      } catch {
        await pool.close()
        throw error
      }
      var listing = Listing([
        .init("number", say(.migrationStep), .right), .init("name", say(.name)),
      ])
      listing.rows = applied.map { [.integer($0.number), .text($0.name)] }
      if applied.isEmpty, output.format == .table { return }
      try output.print(listing)
    }
  }
}

extension GlobalOptions {
  /// The private database; `--database` names another, whose server is not for these commands.
  fileprivate func privateCluster() throws -> PrivateCluster {
    guard database == nil else {
      throw Failure(.usage, code: "usage.private_database_only", .privateDatabaseOnly)
    }
    return try PrivateCluster(environment: ProcessInfo.processInfo.environment)
  }
}
