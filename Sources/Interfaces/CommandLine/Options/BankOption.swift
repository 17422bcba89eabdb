import ArgumentParser
import Banks
import Operations
import Postgres
import Quantities
import Repositories

/// The bank a command works in.
struct BankOption: ParsableArguments {
  @Option(help: ArgumentHelp(.bankHelp, valueName: "code"))
  var bank: String
}

extension GlobalOptions {
  /// Runs `body` on the migrated database in one bank; amounts in errors are in its currency.
  func inBank<R>(_ place: BankOption, _ body: (Session, Bank) async throws -> R) async throws -> R {
    try await withDatabase { session in
      let bank = try await session.bank(place.bank)
      do {
        return try await body(session, bank)
      } catch {
        throw Failure(error, currency: bank.currency)
      }
    }
  }
}

extension Session {
  /// The bank that is named, or all of them.
  func banks(_ code: String?) async throws -> [Bank] {
    if let code { return [try await bank(code)] }
    return try await pool.run { try BankRepository($0).listBanks() }
  }

  /// The bank that was named, or every bank that has loans.
  func banksWithLoans(_ code: String?) async throws -> [Bank] {
    let banks = try await banks(code)
    guard code == nil else { return banks }
    return try await pool.run { connection in
      try banks.filter {
        (try BankRepository(connection).readHead(bankID: $0.id)?.lastLoanID ?? 0) > 0
      }
    }
  }

  /// The bank with this code.
  ///
  /// - Throws: `OperationError.bankUnknown`, naming those there are.
  func bank(_ code: String) async throws -> Bank {
    try await pool.run { try BankRepository($0).loadBank(code: code) }
  }
}

extension Bank {
  /// An amount given on the command line, in the bank's major unit.
  func amount(_ text: String) throws(Failure) -> Money {
    guard let money = currency.money(text) else {
      throw Failure(.refused, code: "field.not_an_amount", .notAnAmount(text, currency))
    }
    return money
  }
}
