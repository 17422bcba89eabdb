import CLibpq
package import Logging

/// One connection to PostgreSQL, used by one thread at a time: `ConnectionPool` gives it out.
///
/// Waiting: no call blocks in libpq; each waits in `poll` until the unit's deadline or, without
/// one,
///          for as long as `ConnectionInfo.patience` from the server's last word.
/// After a timeout or a cancellation, and after the connection broke, every further call throws;
/// the pool then opens another one.
package final class Connection {
  let handle: OpaquePointer
  let info: ConnectionInfo
  private let notices: NoticeLog
  private var preparedStatements: [String: PreparedStatement] = [:]
  private var preparedCount = 0

  /// What the present unit of work is held to.
  var limits = Limits()
  /// Why the present unit of work was stopped, and until when the server may still answer.
  var stop: Stop?
  var isBroken = false
  /// The statement under way, for errors.
  var statementName: String?

  /// Opens a connection and runs the session's setup.
  ///
  /// - Throws: `PostgresError` `connection_failed`, `authentication_failed`, `timed_out`,
  ///   `cancelled`, or what the setup met.
  package convenience init(_ info: ConnectionInfo, logger: Logger) throws(PostgresError) {
    try self.init(info, logger: logger, limits: Limits())
  }

  init(_ info: ConnectionInfo, logger: Logger, limits: Limits) throws(PostgresError) {
    self.info = info
    self.limits = limits
    notices = NoticeLog(logger)
    guard let handle = Connection.start(info) else {
      throw PostgresError(.connectionFailed, "out of memory", sqlState: "08001")
    }
    self.handle = handle
    PQsetNoticeReceiver(handle, NoticeLog.receiver, Unmanaged.passUnretained(notices).toOpaque())
    try establish()
    for statement in info.sessionSetup { try script(statement.text, name: statement.name) }
  }

  deinit { PQfinish(handle) }

  /// Major version × 10,000 + minor version: 150018 is 15.18.
  package var serverVersion: Int { Int(PQserverVersion(handle)) }

  /// Whether another unit of work may be run on this connection.
  var isReusable: Bool {
    !isBroken && stop == nil && PQstatus(handle) == CONNECTION_OK
      && PQtransactionStatus(handle) == PQTRANS_IDLE
  }

  // MARK: Statements

  /// All rows of the statement, in memory.
  package func query(
    _ statement: Statement, _ parameters: [(any PostgresEncodable)?] = []
  ) throws(PostgresError) -> [Row] {
    try outcome(statement, parameters).rows
  }

  /// The only row of the statement; nil if there is none.
  ///
  /// - Throws: `wrong_result` if there are more.
  package func first(
    _ statement: Statement, _ parameters: [(any PostgresEncodable)?] = []
  ) throws(PostgresError) -> Row? {
    let rows = try query(statement, parameters)
    guard rows.count <= 1 else {
      throw failure(.wrongResult, "\(rows.count) rows where at most one is expected")
    }
    return rows.first
  }

  /// Runs the statement.
  ///
  /// - Returns: the number of rows it affected (or found).
  @discardableResult
  package func execute(
    _ statement: Statement, _ parameters: [(any PostgresEncodable)?] = []
  ) throws(PostgresError) -> Int {
    try outcome(statement, parameters).affectedCount
  }

  /// Gives the rows of the statement to `body` one after the other, as they arrive.
  ///
  /// If `body` throws, the rest is read and dropped, and the transaction goes on.
  package func each(
    _ statement: Statement, _ parameters: [(any PostgresEncodable)?] = [],
    _ body: (Row) throws -> Void
  ) throws {
    try begin(statement.name)
    try send(try prepared(statement), parameters)
    guard PQsetSingleRowMode(handle) == 1 else { throw lost() }
    var columns: ResultColumns?
    while let result = try nextResult() {
      guard PQresultStatus(result) == PGRES_SINGLE_TUPLE else {
        _ = try collect(first: result)
        return
      }
      let known = columns ?? ResultColumns(result, statementName: statement.name)
      columns = known
      do {
        try body(Row(results: ResultSet(result, columns: known), number: 0))
      } catch {
        try drain()
        throw error
      }
    }
  }

  /// Runs a text of several statements, without parameters, as one transaction unless it or the
  /// caller opened one.
  package func script(_ text: String, name: String) throws(PostgresError) {
    try begin(name)
    guard PQsendQuery(handle, text) == 1 else { throw lost() }
    _ = try collect()
  }

  // MARK: Transactions

  /// BEGIN, `body`, COMMIT; or ROLLBACK and the error, if `body` or COMMIT throws.
  ///
  /// - Throws: besides what `body` throws, `transaction_aborted` if `body` went on after a failed
  ///   statement, and `outcome_unknown` if the connection broke during COMMIT.
  package func transaction<T>(
    _ isolation: Isolation = .readCommitted, _ body: () throws -> T
  ) throws -> T {
    let status = PQtransactionStatus(handle)
    precondition(
      status != PQTRANS_INTRANS && status != PQTRANS_INERROR,
      "transactions do not stand in one another")
    try script(isolation.begin, name: "BEGIN")
    let value: T
    do {
      value = try body()
      try begin("COMMIT")
    } catch {
      rollback()
      throw error
    }
    try commit()
    return value
  }

  private func commit() throws(PostgresError) {
    guard PQsendQuery(handle, "COMMIT") == 1 else { throw lost() }
    let set: ResultSet
    do {
      set = try collect()
    } catch {
      guard isBroken else { throw error }
      var unknown = error
      unknown.kind = .outcomeUnknown
      throw unknown
    }
    guard set.commandTag == "COMMIT" else {
      throw failure(.transactionAborted, "a statement had failed, so COMMIT kept nothing")
    }
  }

  /// Ends the transaction; a connection on which that fails is broken, which ends it as well.
  private func rollback() {
    guard !isBroken, PQtransactionStatus(handle) != PQTRANS_IDLE else { return }
    // The unit's time may be up, and the unit cancelled: the rollback has a moment of its own.
    let unitLimits = limits
    defer { limits = unitLimits }
    limits = Limits(deadline: .now + Stop.grace)
    if let stop { self.stop = Stop(kind: stop.kind) }
    statementName = "ROLLBACK"
    do throws(PostgresError) {
      guard PQsendQuery(handle, "ROLLBACK") == 1 else { throw lost() }
      _ = try collect()
    } catch {
      isBroken = true
    }
  }

  // MARK: Prepared statements

  /// Sends a prepared statement and gathers its result.
  private func outcome(
    _ statement: Statement, _ parameters: [(any PostgresEncodable)?]
  ) throws(PostgresError) -> ResultSet {
    try begin(statement.name)
    do {
      try send(try prepared(statement), parameters)
      return try collect()
    } catch {
      // The plan no longer fits the tables, or is gone: it is prepared again the next time, and at
      // once if nothing is lost by that.
      guard error.sqlState == "0A000" || error.sqlState == "26000",
        preparedStatements.removeValue(forKey: statement.name) != nil,
        PQtransactionStatus(handle) == PQTRANS_IDLE
      else { throw error }
    }
    try send(try prepared(statement), parameters)
    return try collect()
  }

  /// The statement as the server knows it, prepared at its first use.
  func prepared(_ statement: Statement) throws(PostgresError) -> PreparedStatement {
    if let known = preparedStatements[statement.name], known.text == statement.text {
      return known
    }
    preparedCount += 1
    let name = "shanhai_\(preparedCount)"
    guard PQsendPrepare(handle, name, statement.text, 0, nil) == 1 else { throw lost() }
    _ = try collect(text: statement.text)
    guard PQsendDescribePrepared(handle, name) == 1 else { throw lost() }
    let prepared = PreparedStatement(
      name: name, text: statement.text, parameterTypes: try collect().parameterTypes)
    preparedStatements[statement.name] = prepared
    return prepared
  }

  /// Sends a prepared statement with its parameters, without waiting for the answer.
  func send(
    _ prepared: PreparedStatement, _ parameters: [(any PostgresEncodable)?]
  ) throws(PostgresError) {
    let encoded = try encode(parameters, as: prepared.parameterTypes)
    let sent = encoded.withPointers { values, lengths, formats in
      PQsendQueryPrepared(
        handle, prepared.name, Int32(parameters.count), values, lengths, formats, 1)
    }
    guard sent == 1 else { throw lost() }
  }

  private func encode(
    _ parameters: [(any PostgresEncodable)?], as types: [UInt32]
  ) throws(PostgresError) -> EncodedParameters {
    guard parameters.count == types.count else {
      throw failure(
        .wrongParameter, "\(parameters.count) parameters given, \(types.count) expected")
    }
    var encoded = EncodedParameters()
    for (index, parameter) in parameters.enumerated() {
      guard let parameter else {
        encoded.appendNull()
        continue
      }
      do {
        try parameter.encode(as: types[index], into: &encoded.bytes)
        encoded.endValue()
      } catch {
        throw failure(
          .wrongParameter,
          error.sentence(
            place: "parameter $\(index + 1)", swift: "\(type(of: parameter))",
            server: PostgresType.describe(types[index])))
      }
    }
    return encoded
  }
}

