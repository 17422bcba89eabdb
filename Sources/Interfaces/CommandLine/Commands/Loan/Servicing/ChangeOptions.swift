import ArgumentParser
import Quantities

/// What every change of a signed loan takes, beside what it changes.
struct ChangeOptions: ParsableArguments {
  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @OptionGroup var request: RequestOptions
  @Argument(help: ArgumentHelp(.numberHelp)) var number: String
}

/// Why something is asked for, under which key, and whether it is only tried.
struct RequestOptions: ParsableArguments {
  /// The key of what is only tried, which is never stored.
  static let previewKey = "preview"

  @Option(help: ArgumentHelp(.changeReasonHelp)) var reason: String?
  @Option(help: ArgumentHelp(.changeKeyHelp)) var key: String?
  @Flag(help: ArgumentHelp(.changePreviewHelp)) var preview = false

  func validate() throws {
    if key == nil, !preview { throw ValidationError(say(.keyOrPreview)) }
  }
}

/// The day a change is effective.
struct EffectiveOption: ParsableArguments {
  @Option(help: ArgumentHelp(.changeOnHelp)) var on: Day?
}

/// Whether a change is a concession to a borrower in difficulty.
struct RestructuringOption: ParsableArguments {
  @Flag(help: ArgumentHelp(.restructuringHelp)) var restructuring = false
}

/// The loans of a decree: one, or all of a bank that it meets.
struct DecreeScope: ParsableArguments {
  @Argument(help: ArgumentHelp(.numberHelp)) var number: String?
  @Flag(help: ArgumentHelp(.decreeAllHelp)) var all = false

  func validate() throws {
    if (number != nil) == all { throw ValidationError(say(.loanOrAll)) }
  }
}
