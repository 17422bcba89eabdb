package import Banks
package import LoanProducts
package import Quantities

/// A numbered claim of a bank on a programme, with what became of it.
package struct SubsidyClaim: Hashable, Sendable {
  package let number: Int
  package let programme: String
  package let name: BilingualName
  package let payer: Payer
  package let refusedIsOwedByBorrower: Bool
  /// What was accrued by this month's end is claimed.
  package let month: Month
  /// From 1; later ones of the same month claim what a later run changed.
  package let batch: Int
  package let loanCount: Int
  package let amount: Money
  package let claimedOn: Day
  /// Nil until the programme confirmed it.
  package let confirmedOn: Day?
  package let paid: Money
  package let refused: Money

  /// Neither paid nor refused.
  package var open: Money { amount - paid - refused }
}

/// A claim to be added, with its lines.
package struct NewSubsidyClaim: Sendable {
  package var number: Int
  package var programme: String
  package var month: Month
  package var batch = 1
  /// The fact of the claiming.
  package var fact: Int64
  package var lines: [SubsidyClaimLine] = []

  package init(number: Int, programme: String, month: Month, fact: Int64) {
    self.number = number
    self.programme = programme
    self.month = month
    self.fact = fact
  }
}

/// What a claim asks for one loan.
package struct SubsidyClaimLine: Hashable, Sendable {
  package var loanID: Int64
  package var loanNumber = ""
  package var borrowerID: Int64 = 0
  /// Below zero where a later run took back what was claimed before.
  package var amount: Money
  /// The days it is claimed for: from this one until before the other.
  package var from: Day
  package var until: Day
  /// Of these, the days that are subsidised.
  package var days = 0
  /// As of the last of them.
  package var principal = Money.zero
  package var subsidisedPrincipal = Money.zero
  package var rate = AnnualRate.zero
  package var shareBasisPoints = 0
  package var paid = Money.zero
  package var refused = Money.zero

  package init(loanID: Int64, amount: Money, from: Day, until: Day) {
    self.loanID = loanID
    self.amount = amount
    self.from = from
    self.until = until
  }

  /// Neither paid nor refused.
  package var open: Money { amount - paid - refused }
}

/// What a programme owes on a loan and was not claimed yet, or was claimed too much.
package struct UnclaimedSubsidy: Hashable, Sendable {
  package let loanID: Int64
  package let programme: String
  /// The month of the loan's last claim; nil before the first.
  package let claimedTo: Month?
  /// Never zero.
  package let amount: Money
}

/// A payment or refusal that a request recorded.
package struct SettledSubsidy: Hashable, Sendable {
  package let loanNumber: String
  package let amount: Money
  package let effectiveOn: Day
  package let factNumber: Int64
  package let request: String
}
