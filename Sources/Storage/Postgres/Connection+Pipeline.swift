import CLibpq

extension Connection {
  /// The most statements sent before the server is asked to answer.
  private static let batchSize = 500

  /// Sends many small statements without waiting for each answer.
  ///
  /// Call it inside a transaction: outside of one, each batch of 500 is one of its own.
  ///
  /// - Returns: the number of rows each statement affected.
  /// - Throws: the first error, with the number of its statement in `context`; those after it in
  /// its
  ///   batch are not run.
  package func pipeline(
    _ statements: [(Statement, [(any PostgresEncodable)?])]
  ) throws(PostgresError) -> [Int] {
    var counts: [Int] = []
    counts.reserveCapacity(statements.count)
    var prepared: [PreparedStatement] = []
    prepared.reserveCapacity(statements.count)
    for (statement, _) in statements {
      try begin(statement.name)
      prepared.append(try self.prepared(statement))
    }
    guard PQenterPipelineMode(handle) == 1 else { throw lost() }
    defer { if PQexitPipelineMode(handle) == 0 { isBroken = true } }
    var start = 0
    while start < statements.count {
      let batch = start..<min(start + Self.batchSize, statements.count)
      try sendBatch(statements, prepared, batch)
      try readBatch(statements, batch, into: &counts)
      start = batch.upperBound
    }
    return counts
  }

  private func sendBatch(
    _ statements: [(Statement, [(any PostgresEncodable)?])], _ prepared: [PreparedStatement],
    _ batch: Range<Int>
  ) throws(PostgresError) {
    var refused: (error: PostgresError, at: Int)?
    for index in batch {
      statementName = statements[index].0.name
      do {
        try send(prepared[index], statements[index].1)
      } catch {
        if isBroken { throw error }
        refused = (error, index)
        break
      }
    }
    guard PQpipelineSync(handle) == 1 else { throw lost() }
    try flush()
    guard var refused else { return }
    // A parameter did not fit: what was sent before it is still answered.
    var ignored: [Int] = []
    try readBatch(statements, batch.lowerBound..<refused.at, into: &ignored)
    refused.error.context = position(refused.at, of: statements.count)
    throw refused.error
  }

  /// Reads the answers up to the end of the batch.
  private func readBatch(
    _ statements: [(Statement, [(any PostgresEncodable)?])], _ batch: Range<Int>,
    into counts: inout [Int]
  ) throws(PostgresError) {
    var firstError: PostgresError?
    var index = batch.lowerBound
    while true {
      // nil parts the statements; the end of the batch is a result of its own.
      guard let result = try nextResult() else {
        if isBroken { throw firstError ?? lost() }
        continue
      }
      let status = PQresultStatus(result)
      if status == PGRES_PIPELINE_SYNC {
        PQclear(result)
        break
      }
      statementName = batch.contains(index) ? statements[index].0.name : nil
      if status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK {
        counts.append(ResultSet(result, columns: columns(of: result)).affectedCount)
      } else {
        if firstError == nil {
          firstError = failure(result)
          firstError?.context = position(index, of: statements.count)
        }
        PQclear(result)
        if isBroken { break }
      }
      index += 1
    }
    if let firstError { throw firstError }
  }

  private func position(_ index: Int, of count: Int) -> String {
    "statement \(index + 1) of \(count) in a pipeline"
  }
}
