import Banks
package import Postgres
package import Quantities
import Repositories

/// What became of one line of a file of repayments.
package enum RepaymentOutcome: Sendable {
  case booked(RepaymentReceipt)
  case refused(any Explained)
}

/// The repayments of a collection round: each line is booked by itself.
package enum BookRepayments {
  /// - Parameters:
  ///   - lines: the repayments with their lines in the file, in its order.
  ///   - mode: `.preview` does all of it in one transaction and keeps nothing.
  ///   - bank: the bank's code.
  ///   - caller: who asks.
  ///   - pool: where.
  /// - Returns: one outcome for each, in their order; sent again, the same lines are not booked
  ///   again.
  /// - Throws: `OperationError` of the caller, `PostgresError`.
  package static func run(
    _ lines: [Lined<RepaymentRequest>], mode: ServicingMode, bank: String, caller: Caller,
    on pool: ConnectionPool
  ) async throws -> [RepaymentOutcome] {
    switch mode {
    case .record:
      try await BankWork.perform(pool, bank: bank, caller: caller) { try $0.require(.cashier) }
      var told = LinesTold()
      for line in lines {
        told.add(
          try await Self.outcome {
            try await RecordRepayment.run(line.value, bank: bank, caller: caller, on: pool)
          }, of: line)
      }
      return told.outcomes
    case .preview:
      return try await BankWork.rehearse(pool, bank: bank, caller: caller) { work in
        try work.require(.cashier)
        var told = LinesTold()
        for line in lines { told.add(try Self.attempt(line.value, work), of: line) }
        return told.outcomes
      }
    }
  }

  /// One line of a preview: what a refused one has written is taken back.
  private static func attempt(
    _ request: RepaymentRequest, _ work: BankWork
  ) throws -> RepaymentOutcome {
    let head = work.head
    do {
      return .booked(
        try work.connection.savepoint {
          RepaymentReceipt(try RecordEvent.record(request.event, in: work))
        })
    } catch let error as PostgresError {
      throw error
    } catch let error as any Explained {
      work.head = head
      return .refused(error)
    }
  }

  private static func outcome(
    _ body: () async throws -> RepaymentReceipt
  ) async throws -> RepaymentOutcome {
    do {
      return .booked(try await body())
    } catch let error as PostgresError {
      throw error
    } catch let error as any Explained {
      return .refused(error)
    }
  }
}

/// The outcomes so far; a repayment that the books have is told by the line that brought it.
private struct LinesTold {
  private struct Payment: Hashable {
    let loan: String
    let amount: Money
    let day: Day?
  }

  private(set) var outcomes: [RepaymentOutcome] = []
  private var booked: [Payment: (line: Int, key: String)] = [:]

  mutating func add(_ outcome: RepaymentOutcome, of line: Lined<RepaymentRequest>) {
    let request = line.value
    let payment = Payment(loan: request.loanNumber, amount: request.amount, day: request.on)
    switch outcome {
    case .booked:
      if booked[payment] == nil { booked[payment] = (line.line, request.key) }
      outcomes.append(outcome)
    case .refused(let error):
      if case OperationError.looksLikeDuplicate = error, let first = booked[payment] {
        outcomes.append(.refused(CollectionError.sameAsLine(first.line, key: first.key)))
      } else {
        outcomes.append(outcome)
      }
    }
  }
}
