package import Classification
import LoanProducts
package import Postgres
import Quantities

/// A row of the matrix of small enterprises.
package struct MatrixEntry: CatalogEntry {
  package let row: SmallEnterpriseMatrix.Row
  package let source: String
  package let marks: String

  package init(_ row: SmallEnterpriseMatrix.Row, source: String, marks: String) {
    self.row = row
    self.source = source
    self.marks = marks
  }

  /// The columns of days, special mention first.
  package static let dayColumns = [
    "special_mention_from", "substandard_from", "doubtful_from", "loss_from",
  ]

  package var key: String { "\(row.security.rawValue) \(row.validFrom)" }

  package var content: [CatalogColumn] {
    zip(Self.dayColumns, row.steps.days).map { CatalogColumn($0, $1.map(String.init) ?? "") }
      + [CatalogColumn("source", source), CatalogColumn("marks", marks)]
  }
}

extension CatalogRepository {
  private static let listMatrix = Statement.file("catalog/list_small_enterprise_matrix")
  private static let insertRow = Statement.file("catalog/insert_small_enterprise_row")

  package func smallEnterpriseMatrix() throws(PostgresError) -> SmallEnterpriseMatrix {
    SmallEnterpriseMatrix(try matrixRows().map(\.row))
  }

  package func matrixRows() throws(PostgresError) -> [MatrixEntry] {
    var entries: [MatrixEntry] = []
    for row in try connection.query(Self.listMatrix) {
      var days: [Int?] = []
      for column in MatrixEntry.dayColumns { days.append(try row.optional(column, as: Int.self)) }
      guard let steps = OverdueSteps(days) else {
        throw row.wrong("loss_from", days.map { $0.map(String.init) ?? "-" }.joined(separator: "/"))
      }
      entries.append(
        MatrixEntry(
          SmallEnterpriseMatrix.Row(
            try row.value("security"), validFrom: try row.get("valid_from"), steps: steps),
          source: try row.get("source"), marks: try row.get("marks")))
    }
    return entries
  }

  package func insert(_ entries: [MatrixEntry]) throws(PostgresError) {
    var batch = Batch(Self.insertRow)
    for entry in entries {
      let steps = entry.row.steps
      batch.add([
        entry.row.security.rawValue, entry.row.validFrom, steps.specialMention, steps.substandard,
        steps.doubtful, steps.loss, entry.source, entry.marks,
      ])
    }
    try batch.run(connection)
  }
}
