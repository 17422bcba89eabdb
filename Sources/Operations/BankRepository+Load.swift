package import Banks
package import Repositories

/// Banks that have to be there.
extension BankRepository {
  /// The bank with this code.
  ///
  /// - Throws: `OperationError.bankUnknown`, naming those there are; `PostgresError`.
  package func loadBank(code: String) throws -> Bank {
    guard let bank = try findBank(code: code) else { throw try unknown(code) }
    return bank
  }

  /// The bank's head as last committed.
  ///
  /// - Throws: as `loadBank`, for a bank that nothing can be recorded in.
  func loadHead(of bank: Bank) throws -> BankHead {
    guard let head = try readHead(bankID: bank.id) else { throw try unknown(bank.code) }
    return head
  }

  /// The bank's head, locked until the transaction ends.
  ///
  /// - Throws: as `loadHead`.
  func loadLockedHead(of bank: Bank) throws -> BankHead {
    guard let head = try lockHead(bankID: bank.id) else { throw try unknown(bank.code) }
    return head
  }

  private func unknown(_ code: String) throws -> OperationError {
    .bankUnknown(code, known: try listBanks().map(\.code))
  }
}
