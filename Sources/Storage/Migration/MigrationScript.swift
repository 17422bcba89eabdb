/// One step of the schema, forward only: a file `NNNN_name.sql` of `SQL/migrations`.
package struct MigrationScript: Sendable, Equatable {
  /// From 1; the order in which scripts are applied.
  package let number: Int
  /// The words after the number, such as `loans_and_facts`.
  package let name: String
  package let text: String

  /// Reads number and name from the file's name.
  package init(fileName: String, text: String) throws(MigrationError) {
    let parts = fileName.split(separator: "_", maxSplits: 1)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[0].allSatisfy(\.isNumber),
      let number = Int(parts[0]), number > 0,
      parts[1].hasSuffix(".sql"), parts[1].utf8.count > 4,
      parts[1].dropLast(4).utf8.allSatisfy({ byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || byte == UInt8(ascii: "_")
      })
    else { throw .fileNameMalformed(fileName) }
    self.number = number
    self.name = String(parts[1].dropLast(4))
    self.text = text
  }

  /// The first line, from 1, that is nothing but the beginning or end of a transaction.
  var transactionLine: Int? {
    let forbidden = ["BEGIN;", "COMMIT;", "ROLLBACK;", "START TRANSACTION;"]
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.firstIndex { line in
      forbidden.contains(line.filter { $0 != "\r" && $0 != "\t" }.uppercased().trimmed)
    }.map { $0 + 1 }
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
