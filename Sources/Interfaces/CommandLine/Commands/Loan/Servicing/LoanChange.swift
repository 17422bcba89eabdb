import ArgumentParser
import Banks
import Operations
import Quantities
import Repositories

/// A change of one loan: the command says what is asked for, and all of them run alike.
protocol LoanChange: AsyncParsableCommand {
  /// The command's name, its sentence and its discussion with an example.
  static var words: LoanChangeWords { get }
  var change: ChangeOptions { get }
  /// The day the change is effective; nil for the business date.
  var effectiveOn: Day? { get }
  var isRestructuring: Bool { get }

  func event(_ session: Session, in bank: Bank) async throws -> ServicingEvent
}

struct LoanChangeWords {
  let name: String
  let abstract: Phrase
  let discussion: Phrase
}

extension LoanChange {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: words.name, abstract: say(words.abstract), discussion: say(words.discussion))
  }

  var isRestructuring: Bool { false }

  func run() async throws {
    try await change.global.inBank(change.place) { session, bank in
      var request = ServicingRequest(
        change.number, try await event(session, in: bank), on: effectiveOn,
        key: change.request.key ?? RequestOptions.previewKey)
      request.isRestructuring = isRestructuring
      request.reason = change.request.reason ?? ""
      let made = ChangeRequest(
        request: request, isPreview: change.request.preview)
      try change.output.print(try await made.run(session, bank))
    }
  }
}

/// A change of one loan on its way: tried, recorded, or proposed to a second officer.
struct ChangeRequest {
  let request: ServicingRequest
  let isPreview: Bool

  /// - Returns: what is printed of it.
  func run(_ session: Session, _ bank: Bank) async throws -> [ListingSection] {
    if request.event.kind.needsFourEyes, !isPreview {
      let proposed = try await ProposeChange.run(
        request, bank: bank.code, caller: session.caller, on: session.pool)
      let step = ChangeStep.proposed(proposed.proposal, isNew: proposed.isNew)
      return ChangeSections(request.loanNumber, proposed.outcome, bank, step).all
    }
    let outcome = try await RecordEvent.run(
      request, mode: isPreview ? .preview : .record, bank: bank.code, caller: session.caller,
      on: session.pool)
    return ChangeSections(request.loanNumber, outcome, bank, isPreview ? .previewed : .done).all
  }
}
