import Fixtures
import Quantities
import Servicing
import Testing

/// Goal: a loan is extended as far as the law lets it, to the day, and not a day further.
///
/// Method: the bounds of 《个人贷款管理办法》 and 《贷款通则》, day by day around each edge.
@Suite("how far a loan may be extended")
struct ExtensionRuleTests {
  struct Case: Sendable {
    let debtor: ExtensionRule.Debtor
    let startsOn: Day
    let maturesOn: Day
    let bound: ExtensionRule.Bound
    let latest: Day
  }

  static let cases: [Case] = [
    // A person's loan of up to a year: its own term once more.
    .init(
      debtor: .person, startsOn: "2025-07-01", maturesOn: "2026-07-01", bound: .originalTerm,
      latest: "2027-07-01"),
    .init(
      debtor: .person, startsOn: "2025-08-31", maturesOn: "2026-02-28", bound: .originalTerm,
      latest: "2026-08-31"),
    // 100 days are no whole months: 100 days more.
    .init(
      debtor: .person, startsOn: "2025-01-01", maturesOn: "2025-04-11", bound: .originalTerm,
      latest: "2025-07-20"),
    // A day over a year: up to the product's 36 months from the first day.
    .init(
      debtor: .person, startsOn: "2025-07-01", maturesOn: "2026-07-02",
      bound: .productTerm(months: 36), latest: "2028-07-01"),
    // An enterprise: short loans the same, medium ones half of the term, long ones three years.
    .init(
      debtor: .organisation, startsOn: "2025-07-01", maturesOn: "2026-07-01",
      bound: .originalTerm, latest: "2027-07-01"),
    .init(
      debtor: .organisation, startsOn: "2025-07-01", maturesOn: "2028-07-01", bound: .halfTerm,
      latest: "2030-01-01"),
    // 15 months are 456 days, and half of them 228.
    .init(
      debtor: .organisation, startsOn: "2025-07-01", maturesOn: "2026-10-01", bound: .halfTerm,
      latest: "2027-05-17"),
    .init(
      debtor: .organisation, startsOn: "2025-07-01", maturesOn: "2030-07-01", bound: .halfTerm,
      latest: "2033-01-01"),
    .init(
      debtor: .organisation, startsOn: "2025-07-01", maturesOn: "2030-07-02",
      bound: .threeYears, latest: "2033-07-02"),
  ]

  @Test("the latest day follows from the debtor and the term", arguments: cases)
  func latest(_ known: Case) throws {
    let rule = ExtensionRule(
      startsOn: known.startsOn, maturesOn: known.maturesOn, debtor: known.debtor,
      longestMonths: 36)
    #expect(rule.bound == known.bound)
    #expect(rule.latest == known.latest)
    try rule.check(to: known.latest, earlier: [])
    let late = known.latest + 1
    #expect(
      throws: ChangeRuleError.extendedTooFar(
        to: late, latest: known.latest, known.bound, rule.basis)
    ) { try rule.check(to: late, earlier: []) }
  }

  @Test("once only, whatever is left of the bound")
  func once() {
    let rule = ExtensionRule(
      startsOn: "2025-07-01", maturesOn: "2026-07-01", debtor: .person, longestMonths: 36)
    #expect(throws: ChangeRuleError.extendedBefore(on: "2026-05-01", .personalLoans)) {
      try rule.check(to: "2026-12-01", earlier: ["2026-06-01", "2026-05-01"])
    }
    #expect(rule.basis.document == "《个人贷款管理办法》")
  }

  @Test("a product that nobody knows is held to five years")
  func unknownProduct() {
    let rule = ExtensionRule(
      startsOn: "2025-07-01", maturesOn: "2028-07-01", debtor: .person, longestMonths: nil)
    #expect(rule.latest == "2030-07-01")
  }

  @Test("a renewal runs for the product's longest term from its day, a microcredit's once")
  func renewal() throws {
    let rule = RenewalRule(longestMonths: 36, isOnce: true)
    try rule.check(to: "2029-06-01", on: "2026-06-01", earlier: [])
    #expect(
      throws: ChangeRuleError.extendedTooFar(
        to: "2029-06-02", latest: "2029-06-01", .productTerm(months: 36), .renewal)
    ) { try rule.check(to: "2029-06-02", on: "2026-06-01", earlier: []) }
    #expect(throws: ChangeRuleError.extendedBefore(on: "2025-06-01", .microcredit)) {
      try rule.check(to: "2027-06-01", on: "2026-06-01", earlier: ["2025-06-01"])
    }
    try RenewalRule(longestMonths: 60, isOnce: false)
      .check(to: "2027-06-01", on: "2026-06-01", earlier: ["2025-06-01"])
  }
}
