import Banks
import Fixtures
import LoanProducts
import Origination
import Quantities
import Testing

/// Goal: it is never in doubt who decides, and votes come to what the rules say.
@Suite("Who decides on an application")
struct ApprovalTierTests {
  private static func tier(
    _ above: Money, _ authority: ApprovalAuthority, from day: Day = "2020-01-01",
    bank: String? = nil, line: ProductLine? = nil
  ) throws -> ApprovalTier {
    let majority = try #require(Majority(text: "2/3"))
    var tier = ApprovalTier(
      validFrom: day, above: above, authority: authority, majority: majority)
    tier.bank = bank
    tier.line = line
    tier.quorum = 3
    return tier
  }

  private static func policy() throws -> ApprovalPolicy {
    ApprovalPolicy([
      try tier("500000.00", .committee), try tier(.zero, .officer),
      try tier("100000.00", .branchManager),
      try tier(.zero, .branchManager, from: "2025-01-01", bank: "xiangshan"),
      try tier(.zero, .committee, line: .tourism),
      try tier("20000.00", .officer, from: "2025-01-01", bank: "xiangshan", line: .tourism),
    ])
  }

  @Test(
    "is the tier with the largest amount below the loan's",
    arguments: [
      ("0.01", .officer), ("100000.00", .officer), ("100000.01", .branchManager),
      ("500000.00", .branchManager), ("500000.01", .committee),
    ] as [(Money, ApprovalAuthority)])
  func amounts(_ principal: Money, _ expected: ApprovalAuthority) throws {
    let found = try Self.policy().tier(
      bank: "guilin", line: .industry, principal: principal, on: "2024-07-01")
    #expect(found?.authority == expected)
  }

  @Test(
    "is found in the bank's rows before those of all, in the line's before those of all lines",
    arguments: [
      ("xiangshan", .industry, "2025-01-01", .branchManager),
      ("xiangshan", .industry, "2024-12-31", .committee),
      ("guilin", .tourism, "2025-01-01", .committee),
      ("xiangshan", .tourism, "2024-12-31", .committee),
      ("xiangshan", .tourism, "2025-01-01", .officer), ("guilin", .industry, "2019-12-31", nil),
    ] as [(String, ProductLine, Day, ApprovalAuthority?)])
  func closest(
    _ bank: String, _ line: ProductLine, _ day: Day, _ expected: ApprovalAuthority?
  ) throws {
    let found = try Self.policy().tier(
      bank: bank, line: line, principal: "900000.00", on: day)
    #expect(found?.authority == expected)
  }

  @Test("is the first tier for a loan below all of them, and a committee only where there is one")
  func edges() throws {
    let policy = try Self.policy()
    let small = policy.tier(
      bank: "xiangshan", line: .tourism, principal: "10000.00", on: "2025-01-01")
    #expect(small?.above == "20000.00")
    #expect(policy.committee(bank: "guilin", line: .industry, on: "2025-01-01") != nil)
    #expect(policy.committee(bank: "xiangshan", line: .tourism, on: "2025-01-01") == nil)
  }

  @Test(
    "votes come to an approval with quorum and majority, to a refusal when it can't be reached",
    arguments: [
      (1, 0, 2, .open), (2, 0, 1, .open), (3, 0, 0, .approved), (2, 1, 0, .approved),
      (1, 1, 1, .open), (1, 2, 0, .refused), (0, 2, 1, .refused), (2, 1, 2, .approved),
      (2, 2, 1, .refused), (3, 1, 1, .approved), (0, 1, 2, .open), (2, 0, 0, .open),
    ] as [(Int, Int, Int, VoteOutcome)])
  func votes(_ inFavour: Int, _ against: Int, _ left: Int, _ expected: VoteOutcome) throws {
    let tier = try Self.tier(.zero, .committee)
    let count = VoteCount(inFavour: inFavour, against: against, left: left)
    #expect(tier.outcome(count) == expected)
  }

  @Test("a majority is a share of the votes cast")
  func majority() throws {
    for text in ["", "2", "2/", "/3", "0/3", "4/3", "2/3/4", "a/b", "1/0"] {
      #expect(Majority(text: text) == nil)
    }
    let half = try #require(Majority(text: "1/2"))
    #expect(half.text == "1/2" && half.isReached(by: 1, of: 2) && !half.isReached(by: 1, of: 3))
  }

  @Test("a paper is asked for from its first day to before its last")
  func documents() {
    let paper = DocumentRequirement(
      line: .microcredit, code: "identity", name: BilingualName(chinese: "身份证", english: ""),
      validFrom: "2021-03-04", validUntil: "2026-01-01")
    #expect(paper.isAsked(.microcredit, on: "2021-03-04"))
    #expect(paper.isAsked(.microcredit, on: "2025-12-31"))
    #expect(!paper.isAsked(.microcredit, on: "2026-01-01"))
    #expect(!paper.isAsked(.microcredit, on: "2021-03-03"))
    #expect(!paper.isAsked(.tourism, on: "2025-01-01"))
  }
}
