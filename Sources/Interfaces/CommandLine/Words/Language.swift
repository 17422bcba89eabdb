import Foundation

/// The languages the program speaks.
package enum Language: String, Hashable, Sendable, CaseIterable {
  case zh, en

  /// The language of this run.
  package static let current = Language.chosen(
    by: ProcessInfo.processInfo.arguments, ProcessInfo.processInfo.environment)

  /// The language that `--language`, else the first of `SHANHAI_LANGUAGE`, `LC_ALL`, `LC_MESSAGES`
  /// and `LANG` that isn't empty, asks for; English for any other than Chinese.
  package static func chosen(
    by arguments: [String], _ environment: [String: String]
  ) -> Language {
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument == "--language", index + 1 < arguments.count {
        return of(locale: arguments[index + 1])
      }
      if argument.hasPrefix("--language=") { return of(locale: argument.dropFirst(11)) }
    }
    let names = ["SHANHAI_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"]
    return names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }.map { of(locale: $0) }
      ?? .en
  }

  private static func of(locale: some StringProtocol) -> Language {
    locale.lowercased().hasPrefix("zh") ? .zh : .en
  }
}
