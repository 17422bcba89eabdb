import Fixtures
import Quantities
import Servicing
import Testing

/// Goal: a promise is kept by money that came for it, and by no other.
@Suite("A promise to pay")
struct PaymentPromiseTests {
  let promise = PaymentPromise(number: 10, madeOn: "2025-08-05", amount: "500.00", by: "2025-08-20")

  func paid(_ amount: Money, on day: Day, number: Int64 = 11) -> PaymentReceived {
    PaymentReceived(number: number, on: day, amount: amount)
  }

  func state(_ payments: [PaymentReceived], on day: Day) -> PromiseState? {
    [promise].outcomes(payments, on: day).first?.state
  }

  @Test("is open until its day is over, and broken the day after")
  func time() {
    #expect(state([], on: "2025-08-05") == .open)
    #expect(state([], on: "2025-08-20") == .open)
    #expect(state([], on: "2025-08-21") == .broken)
    #expect([promise].outcomes([], on: "2025-08-04").isEmpty)
  }

  @Test("is kept by all of the amount, in parts or at once, on its day at the latest")
  func kept() {
    #expect(state([paid("500.00", on: "2025-08-20")], on: "2025-08-20") == .kept)
    let parts = [paid("200.00", on: "2025-08-05"), paid("300.00", on: "2025-08-19", number: 12)]
    #expect(state(parts, on: "2025-08-18") == .open)
    #expect(state(parts, on: "2025-09-30") == .kept)
    #expect(state([paid("499.99", on: "2025-08-20")], on: "2025-08-21") == .broken)
    #expect(state([paid("500.00", on: "2025-08-21")], on: "2025-08-21") == .broken)
  }

  @Test("does not count what came before it: by the day, or by the order of recording")
  func before() {
    #expect(state([paid("500.00", on: "2025-08-04")], on: "2025-08-21") == .broken)
    #expect(state([paid("500.00", on: "2025-08-05", number: 9)], on: "2025-08-21") == .broken)
  }

  @Test("and another share no money: it counts for the one whose day comes first")
  func several() {
    let later = PaymentPromise(
      number: 8, madeOn: "2025-08-01", amount: "300.00", by: "2025-08-31")
    let outcomes = [later, promise].outcomes(
      [paid("700.00", on: "2025-08-10")], on: "2025-09-01")
    #expect(outcomes.map(\.promise.number) == [10, 8])
    #expect(outcomes.map(\.received) == ["500.00", "200.00"])
    #expect(outcomes.map(\.state) == [.kept, .broken])
  }
}
