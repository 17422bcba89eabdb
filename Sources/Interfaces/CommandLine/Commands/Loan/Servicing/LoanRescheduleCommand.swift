import ArgumentParser
import Banks
import Interchange
import LoanProducts
import Operations
import Quantities
import Repositories
import Servicing

/// `shanhai loan reschedule`: what is still to be repaid falls due in another way.
struct LoanRescheduleCommand: LoanChange {
  static let words = LoanChangeWords(
    name: "reschedule", abstract: .rescheduleAbstract, discussion: .rescheduleDiscussion)

  @OptionGroup var change: ChangeOptions
  @OptionGroup var effective: EffectiveOption
  @OptionGroup var concession: RestructuringOption
  @Option(help: ArgumentHelp(.rescheduleToHelp)) var to: Day?
  @Option(help: ArgumentHelp(.rescheduleMethodHelp)) var method: String?
  @Option(help: ArgumentHelp(.interestEveryHelp)) var every: String?
  @Option(help: ArgumentHelp(.settlementDayHelp)) var settlementDay: String?
  @Option(help: ArgumentHelp(.principalEveryHelp)) var principalEvery: String?
  @Option(help: ArgumentHelp(.principalFromHelp)) var principalFrom: String?
  @Option(help: ArgumentHelp(.reschedulePlanHelp)) var plan: String?
  @Option(help: ArgumentHelp(.monthWeightsHelp)) var monthWeights: String?
  @Flag(help: ArgumentHelp(.takesInOverdueHelp)) var takesInOverdue = false

  var effectiveOn: Day? { effective.on }
  var isRestructuring: Bool { concession.restructuring }

  func validate() throws {
    if to == nil, !hasTerms, !takesInOverdue { throw ValidationError(say(.rescheduleWhat)) }
  }

  /// Whether any of the options that make repayment terms is given.
  private var hasTerms: Bool {
    [method, every, settlementDay, principalEvery, principalFrom, plan, monthWeights]
      .contains { $0 != nil }
  }

  func event(_ session: Session, in bank: Bank) async throws -> ServicingEvent {
    var terms: RepaymentTerms?
    if hasTerms {
      let file = try await ShowLoan.run(
        change.number, asOf: effectiveOn, bank: bank.code, on: session.pool)
      let current = file.claim?.terms ?? file.loan.terms
      terms = try newTerms(from: current.repayment, bank.currency)
    }
    return .rescheduled(
      Rescheduling(maturesOn: to, repayment: terms, takesInOverdue: takesInOverdue))
  }

  /// The terms in force with what is given in their place, read as `loan apply` reads them.
  private func newTerms(
    from current: RepaymentTerms, _ currency: Currency
  ) throws -> RepaymentTerms {
    let keepsMethod = method == nil || method == current.method.rawValue
    let given: [(String, String?)] = [
      ("method", method ?? current.method.rawValue),
      ("interest_every_months", every ?? kept(current.interestEveryMonths, keepsMethod)),
      ("settlement_day", settlementDay ?? current.settlementDay.map(String.init)),
      ("principal_every_months", principalEvery ?? kept(current.principalEveryMonths, keepsMethod)),
      ("principal_from", principalFrom ?? (keepsMethod ? current.principalFrom?.description : nil)),
      ("plan", try plan.map(PlanFile.fields)), ("month_weights", monthWeights),
    ]
    let text = CSVWriter.line(given.map(\.0)) + CSVWriter.line(given.map { $0.1 ?? "" })
    let columns = CSVColumns(required: ["method"], optional: given.dropFirst().map(\.0))
    let reader = try CSVReader(ByteSource(text: text), columns: columns)
    guard let row = try reader.next() else { return current }
    var terms = try ApplicationFields.repayment(row, currency: currency)
    if keepsMethod, plan == nil { terms.plan = current.plan }
    if keepsMethod, monthWeights == nil { terms.monthWeights = current.monthWeights }
    return terms
  }

  /// A number of months that stays when the method does, or is not what the new one starts from.
  private func kept(_ months: Int, _ keepsMethod: Bool) -> String? {
    keepsMethod && months > 0 ? String(months) : nil
  }
}

/// Dated parts of principal: in one text, or in a file.
enum PlanFile {
  /// The parts as `loan apply` writes them: `2026-10-20:10000.00;2027-10-20:20000.00`.
  ///
  /// A text with a colon is that already; any other names a CSV file with the columns due_on and
  /// principal.
  ///
  /// - Throws: `CSVError`, `LineProblem` for a bad line.
  static func fields(_ given: String) throws -> String {
    if given.contains(":") { return given }
    let columns = CSVColumns(required: ["due_on", "principal"])
    let reader = try CSVReader(ByteSource(path: given), columns: columns)
    var parts: [String] = []
    while let row = try reader.next() {
      parts.append("\(try row.day("due_on")):\(try row.text("principal"))")
    }
    return parts.joined(separator: ";")
  }
}
