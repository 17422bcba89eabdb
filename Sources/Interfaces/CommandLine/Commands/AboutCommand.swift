import ArgumentParser
import Glibc
import Interchange

/// `shanhai about`: what this run of the program would use, for a question to whoever helps.
struct AboutCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "about", abstract: say(.aboutAbstract))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption

  func run() async throws {
    var listing = Listing([.init("name", say(.name)), .init("value", say(.value))])
    listing.rows = [
      [.word("version", shown: say(.version)), .text(Shanhai.version)],
      [.word("language", shown: say(.language)), .text(Language.current.rawValue)],
      [.word("database", shown: say(.database)), .text(databaseSource)],
    ]
    try output.print(listing)
  }

  /// Where the address of the database comes from; the address itself may hold a password.
  private var databaseSource: String {
    if global.database != nil { return "--database" }
    let names = ["PGHOST", "PGHOSTADDR", "PGPORT", "PGSERVICE", "PGDATABASE", "PGUSER"]
    let given = names.filter { getenv($0) != nil }
    return given.isEmpty ? say(.privateDatabase) : given.joined(separator: " ")
  }
}
