import LoanProducts
import Quantities
import Repositories
import Scheduling
import Servicing

/// A loan that something is owed on, with all that work on its arrears needs to know.
struct LoanInArrears {
  let loan: LoanRecord
  /// Who owes it today.
  let borrowerID: Int64
  let contract: LoanContract
  let facts: [FactRecord]

  var history: CollectionHistory { CollectionHistory(facts) }

  func due(on day: Day) throws(ServicingError) -> AmountsDue {
    try AmountsDue(contract, facts: facts.loanFacts, on: day)
  }

  /// Whether money was lent by the end of a day.
  func hasStarted(by day: Day) -> Bool {
    facts.contains {
      ($0.kind == .disbursed || $0.kind == .imported) && $0.effectiveOn <= day
    }
  }

  /// The loan as it was known before the fact of this number.
  func known(before number: Int64) -> LoanInArrears {
    LoanInArrears(
      loan: loan, borrowerID: borrowerID, contract: contract,
      facts: facts.filter { $0.number < number })
  }

  /// What a repayment was used for.
  func used(by payment: FactRecord) throws(ServicingError) -> Repaid {
    var used = Repaid()
    _ = try Claim(contract, facts: facts.loanFacts, through: payment.effectiveOn) {
      fact, change, _ in
      if fact.number == payment.number { used = change }
    }
    return used
  }

  func coming(after day: Day, through last: Day) throws(ServicingError) -> [UnpaidDue] {
    try AmountsDue.coming(
      contract, facts: facts.loanFacts, after: day, through: last)
  }
}

extension BankWork {
  /// How far ahead of the business date a round may be planned and a promise may reach, in days.
  static let daysAhead = 366

  /// The loan of this number, if something may be owed on it.
  func inArrears(_ number: String) throws -> LoanInArrears {
    let (loan, state) = try open(number, allowed: LoanStatus.running)
    return try inArrears(loan, borrowerID: state.borrowerID)
  }

  func inArrears(_ loan: LoanRecord, borrowerID: Int64) throws -> LoanInArrears {
    let facts = try facts(of: loan)
    return LoanInArrears(
      loan: loan, borrowerID: borrowerID,
      contract: try contract(of: loan, facts: facts.loanFacts), facts: facts)
  }

  /// The day of a request, by default the business date, which it may not pass.
  func effectiveDay(_ asked: Day?) throws(OperationError) -> Day {
    let day = asked ?? head.businessDate
    try requireNotAfterBusinessDate(day)
    return day
  }
}

/// A note's length in characters.
enum NoteText {
  static let lengths = 1...1_000

  static func check(_ text: String, isOptional: Bool) throws(CollectionError) {
    if isOptional, text.isEmpty { return }
    guard lengths.contains(text.count) else {
      throw .textLengthOutsideRange(length: text.count, allowed: lengths)
    }
  }
}
