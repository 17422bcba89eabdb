import CLibpq
import Glibc

/// What a unit of work is held to: when it must be over, and who may call it off.
struct Limits: Sendable {
  var deadline: ContinuousClock.Instant?
  var interruption: Interruption?
}

/// Why the present unit of work was stopped.
struct Stop {
  /// How long the server may take to obey a cancel request before the connection is given up.
  static let grace = Duration.seconds(1)

  let kind: PostgresError.Kind
  let until = ContinuousClock.now + grace
}

extension Connection {
  /// Starts a call: refuses it if the unit of work is over already.
  func begin(_ name: String) throws(PostgresError) {
    statementName = name
    if let stop { throw failure(stop.kind, "the unit of work was stopped before") }
    precondition(
      PQtransactionStatus(handle) != PQTRANS_ACTIVE || isBroken,
      "\(name) is run while the rows of another statement are still read")
    if isBroken { throw lost() }
    if limits.interruption?.isCancelled == true {
      throw failure(.cancelled, "cancelled before it was sent")
    }
    if let deadline = limits.deadline, ContinuousClock.now >= deadline {
      throw failure(.timedOut, "the deadline had passed before it was sent")
    }
  }

  /// Waits until the socket can be read or written.
  ///
  /// - Returns: the events that `poll` saw on the socket.
  @discardableResult
  func wait(for events: Int32) throws(PostgresError) -> Int16 {
    let quietUntil = limits.deadline ?? ContinuousClock.now + info.patience
    while true {
      if stop == nil, limits.interruption?.isCancelled == true { try stopServer(.cancelled) }
      let remaining = (stop?.until ?? quietUntil) - .now
      if remaining <= .zero {
        if let stop {
          isBroken = true
          throw failure(stop.kind, "the server did not answer, and the connection is given up")
        }
        try stopServer(.timedOut)
        continue
      }
      let socket = PQsocket(handle)
      guard socket >= 0 else { throw lost() }
      let seen = poll(socket: socket, events: Int16(events), for: remaining)
      if seen != 0 { return seen }
    }
  }

  /// One `poll` of the socket and of the interruption's signal.
  private func poll(socket: Int32, events: Int16, for duration: Duration) -> Int16 {
    var descriptors = [pollfd(fd: socket, events: events, revents: 0)]
    if let signal = limits.interruption?.wakeUp.descriptor {
      descriptors.append(pollfd(fd: signal, events: Int16(POLLIN), revents: 0))
    }
    guard Glibc.poll(&descriptors, nfds_t(descriptors.count), duration.pollTimeout) > 0 else {
      return 0
    }
    if descriptors.count > 1, descriptors[1].revents != 0 { limits.interruption?.wakeUp.clear() }
    return descriptors[0].revents
  }

  /// Asks the server to cancel what it does, and gives it a moment to say so.
  ///
  /// `PQcancel` waits for the postmaster, which may be frozen: it runs on a thread of its own.
  private func stopServer(_ kind: PostgresError.Kind) throws(PostgresError) {
    stop = Stop(kind: kind)
    guard PQstatus(handle) == CONNECTION_OK else {
      isBroken = true
      throw failure(kind, "the server did not answer")
    }
    guard let request = PQgetCancel(handle) else { return }
    let address = Int(bitPattern: request)
    runOnNewThread {
      guard let request = OpaquePointer(bitPattern: address) else { return }
      var message = [CChar](repeating: 0, count: 256)
      PQcancel(request, &message, Int32(message.count))
      PQfreeCancel(request)
    }
  }

  /// Sends all that libpq holds back, reading meanwhile so that neither side blocks the other.
  func flush() throws(PostgresError) {
    while true {
      switch PQflush(handle) {
      case 0: return
      case 1:
        let seen = try wait(for: POLLIN | POLLOUT)
        if seen & Int16(POLLIN) != 0, PQconsumeInput(handle) == 0 { throw lost() }
      default:
        throw lost()
      }
    }
  }

  /// The next result of what was sent; nil after the last.
  func nextResult() throws(PostgresError) -> OpaquePointer? {
    while PQisBusy(handle) == 1, !isBroken {
      if PQflush(handle) == 1 {
        try flush()
        continue
      }
      try wait(for: POLLIN)
      if PQconsumeInput(handle) == 0 { isBroken = true }
    }
    return PQgetResult(handle)
  }

  /// Reads all results of what was sent.
  ///
  /// - Parameters:
  ///   - first: a result that was read already.
  ///   - text: the statement's text, in which an error's line is found.
  /// - Returns: the last result.
  /// - Throws: the first error among them.
  func collect(
    first: OpaquePointer? = nil, text: String? = nil
  ) throws(PostgresError) -> ResultSet {
    var last: ResultSet?
    var firstError: PostgresError?
    var pending = first
    while true {
      guard let result = if let pending { pending } else { try nextResult() } else { break }
      pending = nil
      let status = PQresultStatus(result)
      switch status {
      case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY, PGRES_SINGLE_TUPLE:
        last = ResultSet(result, columns: columns(of: result))
      case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
        PQclear(result)
        try refuseCopy(status)
        firstError = firstError ?? failure(.wrongResult, "COPY runs through copyIn and copyOut")
      default:
        firstError = firstError ?? failure(result, text: text)
        PQclear(result)
      }
    }
    if let firstError { throw firstError }
    guard let last else { throw lost() }
    return last
  }

  /// Reads and drops all results of what was sent.
  func drain() throws(PostgresError) {
    while let result = try nextResult() { PQclear(result) }
  }

  func columns(of result: OpaquePointer) -> ResultColumns {
    ResultColumns(result, statementName: statementName ?? "")
  }

  /// Whether the idle connection still lives: reads what the server said in the meantime.
  func isAlive() -> Bool {
    guard isReusable else { return false }
    while poll(socket: PQsocket(handle), events: Int16(POLLIN), for: .zero) != 0 {
      guard PQconsumeInput(handle) == 1 else { return false }
      _ = PQisBusy(handle)
    }
    return PQstatus(handle) == CONNECTION_OK
  }
}

extension Duration {
  /// As a timeout of `poll`: whole milliseconds, rounded up.
  var pollTimeout: Int32 {
    let (seconds, attoseconds) = components
    let milliseconds = attoseconds / 1_000_000_000_000_000
    let remainder = attoseconds % 1_000_000_000_000_000 > 0 ? 1 : 0
    return Int32(min(seconds * 1_000 + milliseconds + Int64(remainder), Int64(Int32.max)))
  }
}
