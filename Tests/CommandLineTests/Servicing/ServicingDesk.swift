import Foundation
import PrivateDatabase
import TestCatalog
import TestDatabase
import Testing

/// A bank on a database of its own and its officers, who work with the built program.
///
/// Its loan is taken over on 1 July 2025, all paid to that day: 36,000 yuan at 3.00 % by actual/360
/// until 1 July 2026, interest on the first of each month, 3.00 yuan a day.
struct ServicingDesk {
  private let environment: [String: String]
  /// The loan's number.
  let loan: String

  static let bank = "wujiaqu"

  init(loans: Int = 1) async throws {
    let database = TestDatabase.name(in: try await TestCatalog.loaded())
    environment = [
      "SHANHAI_HOME": try await TestDatabase.cluster().path, "SHANHAI_DATABASE": database,
      "LANG": "en",
    ]
    let header = """
      branch,borrower,old_number,line,granted,balance,agreed_on,starts_on,matures_on,method,\
      interest_every_months,basis,penalty_percent,rate_percent,paid_to,as_of
      """
    let lines = (1...loans).map { number in
      """
      head,H\(number),A-\(number),industry,36000.00,36000.00,2025-07-01,2025-07-01,2026-07-01,\
      interest-then-principal,1,actual/360,150,3.00,2025-07-01,2025-07-01
      """
    }
    let file = ([header] + lines).joined(separator: "\n")
    let result = try Program.shell(
      """
      printf '%s\\n' '\(file)' \
      | $shanhai import loans - --bank \(Self.bank) --as approver --each --format csv
      """, environment)
    #expect(result.exitCode == 0, "\(result.error)")
    let fields = result.output.split(whereSeparator: { $0 == "," || $0.isNewline })
    loan = fields.first { $0.count == 15 && $0.allSatisfy(\.isNumber) }.map(String.init) ?? ""
    #expect(loan.count == 15, "\(result.output)")
  }

  /// Runs `loan` with these words in the bank; `$loan` in them is the loan's number.
  func run(
    _ words: String, as officer: String = "officer", format: String? = nil,
    language: String = "en"
  ) throws -> Program.Result {
    let shape = format.map { " --format \($0)" } ?? ""
    return try shell(
      "$shanhai loan \(words) --bank \(Self.bank) --as \(officer)\(shape)", language: language)
  }

  /// Runs a shell line in which `$shanhai` is the program and `$loan` the loan's number.
  func shell(_ line: String, language: String = "en") throws -> Program.Result {
    try Program.shell(
      "loan=\(loan); \(line)", environment.merging(["LANG": language]) { $1 })
  }

  /// Closes days until the bank works on a day.
  func work(on day: String) throws {
    let result = try shell(
      "$shanhai close day --to \(day) --bank \(Self.bank) --as approver")
    #expect(result.exitCode == 0, "\(result.error)")
  }
}

extension Program.Result {
  /// The value that JSON output has under a name in a section of names and values.
  func value(_ name: String, of member: String = "value") -> String? {
    let marker = "\"name\": \"\(name)\""
    guard let place = output.range(of: marker) else { return nil }
    let row = output[place.upperBound...].prefix { $0 != "}" }
    guard let found = row.range(of: "\"\(member)\": ") else { return nil }
    let text = row[found.upperBound...].prefix { $0 != "," && !$0.isNewline }
    return text.trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
  }
}
