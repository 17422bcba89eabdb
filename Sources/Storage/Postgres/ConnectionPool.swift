package import Logging
import Synchronization

/// A few connections, each an actor on a thread of its own, lent out for one unit of work at a
/// time.
///
/// Ordering: callers are served in the order they came.
/// Deadline: given, it bounds the whole unit, waiting for a connection included; without one, each
///           call of the unit is bounded by `ConnectionInfo.patience`, and waiting for a connection
///           by the units before.
/// Cancelling the calling task cancels the unit: in the queue, or on the server.
package final class ConnectionPool: Sendable {
  private struct State {
    var free: [PooledConnection]
    var waiting: [(ticket: Int, continuation: CheckedContinuation<Grant, Never>)] = []
    /// The tickets handed out, and why one was given up before it was in the queue.
    var tickets: [Int: PostgresError.Kind?] = [:]
    var nextTicket = 0
    var isClosed = false
    var closing: [CheckedContinuation<Void, Never>] = []
  }

  private enum Grant: Sendable {
    case connection(PooledConnection)
    case refused(PostgresError.Kind)
  }

  private static let attempts = 5

  package let info: ConnectionInfo
  let logger: Logger
  private let members: [PooledConnection]
  private let state: Mutex<State>

  /// A pool of `size` connections, each opened at its first use.
  package init(_ info: ConnectionInfo, size: Int = 4, logger: Logger) {
    precondition(size > 0, "a pool has at least one connection, not \(size)")
    self.info = info
    self.logger = logger
    let members = (0..<size).map { _ in PooledConnection(info, logger: logger) }
    self.members = members
    state = Mutex(State(free: members.reversed()))
  }

  deinit { for member in members { member.thread.stop() } }

  /// Runs one unit of work on a connection's own thread.
  ///
  /// - Parameters:
  ///   - deadline: how long the unit may take from now.
  ///   - body: the unit; it runs to its end on that thread, without suspension.
  /// - Returns: what `body` returns.
  /// - Throws: what `body` throws, or a `PostgresError` of the pool.
  package func run<R: Sendable>(
    deadline: Duration? = nil, _ body: @Sendable @escaping (Connection) throws -> R
  ) async throws -> R {
    try await run(until: deadline.map { .now + $0 }, body)
  }

  /// Runs one transaction; the whole of it again, at most five times, while it fails with an error
  /// that `isTransient`.
  ///
  /// - Parameters:
  ///   - isolation: what it sees of others.
  ///   - deadline: how long it may take from now, all attempts together.
  ///   - body: what stands between BEGIN and COMMIT; it may run several times.
  /// - Returns: what `body` returned the time it was committed.
  /// - Throws: what `body` throws, or a `PostgresError` of the transaction or the pool.
  package func transaction<R: Sendable>(
    _ isolation: Isolation = .readCommitted, deadline: Duration? = nil,
    _ body: @Sendable @escaping (Connection) throws -> R
  ) async throws -> R {
    let until: ContinuousClock.Instant? = deadline.map { .now + $0 }
    var attempt = 1
    while true {
      do {
        return try await run(until: until) { connection in
          try connection.transaction(isolation) { try body(connection) }
        }
      } catch let error as any PossiblyTransient where error.isTransient {
        let pause = Duration.milliseconds(Int.random(in: 10...20) << attempt)
        if attempt == Self.attempts { throw error }
        if let until, .now + pause >= until { throw error }
        do {
          try await Task.sleep(for: pause)
        } catch {
          throw PostgresError(.cancelled, "between two attempts of a transaction")
        }
        attempt += 1
      }
    }
  }

  /// Refuses new units, waits for those under way and closes the connections.
  package func close() async {
    let refused = state.withLock { state in
      state.isClosed = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for waiter in refused { waiter.continuation.resume(returning: .refused(.poolClosed)) }
    await withCheckedContinuation { continuation in
      let isIdle = state.withLock { state in
        if state.free.count == members.count { return true }
        state.closing.append(continuation)
        return false
      }
      if isIdle { continuation.resume() }
    }
    for member in members { await member.disconnect() }
  }

  private func run<R: Sendable>(
    until: ContinuousClock.Instant?, _ body: @Sendable @escaping (Connection) throws -> R
  ) async throws -> R {
    let member = try await acquire(until: until)
    defer { release(member) }
    let limits = Limits(deadline: until, interruption: Interruption(member.wakeUp))
    return try await withTaskCancellationHandler {
      try await member.run(limits, body)
    } onCancel: {
      limits.interruption?.cancel()
    }
  }

  // MARK: The queue

  private func acquire(until: ContinuousClock.Instant?) async throws(PostgresError)
    -> PooledConnection
  {
    if let member = state.withLock({ $0.isClosed ? nil : $0.free.popLast() }) { return member }
    let ticket = state.withLock { state in
      state.nextTicket += 1
      state.tickets[state.nextTicket] = .some(nil)
      return state.nextTicket
    }
    let alarm = until.map { until in
      Task {
        try await Task.sleep(until: until, clock: .continuous)
        self.giveUp(ticket, .timedOut)
      }
    }
    let grant = await withTaskCancellationHandler {
      await withCheckedContinuation { queue(ticket, $0) }
    } onCancel: {
      giveUp(ticket, .cancelled)
    }
    alarm?.cancel()
    state.withLock { _ = $0.tickets.removeValue(forKey: ticket) }
    switch grant {
    case .connection(let member): return member
    case .refused(let kind):
      throw PostgresError(kind, "while waiting for one of \(members.count) connections")
    }
  }

  private func queue(_ ticket: Int, _ continuation: CheckedContinuation<Grant, Never>) {
    let grant: Grant? = state.withLock { state in
      if state.isClosed { return .refused(.poolClosed) }
      if case .some(.some(let kind)) = state.tickets[ticket] { return .refused(kind) }
      if let member = state.free.popLast() { return .connection(member) }
      state.waiting.append((ticket, continuation))
      return nil
    }
    if let grant { continuation.resume(returning: grant) }
  }

  private func giveUp(_ ticket: Int, _ kind: PostgresError.Kind) {
    let waiter = state.withLock { state in
      guard let place = state.waiting.firstIndex(where: { $0.ticket == ticket }) else {
        if state.tickets[ticket] != nil { state.tickets[ticket] = .some(kind) }
        return nil as CheckedContinuation<Grant, Never>?
      }
      return state.waiting.remove(at: place).continuation
    }
    waiter?.resume(returning: .refused(kind))
  }

  private func release(_ member: PooledConnection) {
    let (next, closing) = state.withLock { state in handOn(member, &state) }
    next?.resume(returning: .connection(member))
    for continuation in closing { continuation.resume() }
  }

  /// Who gets the connection next, or who learns that all are free.
  private func handOn(
    _ member: PooledConnection, _ state: inout State
  ) -> (next: CheckedContinuation<Grant, Never>?, closing: [CheckedContinuation<Void, Never>]) {
    if !state.waiting.isEmpty { return (state.waiting.removeFirst().continuation, []) }
    state.free.append(member)
    guard state.isClosed, state.free.count == members.count else { return (nil, []) }
    defer { state.closing = [] }
    return (nil, state.closing)
  }
}

/// One place of the pool: an actor whose executor is a thread, and the connection that lives there.
actor PooledConnection {
  nonisolated let thread: ConnectionThread
  nonisolated let wakeUp = WakeUp()
  private let info: ConnectionInfo
  let logger: Logger
  private var connection: Connection?

  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  init(_ info: ConnectionInfo, logger: Logger) {
    self.info = info
    self.logger = logger
    thread = ConnectionThread()
  }

  /// Runs the unit on the open connection, or on a new one if that is broken.
  func run<R: Sendable>(
    _ limits: Limits, _ body: @Sendable (Connection) throws -> R
  ) throws -> R {
    if let connection, !connection.isAlive() { self.connection = nil }
    let connection = try self.connection ?? Connection(info, logger: logger, limits: limits)
    self.connection = connection
    connection.limits = limits
    defer {
      connection.limits = Limits()
      if !connection.isReusable { self.connection = nil }
    }
    return try body(connection)
  }

  func disconnect() { connection = nil }
}
