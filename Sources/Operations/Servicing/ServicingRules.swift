import Quantities
import Repositories
import Servicing

/// The rules of law and of the bank that a change of a loan is held to, beside what its claim can
/// bear.
enum ServicingRules {
  /// - Parameters:
  ///   - kind: of the fact to be recorded.
  ///   - detail: what it says.
  ///   - day: on which it is effective.
  ///   - file: the loan.
  ///   - claim: before the change; nil before the disbursement.
  /// - Throws: `OperationError` of the first rule that is broken.
  static func check(
    _ kind: FactKind, _ detail: FactDetail, on day: Day, of file: LoanUnderWork, claim: Claim?
  ) throws {
  }
}
