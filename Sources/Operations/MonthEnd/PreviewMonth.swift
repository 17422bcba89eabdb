package import Banks
package import Postgres
package import Quantities

/// What a run would post in a bank, by line, payer and kind.
package struct MonthPreview: Sendable {
  package struct Row: Sendable {
    /// Empty for what is booked for the whole bank.
    package let line: String
    package let payer: String
    package let kind: String
    package let tally: StepTally
  }

  package let bank: Bank
  package let rows: [Row]
}

/// The month's end as it would be now: the run's own walk, of which nothing is kept.
package enum PreviewMonth {
  /// - Throws: as `AccrueInterest.run`.
  package static func run(
    month: Month, banks: [Bank], caller: Caller, on pool: ConnectionPool, options: RunOptions
  ) async throws -> [MonthPreview] {
    var previews: [MonthPreview] = []
    for bank in banks {
      do {
        let losses = try await LossBases.find(month: month, banks: [bank], on: pool)
        _ = try await BankWork.performTogether(pool, banks: [bank], caller: caller) { works in
          let run = try MonthEndRun(works, month: month, losses: losses, options: options)
          throw Preview(tally: try run.preview())
        }
      } catch is LossBases.Moved {
        previews += try await run(
          month: month, banks: [bank], caller: caller, on: pool, options: options)
      } catch let preview as Preview {
        previews.append(MonthPreview(bank: bank, rows: preview.rows))
      }
    }
    return previews
  }

  /// Rolls the run back and carries its tally out.
  private struct Preview: Error {
    let tally: [PreviewKey: StepTally]

    var rows: [MonthPreview.Row] {
      tally.sorted { $0.key < $1.key }.map {
        MonthPreview.Row(
          line: $0.key.line, payer: $0.key.payer, kind: $0.key.kind, tally: $0.value)
      }
    }
  }
}

/// What previews count by.
struct PreviewKey: Hashable, Comparable, Sendable {
  let line: String
  let payer: String
  let kind: String

  static func < (left: PreviewKey, right: PreviewKey) -> Bool {
    // What is of no line comes last.
    if left.line.isEmpty != right.line.isEmpty { return right.line.isEmpty }
    return (left.line, left.payer, left.kind) < (right.line, right.payer, right.kind)
  }
}
