import Foundation
import Testing

/// Goal: a quote shows what a loan of each product line costs, to the cent and the sixth decimal.
///
/// Method: the program, offline, with products and LPR as they are delivered. The figures come from
/// a separate calculation in exact fractions (schedules) and fifty digits (rates); where one line
/// of arithmetic gives a figure it stands beside it. LPR from 2025-05-20: 3.00 % and 3.50 %.
@Suite("A loan is quoted without a database")
struct LoanQuoteTests {
  private static let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("seeds").path

  private struct Quote {
    var terms: [String: String] = [:]
    var cost: [String: String] = [:]
    /// Due day, principal, interest, subsidised, what the borrower pays, balance.
    var rows: [[String]] = []

    init(_ arguments: String) throws {
      // A home and a database that aren't there: nothing of them may be needed.
      let environment = ["SHANHAI_HOME": "/nonexistent", "PGHOST": "/nonexistent"]
      let result = try Program.shell(
        "$shanhai loan quote \(arguments) --format json", environment)
      #expect(result.exitCode == 0 && result.error.isEmpty, "\(result.error)")
      let json = try #require(
        JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      terms = try Self.named(json["terms"])
      cost = try Self.named(json["cost"])
      let keys = ["due_on", "principal", "interest", "subsidised", "borrower_pays", "balance"]
      let schedule = try #require(json["schedule"] as? [[String: Any]])
      rows = schedule.map { row in keys.map { "\(row[$0] ?? "")" } }
    }

    private static func named(_ rows: Any?) throws -> [String: String] {
      let rows = try #require(rows as? [[String: Any]])
      let pairs = rows.map { ("\($0["name"] ?? "")", $0["value"].map { "\($0)" } ?? "") }
      return Dictionary(pairs) { first, _ in first }
    }

    func costs(_ keys: String...) -> [String?] { keys.map { cost[$0] } }
  }

  private static func catalog(_ arguments: String) -> String {
    "--catalog \(seeds) \(arguments)"
  }

