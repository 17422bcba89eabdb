import ArgumentParser
import Interchange

/// In what shape a command prints its result.
struct FormatOption: ParsableArguments {
  @Option(help: ArgumentHelp(.formatHelp, valueName: "table|json|csv"))
  var format = OutputFormat.table

  func print(_ listing: Listing) throws(OutputError) {
    try Output.write(listing.text(format))
  }
}

extension OutputFormat: ExpressibleByArgument {}
