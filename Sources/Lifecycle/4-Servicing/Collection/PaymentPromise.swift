package import Quantities

/// A borrower's word to pay an amount by a day.
package struct PaymentPromise: Hashable, Sendable {
  /// The number of the fact that records it.
  package let number: Int64
  package let madeOn: Day
  package let amount: Money
  /// The last day on which he said he would pay.
  package let by: Day

  package init(number: Int64, madeOn: Day, amount: Money, by day: Day) {
    self.number = number
    self.madeOn = madeOn
    self.amount = amount
    self.by = day
  }
}

/// Money that came in on a loan.
package struct PaymentReceived: Hashable, Sendable {
  package let number: Int64
  package let on: Day
  package let amount: Money

  package init(number: Int64, on day: Day, amount: Money) {
    self.number = number
    self.on = day
    self.amount = amount
  }
}

package enum PromiseState: String, Hashable, Sendable, CaseIterable {
  /// Its day is not over.
  case open
  case kept
  /// Its day is over and less came in.
  case broken
}

/// What became of a promise by the end of a day.
package struct PromiseOutcome: Hashable, Sendable {
  package let promise: PaymentPromise
  /// What came in for it, at most what was promised.
  package let received: Money
  package let state: PromiseState
}

extension [PaymentPromise] {
  /// What became of each promise by the end of a day, in the order of their promised days.
  ///
  /// A payment counts that is recorded after the promise and effective from the day it was made
  /// until the promised one; each amount counts once, for the promise whose day comes first.
  ///
  /// - Parameters:
  ///   - payments: what came in, in any order; undone ones left out.
  ///   - day: the day whose end is asked for.
  /// - Returns: one outcome for each promise made by then.
  package func outcomes(_ payments: [PaymentReceived], on day: Day) -> [PromiseOutcome] {
    var left = payments.filter { $0.on <= day }
      .sorted { ($0.on, $0.number) < ($1.on, $1.number) }
      .map { (payment: $0, amount: $0.amount) }
    let promises = filter { $0.madeOn <= day }
      .sorted { ($0.by, $0.number) < ($1.by, $1.number) }
    return promises.map { promise in
      var missing = promise.amount
      for index in left.indices {
        let payment = left[index].payment
        guard payment.number > promise.number, payment.on >= promise.madeOn,
          payment.on <= promise.by
        else { continue }
        let used = Swift.min(missing, left[index].amount)
        left[index].amount -= used
        missing -= used
      }
      let state: PromiseState = missing.isZero ? .kept : day > promise.by ? .broken : .open
      return PromiseOutcome(promise: promise, received: promise.amount - missing, state: state)
    }
  }
}
