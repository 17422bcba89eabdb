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
    let grounds = ClassGrounds(claim, on: document.asOf, isRestructured: false, .retail)
    return [
      "asOf": .string(document.asOf.description),
      "maturesOn": .string(claim.terms.maturesOn.description),
      "annualRatePercent": .string(claim.contract.rates.rate(on: document.asOf).percent),
      "installments": .array(life.billed + upcoming(life, document.currency)),
      "accruals": .array(life.postings.accruals),
      "transfers": .array(life.postings.transfers),
      "balances": balances(claim, document.currency),
      "repaid": repaid(claim.repaid, document.currency),
      "waived": waived(claim.waived, document.currency),
      "compensation": compensation(claim, document.currency),
      "isNonAccrual": .bool(claim.nonAccrual != nil),
      "overdueDays": .integer(Int64(grounds.overdueDays)),
      "class": .string(ClassificationRule.riskClass(grounds).rawValue),
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

  private static func balances(_ claim: Claim, _ currency: Currency) -> JSONValue {
    let accrued = claim.accrualTarget
    return [
      "principal": claim.principal.json(currency),
      "principalNotDue": claim.principalNotDue.json(currency),
      "principalDue": claim.principalDue.json(currency),
      "interestDue": claim.interestDue.json(currency),
      "interestNotDue": claim.running.borrower.json(currency),
      "penalty": claim.penaltyDue.json(currency),
      "compound": claim.compoundDue.json(currency),
      "costs": claim.costsDue.json(currency),
      "bookPrincipal": claim.bookPrincipal.json(currency),
      "suspended": claim.suspended.json(currency),
      "writtenOff": (claim.writtenOff - claim.recovered).json(currency),
      "credit": claim.repaid.credit.json(currency),
      "financeInterest": accrued.interest.finance.json(currency),
      "programmeInterest": accrued.interest.programme.json(currency),
      "financePaid": claim.subsidyPaid.finance.json(currency),
      "programmePaid": claim.subsidyPaid.programme.json(currency),
    ] as JSONValue
  }

  private static func waived(_ waived: Repaid, _ currency: Currency) -> JSONValue {
    [
      "interest": waived.interest.json(currency),
      "compound": waived.compound.json(currency),
      "penalty": waived.penalty.json(currency),
    ] as JSONValue
  }

  private static func compensation(_ claim: Claim, _ currency: Currency) -> JSONValue {
    [
      "open": claim.compensation.open.json(currency),
      "paid": claim.compensation.paid.json(currency),
      "owedBack": (claim.compensationOwedBack - claim.compensation.returned).json(currency),
      "returned": claim.compensation.returned.json(currency),
    ] as JSONValue
  }

  private static func repaid(_ repaid: Repaid, _ currency: Currency) -> JSONValue {
    [
      "costs": repaid.costs.json(currency),
      "principal": repaid.principal.json(currency),
      "interest": repaid.interest.json(currency),
      "compound": repaid.compound.json(currency),
      "penalty": repaid.penalty.json(currency),
    ] as JSONValue
  }
}

extension Money {
  func json(_ currency: Currency) -> JSONValue { .string(currency.plain(self)) }
}
