import Foundation

/// What was signed: a row of the demo's loans, the product it falls under, the published rates.
struct DemoLoan: Sendable {
  struct Subsidy: Sendable {
    /// `finance` or `programme`.
    let payer: String
    let percent: Int
    /// In fen: interest on what lies above it is not subsidised.
    let principalLimit: Int
    /// The first day without subsidy.
    let end: CalendarDay
    let stopsWhenOverdue: Bool
  }

  struct Payment: Sendable {
    let on: CalendarDay
    let amount: Int
    let isInAdvance: Bool
  }

  let bank: String
  let borrower: String
  let line: String
  /// The loan's number without its check digit: bank, year, serial.
  let stem: String
  let principal: Int
  let agreedOn: CalendarDay
  let startsOn: CalendarDay
  let maturesOn: CalendarDay
  let method: String
  let interestEveryMonths: Int
  let settlementDay: Int?
  let principalEveryMonths: Int
  let principalFrom: CalendarDay?
  let plan: [CalendarDay: Int]
  let monthWeights: [Int]
  let countsMonths: Bool
  let rate: DemoRate
  let penaltyPercent: Int
  let subsidy: Subsidy?
  /// See `LoanStanding`.
  let classesOfFirm: [String: Int]
  var payments: [Payment] = []

  /// All loans of the demo with their repayments, in the order of the file.
  static func all() throws -> [DemoLoan] {
    let numbers = try Dictionary(
      uniqueKeysWithValues: DemoFiles.rows("seeds/banks.csv").map {
        ($0["code", default: ""], $0["number", default: ""])
      })
    let publications = try DemoRate.publications()
    var serials: [String: Int] = [:]
    let repayments = try DemoFiles.rows("seeds/demo/repayments.csv")
    return try DemoFiles.rows("seeds/demo/loans.csv").map { row in
      let year = String(row["agreed_on", default: ""].prefix(4))
      let start = numbers[row["bank", default: ""], default: ""] + year
      serials[start, default: 0] += 1
      let serial = String(serials[start, default: 0])
      let stem = start + String(repeating: "0", count: 7 - serial.count) + serial
      var loan = try DemoLoan(row, stem: stem, publications)
      loan.payments = try repayments.filter {
        $0["loan_number", default: ""].dropLast() == stem
      }.map { payment in
        Payment(
          on: try DemoFiles.day(payment["on"]), amount: try DemoFiles.fen(payment["amount"] ?? ""),
          isInAdvance: payment["in_advance"] == "yes")
      }
      return loan
    }
  }

  private init(
    _ row: [String: String], stem: String, _ publications: [DemoRate.Publication]
  ) throws {
    func number(_ column: String) -> Int? { row[column].flatMap { Int($0) } }
    self.stem = stem
    bank = row["bank", default: ""]
    borrower = row["borrower", default: ""]
    line = row["line", default: ""]
    principal = try DemoFiles.fen(row["amount", default: ""])
    agreedOn = try DemoFiles.day(row["agreed_on"])
    startsOn = try DemoFiles.day(row["starts_on"])
    maturesOn = try DemoFiles.day(row["matures_on"])
    method = row["method", default: ""]
    interestEveryMonths = number("interest_every_months") ?? 0
    settlementDay = number("settlement_day")
    principalEveryMonths = number("principal_every_months") ?? 0
    principalFrom = CalendarDay(row["principal_from", default: ""])
    plan = try Dictionary(
      uniqueKeysWithValues: row["plan", default: ""].split(separator: ";").map { part in
        let halves = part.split(separator: ":").map(String.init)
        return (try DemoFiles.day(halves.first), try DemoFiles.fen(halves.last ?? ""))
      })
    monthWeights = row["month_weights", default: ""].split(separator: ";").compactMap { Int($0) }
    countsMonths = row["basis"] == "months/12"
    let product = try DemoProduct.version(of: line, on: agreedOn)
    rate = try DemoRate(
      product.rate, agreedOn: agreedOn, startsOn: startsOn, maturesOn: maturesOn, publications)
    penaltyPercent = product.penaltyPercent
    let end = CalendarDay(row["subsidy_until", default: ""])
    subsidy =
      row["subsidised"] == "yes" ? try product.subsidy?.terms(end: end ?? maturesOn) : nil
    let bank = bank
    let borrower = borrower
    let kind = try DemoFiles.rows("seeds/demo/borrowers.csv")
      .first { $0["bank"] == bank && $0["reference"] == borrower }?["kind"]
    classesOfFirm =
      kind == "enterprise" || kind == "cooperative" ? try Self.matrixOfUnsecured() : [:]
  }

  /// From how many days on a firm's loan is in a class.
  private static func matrixOfUnsecured() throws -> [String: Int] {
    let row = try DemoFiles.rows("seeds/small_enterprise_matrix.csv")
      .first { $0["security"] == "unsecured" }
    var days: [String: Int] = [:]
    for name in ["special-mention", "substandard", "doubtful", "loss"] {
      let column = name.replacing("-", with: "_") + "_from"
      days[name] = row?[column].flatMap { Int($0) }
    }
    return days
  }
}

/// What a product's file says, as far as it bears on amounts.
struct DemoProduct: Decodable {
  struct Line: Decodable {
    let versions: [DemoProduct]
  }
  struct Rate: Decodable {
    struct Index: Decodable {
      let upToMonths: Int
      let short: String
      let long: String
    }
    let kind: String
    let index: Index
    let spreadBasisPoints: Int
    let reset: String?
  }
  struct Subsidy: Decodable {
    let payer: String
    let percent: String
    let principalLimitYuan: String
    let stopsWhenOverdue: Bool

    func terms(end: CalendarDay) throws -> DemoLoan.Subsidy {
      DemoLoan.Subsidy(
        payer: payer, percent: Int(percent) ?? 0,
        principalLimit: try DemoFiles.fen(principalLimitYuan), end: end,
        stopsWhenOverdue: stopsWhenOverdue)
    }
  }
  let validFrom: String
  let validUntil: String?
  let rate: Rate
  let penaltyPercent: Int
  let subsidy: Subsidy?

  /// The version under which an agreement of a day falls.
  static func version(of line: String, on day: CalendarDay) throws -> DemoProduct {
    let text = try DemoFiles.text("seeds/products/\(line).json")
    let versions = try JSONDecoder().decode(Line.self, from: Data(text.utf8)).versions
    let found = versions.filter { version in
      version.validFrom <= "\(day)" && "\(day)" < version.validUntil ?? "9999"
    }
    guard let version = found.first, found.count == 1 else {
      throw DemoFiles.Broken(description: "\(found.count) versions of \(line) hold on \(day)")
    }
    return version
  }
}
