import Foundation
import PrivateDatabase
import Testing

/// Goal: each way a private database can fail ends in its own code, with what was found.
///
/// Method: the real fault is brought about; only the server's programs are replaced by scripts.
@Suite("a private database refuses", .serialized)
struct PrivateDatabaseErrorTests {
  @Test("without a server on the machine, and says where it looked")
  func serverNotInstalled() async throws {
    try await Scratch.use { scratch in
      let cluster = try scratch.cluster { $0.programFolders = ["/nowhere", scratch.folder] }
      let error = await refusal { () throws(PrivateDatabaseError) in try await cluster.start() }
      #expect(error == .serverNotInstalled(lookedIn: ["/nowhere", scratch.folder]))
      #expect(error?.code == "private_database.server_not_installed")
      #expect(!scratch.exists("home"))
    }
  }

  @Test("a server that is too old")
  func serverTooOld() async throws {
    try await Scratch.use { scratch in
      let folder = try scratch.programs(
        replacing: "postgres", with: "echo 'postgres (PostgreSQL) 14.9'")
      let cluster = try scratch.cluster { $0.programFolders = [folder] }
      let error = await refusal { () throws(PrivateDatabaseError) in try await cluster.start() }
      #expect(error == .serverTooOld(found: 14, needed: 15))
      #expect(error?.code == "private_database.server_too_old")
    }
  }

