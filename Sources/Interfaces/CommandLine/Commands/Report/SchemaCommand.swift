import ArgumentParser

/// `shanhai report schema`: what `report risk --format json` holds.
struct SchemaCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "schema", abstract: say(.reportSchemaAbstract))
  }

  func run() throws {
    try Output.write(RiskDocument.schema)
  }
}
