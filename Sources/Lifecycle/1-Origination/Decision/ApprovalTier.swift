package import LoanProducts
package import Quantities

/// Who decides on an application.
package enum ApprovalAuthority: String, Hashable, Sendable, CaseIterable {
  /// One officer with the role approver.
  case officer = "officer"
  /// The manager of a branch.
  case branchManager = "branch-manager"
  /// The loan committee (贷款审查委员会), by votes.
  case committee = "committee"
}

/// A share of the votes cast that is needed: 2/3.
package struct Majority: Hashable, Sendable {
  package let votes: Int
  package let of: Int

  package init?(votes: Int, of: Int) {
    guard of > 0, (1...of).contains(votes) else { return nil }
    self.votes = votes
    self.of = of
  }

  /// `2/3`.
  package init?(text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let votes = parts[0], let of = parts[1] else { return nil }
    self.init(votes: votes, of: of)
  }

  package var text: String { "\(votes)/\(of)" }

  /// Whether so many votes of those cast are enough.
  package func isReached(by inFavour: Int, of cast: Int) -> Bool {
    inFavour * of >= votes * cast
  }
}

/// Who decides on loans above an amount, and what must be there before.
///
/// Rows of the seeds, from a day on, of one bank or of all, of one line or of all.
package struct ApprovalTier: Hashable, Sendable {
  /// The bank's code; nil for every bank without rows of its own.
  package var bank: String?
  /// Nil for every line without rows of its own.
  package var line: ProductLine?
  package var validFrom: Day
  /// The tier holds for larger loans than this, up to the next tier's.
  package var above: Money
  package var authority: ApprovalAuthority
  /// How many votes must be cast; 1 where no committee decides.
  package var quorum: Int
  package var majority: Majority
  package var requiresDocuments: Bool
  package var requiresSurvey: Bool
  /// A score of the pass mark or more; below it the committee decides.
  package var requiresScore: Bool
  /// For how many days an approval may be signed; nil for ever.
  package var validityDays: Int?

  package init(validFrom: Day, above: Money, authority: ApprovalAuthority, majority: Majority) {
    bank = nil
    line = nil
    self.validFrom = validFrom
    self.above = above
    self.authority = authority
    quorum = 1
    self.majority = majority
    requiresDocuments = false
    requiresSurvey = false
    requiresScore = false
    validityDays = nil
  }

  /// What the votes so far come to.
  ///
  /// Refused is an application that stays below the majority even if all who have not voted are in
  /// favour.
  package func outcome(_ votes: VoteCount) -> VoteOutcome {
    if votes.cast >= quorum, majority.isReached(by: votes.inFavour, of: votes.cast) {
      return .approved
    }
    let all = votes.cast + votes.left
    let best = votes.inFavour + votes.left
    return majority.isReached(by: best, of: all) ? .open : .refused
  }
}

/// The votes on one application.
package struct VoteCount: Hashable, Sendable {
  package var inFavour: Int
  package var against: Int
  /// Members who may still vote.
  package var left: Int

  package init(inFavour: Int, against: Int, left: Int) {
    self.inFavour = inFavour
    self.against = against
    self.left = left
  }

  package var cast: Int { inFavour + against }
}

package enum VoteOutcome: String, Hashable, Sendable {
  case open
  case approved
  case refused
}

/// All tiers there are.
package struct ApprovalPolicy: Hashable, Sendable {
  private let tiers: [ApprovalTier]

  package init(_ tiers: [ApprovalTier]) { self.tiers = tiers }

  /// The tier that decides on a loan agreed on a day; nil where no tier holds.
  ///
  /// Rows of the bank go before those of all banks, rows of the line before those of all lines, and
  /// later ones before earlier; of the rows left, the one with the largest amount below the loan's.
  package func tier(bank: String, line: ProductLine, principal: Money, on day: Day) -> ApprovalTier?
  {
    let rows = rows(bank: bank, line: line, on: day)
    return rows.last { $0.above < principal } ?? rows.first
  }

  /// The committee that decides where the score is too low; nil where there is none.
  package func committee(bank: String, line: ProductLine, on day: Day) -> ApprovalTier? {
    rows(bank: bank, line: line, on: day).first { $0.authority == .committee }
  }

  /// The rows of one set, by amount.
  private func rows(bank: String, line: ProductLine, on day: Day) -> [ApprovalTier] {
    let known = tiers.filter {
      $0.validFrom <= day && ($0.bank ?? bank) == bank && ($0.line ?? line) == line
    }
    func closeness(_ tier: ApprovalTier) -> Int {
      (tier.bank == nil ? 0 : 2) + (tier.line == nil ? 0 : 1)
    }
    let closest = known.map(closeness).max()
    let set = known.filter { closeness($0) == closest }
    let latest = set.map(\.validFrom).max()
    return set.filter { $0.validFrom == latest }.sorted { $0.above < $1.above }
  }
}
