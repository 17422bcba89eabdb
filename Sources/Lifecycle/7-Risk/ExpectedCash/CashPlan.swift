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

    package init() {}
  }

  /// Principal that is due and not paid.
  package var principalDue = Money.zero
  /// Interest and penalty that are due and not paid.
  package var interestDue = Money.zero
  /// Of the months ahead, the first one first, with none left out.
  package var instalments: [Instalment] = []

  package init() {}
}

/// The money that loans are to bring, and what of it is expected to come.
///
/// Contractual: what is due and unpaid, then what falls due in each month ahead if nothing changes
///              any more: the principal of all months adds up to what is owed.
/// Expected:    of borrowers: of a month, what falls due × the probability that it is not among the
///              payments missed before a default; of what is due and unpaid already, × that of
///              twelve months. What is recovered after a default, and what is repaid early, is left
///              out.
/// Units:       minor units; each loan's month rounded once, half up.
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

    package init() {}

    /// What borrowers are to bring.
    package var contractual: Int128 { principal + interest }

    /// - Parameters:
    ///   - due: what falls due of a loan.
    ///   - probability: that it is missed, in 1e-12.
    mutating func add(_ due: CashLoan.Instalment, defaulting probability: Int64) {
      principal += Int128(due.principal.minorUnits)
      interest += Int128(due.interest.minorUnits)
      subsidy += Int128(due.subsidy.minorUnits)
      let sum = Int128((due.principal + due.interest).minorUnits)
      let stays = Int128(DefaultCurve.certain - probability)
      expected += Rounding.halfUp.divide(sum * stays, by: Int128(DefaultCurve.certain))
    }

    package static func + (left: Flow, right: Flow) -> Flow {
      var sum = left
      sum.principal += right.principal
      sum.interest += right.interest
      sum.subsidy += right.subsidy
      sum.expected += right.expected
      return sum
    }
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
  ///   - probability: that what falls due after so many months is missed, in 1e-12.
  package mutating func add(
    _ loan: CashLoan, curing cure: Int64, defaulting probability: (Int) -> Int64
  ) {
    var due = CashLoan.Instalment()
    due.principal = loan.principalDue
    due.interest = loan.interestDue
    arrears.add(due, defaulting: probability(12))
    let unpaid = Int128((due.principal + due.interest).minorUnits)
    soon += Rounding.halfUp.divide(unpaid * Int128(cure), by: Int128(DefaultCurve.certain))
    for (place, instalment) in loan.instalments.enumerated() {
      if place < Self.monthCount {
        months[place].add(instalment, defaulting: probability(place + 1))
      } else {
        later.add(instalment, defaulting: probability(place + 1))
      }
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
