package import Postgres
package import Quantities
package import Repositories
package import Scheduling
package import Servicing

/// A borrower's statement of account over some days.
package struct LoanStatement: Sendable {
  package let file: LoanFile
  package let account: AccountStatement
  /// Movements of the account, and facts that move nothing and that a borrower is told.
  package let lines: [StatementLine]
  /// What falls due next, at most three instalments.
  package let next: [Installment]
}

/// A line of a statement.
package struct StatementLine: Hashable, Sendable {
  /// Nil for a fact that moves nothing.
  package let movement: AccountMovement?
  /// The fact the line is of, if it is of one.
  package let fact: FactRecord?
  /// The reversal that undoes the fact.
  package let reversedBy: Int64?
  package let on: Day
  /// What is owed, less what is held, after the line.
  package let balance: Money
}

/// The account of one loan, line by line, from the walk that makes its claim.
package enum DrawStatement {
  /// - Parameters:
  ///   - number: the loan's number.
  ///   - first: the first day; nil for that of the disbursement or takeover.
  ///   - last: the last day; nil for the bank's business date.
  ///   - bank: the bank's code.
  ///   - pool: where.
  /// - Returns: the statement.
  /// - Throws: what `ShowLoan` throws; `ViewError.notDisbursed`, `.daysReversed`,
  ///   `.dayAfterBusinessDate`.
  package static func run(
    _ number: String, from first: Day?, until last: Day?, bank: String, on pool: ConnectionPool
  ) async throws -> LoanStatement {
    let file = try await ShowLoan.run(number, asOf: last, bank: bank, on: pool)
    guard let claim = file.claim else { throw ViewError.notDisbursed(number, by: file.asOf) }
    if let first, first > file.asOf {
      throw ViewError.daysReversed(from: first, until: file.asOf)
    }
    guard file.asOf <= file.businessDate else {
      throw ViewError.dayAfterBusinessDate(file.asOf, businessDate: file.businessDate)
    }
    let account = try AccountStatement(
      file.contract, facts: file.loanFacts, from: first, through: file.asOf)
    return LoanStatement(
      file: file, account: account, lines: file.lines(of: account),
      next: Array(claim.upcoming.prefix(3)))
  }
}

extension LoanFile {
  /// The movements and, after those of the same day, the facts that move nothing.
  fileprivate func lines(of account: AccountStatement) -> [StatementLine] {
    let undone = facts.reversals
    var byNumber: [Int64: FactRecord] = [:]
    for fact in facts { byNumber[fact.number] = fact }
    var moved: Set<Int64> = []
    for movement in account.movements {
      if case .fact(let number) = movement.kind { moved.insert(number) }
    }
    var notes = facts.filter {
      !moved.contains($0.number) && account.days.contains($0.effectiveOn)
        && $0.isTold(isUndone: undone[$0.number] != nil)
    }.sorted { ($0.effectiveOn, $0.number) < ($1.effectiveOn, $1.number) }[...]
    var lines: [StatementLine] = []
    var balance = account.opening.balance
    func note(before day: Day?) {
      while let fact = notes.first, day.map({ fact.effectiveOn < $0 }) ?? true {
        notes.removeFirst()
        lines.append(
          StatementLine(
            movement: nil, fact: fact, reversedBy: undone[fact.number], on: fact.effectiveOn,
            balance: balance))
      }
    }
    for movement in account.movements {
      note(before: movement.on)
      balance = movement.balance
      var fact: FactRecord?
      if case .fact(let number) = movement.kind { fact = byNumber[number] }
      if movement.isEmpty, fact?.isOfBooksAlone == true { continue }
      lines.append(
        StatementLine(
          movement: movement, fact: fact, reversedBy: nil, on: movement.on, balance: balance))
    }
    note(before: nil)
    return lines
  }
}

extension FactRecord {
  /// Whether the fact is between the bank and others, or the bank's judgement, and moves nothing
  /// that the borrower owes.
  fileprivate var isOfBooksAlone: Bool {
    switch kind {
    case .writtenOff, .compensationClaimed, .compensationPaid, .compensationRejected,
      .compensationReturned, .subsidyPaid, .subsidyRejected, .rated, .overdueExcused:
      true
    default: false
    }
  }

  /// Whether a borrower is told of the fact though it moves nothing: of one that was undone, of
  /// what undid it, and of who owes and where.
  fileprivate func isTold(isUndone: Bool) -> Bool {
    switch kind {
    case .reversed, .takenOver, .transferred: true
    case .rated, .overdueExcused: false
    default: isUndone && loanFact != nil
    }
  }
}
