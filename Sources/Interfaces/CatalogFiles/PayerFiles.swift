import Banks
import Interchange
import LoanProducts
import Quantities
import Repositories

extension ProgrammeEntry {
  static let columns = CSVColumns(
    required: [
      "code", "payer", "name_zh", "name_en", "division_prefix", "line", "valid_from",
      "share_note", "refused_owed_by", "source", "marks",
    ])

  init(_ row: CSVRow) throws(LineProblem) {
    let payer: Payer = try row.oneOf("payer")
    guard payer != .borrower else {
      let others = Payer.allCases.filter { $0 != .borrower }
      throw row.problem("payer", .notOneOf(others.map(\.rawValue)))
    }
    var programme = Programme(
      code: try row.text("code"), payer: payer, name: try row.name(),
      line: try row.offeredLine("line"), validFrom: try row.day("valid_from"))
    programme.divisionPrefix = try row.divisionPrefix("division_prefix")
    programme.shareNote = row["share_note"] ?? ""
    let bearer: BearerOfRefused = try row.oneOf("refused_owed_by")
    programme.refusedIsOwedByBorrower = bearer == .borrower
    programme.source = try row.text("source")
    programme.marks = row["marks"] ?? ""
    self.init(programme)
  }
}

extension FundEntry {
  static let columns = CSVColumns(
    required: [
      "code", "name_zh", "name_en", "division_prefix", "line", "valid_from", "share_percent",
      "buffer_days", "stop_basis_points", "principal_limit_yuan", "return_workdays", "source",
      "marks",
    ])

  init(_ row: CSVRow) throws(LineProblem) {
    var fund = CompensationFund(
      code: try row.text("code"), name: try row.name(), line: try row.offeredLine("line"),
      validFrom: try row.day("valid_from"))
    fund.divisionPrefix = try row.divisionPrefix("division_prefix")
    fund.sharePercent = try row.number("share_percent", in: 1...100)
    fund.bufferDays = try row.number("buffer_days", in: 0...365)
    fund.stopBasisPoints = try row.number("stop_basis_points", in: 0...10_000)
    fund.principalLimit = try row.optional("principal_limit_yuan") { column throws(LineProblem) in
      try row.money(column, in: .yuan)
    }
    fund.returnWorkdays = try row.number("return_workdays", in: 1...365)
    fund.source = try row.text("source")
    fund.marks = row["marks"] ?? ""
    self.init(fund)
  }
}

extension CSVRow {
  /// A line that banks offer: one of the five.
  fileprivate func offeredLine(_ column: String) throws(LineProblem) -> ProductLine {
    let line: ProductLine = try oneOf(column)
    guard line != .other else {
      let offered = ProductLine.allCases.filter { $0 != .other }
      throw problem(column, .notOneOf(offered.map(\.rawValue)))
    }
    return line
  }

  /// How division codes begin: 2 to 6 digits, or empty for all.
  func divisionPrefix(_ column: String) throws(LineProblem) -> String {
    let prefix = try optional(column) { column throws(LineProblem) in
      try number(column, in: 10...999_999)
    }
    return prefix.map { "\($0)" } ?? ""
  }
}
