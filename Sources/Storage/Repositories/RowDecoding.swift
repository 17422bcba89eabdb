import Postgres

extension Row {
  /// The column's text as a case of an enumeration.
  ///
  /// - Throws: `PostgresError` `wrong_result` if the text names no case: the database holds what
  ///   this program does not know.
  func value<T: RawRepresentable>(
    _ column: String, as type: T.Type = T.self
  ) throws(PostgresError) -> T where T.RawValue == String {
    let text: String = try get(column)
    guard let value = T(rawValue: text) else { throw wrong(column, text) }
    return value
  }

  /// As `value`, nil for NULL.
  func optionalValue<T: RawRepresentable>(
    _ column: String, as type: T.Type = T.self
  ) throws(PostgresError) -> T? where T.RawValue == String {
    guard let text: String = try optional(column) else { return nil }
    guard let value = T(rawValue: text) else { throw wrong(column, text) }
    return value
  }

  /// As `value`, of the column at `index`, from 0.
  func value<T: RawRepresentable>(
    _ index: Int, as type: T.Type = T.self
  ) throws(PostgresError) -> T where T.RawValue == String {
    let text: String = try get(index)
    guard let value = T(rawValue: text) else { throw wrong("\(index)", text) }
    return value
  }

  /// The error for a stored text that this program does not know.
  func wrong(_ column: String, _ text: String) -> PostgresError {
    PostgresError(.wrongResult, "column \(column) holds “\(text)”, which this program doesn't know")
  }
}

extension CopyRow {
  /// As `Row.value`, of the field at `index`, from 0.
  func value<T: RawRepresentable>(
    _ index: Int, as type: T.Type = T.self
  ) throws(PostgresError) -> T where T.RawValue == String {
    let text: String = try get(index)
    guard let value = T(rawValue: text) else {
      throw PostgresError(
        .wrongResult, "field \(index) holds “\(text)”, which this program doesn't know")
    }
    return value
  }
}