  @Test("data of another major version, naming both, and leaves it alone")
  func anotherMajorVersion() async throws {
    try await Scratch.use { scratch in
      let cluster = try scratch.cluster()
      _ = try await cluster.start()
      let installed = try #require(try await cluster.status().majorVersion.flatMap(Int.init))
      _ = try await cluster.stop()
      let data = try await cluster.status().dataFolder
      try shell(#"echo 14 > "$1/PG_VERSION""#, data)
      let error = await refusal { () throws(PrivateDatabaseError) in try await cluster.start() }
      guard case .anotherMajorVersion(data, found: "14", let versions) = error else {
        Issue.record("met \(String(describing: error))")
        return
      }
      #expect(versions.contains(installed))
      #expect(error?.code == "private_database.another_major_version")
      try shell(#"echo "$2" > "$1/PG_VERSION""#, data, "\(installed)")
      #expect(try await cluster.start() == .started)
    }
  }

  @Test("a data folder with files that no server made")
  func notADataFolder() async throws {
    try await Scratch.use { scratch in
      try scratch.makeFolder("home/data")
      try scratch.write("mine", to: "home/data/letter.txt")
      if geteuid() == 0 { try shell(#"chown -R postgres "$1""#, "\(scratch.folder)/home/data") }
      let cluster = try scratch.cluster()
      let error = await refusal { () throws(PrivateDatabaseError) in try await cluster.start() }
      #expect(error == .notADataFolder("\(scratch.folder)/home/data"))
      #expect(error?.code == "private_database.not_a_data_folder")
      #expect(scratch.exists("home/data/letter.txt"))
    }
  }

  @Test("a home that can't be written")
  func folderNotWritable() async throws {
    try await Scratch.use { scratch in
      try scratch.write("a file, not a folder", to: "taken")
      let cluster = try scratch.cluster(home: "taken/home")
      let error = await refusal { () throws(PrivateDatabaseError) in try await cluster.start() }
      let home = "\(scratch.folder)/taken/home"
      #expect(error == .folderNotWritable(home, reason: "Not a directory"))
      #expect(error?.code == "private_database.folder_not_writable")
    }
  }

  @Test("a home that the server's user can't reach", .enabled(if: geteuid() == 0))
  func folderUnreachable() async throws {
    try await Scratch.use { scratch in
      try scratch.makeFolder("closed", mode: 0o700)
      let cluster = try scratch.cluster(home: "closed/home")
      let error = await refusal { () throws(PrivateDatabaseError) in try await cluster.start() }
      #expect(error == .folderUnreachable("\(scratch.folder)/closed", user: "postgres"))
      #expect(error?.code == "private_database.folder_unreachable")
    }
  }

  @Test("for root when the server's user is missing", .enabled(if: geteuid() == 0))
  func serverUserMissing() async throws {
    try await Scratch.use { scratch in
      let cluster = try scratch.cluster { $0.serverUser = "nobody-of-that-name" }
      let error = await refusal { () throws(PrivateDatabaseError) in try await cluster.start() }
      #expect(error == .serverUserMissing("nobody-of-that-name"))
      #expect(error?.code == "private_database.server_user_missing")
    }
  }

  @Test("a folder in its home that is another's")
  func folderNotPrivate() async throws {
    try await Scratch.use { scratch in
      try scratch.makeFolder("home")
      try scratch.write("a file", to: "home/socket")
      let cluster = try scratch.cluster()
      let error = await refusal { () throws(PrivateDatabaseError) in try await cluster.start() }
      #expect(
        error == .folderNotPrivate("\(scratch.folder)/home/socket", reason: "it isn't a folder"))
      #expect(error?.code == "private_database.folder_not_private")
    }
  }

  @Test("a second start that waits too long for the first")
  func busy() async throws {
    try await Scratch.use { scratch in
      try scratch.makeFolder("home")
      let held = open("\(scratch.folder)/home/lock", O_RDWR | O_CREAT, 0o600)
      #expect(flock(held, LOCK_EX) == 0)
      let cluster = try scratch.cluster { $0.lockSeconds = 1 }
      let error = await refusal { () throws(PrivateDatabaseError) in try await cluster.start() }
      #expect(error == .busy(home: cluster.path, seconds: 1))
      #expect(error?.code == "private_database.busy")
      close(held)
    }
  }

  @Test("a full disk, before and while the data is made, and leaves nothing half-made")
  func diskFull() async throws {
    try await Scratch.use { scratch in
      let full = "echo 'could not write: No space left on device' >&2; exit 1"
      let folder = try scratch.programs(replacing: "initdb", with: full)
      let cluster = try scratch.cluster { $0.programFolders = [folder] }
      let error = await refusal { () throws(PrivateDatabaseError) in try await cluster.start() }
      guard case .diskFull(cluster.path, _, neededBytes: PrivateCluster.neededBytes) = error else {
        Issue.record("met \(String(describing: error))")
        return
      }
      #expect(error?.code == "private_database.disk_full")
      #expect(try shell(#"ls "$1""#, cluster.path).output == "lock\nlog\nsocket")
    }
  }

  @Test("a disk with too little room, on a real small disk", .enabled(if: Self.canMount))
  func smallDisk() async throws {
    try await Scratch.use { scratch in
      try scratch.makeFolder("small")
      let small = "\(scratch.folder)/small"
      #expect(try shell(#"mount -t tmpfs -o size=20m,mode=755 none "$1""#, small).exitCode == 0)
      let cluster = try scratch.cluster(home: "small/home")
      let error = await refusal { () throws(PrivateDatabaseError) in try await cluster.start() }
      #expect(try shell(#"umount "$1""#, small).exitCode == 0)
      guard case .diskFull(cluster.path, let free, _) = error else {
        Issue.record("met \(String(describing: error))")
        return
      }
      #expect(free > 0 && free <= 20 << 20)
    }
  }

  @Test("when the data can't be made, with what initdb said, and leaves nothing half-made")
  func initializationFailed() async throws {
    try await Scratch.use { scratch in
      let folder = try scratch.programs(replacing: "initdb", with: "echo 'no luck'; exit 1")
      let cluster = try scratch.cluster { $0.programFolders = [folder] }
      let error = await refusal { () throws(PrivateDatabaseError) in try await cluster.start() }
      #expect(error == .initializationFailed(output: "no luck"))
      #expect(error?.code == "private_database.initialization_failed")
      #expect(try shell(#"ls "$1""#, cluster.path).output == "lock\nlog\nsocket")
    }
  }

  @Test("when the server doesn't start, with the last lines of its log")
  func startFailed() async throws {
    try await Scratch.use { scratch in
      let cluster = try scratch.cluster()
      _ = try await cluster.start()
      _ = try await cluster.stop()
      let settings = try await cluster.status().dataFolder + "/postgresql.conf"
      try shell(#"echo "work_memory = 7" >> "$1""#, settings)
      let error = await refusal { () throws(PrivateDatabaseError) in try await cluster.start() }
      guard case .startFailed(let log) = error else {
        Issue.record("met \(String(describing: error))")
        return
      }
      #expect(log.contains("unrecognized configuration parameter \"work_memory\""))
      #expect(error?.code == "private_database.start_failed")
    }
  }

  @Test("when a database can't be made or read")
  func databaseNotCreated() async throws {
    try await Scratch.use { scratch in
      let cluster = try scratch.cluster()
      _ = try await cluster.start()
      let made = await refusal { () throws(PrivateDatabaseError) in
        try await cluster.createDatabase("shanhai")
      }
      guard case .databaseNotCreated("shanhai", let output) = made else {
        Issue.record("met \(String(describing: made))")
        return
      }
      #expect(output.contains("already exists"))
      #expect(made?.code == "private_database.database_not_created")
      let read = await refusal { () throws(PrivateDatabaseError) in
        try await cluster.schemaDump(database: "nowhere")
      }
      #expect(read?.code == "private_database.database_not_readable")
    }
  }

  @Test("when the server doesn't stop, with what pg_ctl said")
  func stopFailed() async throws {
    try await Scratch.use { scratch in
      let folder = try scratch.programs(
        replacing: "pg_ctl",
        with: #"case "$*" in *stop) echo 'it stays'; exit 1;; esac; exec "$real" "$@""#)
      let cluster = try scratch.cluster { $0.programFolders = [folder] }
      _ = try await cluster.start()
      let error = await refusal { () throws(PrivateDatabaseError) in try await cluster.stop() }
      #expect(error == .stopFailed(output: "it stays"))
      #expect(error?.code == "private_database.stop_failed")
    }
  }

  @Test("to be used while it isn't running")
  func notRunning() async throws {
    try await Scratch.use { scratch in
      let cluster = try scratch.cluster()
      let error = await refusal { () throws(PrivateDatabaseError) in
        try cluster.checkIsRunning()
      }
      #expect(error == .notRunning(home: cluster.path))
      #expect(error?.code == "private_database.not_running")
    }
  }

  @Test(
    "names that no database can have", arguments: ["", "a\nb", String(repeating: "x", count: 64)])
  func databaseNameMalformed(name: String) async {
    let error = await refusal { () throws(PrivateDatabaseError) in
      try PrivateCluster(PrivateCluster.Settings(home: "/tmp/x", database: name))
    }
    #expect(error == .databaseNameMalformed(name))
    #expect(error?.code == "private_database.database_name_malformed")
  }

  @Test("a user without a home", .enabled(if: geteuid() != 0))
  func homeUnknown() async {
    let error = await refusal { () throws(PrivateDatabaseError) in
      try PrivateCluster(environment: [:])
    }
    #expect(error == .homeUnknown)
    #expect(error?.code == "private_database.home_unknown")
  }

  static var canMount: Bool {
    guard geteuid() == 0 else { return false }
    do {
      return try shell(
        "d=$(mktemp -d) && mount -t tmpfs -o size=1m none $d && umount $d && rmdir $d"
      ).exitCode == 0
    } catch {
      return false
    }
  }
}
