import Glibc
import Synchronization

extension ConnectionPool {
  /// A pool of its own to the same database, for work beside a unit that holds one of this pool's
  /// connections; waiting for one of this pool's could wait for itself.
  package func sibling(size: Int) -> ConnectionPool {
    ConnectionPool(info, size: size, logger: logger)
  }

  /// Runs `body` on Swift's own threads while this one, a connection's, waits; then closes the
  /// pool.
  ///
  /// It is for a unit of work of another pool, whose transaction stays open meanwhile.
  ///
  /// - Returns: what `body` returns.
  /// - Throws: what `body` throws.
  package func blocking<R: Sendable>(_ body: @escaping @Sendable () async throws -> R) throws -> R {
    let outcome = Outcome<R>()
    Task {
      let result: Result<R, any Error>
      do {
        result = .success(try await body())
      } catch {
        result = .failure(error)
      }
      await close()
      outcome.tell(result)
    }
    return try outcome.wait().get()
  }
}

/// What one thread tells another that waits for it.
private final class Outcome<R: Sendable>: Sendable {
  private let result = Mutex<Result<R, any Error>?>(nil)
  private nonisolated(unsafe) let semaphore: UnsafeMutablePointer<sem_t>

  init() {
    semaphore = .allocate(capacity: 1)
    sem_init(semaphore, 0, 0)
  }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  func tell(_ result: Result<R, any Error>) {
    self.result.withLock { $0 = result }
    sem_post(semaphore)
  }

  func wait() -> Result<R, any Error> {
    while true {
      while sem_wait(semaphore) != 0 {}
      if let result = result.withLock({ $0 }) { return result }
    }
  }
}
