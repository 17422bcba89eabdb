import Fixtures
import LoanProducts
import Migration
import Operations
import Origination
import Postgres
import Posting
import Quantities
import Repositories
import Risk
import Scheduling
import Servicing
import Testing

/// Goal: a rate that is loaded late moves what is booked from then on, and nothing of what was
/// booked, verified, rebuilt or forecast of the time before.
///
/// Method: a firm's loan is reset each first of January. January 2026 is run and a repayment
/// booked before the publication of 2025-12-25 is loaded.
@Suite("a publication of the LPR that is loaded late")
struct LatePublicationTests {
  private static func load(_ day: Day, _ rate: AnnualRate, on village: Village) async throws {
    var content = CatalogContent()
    content.publications.rows = [
      Lined(
        PublicationEntry(on: day, oneYear: rate, fiveYear: rate, source: "test"), line: 2)
    ]
    _ = try await LoadCatalog.run(content, on: village.pool)
  }

  /// Run through January 2026, with a repayment in February.
  private static func january() async throws -> (Village, floating: String) {
    let village = try await Village.opened()
    let loan = try await village.lend(.industry("300000.00"))
    _ = try await village.lend(.simple())
    try await village.repay(loan, "110000.00")
    try await village.work(on: "2026-02-05")
    try await village.accrue("2025-12")
    try await village.accrue("2026-01")
    try await village.repay(loan, "100.00")
    return (village, loan)
  }

  private static func interest(_ loan: String, _ village: Village) async throws -> Money {
    try await village.file(loan).posted(.interest)
  }

  @Test("changes nothing of the past: the next run posts what it moves")
  func late() async throws {
    let (village, loan) = try await Self.january()
    let request = RiskRequest(month: "2026-01", scope: .bank(village.bank))
    let told = try await ExpectLosses.run(request, jobs: 1, on: village.pool).table
    try await Self.load("2025-12-25", "9.00", on: village)
    #expect(try await village.verified(nil).difference == nil)
    #expect(try await ExpectLosses.run(request, jobs: 1, on: village.pool).table == told)
    let before = try await Self.interest(loan, village)

    try await village.work(on: "2026-03-01")
    try await village.accrue("2026-02")
    let after = try await Self.interest(loan, village)
    // A third of 300,000.00 was paid on 20 December. On 200,000.00 of 360 days 9.50 % instead of
    // 3.50 % since 1 January: 59 days of 33.33… more, 1,966.67; and the 28 of February at 19.44…,
    // 544.44; but for the rounding of each sum.
    let more: Money = "2511.11"
    #expect(abs((after - before - more).minorUnits) <= 1, "\(after - before)")
    #expect(try await village.verified(nil).difference == nil)
    #expect(try await village.verified("2026-02").difference == nil)
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("leaves a payment made ahead short, and lists know")
  func paidAhead() async throws {
    let (village, loan) = try await Self.january()
    let claim = try #require(try await village.file(loan).claim)
    var owed = Money.zero - claim.repaid.credit
    let next = try #require(
      claim.upcoming.first { due in
        owed += due.principal + due.interest - due.subsidised
        return owed.isPositive
      })
    try await village.repay(loan, owed)
    #expect(try await village.file(loan).state.oldestUnpaidDueOn > next.dueOn)
    try await Self.load("2025-12-25", "9.00", on: village)
    try await village.work(on: next.dueOn + 5)
    let late = try #require(try await village.file(loan).claim)
    #expect(late.overdueDays(on: next.dueOn + 5) > 90)
    #expect(try await village.listedOtherwise() == [])
    await village.close()
  }

  /// On 200,000.00 at 3.50 %, 19.44… a day: since 20 December 1,380.56 in 71 days until the end of
  /// February, 836.11 in 43 until the end of January.
  @Test("does not change what was agreed by then, whether or not the loan is signed yet")
  func agreed() async throws {
    let (village, loan) = try await Self.january()
    let waiting = try await village.apply(.industry("200000.00"))
    let before = try await Self.interest(loan, village)
    let told = try await village.file(loan).claim
    try await Self.load("2025-07-01", "9.00", on: village)
    #expect(try await village.file(loan).claim == told)
    let loaded = try await village.verified(nil).difference
    #expect(loaded == nil, "\(String(describing: loaded))")
    try await village.approve(waiting)
    try await village.work(on: "2026-03-01")
    try await village.accrue("2026-02")
    #expect(try await Self.interest(loan, village) - before == "544.45")
    #expect(try await village.verified(nil).difference == nil)
    try await Verification.expectNone(village)
    await village.close()
  }

