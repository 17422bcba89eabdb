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
    return json(try RepaymentSchedule(contract), document.currency)
  }

  private static func json(_ schedule: RepaymentSchedule, _ currency: Currency) -> JSONValue {
    let principal = schedule.installments.reduce(Money.zero) { $0 + $1.principal }
    let interest = schedule.installments.reduce(Money.zero) { $0 + $1.interest }
    return [
      "installments": .array(schedule.installments.map { json($0, currency) }),
      "totals": [
        "principal": principal.json(currency),
        "interest": interest.json(currency),
        "total": (principal + interest).json(currency),
      ],
    ]
  }

  private static func json(_ installment: Installment, _ currency: Currency) -> JSONValue {
    [
      "number": .integer(Int64(installment.number)),
      "dueOn": .string("\(installment.dueOn)"),
      "days": .integer(Int64(installment.days)),
      "principal": installment.principal.json(currency),
      "interest": installment.interest.json(currency),
      "total": (installment.principal + installment.interest).json(currency),
      "balance": installment.balance.json(currency),
    ]
  }
}
