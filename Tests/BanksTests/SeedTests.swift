// Goal: what `seeds/` says about banks, borrowers, rates and days is whole and agrees with itself.
// Method: the files as they are, read here by a reader of their own; facts checked one by one.

import Banks
import Foundation
import Quantities
import Testing

private func seedsFolder() -> URL {
  URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "seeds")
}

/// A file of `seeds/`: one dictionary a row.
private func seed(_ name: String) throws -> [[String: String]] {
  let text = try String(contentsOf: seedsFolder().appending(path: name), encoding: .utf8)
  let lines = text.split(separator: "\n").map(fields)
  let header = try #require(lines.first)
  return try lines.dropFirst().map { fields in
    try #require(fields.count == header.count, "\(name): \(fields)")
    return Dictionary(uniqueKeysWithValues: zip(header, fields))
  }
}

/// The fields of one line; a quoted field may hold commas.
private func fields(_ line: Substring) -> [String] {
  var fields = [""]
  var isQuoted = false
  for character in line {
    switch character {
    case "\"": isQuoted.toggle()
    case "," where !isQuoted: fields.append("")
    default: fields[fields.count - 1].append(character)
    }
  }
  return fields
}

private func divisions() throws -> Divisions {
  Divisions(
    try seed("divisions.csv").map { row in
      Division(
        code: try #require(row["code"]), name: try #require(row["name_zh"]),
        validFromYear: try #require(row["valid_from_year"].flatMap { Int($0) }),
        validUntilYear: row["valid_until_year"].flatMap { Int($0) })
    })
}

@Suite("Seeds")
struct SeedTests {
  @Test(
    "name the source of each row",
    arguments: [
      "divisions.csv", "banks.csv", "sponsors.csv", "places_named_in_brief.csv", "branches.csv",
      "officers.csv", "bank_capital.csv", "lpr.csv", "calendar.csv", "programmes.csv",
      "funds.csv", "stress.csv", "loss_given_default.csv", "macro_scenarios.csv",
      "demo/borrowers.csv", "demo/groups.csv", "approval_tiers.csv", "documents.csv",
    ])
  func sources(_ name: String) throws {
    let rows = try seed(name)
    #expect(!rows.isEmpty)
    #expect(rows.allSatisfy { $0["source"]?.isEmpty == false })
  }

  @Test("know the divisions, current and retired")
  func knownDivisions() throws {
    let divisions = try divisions()
    let current = [
      "513434": "越西县", "222400": "延边朝鲜族自治州", "522300": "黔西南布依族苗族自治州", "522301": "兴义市",
      "330205": "江北区", "330212": "鄞州区", "330203": "海曙区", "330225": "象山县", "451082": "平果市",
      "652902": "库车市", "650502": "伊州区", "659001": "石河子市", "659004": "五家渠市", "659005": "北屯市",
      "511300": "南充市", "330114": "钱塘区", "659012": "白杨市",
    ]
    for (code, name) in current {
      #expect(divisions.isCurrent(code), "\(code)")
      #expect(divisions.name(of: code) == name)
    }
    for (code, name) in ["451023": "平果县", "652923": "库车县", "652201": "哈密市"] {
      #expect(divisions.isKnown(code) && !divisions.isCurrent(code), "\(code)")
      #expect(divisions.name(of: code) == name)
    }
    #expect(!divisions.isKnown("000000") && !divisions.isKnown("990101"))
  }

  @Test("accept a resident ID with a retired area code", arguments: ["451023", "652923", "652201"])
  func retiredAreas(_ area: String) throws {
    let divisions = try divisions()
    let fitting = "0123456789X".compactMap { character in
      try? ResidentID("\(area)19800101001\(character)", isKnownArea: divisions.isKnown)
    }
    #expect(fitting.count == 1)
  }

  @Test("have the 24 traced banks, each in a current division, and none for Nanchong")
  func banks() throws {
    let divisions = try divisions()
    let banks = try seed("banks.csv")
    #expect(banks.count == 24)
    #expect(Set(banks.map { $0["code"] }).count == 24)
    let numbers = banks.compactMap { $0["number"].flatMap { Int($0) } }
    #expect(numbers == Array(101...120) + Array(122...125))
    #expect(banks.filter { $0["clears_via_yinzhou"] == "yes" }.count == 22)
    for bank in banks {
      let division = try #require(bank["division_code"])
      #expect(divisions.isCurrent(division), "\(division)")
      let prefixes = try #require(bank["area_code_prefixes"]).split(separator: ";")
      #expect(prefixes.contains { division.hasPrefix($0) })
      #expect(Currency.yuan.money(try #require(bank["net_capital_yuan"]))?.isPositive == true)
      #expect(bank["net_capital_source"] == "demo")
      #expect(bank["business_date"].flatMap { Day($0) } != nil)
    }
    let places = try seed("places_named_in_brief.csv")
    let codes = Set(banks.map { $0["code"] })
    for place in places {
      let isConfirmed = place["status"] == "confirmed"
      #expect(isConfirmed == codes.contains(place["bank"]))
    }
    #expect(places.filter { $0["bank"] == "" }.map { $0["name_zh"] } == ["南充"])
  }

