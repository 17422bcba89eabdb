/// An administrative division: a code of GB/T 2260 and the years in which it bears a name.
package struct Division: Hashable, Sendable {
  /// Six digits.
  package let code: String
  package let name: String
  /// The first year whose year-end list has it; 1980, the oldest list, means 1980 or before.
  package let validFromYear: Int
  /// The first year whose year-end list has it no more; nil if it is current.
  package let validUntilYear: Int?

  package init(code: String, name: String, validFromYear: Int, validUntilYear: Int?) {
    self.code = code
    self.name = name
    self.validFromYear = validFromYear
    self.validUntilYear = validUntilYear
  }
}

/// All divisions, current and retired: resident IDs keep the code of their day of issue.
package struct Divisions: Sendable {
  private let byCode: [String: [Division]]

  package init(_ divisions: some Sequence<Division>) {
    byCode = Dictionary(grouping: divisions, by: \.code)
      .mapValues { $0.sorted { $0.validFromYear < $1.validFromYear } }
  }

  /// Whether a code is, or ever was, in use.
  package func isKnown(_ code: String) -> Bool { byCode[code] != nil }

  /// Whether a code is in use now.
  package func isCurrent(_ code: String) -> Bool {
    byCode[code]?.last.map { $0.validUntilYear == nil } ?? false
  }

  /// The name last borne under this code; nil if it was never in use.
  package func name(of code: String) -> String? { byCode[code]?.last?.name }
}
