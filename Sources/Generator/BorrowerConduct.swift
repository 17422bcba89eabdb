import LoanProducts
import Quantities
import Scheduling
import Servicing

/// What a borrower does, instalment by instalment: pays, pays late, falls behind, asks for time.
///
/// Shape:  walks along the due days; amounts are the schedule's while all is paid as agreed, and
///         the claim's otherwise.
struct BorrowerConduct {
  private var contract: LoanContract
  /// Those to come, as they stand.
  private var installments: [Installment]
  private let line: ProductLine
  private let market: MarketRates
  private let end: Day
  private var random: SeededRandom
  private let arrears: ArrearsProfile
  private var events: [InventedEvent] = []
  /// Changes to come, by day.
  private var changes: [(on: Day, change: Change)] = []
  /// Until this due day the schedule does not tell what is due: an arrear has moved a subsidy.
  private var unsureUntil = Day.first

  private enum Change {
    case lengthening, settlement, prepayment, graduation
  }

  init(
    _ contract: LoanContract, _ schedule: RepaymentSchedule, line: ProductLine,
    in inventor: LoanInventor, random: SeededRandom
  ) {
    self.contract = contract
    installments = schedule.installments
    self.line = line
    market = inventor.rules.market
    end = inventor.plan.lastMonth.lastDay
    self.random = random
    let months = contract.terms.repayment.interestEveryMonths
    arrears = ArrearsProfile(
      line, instalmentsAYear: months == 0 ? 1 : 12 / months,
      isWeak: self.random.happens(ArrearsProfile.weak))
  }

  /// What was recorded by the end of the book, in the order of recording.
  var recorded: [InventedEvent] {
    var recorded = events.filter { $0.bookedOn <= end }
    // A stable order: what was recorded on a day keeps its own.
    var isSorted = true
    for index in recorded.indices.dropFirst()
    where recorded[index].bookedOn < recorded[index - 1].bookedOn { isSorted = false }
    if isSorted { return recorded }
    recorded = recorded.enumerated()
      .sorted { ($0.element.bookedOn, $0.offset) < ($1.element.bookedOn, $1.offset) }
      .map(\.element)
    return recorded
  }

  mutating func live() throws {
    guard let start = originate(), start <= end else { return }
    if start > contract.terms.startsOn { try look(on: start) }
    plan()
    var next = 0
    while next < installments.count, installments[next].dueOn <= end {
      let due = installments[next]
      if let change = changes.first, change.on < due.dueOn {
        changes.removeFirst()
        if try take(change.change, on: change.on) { next = 0 }
        if installments.isEmpty { return }
        continue
      }
      next += 1
      if due.borrowerTotal.isZero, due.dueOn > unsureUntil { continue }
      if random.happens(arrears.missed) {
        guard let day = try fallBehind(since: due.dueOn) else { return }
        while next < installments.count, installments[next].dueOn <= day { next += 1 }
        if next < installments.count { unsureUntil = installments[next].dueOn }
        changes.removeAll { $0.on <= day }
      } else {
        try pay(due)
      }
    }
    while let change = changes.first, change.on <= end, next < installments.count {
      changes.removeFirst()
      _ = try take(change.change, on: change.on)
      next = 0
    }
  }

  private var facts: [LoanFact] {
    events.enumerated().compactMap { $1.loanFact(number: Int64($0) + 1) }
  }
}

extension BorrowerConduct {
  /// From the application to the disbursement.
  ///
  /// - Returns: the day of the disbursement; nil if there is none.
  private mutating func originate() -> Day? {
    let terms = contract.terms
    let agreedOn = terms.agreedOn
    events.append(InventedEvent(.applied, on: agreedOn, amount: terms.principal))
    let fate = random.below(1_000)
    if fate < 25 {
      let kind: InventedEvent.Kind = fate < 15 ? .refused : .withdrawn
      events.append(InventedEvent(kind, on: agreedOn + random.within(1...3)))
      return nil
    }
    let approvedOn = agreedOn + random.within(1...3)
    events.append(InventedEvent(.approved, on: approvedOn))
    let signedOn = approvedOn + random.below(terms.startsOn - approvedOn + 1)
    events.append(InventedEvent(.signed, on: signedOn))
    var start = terms.startsOn
    if random.happens(20) { start = min(start + random.within(1...3), installments[0].dueOn - 1) }
    events.append(InventedEvent(.disbursed, on: start, amount: terms.principal))
    return start
  }

  /// What will change beside payments, as far as it is the borrower's plan.
  private mutating func plan() {
    let terms = contract.terms
    let term = terms.maturesOn - terms.startsOn
    let bullet =
      terms.repayment.method == .interestThenPrincipal || terms.repayment.method == .atMaturity
    if bullet, random.happens(140) {
      changes.append((terms.maturesOn - random.within(5...15), .lengthening))
    } else if line != .studentAid, random.happens(90) {
      changes.append((terms.startsOn + random.within(60...max(61, term - 1)), .settlement))
    } else if line != .studentAid, random.happens(40) {
      changes.append((terms.startsOn + random.within(40...max(41, term - 20)), .prepayment))
    }
    if line == .studentAid, let until = terms.subsidy?.until {
      let day = Month(year: until.year, month: 7).day(random.within(1...28))
      changes.append((day, .graduation))
    }
  }

