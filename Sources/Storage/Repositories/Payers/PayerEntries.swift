import Banks
package import LoanProducts
import Quantities

/// A programme that subsidises interest.
package struct ProgrammeEntry: CatalogEntry, Hashable {
  package let programme: Programme

  package init(_ programme: Programme) { self.programme = programme }

  package var key: String { programme.code }

  package var content: [CatalogColumn] {
    [
      CatalogColumn("code", programme.code), CatalogColumn("payer", programme.payer.rawValue),
      CatalogColumn("name_zh", programme.name.chinese),
      CatalogColumn("name_en", programme.name.english),
      CatalogColumn("division_prefix", programme.divisionPrefix),
      CatalogColumn("line", programme.line.rawValue),
      CatalogColumn("valid_from", "\(programme.validFrom)"),
      CatalogColumn("share_note", programme.shareNote),
      CatalogColumn(
        "refused_owed_by", BearerOfRefused(programme.refusedIsOwedByBorrower).rawValue),
      CatalogColumn("source", programme.source), CatalogColumn("marks", programme.marks),
    ]
  }

  /// What two programmes may not share.
  package var place: String {
    let programme = programme
    return [
      programme.payer.rawValue, programme.line.rawValue, programme.divisionPrefix,
      "\(programme.validFrom)",
    ].joined(separator: " ")
  }
}

/// A fund that shares losses.
package struct FundEntry: CatalogEntry, Hashable {
  package let fund: CompensationFund

  package init(_ fund: CompensationFund) { self.fund = fund }

  package var key: String { fund.code }

  package var content: [CatalogColumn] {
    [
      CatalogColumn("code", fund.code), CatalogColumn("name_zh", fund.name.chinese),
      CatalogColumn("name_en", fund.name.english),
      CatalogColumn("division_prefix", fund.divisionPrefix),
      CatalogColumn("line", fund.line.rawValue),
      CatalogColumn("valid_from", "\(fund.validFrom)"),
      CatalogColumn("share_percent", "\(fund.sharePercent)"),
      CatalogColumn("buffer_days", "\(fund.bufferDays)"),
      CatalogColumn("stop_basis_points", "\(fund.stopBasisPoints)"),
      CatalogColumn(
        "principal_limit_yuan", fund.principalLimit.map { Currency.yuan.plain($0) } ?? ""),
      CatalogColumn("return_workdays", "\(fund.returnWorkdays)"),
      CatalogColumn("source", fund.source), CatalogColumn("marks", fund.marks),
    ]
  }

  /// What two funds may not share.
  package var place: String {
    [fund.line.rawValue, fund.divisionPrefix, "\(fund.validFrom)"].joined(separator: " ")
  }
}

/// Who bears what a programme refuses.
package enum BearerOfRefused: String, Hashable, Sendable, CaseIterable {
  case borrower = "borrower"
  case bank = "bank"

  package init(_ isOwedByBorrower: Bool) { self = isOwedByBorrower ? .borrower : .bank }
}
