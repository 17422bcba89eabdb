import Foundation
import Operations
import Postgres
import Quantities
import Testing

/// Goal: a line that can't be a loan is refused with its number, its column and a stable code, and
/// nothing is written by half.
///
/// Method: a sound line, and the same line with one thing changed, through the program itself.
@Suite("A bad line of a loan book")
struct BadInputTests {
  static let columns = [
    "bank", "branch", "officer", "borrower", "old_number", "line", "granted", "balance",
    "agreed_on", "starts_on", "matures_on", "method", "interest_every_months", "settlement_day",
    "principal_every_months", "principal_from", "plan", "month_weights", "basis", "rate_percent",
    "rate_index", "rate_spread", "rate_reset", "penalty_percent", "restructured", "paid_to",
    "as_of",
  ]

  static let sound = [
    "branch": "d1", "borrower": "c1", "old_number": "A-1", "line": "other", "granted": "1200.00",
    "balance": "600.00", "agreed_on": "2025-01-10", "starts_on": "2025-01-15",
    "matures_on": "2026-01-15", "method": "equal-principal", "interest_every_months": "1",
    "basis": "actual/360", "rate_percent": "6", "penalty_percent": "150",
    "paid_to": "2025-07-15", "as_of": "2025-09-30",
  ]

  /// A line of the file: the sound one with these fields instead.
  static func line(_ changes: [String: String] = [:]) -> String {
    let fields = sound.merging(changes) { $1 }
    return columns.map { fields[$0] ?? "" }.joined(separator: ",") + "\n"
  }

  static let header = columns.joined(separator: ",") + "\n"

  private func database() async throws -> BookDatabase {
    let database = try await BookDatabase(
      businessDate: "2025-09-30", branches: [(1, "Praha")],
      borrowers: [CzechBook.Owner(client: 1, bornOn: "1990-12-13", isMale: false)])
    try await database.pool.run { connection in
      try connection.script(
        """
        INSERT INTO lpr_publications (published_on, one_year_e12, five_year_e12, source)
        VALUES ('2024-12-20', 31000000000, 36000000000, 'test')
        """, name: "test/lpr")
    }
    return database
  }

  /// What is changed, the column that is named, and the code.
  static let cases: [(changes: [String: String], column: String, code: String)] = [
    (["bank": "nowhere"], "bank", "operation.bank_unknown"),
    (["branch": "d2"], "branch", "operation.branch_unknown"),
    (["branch": ""], "branch", "field.missing"),
    (["officer": "nobody"], "officer", "operation.officer_unknown"),
    (["borrower": "c2"], "borrower", "operation.borrower_unknown"),
    (["old_number": ""], "old_number", "field.missing"),
    (["old_number": "A-0"], "old_number", "import.old_number_twice"),
    (
      ["old_number": String(repeating: "9", count: 101)], "old_number",
      "import.old_number_too_long"
    ),
    (["line": "mortgage"], "line", "field.not_one_of"),
    (["granted": "1200.005"], "granted", "field.not_an_amount"),
    (["granted": "\"1,200\""], "granted", "field.not_an_amount"),
    (["granted": "-1200.00"], "granted", "field.negative_amount"),
    (["granted": "0", "balance": "0"], "granted", "import.granted_outside_range"),
    (["granted": "10000000000000.01"], "granted", "field.amount_too_large"),
    (["balance": "99999999999999999999"], "balance", "field.not_an_amount"),
    (["balance": "1200.01"], "balance", "import.balance_above_granted"),
    (["agreed_on": "2025-02-31"], "agreed_on", "field.not_a_day"),
    (["starts_on": "2025-01-15T08:00:00+08:00"], "starts_on", "field.not_a_day"),
    (["matures_on": "15.1.2026"], "matures_on", "field.not_a_day"),
    (["agreed_on": "2025-01-16"], "", "import.days_out_of_order"),
    (
      ["starts_on": "2025-10-01", "agreed_on": "2025-10-01"], "starts_on",
      "import.starts_after_cutover"
    ),
    (["paid_to": "2025-01-14"], "paid_to", "import.paid_to_outside_range"),
    (["paid_to": "2025-10-01"], "paid_to", "import.paid_to_outside_range"),
    (["as_of": "2025-10-01"], "as_of", "import.cutover_after_business_date"),
    (["method": "someday"], "method", "field.not_one_of"),
    (["interest_every_months": "13"], "interest_every_months", "field.number_outside_range"),
    (
      ["interest_every_months": "5"], "interest_every_months",
      "scheduling.months_between_dues_not_allowed"
    ),
    (["settlement_day": "29"], "settlement_day", "field.number_outside_range"),
    (
      ["principal_every_months": "361"], "principal_every_months",
      "import.principal_months_outside_range"
    ),
    (["plan": "2025-12-01:600.00"], "method", "import.plan_for_other_method"),
    (
      ["method": "plan", "plan": "2025-07-15:600.00"], "plan",
      "import.plan_part_before_paid_to"
    ),
    (["method": "plan", "plan": "2025-12-01=600"], "plan", "import.plan_unreadable"),
    (
      ["method": "plan", "plan": "2025-12-01:599.99"], "plan",
      "scheduling.plan_does_not_sum_to_principal"
    ),
    (
      ["method": "plan", "plan": "2025-12-01:600.01"], "plan",
      "scheduling.plan_does_not_sum_to_principal"
    ),
    (
      ["method": "plan", "plan": "2026-02-01:600.00"], "plan",
      "scheduling.plan_day_outside_term"
    ),
    (
      ["method": "seasonal", "month_weights": "1;2;3"], "month_weights",
      "import.month_weights_unreadable"
    ),
    (["basis": "actual/366"], "basis", "field.not_one_of"),
    (["rate_percent": "100.1"], "rate_percent", "field.percent_outside_range"),
    (["rate_percent": ""], "rate_percent", "import.rate_unclear"),
    (["rate_index": "LPR1Y"], "rate_percent", "import.rate_unclear"),
    (
      [
        "rate_percent": "", "rate_index": "LPR1Y", "rate_spread": "1", "rate_reset": "01-01",
        "agreed_on": "2024-12-19",
      ], "rate_index", "scheduling.index_not_published"
    ),
    (["penalty_percent": "301"], "penalty_percent", "import.penalty_outside_range"),
    (["restructured": "perhaps"], "restructured", "field.not_yes_or_no"),
  ]

