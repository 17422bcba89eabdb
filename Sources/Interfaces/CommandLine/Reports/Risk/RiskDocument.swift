import Banks
package import Interchange
package import Operations
import Quantities
import Reporting
import Risk

/// A month's portfolio risk report as a document: one section after the other, each a list of rows.
package struct RiskDocument: ReportWriting {
  let source: NamedRiskReport
  let language: Language
  private let banksByID: [Int64: Bank]

  /// - Parameters:
  ///   - source: the figures.
  ///   - language: of all words; keys and amounts are the same in both.
  package init(_ source: NamedRiskReport, _ language: Language) {
    self.source = source
    self.language = language
    banksByID = Dictionary(source.banks.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The report, in the order in which it is read.
  package var document: ReportDocument {
    let month = report.month
    let title = RiskWords.riskTitle(
      Phrase(source.title), month: month, currency: currency.code)
    let read = RiskWords.positionsNote(month.lastDay, versions: versionsText)
    var document = ReportDocument(
      title: title(language),
      subtitles: [read(language)] + (source.part.map { [RiskWords.part($0)(language)] } ?? []),
      language: languageTag, head: head)
    document.sections = [
      summary, portfolio, ageing, supervisoryTable, classes, classMoves, provision,
    ]
    if isSponsors { document.sections += [league] }
    document.sections += cuts + [largest]
    if !report.isPart { document.sections.append(limits) }
    document.sections.append(concentration)
    document.sections += [vintages, vintageRisk, rollRates, yearlyMoves, outcomes]
    document.notes = notes.map { $0(language) }
    return document
  }

  /// The JSON Schema of the report's JSON.
  package static var schema: String {
    String(decoding: PackageResources.risk_schema_json, as: UTF8.self)
  }

  var report: RiskReport { source.report }
  var currency: Currency { source.report.currency }

  var isSponsors: Bool { source.scope.isSponsors }

  func bank(_ id: Int64?) -> Bank? { id.flatMap { banksByID[$0] } }

  private var versions: [(bank: String, version: Int32)] {
    source.banks.compactMap { bank in source.versions[bank.id].map { (bank.code, $0) } }
  }

  private var versionsText: String {
    versions.map { "\($0.bank) \($0.version)" }.joined(separator: ", ")
  }

  private var head: [JSONValue.Member] {
    var head = self.head(report.month, source.scope, source.title)
    head.append(
      .init(
        "positions",
        .array(
          versions.map { ["bank": .string($0.bank), "version": .integer(Int64($0.version))] })))
    if let part = source.part { head.append(.init("part", .string(part.text))) }
    return head
  }

  /// What is true of all sections; each has its own beside these.
  private var notes: [Phrase] { [RiskWords.atRiskNote, RiskWords.borrowersNote] }
}
