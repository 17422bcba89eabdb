import Testing

@Suite("The top of the tree holds what a stranger expects, and nothing built")
struct FolderTests {
  @Test("what is built or resolved is not tracked")
  func untracked() {
    let built = Tree.tracked.filter { path in
      path == "Package.resolved" || path.hasPrefix(".build") || path.contains("/.build")
        || path.hasSuffix(".log") || path.hasSuffix(".o")
    }
    #expect(built == [])
  }

  @Test("top-level entries are the ones the architecture names, and dot-files")
  func topLevel() {
    let allowed: Set<String> = [
      "Package.swift", "Sources", "Tests", "SQL", "seeds", "deploy", "README.md",
      "README.zh-CN.md", "ARCHITECTURE.md", "GLOSSARY.md", "CONTRIBUTING.md", "CHANGELOG.md",
      "LICENSE",
    ]
    let entries = Set(Tree.shared.paths.compactMap { $0.split(separator: "/").first })
    let strange = entries.map(String.init).filter { !allowed.contains($0) && !$0.hasPrefix(".") }
    #expect(strange.sorted() == [])
  }
}
