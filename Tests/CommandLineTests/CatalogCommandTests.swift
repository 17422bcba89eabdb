import Foundation
import TestCatalog
import Testing

/// Goal: what the commands show of the catalog and of borrowers, and how they refuse a file.
///
/// Method: the built program on a database with all seeds.
@Suite("The commands of the catalog")
struct CatalogCommandTests {
  /// Runs shell lines in which `$shanhai` is the program and `$db` the database.
  private static func shell(
    _ line: String, _ database: String, language: String = "en"
  ) throws -> Program.Result {
    let variables = [
      "SHANHAI_DATABASE_URI": database, "LANG": language, "seeds": TestCatalog.seeds,
    ]
    return try Program.shell("db=$SHANHAI_DATABASE_URI; \(line)", variables)
  }

  @Test("matrix lists from how many days on firms' loans are in a class")
  func matrix() async throws {
    let database = try await TestCatalog.loaded()
    let rows = try Self.shell(
      #"$shanhai catalog matrix --format csv --database "$db""#, database)
    #expect(rows.exitCode == 0 && rows.error == "")
    let lines = rows.output.split(whereSeparator: \.isNewline)
    #expect(lines.count == 5 && lines[2].hasPrefix("mortgaged,2007-07-20,31,181,361,,"))
    #expect(lines[4].hasPrefix("unsecured,2007-07-20,1,31,91,361,"))
    let shown = try Self.shell(
      #"$shanhai catalog matrix --database "$db""#, database, language: "zh_CN.UTF-8")
    #expect(shown.output.contains("次级自(天)"))
  }

  @Test("load says what it added, and a second time that nothing changed")
  func load() async throws {
    let database = try await TestCatalog.loaded()
    let again = try Self.shell(#"$shanhai catalog load "$seeds" --database "$db""#, database)
    #expect(again.exitCode == 0 && again.error == "")
    #expect(again.output.contains("divisions.csv                    0       7242\n"))
    let line = "effective_on,one_year_percent,five_year_percent,source"
    let refused = try Self.shell(
      """
      folder=$(mktemp -d); printf '%s\\n' '\(line)' '2019-08-20,9,4.85,x' '2019-8-20,9,4,x' \
      > $folder/lpr.csv; $shanhai catalog load $folder --database "$db"; code=$?
      rm -r $folder; exit $code
      """, database)
    #expect(refused.exitCode == 1 && refused.output == "")
    #expect(refused.error.contains("lpr.csv     3  field.not_a_day"))
    #expect(refused.error.hasSuffix(" [files.lines_refused]\n"))
  }

  @Test("lists show banks, branches, officers, products, rates and days")
  func lists() async throws {
    let database = try await TestCatalog.loaded()
    func list(_ words: String) throws -> [String] {
      let result = try Self.shell(
        "$shanhai catalog \(words) --format csv --database \"$db\"", database)
      #expect(result.exitCode == 0 && result.error == "", "\(result.error)")
      return result.output.split(separator: "\n").map(String.init)
    }
    #expect(try list("banks").count == 25)
    #expect(try list("branches").count == 49)
    #expect(try list("branches --bank pingguo").count == 3)
    let officers = try list("officers --bank pingguo")
    #expect(officers.count == 7 && officers.last?.hasPrefix("pingguo,member-2,") == true)
    #expect(try list("lpr --on 2026-01-01").last?.hasPrefix("2025-12-22,3.00,3.50,") == true)
    #expect(try list("calendar").count == 109)
    #expect(try list("tiers").last?.hasPrefix("any,any,2020-01-01,500000.00,committee,3,") == true)
    #expect(try list("documents --line student-aid").count == 6)
    #expect(try list("scores --line tourism").contains { $0.hasSuffix(",age,61,3") })
    let shocks = try list("stress")
    let first = "apple-price,1,Apple price falls by 30 %,2025-01-01,microcredit,513434,苹果,,"
    #expect(shocks.count == 11 && shocks[1] == first + "no,40,120,0,no,demo")
    #expect(try list("losses").last == "any,unsecured,2018-01-01,45,demo")
    #expect(try list("scenarios").last == "worse,Worse,2018-01-01,30,140,odds,demo")
    let products = try list("products --on 2026-01-15")
    #expect(products.count == 5 && !products.contains { $0.hasPrefix("microcredit") })
    #expect(try list("products --on 2026-03-01").contains { $0.hasPrefix("microcredit,2,") })
  }

  @Test("borrowers are masked unless they are asked for in full, and come in pages")
  func borrowers() async throws {
    let database = try await TestCatalog.loaded()
    let list = #"$shanhai borrower list --bank qionglai --format json --database "$db""#
    let masked = try Self.shell(list, database)
    #expect(masked.exitCode == 0 && masked.error == "")
    #expect(masked.output.contains(#""name": "曹*""#))
    #expect(masked.output.contains(#""identity_number": "5101**********9993""#))
    #expect(!masked.output.contains("曹示甲") && !masked.output.contains("197203"))
    #expect(!masked.output.contains("1972-03"))
    #expect(masked.output.contains("示例邛崃酒业有限公司"))
    let full = try Self.shell(list + " --reveal --rows 1 --after E1", database)
    #expect(full.output.contains("510130197203109993") && full.output.contains("曹示甲"))
    #expect(full.output.contains(#""next": "H1""#))
    let wrong = try Self.shell(list + " --rows 0", database)
    #expect(wrong.exitCode == 2)
  }

  @Test("an import reports every bad line in the language of the user, and how it ends")
  func importing() async throws {
    let database = try await TestCatalog.loaded()
    let add = """
      folder=$(mktemp -d)
      printf '%s\\n' bank,branch,login,name_zh,roles,source \
      "qionglai,first,$(psql "$db" -Atc 'SELECT session_user'),测,account-officer,test" \
      > $folder/officers.csv
      $shanhai catalog load $folder --database "$db" > /dev/null || exit 9
      head='reference,kind,name,identity_scheme,identity_number,division_code,household_reference'
      printf '%s\\n' "$head" 'X1,person,示例,other,1,510183,' 'X2,person,示例,other,2,510183,H9' \
      'X3,robot,示例,other,3,510183,' > $folder/b.csv

      """
    let none = try Self.shell(
      add + #"$shanhai borrower import $folder/b.csv --bank qionglai --database "$db""#, database,
      language: "zh_CN.UTF-8")
    #expect(none.exitCode == 1 && none.output == "")
    #expect(none.error.contains("b.csv   3  borrower.household_unknown  没有编号为 \"H9\" 的农户"))
    #expect(none.error.contains("b.csv   4  field.not_one_of"))
    #expect(none.error.hasSuffix("[borrower.lines_refused]\n"))
    let good = try Self.shell(
      add
        + #"$shanhai borrower import $folder/b.csv --bank qionglai --good-rows --database "$db""#,
      database)
    #expect(good.exitCode == 1)
    #expect(good.output.split(separator: "\n").last == "    1               0          0")
    #expect(good.error.contains("2 lines were refused and 1 went in"))
  }
}