  @Test("give each bank two branches, officers of every role, and dated capital")
  func offices() throws {
    let branches = Dictionary(grouping: try seed("branches.csv"), by: { $0["bank"] })
    let officers = Dictionary(grouping: try seed("officers.csv"), by: { $0["bank"] })
    let capital = Dictionary(grouping: try seed("bank_capital.csv"), by: { $0["bank"] })
    for bank in try seed("banks.csv") {
      let code = bank["code"]
      #expect(branches[code]?.count == 2)
      let roles = try #require(officers[code]).flatMap { row in
        (row["roles"] ?? "").split(separator: ";").map { OfficerRole(rawValue: String($0)) }
      }
      #expect(Set(roles) == Set(OfficerRole.allCases))
      let branchCodes = Set(try #require(branches[code]).map { $0["code"] })
      #expect(officers[code]?.allSatisfy { branchCodes.contains($0["branch"]) } == true)
      let start = try #require(bank["business_date"].flatMap { Day($0) })
      let inForce = try #require(capital[code]).last { row in
        row["effective_on"].flatMap { Day($0) }.map { $0 <= start } ?? false
      }
      #expect(inForce?["net_capital_yuan"] == bank["net_capital_yuan"])
    }
    #expect(Set(officers.values.joined().map { $0["login"] }).count == 144)
  }

  @Test("have 80 LPR rows, one a month, in steps of 0.05")
  func loanPrimeRates() throws {
    let rows = try seed("lpr.csv")
    #expect(rows.count == 80)
    let days = rows.compactMap { $0["effective_on"].flatMap { Day($0) } }
    let months = days.map(\.month)
    #expect(months.first == Month("2019-08") && months.last == Month("2026-03"))
    #expect(zip(months, months.dropFirst()).allSatisfy { $1 - $0 == 1 })
    for row in rows {
      for column in ["one_year_percent", "five_year_percent"] {
        let rate = try #require(row[column].flatMap { AnnualRate(percent: $0) })
        #expect(rate.trillionths.isMultiple(of: AnnualRate(basisPoints: 5).trillionths))
      }
    }
    #expect(rows.last?["one_year_percent"] == "3.00" && rows.last?["five_year_percent"] == "3.50")
  }

  @Test("move weekends only: make-up workdays are weekend days, and pay for holidays on weekdays")
  func calendar() throws {
    let rows = try seed("calendar.csv")
    let days = try rows.map { try #require($0["day"].flatMap { Day($0) }) }
    #expect(zip(days, days.dropFirst()).allSatisfy { $0 < $1 })
    for (row, day) in zip(rows, days) where row["kind"] == "workday" {
      #expect(day.weekday >= 6, "\(day)")
    }
    // Weekdays off less make-up days = the statutory days that fall on a weekday or are moved
    // there:
    // 11 days a year in 2024, 13 from 2025 (two more since the revision of November 2024).
    for (year, statutoryCount) in [2024: 11, 2025: 13, 2026: 13] {
      let ofYear = zip(rows, days).filter { $0.1.year == year }
      let weekdaysOff = ofYear.filter { $0.0["kind"] == "holiday" && $0.1.weekday <= 5 }.count
      let makeUps = ofYear.filter { $0.0["kind"] == "workday" }.count
      #expect(weekdaysOff - makeUps == statutoryCount, "\(year)")
    }
  }
}