/// A statement that the server has parsed: its name there and the types of its parameters.
struct PreparedStatement {
  let name: String
  let text: String
  let parameterTypes: [UInt32]
}

/// Parameters in binary, one after the other.
struct EncodedParameters {
  var bytes: [UInt8] = []
  private var start = 0
  /// Where each value starts; nil for NULL.
  private var starts: [Int?] = []
  private var lengths: [Int32] = []

  mutating func appendNull() {
    starts.append(nil)
    lengths.append(0)
  }

  mutating func endValue() {
    starts.append(start)
    lengths.append(Int32(bytes.count - start))
    start = bytes.count
  }

  func withPointers<R>(
    _ body: (
      UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
    ) -> R
  ) -> R {
    let formats = [Int32](repeating: 1, count: starts.count)
    // One byte more, so that even an empty value has an address: none would mean NULL.
    return (bytes + [0]).withUnsafeBytes { arena in
      let base = arena.assumingMemoryBound(to: CChar.self).baseAddress
      let values = starts.map { start in start.flatMap { base?.advanced(by: $0) } }
      return values.withUnsafeBufferPointer { values in
        lengths.withUnsafeBufferPointer { lengths in
          formats.withUnsafeBufferPointer { formats in
            body(values.baseAddress, lengths.baseAddress, formats.baseAddress)
          }
        }
      }
    }
  }
}
