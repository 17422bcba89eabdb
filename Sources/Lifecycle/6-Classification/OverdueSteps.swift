/// From how many days overdue on a loan is in each class below normal; nil where days alone never
/// bring it there.
package struct OverdueSteps: Hashable, Sendable {
  package let specialMention: Int?
  package let substandard: Int?
  package let doubtful: Int?
  package let loss: Int?

  init(specialMention: Int, substandard: Int, doubtful: Int, loss: Int) {
    self.specialMention = specialMention
    self.substandard = substandard
    self.doubtful = doubtful
    self.loss = loss
  }

  /// Of special mention, substandard, doubtful and loss; nil for other than four, days below 1, or
  /// none that are more for a worse class.
  package init?(_ days: [Int?]) {
    guard days.count == 4 else { return nil }
    let given = days.compactMap { $0 }
    guard let first = given.first, first >= 1, zip(given, given.dropFirst()).allSatisfy(<) else {
      return nil
    }
    specialMention = days[0]
    substandard = days[1]
    doubtful = days[2]
    loss = days[3]
  }

  /// As `1/31/91/361`, with `-` for none.
  package var text: String {
    days.map { $0.map(String.init) ?? "-" }.joined(separator: "/")
  }

  /// - Returns: nil for what `text` gives of no steps.
  package init?(text: some StringProtocol) {
    var days: [Int?] = []
    for part in text.split(separator: "/", omittingEmptySubsequences: false) {
      let number = Int(part)
      guard number != nil || part == "-" else { return nil }
      days.append(number)
    }
    self.init(days)
  }

  package var days: [Int?] { [specialMention, substandard, doubtful, loss] }

  /// The class of a loan that is overdue for so many days.
  package func riskClass(_ overdueDays: Int) -> RiskClass {
    if let loss, overdueDays >= loss { return .loss }
    if let doubtful, overdueDays >= doubtful { return .doubtful }
    if let substandard, overdueDays >= substandard { return .substandard }
    if let specialMention, overdueDays >= specialMention { return .specialMention }
    return .normal
  }

  /// From how many days on a loan is in a class or a worse one; nil for normal, and where it never
  /// is.
  package func first(atLeast riskClass: RiskClass) -> Int? {
    riskClass == .normal ? nil : days[(riskClass.rank - 1)...].lazy.compactMap(\.self).first
  }
}
