import Fixtures
import LoanProducts
import Operations
import Origination
import Posting
import Quantities
import Repositories
import Servicing
import Testing

/// Goal: a request that comes twice is done once; a key never stands for two requests.
///
/// Method: each operation twice with one key, the same and changed; facts and books are counted.
@Suite("idempotency keys")
struct KeyTests {
  @Test("the same application gives the same loan, and no second one")
  func application() async throws {
    let village = try await Village.opened()
    let request = ApplicationRequest.simple(key: "k")
    let first = try await ApplyForLoan.run(
      request, bank: village.bank, caller: Village.anna, on: village.pool)
    let second = try await ApplyForLoan.run(
      request, bank: village.bank, caller: Village.anna, on: village.pool)
    #expect(first.isNew && !second.isNew)
    #expect(first.loanNumber == second.loanNumber)
    #expect(try await village.file(first.loanNumber).facts.count == 1)
    // The number after it is the next: the second request took none.
    #expect(try await village.apply(.simple("B2")).dropLast() == "10220250000002")
    await village.close()
  }

  @Test("a key that stands for another application is refused, whatever differs")
  func anotherApplication() async throws {
    let village = try await Village.opened()
    let request = ApplicationRequest.simple(key: "k")
    _ = try await village.apply(request)
    let others: [ApplicationRequest] = [
      request.with { $0.application.principal = "36000.01" },
      request.with { $0.borrower = "B2" },
      request.with { $0.branch = "head" },
      request.with { $0.application.purpose = "种植" },
      request.with { $0.application.maturesOn = "2026-07-02" },
      request.with { $0.application.rate = "3.00" },
      request.with { $0.application.isSubsidised = true },
      request.with { $0.application.basis = .months },
      request.with { $0.application.repayment.interestEveryMonths = 3 },
      request.with { $0.application.repayment.settlementDay = 20 },
    ]
    for other in others {
      await #expect(throws: OperationError.keyUsedForAnotherRequest(key: "k", fact: 1)) {
        try await village.apply(other)
      }
    }
    await village.close()
  }

  @Test("a step asked for twice is done once")
  func steps() async throws {
    let village = try await Village.opened()
    let loan = try await village.apply(.simple())
    #expect(try await village.approve(loan))
    #expect(try await village.approve(loan) == false)
    #expect(try await village.disburse(loan))
    #expect(try await village.disburse(loan) == false)
    #expect(try await village.approve(loan) == false)
    let file = try await village.file(loan)
    #expect(file.facts.count == 4)
    #expect(file.transfers.count == 1)
    await village.close()
  }

  @Test("a repayment that comes twice is booked once, on the day it first came")
  func repayment() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    try await village.work(on: "2025-08-01")
    let first = try await village.repay(loan, "100.00", key: "r")
    try await village.work(on: "2025-08-05")
    let second = try await village.repay(loan, "100.00", key: "r")
    #expect(first.isNew && !second.isNew)
    #expect(second.effectiveOn == "2025-08-01")
    #expect(second.used == first.used)
    let file = try await village.file(loan)
    #expect(file.facts.filter { $0.kind == .repaid }.count == 1)
    #expect(file.posted(.interestRepaid) + file.posted(.credit) == "100.00")
    await #expect(throws: OperationError.keyUsedForAnotherRequest(key: "r", fact: 6)) {
      try await village.repay(loan, "100.01", key: "r")
    }
    await #expect(throws: OperationError.keyUsedForAnotherRequest(key: "r", fact: 6)) {
      try await village.repay(loan, "100.00", on: "2025-08-01", key: "r")
    }
    await #expect(throws: OperationError.keyUsedForAnotherRequest(key: "r", fact: 6)) {
      try await village.repay(loan, "100.00", inAdvance: true, key: "r")
    }
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("the same repayment once more after the loan is settled still tells what it did")
  func afterSettlement() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple(until: "2025-08-01"))
    try await village.work(on: "2025-08-01")
    let first = try await village.repay(loan, "36093.00", key: "r")
    let second = try await village.repay(loan, "36093.00", key: "r")
    #expect(second.used == first.used)
    #expect(second.isSettled && !second.isNew)
    await village.close()
  }

  @Test(
    "keys of the bank's own work are refused, so that no request can stand in its way",
    arguments: [
      "accrue/2025-07/run-1", "close-day/2025-07-01", "import/1", "approve/1", "vote/1/2",
      "score/1/2", "sign/1", "expire/1", "disburse/1",
    ])
  func reserved(_ key: String) async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.simple())
    let prefix = String(key.prefix { $0 != "/" }) + "/"
    await #expect(throws: OperationError.keyReserved(key: key, prefix: prefix)) {
      try await village.repay(loan, "1.00", key: key)
    }
    try await village.work(on: "2025-07-31")
    #expect(try await village.accrue("2025-07")?.interest == "93.00")
    await village.close()
  }

  @Test("a key of one bank says nothing in another")
  func twoBanks() async throws {
    let village = try await Village.opened()
    let first = try await village.apply(.simple(key: "k"))
    let second = try await village.neighbour.apply(.simple(key: "k"))
    #expect(first != second)
    await village.close()
  }
}
