import ArgumentParser
import Banks
import Interchange
import Operations
import Origination
import Quantities
import Repositories

/// `shanhai loan score`: the points of an application, criterion by criterion.
struct LoanScoreCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "score", abstract: say(.scoreAbstract), discussion: say(.scoreDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @OptionGroup var selection: LoanSelection
  @Option(help: ArgumentHelp(.stepKeyHelp)) var key: String?

  func validate() throws { try selection.validateKey(key) }

  func run() async throws {
    try await global.inBank(place) { session, bank in
      func score(_ number: String) async throws -> ScoreOutcome {
        try await ScoreLoan.run(
          number, key: key, bank: bank.code, caller: session.caller, on: session.pool)
      }
      if !selection.allPending, selection.numbers.count == 1 {
        return try output.print(listing(try await score(selection.numbers[0])))
      }
      let listing = try await selection.each(.applied, of: bank, session) { number in
        let outcome = try await score(number)
        return (outcome.isNew, "\(outcome.score.points)/\(outcome.score.passMark)")
      }
      try output.print(listing)
    }
  }

  private func listing(_ outcome: ScoreOutcome) -> Listing {
    var listing = Listing([
      .init("criterion", say(.scoreCriterion)), .init("value", say(.value), .right),
      .init("points", say(.scorePoints), .right), .init("most", say(.scoreMost), .right),
      .init("bands", say(.scoreBands)),
    ])
    let score = outcome.score
    listing.rows = score.lines.map { line in
      let criterion = outcome.card.criteria.first { $0.measure == line.measure }
      return [
        .word(
          line.measure.rawValue,
          shown: criterion.map { say(Phrase($0.name)) } ?? line.measure.rawValue),
        line.value.map { .integer($0) } ?? .none, .integer(line.points),
        .integer(line.mostPoints), .text(criterion.map(bands) ?? ""),
      ]
    }
    let verdict = score.isPassed ? Phrase.scorePassed(score.passMark) : .scoreFailed(score.passMark)
    listing.rows.append([
      .word("total", shown: say(.scoreTotal)), .none, .integer(score.points),
      .integer(score.mostPoints),
      .word(score.isPassed ? "passed" : "below-pass-mark", shown: say(verdict)),
    ])
    return listing
  }

  /// `35; ≥30: 28; ≥50: 18`.
  private func bands(_ criterion: ScoreCriterion) -> String {
    criterion.bands.map { band in
      band.from.map { "≥\($0): \(band.points)" } ?? "\(band.points)"
    }.joined(separator: "; ")
  }
}
