package import Interchange
import Quantities

/// What `shanhai calculate` can work out, without a database and without a clock.
///
/// Each takes a document of cases and gives one of answers; a case that can't be computed answers
/// with its error among the others.
package enum Calculation: String, Hashable, Sendable, CaseIterable {
  case schedule
  case life
  case explain
  case actus
  case apr
  case dayCount = "day-count"

  /// The JSON Schema (draft 2020-12) of what it reads and writes; nil for the documents of others.
  package var schema: String? {
    switch self {
    case .schedule: String(decoding: PackageResources.schedule_schema_json, as: UTF8.self)
    case .life: String(decoding: PackageResources.life_schema_json, as: UTF8.self)
    case .explain: String(decoding: PackageResources.explain_schema_json, as: UTF8.self)
    case .actus, .apr, .dayCount: nil
    }
  }

  /// A code and a sentence for an error that one case ends with.
  package typealias Wording = (any Error) -> (code: String, message: String)

  /// The answers to a document.
  ///
  /// - Parameters:
  ///   - document: an array of cases with an `id` each; for `actus` an object, id to case.
  ///   - wording: what an error is called in the answer.
  /// - Returns: one answer a case, in their order.
  /// - Throws: `DocumentError.notCases` if the document is neither.
  package func answers(
    to document: JSONValue, wording: Wording
  ) throws(DocumentError) -> JSONValue {
    switch (self, document) {
    case (.actus, .object(let members)):
      return .object(
        members.map { member in
          JSONValue.Member(member.name, answer(to: member.value, wording: wording) { $0 })
        })
    case (.actus, _): throw .notCases(expected: "{\"id\": {\"terms\": …}, …}")
    case (_, .array(let cases)):
      return .array(
        cases.map { value in
          let id = JSONValue.Member("id", value["id"] ?? .null)
          return answer(to: value, wording: wording) { .object([id] + $0.members) }
        })
    case (_, _): throw .notCases(expected: "[{\"id\": …}, …]")
    }
  }

  private func answer(
    to value: JSONValue, wording: Wording, _ wrap: (JSONValue) -> JSONValue
  ) -> JSONValue {
    do {
      return wrap(try answer(try Fields(value, path: "")))
    } catch {
      let (code, message) = wording(error)
      return wrap(["error": ["code": .string(code), "message": .string(message)]])
    }
  }

  /// The answer to one case, without its id.
  private func answer(_ fields: Fields) throws -> JSONValue {
    switch self {
    case .schedule: return try ScheduleCalculation.answer(fields)
    case .life: return try LifeCalculation.answer(fields)
    case .explain: return try ExplainCalculation.answer(fields)
    case .actus: return try ActusCalculation.answer(fields)
    case .apr: return try APRCalculation.answer(fields)
    case .dayCount: return try DayCountCalculation.answer(fields)
    }
  }
}

extension JSONValue {
  fileprivate var members: [Member] {
    guard case .object(let members) = self else { return [] }
    return members
  }
}
