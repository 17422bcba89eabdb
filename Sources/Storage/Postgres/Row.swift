import CLibpq
import Quantities

/// A result of libpq, freed when the last row of it is.
final class ResultSet {
  let result: OpaquePointer
  let columns: ResultColumns

  /// Takes the result over.
  init(_ result: OpaquePointer, columns: ResultColumns) {
    self.result = result
    self.columns = columns
  }

  deinit { PQclear(result) }

  // What is read of the result is read in methods here: a pointer alone does not keep it alive.

  var rows: [Row] { (0..<PQntuples(result)).map { Row(results: self, number: $0) } }
}

extension ResultSet {
  /// The number of rows a command affected.
  var affectedCount: Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }

  /// What the command was: `COMMIT`.
  var commandTag: String { String(cString: PQcmdStatus(result)) }

  /// The types of the parameters of a described statement.
  var parameterTypes: [UInt32] { (0..<PQnparams(result)).map { PQparamtype(result, $0) } }
}

/// The names and types of a result's columns.
final class ResultColumns {
  let names: [String]
  let types: [UInt32]
  let statementName: String
  private let positions: [String: Int]

  init(_ result: OpaquePointer, statementName: String) {
    let indices = 0..<PQnfields(result)
    names = indices.map { PQfname(result, $0).map { String(cString: $0) } ?? "" }
    types = indices.map { PQftype(result, $0) }
    self.statementName = statementName
    positions = Dictionary(
      names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func position(_ column: String) throws(PostgresError) -> Int {
    guard let position = positions[column] else {
      throw wrong("there is no column \(column), only \(names.joined(separator: ", "))")
    }
    return position
  }

  func wrong(_ message: String) -> PostgresError {
    PostgresError(.wrongResult, message, statementName: statementName)
  }
}

/// One row of a result; used only inside the unit of work that asked for it.
package struct Row {
  let results: ResultSet
  let number: Int32

  package var columnNames: [String] { results.columns.names }

  /// The column's value.
  ///
  /// - Throws: `PostgresError` `wrong_result` if there is no such column, if it is NULL, or if its
  ///   type or value cannot be a `T`.
  package func get<T: PostgresDecodable>(
    _ column: String, as type: T.Type = T.self
  ) throws(PostgresError) -> T {
    try get(try results.columns.position(column), as: type)
  }

  /// The value of the column at `index`, from 0.
  package func get<T: PostgresDecodable>(
    _ index: Int, as type: T.Type = T.self
  ) throws(PostgresError) -> T {
    guard let bytes = try bytes(index) else {
      throw results.columns.wrong("column \(results.columns.names[index]) is NULL")
    }
    return try decode(bytes, index)
  }

  /// The column's value; nil if it is NULL.
  package func optional<T: PostgresDecodable>(
    _ column: String, as type: T.Type = T.self
  ) throws(PostgresError) -> T? {
    try optional(try results.columns.position(column), as: type)
  }

  /// The value of the column at `index`, from 0; nil if it is NULL.
  package func optional<T: PostgresDecodable>(
    _ index: Int, as type: T.Type = T.self
  ) throws(PostgresError) -> T? {
    guard let bytes = try bytes(index) else { return nil }
    return try decode(bytes, index)
  }

  /// The bytes of the column at `index`, valid as long as the row; nil for NULL.
  private func bytes(_ index: Int) throws(PostgresError) -> UnsafeRawBufferPointer? {
    let columns = results.columns
    guard index >= 0, index < columns.names.count else {
      throw columns.wrong("there is no column \(index), only \(columns.names.count)")
    }
    let field = Int32(index)
    if PQgetisnull(results.result, number, field) == 1 { return nil }
    return UnsafeRawBufferPointer(
      start: PQgetvalue(results.result, number, field),
      count: Int(PQgetlength(results.result, number, field)))
  }

  private func decode<T: PostgresDecodable>(
    _ bytes: UnsafeRawBufferPointer, _ index: Int
  ) throws(PostgresError) -> T {
    let columns = results.columns
    do {
      return try T.decode(bytes, oid: columns.types[index])
    } catch {
      throw columns.wrong(
        error.sentence(
          place: "column \(columns.names[index])", swift: "\(T.self)",
          server: PostgresType.describe(columns.types[index])))
    }
  }

  package subscript<T: PostgresDecodable>(column: String) -> T {
    get throws(PostgresError) { try get(column) }
  }

  package subscript<T: PostgresDecodable>(index: Int) -> T {
    get throws(PostgresError) { try get(index) }
  }
}

extension CodecFailure {
  /// What is wrong at `place`, between a Swift type and a type of the server.
  func sentence(place: String, swift: String, server: String) -> String {
    switch self {
    case .wrongType: return "\(place) is \(server), which is no \(swift)"
    case .outOfRange(let what): return "\(place) is \(server), \(swift): \(what)"
    case .malformed(let what): return "\(place) is \(server), \(swift), with broken bytes: \(what)"
    }
  }
}
