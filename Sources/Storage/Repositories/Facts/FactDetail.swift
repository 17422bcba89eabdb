import Foundation
package import LoanProducts
import Postgres
package import Quantities

/// What a fact says beyond its amount and day, as the column `detail` holds it: an object with the
/// members that its kind needs, days as `YYYY-MM-DD`, rates in 1e-12 a year.
package struct FactDetail: Codable, Hashable, Sendable {
  /// The day it is about: a new maturity, a graduation.
  package var on: String?
  /// The first day on which it no longer holds.
  package var until: String?
  package var rateTrillionths: Int64?
  package var year: Int?
  package var defersPrincipal: Bool?
  package var isRestructuring: Bool?
  package var takesInOverdue: Bool?
  package var repayment: RepaymentDetail?
  /// `lower-installments` or `shorten-term`.
  package var advance: String?
  /// The class that a loan is rated at least, as `RatedClass` names it.
  package var atLeast: String?
  /// `interest`, `compound` or `penalty`.
  package var charge: String?
  /// `finance` or `programme`.
  package var payer: String?
  /// `borrower` or `bank`: who bears what a subsidy's payer refused.
  package var owedBy: String?
  /// Who brought the money, if not the borrower: co-borrower, guarantor, group, heir, fund.
  package var from: String?
  /// The reference of a borrower: who takes over, which member pays.
  package var party: String?
  package var partyID: Int64?
  /// The code of a branch.
  package var branch: String?
  package var branchID: Int64?
  /// The account, by its holder's words, that money was paid out to.
  package var account: String?
  /// Of a proposal: the kind of fact that is proposed, and the fact that it would undo.
  package var kind: String?
  package var reverses: Int64?
  /// The code of a programme or fund.
  package var programme: String?
  /// A reason, a note, an outcome.
  package var text: String?
  /// How a borrower was reminded: `visit`, `phone`, `letter` or `sms`.
  package var how: String?
  /// The due days that a reminder is about.
  package var dues: [String]?
  /// Who was called to pay, and how much.
  package var shares: [ShareDetail]?
  /// What the steps from the application to the signature say.
  package var origination: OriginationDetail?
  /// The proposal that this fact carries out or turns down.
  package var proposal: Int64?

  package init() {}

  package var onDay: Day? { on.flatMap { Day($0) } }
  package var untilDay: Day? { until.flatMap { Day($0) } }
  package var rate: AnnualRate? { rateTrillionths.map { AnnualRate(trillionths: $0) } }
  package var payerOfInterest: Payer? { payer.flatMap { Payer(rawValue: $0) } }
}

extension FactDetail {
  /// The column `detail` of a row.
  init(_ row: Row) throws(PostgresError) {
    guard let text: String = try row.optional("detail") else {
      self.init()
      return
    }
    do {
      self = try FactDetail(text)
    } catch {
      throw row.wrong("detail", text)
    }
  }

  /// The column's text.
  init(_ text: String) throws {
    self = try JSONDecoder().decode(FactDetail.self, from: Data(text.utf8))
  }

  /// What the column holds: nil for a fact that says no more.
  package var column: String? {
    guard self != FactDetail() else { return nil }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// What one of several who stand in for a debt is called to pay, as `FactDetail` holds it.
package struct ShareDetail: Codable, Hashable, Sendable {
  /// The reference of a borrower.
  package let party: String
  package let amount: Int64

  package init(party: String, amount: Money) {
    self.party = party
    self.amount = amount.minorUnits
  }
}

/// How what is still to be repaid falls due, as `FactDetail` holds it.
package struct RepaymentDetail: Codable, Hashable, Sendable {
  package struct Part: Codable, Hashable, Sendable {
    package var on: String
    package var principal: Int64
  }

  package var method: String
  package var interestEveryMonths: Int
  package var settlementDay: Int?
  package var principalEveryMonths: Int
  package var principalFrom: String?
  package var plan: [Part]?
  package var monthWeights: [Int64]?

  package init(_ terms: RepaymentTerms) {
    method = terms.method.rawValue
    interestEveryMonths = terms.interestEveryMonths
    settlementDay = terms.settlementDay
    principalEveryMonths = terms.principalEveryMonths
    principalFrom = terms.principalFrom.map { "\($0)" }
    if !terms.plan.isEmpty {
      plan = terms.plan.map { Part(on: "\($0.dueOn)", principal: $0.principal.minorUnits) }
    }
    if !terms.monthWeights.isEmpty { monthWeights = terms.monthWeights }
  }

  /// Nil if it names no method.
  package var terms: RepaymentTerms? {
    guard let method = RepaymentMethod(rawValue: method) else { return nil }
    var terms = RepaymentTerms(
      method: method, interestEveryMonths: interestEveryMonths, settlementDay: settlementDay)
    terms.principalEveryMonths = principalEveryMonths
    terms.principalFrom = principalFrom.flatMap { Day($0) }
    terms.plan = (plan ?? []).compactMap { part in
      Day(part.on).map {
        PlannedPrincipal(dueOn: $0, principal: Money(minorUnits: part.principal))
      }
    }
    terms.monthWeights = monthWeights ?? []
    return terms
  }
}
