import Banks
import Fixtures
import LoanProducts
import Operations
import Origination
import Quantities
import Repositories
import Testing

/// Goal: above 500,000 the loan committee decides, by a quorum of three and two thirds.
@Suite("the loan committee")
struct CommitteeTests {
  private func prepared(_ village: Village) async throws -> String {
    let loan = try await village.apply(.industry("600000.00"))
    try await village.prepare(loan)
    return loan
  }

  @Test("approves with the quorum, not before, and pays no heed to one vote against")
  func approves() async throws {
    let village = try await Village.strict()
    let loan = try await prepared(village)
    await #expect(throws: ApprovalError.decidedByCommittee(above: "500000.00", quorum: 3)) {
      try await village.approve(loan, by: Village.manager)
    }
    let first = try await village.vote(loan, inFavour: true, by: Village.members[0])
    #expect(first.outcome == .open && first.votes.left == 2)
    let second = try await village.vote(loan, inFavour: false, by: Village.members[1])
    #expect(second.outcome == .open)
    #expect(try await village.status(loan) == .applied)
    let third = try await village.vote(loan, inFavour: true, by: Village.members[2])
    #expect(third.outcome == .approved && third.isNew)
    #expect(third.votes == VoteCount(inFavour: 2, against: 1, left: 0))
    #expect(try await village.status(loan) == .approved)
    let again = try await village.vote(loan, inFavour: true, by: Village.members[2])
    #expect(!again.isNew && again.outcome == .approved)
    await village.close()
  }

  @Test("refuses as soon as the majority can't be reached any more")
  func refuses() async throws {
    let village = try await Village.strict()
    let loan = try await prepared(village)
    try await village.vote(loan, inFavour: false, by: Village.members[0])
    let second = try await village.vote(loan, inFavour: false, by: Village.members[1])
    #expect(second.outcome == .refused)
    #expect(try await village.status(loan) == .refused)
    let kinds = try await village.file(loan).facts.map(\.kind)
    #expect(kinds.suffix(3) == [.voted, .voted, .refused])
    await village.close()
  }

  @Test("each member votes once, with his own voice")
  func once() async throws {
    let village = try await Village.strict()
    let loan = try await prepared(village)
    try await village.vote(loan, inFavour: true, by: Village.members[0])
    await #expect(throws: ApprovalError.alreadyVoted(officer: "邬示例", isInFavour: true)) {
      try await village.vote(loan, inFavour: false, by: Village.members[0], key: "changed")
    }
    await #expect(
      throws: OperationError.roleMissing(officer: "boris", needed: .committeeMember)
    ) { try await village.vote(loan, inFavour: true, by: Village.boris) }
    await village.close()
  }

  @Test("votes only where it is asked, and when papers, survey and score are there")
  func asked() async throws {
    let village = try await Village.strict()
    let small = try await village.apply(.simple())
    await #expect(throws: ApprovalError.notForCommittee(.officer)) {
      try await village.vote(small, inFavour: true, by: Village.members[0])
    }
    let large = try await village.apply(.industry("600000.00"))
    try await village.receiveAll(of: large)
    await #expect(throws: ApprovalError.surveyMissing) {
      try await village.vote(large, inFavour: true, by: Village.members[0])
    }
    await village.close()
  }

  @Test("a member who voted does not pay out")
  func fourEyes() async throws {
    let village = try await Village.strict()
    try await village.asOwner(
      """
      UPDATE officers SET roles = roles || '{committee-member}'
      WHERE bank_id = 102 AND code = 'clara'
      """)
    let loan = try await prepared(village)
    for caller in [Village.clara] + Village.members.prefix(2) {
      try await village.vote(loan, inFavour: true, by: caller)
    }
    try await village.sign(loan)
    await #expect(throws: OperationError.sameOfficer(officer: "clara", step: .voted)) {
      try await village.pay(loan, nil)
    }
    await village.close()
  }
}
