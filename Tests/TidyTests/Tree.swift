import Foundation

/// A text file of the project.
struct TextFile: Sendable {
  /// Relative to the project's folder.
  let path: String
  let text: String
  /// Empty unless the file is Swift.
  let tokens: [Token]

  var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }
  var isSwift: Bool { path.hasSuffix(".swift") }
  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  func lies(in folder: String) -> Bool { path.hasPrefix(folder + "/") }
}

/// The files of the project: those that git tracks and those that it would.
struct Tree: Sendable {
  static let shared = Tree()

  let paths: [String]
  let files: [TextFile]
  let manifest: Manifest

  var swiftFiles: [TextFile] { files.filter(\.isSwift) }

  private init() {
    paths = Tree.listing(["--cached", "--others", "--exclude-standard"])
    files = paths.compactMap { path in
      let url = Tree.root.appendingPathComponent(path)
      guard let data = FileManager.default.contents(atPath: url.path),
        let text = String(data: data, encoding: .utf8)
      else { return nil }
      let tokens = path.hasSuffix(".swift") ? SwiftText.tokens(of: text) : []
      return TextFile(path: path, text: text, tokens: tokens)
    }
    manifest = Manifest(files.first { $0.path == "Package.swift" }?.text ?? "")
  }

  /// The project's folder, three above this file.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The paths that git tracks.
  static var tracked: [String] { listing(["--cached"]) }

  /// What `git ls-files` tells; in a folder without git, every file that isn't built or hidden.
  private static func listing(_ options: [String]) -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["git", "-C", root.path, "-c", "safe.directory=*", "-c", "core.quotePath=off", "ls-files"]
      + options
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
      let output = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      let lines = String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
      if process.terminationStatus == 0, !lines.isEmpty {
        return Array(Set(lines)).sorted().filter(exists)
      }
    } catch {
      print("TidyTests: without git, the folder itself is read (\(error))")
    }
    let found = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    return (found ?? []).filter { !$0.hasPrefix(".") && $0 != "Package.resolved" }.sorted()
      .filter(exists)
  }

  private static func exists(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let full = root.appendingPathComponent(path).path
    return FileManager.default.fileExists(atPath: full, isDirectory: &isFolder)
      && !isFolder.boolValue
  }
}
