package import Banks
package import Interchange
package import Operations
import Quantities
import Servicing

/// A file of repayments, such as a collection sheet that came back filled in.
package struct RepaymentFile: Sendable {
  package private(set) var lines: [Lined<RepaymentRequest>] = []
  package private(set) var problems = LineProblems()
  /// Lines without an amount: nothing was collected.
  package private(set) var skipped = 0

  /// What a file may hold; the columns that only a sheet has are not read.
  package static var columns: CSVColumns {
    CSVColumns(
      required: ["key", "loan_number", "amount", "on"],
      optional: ["advance", "in_advance", "from", "party", "again", "bank"]
        + CollectionSheetPage.told)
  }

  /// Reads a whole file: what can't be read is a problem of its line, and the others stand.
  ///
  /// - Parameters:
  ///   - reader: the file, with `columns`.
  ///   - bank: lines of other banks are left out.
  ///   - again: every line may be a second payment of the same amount on a day.
  /// - Throws: `CSVError`.
  package init(_ reader: CSVReader, of bank: Bank, again: Bool = false) throws {
    while let row = try reader.next(noting: &problems) {
      if let other = row["bank"], !other.isEmpty, other != bank.code { continue }
      if row["amount"]?.isEmpty == true {
        skipped += 1
        continue
      }
      let request = problems.collect { () throws(LineProblem) in
        try Self.request(row, bank, again: again)
      }
      if let request { lines.append(Lined(request, line: row.line)) }
    }
  }

  private static func request(
    _ row: CSVRow, _ bank: Bank, again: Bool
  ) throws(LineProblem) -> RepaymentRequest {
    let isInAdvance = try row.optional("in_advance", row.flag) ?? false
    let advance: Advance? = try row.optional("advance") { column throws(LineProblem) in
      try row.oneOf(column)
    }
    let from: PaidBy? = try row.optional("from") { column throws(LineProblem) in
      try row.oneOf(column)
    }
    let party = try row.optional("party", row.text)
    if let party, from == nil {
      let error = CollectionError.partyWithoutFrom(party)
      throw LineProblem(
        line: row.line, column: "from", code: error.code, found: "",
        allowed: PaidBy.allCases.map(\.rawValue).joined(separator: " | "))
    }
    var request = RepaymentRequest(
      loanNumber: try row.text("loan_number"),
      amount: try row.money("amount", in: bank.currency), on: try row.day("on"),
      inAdvance: advance ?? (isInAdvance ? .lowersInstallments : nil), key: try row.text("key"))
    request.from = from?.rawValue
    request.party = party
    request.acceptsDuplicate = try row.optional("again", row.flag) ?? again
    return request
  }
}

extension LineProblem {
  /// The problem of a line whose repayment is refused.
  init(_ line: Int, refused error: any Explained, _ currency: Currency) {
    let found: String
    switch error {
    case CollectionError.sameAsLine(let first, let key): found = "= line \(first), key \(key)"
    case OperationError.looksLikeDuplicate(_, _, _, let fact): found = "= fact \(fact)"
    default:
      self.init(line, inWords: Failure(error, currency: currency))
      return
    }
    self.init(line: line, column: "again", code: error.code, found: found, allowed: "yes")
  }
}
