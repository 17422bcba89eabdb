import Banks
import LoanProducts
import Quantities
import Repositories
import Scheduling
import Servicing

/// The rules of law and of the bank that a change of a loan is held to, beside what its claim can
/// bear.
///
/// Why here: a rule needs the product, the borrower and the facts before it; the rules themselves
///           are pure and stand in `4-Servicing/Rules`.
enum ServicingRules {
  /// - Parameters:
  ///   - kind: of the fact to be recorded.
  ///   - detail: what it says.
  ///   - day: on which it is effective.
  ///   - file: the loan.
  ///   - claim: before the change; nil before the disbursement.
  /// - Throws: the first `ChangeRuleError` that applies.
  static func check(
    _ kind: FactKind, _ detail: FactDetail, on day: Day, of file: LoanUnderWork, claim: Claim?
  ) throws {
    guard let claim else { return }
    switch kind {
    case .extended: try checkExtension(detail, file)
    case .renewed: try checkRenewal(detail, on: day, file)
    case .rescheduled: try checkReschedule(detail, file, claim)
    case .rateChanged: try checkRate(detail, on: day, file, claim)
    case .graduated:
      if let graduation = detail.onDay { try GraduationRule.check(on: graduation, claim.terms) }
    case .interestWaived:
      let earlier = file.facts.inForce.filter { $0.kind == .interestWaived }
      try StateWaiverRule.check(
        detail.year ?? 0, on: day, claim.terms, earlier: earlier.compactMap(\.detail.year))
    case .died, .takenOver, .transferred: try checkParty(kind, detail, file)
    default: break
    }
  }

  private static func checkExtension(_ detail: FactDetail, _ file: LoanUnderWork) throws {
    guard let day = detail.onDay else { return }
    if isOnce(file), let first = file.days(of: [.extended, .renewed]).min() {
      throw ChangeRuleError.extendedBefore(on: first, .microcredit)
    }
    let earlier = file.days(of: [.extended], after: file.renewal?.number ?? 0)
    try extensionRule(file).check(to: day, earlier: earlier)
  }

  private static func checkRenewal(
    _ detail: FactDetail, on effective: Day, _ file: LoanUnderWork
  ) throws {
    guard let day = detail.onDay else { return }
    let rule = RenewalRule(
      longestMonths: try product(file)?.longestMonths, isOnce: isOnce(file))
    try rule.check(to: day, on: effective, earlier: file.days(of: [.extended, .renewed]))
  }

  /// A later maturity that is no concession keeps to the bounds of an extension, so that it can't
  /// be had by another name.
  private static func checkReschedule(
    _ detail: FactDetail, _ file: LoanUnderWork, _ claim: Claim
  ) throws {
    guard let day = detail.onDay, day > claim.terms.maturesOn, detail.isRestructuring != true
    else { return }
    try extensionRule(file).checkReach(to: day)
  }

  private static func checkRate(
    _ detail: FactDetail, on day: Day, _ file: LoanUnderWork, _ claim: Claim
  ) throws {
    guard let rate = detail.rate, try product(file)?.rate.isCap == true else { return }
    let present = claim.contract.rates.rate(on: day)
    guard rate <= present else { throw ChangeRuleError.rateNotLower(rate, largest: present) }
  }

  private static func checkParty(
    _ kind: FactKind, _ detail: FactDetail, _ file: LoanUnderWork
  ) throws {
    switch kind {
    case .takenOver:
      if detail.partyID == file.state.borrowerID {
        throw ChangeRuleError.owedAlready(by: detail.party ?? "")
      }
    case .transferred:
      if detail.branchID == file.state.branchID {
        throw ChangeRuleError.branchAlready(detail.branch ?? "")
      }
    default:
      let taken = file.days(of: [.takenOver]).max() ?? .first
      if let day = file.days(of: [.died]).first(where: { $0 >= taken }) {
        throw ChangeRuleError.diedBefore(on: day)
      }
    }
  }

  /// The rule for the term as signed, or as last renewed.
  private static func extensionRule(_ file: LoanUnderWork) throws -> ExtensionRule {
    let loan = file.loan
    let borrower = try BorrowerRepository(file.work.connection)
      .load(bankID: loan.bankID, id: loan.borrowerID)?.borrower
    return ExtensionRule(
      startsOn: file.renewal?.effectiveOn ?? loan.terms.startsOn,
      maturesOn: file.renewal?.detail.onDay ?? loan.terms.maturesOn,
      debtor: borrower?.kind.isNatural == false ? .organisation : .person,
      longestMonths: try product(file)?.longestMonths)
  }

  /// The version of the product that the loan was signed under; nil for a loan taken over.
  private static func product(_ file: LoanUnderWork) throws -> LoanProduct? {
    try ProductRepository(file.work.connection).products().first {
      $0.line == file.loan.line && $0.version == file.loan.productVersion
    }
  }

  private static func isOnce(_ file: LoanUnderWork) -> Bool { file.loan.line == .microcredit }
}

extension LoanUnderWork {
  /// The days of the facts in force of these kinds, of all or of those after a number.
  fileprivate func days(of kinds: [FactKind], after number: Int64 = 0) -> [Day] {
    facts.inForce.filter { kinds.contains($0.kind) && $0.number > number }.map(\.effectiveOn)
  }

  /// The last renewal in force, from which a new term runs.
  fileprivate var renewal: FactRecord? { facts.inForce.last { $0.kind == .renewed } }
}