  /// Two sound lines around one of each kind of bad line, among them text that isn't UTF-8.
  private var file: [UInt8] {
    var bytes = Array((Self.header + Self.line(["old_number": "A-0"])).utf8)
    for (index, bad) in Self.cases.enumerated() {
      bytes += Self.line(["old_number": "B-\(index)"].merging(bad.changes) { $1 }).utf8
    }
    bytes += Array("d1,\u{FFFD}".utf8).map { $0 == 0xBF ? 0xFF : $0 } + [0x0A]
    bytes += Array("d1,c1\n".utf8)
    return bytes + Self.line(["old_number": "A-9"]).utf8
  }

  @Test("keeps the whole file out, is listed with its number, and leaves nothing behind")
  func allOrNone() async throws {
    let database = try await database()
    let before = try await database.counts()
    let result = try database.importLoans(file)
    #expect(result.exitCode == 1)
    #expect(
      result.error == """
        shanhai: \(Self.cases.count + 2) of \(Self.cases.count + 4) lines are refused and nothing \
        was written; correct them, or take the others alone with --good-rows \
        [import.lines_refused]

        """)
    let found = try result.rows().map { [$0["line"], $0["column"], $0["code"]] }
    var expected = Self.cases.enumerated().map { index, bad -> [String?] in
      ["\(index + 3)", bad.column.isEmpty ? "<null>" : bad.column, bad.code]
    }
    expected.append(["\(Self.cases.count + 3)", "<null>", "csv.invalid_utf8"])
    expected.append(["\(Self.cases.count + 4)", "<null>", "csv.wrong_field_count"])
    #expect(found.count == expected.count)
    for (found, expected) in zip(found, expected) { #expect(found == expected) }
    #expect(try await database.counts() == before)
  }

  @Test("is left out alone when good lines are asked for")
  func goodRows() async throws {
    let database = try await database()
    let result = try database.importLoans(file, "--good-rows")
    #expect(result.exitCode == 1 && result.error.hasSuffix(" [import.lines_refused]\n"))
    #expect(result.error.contains("import.old_number_twice"))
    let rows = try result.rows()
    #expect(rows.map { $0["outcome"] } == ["imported", "refused"])
    #expect(rows.map { $0["loans"] }[0] == "2" && rows[0]["balance"] == "1200.00")
    let counts = try await database.counts()
    #expect(counts == ["2", "2", "2", "2", "6", "2", "2", "2"])
    #expect(try await database.failingChecks() == [])
  }

