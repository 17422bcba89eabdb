package import Accrual
import Classification
import LoanProducts
import Postgres
import Posting
package import Quantities
package import Risk

/// The wide rows: signed terms, states, positions.
extension BookRows {
  package mutating func add(_ loan: LoanRecord) {
    let terms = loan.terms
    let repayment = terms.repayment
    self[.loans].begin(36)
    addOwner(loan)
    self[.loans].add(repayment.method.rawValue)
    self[.loans].add(Int16(repayment.interestEveryMonths))
    if let day = repayment.settlementDay {
      self[.loans].add(Int16(day))
    } else {
      self[.loans].addNull()
    }
    self[.loans].add(Int16(repayment.principalEveryMonths))
    self[.loans].add(repayment.principalFrom)
    self[.loans].add(repayment.plan.map(\.dueOn))
    self[.loans].add(repayment.plan.map(\.principal.minorUnits))
    self[.loans].add(repayment.monthWeights)
    self[.loans].add(terms.basis.text)
    self[.loans].add(terms.rounding.rawValue)
    switch terms.rate {
    case .fixed(let rate):
      self[.loans].add(rate.trillionths)
      self[.loans].addNull()
      self[.loans].addNull()
    case .floating(let index, let spread, let reset):
      self[.loans].add(spread.trillionths)
      self[.loans].add(index.rawValue)
      self[.loans].add(reset.text)
    }
    self[.loans].add(Int32(terms.penaltyPercent))
    addSubsidy(terms.subsidy)
    self[.loans].add(json: MoreTerms(terms).column)
  }

  private mutating func addOwner(_ loan: LoanRecord) {
    self[.loans].add(loan.bankID)
    self[.loans].add(loan.loanID)
    self[.loans].add(loan.number)
    self[.loans].add(loan.branchID)
    self[.loans].add(loan.officerID)
    self[.loans].add(loan.borrowerID)
    self[.loans].add(loan.line.rawValue)
    self[.loans].add(loan.productVersion.map { Int32($0) })
    self[.loans].add(loan.purpose)
    self[.loans].add(loan.category)
    self[.loans].add(loan.isRestructured)
    self[.loans].add(loan.granted)
    self[.loans].add(loan.terms.principal)
    self[.loans].add(loan.terms.agreedOn)
    self[.loans].add(loan.terms.startsOn)
    self[.loans].add(loan.terms.maturesOn)
  }

  private mutating func addSubsidy(_ subsidy: SubsidyTerms?) {
    guard let subsidy else {
      for _ in 0..<5 { self[.loans].addNull() }
      return
    }
    self[.loans].add(subsidy.payer.rawValue)
    self[.loans].add(Int32(subsidy.shareBasisPoints))
    self[.loans].add(subsidy.principalLimit?.minorUnits)
    self[.loans].add(subsidy.until)
    self[.loans].add(subsidy.stopsWhenOverdue)
  }

  package mutating func add(_ state: LoanState, of loan: LoanRecord) {
    self[.states].begin(25)
    self[.states].add(loan.bankID)
    self[.states].add(loan.loanID)
    self[.states].add(loan.number)
    self[.states].add(loan.officerID)
    self[.states].add(loan.line.rawValue)
    self[.states].add(loan.terms.principal)
    self[.states].add(state.status.rawValue)
    self[.states].add(state.branchID)
    self[.states].add(state.borrowerID)
    self[.states].add(state.isRestructured)
    self[.states].add(state.startsOn)
    self[.states].add(state.maturesOn)
    self[.states].add(state.outstanding)
    self[.states].add(state.oldestUnpaidDueOn)
    self[.states].add(state.lastFactNumber)
    self[.states].add(state.bookPrincipal)
    self[.states].add(state.isNonAccrual)
    self[.states].add(state.isClassedByFacts)
    self[.states].add(state.moved.stored)
    self[.states].add(posted: state.posted)
  }

  package mutating func add(
    _ position: LoanPosition, _ posted: AccrualTarget, month: Day, version: Int32
  ) {
    self[.positions].begin(27)
    self[.positions].add(position.bankID)
    self[.positions].add(month)
    self[.positions].add(version)
    self[.positions].add(position.loanID)
    self[.positions].add(position.branchID)
    self[.positions].add(position.borrowerID)
    self[.positions].add(position.line)
    self[.positions].add(position.principal)
    self[.positions].add(position.principalDue)
    self[.positions].add(position.interestDue)
    self[.positions].add(position.interestRunning)
    self[.positions].add(position.penaltyDue)
    self[.positions].add(position.credit)
    self[.positions].add(Int32(position.principalOverdueDays))
    self[.positions].add(Int32(position.interestOverdueDays))
    self[.positions].add(position.isRestructured)
    self[.positions].add(position.riskClass.rawValue)
    self[.positions].add(position.generalProvision)
    self[.positions].add(position.specialProvision)
    self[.positions].add(posted: posted)
    self[.positions].add(position.bookPrincipal)
    self[.positions].add(position.isNonAccrual)
  }
}

extension CopyRows {
  fileprivate mutating func add(posted: AccrualTarget) {
    add(posted.interest.borrower)
    add(posted.interest.finance)
    add(posted.interest.programme)
    add(posted.penalty)
    add(posted.compound)
    add(posted.suspended)
  }
}
