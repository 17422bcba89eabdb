import ArgumentParser
import Operations

/// Whose portfolio or books a report is about: one bank's, or a sponsor's.
struct ScopeOptions: ParsableArguments {
  @Option(help: ArgumentHelp(.bankHelp, valueName: "code")) var bank: String?
  @Option(defaultAsFlag: "", help: ArgumentHelp(.sponsorHelp, valueName: "code"))
  var sponsor: String?

  /// The scope that is named.
  ///
  /// - Parameter command: what was called, for the error's hint.
  /// - Returns: whose the report is.
  /// - Throws: `Failure` unless exactly one of the two is given.
  func scope(of command: String) throws(Failure) -> ReportScope {
    switch (bank, sponsor) {
    case (let bank?, nil): return .bank(bank)
    case (nil, let sponsor?): return .sponsor(sponsor)
    default:
      throw Failure(.usage, code: "usage.bank_or_sponsor", .bankOrSponsor(of: command))
    }
  }

  /// As above, where a fact's number, which is one bank's own, does not go with a sponsor.
  func scope(of command: String, knownAt: KnownAt?) throws(Failure) -> ReportScope {
    let scope = try scope(of: command)
    if case .fact? = knownAt, case .sponsor = scope {
      throw Failure(.usage, code: "usage.fact_of_one_bank", .factOfOneBank)
    }
    return scope
  }
}
