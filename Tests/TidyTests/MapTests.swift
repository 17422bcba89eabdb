import Testing

/// Holds the code to `Package.swift`, which is the map.
@Suite("The manifest is the map")
struct MapTests {
  private let tree = Tree.shared
  private var modules: [Manifest.Module] { tree.manifest.modules }

  /// Modules of the toolchain, which no manifest lists.
  private static let system: Set<String> = [
    "Swift", "Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization",
    "Testing", "PackageDescription",
  ]

  /// The modules that a file imports, with their lines.
  private func imports(_ file: TextFile) -> [(name: String, line: Int)] {
    let kinds: Set<String> = ["struct", "class", "enum", "protocol", "func", "let", "var"]
    return file.tokens.indices.dropLast().compactMap { index in
      guard file.tokens[index].isWord("import") else { return nil }
      let next = file.tokens[index + 1]
      let name = kinds.contains(next.text) ? file.tokens[index + 2] : next
      return (name.text, next.line)
    }
  }

  @Test("every entry of the manifest is read")
  func isRead() {
    #expect(tree.manifest.unknown == [])
    #expect(modules.count > 15)
    #expect(Set(modules.map(\.name)).count == modules.count)
  }

  @Test("arrows point downward: a module uses only modules that stand above it")
  func arrowsPointDownward() {
    let own = Set(modules.map(\.name))
    var above: Set<String> = []
    var problems: [String] = []
    for module in modules {
      for used in module.uses where own.contains(used) && !above.contains(used) {
        problems.append("\(module.name) uses \(used), which stands below it")
      }
      above.insert(module.name)
    }
    #expect(problems == [])
  }

  /// While a folder still holds a `Placeholder.swift`, arrows that are not used yet are let pass.
  @Test("imports are the arrows of the manifest, neither more nor fewer")
  func importsAreArrows() {
    var problems: [String] = []
    for module in modules where module.kind != .system {
      let files = tree.swiftFiles.filter { $0.lies(in: module.folder) }
      var used: Set<String> = []
      for file in files {
        for found in imports(file) where !Self.system.contains(found.name) {
          used.insert(found.name)
          if !module.uses.contains(found.name) {
            problems.append(
              "\(file.path):\(found.line) imports \(found.name), which \(module.name) may not use")
          }
        }
      }
      if files.contains(where: { $0.name == "Placeholder.swift" }) { continue }
      for name in module.uses where !used.contains(name) {
        problems.append("\(module.name) lists \(name) and no file in \(module.folder) imports it")
      }
      if Set(module.uses).count != module.uses.count {
        problems.append("\(module.name) lists a module twice")
      }
    }
    #expect(problems == [])
  }

  @Test("every Swift file lies in the folder of a module")
  func everyFileHasAModule() {
    let lost = tree.swiftFiles.filter { file in
      // The benchmarks are a package of their own, with a manifest of their own.
      file.path != "Package.swift" && !file.lies(in: "Tests/Benchmarks")
        && !modules.contains { file.lies(in: $0.folder) }
    }
    #expect(lost.map(\.path) == [])
  }

  @Test("every module has a README of at most 60 lines")
  func readmes() {
    var problems: [String] = []
    for module in modules where module.kind == .library || module.kind == .executable {
      guard let readme = tree.files.first(where: { $0.path == module.folder + "/README.md" }) else {
        problems.append(
          "\(module.folder) has no README.md: what goes in, what comes out, in what order")
        continue
      }
      if readme.lines.count > 61 {
        problems.append("\(readme.path) has \(readme.lines.count) lines")
      }
      if readme.lines.count < 5 { problems.append("\(readme.path) says nothing") }
    }
    #expect(problems == [])
  }
}
