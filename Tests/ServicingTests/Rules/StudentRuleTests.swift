import Fixtures
import LoanProducts
import Quantities
import Servicing
import Testing

/// Goal: a graduation leaves room for five years of interest and a last due day within 22 years;
/// the State waives the years it has said, for those who pay interest.
@Suite("what students' loans are held to")
struct StudentRuleTests {
  private static let terms = LoanTerms.studentAid(
    from: "2021-09-15", graduation: "2025-09-01", until: "2040-09-20"
  ).with { $0.graduation = GraduationTerms(yearsToMaturity: 15) }

  // 22 years from 15 September 2021 end on 15 September 2043; 60 months before that is 2038, of
  // which 1 September still comes before the 15th.
  @Test("from the first day to the last year that leaves room within 22 years")
  func graduation() throws {
    #expect(GraduationRule.allowed(Self.terms) == "2021-09-15"..."2038-12-31")
    try GraduationRule.check(on: "2028-06-30", Self.terms)
    for day in ["2021-09-14", "2039-01-01"] as [Day] {
      #expect(
        throws: ChangeRuleError.graduatedOutside(
          day, allowed: "2021-09-15"..."2038-12-31", .studentAid)
      ) { try GraduationRule.check(on: day, Self.terms) }
    }
  }

  // Maturity stays on 20 September 2040: 60 months before it is 2035.
  @Test("where maturity stays as signed, that bounds the graduation")
  func graduationBeforeMaturity() {
    let terms = Self.terms.with { $0.graduation?.yearsToMaturity = nil }
    #expect(GraduationRule.allowed(terms) == "2021-09-15"..."2035-12-31")
  }

  @Test("other loans have no graduation and no waiver")
  func others() {
    #expect(throws: ChangeRuleError.notAStudents) {
      try GraduationRule.check(on: "2028-06-30", .microcredit())
    }
    #expect(throws: ChangeRuleError.notAStudents) {
      try StateWaiverRule.check(2025, on: "2025-01-01", .microcredit(), earlier: [])
    }
  }

  @Test("the State waives 2024 and 2025, each once, in its year, for who has graduated")
  func stateWaiver() throws {
    try StateWaiverRule.check(2025, on: "2025-12-20", Self.terms, earlier: [2024])
    #expect(throws: ChangeRuleError.yearNotWaived(2026, known: [2024, 2025])) {
      try StateWaiverRule.check(2026, on: "2026-01-01", Self.terms, earlier: [])
    }
    #expect(throws: ChangeRuleError.yearWaivedBefore(2025)) {
      try StateWaiverRule.check(2025, on: "2025-12-20", Self.terms, earlier: [2024, 2025])
    }
    #expect(throws: ChangeRuleError.yearOver(2025, on: "2026-01-02")) {
      try StateWaiverRule.check(2025, on: "2026-01-02", Self.terms, earlier: [])
    }
    #expect(throws: ChangeRuleError.stillAtSchool(until: "2025-09-01", year: 2024)) {
      try StateWaiverRule.check(2024, on: "2024-01-01", Self.terms, earlier: [])
    }
  }

  @Test("each document is named")
  func documents() {
    #expect(Set(LegalBasis.allCases.map(\.document)).count == LegalBasis.allCases.count)
    #expect(StateWaiverRule.years.map(\.value.document) == ["财教〔2024〕2号", "财教〔2025〕69号"])
  }
}
