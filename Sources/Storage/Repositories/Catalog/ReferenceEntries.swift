package import Quantities

/// A division code of GB/T 2260 with the name last borne under it.
package struct DivisionEntry: CatalogEntry {
  package let code: String
  package let name: String
  /// The first year whose year-end list has the code; 1980 means 1980 or before.
  package let validFromYear: Int
  /// The first year whose list has it no more; nil if it is current.
  package let validUntilYear: Int?
  package let source: String

  package init(
    code: String, name: String, validFromYear: Int, validUntilYear: Int?, source: String
  ) {
    self.code = code
    self.name = name
    self.validFromYear = validFromYear
    self.validUntilYear = validUntilYear
    self.source = source
  }

  package var key: String { code }

  package var content: [CatalogColumn] {
    [
      CatalogColumn("name_zh", name), CatalogColumn("valid_from_year", "\(validFromYear)"),
      CatalogColumn("valid_until_year", validUntilYear.map { "\($0)" } ?? ""),
      CatalogColumn("source", source),
    ]
  }

  /// One row of the two that bear one code: the later name, the years of both.
  package func joined(with other: DivisionEntry) -> DivisionEntry {
    let later = (other.validUntilYear ?? .max) >= (validUntilYear ?? .max) ? other : self
    return DivisionEntry(
      code: code, name: later.name, validFromYear: min(validFromYear, other.validFromYear),
      validUntilYear: later.validUntilYear, source: later.source)
  }
}

/// A publication of the loan prime rate.
package struct PublicationEntry: CatalogEntry {
  package let publishedOn: Day
  package let oneYear: AnnualRate
  package let fiveYear: AnnualRate
  package let source: String

  package init(on day: Day, oneYear: AnnualRate, fiveYear: AnnualRate, source: String) {
    publishedOn = day
    self.oneYear = oneYear
    self.fiveYear = fiveYear
    self.source = source
  }

  package var key: String { "\(publishedOn)" }

  package var content: [CatalogColumn] {
    [
      CatalogColumn("one_year_percent", oneYear.percent),
      CatalogColumn("five_year_percent", fiveYear.percent), CatalogColumn("source", source),
    ]
  }
}

/// A day that differs from the plain week.
package struct CalendarEntry: CatalogEntry {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case holiday
    /// A weekend day that is worked.
    case workday
  }

  package let day: Day
  package let kind: Kind
  package let name: String
  package let document: String
  package let source: String

  package init(day: Day, kind: Kind, name: String, document: String, source: String) {
    self.day = day
    self.kind = kind
    self.name = name
    self.document = document
    self.source = source
  }

  package var key: String { "\(day)" }

  package var content: [CatalogColumn] {
    [
      CatalogColumn("kind", kind.rawValue), CatalogColumn("name_zh", name),
      CatalogColumn("document", document), CatalogColumn("source", source),
    ]
  }
}