  @Test("a file that can't be told apart into lines is refused whole, with one code")
  func brokenFiles() async throws {
    let database = try await database()
    let before = try await database.counts()
    let good = Self.header + Self.line()
    let files: [(String, String)] = [
      (good + "\"d1,c1\n", "csv.unclosed_quote"), ("", "csv.empty"),
      (good.replacingOccurrences(of: "balance,", with: ""), "csv.missing_column"),
      ("colour," + good, "csv.unknown_column"), (good + "\r", "csv.bare_carriage_return"),
    ]
    for (file, code) in files {
      let result = try database.importLoans(file.utf8)
      #expect(result.exitCode == 1 && result.output.isEmpty, "\(code)")
      #expect(result.error.hasSuffix(" [\(code)]\n"), "\(result.error)")
    }
    let nowhere = try database.program(["import", "loans", "/nowhere.csv"])
    #expect(nowhere.exitCode == 1 && nowhere.error.hasSuffix(" [csv.file_unreadable]\n"))
    #expect(try await database.counts() == before)
  }

  @Test("a check writes nothing, and a book of two banks goes in bank by bank or not at all")
  func check() async throws {
    let database = try await database()
    let before = try await database.counts()
    let good = Self.header + Self.line()
    let checked = try database.importLoans(good.utf8, "--check")
    #expect(try checked.rows().map { $0["outcome"] } == ["imported"])
    #expect(try await database.counts() == before)
    let each = try database.importLoans(good.utf8, "--each")
    #expect(try each.rows().map { $0["loan_number"] } == ["901202500000013"])
    try await database.pool.run { connection in
      try connection.script(
        """
        INSERT INTO banks SELECT 2, 'other', '902', name_zh, name_en, '', 'HUF', 0, NULL, '{}',
          '', '' FROM banks;
        INSERT INTO bank_heads (bank_id, business_date) VALUES (2, '2025-09-30');
        INSERT INTO branches SELECT 2, branch_id, code, '', '', '', '' FROM branches;
        INSERT INTO officers SELECT 2, 1, NULL, code, name, login, roles, '' FROM officers;
        INSERT INTO borrowers (bank_id, borrower_id, reference, kind, name, identity_scheme,
          identity_number, division_code) VALUES (2, 1, 'c1', 'person', 'c1', 'other', 'c1', '');
        """, name: "test/second_bank")
    }
    // Forints have no decimals: the amounts of the other bank are refused, and both stay out.
    let both = Self.header + Self.line(["old_number": "A-2"]) + Self.line(["bank": "other"])
    let refused = try database.importLoans(both.utf8)
    #expect(try refused.rows().map { $0["code"] } == ["field.not_an_amount"])
    #expect(try await database.query(Self.loansByBank) == [["1", "1"]])
    let forints = Self.line(["bank": "other", "granted": "1200", "balance": "600"])
    let taken = try database.importLoans((Self.header + Self.line() + forints).utf8)
    #expect(try taken.rows().map { $0["outcome"] } == ["known", "imported"], "\(taken.error)")
    #expect(try await database.query(Self.loansByBank) == [["1", "1"], ["2", "1"]])
  }

  private static let loansByBank = """
    SELECT ARRAY[bank_id, count(*)]::text[] AS line FROM loans GROUP BY bank_id ORDER BY bank_id
    """

  @Test("every method and a floating rate go in, with a schedule that repays the balance")
  func methods() async throws {
    let database = try await database()
    let loans: [[String: String]] = [
      ["method": "equal-installments"], ["method": "equal-principal"], ["method": "at-maturity"],
      ["method": "interest-then-principal", "interest_every_months": "3", "settlement_day": "20"],
      ["method": "plan", "plan": "2025-10-20:250.00;2026-01-15:350.00"],
      ["method": "grace-then-equal-installments", "principal_from": "2025-12-01"],
      ["method": "seasonal", "month_weights": "1;0;0;0;0;0;0;0;0;2;1;1"],
      [
        "rate_percent": "", "rate_index": "LPR1Y", "rate_spread": "-0.5", "rate_reset": "01-01",
        "restructured": "yes",
      ],
    ]
    let lines = loans.enumerated().map { index, changes in
      Self.line(changes.merging(["old_number": "M-\(index)"]) { $1 })
    }
    let result = try database.importLoans((Self.header + lines.joined()).utf8)
    #expect(result.exitCode == 0, "\(result.error)\(result.output)")
    let sums = try await database.query(
      """
      SELECT ARRAY[(SELECT sum(part) FROM unnest(s.principal) part), l.principal,
        l.granted]::text[] AS line
      FROM signed_schedules s JOIN loans l USING (bank_id, loan_id) ORDER BY loan_id
      """)
    #expect(sums == loans.map { _ in ["60000", "60000", "120000"] })
    let marked = try await database.query(
      "SELECT ARRAY[rate_e12::text, is_restructured::text] AS line FROM loans WHERE loan_id = 8")
    #expect(marked == [["-5000000000", "true"]])
    #expect(try await database.failingChecks() == [])
  }
}
