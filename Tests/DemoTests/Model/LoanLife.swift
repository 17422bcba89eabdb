/// One loan lived through day by day, slow and plain; nothing of it is the program's.
///
/// On each day first what falls due, then what is paid, then that day's interest.
struct LoanLife {
  /// Interest in fen, by who owes it.
  struct Interest: Equatable {
    var borrower = 0
    var others = 0

    var whole: Int { borrower + others }
  }

  private struct Due {
    let on: CalendarDay
    var principal: Int
    var interest: Int
  }

  let loan: DemoLoan
  private var calendar: LoanCalendar
  private var notDue: Int
  private var dues: [Due] = []
  private var credit = 0
  private var penaltyPaid = 0
  private var billed = Interest()
  /// Of the open period.
  private var wholeInterest = Fraction.zero
  private var subsidisedInterest = Fraction.zero
  private var penalty = Fraction.zero
  private var interestPaid = 0
  private var principalPaid = 0
  /// What had been paid, and what was owed of the principal, when the loan came to be more than 90
  /// days late; nil while it is not, or has been cured.
  private var suspended: (interest: Int, penalty: Int, all: Int, principal: Int)?

  private init(_ loan: DemoLoan) throws {
    self.loan = loan
    calendar = try LoanCalendar(loan)
    notDue = loan.principal
  }

  /// The loan's standing at the end of each month until a day, by the month's last day.
  static func monthEnds(
    of loan: DemoLoan, until end: CalendarDay
  ) throws -> [CalendarDay: LoanStanding] {
    var life = try LoanLife(loan)
    var ends: [CalendarDay: LoanStanding] = [:]
    var day = loan.startsOn
    while day <= end {
      life.fallDue(on: day)
      life.suspend(on: day)
      for payment in loan.payments where payment.on == day { try life.receive(payment) }
      life.cure()
      life.bearInterest(on: day)
      if day.isLastOfMonth { ends[day] = life.standing(on: day) }
      day = day.next
    }
    return ends
  }

  private var running: Interest {
    let (whole, others) = (wholeInterest.rounded, subsidisedInterest.rounded)
    return Interest(borrower: whole - others, others: others)
  }

  private mutating func bill() {
    billed.borrower += running.borrower
    billed.others += running.others
    wholeInterest = .zero
    subsidisedInterest = .zero
  }

  private mutating func fallDue(on day: CalendarDay) {
    let principal = min(calendar.parts[day] ?? 0, notDue)
    var interest = 0
    if calendar.interestDays.contains(day) {
      interest = running.borrower
      bill()
    }
    notDue -= principal
    guard principal + interest > 0 else { return }
    dues.append(Due(on: day, principal: principal, interest: interest))
    credit = payDues(credit)
  }

  /// Interest oldest first, penalty, principal oldest first; returns what is left.
  private mutating func payDues(_ amount: Int) -> Int {
    var left = amount
    for index in dues.indices {
      let paid = min(left, dues[index].interest)
      dues[index].interest -= paid
      interestPaid += paid
      left -= paid
    }
    let paid = min(left, penalty.rounded - penaltyPaid)
    penaltyPaid += paid
    left -= paid
    for index in dues.indices {
      let paid = min(left, dues[index].principal)
      dues[index].principal -= paid
      principalPaid += paid
      left -= paid
    }
    dues.removeAll { $0.principal + $0.interest == 0 }
    return left
  }

  private mutating func receive(_ payment: DemoLoan.Payment) throws {
    var left = payDues(payment.amount + credit)
    if payment.isInAdvance, dues.isEmpty, left > running.borrower {
      left -= running.borrower
      interestPaid += running.borrower
      bill()
      let principal = min(left, notDue)
      notDue -= principal
      principalPaid += principal
      left -= principal
      try calendar.spread(notDue, after: payment.on)
    }
    credit = left
  }

