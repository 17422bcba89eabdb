import Banks
import Interchange
import LoanProducts
import Operations
import Quantities
import Scheduling

extension LineProblem {
  /// The problem of a line whose loan is refused: which column, what was found, what is allowed.
  init(_ line: Int, _ error: any Explained, _ currency: Currency) {
    let parts: Refusal
    switch error {
    case let error as ImportError: parts = Refusal(error, currency)
    case let error as OperationError: parts = Refusal(error) ?? Refusal(inWords: error, currency)
    case let error as SchedulingError:
      parts = Refusal(error, currency) ?? Refusal(inWords: error, currency)
    default: parts = Refusal(inWords: error, currency)
    }
    self.init(
      line: line, column: parts.column, code: error.code, found: parts.found,
      allowed: parts.allowed)
  }
}

extension LineProblem {
  /// The problem of a line that is refused for a reason that names no column: in words.
  init(_ line: Int, inWords failure: Failure) {
    self.init(line: line, column: nil, code: failure.code, found: say(failure.phrase), allowed: "")
  }
}

/// The column, what was found and what is allowed, of an error that refuses a loan of a book.
struct Refusal {
  let column: String?
  let found: String
  let allowed: String

  init(_ column: String?, _ found: String, _ allowed: String) {
    self.column = column
    self.found = found
    self.allowed = allowed
  }

  /// An error that names no column: in words.
  init(inWords error: any Explained, _ currency: Currency) {
    self.init(nil, say(Failure(error, currency: currency).phrase), "")
  }

  /// The parts of an error whose amounts are in this currency.
  init(_ error: ImportError, _ currency: Currency) {
    switch error {
    case .rateUnclear(let given):
      self.init(
        "rate_percent", given.joined(separator: " + "),
        "rate_percent | rate_index + rate_spread + rate_reset")
    case .planUnreadable(let part): self.init("plan", part, "2026-04-20:1000.00;…")
    case .monthWeightsUnreadable(let text):
      self.init("month_weights", text, "0;0;0;0;0;1;0;0;0;2;0;0")
    case .oldNumberTwice(let number, let firstLine):
      self.init("old_number", number, "≠ line \(firstLine)")
    case .oldNumberTooLong(let length, let most): self.init("old_number", "\(length)", "1…\(most)")
    case .importedDifferently(let number, let loanNumber):
      self.init("old_number", number, "= \(loanNumber)")
    case .grantedOutsideRange(let amount, let largest):
      self.init("granted", currency.plain(amount), "> 0, ≤ \(currency.plain(largest))")
    case .balanceAboveGranted(let balance, let granted):
      self.init("balance", currency.plain(balance), "≤ \(currency.plain(granted))")
    case .penaltyOutsideRange(let percent, let allowed):
      self.init("penalty_percent", "\(percent)", Self.range(allowed))
    case .principalMonthsOutsideRange(let months, let allowed):
      self.init("principal_every_months", "\(months)", Self.range(allowed))
    case .planForOtherMethod(let method):
      self.init("method", method.rawValue, RepaymentMethod.plan.rawValue)
    case .linesRefused(let count, let total, _): self.init(nil, "\(count) / \(total)", "0")
    case .cutoverAfterBusinessDate, .daysOutOfOrder, .startsAfterCutover, .paidToOutsideRange,
      .planPartBeforePaidTo:
      self.init(days: error)
    }
  }

  private init(days error: ImportError) {
    switch error {
    case .cutoverAfterBusinessDate(let day, let businessDate):
      self.init("as_of", "\(day)", "≤ \(businessDate)")
    case .daysOutOfOrder(let agreedOn, let startsOn, let maturesOn):
      self.init(
        nil, "\(agreedOn), \(startsOn), \(maturesOn)", "agreed_on ≤ starts_on < matures_on")
    case .startsAfterCutover(let day, let cutover): self.init("starts_on", "\(day)", "≤ \(cutover)")
    case .paidToOutsideRange(let day, let allowed):
      self.init("paid_to", "\(day)", Self.range(allowed))
    case .planPartBeforePaidTo(let day, let paidTo): self.init("plan", "\(day)", "> \(paidTo)")
    default: self.init(nil, "", "")
    }
  }

  init?(_ error: OperationError) {
    switch error {
    case .bankUnknown(let code, let known): self.init("bank", code, Self.names(known))
    case .branchUnknown(let code, let known): self.init("branch", code, Self.names(known))
    case .officerUnknown(let code, let bank): self.init("officer", code, bank)
    case .borrowerUnknown(let reference, let bank): self.init("borrower", reference, bank)
    default: return nil
    }
  }

  init?(_ error: SchedulingError, _ currency: Currency) {
    switch error {
    case .planDoesNotSumToPrincipal(let sum, let principal):
      self.init("plan", currency.plain(sum), "= \(currency.plain(principal))")
    case .planDayOutsideTerm(let day, let startsOn, let maturesOn):
      self.init("plan", "\(day)", "> \(startsOn), ≤ \(maturesOn)")
    case .planNotAscending(let day, let before): self.init("plan", "\(day)", "> \(before)")
    case .planPartNotPositive(let day, let amount):
      self.init("plan", "\(day):\(currency.plain(amount))", "> 0")
    case .monthsBetweenDuesNotAllowed(let months):
      self.init("interest_every_months", "\(months)", "0 | 1 | 2 | 3 | 4 | 6 | 12")
    case .settlementDayNotAllowed(let day): self.init("settlement_day", "\(day)", "1…28")
    case .rateOutOfRange(let rate, let largest):
      self.init("rate_percent", rate.percent, "0…\(largest.percent)")
    case .indexNotPublished(let index, let day):
      self.init("rate_index", index.rawValue, "≤ \(day)")
    case .weightsNotTwelveOrNegative(let weights):
      self.init("month_weights", weights.map { "\($0)" }.joined(separator: ";"), "12 × ≥ 0")
    case .termTooLong(let day, let last): self.init("matures_on", "\(day)", "≤ \(last)")
    case .noPrincipalDueDay: self.init("method", "0", "> 0")
    default: return nil
    }
  }

  private static func range<Bound>(_ range: ClosedRange<Bound>) -> String {
    "\(range.lowerBound)…\(range.upperBound)"
  }

  /// The first names of a list that may be long.
  private static func names(_ names: [String]) -> String {
    let most = 12
    return names.prefix(most).joined(separator: " | ") + (names.count > most ? " | …" : "")
  }
}