  // 50,000 at 3.5 % ÷ 12 over 36 months: 1,465.10.
  @Test("terms of one's own: equal instalments, interest by months")
  func ownTerms() throws {
    let quote = try Quote(
      "--amount 50000 --rate-percent 3.5 --starts-on 2025-03-05 --months 36"
        + " --method equal-installments --basis months/12")
    #expect(
      quote.costs("payments", "first_payment", "usual_payment", "last_payment", "interest")
        == ["36", "1465.10", "1465.10", "1465.25", "2743.75"])
    #expect(
      quote.costs("effective_percent", "nominal_percent", "apr_eu_percent", "apr_us_percent")
        == ["3.556694", "3.499999", "3.556694", "3.499999"])
    // 50,000 × 0.035 ÷ 12 = 145.83
    #expect(
      quote.rows.first == ["2025-04-05", "1319.27", "145.83", "0.00", "1465.10", "48680.73"])
    #expect(quote.rows.last?.last == "0.00")
  }

  // 24 months take LPR 5Y, 3.50 %. Without the fee the rate would be that of the contract.
  @Test("microcredit: the fee raises every rate")
  func microcredit() throws {
    let quote = try Quote(
      Self.catalog(
        "--line microcredit --amount 30000 --starts-on 2026-03-10 --months 24 --fee 100"))
    #expect(quote.terms["method"] == "equal-installments")
    #expect(quote.terms["basis"] == "months/12")
    #expect(quote.terms["rate_percent"] == "3.50" && quote.terms["product_version"] == "2")
    #expect(
      quote.costs("usual_payment", "last_payment", "interest", "fee", "cost", "borrower_pays")
        == ["1296.08", "1296.10", "1105.94", "100.00", "1205.94", "31205.94"])
    #expect(
      quote.costs("effective_percent", "nominal_percent", "apr_us_percent", "apr_us_unit_period")
        == ["3.893032", "3.825248", "3.825248", "1 month"])
  }

  // LPR 1Y + 50 bp = 3.50 %. 300,000 × 3.5 % × 10 ÷ 360 = 291.67, a fifth of it from the programme.
  @Test("industry: quarterly interest, principal after two harvests, a fifth subsidised")
  func industry() throws {
    let quote = try Quote(
      Self.catalog(
        "--line industry --amount 300000 --starts-on 2026-03-10 --months 24 --subsidised"
          + " --plan '2026-10-20:100000;2027-10-20:200000'"))
    #expect(
      quote.rows.first == ["2026-03-20", "0.00", "291.67", "58.33", "233.34", "300000.00"])
    #expect(
      quote.rows[4] == ["2026-12-20", "0.00", "2061.11", "412.22", "1648.89", "200000.00"])
    #expect(
      quote.costs("due_days", "payments", "first_payment", "usual_payment", "last_payment")
        == ["11", "10", "233.34", "<null>", "466.66"])
    #expect(
      quote.costs("interest", "subsidy_pays", "cost", "borrower_pays")
        == ["13630.55", "2726.12", "10904.43", "310904.43"])
    #expect(
      quote.costs("effective_percent", "nominal_percent", "apr_us_percent", "apr_us_unit_period")
        == ["2.875839", "2.838614", "2.843983", "3 month"])
    #expect(quote.terms["provisional"] == "1")
  }

  // 20,000 × 3 % ÷ 12 = 50.00 a month, half of it from the programme during the training.
  @Test("education: half the interest in training, then equal instalments")
  func education() throws {
    let quote = try Quote(
      Self.catalog(
        "--line education --amount 20000 --starts-on 2026-03-10 --months 18"
          + " --principal-from 2026-10-01 --subsidised --subsidy-until 2026-09-10"))
    #expect(quote.rows[5] == ["2026-09-10", "0.00", "50.00", "25.00", "25.00", "20000.00"])
    #expect(quote.rows[6] == ["2026-10-10", "1643.87", "50.00", "0.00", "1693.87", "18356.13"])
    #expect(
      quote.costs("interest", "subsidy_pays", "usual_payment", "last_payment")
        == ["626.49", "150.00", "1693.87", "1693.92"])
    #expect(
      quote.costs("effective_percent", "nominal_percent", "apr_us_percent")
        == ["2.300535", "2.276628", "2.276628"])
  }

  // LPR 5Y + 30 bp = 3.80 %. Of 21 parts July takes 4: 120,000 × 8 ÷ 21 − 120,000 × 4 ÷ 21.
  @Test("tourism: principal by the season, interest each 20th")
  func tourism() throws {
    let quote = try Quote(
      Self.catalog(
        "--line tourism --amount 120000 --starts-on 2026-04-01 --months 12"
          + " --month-weights '0;0;1;1;1;2;4;4;3;2;1;1'"))
    // 120,000 × 3.8 % × 19 ÷ 360 = 240.67
    #expect(
      quote.rows.first == ["2026-04-20", "5714.29", "240.67", "0.00", "5954.96", "114285.71"])
    #expect(quote.rows[3][1] == "22857.15" && quote.rows[9][1] == "0.00")
    #expect(quote.costs("interest", "payments") == ["2030.30", "13"])
    #expect(
      quote.costs("effective_percent", "nominal_percent", "apr_us_percent")
        == ["3.928012", "3.859020", "3.852630"])
  }

  // LPR 5Y − 70 bp = 2.80 %. 2028: 366 days cost 569.33, of which finance pays the 256 to 1
  // September, 398.22.
  @Test("student aid: nothing to pay at school, then interest, then three parts")
  func studentAid() throws {
    let quote = try Quote(
      Self.catalog(
        "--line student-aid --category undergraduate --amount 20000 --starts-on 2025-09-10"
          + " --matures-on 2033-09-20 --subsidised --subsidy-until 2028-09-01"
          + " --principal-from 2031-09-01"))
    #expect(quote.rows[0] == ["2025-12-20", "0.00", "157.11", "157.11", "0.00", "20000.00"])
    #expect(quote.rows[3] == ["2028-12-20", "0.00", "569.33", "398.22", "171.11", "20000.00"])
    #expect(quote.rows.map { $0[1] }.suffix(3) == ["6666.67", "6666.66", "6666.67"])
    #expect(
      quote.costs("due_days", "payments", "interest", "subsidy_pays", "first_payment")
        == ["9", "6", "4086.97", "1690.89", "171.11"])
    #expect(
      quote.costs("effective_percent", "nominal_percent", "apr_us_percent", "apr_us_unit_period")
        == ["1.625423", "1.613438", "1.625255", "1 year"])
  }

  // 30,000 × 3 % × 365 ÷ 360 = 912.50; half of it 456.25.
  @Test("a subsidy of one's own, and all at maturity")
  func atMaturity() throws {
    let quote = try Quote(
      "--line microcredit --amount 30000 --rate-percent 3 --starts-on 2026-03-10"
        + " --matures-on 2027-03-10 --method at-maturity --subsidy-percent 50")
    #expect(
      quote.rows == [["2027-03-10", "30000.00", "912.50", "456.25", "30456.25", "0.00"]])
    // 456.25 ÷ 30,000
    #expect(quote.costs("apr_us_percent", "effective_percent") == ["1.520833", "1.520833"])
  }

  @Test("people read a table in their language, and CSV has the same figures")
  func shapes() throws {
    let terms =
      "$shanhai loan quote --amount 50000 --rate-percent 3.5 --starts-on 2025-03-05 --months 36"
      + " --method equal-installments --basis months/12"
    let chinese = try Program.shell(terms + " --language zh").output
    #expect(chinese.contains("年化利率 %（复利，内部收益率）") && chinese.contains("3.56\n"))
    let csv = try Program.shell(terms + " --format csv --every-months 1").output
    #expect(csv.contains("\nnominal_percent,3.499999\n"))
    #expect(csv.contains("\n1,2025-04-05,1319.27,145.83,0.00,1465.10,48680.73\n"))
  }

  private static let own = "--amount 1000 --method at-maturity --starts-on 2026-03-10"
  private static let ofCatalog =
    "--catalog \(seeds) --starts-on 2026-03-10 --months 12 --amount"

  @Test(
    "what can't be quoted is refused by its rule",
    arguments: [
      ("\(own) --rate-percent 3", 2, "usage.one_term"),
      ("\(own) --rate-percent 3 --months 6 --steps 3:x", 2, "usage.steps_unreadable"),
      ("\(own) --rate-percent 3 --months 6 --steps 3:120", 2, "usage.steps_without_stepped"),
      ("\(own) --rate-percent 3 --months 6 --subsidy-limit 9", 2, "usage.subsidy_limit_alone"),
      ("\(own) --rate-percent 3 --months 0", 2, "usage.one_term"),
      ("\(own) --rate-percent 3 --months 12 --subsidised", 2, "usage.one_kind_of_subsidy"),
      ("\(own) --months 12", 1, "quote.rate_missing"),
      ("\(own) --rate-percent 3 --months 12 --amount x", 1, "field.not_an_amount"),
      ("\(own) --rate-percent 3 --months 12 --fee 0.001", 1, "field.not_an_amount"),
      ("\(own) --rate-percent 3 --months 12 --fee 1000", 1, "apr.no_rate"),
      (
        "\(own) --rate-percent 3 --months 12 --subsidy-percent 101", 1,
        "field.percent_outside_range"
      ),
      (
        "\(own) --rate-percent 3 --months 12 --amount 0", 1,
        "scheduling.principal_not_positive"
      ),
      ("\(own) --months 12 --catalog /nonexistent", 1, "files.nothing_found"),
      ("\(ofCatalog) 1000", 1, "origination.no_product_offered"),
      ("\(ofCatalog) 100001 --line microcredit", 1, "origination.principal_outside_range"),
      (
        "\(ofCatalog) 1000 --line microcredit --method plan", 1, "origination.method_not_offered"
      ),
      ("\(ofCatalog) 1000 --line microcredit --rate-percent 9", 1, "origination.rate_above_cap"),
    ] as [(String, Int32, String)])
  func refused(_ arguments: String, _ exitCode: Int32, _ code: String) throws {
    let result = try Program.shell("$shanhai loan quote \(arguments)")
    #expect(result.exitCode == exitCode && result.output.isEmpty)
    #expect(result.error.hasSuffix(" [\(code)]\n"), "\(result.error)")
  }
}
