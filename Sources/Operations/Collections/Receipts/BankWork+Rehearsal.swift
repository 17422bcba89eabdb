import Postgres

extension BankWork {
  /// Runs `body` as `perform` does, tells what it returned, and keeps nothing of it.
  ///
  /// - Throws: what `perform` throws.
  static func rehearse<R: Sendable>(
    _ pool: ConnectionPool, bank: String, caller: Caller,
    _ body: @escaping @Sendable (BankWork) throws -> R
  ) async throws -> R {
    do {
      return try await perform(pool, bank: bank, caller: caller) { work in
        throw Rehearsed(try body(work))
      }
    } catch let rehearsed as Rehearsed<R> {
      return rehearsed.value
    }
  }

  /// Rolls the work back and carries its result out.
  private struct Rehearsed<R: Sendable>: Error {
    let value: R

    init(_ value: R) { self.value = value }
  }
}