  @Test("nor what was agreed by loans of a database from before, once it is migrated")
  func migrated() async throws {
    let (village, loan) = try await Self.january()
    let terms = try await village.file(loan).loan.terms
    #expect(terms.agreedIndex == "3.00")
    try await village.asOwner(
      "UPDATE loans SET more_terms = nullif(more_terms - 'agreedIndex', '{}')")
    try await Self.load("2025-07-01", "9.00", on: village)
    #expect(try await village.file(loan).loan.terms.agreedIndex == nil)
    let migration = try #require(
      try Migrator.ofProgram().scripts.first { $0.name == "agreed_index" })
    try await village.asOwner(migration.text)
    #expect(try await village.file(loan).loan.terms == terms)
    #expect(try await village.verified(nil).difference == nil)
    await village.close()
  }

  @Test("is rebuilt as it came: the same books, and the same next run")
  func rebuilt() async throws {
    let (village, loan) = try await Self.january()
    try await Self.load("2025-12-25", "9.00", on: village)
    let owner = RebuildTests.owner(of: village.connectionInfo)
    let lines = try await RebuildTests.lines(owner)
    await owner.close()
    let rebuilt = try await RebuildTests.rebuilt(lines)
    #expect(try await rebuilt.verified(nil).difference == nil)
    for place in [village, rebuilt] {
      try await place.work(on: "2026-03-01")
      try await place.accrue("2026-02")
      #expect(try await place.verified(nil).difference == nil)
    }
    #expect(try await Self.interest(loan, rebuilt) == Self.interest(loan, village))
    await rebuilt.close()
    await village.close()
  }

  @Test("opens no loan again that was paid off, whether it comes before or after the next run")
  func paidOff() async throws {
    for isBeforeRun in [true, false] {
      let village = try await Village.opened()
      let loan = try await village.lend(.industry("300000.00"))
      try await village.repay(loan, "110000.00")
      try await village.work(on: "2026-01-10")
      try await village.accrue("2025-12")
      try await village.repay(loan, "250000.00", inAdvance: true)
      #expect(try await village.file(loan).state.status == .settled)
      try await village.work(on: "2026-02-05")
      if isBeforeRun { try await Self.load("2025-12-25", "9.00", on: village) }
      try await village.accrue("2026-01")
      if !isBeforeRun { try await Self.load("2025-12-25", "9.00", on: village) }
      let first = try await village.verified(nil).difference
      #expect(first == nil, "before \(isBeforeRun): \(String(describing: first))")
      let interest = try await Self.interest(loan, village)
      try await village.work(on: "2026-03-01")
      try await village.accrue("2026-02")
      #expect(try await Self.interest(loan, village) == interest)
      #expect(try await village.file(loan).state.status == .settled)
      let second = try await village.verified(nil).difference
      #expect(second == nil, "before \(isBeforeRun): \(String(describing: second))")
      await village.close()
    }
  }

  /// 4,983.33 are held for 200,000.00 at 3.50 %: instalments of March and June, 1,750.00 and
  /// 1,788.89; at 9.50 % since January 4,350.00 in March alone.
  @Test("may leave less of what is to come covered by credit: the next run tells")
  func credit() async throws {
    let village = try await Village.opened()
    let loan = try await village.lend(.industry("300000.00"))
    try await village.repay(loan, "110000.00")
    try await village.work(on: "2025-12-22")
    try await village.accrue("2025-11")
    try await village.repay(loan, "1.00")
    #expect(try await village.file(loan).state.oldestUnpaidDueOn == "2026-09-20")
    try await Self.load("2025-12-23", "9.00", on: village)
    #expect(try await village.verified(nil).difference == nil)
    try await village.work(on: "2026-01-05")
    try await village.accrue("2025-12")
    #expect(try await village.file(loan).state.oldestUnpaidDueOn == "2026-06-20")
    let difference = try await village.verified(nil).difference
    #expect(difference == nil, "\(String(describing: difference))")
    await village.close()
  }

  @Test("one that comes in time changes no schedule that a fact left before")
  func inTime() async throws {
    let (village, loan) = try await Self.january()
    try await village.agree(loan, .extended(to: "2027-09-20"))
    #expect(try await village.verified(nil).difference == nil)
    // The reset of January 2027 would be by it.
    try await Self.load("2026-12-21", "9.00", on: village)
    #expect(try await village.verified(nil).difference == nil)
    let schedules = try await village.file(loan).versions
    #expect(schedules.count == 1)
    await village.close()
  }
}
