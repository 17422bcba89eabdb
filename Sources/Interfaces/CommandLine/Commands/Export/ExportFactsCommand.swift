import ArgumentParser
import Operations

/// `shanhai export facts`: everything that happened, for a database to be rebuilt from.
struct ExportFactsCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "facts", abstract: say(.exportFactsAbstract),
      discussion: say(.exportFactsDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(.outputFileHelp, valueName: "file")) var output: String?

  /// Bytes that are written at once.
  private static let chunkSize = 65_536

  func run() async throws {
    let output = output
    try await global.withDatabase { session in
      try await ExportFacts.run(on: session.pool) { lines in
        guard let output else { return try Self.write(lines) { try Output.write($0) } }
        let file = try OutputFile(output)
        try Self.write(lines) { try file.write($0) }
        try file.keep()
      }
    }
  }

  private static func write(
    _ lines: FactLines, _ write: (String) throws -> Void
  ) throws {
    var text = ""
    try lines.each { line in
      text += line
      guard text.utf8.count >= chunkSize else { return }
      try write(text)
      text = ""
    }
    try write(text)
  }
}
