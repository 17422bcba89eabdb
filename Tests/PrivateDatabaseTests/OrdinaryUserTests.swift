import Foundation
import PrivateDatabase
import Testing

/// Goal: what root sees, an ordinary user sees too, and a killed program can be run again.
///
/// Method: this test program starts itself again, as another user or to be killed, and runs some
/// of its tests there.
@Suite("the test program run again", .enabled(if: geteuid() == 0), .serialized)
struct OrdinaryUserTests {
  @Test("finds the same as an ordinary user", .timeLimit(.minutes(5)))
  func sameTests() async throws {
    try await Scratch.use { scratch in
      let run = try again(
        scratch, user: "nobody", filter: "PrivateClusterTests|PrivateDatabaseErrorTests")
      #expect(run.exitCode == 0, "\(run.output)")
      #expect(run.output.contains("a user without a home"))
    }
  }

  @Test("refuses a user without a name")
  func userHasNoName() async throws {
    try await Scratch.use { scratch in
      let run = try again(scratch, user: "23456", filter: "NamelessUserTests")
      #expect(run.exitCode == 0, "\(run.output)")
      #expect(run.output.contains("a nameless user is refused"))
    }
  }

  @Test("makes the data whole after it was killed while making it", arguments: [150, 400, 700])
  func killedWhileMaking(milliseconds: Int) async throws {
    try await Scratch.use { scratch in
      let cluster = try scratch.cluster()
      let script = #"""
        SHANHAI_KILLED_HOME="$2" "$1" --testing-library swift-testing \
          --filter KilledStartTests > /dev/null 2>&1 &
        sleep "$3"; kill -9 $!; wait $!
        """#
      try shell(
        script, CommandLine.arguments[0], cluster.path, "\(Double(milliseconds) / 1000)")
      let outcome = try await cluster.start()
      #expect(outcome == .created || outcome == .wasRunning || outcome == .started)
      #expect(try ask(cluster, "SHOW data_checksums") == "on")
      // What the killed one left running writes into a folder that is gone, and ends.
      #expect(try await cluster.stop())
      #expect(try await cluster.start() == .started)
    }
  }

  @Test("goes on with a folder that it was killed over before it belonged to the server's user")
  func folderHalfMade() async throws {
    try await Scratch.use { scratch in
      let cluster = try scratch.cluster()
      #expect(try await cluster.start() == .created)
      #expect(try await cluster.stop())
      try shell(#"mv "$1/log" "$1/old" && mkdir -m 755 "$1/log""#, cluster.path)
      #expect(try await cluster.start() == .started)
      let owners = try shell(#"stat -c %U:%a "$1/log" "$1/old""#, cluster.path).output
      let lines = owners.split(separator: "\n")
      #expect(lines.count == 2 && lines[0] == lines[1], "\(owners)")
      #expect(try await cluster.stop())
    }
  }

  /// Runs tests of this program as another user, from a copy that this user can read.
  private func again(
    _ scratch: Scratch, user: String, filter: String
  ) throws -> (output: String, exitCode: Int32) {
    let script = #"""
      cp "$1" "$2/tests" && chmod 755 "$2/tests" && mkdir -m 777 "$2/t" && cd "$2" &&
      exec setpriv --reuid="$3" --regid=nogroup --clear-groups \
        env HOME="$2/t" TMPDIR="$2/t" XDG_RUNTIME_DIR= \
        "$2/tests" --testing-library swift-testing --filter "$4"
      """#
    return try shell(script, CommandLine.arguments[0], scratch.folder, user, filter)
  }
}

/// Run by `OrdinaryUserTests` as a user without an entry in the user table.
@Suite("a nameless user is refused", .enabled(if: getpwuid(geteuid()) == nil))
struct NamelessUserTests {
  @Test("a nameless user is refused")
  func userHasNoName() async throws {
    try await Scratch.use { scratch in
      let cluster = try scratch.cluster()
      let error = await refusal { () throws(PrivateDatabaseError) in try await cluster.start() }
      #expect(error == .userHasNoName(userID: geteuid()))
      #expect(error?.code == "private_database.user_has_no_name")
    }
  }
}

/// Run by `OrdinaryUserTests`, which kills it.
@Suite(
  "a start that is killed",
  .enabled(if: ProcessInfo.processInfo.environment["SHANHAI_KILLED_HOME"] != nil))
struct KilledStartTests {
  @Test("makes a private database")
  func start() async throws {
    let home = try #require(ProcessInfo.processInfo.environment["SHANHAI_KILLED_HOME"])
    var settings = PrivateCluster.Settings(home: home)
    settings.isDurable = false
    _ = try await PrivateCluster(settings).start()
  }
}