@Suite("The demo book")
struct DemoBookTests {
  /// The borrowers of one bank by their reference, checked as the program checks them.
  private func book() throws -> [String: [(row: [String: String], borrower: Borrower)]] {
    let divisions = try divisions()
    var book: [String: [(row: [String: String], borrower: Borrower)]] = [:]
    for (index, row) in try seed("demo/borrowers.csv").enumerated() {
      let identity = try Identity(
        scheme: try #require(row["identity_scheme"].flatMap(IdentityScheme.init)),
        number: try #require(row["identity_number"]), isKnownArea: divisions.isKnown)
      var borrower = Borrower(
        id: Int64(index + 1), bankID: 1,
        kind: try #require(row["kind"].flatMap(BorrowerKind.init)),
        name: try #require(row["name"]), identity: identity)
      if borrower.kind.isNatural {
        let bornOn: Day = try #require(row["born_on"].flatMap { Day($0) })
        let sex: Sex = try #require(row["sex"].flatMap(Sex.init))
        borrower.bornOn = bornOn
        borrower.sex = sex
      }
      borrower.divisionCode = try #require(row["division_code"])
      try borrower.checkIdentity()
      book[try #require(row["bank"]), default: []].append((row, borrower))
    }
    return book
  }

  @Test("has borrowers of every kind at six banks, all in their bank's area, none twice")
  func borrowers() throws {
    let banks = Dictionary(grouping: try seed("banks.csv"), by: { $0["code"] ?? "" })
    let book = try book()
    #expect(
      Set(book.keys) == [
        "wujiaqu", "shihezi", "pingguo", "dongxing", "hami-hongxing", "qionglai",
      ])
    for (code, entries) in book {
      #expect(Set(entries.map(\.borrower.kind)) == Set(BorrowerKind.allCases))
      #expect(Set(entries.map(\.borrower.identity)).count == entries.count)
      #expect(Set(entries.map { $0.row["reference"] }).count == entries.count)
      let row = try #require(banks[code]?.first)
      var bank = Bank(
        id: 1, code: code, number: 1, name: BilingualName(chinese: "", english: ""),
        currency: .yuan)
      bank.areaCodePrefixes = (row["area_code_prefixes"] ?? "").split(separator: ";")
        .map { String($0) }
      #expect(entries.allSatisfy { bank.mayLend(in: $0.borrower.divisionCode) })
    }
  }

  @Test("gives each student a grown-up co-borrower, and each reference its row")
  func references() throws {
    for (_, entries) in try book() {
      let byReference = Dictionary(
        uniqueKeysWithValues: entries.map { ($0.row["reference"] ?? "", $0.borrower) })
      for (row, borrower) in entries {
        if let household = row["household_reference"], !household.isEmpty {
          #expect(byReference[household]?.kind == .household)
        }
        guard borrower.kind == .student else { continue }
        let parent = try #require(byReference[row["co_borrower_reference"] ?? ""])
        #expect(parent.kind == .person)
        let start = try #require(Day("2025-07-01"))
        #expect(try #require(parent.age(on: start)) >= 18)
        #expect(try #require(borrower.age(on: start)) >= 18)
      }
    }
  }

  @Test("has one joint-liability group of five households")
  func group() throws {
    let groups = try seed("demo/groups.csv")
    #expect(groups.count == 1)
    for row in groups {
      let members = try #require(try book()[row["bank"] ?? ""])
        .filter { $0.row["group_reference"] == row["reference"] }.map(\.borrower)
      let group = try JointLiabilityGroup(
        id: 1, bankID: 1, name: try #require(row["name"]), members: members)
      #expect(group.memberIDs.count == 5)
    }
  }
}

@Suite("Product seeds")
struct ProductSeedTests {
  /// Number, first day and day after the last (nil: open) of each version of a line.
  private func versions(_ line: String) throws -> [(number: Int, from: Day, until: Day?)] {
    let url = seedsFolder().appending(path: "products/\(line).json")
    let file = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
    #expect(file?["line"] as? String == line)
    return try #require(file?["versions"] as? [[String: Any]]).map { version in
      #expect((version["document"] as? String)?.isEmpty == false)
      #expect((version["marks"] as? String)?.contains("[D]") == true)
      let from: Day = try #require((version["validFrom"] as? String).flatMap { Day($0) })
      return (
        try #require(version["version"] as? Int), from,
        (version["validUntil"] as? String).flatMap { Day($0) }
      )
    }
  }

  @Test(
    "have versions 1, 2, … that never hold on one day, the last one open",
    arguments: ["industry", "microcredit", "education", "tourism", "student-aid"])
  func order(_ line: String) throws {
    let versions = try versions(line)
    #expect(versions.map(\.number) == Array(1...versions.count))
    for (version, next) in zip(versions, versions.dropFirst()) {
      #expect(try #require(version.until) <= next.from)
    }
    #expect(versions.last?.until == nil)
  }

  @Test("leave agreements of 2026-01-01 to 2026-02-27 without a microcredit version")
  func gap() throws {
    let versions = try versions("microcredit")
    func holds(_ text: String) -> [Int] {
      guard let day = Day(text) else { return [] }
      return versions.filter { $0.from <= day && day < ($0.until ?? Day.last) }.map(\.number)
    }
    #expect(holds("2021-03-03") == [])
    #expect(holds("2021-03-04") == [1])
    #expect(holds("2025-12-31") == [1])
    #expect(holds("2026-01-01") == [])
    #expect(holds("2026-02-27") == [])
    #expect(holds("2026-02-28") == [2])
  }
}
