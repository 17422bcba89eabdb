import Quantities

/// A group of borrowers who stand in for each other's loans (联保小组).
///
/// Source: at least five members, each of another household.
package struct JointLiabilityGroup: Hashable, Sendable {
  package let id: Int64
  package let bankID: Int64
  package let name: String
  /// The members' borrower ids, ascending.
  package let memberIDs: [Int64]

  /// The fewest members a group may have.
  package static let fewestMembers = 5

  /// - Throws: the first case of `JointLiabilityError` that applies.
  package init(id: Int64, bankID: Int64, name: String, members: [Borrower])
    throws(JointLiabilityError)
  {
    let members = members.sorted { $0.id < $1.id }
    if let stranger = members.first(where: { $0.bankID != bankID }) {
      throw .memberOfAnotherBank(member: stranger.id, bank: stranger.bankID)
    }
    for (member, next) in zip(members, members.dropFirst()) where member.id == next.id {
      throw .memberTwice(member: member.id)
    }
    guard members.count >= Self.fewestMembers else {
      throw .tooFewMembers(found: members.count, least: Self.fewestMembers)
    }
    var firstOfHousehold: [Int64: Int64] = [:]
    for member in members {
      if let first = firstOfHousehold[member.household] {
        throw .membersOfOneHousehold(first: first, second: member.id, household: member.household)
      }
      firstOfHousehold[member.household] = member.id
    }
    self.id = id
    self.bankID = bankID
    self.name = name
    self.memberIDs = members.map(\.id)
  }
}

/// Why borrowers can't form a joint-liability group; cases stand in the order of the checks.
package enum JointLiabilityError: Explained, Hashable, Sendable {
  case memberOfAnotherBank(member: Int64, bank: Int64)
  case memberTwice(member: Int64)
  case tooFewMembers(found: Int, least: Int)
  case membersOfOneHousehold(first: Int64, second: Int64, household: Int64)

  package var code: String {
    switch self {
    case .memberOfAnotherBank: "joint_liability.member_of_another_bank"
    case .memberTwice: "joint_liability.member_twice"
    case .tooFewMembers: "joint_liability.too_few_members"
    case .membersOfOneHousehold: "joint_liability.members_of_one_household"
    }
  }
}
