import Quantities

/// Why a document that `calculate` was given names no calculation.
///
/// `path` leads to the value: `terms.disbursements[0].on`.
package enum DocumentError: Explained, Hashable {
  /// The whole input is no array, or no object, of cases.
  case notCases(expected: String)
  case missing(path: String)
  case notAllowed(path: String, found: String, allowed: String)
  case unknownMember(path: String, allowed: [String])

  package var code: String {
    switch self {
    case .notCases: "calculate.not_cases"
    case .missing: "calculate.missing"
    case .notAllowed: "calculate.not_allowed"
    case .unknownMember: "calculate.unknown_member"
    }
  }
}
