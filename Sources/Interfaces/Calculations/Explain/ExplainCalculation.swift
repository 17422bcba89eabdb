import Accrual
import Interchange
import LoanProducts
import Quantities
import Scheduling
import Servicing

/// `calculate explain`: the lines that a figure of a life is the sum of.
enum ExplainCalculation {
  private enum Figure: String, CaseIterable {
    case interest
    case penalty
    case compound
  }

  static func answer(_ fields: Fields) throws -> JSONValue {
    let document = try LifeDocument(fields, allowing: ["figure", "dueOn", "month"])
    let figure: Figure = try fields.choice("figure")
    let explanation = try Explanation(
      try asked(figure, fields), document.contract, facts: document.facts, through: document.asOf)
    let currency = document.currency
    return [
      "figure": .string(figure.rawValue),
      "amount": explanation.figure.sum.json(currency),
      "byPayer": [
        "borrower": explanation.figure.borrower.json(currency),
        "finance": explanation.figure.finance.json(currency),
        "programme": explanation.figure.programme.json(currency),
      ],
      "lines": .array(
        explanation.lines.map { $0.json(currency, basis: document.contract.terms.basis.text) }),
      "exact": explanation.exact.json(currency),
      "rounding": explanation.rounding.json(currency),
    ]
  }

  private static func asked(
    _ figure: Figure, _ fields: Fields
  ) throws(DocumentError) -> ExplainedFigure {
    let month = try fields.optional("month", "YYYY-MM") { Month($0) }
    let dueOn = try fields.optionalDay("dueOn")
    let days: ExplainedFigure.Days
    switch (dueOn, month) {
    case (nil, nil): throw .missing(path: fields.at("month"))
    case (_?, let month?):
      throw .notAllowed(
        path: fields.at("month"), found: "\(month)", allowed: "dueOn | month, not both")
    case (nil, let month?): days = .month(month)
    case (let dueOn?, nil):
      if figure == .interest { return .billed(on: dueOn) }
      days = .until(dueOn)
    }
    switch figure {
    case .interest: return .interest(in: days)
    case .penalty: return .penalty(in: days)
    case .compound: return .compound(in: days)
    }
  }
}

extension InterestLine {
  fileprivate func json(_ currency: Currency, basis: String) -> JSONValue {
    let (name, source) = rule.named
    return [
      "from": .string(from.description),
      "until": .string(until.description),
      "days": .integer(Int64(until - from)),
      "balance": balance.json(currency),
      "annualRatePercent": .string(rate.percent),
      "basis": .string(isCharge ? "actual/360" : basis),
      "yearFraction": .string("\(weight)/\(denominator)"),
      "sharePercent": .string(AnnualRate(basisPoints: Int64(shareBasisPoints)).percent),
      "payer": .string(payer.rawValue),
      "exact": exact.json(currency),
      "rule": .string(name),
      "source": .string(source),
    ]
  }

  private var isCharge: Bool {
    switch rule {
    case .penalty, .misuse, .compound: true
    case .contract, .subsidy, .waiver: false
    }
  }
}