  private mutating func bearInterest(on day: CalendarDay) {
    let rate = Fraction(Int128(loan.rate.basisPoints(on: day)), over: 10_000)
    let share = calendar.share(of: day)
    wholeInterest += Fraction(Int128(notDue), over: 1) * rate * share
    let isLate = !dues.isEmpty
    if let subsidy = loan.subsidy, day < subsidy.end, !(isLate && subsidy.stopsWhenOverdue) {
      let base = Fraction(Int128(min(notDue, subsidy.principalLimit) * subsidy.percent), over: 100)
      subsidisedInterest += base * rate * share
    }
    let late = Fraction(
      Int128(dues.reduce(0) { $0 + $1.principal } * loan.penaltyPercent), over: 100)
    penalty += late * rate * Fraction(1, over: 360)
  }

  private var allPaid: Int { interestPaid + penaltyPaid + principalPaid }

  /// From the day after day 90 on, interest is no income until it is paid.
  private mutating func suspend(on day: CalendarDay) {
    guard suspended == nil, let first = dues.first, first.on.days(until: day) > 90 else { return }
    let principal = notDue + dues.reduce(0) { $0 + $1.principal }
    suspended = (interestPaid, penaltyPaid, allPaid, principal)
  }

  private mutating func cure() {
    if dues.isEmpty, penalty.rounded == penaltyPaid { suspended = nil }
  }

  private func standing(on day: CalendarDay) -> LoanStanding {
    var standing = LoanStanding()
    standing.classesOfFirm = loan.classesOfFirm
    standing.principalDue = dues.reduce(0) { $0 + $1.principal }
    standing.principal = notDue + standing.principalDue
    standing.interestDue = dues.reduce(0) { $0 + $1.interest }
    standing.interestRunning = running.borrower
    standing.penaltyDue = penalty.rounded - penaltyPaid
    standing.credit = credit
    standing.overdueDays = dues.first.map { $0.on.days(until: day) } ?? 0
    standing.interestOfBorrower = billed.borrower + running.borrower
    standing.interestOfOthers = billed.others + running.others
    standing.penalty = penalty.rounded
    if let suspended {
      // What is paid beyond all principal is income again.
      standing.interestOfBorrower =
        suspended.interest + max(0, allPaid - suspended.all - suspended.principal)
      standing.penalty = suspended.penalty
    }
    return standing
  }
}

/// What a loan is at the end of a month, in fen.
struct LoanStanding: Equatable, Sendable {
  /// Unpaid, due or not.
  var principal = 0
  var principalDue = 0
  /// Of the borrower, due and unpaid.
  var interestDue = 0
  /// Of the borrower, of the open period.
  var interestRunning = 0
  var penaltyDue = 0
  var credit = 0
  var overdueDays = 0
  /// Since the loan began, paid or not; of a loan more than 90 days late, what was paid.
  var interestOfBorrower = 0
  var interestOfOthers = 0
  var penalty = 0

  /// Of an enterprise or a cooperative, none of which owes two loans: from how many days on it is
  /// in a class by the matrix of small enterprises.
  var classesOfFirm: [String: Int] = [:]

  /// Since 2023-07-01: overdue at all, more than 90, 270, 360 days; a firm's is the worse of that
  /// and the matrix.
  var riskClass: String {
    let days = ["special-mention": 1, "substandard": 91, "doubtful": 271, "loss": 361]
    for name in ["loss", "doubtful", "substandard", "special-mention"] {
      let first = min(days[name] ?? .max, classesOfFirm[name] ?? .max)
      if overdueDays >= first { return name }
    }
    return "normal"
  }

  static let specialPercents = [
    "normal": 0, "special-mention": 2, "substandard": 25, "doubtful": 50, "loss": 100,
  ]

  var generalProvision: Int { percent(1, of: principal) }
  var specialProvision: Int { percent(Self.specialPercents[riskClass] ?? 0, of: principal) }

  var ageing: String {
    let limits = [0, 30, 60, 90, 180, 270, 360]
    guard let index = limits.firstIndex(where: { overdueDays <= $0 }) else { return "361+" }
    return index == 0 ? "0" : "\(limits[index - 1] + 1)-\(limits[index])"
  }
}
