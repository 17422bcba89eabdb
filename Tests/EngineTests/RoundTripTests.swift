import Calculations
import Fixtures
import Interchange
import LoanProducts
import Quantities
import Scheduling
import Testing

/// Goal: a schedule that leaves as JSON comes back as it was.
@Suite("A schedule as JSON")
struct RoundTripTests {
  @Test(
    "all methods: terms written as a document, answered as text and read again give the same rows",
    arguments: Seeds.parts)
  func roundTrip(part: Int) throws {
    try PropertyTests.forEach(part: part, count: 8_000) { random, contract, rows in
      let text = Calculation.schedule.answerText([random.document(contract.rates)])
      // The program's own reader sorts the members by name and is slow: one in forty.
      let isOwn = random.seed.isMultiple(of: 40)
      let answer = isOwn ? try JSONValue(reading: Array(text.utf8)) : AnswerReader.value(of: text)
      guard case .array(let cases)? = answer, cases.count == 1 else { return text }
      guard case .array(let read)? = cases[0]["installments"] else { return text }
      guard cases[0]["id"] == .string("\(random.seed)"), read.count == rows.count else {
        return text
      }
      for (value, row) in zip(read, rows)
      where Self.row(value, random, from: row.from) != row.plain
        || value["days"] != .integer(Int64(row.days))
      {
        return "\(row) came back as \(value.compact)"
      }
      let total = rows.reduce(Money.zero) { $0 + $1.principal + $1.interest }
      // The days of the rows are those that bear interest: together the whole term.
      let days = read.reduce(0) { sum, value in
        if case .integer(let days)? = value["days"] { sum + Int(days) } else { sum }
      }
      let end = contract.dueDays.last?.until ?? contract.terms.startsOn
      if days != end - contract.terms.startsOn { return "\(days) days in \(text)" }
      let isSum = cases[0]["totals"]?["total"] == .string(random.currency.plain(total))
      return isSum ? nil : "the totals of \(text)"
    }
  }

  @Test("terms that are refused answer with the same code as the engine's error")
  func refusals() throws {
    var refused = 0
    for seed in Seeds.of(part: 0, count: 8_000) {
      let random = RandomContract(seed: seed)
      do {
        let contract = try random.contract()
        _ = try RepaymentSchedule(contract)
      } catch {
        guard let rates = try? RatePath(random.terms, market: .lpr) else { continue }
        refused += 1
        let text = Calculation.schedule.answerText([random.document(rates)])
        if !text.contains("\"code\":\"\(error.code)\"") {
          Issue.record("\(error) of \(random) is answered with \(text)")
          return
        }
      }
    }
    #expect(Seeds.isOne || refused > 0)
  }

  /// The row that an answer holds; nil if a member is missing or of another kind.
  private static func row(
    _ value: JSONValue, _ random: RandomContract, from: Day
  ) -> Installment? {
    func text(_ name: String) -> String? {
      guard case .string(let text)? = value[name] else { return nil }
      return text
    }
    func amount(_ name: String) -> Money? { text(name).flatMap(random.currency.money) }
    guard case .integer(let number)? = value["number"],
      let dueOn = text("dueOn").flatMap({ Day($0) }), let principal = amount("principal"),
      let interest = amount("interest"), let balance = amount("balance"),
      amount("total") == principal + interest
    else { return nil }
    return Installment(
      number: Int(number), from: from, dueOn: dueOn, principal: principal, interest: interest,
      subsidised: .zero, balance: balance)
  }
}

extension Installment {
  /// Without what a document of a schedule does not hold.
  fileprivate var plain: Installment {
    Installment(
      number: number, from: from, dueOn: dueOn, principal: principal, interest: interest,
      subsidised: .zero, balance: balance)
  }
}

extension Calculation {
  /// The answers to a document, as they are written; errors by their codes.
  fileprivate func answerText(_ document: JSONValue) -> String {
    do {
      return try answers(to: document) { error in
        ((error as? any Explained)?.code ?? "unknown", "\(error)")
      }.compact
    } catch {
      return "\(error)"
    }
  }
}
