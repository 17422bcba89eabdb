import Banks
import Interchange
import LoanProducts
import Quantities
import Repositories
import Risk

extension StressEntry {
  static let columns = CSVColumns(
    required: [
      "scenario", "part", "name_zh", "name_en", "valid_from", "line", "division_prefix", "purpose",
      "programme", "floating_only", "late_percent", "late_days", "rate_basis_points",
      "subsidy_stops", "source", "marks",
    ])

  init(_ row: CSVRow) throws(LineProblem) {
    var shock = StressShock(
      scenario: try row.text("scenario"), part: try row.number("part", in: 1...99),
      name: try row.name(), validFrom: try row.day("valid_from"))
    shock.line = try row.lineOrAny("line")
    shock.divisionPrefix = try row.divisionPrefix("division_prefix")
    shock.purpose = row["purpose"] ?? ""
    shock.programme = row["programme"] ?? ""
    shock.isFloatingOnly = try row.flag("floating_only")
    shock.lateShare = try row.share("late_percent")
    // What is late is late by a day at least; what is not is late by none.
    shock.lateDays = try row.number("late_days", in: shock.lateShare > 0 ? 1...1_080 : 0...0)
    shock.rateBasisPoints = try row.number("rate_basis_points", in: -1_000...1_000)
    shock.stopsSubsidy = try row.flag("subsidy_stops")
    shock.source = try row.text("source")
    shock.marks = row["marks"] ?? ""
    self.init(shock)
  }
}

extension CSVRow {
  /// A share in per cent with at most two decimals, from 0 to 100: in ten-thousandths.
  func share(_ column: String) throws(LineProblem) -> Int {
    guard let share = FixedPoint.parse(try text(column), decimals: 2) else {
      throw problem(column, .notAPercent(decimals: 2))
    }
    guard (0...10_000).contains(share) else {
      throw problem(column, .percentOutsideRange(allowed: "0…100"))
    }
    return Int(share)
  }
}
