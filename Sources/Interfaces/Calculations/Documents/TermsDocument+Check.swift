import Interchange
import LoanProducts
import Quantities

extension TermsDocument {
  /// Refuses members that contradict each other, or mean nothing beside the others: each would be
  /// passed over in silence.
  ///
  /// - Throws: `DocumentError.missing` or `.notAllowed` for the first of them.
  static func checkTogether(
    _ fields: Fields, _ method: RepaymentMethod, cycle: Cycle?
  ) throws(DocumentError) {
    try checkMethod(fields, method)
    if cycle == nil, method.needsCycle { throw .missing(path: fields.at("every")) }
    if fields.has("maturesOn"), fields.has("count"), !fields.has("lengthDays") {
      throw .notAllowed(
        path: fields.at("count"), found: found(fields, "count"),
        allowed: "count | maturesOn, not both")
    }
    if fields.has("lengthDays"), !fields.has("count") { throw .missing(path: fields.at("count")) }
    guard fields.has("settlementDay") else {
      if fields.has("settlementDayBelongsTo") {
        throw .notAllowed(
          path: fields.at("settlementDayBelongsTo"), found: found(fields, "settlementDayBelongsTo"),
          allowed: "only with settlementDay")
      }
      return
    }
    if fields.has("firstDueOn") {
      throw .notAllowed(
        path: fields.at("firstDueOn"), found: found(fields, "firstDueOn"),
        allowed: "firstDueOn | settlementDay, not both")
    }
    if let cycle, cycle.unit != .month {
      throw .notAllowed(
        path: fields.at("every"), found: found(fields, "every"),
        allowed: "P…M or P…Y with settlementDay")
    }
  }

  /// What only one method knows, and what a method can't do without.
  private static func checkMethod(
    _ fields: Fields, _ method: RepaymentMethod
  ) throws(DocumentError) {
    let owners: [(String, [RepaymentMethod])] = [
      ("steps", [.stepped]), ("weights", [.seasonal]), ("plan", [.plan, .imported]),
      ("principalEvery", [.equalPrincipal]),
    ]
    for (name, methods) in owners where fields.has(name) && !methods.contains(method) {
      // An empty list says nothing.
      guard fields.value(name) == .array([]) else {
        throw .notAllowed(
          path: fields.at(name), found: found(fields, name),
          allowed: "only with method \(methods.map(\.rawValue).joined(separator: ", "))")
      }
    }
    if method == .graceThenEqualInstallments, !fields.has("principalFrom"),
      !fields.has("principalGraceCount")
    {
      throw .missing(path: fields.at("principalFrom | principalGraceCount"))
    }
  }

  private static func found(_ fields: Fields, _ name: String) -> String {
    fields.value(name)?.brief ?? "null"
  }
}

extension RepaymentMethod {
  /// Whether something falls due again and again, so that terms must say how often.
  fileprivate var needsCycle: Bool {
    switch self {
    case .equalInstallments, .equalPrincipal, .interestThenPrincipal, .stepped, .seasonal,
      .graceThenEqualInstallments:
      true
    case .atMaturity, .plan, .revolving, .imported: false
    }
  }
}
