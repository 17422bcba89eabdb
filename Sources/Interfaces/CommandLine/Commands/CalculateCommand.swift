import ArgumentParser
import Calculations
import Glibc
import Interchange
import Quantities

/// `shanhai calculate`: the engine alone, on JSON, without a database.
struct CalculateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "calculate", abstract: say(.calculateAbstract),
      discussion: say(.calculateDiscussion),
      subcommands: [
        ScheduleCommand.self, LifeCommand.self, ExplainCommand.self, ActusCommand.self,
        APRCommand.self, DayCountCommand.self,
      ])
  }

  struct ScheduleCommand: Calculating {
    static let calculation = Calculation.schedule
    static let words = (abstract: Phrase.calculateSchedule, discussion: Phrase.scheduleDocument)
    @OptionGroup var language: LanguageOption
    @Flag(help: ArgumentHelp(.schemaHelp)) var schema = false
  }

  struct LifeCommand: Calculating {
    static let calculation = Calculation.life
    static let words = (abstract: Phrase.calculateLife, discussion: Phrase.lifeDocument)
    @OptionGroup var language: LanguageOption
    @Flag(help: ArgumentHelp(.schemaHelp)) var schema = false
  }

  struct ExplainCommand: Calculating {
    static let calculation = Calculation.explain
    static let words = (abstract: Phrase.calculateExplain, discussion: Phrase.explainDocument)
    @OptionGroup var language: LanguageOption
    @Flag(help: ArgumentHelp(.schemaHelp)) var schema = false
  }

  struct ActusCommand: Calculating {
    static let calculation = Calculation.actus
    static let words = (abstract: Phrase.calculateActus, discussion: Phrase.actusDocument)
    @OptionGroup var language: LanguageOption
  }

  struct APRCommand: Calculating {
    static let calculation = Calculation.apr
    static let words = (abstract: Phrase.calculateAPR, discussion: Phrase.aprDocument)
    @OptionGroup var language: LanguageOption
  }

  struct DayCountCommand: Calculating {
    static let calculation = Calculation.dayCount
    static let words = (abstract: Phrase.calculateDayCount, discussion: Phrase.dayCountDocument)
    @OptionGroup var language: LanguageOption
  }
}

/// A command that reads one JSON document on standard input and writes one on standard output.
protocol Calculating: ParsableCommand {
  static var calculation: Calculation { get }
  static var words: (abstract: Phrase, discussion: Phrase) { get }
  /// Whether the JSON Schema of both documents is printed, and nothing read.
  var schema: Bool { get }
}

extension Calculating {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: calculation.rawValue, abstract: say(words.abstract),
      discussion: say(words.discussion))
  }

  var schema: Bool { false }

  func run() throws {
    if schema, let text = Self.calculation.schema { return try Output.write(text) }
    let answers: JSONValue
    do {
      let document = try JSONValue(reading: try standardInput())
      answers = try Self.calculation.answers(to: document) { error in
        let failure = Failure(error)
        return (failure.code, failure.phrase(Language.current))
      }
    } catch {
      let failure = Failure(error)
      throw Failure(.usage, code: failure.code, failure.phrase)
    }
    try Output.write(answers.pretty + "\n")
  }

  /// All of standard input.
  private func standardInput() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw JSONError.notJSON(reason: String(cString: strerror(errno)))
      }
      bytes += chunk[..<count]
    }
  }
}
