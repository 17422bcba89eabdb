import Testing

/// What fits a screen is read; what does not is skimmed.
@Suite("Files, functions and lines have a size")
struct SizeTests {
  private let files = Tree.shared.swiftFiles

  @Test("a file has at most 400 lines")
  func files400() {
    let long = files.filter {
      $0.text.split(separator: "\n", omittingEmptySubsequences: false).count > 401
    }
    #expect(long.map(\.path) == [])
  }

  @Test("a line has at most 100 columns")
  func columns() {
    var problems: [String] = []
    for file in files {
      for (index, line) in file.lines.enumerated() where line.count > 100 {
        problems.append("\(file.path):\(index + 1) has \(line.count) columns")
      }
    }
    #expect(problems == [])
  }

  @Test("a folder has at most 12 Swift files")
  func folders() {
    let counts = Dictionary(grouping: files, by: \.folder).mapValues(\.count)
    #expect(counts.filter { $0.value > 12 } == [:])
  }

  @Test("a function has at most 60 lines")
  func functions() {
    var problems: [String] = []
    for file in files {
      for found in Declaration.all(in: file.tokens) where found.lineCount > 60 {
        problems.append("\(file.path):\(found.line) \(found.name) has \(found.lineCount) lines")
      }
    }
    #expect(problems == [])
  }

  /// An `init` whose every line assigns one property may have more: it is the list of a value's
  /// parts, and a struct around them would be that same list again.
  @Test("a function has at most 5 parameters")
  func parameters() {
    var problems: [String] = []
    for file in files {
      for found in Declaration.all(in: file.tokens)
      where found.parameterCount > 5 && !found.onlyAssigns {
        problems.append(
          "\(file.path):\(found.line) \(found.name) has \(found.parameterCount) parameters")
      }
    }
    #expect(problems == [])
  }
}
