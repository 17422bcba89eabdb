import ArgumentParser
import Logging

/// What every command takes.
struct GlobalOptions: ParsableArguments {
  @OptionGroup var language: LanguageOption

  @Option(help: ArgumentHelp(.databaseHelp, valueName: "uri"))
  var database: String?

  @Option(name: .customLong("as"), help: ArgumentHelp(.officerHelp, valueName: "officer"))
  var officer: String?

  @Flag(name: .shortAndLong, help: ArgumentHelp(.verboseHelp))
  var verbose = false

  /// A logger to standard error: warnings and worse, or everything if `--verbose` is given.
  func logger(_ label: String) -> Logger {
    var logger = Logger(label: label) { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = verbose ? .trace : .warning
    return logger
  }
}

/// The language, for commands without a database, which take none of the other options.
struct LanguageOption: ParsableArguments {
  /// Read before all else, by `Language.current`, so that the help and the errors of the arguments
  /// are in it, too; here it is only checked.
  @Option(help: ArgumentHelp(.languageHelp, valueName: "zh|en"))
  var language: Language?
}

extension Language: ExpressibleByArgument {}

extension ArgumentHelp {
  /// The help of an argument in the language of this run.
  init(_ phrase: Phrase, valueName: String? = nil) {
    self.init(say(phrase), valueName: valueName)
  }
}
