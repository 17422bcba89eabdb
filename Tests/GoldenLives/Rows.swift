import Foundation
import Interchange

extension GoldenLife.Line {
  /// What of the row does not stand in the answer; a sentence each.
  func problems(in answer: JSONValue) throws -> [String] {
    if let error = answer["error"], !body.contains(" refused ") {
      return ["the program refuses: \(error["message"]?.cell ?? "")"]
    }
    var words = Words(body)
    let mark = try words.next()
    switch mark {
    case "=":
      _ = try words.day()
      return try figures(&words) { Self.figure($0, in: answer) }
    case "|":
      let day = try words.day()
      let found = answer["installments"]?.elements.filter { $0["dueOn"] == day } ?? []
      if words.take("none") { return found.isEmpty ? [] : ["there is an instalment"] }
      return try figures(&words) { name in
        Self.installment[name].flatMap { member in found.first?[member]?.cell }
      }
    case "+":
      let month = try words.next("a month")
      let found = answer["accruals"]?.elements.filter { $0["month"]?.cell == month } ?? []
      return try figures(&words) { Self.sum(found, $0) }
    case ">": return try transfer(&words, in: answer)
    default: throw Unreadable.words(found: mark, expected: "= | + >")
    }
  }

  /// Compares `name value, name value …`; a row without figures says nothing and can't be read.
  private func figures(
    _ words: inout Words, _ find: (String) throws -> String?
  ) throws -> [String] {
    let clauses = try words.list { words in
      var clause: [String] = []
      while let word = words.first, word != "," { clause.append(try words.next()) }
      return clause
    }
    return try clauses.compactMap { clause in
      guard clause.count > 1, let last = clause.last else {
        throw Unreadable.words(found: clause.joined(), expected: "a name and a figure")
      }
      let name = clause.dropLast().joined(separator: " ")
      let expected = Words.amount(last) ?? last
      let found = try find(name) ?? "nothing"
      return found == expected ? nil : "\(name) \(expected): the program says \(found)"
    }
  }

  private static let installment = [
    "principal": "principal", "interest": "interest", "subsidised": "subsidised",
    "unpaid principal": "unpaidPrincipal", "unpaid interest": "unpaidInterest",
    "balance": "balance", "number": "number",
  ]

  private static let balances = [
    "principal": "principal", "principal due": "principalDue",
    "principal not due": "principalNotDue", "interest due": "interestDue",
    "running": "interestNotDue", "penalty": "penalty", "compound": "compound",
    "costs": "costs", "credit": "credit", "suspended": "suspended", "books": "bookPrincipal",
    "written off": "writtenOff", "finance": "financeInterest",
    "programme": "programmeInterest",
  ]

  private static let whole = [
    "overdue": "overdueDays", "class": "class", "matures": "maturesOn",
    "rate": "annualRatePercent", "non-accrual": "isNonAccrual",
  ]

  private static func figure(_ name: String, in answer: JSONValue) -> String? {
    if name == "refused" { return answer["error"]?["code"]?.cell }
    if let member = whole[name] { return answer[member]?.cell }
    if let member = balances[name] { return answer["balances"]?[member]?.cell }
    if name == "to come" {
      let rows = answer["installments"]?.elements ?? []
      return String(rows.filter { $0["isBilled"] == false }.count)
    }
    let words = name.split(separator: " ").map(String.init)
    switch (words.first, words.last) {
    case ("repaid", let part?): return answer["repaid"]?[part]?.cell
    case ("account", let account?): return balance(of: account, in: answer).map(plain)
    default: return nil
    }
  }

  /// An account's debits less its credits, in the loan's own transfers.
  static func balance(of account: String, in answer: JSONValue) -> Decimal? {
    answer["transfers"]?.elements.reduce(Decimal(0)) { sum, transfer in
      let amount = transfer["amount"]?.cell.flatMap { Decimal(string: $0) } ?? .nan
      var sum = sum
      if transfer["debit"]?.cell == account { sum += amount }
      if transfer["credit"]?.cell == account { sum -= amount }
      return sum
    }
  }

  private static func sum(_ accruals: [JSONValue], _ name: String) -> String? {
    let amounts = accruals.compactMap { $0[name]?.cell }.compactMap { Decimal(string: $0) }
    return amounts.isEmpty ? nil : plain(amounts.reduce(0, +))
  }

  /// With two decimals.
  private static func plain(_ value: Decimal) -> String {
    var text = "\(value)"
    if !text.contains(".") { text += "." }
    let decimals = text.split(separator: ".", omittingEmptySubsequences: false)[1].count
    return text + String(repeating: "0", count: max(0, 2 - decimals))
  }

  /// Reads `> 2025-11-30 interest borrower 113201 601101 145.83`.
  private func transfer(_ words: inout Words, in answer: JSONValue) throws -> [String] {
    guard case .string(let day) = try words.day() else { return [] }
    let ofDay = (answer["transfers"]?.elements ?? []).filter { $0["on"]?.cell == day }
      .map { transfer in
        ["kind", "payer", "debit", "credit", "amount"].map { transfer[$0]?.cell ?? "" }
          .joined(separator: " ")
      }
    if words.take("nothing") {
      try words.end()
      return ofDay.isEmpty ? [] : ["the program posts \(ofDay)"]
    }
    let texts = [
      try words.next(), try words.next(), try words.next(), try words.next(),
    ]
    let expected = (texts + [try words.amount().cell ?? ""]).joined(separator: " ")
    try words.end()
    return ofDay.contains(expected) ? [] : ["\(expected): the program posts \(ofDay)"]
  }
}
