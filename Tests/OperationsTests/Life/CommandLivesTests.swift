import Fixtures
import LoanProducts
import Operations
import Origination
import Postgres
import Quantities
import Repositories
import Servicing
import Testing

/// Goal: what is true of lives in the pure core is true of those in the database.
///
/// Method: 500 loans over five villages, to which random things happen through the operations as
///         days and months go by; what is stored is held to the replay of the facts, and the
///         queries of `SQL/checks` find nothing, at each quarter and at the end.
@Suite("random lives through the operations")
struct CommandLivesTests {
  static let loans = 100

  @Test("stored states, books and positions are those of the facts", arguments: 0..<5)
  func lives(seed: UInt64) async throws {
    let village = try await Village.opened()
    var random = SplitMix64(seed: 70_000 + seed)
    let loans = try await village.lendMany(Self.loans, &random)
    var day: Day = "2025-07-01"
    var done: [FactKind: Int] = [:]
    for step in 1...15 {
      let next = day + Int.random(in: 18...26, using: &random)
      try await village.month(from: day, to: next)
      day = next
      for loan in loans where random.onceIn(2) {
        guard let kind = try await village.happen(to: loan, on: day, &random) else { continue }
        done[kind, default: 0] += 1
      }
      if step.isMultiple(of: 5) { try await Verification.expectNone(village) }
    }
    #expect(done.count >= 10 && done.values.reduce(0, +) > 300, "seed \(70_000 + seed): \(done)")
    await village.close()
  }
}

extension Village {
  /// Loans of different terms to as many households.
  fileprivate func lendMany(_ count: Int, _ random: inout SplitMix64) async throws -> [String] {
    try await asOwner(
      """
      INSERT INTO borrowers (bank_id, borrower_id, reference, kind, name, identity_scheme,
        identity_number, born_on, division_code, household_reference)
      SELECT 102, 1000 + number, 'L' || number, 'household', '示例', 'other', 'L' || number,
        '1980-01-01', '659004', 'L' || number
      FROM generate_series(1, \(count)) AS number;
      UPDATE bank_heads SET last_party_id = 2000 WHERE bank_id = 102;
      """)
    var loans: [String] = []
    for number in 1...count {
      let months = Int.random(in: 3...10, using: &random)
      let principal = Money(minorUnits: .random(in: 1_000_000...4_000_000, using: &random))
      let method = random.pick(RepaymentMethod.interestThenPrincipal, .equalInstallments)
      let start: Day = "2025-07-01"
      let request = ApplicationRequest.simple("L\(number)", until: start.adding(months: months))
        .with {
          $0.application.principal = principal
          $0.application.repayment = RepaymentTerms(method: method, interestEveryMonths: 1)
          if method == .equalInstallments { $0.application.basis = .months }
        }
      loans.append(try await lend(request))
    }
    return loans
  }

  /// Days go by, and a month that ends among them is accrued.
  fileprivate func month(from day: Day, to next: Day) async throws {
    if next.month > day.month {
      try await work(on: day.month.lastDay)
      try await accrue(day.month)
    }
    try await work(on: next)
  }

  /// Something happens to a loan, if it can.
  ///
  /// - Returns: what; nil if it was refused by rule.
  fileprivate func happen(
    to loan: String, on day: Day, _ random: inout SplitMix64
  ) async throws -> FactKind? {
    let file = try await file(loan)
    guard let claim = file.claim else { return nil }
    let event = event(for: claim, file, on: day, &random)
    let back = random.onceIn(5) ? Int.random(in: 0...50, using: &random) : 0
    var request = ServicingRequest(
      loan, event, on: max(file.state.startsOn, day - back), key: "\(loan)/\(random.next())")
    request.acceptsDuplicate = true
    if case .reversed = event { request.on = nil }
    do {
      if event.kind.needsFourEyes {
        let proposal = try await ProposeChange.run(
          request, bank: bank, caller: Self.anna, on: pool)
        _ = try await ConfirmChange.run(
          ProposalDecision(
            loan: loan, proposal: proposal.proposal, key: request.key + "/confirmed"), bank: bank,
          caller: Self.boris, on: pool)
      } else {
        _ = try await RecordEvent.run(request, bank: bank, caller: Self.clara, on: pool)
      }
      return event.kind
    } catch let error as PostgresError {
      throw error
    } catch is any Explained {
      return nil
    }
  }

  private func event(
    for claim: Claim, _ file: LoanFile, on day: Day, _ random: inout SplitMix64
  ) -> ServicingEvent {
    func part(_ amount: Money) -> Money {
      Money(minorUnits: .random(in: 1...max(1, amount.minorUnits), using: &random))
    }
    let due = claim.interestDue + claim.principalDue + claim.costsDue
    let later = max(day, claim.terms.maturesOn).adding(months: .random(in: 1...4, using: &random))
    switch Int.random(in: 0..<30, using: &random) {
    case ..<12:
      let amount = random.pick(part(due), max(due, Money(minorUnits: 1)), part(claim.owed))
      return .repaid(
        amount, inAdvance: random.pick(nil, .lowersInstallments, .shortensTerm), from: nil,
        party: nil)
    case 12: return .refunded(part(claim.repaid.credit))
    case 13: return .costsCharged(Money(minorUnits: .random(in: 1...30_000, using: &random)))
    case 14: return .rateChanged(AnnualRate(basisPoints: .random(in: 0...300, using: &random)))
    case 15: return .extended(to: later)
    case 16: return .renewed(to: later, rate: nil)
    case 17:
      return .rescheduled(Rescheduling(maturesOn: later, takesInOverdue: random.onceIn(2)))
    case 18: return .paused(until: day + Int.random(in: 5...60, using: &random))
    case 19: return .misused(until: day + 30)
    case 20: return .waived(.penalty, part(claim.penaltyDue))
    case 21: return .waived(.interest, part(claim.interestDue))
    case 22: return .writtenOff(random.onceIn(2) ? nil : part(claim.bookPrincipal))
    case 23: return .died
    case 24: return .takenOver(by: "L\(Int.random(in: 1...100, using: &random))")
    case 25: return .compensation(.claimed, part(claim.owed), fund: "any")
    default:
      let numbers = file.facts.map(\.number)
      return .reversed(fact: numbers[Int.random(in: 0..<numbers.count, using: &random)])
    }
  }
}
