import Testing

/// Goal: scripts in another language come to the same risk report, from exports alone, and to the
/// same expected losses, from exports and loans' schedules.
///
/// Method: a generated book of three banks; `Tests/Recompute` counts every section of two months
/// again, cell by cell, and the losses of some loans of each stage and line term by term. A month
/// more is closed, in which one of the banks books what it expects to lose.
@Suite("reports counted by other hands")
struct RecomputeTests {
  @Test("agrees in every cell, of a bank and of the sponsor, in the first year and after it")
  func agrees() async throws {
    let program = try await Program()
    defer { program.clearUp() }
    try program.run(["database", "start"])
    try program.run(["database", "migrate"])
    try program.run(["catalog", "load", "seeds"])
    try program.run(
      ["generate", "book", "--loans", "360", "--banks", "3", "--months", "15", "--seed", "5"])
    for (month, scope) in [
      ("2026-03", ["--sponsor"]), ("2025-05", ["--sponsor"]), ("2026-03", ["--bank", "wujiaqu"]),
    ] {
      let said = try program.recompute(["--month", month] + scope)
      #expect(said.contains("differed: 0, not recomputed: 0"), "\(said)")
    }
    let said = try program.recompute(
      ["--month", "2026-03", "--sponsor", "--loans", "12"], by: "expected_loss.py")
    #expect(said.contains("differed: 0, not recomputed: 0"), "\(said)")

    let policy = try program.folder(
      with: """
        bank,valid_from,regime,substandard_percent,doubtful_percent,source
        wujiaqu,2026-04-01,expected-loss,30,55,test

        """, as: "provision_policies.csv")
    try program.run(["catalog", "load", policy])
    try program.run(["close", "day", "--to", "2026-05-01", "--as", "approver"])
    try program.run(["close", "month", "--month", "2026-04", "--as", "approver"])
    for scope in [["--sponsor"], ["--bank", "wujiaqu"]] {
      let said = try program.recompute(["--month", "2026-04"] + scope)
      #expect(said.contains("differed: 0, not recomputed: 0"), "\(said)")
    }
    let posted = try program.recompute(
      ["--month", "2026-04", "--bank", "wujiaqu", "--loans", "12"], by: "expected_loss.py")
    #expect(posted.contains("agrees: posted: 12 cells"), "\(posted)")
    #expect(posted.contains("differed: 0, not recomputed: 0"), "\(posted)")
    let stress = try program.run(
      ["report", "stress", "--bank", "wujiaqu", "--month", "2026-04", "--language", "en"])
    #expect(stress.contains("by the guideline of 2002"))
    try program.run(["verify"])
  }

  @Test("knows the wrong ways when it sees them")
  func selfCheck() async throws {
    let program = try await Program()
    defer { program.clearUp() }
    let said = try program.recompute(["--self-check"])
    #expect(said.contains("right: the overdue amount over what is outstanding"))
    let losses = try program.recompute(["--self-check"], by: "expected_loss.py")
    #expect(losses.contains("right: cumulative for marginal probability"))
  }
}
