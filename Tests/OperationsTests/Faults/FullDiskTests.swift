import Foundation
import Operations
import Postgres
import PrivateDatabase
import Quantities
import Repositories
import TestDatabase
import Testing

/// Goal: a disk that is full in the middle of a run costs nothing but the room it lacks.
///
/// Method: a server whose whole data lies on a file system of its own, in memory, of which a
/// file leaves little free. Only root may mount one: others are told that nothing was tried.
@Suite("a month's end on a full disk", .serialized)
struct FullDiskTests {
  @Test("fails with the server's own words, and goes on when there is room")
  func full() async throws {
    guard let disk = try SmallDisk(megabytes: 1_024) else {
      print("a full disk was not tried: mounting a small one takes root")
      return
    }
    defer { disk.unmount() }
    let server = try await OwnServer(in: disk.folder)
    let copy = server.cluster.connectionInfo(database: "village")
    try await Book.fill(copy, loans: 600)
    try await server.cluster.createDatabase("clean", template: "village")
    let clean = Village.on(server.cluster.connectionInfo(database: "clean"))
    let village = Village.on(copy)
    var states: [String] = []
    for (index, month) in FaultTests.months.enumerated() {
      let before = try await Book.fingerprint(copy)
      try await clean.accrue(month, jobs: 2)
      // From nothing at all to some of the tables.
      try disk.fill(leaving: [0, 40_960, 122_880, 204_800][index])
      do {
        try await village.accrue(month, jobs: 2)
      } catch let error as PostgresError {
        states.append(error.sqlState ?? error.code)
      }
      try disk.empty()
      try await server.waitUntilReady(copy)
      let left = try await Book.fingerprint(copy)
      let books = try await Book.fingerprint(clean.connectionInfo)
      #expect(
        left.booksAlone == before.booksAlone || left.booksAlone == books.booksAlone, "\(month)")
      try await village.accrue(month, jobs: 2)
      #expect(try await Book.fingerprint(copy).differing(from: books) == [], "\(month)")
    }
    print("full disks ended runs with \(states)")
    #expect(states.count >= 2 && states.contains("53100"), "\(states)")
    await village.close()
    await clean.close()
    try await server.cluster.delete()
  }
}

/// A file system in memory that a file can fill.
private struct SmallDisk {
  let folder: String
  private var ballast: String { "\(folder)/ballast" }

  /// Nil where this user may not mount one.
  init?(megabytes: Int) throws {
    folder = "/tmp/shanhai-disk-\(String(UInt32.random(in: 0 ... .max), radix: 36))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    guard geteuid() == 0,
      mount("tmpfs", folder, "tmpfs", 0, "size=\(megabytes)m,mode=755") == 0
    else {
      rmdir(folder)
      return nil
    }
  }

  /// Leaves at most so many bytes free; the server may take some of them meanwhile.
  func fill(leaving bytes: Int) throws {
    let file = open(ballast, O_CREAT | O_WRONLY, 0o600)
    guard file >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    defer { close(file) }
    var failure: Int32 = 0
    for _ in 0..<10 {
      var room = statvfs()
      guard statvfs(folder, &room) == 0 else { break }
      let free = Int(room.f_bavail) * Int(room.f_frsize)
      if free <= bytes { return }
      failure = posix_fallocate(file, 0, free - bytes)
      if failure == 0 { return }
    }
    throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO)
  }

  func empty() throws { try FileManager.default.removeItem(atPath: ballast) }

  /// However much of it is still in use.
  func unmount() {
    umount2(folder, Int32(MNT_DETACH))
    rmdir(folder)
  }
}
