import CommandLine
import Foundation
import Testing

@Suite("a file that another writer makes")
struct OutputFileTests {
  @Test("has its name when it is whole, and leaves nothing behind when it is not")
  func wholeOrNothing() throws {
    let folder = try scratch()
    defer { remove(folder) }
    let path = folder + "/book.xlsx"
    try OutputFile.fill(path) { part in
      #expect(part != path)
      try Data([1, 2, 3]).write(to: URL(fileURLWithPath: part))
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data([1, 2, 3]))
    #expect(throws: CocoaError.self) {
      try OutputFile.fill(path) { part in
        try Data([4]).write(to: URL(fileURLWithPath: part))
        throw CocoaError(.fileWriteUnknown)
      }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data([1, 2, 3]))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["book.xlsx"])
  }

  @Test("goes into a pipe or a device, which stays what it is")
  func pipe() throws {
    let folder = try scratch()
    defer { remove(folder) }
    let reader = Process()
    reader.executableURL = URL(fileURLWithPath: "/bin/sh")
    reader.arguments = ["-c", "mkfifo pipe && echo made && exec timeout 20 cat pipe > read"]
    reader.currentDirectoryURL = URL(fileURLWithPath: folder)
    let words = Pipe()
    reader.standardOutput = words
    try reader.run()
    defer { reader.terminate() }
    #expect(words.fileHandleForReading.availableData == Data("made\n".utf8))
    try OutputFile.fill(folder + "/pipe") { part in
      try Data([0, 255, 10]).write(to: URL(fileURLWithPath: part))
    }
    reader.waitUntilExit()
    let read = try Data(contentsOf: URL(fileURLWithPath: folder + "/read"))
    #expect(read == Data([0, 255, 10]))
    let pipe = try FileManager.default.attributesOfItem(atPath: folder + "/pipe")
    #expect(pipe[.type] as? FileAttributeType != .typeRegular)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(left.sorted() == ["pipe", "read"])
  }

  @Test("is written where a link leads, and the link stays")
  func link() throws {
    let folder = try scratch()
    defer { remove(folder) }
    try Data([1]).write(to: URL(fileURLWithPath: folder + "/real"))
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/link", withDestinationPath: "real")
    try OutputFile.fill(folder + "/link") { part in
      try Data([2]).write(to: URL(fileURLWithPath: part))
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/real")) == Data([2]))
    let file = try OutputFile(folder + "/link")
    try file.write("text")
    try file.keep()
    #expect(try String(contentsOfFile: folder + "/real", encoding: .utf8) == "text")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link") == "real")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(left.sorted() == ["link", "real"])
  }

  private func scratch() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.path
  }

  /// What can't be removed lies in the scratch folder, which goes away as a whole.
  private func remove(_ folder: String) {
    _ = try? FileManager.default.removeItem(atPath: folder)
  }
}
