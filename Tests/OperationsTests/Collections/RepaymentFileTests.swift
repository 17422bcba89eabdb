import Banks
import CommandLine
import Fixtures
import Interchange
import Operations
import Origination
import Postgres
import Quantities
import Repositories
import Servicing
import Testing

/// Goal: of a file each good line is booked once, whoever sends it and how often; each bad one is
/// told by its line.
@Suite("files of repayments")
struct RepaymentFileTests {
  private func lent(_ village: Village, _ count: Int) async throws -> [String] {
    var loans: [String] = []
    for number in 1...count { loans.append(try await village.lend(.simple("B\(number)"))) }
    try await village.work(on: "2025-08-15")
    return loans
  }

  @Test("lines that can't be read and lines that are refused leave the others")
  func badLines() async throws {
    let village = try await Village.opened()
    let loans = try await lent(village, 2)
    let text = """
      key,loan_number,amount,on,advance,from,party,again
      1,\(loans[0]),50.00,2025-08-15,,,,
      2,\(loans[0]),x,2025-08-15,,,,
      3,999,50.00,2025-08-15,,,,
      4,\(loans[1]),10.00,2025-08-16,,,,
      5,\(loans[1]),10.00,2025-08-15,sometimes,,,
      6,\(loans[1]),10.00,2025-08-15,,,B3,
      7,\(loans[1]),10.00,2025-08-15,,guarantor,B3,
      8,\(loans[1]),,,,,,
      1,\(loans[0]),51.00,2025-08-15,,,,

      """
    let result = try await village.book(text)
    #expect(
      result.outcomes == [
        "new", "operation.loan_unknown", "operation.day_after_business_date", "new",
        "operation.key_used_for_another_request",
      ])
    #expect(result.file.skipped == 1)
    #expect(result.file.problems.kept.map(\.line) == [3, 6, 7])
    #expect(
      result.file.problems.kept.map(\.code) == [
        "field.not_an_amount", "field.not_one_of", "collections.party_without_from",
      ])
    #expect(try await village.received(loans[0]) == "50.00")
    #expect(try await village.received(loans[1]) == "10.00")
    let fact = try #require(try await village.file(loans[1]).facts.last)
    #expect(fact.detail.from == "guarantor" && fact.detail.party == "B3")
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("the same payment under another key is refused, in a file and against the books")
  func duplicates() async throws {
    let village = try await Village.opened()
    let loans = try await lent(village, 1)
    let header = "key,loan_number,amount,on,again\n"
    let twice = header + "a,\(loans[0]),20.00,2025-08-15,\nb,\(loans[0]),20.00,2025-08-15,\n"
    #expect(try await village.book(twice).outcomes == ["new", "collections.same_as_line"])
    #expect(try await village.book(twice).outcomes == ["known", "collections.same_as_line"])
    let other = header + "c,\(loans[0]),20.00,2025-08-15,no\n"
    #expect(try await village.book(other).outcomes == ["operation.looks_like_duplicate"])
    let again = header + "c,\(loans[0]),20.00,2025-08-15,yes\n"
    #expect(try await village.book(again).outcomes == ["new"])
    #expect(try await village.received(loans[0]) == "40.00")
    await village.close()
  }

  @Test("a check tells what each line would do, those before it done, and books nothing")
  func check() async throws {
    let village = try await Village.opened()
    let loans = try await lent(village, 2)
    let text = """
      key,loan_number,amount,on
      1,\(loans[0]),50.00,2025-08-15
      2,\(loans[0]),50.00,2025-08-15
      3,\(loans[1]),50.00,2025-06-30
      4,\(loans[1]),93.00,2025-08-15
      5,999,1.00,2025-08-15

      """
    let expected = [
      "new", "collections.same_as_line", "servicing.fact_before_start", "new",
      "operation.loan_unknown",
    ]
    #expect(try await village.book(text, mode: .preview).outcomes == expected)
    for loan in loans { #expect(try await village.received(loan) == .zero) }
    // Nothing was kept of it, no number either, and the file does what the check has said.
    let facts = try await village.file(loans[0]).facts.count
    #expect(try await village.book(text).outcomes == expected)
    #expect(try await village.file(loans[0]).facts.count == facts + 1)
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("two clerks who send one file at once book it once")
  func race() async throws {
    let village = try await Village.opened(connections: 4)
    let loans = try await lent(village, 6)
    let lines = loans.enumerated().map { "r\($0),\($1),93.00,2025-08-15\n" }
    let text = "key,loan_number,amount,on\n" + lines.joined()
    let other = Village.newPool(village.connectionInfo)
    async let first = village.book(text)
    async let second = village.book(text, on: other)
    let outcomes = try await [first.outcomes, second.outcomes]
    for index in loans.indices {
      #expect(Set(outcomes.map { $0[index] }) == ["new", "known"])
      #expect(try await village.received(loans[index]) == "93.00")
    }
    try await Verification.expectNone(village)
    await other.close()
    await village.close()
  }

  @Test("an advance of a line repays principal, and who is no cashier books no line")
  func advance() async throws {
    let village = try await Village.opened()
    let loans = try await lent(village, 1)
    let header = "key,loan_number,amount,on,advance,in_advance\n"
    let text = header + "1,\(loans[0]),1135.00,2025-08-15,lower-installments,\n"
    #expect(try await village.book(text).outcomes == ["new"])
    // 93.00 due, 14 days × 3.00 = 42.00 running, 1,000.00 of principal.
    #expect(try await village.file(loans[0]).state.outstanding == "35000.00")
    let file = try RepaymentFile(
      CSVReader(ByteSource(text: header), columns: RepaymentFile.columns), of: village.wujiaqu)
    for mode in [ServicingMode.record, .preview] {
      do {
        _ = try await BookRepayments.run(
          file.lines, mode: mode, bank: village.bank, caller: Village.officer, on: village.pool)
        Issue.record("an account officer took money")
      } catch let error as OperationError {
        #expect(error.code == "operation.role_missing")
      }
    }
    await village.close()
  }
}

extension Village {
  var wujiaqu: Bank {
    Bank(
      id: 102, code: "wujiaqu", number: 102,
      name: BilingualName(chinese: "五家渠", english: "Wujiaqu"), currency: .yuan)
  }
}
