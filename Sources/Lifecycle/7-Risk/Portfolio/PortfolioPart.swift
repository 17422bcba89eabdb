/// A part of a portfolio whose loans are the same in all months of a report, so that each can be
/// counted.
///
/// A loan is in it by what was signed, by who took it out, by when it was paid out and whether as
/// the borrower's first, and by the branch it is with at the end, whichever it was with before.
package struct PortfolioPart: Hashable, Sendable {
  /// The names it may have.
  package static let cuts =
    PortfolioCut.ofLoans + PortfolioCut.ofBorrowers + [.cohort, .first, .branch]

  /// The member of each cut named; not empty.
  package let members: [PortfolioCut: String]

  /// Reads `name=value`, with commas between: `line=microcredit,division=513434`.
  ///
  /// - Parameter text: as it was given.
  /// - Throws: `FilterFault`, also for what a loan does not keep, such as its class.
  package init(_ text: String) throws(FilterFault) {
    let filter = try PositionFilter(text)
    let others = filter.names.filter { name in !Self.cuts.contains { $0.rawValue == name } }
    guard others.isEmpty, !filter.members.isEmpty else {
      throw .unknownName(others.first ?? text, allowed: Self.cuts.map(\.rawValue))
    }
    members = filter.members
  }

  /// As it is read, by name.
  package var text: String {
    members.map { "\($0.key.rawValue)=\($0.value)" }.sorted().joined(separator: ",")
  }
}
