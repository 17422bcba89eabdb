import Banks
import LoanProducts
package import Postgres
import Quantities

extension CatalogRepository {
  private static let listProgrammes = Statement.file("catalog/list_programmes")
  private static let insertProgramme = Statement.file("catalog/insert_programme")
  private static let listFunds = Statement.file("catalog/list_funds")
  private static let insertFund = Statement.file("catalog/insert_fund")

  /// The programmes that subsidise interest, by code.
  package func programmes() throws(PostgresError) -> [ProgrammeEntry] {
    var programmes: [ProgrammeEntry] = []
    for row in try connection.query(Self.listProgrammes) {
      var programme = Programme(
        code: try row.get("code"), payer: try row.value("payer"), name: try row.name(),
        line: try row.value("line"), validFrom: try row.get("valid_from"))
      programme.divisionPrefix = try row.get("division_prefix")
      programme.shareNote = try row.get("share_note")
      let bearer: BearerOfRefused = try row.value("refused_owed_by")
      programme.refusedIsOwedByBorrower = bearer == .borrower
      programme.source = try row.get("source")
      programme.marks = try row.get("marks")
      programmes.append(ProgrammeEntry(programme))
    }
    return programmes
  }

  package func insert(_ entries: [ProgrammeEntry]) throws(PostgresError) {
    var batch = Batch(Self.insertProgramme)
    for programme in entries.map(\.programme) {
      batch.add([
        programme.code, programme.payer.rawValue, programme.name.chinese, programme.name.english,
        programme.divisionPrefix, programme.line.rawValue, programme.validFrom,
        programme.shareNote, BearerOfRefused(programme.refusedIsOwedByBorrower).rawValue,
        programme.source, programme.marks,
      ])
    }
    try batch.run(connection)
  }

  /// The funds that share losses, by code.
  package func funds() throws(PostgresError) -> [FundEntry] {
    var funds: [FundEntry] = []
    for row in try connection.query(Self.listFunds) {
      var fund = CompensationFund(
        code: try row.get("code"), name: try row.name(), line: try row.value("line"),
        validFrom: try row.get("valid_from"))
      fund.divisionPrefix = try row.get("division_prefix")
      fund.sharePercent = try row.get("share_percent")
      fund.bufferDays = try row.get("buffer_days")
      fund.stopBasisPoints = try row.get("stop_basis_points")
      fund.principalLimit = try row.optional("principal_limit")
      fund.returnWorkdays = try row.get("return_workdays")
      fund.source = try row.get("source")
      fund.marks = try row.get("marks")
      funds.append(FundEntry(fund))
    }
    return funds
  }

  package func insert(_ entries: [FundEntry]) throws(PostgresError) {
    var batch = Batch(Self.insertFund)
    for fund in entries.map(\.fund) {
      batch.add([
        fund.code, fund.name.chinese, fund.name.english, fund.divisionPrefix,
        fund.line.rawValue, fund.validFrom, fund.sharePercent, fund.bufferDays,
        fund.stopBasisPoints, fund.principalLimit, fund.returnWorkdays, fund.source, fund.marks,
      ])
    }
    try batch.run(connection)
  }
}
