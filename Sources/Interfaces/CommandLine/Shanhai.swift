import ArgumentParser
import Glibc

/// The program: its list of commands, and the one place where errors end.
@main
struct Shanhai: AsyncParsableCommand {
  static let version = "0.1.0"

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "shanhai",
      abstract: say(.programAbstract),
      discussion: say(.programDiscussion),
      version: version,
      subcommands: [
        DatabaseCommand.self,
        CatalogCommand.self,
        BorrowerCommand.self,
        LoanCommand.self,
        AccrueCommand.self,
        SubsidyCommand.self,
        CompensationCommand.self,
        CloseCommand.self,
        VerifyCommand.self,
        ReportCommand.self,
        ImportCommand.self,
        ExportCommand.self,
        GenerateCommand.self,
        CalculateCommand.self,
        AboutCommand.self,
      ])
  }

  /// Runs the command that the arguments name and exits with 0 done, 1 refused, 2 usage, 3 storage.
  ///
  /// A pipe that closes early (`| head`) is no error: what it does not read is dropped.
  static func main() async {
    signal(SIGPIPE, SIG_IGN)
    do {
      let command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        var command = command
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  private static func end(with error: any Error) -> Never {
    let parserCode = exitCode(for: error)
    if parserCode == .success {
      do {
        try Output.write(fullMessage(for: error) + "\n")
        Glibc.exit(0)
      } catch {
        Failure(error).exit()
      }
    }
    if parserCode == .validationFailure {
      Failure.usage(message(for: error), full: fullMessage(for: error)).exit()
    }
    Failure(error).exit()
  }
}