  /// Pays an instalment: on its day, some days before it, or late by days that nobody minds.
  private mutating func pay(_ due: Installment) throws {
    let manner = random.below(1_000)
    var day = due.dueOn
    if manner < 180 {
      let earliest = max(due.from + 1, events.last?.effectiveOn ?? due.dueOn)
      day = max(min(earliest, due.dueOn), due.dueOn - random.within(1...5))
    } else if manner < 230 {
      day = due.dueOn + random.within(1...5)
    }
    guard day <= end else { return }
    let isSure = day <= due.dueOn && due.dueOn > unsureUntil
    let amount = isSure ? due.borrowerTotal : try owed(on: max(day, due.dueOn))
    guard amount.isPositive else { return }
    var event = InventedEvent(.repaid(inAdvance: nil), on: day, amount: amount)
    if manner >= 985 {
      event = InventedEvent(
        .repaid(inAdvance: nil), on: day + random.within(1...4), effectiveOn: day, amount: amount)
    }
    events.append(event)
    if day > due.dueOn { unsureUntil = day + 100 }
  }

  /// Falls behind on a due day, until all is made good.
  ///
  /// - Returns: the day on which it is; nil if it never is.
  private mutating func fallBehind(since due: Day) throws -> Day? {
    var day = due
    for roll in arrears.rolls {
      guard random.happens(roll) else { return try makeGood(on: day + random.within(1...29)) }
      if random.happens(arrears.part) {
        try repay(percent: random.within(20...60), on: day + random.within(3...27))
      }
      day = day + 30
    }
    var months = arrears.rolls.count
    while day <= end {
      months += 1
      if random.happens(arrears.cured) { return try makeGood(on: day + random.within(1...29)) }
      if months >= 6, random.happens(arrears.lost) {
        try writeOff(on: day + random.within(1...20))
        return nil
      }
      day = day + 30
    }
    return nil
  }

  private mutating func makeGood(on day: Day) throws -> Day {
    try repay(percent: 100, on: day)
    return day
  }

  /// Pays a part of all that is owed and due on a day.
  private mutating func repay(percent: Int, on day: Day) throws {
    guard day <= end else { return }
    let amount = Money(minorUnits: try owed(on: day).minorUnits * Int64(percent) / 100)
    guard amount.isPositive else { return }
    events.append(InventedEvent(.repaid(inAdvance: nil), on: day, amount: amount))
  }

  private mutating func writeOff(on day: Day) throws {
    let carriedOutOn = day + random.within(0...5)
    guard carriedOutOn <= end else { return }
    events.append(InventedEvent(.proposedWriteOff, on: day))
    events.append(InventedEvent(.writtenOff, on: carriedOutOn, effectiveOn: day))
    if random.happens(250) {
      try repay(percent: random.within(10...50), on: carriedOutOn + random.within(20...120))
    }
  }

  /// All that is due and unpaid on a day, with what that day brings.
  private func owed(on day: Day) throws -> Money {
    let (used, credit) = try contract.settlement(of: facts, on: day, inAdvance: nil)
    return used.costs + used.used - credit
  }
}

extension BorrowerConduct {
  /// - Returns: whether the instalments to come are others now.
  private mutating func take(_ change: Change, on day: Day) throws -> Bool {
    guard day <= end, day > (events.last?.bookedOn ?? day) else { return false }
    switch change {
    case .settlement:
      let (used, credit) = try contract.settlement(
        of: facts, on: day, inAdvance: .lowersInstallments)
      let amount = used.costs + used.used - credit
      guard amount.isPositive else { return false }
      events.append(
        InventedEvent(.repaid(inAdvance: .lowersInstallments), on: day, amount: amount))
      installments = []
      return true
    case .prepayment:
      let share = Int64(random.within(10...40))
      let amount = Money(minorUnits: contract.terms.principal.minorUnits * share / 100)
      events.append(
        InventedEvent(.repaid(inAdvance: .lowersInstallments), on: day, amount: amount))
    case .graduation:
      let isLater = random.happens(40)
      let year = day.year + (isLater ? 1 : 0)
      events.append(
        InventedEvent(.graduated(on: Month(year: year, month: 7).day(1)), on: day))
    case .lengthening:
      guard try extend(on: day) else { return false }
    }
    try look(on: day)
    return true
  }

  private mutating func extend(on day: Day) throws -> Bool {
    let terms = contract.terms
    let rule = ExtensionRule(
      startsOn: terms.startsOn, maturesOn: terms.maturesOn, debtor: .person,
      longestMonths: line == .microcredit ? 36 : 60)
    let months = random.within(1...4) * 3
    let last = min(terms.maturesOn.adding(months: months), rule.latest)
    guard last > terms.maturesOn + 20 else { return false }
    let isConcession = random.happens(300)
    let carriedOutOn = min(day + random.within(0...3), terms.maturesOn - 1)
    for kind in [InventedEvent.Kind.proposedExtension(to: last), .extended(to: last)] {
      let isProposal = kind == .proposedExtension(to: last)
      var event = InventedEvent(kind, on: isProposal ? day : carriedOutOn, effectiveOn: day)
      event.isRestructuring = isConcession
      events.append(event)
    }
    guard carriedOutOn <= end else {
      events.removeLast(2)
      return false
    }
    return true
  }

  /// The instalments to come after a day, as the facts so far leave them.
  private mutating func look(on day: Day) throws {
    let facts = facts
    contract = try LoanContract(contract.terms, market: market, facts: facts)
    installments = try Claim(contract, facts: facts, through: day).upcoming
  }
}
