import ArgumentParser
import Banks
import Interchange
import Postgres
import Quantities
import Repositories

/// `shanhai catalog banks`.
struct CatalogBanksCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "banks", abstract: say(.catalogBanksAbstract))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption

  func run() async throws {
    let banks = try await global.withDatabase { session in
      try await session.pool.run { try CatalogRepository($0).banks() }
    }
    var listing = Listing([
      .init("bank", say(.bank)), .init("number", say(.number), .right), .init("name", say(.name)),
      .init("division_code", say(.division)), .init("area_code_prefixes", say(.areas)),
      .init("sponsor", say(.sponsor)), .init("currency", say(.currency)),
      .init("business_date", say(.businessDate)),
    ])
    listing.rows = banks.map { bank in
      [
        .text(bank.code), .integer(bank.number), .text(say(Phrase(bank.name))),
        .text(bank.divisionCode), .text(bank.areaPrefixes.joined(separator: ";")),
        bank.sponsor.map { .text($0) } ?? .none, .text(bank.currency.code),
        bank.businessDate.map { .day($0) } ?? .none,
      ]
    }
    try output.print(listing)
  }
}

/// `shanhai catalog branches`.
struct CatalogBranchesCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "branches", abstract: say(.catalogBranchesAbstract))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @Option(help: ArgumentHelp(.accrueBankHelp, valueName: "code")) var bank: String?

  func run() async throws {
    let branches = try await global.withDatabase { session in
      let banks = try await session.catalogBanks(bank)
      return try await session.pool.run { connection in
        try CatalogRepository(connection).branches(of: banks).map(\.entry)
      }
    }
    var listing = Listing([
      .init("bank", say(.bank)), .init("branch", say(.branch)), .init("name", say(.name)),
      .init("division_code", say(.division)),
    ])
    listing.rows = branches.map { branch in
      [
        .text(branch.bank), .text(branch.code), .text(say(Phrase(branch.name))),
        .text(branch.divisionCode),
      ]
    }
    try output.print(listing)
  }
}

/// `shanhai catalog officers`.
struct CatalogOfficersCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "officers", abstract: say(.catalogOfficersAbstract),
      discussion: say(.catalogOfficersDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @Option(help: ArgumentHelp(.accrueBankHelp, valueName: "code")) var bank: String?

  func run() async throws {
    let officers = try await global.withDatabase { session in
      let banks = try await session.catalogBanks(bank)
      return try await session.pool.run { connection in
        try CatalogRepository(connection).officers(of: banks).map(\.entry)
      }
    }
    var listing = Listing([
      .init("bank", say(.bank)), .init("officer", say(.officerCode)), .init("name", say(.name)),
      .init("branch", say(.branch)), .init("roles", say(.roles)), .init("login", say(.login)),
    ])
    listing.rows = officers.map { officer in
      [
        .text(officer.bank), .text(officer.code), .text(officer.name),
        officer.branch.map { .text($0) } ?? .none,
        .text(officer.roleNames.joined(separator: ";")), .text(officer.login),
      ]
    }
    try output.print(listing)
  }
}

extension Session {
  /// The bank with this code, or all of them.
  ///
  /// - Throws: `OperationError.bankUnknown`, naming those there are.
  fileprivate func catalogBanks(_ code: String?) async throws -> [BankEntry] {
    let known: Bank? = if let code { try await bank(code) } else { nil }
    let all = try await pool.run { try CatalogRepository($0).banks() }
    guard let known else { return all }
    return all.filter { $0.id == known.id }
  }
}
