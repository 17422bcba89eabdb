import Interchange
import LoanProducts
import Quantities
import Scheduling

/// `calculate schedule`: terms in, instalments out.
enum ScheduleCalculation {
  static func answer(_ fields: Fields) throws -> JSONValue {
    try fields.allow(["id", "terms"])
    let document = try TermsDocument(try fields.object("terms"))
    guard let rates = document.rates else {
      throw DocumentError.missing(path: "terms.annualRatePercent")
    }
    let contract = try LoanContract(
      document.terms, rates: rates, calendar: document.calendar)
    let schedule = try RepaymentSchedule(contract)
    return json(schedule, document.currency)
  }

  static func json(_ schedule: RepaymentSchedule, _ currency: Currency) -> JSONValue {
    var principal = Money.zero
    var interest = Money.zero
    for installment in schedule.installments {
      principal += installment.principal
      interest += installment.interest
    }
    return [
      "installments": .array(schedule.installments.map { json($0, currency) }),
      "totals": [
        "principal": .string(currency.plain(principal)),
        "interest": .string(currency.plain(interest)),
        "total": .string(currency.plain(principal + interest)),
      ],
    ]
  }

  private static func json(_ installment: Installment, _ currency: Currency) -> JSONValue {
    [
      "number": .integer(Int64(installment.number)),
      "dueOn": .string("\(installment.dueOn)"),
      "days": .integer(Int64(installment.dueOn - installment.from)),
      "principal": .string(currency.plain(installment.principal)),
      "interest": .string(currency.plain(installment.interest)),
      "total": .string(currency.plain(installment.principal + installment.interest)),
      "balance": .string(currency.plain(installment.balance)),
    ]
  }
}
