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
    return json(try RepaymentSchedule(contract), of: contract, document.currency)
  }

  private static func json(
    _ schedule: RepaymentSchedule, of contract: LoanContract, _ currency: Currency
  ) -> JSONValue {
    var principal = Money.zero
    var interest = Money.zero
    var from = contract.terms.startsOn
    var dueDays = contract.dueDays[...]
    var rows: [JSONValue] = []
    for installment in schedule.installments {
      principal += installment.principal
      interest += installment.interest
      // A down payment falls due at the start, on no due day of its own.
      let isDownPayment = dueDays.count < schedule.installments.count - rows.count
      let until = isDownPayment ? from : dueDays.popFirst()?.until ?? from
      rows.append(json(installment, days: until - from, currency))
      from = until
    }
    return [
      "installments": .array(rows),
      "totals": [
        "principal": .string(currency.plain(principal)),
        "interest": .string(currency.plain(interest)),
        "total": .string(currency.plain(principal + interest)),
      ],
    ]
  }

  /// The days are those that bear interest since the row before, whatever day it is paid on.
  private static func json(
    _ installment: Installment, days: Int, _ currency: Currency
  ) -> JSONValue {
    [
      "number": .integer(Int64(installment.number)),
      "dueOn": .string("\(installment.dueOn)"),
      "days": .integer(Int64(days)),
      "principal": .string(currency.plain(installment.principal)),
      "interest": .string(currency.plain(installment.interest)),
      "total": .string(currency.plain(installment.principal + installment.interest)),
      "balance": .string(currency.plain(installment.balance)),
    ]
  }
}
