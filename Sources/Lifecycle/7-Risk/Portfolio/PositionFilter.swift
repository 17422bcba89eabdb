package import Classification
import Quantities

/// Why words are no filter of positions.
package enum FilterFault: Explained, Hashable, Sendable {
  /// `allowed`: the names there are.
  case unknownName(String, allowed: [String])
  /// `allowed`: the values of the name.
  case unknownValue(String, of: String, allowed: [String])
  case namedTwice(String)

  package var code: String {
    switch self {
    case .unknownName: "filter.unknown_name"
    case .unknownValue: "filter.unknown_value"
    case .namedTwice: "filter.named_twice"
    }
  }
}

/// Which loans a figure of a report is made of.
package struct PositionFilter: Hashable, Sendable {
  /// The member of each cut named.
  package var members: [PortfolioCut: String] = [:]
  package var ageing: AgeingBucket?
  package var riskClass: RiskClass?
  /// At risk: more than so many days overdue, or restructured.
  package var atRiskDays: Int?

  package init() {}

  /// The names that a filter may have.
  package static let names =
    PortfolioCut.allCases.filter { $0 != .whole }.map(\.rawValue) + ["days", "class", "par"]

  /// Reads `name=value`, with commas between: `line=microcredit,days=31-60`.
  ///
  /// - Parameter text: as it was given.
  /// - Throws: `FilterFault`.
  package init(_ text: String) throws(FilterFault) {
    var seen: Set<String> = []
    for part in text.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let (name, value) = (String(sides[0]), sides.count == 2 ? String(sides[1]) : "")
      guard seen.insert(name).inserted else { throw .namedTwice(name) }
      switch name {
      case "days":
        ageing = AgeingBucket(rawValue: value)
        guard ageing != nil else {
          throw .unknownValue(value, of: name, allowed: AgeingBucket.allCases.map(\.rawValue))
        }
      case "class":
        riskClass = RiskClass(rawValue: value)
        guard riskClass != nil else {
          throw .unknownValue(value, of: name, allowed: RiskClass.allCases.map(\.rawValue))
        }
      case "par":
        atRiskDays = PortfolioFigures.atRiskDays.first { String($0) == value }
        guard atRiskDays != nil else {
          let days = PortfolioFigures.atRiskDays.map { String($0) }
          throw .unknownValue(value, of: name, allowed: days)
        }
      default:
        guard let cut = PortfolioCut(rawValue: name), cut != .whole else {
          throw .unknownName(name, allowed: Self.names)
        }
        members[cut] = value
      }
    }
  }

  /// What is named, in the order of `Self.names`.
  var names: [String] {
    let named: Set<String> = Set(members.keys.map(\.rawValue))
      .union(ageing == nil ? [] : ["days"]).union(riskClass == nil ? [] : ["class"])
      .union(atRiskDays == nil ? [] : ["par"])
    return Self.names.filter(named.contains)
  }

  /// Whether a position, which is in the members of the cuts, is in all that is named.
  package func holds(_ position: LoanPosition, _ members: [PortfolioCut: String]) -> Bool {
    if let ageing, ageing != AgeingBucket(overdueDays: position.overdueDays) { return false }
    if let riskClass, riskClass != position.riskClass { return false }
    if let atRiskDays, position.overdueDays <= atRiskDays, !position.isRestructured { return false }
    return self.members.allSatisfy { members[$0.key] == $0.value }
  }
}
