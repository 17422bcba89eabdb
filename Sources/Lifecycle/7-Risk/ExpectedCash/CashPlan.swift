package import Quantities

/// A loan's money to come, month by month.
package struct CashLoan: Hashable, Sendable {
  /// What falls due in a month.
  package struct Instalment: Hashable, Sendable {
    package var principal = Money.zero
    /// The borrower's.
    package var interest = Money.zero
    /// The part of the interest that finance or a programme pays.
    package var subsidy = Money.zero
    /// Of the borrower's part, what money held for it covers.
    package fileprivate(set) var covered = Money.zero

    package init() {}
  }

  /// Principal that is due and not paid.
  package var principalDue = Money.zero
  /// Interest and penalty that are due and not paid.
  package var interestDue = Money.zero
  /// Of the months ahead, the first one first, with none left out.
  package var instalments: [Instalment] = []
  /// Principal that falls due in the months ahead, those whose instalments are not told among them.
  package var principalAhead = Money.zero

  package init() {}

  /// Covers the first instalments by money that is held as credit: it does not come again.
  package mutating func cover(by credit: Money) {
    var left = credit
    for place in instalments.indices where left.isPositive {
      let due = instalments[place].principal + instalments[place].interest
      instalments[place].covered = min(left, due)
      left -= instalments[place].covered
    }
  }
}

/// The money that loans are to bring, and what of it is expected to come.
///
/// Contractual: what is due and unpaid, then what falls due in each month ahead if nothing changes
///              any more: the principal of all months adds up to what is owed.
/// Expected:    of borrowers: of a month, what falls due and no credit covers × the probability
///              that it is not among the payments missed before a default × that the loan was not
///              repaid early before; and of the principal that is left after it × the same × the
///              probability that it is repaid early in the month. Of what is due and unpaid already
///              × the first probability, of twelve months. What is recovered after a default is
///              left out.
/// Units:       minor units; of each loan's month what falls due, and what comes early, rounded
///              once each, half up.
package struct CashPlan: Hashable, Sendable {
  /// The probability of what is sure to come, in 1e-12.
  package static let certain = DefaultCurve.certain
  /// The months that are told one by one.
  package static let monthCount = 24

  /// The money of a month.
  package struct Flow: Hashable, Sendable {
    package private(set) var principal: Int128 = 0
    package private(set) var interest: Int128 = 0
    package private(set) var subsidy: Int128 = 0
    package private(set) var expected: Int128 = 0
    /// Of what is expected, principal before its time.
    package private(set) var early: Int128 = 0

    package init() {}

    /// What borrowers are to bring.
    package var contractual: Int128 { principal + interest }

    /// - Parameters:
    ///   - due: what falls due of a loan.
    ///   - ahead: what may come early with it.
    ///   - probability: that both come, in 1e-12.
    mutating func add(_ due: CashLoan.Instalment, early ahead: Money, coming probability: Int64) {
      principal += Int128(due.principal.minorUnits)
      interest += Int128(due.interest.minorUnits)
      subsidy += Int128(due.subsidy.minorUnits)
      let coming = CashPlan.share(probability, of: ahead)
      early += Int128(coming.minorUnits)
      let sum = CashPlan.share(probability, of: due.principal + due.interest - due.covered)
      expected += Int128((sum + coming).minorUnits)
    }

    package static func + (left: Flow, right: Flow) -> Flow {
      var sum = left
      sum.principal += right.principal
      sum.interest += right.interest
      sum.subsidy += right.subsidy
      sum.expected += right.expected
      sum.early += right.early
      return sum
    }
  }

  /// An amount × a probability, half up.
  private static func share(_ probability: Int64, of amount: Money) -> Money {
    Money(minorUnits: share(probability, of: amount.minorUnits))
  }

  /// Minor units, or a probability, × a probability, half up.
  private static func share(_ probability: Int64, of whole: Int64) -> Int64 {
    Int64(Rounding.halfUp.divide(Int128(whole) * Int128(probability), by: Int128(certain)))
  }

  /// What is due and unpaid.
  package private(set) var arrears = Flow()
  /// What of that is expected in the first month: × the probability that the loan is on time, or
  /// repaid, when it ends; each loan's rounded once, half up.
  package private(set) var soon: Int128 = 0
  /// Of the months ahead.
  package private(set) var months = [Flow](repeating: Flow(), count: monthCount)
  /// Of all months after these.
  package private(set) var later = Flow()

  package init() {}

  /// Adds a loan.
  ///
  /// - Parameters:
  ///   - loan: its money to come.
  ///   - cure: the probability that it is on time, or repaid, a month later, in 1e-12.
  ///   - early: the probability that it is repaid early in a month, in 1e-12.
  ///   - probability: that what falls due after so many months is missed, in 1e-12.
  package mutating func add(
    _ loan: CashLoan, curing cure: Int64, leaving early: Int64 = 0,
    defaulting probability: (Int) -> Int64
  ) {
    var due = CashLoan.Instalment()
    due.principal = loan.principalDue
    due.interest = loan.interestDue
    arrears.add(due, early: .zero, coming: Self.certain - probability(12))
    soon += Int128(Self.share(cure, of: due.principal + due.interest).minorUnits)
    // The principal that is left, and the probability that it was not repaid early.
    var (left, stays) = (loan.principalAhead, Self.certain)
    for (place, instalment) in loan.instalments.enumerated() {
      left -= instalment.principal
      let coming = Self.share(Self.certain - probability(place + 1), of: stays)
      let ahead = Self.share(early, of: left)
      if place < Self.monthCount {
        months[place].add(instalment, early: ahead, coming: coming)
      } else {
        later.add(instalment, early: ahead, coming: coming)
      }
      stays -= Self.share(early, of: stays)
    }
  }

  package var whole: Flow { months.reduce(arrears + later, +) }

  package static func + (left: CashPlan, right: CashPlan) -> CashPlan {
    var sum = left
    sum.arrears = left.arrears + right.arrears
    sum.soon += right.soon
    sum.months = zip(left.months, right.months).map(+)
    sum.later = left.later + right.later
    return sum
  }
}
