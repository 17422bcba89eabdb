import CLibpq

extension Connection {
  /// Reads rows by `COPY … TO STDOUT` in PostgreSQL's text format: the bytes that psql prints.
  ///
  /// If `body` throws, the rest is read and dropped, and the transaction goes on.
  ///
  /// - Parameters:
  ///   - statement: the COPY; its text format, which it does not name, is the default.
  ///   - body: takes the bytes of a row with the newline that ends it, valid while it runs.
  /// - Returns: the number of rows.
  /// - Throws: what `body` throws, else `PostgresError`.
  @discardableResult
  package func copyOutText(
    _ statement: Statement, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> Int {
    try begin(statement.name)
    try startCopy(statement, PGRES_COPY_OUT, isBinary: false)
    var count = 0
    while let (message, length) = try nextCopyMessage() {
      defer { PQfreemem(message) }
      count += 1
      do {
        try body(UnsafeRawBufferPointer(start: message, count: length))
      } catch {
        while let (rest, _) = try nextCopyMessage() { PQfreemem(rest) }
        _ = try collect()
        throw error
      }
    }
    _ = try collect()
    return count
  }
}
