import CLibpq
import Glibc
import Logging

extension Connection {
  /// Begins to connect; the rest is done by `establish`.
  static func start(_ info: ConnectionInfo) -> OpaquePointer? {
    let settings = [
      ("dbname", info.conninfo), ("application_name", info.applicationName),
      ("client_encoding", "UTF8"),
    ]
    return withCStrings(settings.map(\.0)) { keywords in
      withCStrings(settings.map(\.1)) { values in PQconnectStartParams(keywords, values, 1) }
    }
  }

  /// Finishes connecting, within the deadline and `connectPatience`.
  func establish() throws(PostgresError) {
    let unitLimits = limits
    defer { limits = unitLimits }
    let patient = ContinuousClock.now + info.connectPatience
    limits.deadline = min(limits.deadline ?? patient, patient)
    // With this verbosity the message holds the SQLSTATE, which libpq gives in no other way here.
    PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
    guard PQstatus(handle) != CONNECTION_BAD else { throw refusal() }
    var step = PGRES_POLLING_WRITING
    while step != PGRES_POLLING_OK {
      try waitToConnect(step == PGRES_POLLING_READING ? POLLIN : POLLOUT)
      step = PQconnectPoll(handle)
      if step == PGRES_POLLING_FAILED { throw refusal() }
    }
    PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
    PQsetnonblocking(handle, 1)
  }

  private func waitToConnect(_ events: Int32) throws(PostgresError) {
    do {
      try wait(for: events)
    } catch {
      guard let kind = stop?.kind else { throw refusal() }
      throw PostgresError(
        kind,
        kind == .cancelled
          ? "cancelled while connecting" : "no connection: the server did not answer in time")
    }
  }

  /// Why no connection was made, out of libpq's message.
  private func refusal() -> PostgresError {
    let text = String(cString: PQerrorMessage(handle))
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("LOCATION:") }
    let message = lines.joined(separator: "\n")
    // "FATAL:  28P01: password authentication failed …"
    let words = message.split(separator: " ", omittingEmptySubsequences: true)
    let state = words.first { word in
      word.utf8.count == 6 && word.hasSuffix(":")
        && word.dropLast().allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
        && word.contains(where: \.isNumber)
    }?.dropLast()
    guard let state else {
      // libpq itself gives up when it has no password to offer.
      if PQconnectionNeedsPassword(handle) == 1 {
        return PostgresError(.authenticationFailed, message, sqlState: "28P01")
      }
      return PostgresError(.connectionFailed, message, sqlState: "08001")
    }
    let kind: PostgresError.Kind = state.hasPrefix("28") ? .authenticationFailed : .connectionFailed
    return PostgresError(kind, message, sqlState: String(state))
  }

  // MARK: Errors

  /// An error of this side, in the statement under way.
  func failure(_ kind: PostgresError.Kind, _ message: String) -> PostgresError {
    PostgresError(kind, message, statementName: statementName)
  }

  /// The connection does not work any more.
  func lost() -> PostgresError {
    isBroken = true
    let message = String(cString: PQerrorMessage(handle)).split(separator: "\n")
    return PostgresError(
      .serverGone, message.isEmpty ? "the connection is closed" : message.joined(separator: "; "),
      sqlState: "08006", statementName: statementName)
  }

  /// The error that a result of the server holds.
  func failure(_ result: OpaquePointer, text: String? = nil) -> PostgresError {
    func field(_ code: Unicode.Scalar) -> String? {
      PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
    }
    if PQstatus(handle) == CONNECTION_BAD { isBroken = true }
    guard let state = field("C") else {
      var error = lost()
      error.message = String(cString: PQresultErrorMessage(result))
        .split(separator: "\n").joined(separator: "; ")
      return error
    }
    var kind = PostgresError.kind(sqlState: state)
    if kind == .cancelled, let stop { kind = stop.kind }
    if kind == .serverGone { isBroken = true }
    var error = PostgresError(
      kind, field("M") ?? "", sqlState: state, statementName: statementName)
    error.detail = field("D")
    error.hint = field("H")
    error.context = field("W")
    error.table = field("t")
    error.column = field("c")
    error.constraint = field("n")
    if let text, let position = field("P").flatMap({ Int($0) }) {
      error.line = 1 + text.unicodeScalars.prefix(position - 1).count { $0 == "\n" }
    }
    return error
  }
}

/// Where the server's notices go: the program's log.
final class NoticeLog {
  private let logger: Logger

  init(_ logger: Logger) { self.logger = logger }

  static let receiver: PQnoticeReceiver = { argument, result in
    guard let argument, let result else { return }
    Unmanaged<NoticeLog>.fromOpaque(argument).takeUnretainedValue().record(result)
  }

  private func record(_ result: OpaquePointer) {
    func field(_ code: Unicode.Scalar) -> String? {
      PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
    }
    let level: Logger.Level
    switch field("V") {
    case "WARNING": level = .warning
    case "NOTICE": level = .notice
    case "DEBUG": level = .debug
    default: level = .info
    }
    var metadata: Logger.Metadata = [:]
    for (name, code) in [("sqlstate", "C"), ("detail", "D"), ("hint", "H")] {
      if let value = field(Unicode.Scalar(code) ?? " ") { metadata[name] = "\(value)" }
    }
    logger.log(level: level, "\(field("M") ?? "")", metadata: metadata)
  }
}

/// Calls `body` with an array of C strings that ends in nil.
private func withCStrings<R>(
  _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> R
) -> R {
  let copies = strings.map { strdup($0) }
  defer { copies.forEach { free($0) } }
  let pointers = copies.map { UnsafePointer($0) } + [nil]
  return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
}
