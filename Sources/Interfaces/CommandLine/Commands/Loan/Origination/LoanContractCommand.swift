import ArgumentParser
import Banks
import Contracts
import Interchange
import Operations
import Quantities
import Repositories

/// `shanhai loan contract`: the text of a contract, as it was signed or as it would be.
struct LoanContractCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "contract", abstract: say(.contractAbstract),
      discussion: say(.contractDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.numberHelp)) var number: String

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let (content, signed) = try await ShowContract.run(
        number, bank: bank.code, on: session.pool)
      // The Chinese text is the contract, whatever the language of the run; only an explicit
      // --language en asks for the translation.
      let language: ContractLanguage = global.language.language == .en ? .english : .chinese
      let text: String
      if language == .chinese, let signed {
        text = signed.text
      } else {
        text = ContractText.text(content, in: language)
      }
      guard output.format != .table else { return try Output.write(text) }
      var listing = Listing([
        .init("loan_number", say(.loanNumber)), .init("language", say(.contractLanguage)),
        .init("signed_on", say(.signedOn)), .init("sha256", "SHA-256"),
        .init("text", say(.contractText)),
      ])
      listing.rows = [
        [
          .text(number), .text(language.rawValue),
          signed == nil ? .none : content.signedOn.map { .day($0) } ?? .none,
          signed.map { .text($0.sha256) } ?? .none, .text(text),
        ]
      ]
      try output.print(listing)
    }
  }
}
