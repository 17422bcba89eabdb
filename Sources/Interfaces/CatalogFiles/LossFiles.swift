import Interchange
import LoanProducts
import Quantities
import Repositories
import Risk

extension LossShareEntry {
  static let columns = CSVColumns(
    required: ["line", "security", "valid_from", "loss_percent", "source", "marks"])

  init(_ row: CSVRow) throws(LineProblem) {
    let share = LossPolicy.Share(
      line: try row.lineOrAny("line")?.rawValue, try row.oneOf("security"),
      validFrom: try row.day("valid_from"), share: try row.share("loss_percent"))
    self.init(share, source: try row.text("source"), marks: row["marks"] ?? "")
  }
}

extension MacroScenarioEntry {
  static let columns = CSVColumns(required: [
    "scenario", "valid_from", "name_zh", "name_en", "weight_percent", "factor_percent",
    "applied_to", "source", "marks",
  ])

  init(_ row: CSVRow) throws(LineProblem) {
    let scenario = MacroScenario(
      name: try row.key("scenario", but: MacroScenario.takenNames), title: try row.name(),
      weight: try row.share("weight_percent"), factor: try row.factor("factor_percent"),
      scaling: try row.oneOf("applied_to"))
    self.init(
      LossPolicy.Outlook(validFrom: try row.day("valid_from"), scenario),
      source: try row.text("source"), marks: row["marks"] ?? "")
  }
}

extension CSVRow {
  /// A factor in per cent with at most one decimal, from 0.1 to 10,000: in thousandths.
  fileprivate func factor(_ column: String) throws(LineProblem) -> Int {
    guard let factor = FixedPoint.parse(try text(column), decimals: 1) else {
      throw problem(column, .notAPercent(decimals: 1))
    }
    guard MacroScenario.factors.contains(Int(clamping: factor)) else {
      throw problem(column, .percentOutsideRange(allowed: "0.1…10000"))
    }
    return Int(factor)
  }
}
