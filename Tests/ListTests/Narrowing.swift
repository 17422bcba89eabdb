import Classification
import LoanProducts
import Operations
import Quantities
import Repositories

/// The ways in which a list is narrowed, with what each asks of a loan, said a second time.
struct Narrowing: Sendable, CustomStringConvertible {
  static let today = Day(number: 20_543)  // 2026-03-31

  let name: String
  let request: @Sendable (inout LoanListRequest) -> Void
  let base: @Sendable (inout LoanFilter) -> Void
  let holds: @Sendable (LoanEntry) -> Bool

  var description: String { name }

  /// The filters of this way and the others given, in a bank.
  static func filters(_ narrowings: [Narrowing], bankID: Int64) -> [LoanFilter] {
    var request = LoanListRequest()
    var base = LoanFilter(bankID: bankID)
    for narrowing in narrowings {
      narrowing.request(&request)
      narrowing.base(&base)
    }
    return request.filters(base, asOf: today, ClassPolicy(smallEnterprise: nil))
  }

  private static func by(
    _ name: String, request: @escaping @Sendable (inout LoanListRequest) -> Void = { _ in },
    base: @escaping @Sendable (inout LoanFilter) -> Void = { _ in },
    holds: @escaping @Sendable (LoanEntry) -> Bool
  ) -> Narrowing {
    Narrowing(name: name, request: request, base: base, holds: holds)
  }

  private static func days(_ from: Day, _ count: Int) -> DaySpan {
    DaySpan(from: from, until: from + count)
  }

  static let all: [Narrowing] =
    [
      by("branch", base: { $0.branchID = 5 }, holds: { $0.branchID == 5 }),
      by("officer", base: { $0.officerID = 77 }, holds: { $0.officerID == 77 }),
      by("borrower", base: { $0.borrowerID = 7_920 }, holds: { $0.borrowerID == 7_920 }),
      by("line", request: { $0.line = .tourism }, holds: { $0.line == .tourism }),
      by(
        "from", request: { $0.disbursed.from = today - 4_000 },
        holds: { $0.startsOn >= today - 4_000 }),
      by(
        "until", request: { $0.disbursed.until = today - 4_000 },
        holds: { $0.startsOn < today - 4_000 }),
      by(
        "from until", request: { $0.disbursed = days(today - 2_000, 60) },
        holds: { (today - 2_000..<today - 1_940).contains($0.startsOn) }),
      by(
        "due from", request: { $0.matures.from = today }, holds: { $0.maturesOn >= today }),
      by(
        "due until", request: { $0.matures.until = today }, holds: { $0.maturesOn < today }),
      by(
        "due from until", request: { $0.matures = days(today, 60) },
        holds: { (today..<today + 60).contains($0.maturesOn) }),
      by(
        "overdue days", request: { $0.overdueDaysAtLeast = 31 },
        holds: { $0.status == .active && today - $0.oldestUnpaidDueOn >= 31 }),
    ]
    + LoanStatus.allCases.map { status in
      by(status.rawValue, request: { $0.status = status }, holds: { $0.status == status })
    }
    + RiskClass.allCases.map { riskClass in
      by(
        riskClass.rawValue, request: { $0.riskClass = riskClass },
        holds: { $0.status == .active && $0.riskClass == riskClass })
    }
}

extension LoanEntry {
  /// The class that the rule gives this loan today.
  var riskClass: RiskClass {
    ClassificationRule.riskClass(
      ClassGrounds(
        overdueDays: max(0, Narrowing.today - oldestUnpaidDueOn), isRestructured: isRestructured,
        .retail))
  }
}
