import Accrual
import Classification
import Interchange
import LoanProducts
import Posting
import Quantities
import Scheduling
import Servicing

/// `calculate life`: terms and facts in; schedule, accruals, transfers, balances and class out.
enum LifeCalculation {
  static func answer(_ fields: Fields) throws -> JSONValue {
    let document = try LifeDocument(fields)
    let life = try PostedLife(document)
    let claim = life.claim
    let overdueDays = max(
      claim.overdueDays(of: \.principal, on: document.asOf),
      claim.overdueDays(of: \.interest, on: document.asOf))
    let riskClass = ClassificationRule.riskClass(overdueDays: overdueDays, isRestructured: false)
    return [
      "asOf": .string(document.asOf.description),
      "maturesOn": .string(claim.terms.maturesOn.description),
      "annualRatePercent": .string(claim.contract.rates.rate(on: document.asOf).percent),
      "installments": .array(life.billed + upcoming(life, document.currency)),
      "accruals": .array(life.postings.accruals),
      "transfers": .array(life.postings.transfers),
      "balances": try balances(claim, document, overdueDays: overdueDays),
      "repaid": repaid(claim.repaid, document.currency),
      "overdueDays": .integer(Int64(overdueDays)),
      "class": .string(riskClass.rawValue),
    ] as JSONValue
  }

  private static func upcoming(_ life: PostedLife, _ currency: Currency) -> [JSONValue] {
    life.claim.upcoming.map { installment in
      [
        "number": .integer(Int64(installment.number + life.numbersBefore)),
        "dueOn": .string(installment.dueOn.description),
        "isBilled": false,
        "principal": installment.principal.json(currency),
        "interest": installment.interest.json(currency),
        "subsidised": installment.subsidised.json(currency),
        "unpaidPrincipal": installment.principal.json(currency),
        "unpaidInterest": (installment.interest - installment.subsidised).json(currency),
        "balance": installment.balance.json(currency),
      ] as JSONValue
    }
  }

  private static func balances(
    _ claim: Claim, _ document: LifeDocument, overdueDays: Int
  ) throws -> JSONValue {
    let currency = document.currency
    let accrued = claim.accrualTarget
    return [
      "principal": claim.principal.json(currency),
      "principalNotDue": claim.principalNotDue.json(currency),
      "principalDue": claim.principalDue.json(currency),
      "interestDue": claim.interestDue.json(currency),
      "interestNotDue": claim.running.borrower.json(currency),
      "penalty": claim.penaltyDue.json(currency),
      "compound": claim.compoundDue.json(currency),
      "suspended": try suspended(claim, document, overdueDays: overdueDays).json(currency),
      "credit": claim.repaid.credit.json(currency),
      "financeInterest": accrued.interest.finance.json(currency),
      "programmeInterest": accrued.interest.programme.json(currency),
    ] as JSONValue
  }

  /// What the borrower's interest, penalty and compound interest have grown by since the end of day
  /// 90 of the present overdue time; day 90 itself still accrues.
  ///
  /// Source: 《金融企业会计制度》 2001: interest of a loan overdue for more than 90 days goes off balance.
  private static func suspended(
    _ claim: Claim, _ document: LifeDocument, overdueDays: Int
  ) throws -> Money {
    guard overdueDays > 90 else { return .zero }
    let dayNinety = document.asOf - (overdueDays - 90)
    let before = try Claim(document.contract, facts: document.facts, through: dayNinety)
    return max(.zero, claim.accrualTarget.borrowers - before.accrualTarget.borrowers)
  }

  private static func repaid(_ repaid: Repaid, _ currency: Currency) -> JSONValue {
    [
      "principal": repaid.principal.json(currency),
      "interest": repaid.interest.json(currency),
      "compound": repaid.compound.json(currency),
      "penalty": repaid.penalty.json(currency),
    ] as JSONValue
  }
}

extension AccrualTarget {
  /// What of it the borrower owes.
  fileprivate var borrowers: Money { interest.borrower + penalty + compound }
}

extension Money {
  func json(_ currency: Currency) -> JSONValue { .string(currency.plain(self)) }
}
