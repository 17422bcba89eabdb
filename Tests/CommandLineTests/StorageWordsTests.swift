import CommandLine
import Migration
import Postgres
import PrivateDatabase
import Testing

@Suite("The program says in both languages what is wrong with the database")
struct StorageWordsTests {
  private static let privateDatabase: [PrivateDatabaseError] = [
    .homeUnknown, .databaseNameMalformed("a\u{1B}b"), .serverNotInstalled(lookedIn: ["/usr/x"]),
    .serverTooOld(found: 12, needed: 15), .serverUserMissing("postgres"),
    .userHasNoName(userID: 4_711), .folderNotWritable("/x", reason: "Permission denied"),
    .folderUnreachable("/x", user: "postgres"), .notADataFolder("/x"),
    .anotherMajorVersion(folder: "/x", found: "12", installed: [15, 17]),
    .busy(home: "/x", seconds: 120),
    .diskFull(folder: "/x", freeBytes: 5 << 20, neededBytes: 64 << 20),
    .folderNotPrivate("/x", reason: "it isn't a folder"),
    .initializationFailed(output: "creating …\ninitdb: error: no\u{1B}[2J"),
    .startFailed(log: "LOG: starting\nFATAL: no room\nLOG: shut down"),
    .databaseNotCreated("x", output: "createdb: error: no"),
    .databaseNotReadable("x", output: "pg_dump: error: no"), .stopFailed(output: "no"),
    .notRunning(home: "/x"),
  ]

  private static let migration: [MigrationError] = [
    .fileNameMalformed("1.sql"), .numberTwice(number: 3, names: ["a", "b"]),
    .numberMissing(number: 3), .controlsTransaction(number: 3, name: "a", line: 7),
    .databaseIsNewer(found: 9, known: 4), .changed(number: 3, name: "a"),
    .leftOut(number: 3, applied: 4), .notMigrated(pending: [3, 4]),
  ]

  /// One line in each language, that ends in the code and commands no terminal.
  private func check(_ error: any Error, code: String) {
    let failure = Failure(error)
    #expect(failure.kind == .storage && failure.code == code)
    for language in Language.allCases {
      let line = failure.line(in: language)
      #expect(line.hasPrefix("shanhai: ") && line.hasSuffix(" [\(code)]\n"), "\(line)")
      #expect(line.split(separator: "\n").count == 1 && !line.contains("\u{1B}"), "\(line)")
    }
    #expect(failure.phrase.zh != failure.phrase.en)
  }

  @Test("each error of the private database", arguments: privateDatabase)
  func words(_ error: PrivateDatabaseError) { check(error, code: error.code) }

  @Test("each error of a migration", arguments: migration)
  func words(_ error: MigrationError) { check(error, code: error.code) }

  @Test("each error of PostgreSQL", arguments: PostgresError.Kind.allCases)
  func words(_ kind: PostgresError.Kind) {
    let error = PostgresError(kind, "no\nbecause\u{1B}[2J", sqlState: "XX000")
    check(error, code: "storage.\(kind.rawValue)")
    #expect(Failure(error).phrase.en.contains("SQLSTATE XX000"))
  }

  @Test("numbers, versions and folders stand in the message")
  func numbers() {
    let version = Failure(
      PrivateDatabaseError.anotherMajorVersion(folder: "/x", found: "12", installed: [15, 17]))
    for language in Language.allCases {
      let line = version.phrase(language)
      #expect(line.contains("/x") && line.contains("12") && line.contains("15, 17"))
    }
    let newer = Failure(MigrationError.databaseIsNewer(found: 9, known: 4)).phrase
    #expect(newer.en.contains("version 9") && newer.en.contains("knows 4"))
    #expect(Failure(MigrationError.notMigrated(pending: [3, 4])).phrase.en.contains("(3, 4)"))
  }

  @Test("of a server's log only what tells the reason is shown")
  func log() {
    let log = "LOG:  starting\nFATAL:  no room\nLOG:  shut down"
    let line = Failure(PrivateDatabaseError.startFailed(log: log)).phrase.en
    #expect(line.contains("FATAL:  no room") && !line.contains("shut down"))
  }

  @Test("a refused row is told by its file, line and constraint, never by its values")
  func place() {
    var error = PostgresError(
      .uniqueViolation, "duplicate key value violates unique constraint",
      sqlState: "23505", statementName: "borrowers/insert_borrower")
    error.line = 3
    error.constraint = "borrowers_identity_key"
    error.table = "borrowers"
    error.detail = "Key (identity_number)=(110101199003070000) already exists."
    let line = Failure(error).phrase.en
    let place =
      "(SQLSTATE 23505, borrowers/insert_borrower.sql:3, constraint borrowers_identity_key, "
      + "table borrowers)"
    #expect(line.hasSuffix(place), "\(line)")
    #expect(!line.contains("110101199003070000"))
  }
}
