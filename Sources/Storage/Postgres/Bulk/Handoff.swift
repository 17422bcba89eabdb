import Glibc
import Synchronization

/// Hands what tasks make, in order, to a unit of work on a connection's own thread.
///
/// Shape:  the maker asks for room before each piece and waits for it without keeping a thread; the
///         unit of work waits for the next piece on its thread.
/// Bounds: at most `room` pieces are under way or wait to be taken.
package final class Handoff<Piece: Sendable>: Sendable {
  private struct State {
    var pieces: [Int: Piece] = [:]
    var given = 0
    var taken = 0
    var total: Int?
    var failure: (any Error)?
    var isClosed = false
    var waiting: CheckedContinuation<Int?, Never>?
  }

  private let room: Int
  private let state = Mutex(State())
  /// Counts what the taker has to look at.
  private nonisolated(unsafe) let semaphore: UnsafeMutablePointer<sem_t>

  package init(room: Int) {
    self.room = max(1, room)
    semaphore = .allocate(capacity: 1)
    sem_init(semaphore, 0, 0)
  }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  /// Waits until there is room for another piece.
  ///
  /// - Returns: the piece's place in the order; nil if nobody takes any more. One maker asks.
  package func place() async -> Int? {
    await withCheckedContinuation { continuation in
      let place: Int?? = state.withLock { state in
        if state.isClosed { return .some(nil) }
        if state.given - state.taken < room { return .some(Self.give(&state)) }
        state.waiting = continuation
        return nil
      }
      if let place { continuation.resume(returning: place) }
    }
  }

  private static func give(_ state: inout State) -> Int {
    state.given += 1
    return state.given - 1
  }

  package func put(_ piece: Piece, at place: Int) {
    state.withLock { $0.pieces[place] = piece }
    sem_post(semaphore)
  }

  /// There is no piece after those whose places were given.
  package func finish() {
    state.withLock { $0.total = $0.given }
    sem_post(semaphore)
  }

  /// The making failed: the taker gets the error in place of the next piece.
  package func fail(_ error: any Error) {
    state.withLock { $0.failure = $0.failure ?? error }
    sem_post(semaphore)
  }

  /// Nobody takes any more: the maker stops.
  package func close() {
    let waiting = state.withLock { state in
      state.isClosed = true
      defer { state.waiting = nil }
      return state.waiting
    }
    waiting?.resume(returning: nil)
  }

  /// Waits on this thread for the next piece.
  ///
  /// - Returns: nil after the last.
  /// - Throws: what the maker failed with.
  package func take() throws -> Piece? {
    while true {
      let (found, isLast, waiting, place) = try state.withLock {
        state -> (Piece?, Bool, CheckedContinuation<Int?, Never>?, Int) in
        if let failure = state.failure { throw failure }
        guard let piece = state.pieces.removeValue(forKey: state.taken) else {
          return (nil, state.total == state.taken, nil, 0)
        }
        state.taken += 1
        guard let waiting = state.waiting else { return (piece, false, nil, 0) }
        state.waiting = nil
        return (piece, false, waiting, Self.give(&state))
      }
      waiting?.resume(returning: place)
      if let found { return found }
      if isLast { return nil }
      while sem_wait(semaphore) != 0 {}
    }
  }
}
