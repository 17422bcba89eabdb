import Foundation
import PrivateDatabase
import Testing

/// Goal: the life of a private database on a real server, from nothing to deleted.
///
/// Method: each test has a home of its own in a scratch folder. Run as root, the same tests are run
/// again as an ordinary user (`OrdinaryUserTests`).
@Suite("a private database", .serialized)
struct PrivateClusterTests {
  @Test("is made by the first start, with UTF8, checksums and fsync, and without TCP")
  func firstStart() async throws {
    try await Scratch.use { scratch in
      let cluster = try scratch.cluster { $0.isDurable = true }
      #expect(try await cluster.status().isRunning == false)
      #expect(try await cluster.status().majorVersion == nil)
      #expect(try await cluster.start() == .created)
      #expect(try ask(cluster, "SHOW server_encoding") == "UTF8")
      #expect(try ask(cluster, "SHOW data_checksums") == "on")
      #expect(try ask(cluster, "SHOW fsync") == "on")
      #expect(try ask(cluster, "SHOW listen_addresses") == "")
      #expect(try ask(cluster, "SHOW lc_collate") == "C.UTF-8")
      #expect(try ask(cluster, "SHOW is_superuser") == "on")
      let status = try await cluster.status()
      #expect(status.isRunning)
      #expect(status.home == cluster.path)
      #expect(status.majorVersion.flatMap(Int.init).map { $0 >= 15 } == true)
      #expect(status.dataBytes > 20 << 20)
      let mode = try shell(#"stat -c %a "$1" "$2""#, status.socketFolder, status.dataFolder)
      #expect(mode.output == "700\n700")
      let processID = try #require(status.processID)
      let user = try shell(#"stat -c %u "/proc/$1""#, "\(processID)").output
      #expect(user != "0")
    }
  }

  @Test("is found running by a second start, keeps its rows over a stop, is gone when deleted")
  func stopAndStart() async throws {
    try await Scratch.use { scratch in
      let cluster = try scratch.cluster { $0.database = "书 'of' \\ loans" }
      #expect(try await cluster.stop() == false)
      #expect(try await cluster.start() == .created)
      #expect(try await cluster.start() == .wasRunning)
      let database = cluster.settings.database
      #expect(try ask(cluster, "CREATE TABLE kept ()", database: database) == "")
      #expect(try await cluster.stop())
      #expect(try await cluster.stop() == false)
      #expect(try await cluster.status().isRunning == false)
      #expect(try await cluster.start() == .started)
      #expect(try ask(cluster, "TABLE kept", database: database) == "")
      try await cluster.delete()
      #expect(!scratch.exists("home"))
      try await cluster.delete()
    }
  }

  @Test("starts again after the server was killed, and after a reboot gave its number away")
  func survivesCrash() async throws {
    try await Scratch.use { scratch in
      let cluster = try scratch.cluster { $0.isDurable = true }
      _ = try await cluster.start()
      #expect(try ask(cluster, "CREATE TABLE kept ()") == "")
      let killed = try #require(try await cluster.status().processID)
      #expect(kill(killed, SIGKILL) == 0)
      while cluster.isRunning { try await Task.sleep(for: .milliseconds(20)) }
      #expect(!cluster.isRunning)
      #expect(try await cluster.start() == .started)
      #expect(try ask(cluster, "TABLE kept") == "")

      let second = try #require(try await cluster.status().processID)
      #expect(kill(second, SIGKILL) == 0)
      while cluster.isRunning { try await Task.sleep(for: .milliseconds(20)) }
      let file = try await cluster.status().dataFolder + "/postmaster.pid"
      // This test's own process is alive and is no server.
      #expect(try shell(#"sed -i "1s/.*/$2/" "$1""#, file, "\(getpid())").exitCode == 0)
      #expect(!cluster.isRunning)
      #expect(try await cluster.start() == .started)
      #expect(try ask(cluster, "TABLE kept") == "")
    }
  }

  @Test("is made once by two starts at the same time")
  func twoStarts() async throws {
    try await Scratch.use { scratch in
      let cluster = try scratch.cluster()
      async let first = cluster.start()
      async let second = cluster.start()
      let outcomes = try await [first, second]
      #expect(outcomes.contains(.created))
      #expect(outcomes.contains(.wasRunning))
    }
  }

  @Test("is made anew where making it was broken off")
  func halfMade() async throws {
    try await Scratch.use { scratch in
      try scratch.makeFolder("home/data.new-17-4711/base")
      try scratch.write("15\n", to: "home/data.new-17-4711/PG_VERSION")
      let cluster = try scratch.cluster()
      #expect(try await cluster.start() == .created)
      #expect(!scratch.exists("home/data.new-17-4711"))
      #expect(try ask(cluster, "SHOW server_encoding") == "UTF8")
    }
  }

  @Test("has its socket in a short private folder when the home's path is too long for one")
  func longPath() async throws {
    try await Scratch.use { scratch in
      let name = String(repeating: "village-", count: 12) + "home"
      let cluster = try scratch.cluster(home: name)
      #expect(try await cluster.start() == .created)
      let folder = try await cluster.status().socketFolder
      #expect(folder.utf8.count < 80)
      #expect(!folder.hasPrefix(cluster.path))
      #expect(try shell(#"stat -c %a "$1""#, folder).output == "700")
      #expect(try ask(cluster, "SHOW server_encoding") == "UTF8")
      #expect(scratch.exists("\(name)/socket-folder"))
      // The operating system may empty /tmp while the server is down.
      #expect(try await cluster.stop())
      try shell(#"rm -rf "$1""#, folder)
      #expect(try await cluster.start() == .started)
      try await cluster.delete()
      #expect(!FileManager.default.fileExists(atPath: folder))
    }
  }

  @Test("can have further databases, copied from another")
  func furtherDatabases() async throws {
    try await Scratch.use { scratch in
      let cluster = try scratch.cluster()
      _ = try await cluster.start()
      _ = try ask(cluster, "CREATE TABLE copied ()")
      try await cluster.createDatabase("copy", template: "shanhai")
      #expect(try ask(cluster, "TABLE copied", database: "copy") == "")
      #expect(try await cluster.schemaDump(database: "copy").contains("CREATE TABLE public.copied"))
    }
  }

  @Test("leaves foreign files in its home when deleted")
  func foreignFiles() async throws {
    try await Scratch.use { scratch in
      let cluster = try scratch.cluster()
      _ = try await cluster.start()
      try scratch.write("mine", to: "home/notes.txt")
      try await cluster.delete()
      #expect(scratch.exists("home/notes.txt"))
      #expect(!scratch.exists("home/data"))
    }
  }

  @Test("lies where SHANHAI_HOME says, or where the user's data belongs")
  func places() throws {
    func home(_ environment: [String: String]) throws -> String {
      try PrivateCluster(environment: environment).path
    }
    #expect(try home(["SHANHAI_HOME": "/srv/loans/"]) == "/srv/loans")
    if geteuid() == 0 {
      #expect(try home(["HOME": "/root"]) == "/var/lib/shanhai")
    } else {
      #expect(try home(["HOME": "/home/ann"]) == "/home/ann/.local/share/shanhai")
      #expect(
        try home(["HOME": "/home/ann", "XDG_DATA_HOME": "/home/ann/d"]) == "/home/ann/d/shanhai")
    }
    let named = try PrivateCluster(environment: ["SHANHAI_HOME": "/x", "SHANHAI_DATABASE": "y"])
    #expect(named.settings.database == "y")
  }
}
